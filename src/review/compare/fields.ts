import type { Contract, Field, Filler, Signal } from "../../contract/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import { type Change, shift } from "../change.ts";
import {
  comparePlain,
  compareSection,
  formerlyPart,
  labelPart,
  type PartTable,
  partOf,
  type SectionRule,
  type Versions,
} from "./entries.ts";
import { compareNames, isReordered } from "./lists.ts";
import { ofEveryone, owedBy, type Pair } from "./pair.ts";
import { compareText } from "./texts.ts";
import { listed, none, person, quoted, same, silent } from "./words.ts";

const parts: PartTable<Field> = {
  label: labelPart,
  formerly: formerlyPart,
  type: (_pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "type", { en: "type", fr: "type" }),
      { before: before.type, after: after.type },
      { kind: "field-retyped", inWords: same },
    ),
  filledBy: (pair, versions) => compareFillers(pair, versions),
  options: (pair, versions) => compareOptions(pair, versions),
  min: (_pair, { before, after, place }) => compareBound(_pair, { before, after, place }, "min"),
  max: (_pair, { before, after, place }) => compareBound(_pair, { before, after, place }, "max"),
  crm: (_pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "crm", { en: "property in the CRM", fr: "propriété dans le CRM" }),
      { before: before.crm, after: after.crm },
      {
        kind: "crm-mapping-changed",
        inWords: (crm) =>
          crm === undefined
            ? { en: "one of its own", fr: "une propriété propre" }
            : same(crm.object === undefined ? crm.property : `${crm.object}.${crm.property}`),
      },
    ),
};

/** A person who has to fill a field in is bound; a system is not. */
function compareFillers(pair: Pair, { before, after, place }: Versions<Field>): readonly Change[] {
  const site = partOf(place, "filledBy", { en: "filled in by", fr: "rempli par" });
  const rolesIn = (fillers: readonly Filler[]) =>
    fillers.flatMap((filler) => (filler.kind === "role" ? [filler.role] : []));
  const sourcesIn = (fillers: readonly Filler[]) =>
    fillers.flatMap((filler) => (filler.kind === "source" ? [filler.source] : []));
  return [
    ...compareNames(
      site,
      { before: rolesIn(before.filledBy), after: rolesIn(after.filledBy) },
      {
        added: "filler-added",
        removed: "filler-removed",
        nameOf: (id, side) => person(pair[side], id),
        placeOf: (id) => ({ ...site, sides: owedBy(pair, [id]) }),
      },
    ),
    ...comparePlain(
      site,
      { before: sourcesIn(before.filledBy), after: sourcesIn(after.filledBy) },
      {
        kind: "fill-source-changed",
        inWords: (sources) => listed(sources.map((source) => sourceNames[source] ?? same(source))),
      },
    ),
    ...fillersReordered(pair, { before, after, place }),
  ];
}

const sourceNames: Readonly<Record<string, Bilingual>> = {
  form: { en: "forms", fr: "formulaires" },
  enrichment: { en: "enrichment", fr: "enrichissement" },
  scoring: { en: "scoring", fr: "scoring" },
  product: { en: "the product", fr: "le produit" },
  import: { en: "imports", fr: "imports" },
  crm: { en: "the CRM", fr: "le CRM" },
};

function fillersReordered(pair: Pair, { before, after, place }: Versions<Field>): readonly Change[] {
  const keyOf = (filler: Filler) => (filler.kind === "role" ? filler.role : filler.source);
  const [old, now] = [before.filledBy.map(keyOf), after.filledBy.map(keyOf)];
  if (!isReordered(old, now)) return [];
  const inSentence = (keys: readonly string[], contract: Contract) =>
    listed(keys.map((key) => sourceNames[key] ?? person(contract, key)));
  const site = partOf(place, "filledBy", { en: "order of who fills it in", fr: "ordre de remplissage" });
  return [
    shift("order-changed", site, {
      before: inSentence(old, pair.before),
      after: inSentence(now, pair.after),
      content: [old, now],
    }),
  ];
}

function compareOptions(pair: Pair, { before, after, place }: Versions<Field>): readonly Change[] {
  const site = partOf(place, "options", { en: "options", fr: "options" }, ofEveryone(pair));
  const [old, now] = [
    new Map(before.options.map((option) => [option.id, option])),
    new Map(after.options.map((option) => [option.id, option])),
  ];
  const ids = { before: [...old.keys()], after: [...now.keys()] };
  const nameOf = (id: string, side: "before" | "after") =>
    quoted(pair[side], (side === "before" ? old : now).get(id)?.label, id);
  const order = isReordered(ids.before, ids.after)
    ? [
        shift("order-changed", site, {
          before: listed(ids.before.map((id) => nameOf(id, "before"))),
          after: listed(ids.after.map((id) => nameOf(id, "after"))),
          content: [ids.before, ids.after],
        }),
      ]
    : [];
  const relabelled = ids.after.flatMap((id) => {
    const former = old.get(id);
    return former === undefined
      ? []
      : compareText(pair, partOf(site, id, nameOf(id, "after")), { before: former.label, after: now.get(id)?.label });
  });
  return [
    ...compareNames(site, ids, { added: "option-added", removed: "option-removed", nameOf }),
    ...relabelled,
    ...order,
  ];
}

/** No bound is the widest. */
function compareBound(pair: Pair, { before, after, place }: Versions<Field>, key: "min" | "max"): readonly Change[] {
  const [old, now] = [before[key], after[key]];
  if (old === now) return [];
  const site = partOf(
    place,
    key,
    { min: { en: "least value", fr: "valeur minimale" }, max: { en: "greatest value", fr: "valeur maximale" } }[key],
    ofEveryone(pair),
  );
  const free = key === "min" ? -Infinity : Infinity;
  const isNarrower = key === "min" ? (now ?? free) > (old ?? free) : (now ?? free) < (old ?? free);
  const inSentence = (value: number | undefined) => (value === undefined ? none : same(value));
  return [
    shift(isNarrower ? "bounds-narrowed" : "bounds-widened", site, {
      before: inSentence(old),
      after: inSentence(now),
      content: [old, now],
    }),
  ];
}

const fieldSection: SectionRule<Field> = {
  section: "fields",
  of: ({ fields }) => fields,
  added: () => "field-added",
  removed: () => "field-removed",
  labelOf: ({ label }) => label,
  parts,
};

const signalParts: PartTable<Signal> = {
  label: labelPart,
  formerly: formerlyPart,
  handRaise: (pair, { before, after, place }) => {
    if (before.handRaise === after.handRaise) return [];
    const givers = pair.after.stages.values().next().value?.owner;
    const receivers = [...pair.after.handoffs.values()].map(({ to }) => pair.after.stages.get(to)?.owner);
    const sides = { obligated: owedBy(pair, [givers]).obligated, relying: owedBy(pair, receivers).obligated };
    return [
      shift(
        after.handRaise ? "hand-raise-granted" : "hand-raise-withdrawn",
        { ...place, clause: `${place.clause}.handRaise`, sides },
        {
          before: silent,
          after: silent,
          content: [],
        },
      ),
    ];
  },
};

const signalSection: SectionRule<Signal> = {
  section: "signals",
  of: ({ signals }) => signals,
  added: () => "signal-added",
  removed: () => "signal-removed",
  labelOf: ({ label }) => label,
  parts: signalParts,
};

/** The shared data: signals and fields. */
export function compareData(pair: Pair): readonly Change[] {
  return [...compareSection(pair, signalSection), ...compareSection(pair, fieldSection)];
}
