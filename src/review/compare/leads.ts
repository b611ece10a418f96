import {
  type Exclusion,
  type NamedCriteria,
  type Pipeline,
  type Priority,
  receiverOf,
  senderOf,
} from "../../contract/index.ts";
import { type Change, leaver, newcomer, type Place, type Sides, shift } from "../change.ts";
import { compareCondition } from "./conditions.ts";
import {
  comparePlain,
  compareSection,
  formerlyPart,
  labelPart,
  type PartTable,
  partOf,
  personPart,
  type SectionRule,
} from "./entries.ts";
import { isReordered, pairEntries } from "./lists.ts";
import { ofEveryone, type Pair, signatories } from "./pair.ts";
import { compareText } from "./texts.ts";
import { aspect, condition, labels, nouns, same } from "./words.ts";

/** Marketing's side hands over, the other side receives: seen over all handoffs. */
function handOver(pair: Pair): Sides {
  const handoffs = [...pair.after.handoffs.values()];
  return {
    obligated: signatories(
      pair.after,
      handoffs.map((handoff) => senderOf(pair.after, handoff)),
    ),
    relying: signatories(
      pair.after,
      handoffs.map((handoff) => receiverOf(pair.after, handoff)),
    ),
  };
}

const exclusionParts: PartTable<Exclusion> = {
  when: (pair, { before, after, place }) =>
    compareCondition(pair, partOf(place, "when", { en: "who is left out", fr: "qui est écarté" }), {
      before: before.when,
      after: after.when,
      isExclusion: true,
    }),
  because: (pair, { before, after, place }) =>
    compareText(pair, partOf(place, "because", { en: "why", fr: "pourquoi" }), {
      before: before.because,
      after: after.because,
    }),
  to: personPart("to", { en: "who looks after them", fr: "qui s'en occupe" }, "owner-changed"),
};

const placements = {
  ignore: { en: "left alone", fr: "laissés de côté" },
  place: { en: "placed in a stage", fr: "placés dans une étape" },
} as const;

/** Which records the contract speaks of. */
export function compareScope(pair: Pair): readonly Change[] {
  const [old, now] = [pair.before.scope, pair.after.scope];
  const whole: Place = { clause: "scope", subject: nouns.scope, sides: handOver(pair) };
  const exclusions = (list: readonly Exclusion[]) => new Map(list.map((exclusion) => [exclusion.id, exclusion]));
  const { kept, added, removed } = pairEntries(exclusions(old.exclude), exclusions(now.exclude));
  const at = (id: string): Place =>
    partOf(whole, `exclude.${id}`, { en: `exclusion "${id}"`, fr: `exclusion «\u00a0${id}\u00a0»` });
  return [
    ...comparePlain(
      partOf(whole, "object", { en: "what it is about", fr: "objet" }, ofEveryone(pair)),
      { before: old.object, after: now.object },
      {
        kind: "scope-object-changed",
        inWords: same,
      },
    ),
    ...compareCondition(pair, partOf(whole, "include", { en: "which records", fr: "quels leads" }), {
      before: old.include,
      after: now.include,
    }),
    ...added.map((one) =>
      newcomer("exclusion-added", at(one.id), { value: condition(pair.after, one.when), content: [one] }),
    ),
    ...kept.flatMap(([before, after]) =>
      Object.values(exclusionParts).flatMap((compare) => compare(pair, { before, after, place: at(after.id) })),
    ),
    ...removed.map((one) =>
      leaver("exclusion-removed", at(one.id), { value: condition(pair.before, one.when), content: [one] }),
    ),
    ...comparePlain(
      partOf(
        whole,
        "existingRecords",
        { en: "records that were there before", fr: "leads déjà présents" },
        ofEveryone(pair),
      ),
      { before: old.existingRecords, after: now.existingRecords },
      {
        kind: "existing-records-changed",
        inWords: (value) => placements[value],
      },
    ),
    ...compareOrder(whole, [idsOf(old.exclude), idsOf(now.exclude)]),
  ];
}

const idsOf = (list: readonly Exclusion[]) => list.map(({ id }) => id);

/** Of several that hold, the first says who looks after the record. */
function compareOrder(whole: Place, [old, now]: readonly [readonly string[], readonly string[]]): readonly Change[] {
  if (!isReordered(old, now)) return [];
  const place = partOf(whole, "exclude", { en: "order of the exclusions", fr: "ordre des exclusions" });
  return [
    shift("order-changed", place, { before: same(old.join(", ")), after: same(now.join(", ")), content: [old, now] }),
  ];
}

const namedParts: PartTable<NamedCriteria> = {
  label: labelPart,
  condition: (pair, { before, after, place }) =>
    comparePlain(
      place,
      { before: before.condition, after: after.condition },
      {
        kind: "named-criteria-changed",
        inWords: (written, side) => condition(pair[side], written),
      },
    ),
};

const namedSection: SectionRule<NamedCriteria> = {
  section: "criteria",
  of: ({ criteria }) => criteria,
  added: () => "named-criteria-added",
  removed: () => "named-criteria-removed",
  labelOf: ({ label }) => label,
  describe: (pair, { condition: written }, side) => condition(pair[side], written),
  parts: namedParts,
};

const priorityParts: PartTable<Priority> = {
  label: labelPart,
  when: (pair, { before, after, place }) =>
    compareCondition(pair, partOf(place, "when", { en: "which records", fr: "quels leads" }, handOver(pair)), {
      before: before.when,
      after: after.when,
    }),
};

const prioritySection: SectionRule<Priority> = {
  section: "priorities",
  of: ({ priorities }) => priorities,
  added: () => "priority-added",
  removed: () => "priority-removed",
  labelOf: ({ label }) => label,
  parts: priorityParts,
};

const pipelineParts: PartTable<Pipeline> = {
  label: labelPart,
  formerly: formerlyPart,
  object: (_pair, { before, after, place }) =>
    comparePlain(
      aspectOf(place),
      { before: before.object, after: after.object },
      { kind: "pipeline-changed", inWords: same },
    ),
};

function aspectOf(place: Place): Place {
  return {
    ...place,
    clause: `${place.clause}.object`,
    subject: aspect(place.subject, { en: "object in the CRM", fr: "objet dans le CRM" }),
  };
}

const pipelineSection: SectionRule<Pipeline> = {
  section: "pipelines",
  of: ({ pipelines }) => pipelines,
  added: () => "pipeline-added",
  removed: () => "pipeline-removed",
  labelOf: ({ label }) => label,
  parts: pipelineParts,
};

/** Named criteria, priorities (the first that matches counts) and pipelines. */
export function compareLeadRules(pair: Pair): readonly Change[] {
  const ids = { before: [...pair.before.priorities.keys()], after: [...pair.after.priorities.keys()] };
  const inOrder = (side: "before" | "after") => labels(pair[side], pair[side].priorities, ids[side]);
  const order = isReordered(ids.before, ids.after)
    ? [
        shift(
          "priorities-reordered",
          {
            clause: "priorities",
            subject: { en: "Order of the priorities", fr: "Ordre des priorités" },
            sides: ofEveryone(pair),
          },
          { before: inOrder("before"), after: inOrder("after"), content: [ids.before, ids.after] },
        ),
      ]
    : [];
  return [
    ...compareSection(pair, namedSection),
    ...compareSection(pair, prioritySection),
    ...order,
    ...compareSection(pair, pipelineSection),
  ];
}
