import { type Assignment, type Contract, type Handoff, receiverOf, senderOf } from "../../contract/index.ts";
import { type Bilingual, inBoth } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import type { Change } from "../change.ts";
import { compareCondition } from "./conditions.ts";
import { compareDeadlines } from "./deadlines.ts";
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
import { compareNames } from "./lists.ts";
import { fromSender, movedBetween, owedBy, type Pair, signatories } from "./pair.ts";
import { compareFeedback, compareReturns } from "./refusals.ts";
import { condition, flag, labels, listed, namesIn, people, person, stage } from "./words.ts";

const parts: PartTable<Handoff> = {
  label: labelPart,
  formerly: formerlyPart,
  from: (pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "from", { en: "where it starts", fr: "étape de départ" }),
      { before: before.from, after: after.from },
      {
        kind: "route-changed",
        inWords: (ids, side) => labels(pair[side], pair[side].stages, ids),
      },
    ),
  to: (pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "to", { en: "where it leads", fr: "étape d'arrivée" }),
      { before: before.to, after: after.to },
      {
        kind: "route-changed",
        inWords: (id, side) => stage(pair[side], id),
      },
    ),
  by: (pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "by", { en: "who hands over", fr: "qui transmet" }, movedBetween(pair, [before.by], [after.by])),
      { before: before.by, after: after.by },
      {
        kind: "hand-changed",
        inWords: (role, side) =>
          role === undefined ? { en: "by itself", fr: "automatique" } : person(pair[side], role),
      },
    ),
  criteria: (pair, { before, after, place }) =>
    compareCondition(
      pair,
      partOf(place, "criteria", { en: "acceptance criteria", fr: "critères de transmission" }, fromSender(pair, after)),
      {
        before: before.criteria,
        after: after.criteria,
        isWithinScope: after.by === undefined,
      },
    ),
  otherwise: (_pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "otherwise", { en: "takes what the others leave", fr: "prend ce que les autres laissent" }),
      { before: before.otherwise, after: after.otherwise },
      {
        kind: "route-changed",
        inWords: flag,
      },
    ),
  requires: (pair, { before, after, place }) =>
    compareNames(
      partOf(place, "requires", { en: "required fields", fr: "champs obligatoires" }, fromSender(pair, after)),
      { before: before.requires, after: after.requires },
      {
        added: "required-added",
        removed: "required-removed",
        nameOf: namesIn(pair, "fields"),
      },
    ),
  helpful: (pair, { before, after, place }) =>
    compareNames(
      partOf(place, "helpful", { en: "helpful fields", fr: "champs utiles" }),
      { before: before.helpful, after: after.helpful },
      {
        added: "helpful-added",
        removed: "helpful-removed",
        nameOf: namesIn(pair, "fields"),
      },
    ),
  assign: (pair, versions) => compareAssignment(pair, versions),
  acceptance: (_pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "acceptance", { en: "what accepts it", fr: "ce qui vaut acceptation" }),
      { before: before.acceptance, after: after.acceptance },
      {
        kind: "acceptance-changed",
        inWords: (kind) => acceptances[kind],
      },
    ),
  deadlines: (pair, { before, after, place }) => compareDeadlines(pair, { place, before, after }),
  feedback: (pair, versions) => compareFeedback(pair, versions),
  recycle: (pair, versions) => compareReturns(pair, versions),
  responsibilities: (pair, versions) => compareResponsibilities(pair, versions),
};

const acceptances: Readonly<Record<Handoff["acceptance"], Bilingual>> = {
  decision: { en: "a decision", fr: "une décision" },
  "first-touch": { en: "the first contact", fr: "le premier contact" },
  automatic: { en: "nothing: it is automatic", fr: "rien\u00a0: c'est automatique" },
};

/** Within the same team it is minor who gets a record; between others it is not. */
function compareAssignment(pair: Pair, { before, after, place }: Versions<Handoff>): readonly Change[] {
  const rolesIn = (lines: readonly Assignment[]) =>
    [...new Set(lines.flatMap((line) => (line.kind === "keep" ? [] : [line.role])))].sort();
  const isMoved = !isSame(rolesIn(before.assign), rolesIn(after.assign));
  return comparePlain(
    partOf(place, "assign", { en: "who gets the record", fr: "qui reçoit le lead" }),
    { before: before.assign, after: after.assign },
    {
      kind: isMoved ? "assignment-moved" : "assignment-changed",
      inWords: (lines, side) => listed(lines.map((line) => lineInWords(pair[side], line))),
    },
  );
}

function lineInWords(contract: Contract, line: Assignment): Bilingual {
  if (line.kind === "keep")
    return line.owner === "company-owner"
      ? { en: "the owner of the company", fr: "le responsable de l'entreprise" }
      : { en: "the owner of the contact", fr: "le responsable du contact" };
  return inBoth((language) => {
    const who = person(contract, line.role)[language];
    const turn = line.kind === "rotate" ? { en: `${who} in turn`, fr: `${who} à tour de rôle` }[language] : who;
    const when =
      line.when === undefined
        ? ""
        : { en: ` if ${condition(contract, line.when).en}`, fr: ` si ${condition(contract, line.when).fr}` }[language];
    return `${turn}${when}`;
  });
}

function compareResponsibilities(pair: Pair, { before, after, place }: Versions<Handoff>): readonly Change[] {
  const [old, now] = [before.responsibilities, after.responsibilities];
  const involved = (key: "informed" | "responsible", name: Bilingual) => {
    const site = partOf(place, `responsibilities.${key}`, name);
    return compareNames(
      site,
      { before: old[key], after: now[key] },
      {
        added: "involved-added",
        removed: "involved-removed",
        nameOf: (id, side) => person(pair[side], id),
        placeOf: (id, side) => ({ ...site, sides: { obligated: [], relying: signatories(pair[side], [id]) } }),
      },
    );
  };
  return [
    ...comparePlain(
      partOf(
        place,
        "responsibilities.accountable",
        { en: "accountable", fr: "redevable" },
        movedBetween(pair, old.accountable, now.accountable),
      ),
      { before: old.accountable, after: now.accountable },
      { kind: "accountable-changed", inWords: (roles, side) => people(pair[side], roles) },
    ),
    ...involved("informed", { en: "informed", fr: "informés" }),
    ...involved("responsible", { en: "responsible", fr: "responsables" }),
  ];
}

const section: SectionRule<Handoff> = {
  section: "handoffs",
  of: ({ handoffs }) => handoffs,
  added: () => "handoff-added",
  removed: () => "handoff-removed",
  labelOf: ({ label }) => label,
  sidesOf: (pair, handoff, side) => owedBy(pair, [senderOf(pair[side], handoff), receiverOf(pair[side], handoff)]),
  describe: (pair, { from, to }, side) =>
    inBoth(
      (language) => `${labels(pair[side], pair[side].stages, from)[language]} → ${stage(pair[side], to)[language]}`,
    ),
  parts,
};

/** The handoffs. */
export function compareHandoffs(pair: Pair): readonly Change[] {
  return compareSection(pair, section);
}
