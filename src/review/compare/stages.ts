import { type Edge, leavingHandoffs, receiverOf, type Stage } from "../../contract/index.ts";
import { type Bilingual, inBoth } from "../../diagnostics/index.ts";
import { type Change, newcomer, type Sides, shift, union } from "../change.ts";
import { compareCondition } from "./conditions.ts";
import { compareDeadlines } from "./deadlines.ts";
import {
  comparePlain,
  compareSection,
  formerlyPart,
  labelPart,
  type PartTable,
  partOf,
  personPart,
  type SectionRule,
  type Versions,
} from "./entries.ts";
import { compareNames, isReordered } from "./lists.ts";
import { ofEveryone, owedBy, type Pair, signatories } from "./pair.ts";
import { compareText } from "./texts.ts";
import { compareTime, type TimeKinds } from "./times.ts";
import { flag, labels, listed, namesIn, none, nouns, quoted, same, share, stage as stageInWords } from "./words.ts";

const expiryKinds: TimeKinds = {
  added: "expiry-added",
  removed: "expiry-removed",
  shortened: "deadline-shortened",
  lengthened: "deadline-lengthened",
  shifted: "deadline-shifted",
  restated: "deadline-restated",
  undecided: "deadline-undecided",
};

/** Whom entry criteria part: who owned the record before, and who gets it, which is the receiver of what opens then. */
function sidesOfEntry(pair: Pair, stage: Stage): Sides {
  const contract = pair.after;
  const receivers = leavingHandoffs(contract, stage.id)
    .filter(({ by }) => by === undefined)
    .map((handoff) => receiverOf(contract, handoff));
  if (receivers.length > 0)
    return { obligated: signatories(contract, [stage.owner]), relying: signatories(contract, receivers) };
  const origins = stage.from.map((id) => contract.stages.get(id)?.owner);
  const senders = signatories(contract, origins);
  return {
    obligated: senders.length === 0 ? signatories(contract, [stage.owner]) : senders,
    relying: signatories(contract, [stage.owner]),
  };
}

const parts: PartTable<Stage> = {
  label: labelPart,
  formerly: formerlyPart,
  definition: (pair, { before, after, place }) =>
    compareText(pair, partOf(place, "definition", { en: "definition", fr: "définition" }), {
      before: before.definition,
      after: after.definition,
    }),
  owner: personPart("owner", { en: "owner", fr: "responsable" }, "owner-changed"),
  from: (pair, { before, after, place }) =>
    compareNames(
      partOf(place, "from", { en: "ways into it", fr: "chemins qui y mènent" }, ofEveryone(pair)),
      { before: before.from, after: after.from },
      {
        added: "way-added",
        removed: "way-removed",
        nameOf: (id, side) => stageInWords(pair[side], id),
      },
    ),
  by: personPart("by", { en: "who moves records in", fr: "qui y fait entrer les leads" }, "hand-changed"),
  criteria: (pair, { before, after, place }) =>
    compareCondition(
      pair,
      partOf(place, "criteria", { en: "entry criteria", fr: "critères d'entrée" }, sidesOfEntry(pair, after)),
      {
        before: before.criteria,
        after: after.criteria,
        isWithinScope: after.by === undefined && after.pipeline === undefined,
      },
    ),
  requires: (pair, { before, after, place }) =>
    compareNames(
      partOf(place, "requires", { en: "required fields", fr: "champs obligatoires" }),
      { before: before.requires, after: after.requires },
      {
        added: "required-added",
        removed: "required-removed",
        nameOf: namesIn(pair, "fields"),
      },
    ),
  statuses: (pair, versions) => compareStatuses(pair, versions),
  deadlines: (pair, { before, after, place }) => compareDeadlines(pair, { place, before, after }),
  exitReasons: (pair, { before, after, place }) =>
    compareNames(
      partOf(place, "exitReasons", { en: "exit reasons", fr: "motifs de sortie" }),
      { before: before.exitReasons, after: after.exitReasons },
      {
        added: "reason-offered",
        removed: "reason-withdrawn",
        nameOf: namesIn(pair, "reasons"),
      },
    ),
  expires: (pair, versions) => compareExpiry(pair, versions),
  parking: (pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "parking", { en: "parking", fr: "mise en attente" }, ofEveryone(pair)),
      { before: before.parking, after: after.parking },
      {
        kind: "stage-nature-changed",
        inWords: flag,
      },
    ),
  closed: (pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "closed", { en: "end of the way", fr: "fin du parcours" }, ofEveryone(pair)),
      { before: before.closed, after: after.closed },
      {
        kind: "stage-nature-changed",
        inWords: outcomeInWords,
      },
    ),
  pipeline: (pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "pipeline", nouns.pipelines, ofEveryone(pair)),
      { before: before.pipeline, after: after.pipeline },
      {
        kind: "pipeline-changed",
        inWords: (id, side) => (id === undefined ? none : quoted(pair[side], pair[side].pipelines.get(id)?.label, id)),
      },
    ),
  probability: (_pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "probability", { en: "probability", fr: "probabilité" }),
      { before: before.probability, after: after.probability },
      {
        kind: "probability-changed",
        inWords: (value) => (value === undefined ? none : inBoth((language) => share(value, language))),
      },
    ),
  crm: (_pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "crm", { en: "lifecycle stage in the CRM", fr: "étape du cycle de vie dans le CRM" }),
      { before: before.crm, after: after.crm },
      {
        kind: "crm-mapping-changed",
        inWords: (crm) => (crm?.lifecycleStage === undefined ? none : same(crm.lifecycleStage)),
      },
    ),
};

function outcomeInWords(closed: Stage["closed"]): Bilingual {
  if (closed === undefined) return { en: "open", fr: "ouverte" };
  return { won: { en: "won", fr: "gagné" }, lost: { en: "lost", fr: "perdu" } }[closed];
}

function compareStatuses(pair: Pair, { before, after, place }: Versions<Stage>): readonly Change[] {
  const site = partOf(place, "statuses", { en: "statuses", fr: "statuts" }, ofEveryone(pair));
  const [old, now] = [before.statuses, after.statuses].map(
    (statuses) => new Map(statuses.map((status) => [status.id, status])),
  );
  const ids = { before: [...(old?.keys() ?? [])], after: [...(now?.keys() ?? [])] };
  const labelOf = (id: string, side: "before" | "after") =>
    quoted(pair[side], (side === "before" ? old : now)?.get(id)?.label, id);
  const order = isReordered(ids.before, ids.after)
    ? [
        shift("order-changed", site, {
          before: listed(ids.before.map((id) => labelOf(id, "before"))),
          after: listed(ids.after.map((id) => labelOf(id, "after"))),
          content: [ids.before, ids.after],
        }),
      ]
    : [];
  return [
    ...compareNames(site, ids, { added: "status-added", removed: "status-removed", nameOf: labelOf }),
    ...ids.after.flatMap((id) =>
      old?.has(id) === true
        ? compareText(pair, partOf(site, id, labelOf(id, "after")), {
            before: old.get(id)?.label,
            after: now?.get(id)?.label,
          })
        : [],
    ),
    ...order,
  ];
}

/** How long a record may stay, and where it goes then. */
function compareExpiry(pair: Pair, { before, after, place }: Versions<Stage>): readonly Change[] {
  const site = partOf(
    place,
    "expires",
    { en: "time before it expires", fr: "délai avant expiration" },
    owedBy(pair, [after.owner]),
  );
  const time = compareTime(pair, site, {
    before: before.expires === undefined ? undefined : { duration: before.expires.after, role: before.owner },
    after: after.expires === undefined ? undefined : { duration: after.expires.after, role: after.owner },
    kinds: expiryKinds,
  });
  if (before.expires === undefined || after.expires === undefined) return time;
  const reasons = { before: before.expires.reason, after: after.expires.reason };
  return [
    ...time,
    ...comparePlain(
      partOf(place, "expires.reason", { en: "reason when it expires", fr: "motif à l'expiration" }, ofEveryone(pair)),
      reasons,
      {
        kind: "consequence-changed",
        inWords: (id, side) => labels(pair[side], pair[side].reasons, [id]),
      },
    ),
  ];
}

const section: SectionRule<Stage> = {
  section: "stages",
  of: ({ stages }) => stages,
  added: () => "stage-added",
  removed: () => "stage-removed",
  sidesOf: (pair, { owner }) => owedBy(pair, [owner]),
  labelOf: ({ label }) => label,
  parts,
};

/** The stages, their ways and their order. */
export function compareStages(pair: Pair): readonly Change[] {
  const changes = compareSection(pair, section);
  const ids = { before: [...pair.before.stages.keys()], after: [...pair.after.stages.keys()] };
  const inOrder = (side: "before" | "after") => labels(pair[side], pair[side].stages, ids[side]);
  const order = isReordered(ids.before, ids.after)
    ? [
        shift(
          "stages-reordered",
          { clause: "stages", subject: { en: "Order of the stages", fr: "Ordre des étapes" }, sides: ofEveryone(pair) },
          { before: inOrder("before"), after: inOrder("after"), content: [ids.before, ids.after] },
        ),
      ]
    : [];
  return [...changes.map((change) => inserted(pair, change)), ...order];
}

/** A stage that stands where a direct way was is no branch: whoever went that way now has to pass it. */
function inserted(pair: Pair, change: Change): Change {
  if (change.kind !== "stage-added") return change;
  const id = change.clause.slice("stages.".length);
  const way = interrupted(pair.analyses.before.edges(), pair.analyses.after.edges(), id);
  const stage = pair.after.stages.get(id);
  if (way === undefined || stage === undefined) return change;
  const value = inBoth((language) => way.map((one) => stageInWords(pair.after, one)[language]).join(" → "));
  return newcomer(
    "stage-inserted",
    { clause: change.clause, subject: change.subject, sides: ofEveryone(pair) },
    { value, content: [stage] },
  );
}

function interrupted(
  before: readonly Edge[],
  after: readonly Edge[],
  id: string,
): readonly [string, string] | undefined {
  const into = union(after.filter(({ to }) => to === id).map(({ from }) => from));
  const out = union(after.filter(({ from }) => from === id).map(({ to }) => to));
  const has = (edges: readonly Edge[], from: string, to: string) =>
    edges.some((edge) => edge.from === from && edge.to === to);
  for (const from of into)
    for (const to of out) if (from !== to && has(before, from, to) && !has(after, from, to)) return [from, to];
  return undefined;
}
