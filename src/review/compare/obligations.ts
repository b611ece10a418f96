import type { Bound, Commitment, Contract, Quantity } from "../../contract/index.ts";
import { type Bilingual, formatNumber, inBoth, type Language } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, type Place, type Sides, shift } from "../change.ts";
import { comparePlain, compareSection, type PartTable, partOf, type SectionRule, type Versions } from "./entries.ts";
import { movedBetween, owedBy, type Pair, signatories } from "./pair.ts";
import { compareText } from "./texts.ts";
import { person, quoted, same, share } from "./words.ts";

/** Who owes it; whom it is owed to, which is everybody else where nobody is named. */
function sidesOf(pair: Pair, { by, to }: Commitment, side: "before" | "after" = "after"): Sides {
  return to === undefined
    ? owedBy(pair, [by])
    : { obligated: signatories(pair[side], [by]), relying: signatories(pair[side], [to]) };
}

const parts: PartTable<Commitment> = {
  by: (pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "by", { en: "who owes it", fr: "qui le doit" }, movedBetween(pair, [before.by], [after.by])),
      { before: before.by, after: after.by },
      {
        kind: "debtor-changed",
        inWords: (name, side) => person(pair[side], name),
      },
    ),
  to: (pair, { before, after, place }) =>
    comparePlain(
      partOf(
        place,
        "to",
        { en: "to whom it is owed", fr: "à qui il est dû" },
        movedBetween(pair, [before.to], [after.to]),
      ),
      { before: before.to, after: after.to },
      {
        kind: "debtor-changed",
        inWords: (name, side) => person(pair[side], name),
      },
    ),
  measure: (_pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "measure", { en: "what is measured", fr: "ce qui est mesuré" }),
      { before: before.measure, after: after.measure },
      {
        kind: "commitment-measure-changed",
        inWords: same,
      },
    ),
  of: (pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "of", { en: "of what", fr: "de quoi" }),
      { before: before.of, after: after.of },
      {
        kind: "commitment-measure-changed",
        inWords: (of, side) => measured(pair[side], of),
      },
    ),
  bound: (_pair, { before, after, place }) => compareBounds(place, before.bound, after.bound),
  per: (_pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "per", { en: "period", fr: "période" }),
      { before: before.per, after: after.per },
      {
        kind: "commitment-measure-changed",
        inWords: (period) => periods[period],
      },
    ),
  except: (_pair, versions) => compareExceptions(versions),
  ignoreBelow: (_pair, { before, after, place }) => {
    const [old, now] = [before.ignoreBelow ?? 0, after.ignoreBelow ?? 0];
    if (old === now) return [];
    const site = partOf(place, "ignoreBelow", { en: "not judged below", fr: "non jugé en dessous de" });
    return [
      shift(now > old ? "commitment-lowered" : "commitment-raised", site, {
        before: same(old),
        after: same(now),
        content: [old, now],
      }),
    ];
  },
  definition: (pair, { before, after, place }) =>
    compareText(pair, partOf(place, "definition", { en: "definition", fr: "définition" }), {
      before: before.definition,
      after: after.definition,
    }),
};

const periods: Readonly<Record<Commitment["per"], Bilingual>> = {
  week: { en: "a week", fr: "par semaine" },
  month: { en: "a month", fr: "par mois" },
  quarter: { en: "a quarter", fr: "par trimestre" },
  year: { en: "a year", fr: "par an" },
};

function measured(contract: Contract, of: string): Bilingual {
  const [holder = "", ...rest] = of.split(".");
  const entry = contract.handoffs.get(holder) ?? contract.stages.get(holder) ?? contract.pipelines.get(holder);
  return inBoth((language) => [quoted(contract, entry?.label, holder)[language], ...rest].join(", "));
}

/** A named period falls back on the usual bound where only one version names it. */
function compareExceptions({ before, after, place }: Versions<Commitment>): readonly Change[] {
  const periodNames = [...new Set([...after.except.keys(), ...before.except.keys()])];
  return periodNames.flatMap((period) => {
    const [old, now] = [before.except.get(period), after.except.get(period)];
    if (isSame(old, now)) return [];
    const site = partOf(place, `except.${period}`, same(period));
    const told = compareBounds(site, old ?? before.bound, now ?? after.bound);
    const isStated = told.length === 0;
    const content = [old, now];
    return isStated
      ? [
          shift("commitment-shifted", site, {
            before: boundInWords(old ?? before.bound),
            after: boundInWords(now ?? after.bound),
            content,
          }),
        ]
      : told;
  });
}

function compareBounds(place: Place, old: Bound, now: Bound): readonly Change[] {
  if (isSame(old, now)) return [];
  const told = { before: boundInWords(old), after: boundInWords(now), content: [old, now] };
  return [shift(boundKind(old, now), place, told)];
}

/** Less room below or above is more to hold; another kind of quantity can't be compared. */
function boundKind(old: Bound, now: Bound): "commitment-raised" | "commitment-lowered" | "commitment-shifted" {
  const [was, is] = [rangeOf(old), rangeOf(now)];
  if (was.unit !== is.unit) return "commitment-shifted";
  const isNarrower = is.low >= was.low && is.high <= was.high;
  const isWider = is.low <= was.low && is.high >= was.high;
  if (isNarrower === isWider) return "commitment-shifted";
  return isNarrower ? "commitment-raised" : "commitment-lowered";
}

function rangeOf(bound: Bound): { readonly low: number; readonly high: number; readonly unit: string } {
  const unitOf = (quantity: Quantity) => (quantity.kind === "money" ? quantity.currency : quantity.kind);
  if (bound.kind === "between") return { low: bound.low.value, high: bound.high.value, unit: unitOf(bound.low) };
  const unit = unitOf(bound.value);
  return bound.kind === "at-least"
    ? { low: bound.value.value, high: Infinity, unit }
    : { low: -Infinity, high: bound.value.value, unit };
}

function boundInWords(bound: Bound): Bilingual {
  return inBoth((language) => {
    if (bound.kind === "between")
      return {
        en: `between ${amount(bound.low, "en")} and ${amount(bound.high, "en")}`,
        fr: `entre ${amount(bound.low, "fr")} et ${amount(bound.high, "fr")}`,
      }[language];
    const words = bound.kind === "at-least" ? { en: "at least", fr: "au moins" } : { en: "at most", fr: "au plus" };
    return `${words[language]} ${amount(bound.value, language)}`;
  });
}

function amount(quantity: Quantity, language: Language): string {
  if (quantity.kind === "share") return share(quantity.value, language);
  const written = formatNumber(quantity.value, language);
  return quantity.kind === "money" ? `${written}${language === "fr" ? "\u00a0" : " "}${quantity.currency}` : written;
}

const sectionOf = (section: "commitments" | "contribution"): SectionRule<Commitment> => ({
  section,
  of: (contract) => contract[section],
  added: () => "commitment-added",
  removed: () => "commitment-removed",
  labelOf: () => undefined,
  sidesOf,
  describe: (pair, { by, bound, per }, side) =>
    inBoth(
      (language) =>
        `${person(pair[side], by)[language]}${language === "fr" ? "\u00a0" : ""}: ${boundInWords(bound)[language]} ${periods[per][language]}`,
    ),
  parts,
});

/** Commitments, and contributions to the business. */
export function compareObligations(pair: Pair): readonly Change[] {
  return [...compareSection(pair, sectionOf("commitments")), ...compareSection(pair, sectionOf("contribution"))];
}
