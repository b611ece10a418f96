import type { Contract, Decision, Governance } from "../../contract/index.ts";
import { type Bilingual, inBoth } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, leaver, newcomer, type Place, shift } from "../change.ts";
import { comparePlain, labelPart, type PartTable, partOf } from "./entries.ts";
import { compareNames, pairEntries } from "./lists.ts";
import { movedBetween, ofEveryone, type Pair, signatories } from "./pair.ts";
import { compareTimes } from "./times.ts";
import { entryNamed, inWords, listed, nouns, people, person, quoted, same, silent } from "./words.ts";

type Approvals = Governance["approvals"];
type Review = Governance["reviews"][number];

/** How the agreement is approved, decided upon and reviewed. */
export function compareGovernance(pair: Pair): readonly Change[] {
  const [old, now] = [pair.before.governance, pair.after.governance];
  if (isSame(old, now)) return [];
  const whole: Place = { clause: "governance", subject: nouns.governance, sides: ofEveryone(pair) };
  return [
    ...compareNotice(pair, partOf(whole, "notice", { en: "notice", fr: "préavis" }), [old.notice, now.notice]),
    ...comparePlain(
      partOf(whole, "worstWait", { en: "longest wait accepted", fr: "plus longue attente admise" }),
      { before: old.worstWait, after: now.worstWait },
      {
        kind: "worst-wait-changed",
        inWords,
      },
    ),
    ...compareApprovals(pair, partOf(whole, "approvals", { en: "who approves", fr: "qui approuve" }), [
      old.approvals,
      now.approvals,
    ]),
    ...compareDecisions(pair, [old.decisions, now.decisions]),
    ...compareReviews(pair, [old.reviews, now.reviews]),
  ];
}

function compareNotice(
  pair: Pair,
  place: Place,
  [old, now]: readonly [Governance["notice"], Governance["notice"]],
): readonly Change[] {
  if (isSame(old, now)) return [];
  const isLonger =
    old === undefined ||
    (now !== undefined &&
      compareTimes(pair, { duration: old, role: undefined }, { duration: now, role: undefined }).kind === "lengthened");
  return [
    shift(isLonger ? "notice-lengthened" : "notice-shortened", place, {
      before: inWords(old),
      after: inWords(now),
      content: [old, now],
    }),
  ];
}

function compareApprovals(pair: Pair, place: Place, [old, now]: readonly [Approvals, Approvals]): readonly Change[] {
  const rolesIn = (approvals: Approvals) => approvals.map(({ role }) => role);
  const sectionsOf = (approvals: Approvals, role: string) =>
    [...(approvals.find((approval) => approval.role === role)?.for ?? [])].sort();
  const inSentence = (sections: readonly string[]): Bilingual =>
    listed(sections.map(same), { en: "everything", fr: "tout" });
  const kept = [...new Set(rolesIn(now))].filter((role) => rolesIn(old).includes(role));
  return [
    ...compareNames(
      place,
      { before: [...new Set(rolesIn(old))], after: [...new Set(rolesIn(now))] },
      {
        added: "approver-added",
        removed: "approver-removed",
        nameOf: (id, side) => person(pair[side], id),
      },
    ),
    ...kept.flatMap((role) =>
      comparePlain(
        partOf(place, `${role}.for`, person(pair.after, role)),
        { before: sectionsOf(old, role), after: sectionsOf(now, role) },
        {
          kind: "approval-scope-changed",
          inWords: inSentence,
        },
      ),
    ),
  ];
}

const decisionParts: PartTable<Decision> = {
  label: labelPart,
  within: (_pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "within", { en: "time to decide", fr: "délai de décision" }),
      { before: before.within, after: after.within },
      {
        kind: "decision-time-changed",
        inWords,
      },
    ),
  accountable: (pair, { before, after, place }) =>
    comparePlain(
      partOf(
        place,
        "accountable",
        { en: "accountable", fr: "redevable" },
        movedBetween(pair, before.accountable, after.accountable),
      ),
      { before: before.accountable, after: after.accountable },
      { kind: "accountable-changed", inWords: (roles, side) => people(pair[side], roles) },
    ),
  responsible: (pair, versions) => involved(pair, versions, ["responsible", { en: "responsible", fr: "responsables" }]),
  consulted: (pair, versions) => involved(pair, versions, ["consulted", { en: "consulted", fr: "consultés" }]),
  informed: (pair, versions) => involved(pair, versions, ["informed", { en: "informed", fr: "informés" }]),
};

function involved(
  pair: Pair,
  { before, after, place }: { readonly before: Decision; readonly after: Decision; readonly place: Place },
  [key, name]: readonly ["responsible" | "consulted" | "informed", Bilingual],
): readonly Change[] {
  const site = partOf(place, key, name);
  return compareNames(
    site,
    { before: before[key], after: after[key] },
    {
      added: "involved-added",
      removed: "involved-removed",
      nameOf: (id, side) => person(pair[side], id),
      placeOf: (id, side) => ({ ...site, sides: { obligated: [], relying: signatories(pair[side], [id]) } }),
    },
  );
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.id, item]));
}

function compareDecisions(
  pair: Pair,
  [old, now]: readonly [Governance["decisions"], Governance["decisions"]],
): readonly Change[] {
  const { kept, added, removed } = pairEntries(byId(old), byId(now));
  const at = ({ id, label }: Decision, side: "before" | "after"): Place => ({
    clause: `governance.decisions.${id}`,
    subject: entryNamed({ en: "Decision", fr: "Décision" }, pair[side], label, id),
    sides: ofEveryone(pair),
  });
  return [
    ...added.map((decision) =>
      newcomer("decision-added", at(decision, "after"), { value: silent, content: [decision] }),
    ),
    ...kept.flatMap(([before, after]) =>
      Object.values(decisionParts).flatMap((compare) => compare(pair, { before, after, place: at(after, "after") })),
    ),
    ...removed.map((decision) =>
      leaver("decision-removed", at(decision, "before"), { value: silent, content: [decision] }),
    ),
  ];
}

const rhythms: Readonly<Record<Review["every"], Bilingual>> = {
  week: { en: "every week", fr: "chaque semaine" },
  month: { en: "every month", fr: "chaque mois" },
  quarter: { en: "every quarter", fr: "chaque trimestre" },
  year: { en: "every year", fr: "chaque année" },
};

function compareReviews(pair: Pair, [old, now]: readonly [readonly Review[], readonly Review[]]): readonly Change[] {
  const { kept, added, removed } = pairEntries(byId(old), byId(now));
  const at = ({ id, label }: Review, contract: Contract): Place => ({
    clause: `governance.reviews.${id}`,
    subject: entryNamed({ en: "Review", fr: "Revue" }, contract, label, id),
    sides: ofEveryone(pair),
  });
  const inSentence = (contract: Contract, { every, chair, label, id }: Review) =>
    inBoth(
      (language) =>
        `${quoted(contract, label, id)[language]} ${rhythms[every][language]}, ${person(contract, chair)[language]}`,
    );
  return [
    ...added.map((review) =>
      newcomer("review-added", at(review, pair.after), { value: inSentence(pair.after, review), content: [review] }),
    ),
    ...kept.flatMap(([before, after]) =>
      comparePlain(
        at(after, pair.after),
        { before, after },
        { kind: "review-changed", inWords: (review, side) => inSentence(pair[side], review) },
      ),
    ),
    ...removed.map((review) =>
      leaver("review-removed", at(review, pair.before), { value: inSentence(pair.before, review), content: [review] }),
    ),
  ];
}
