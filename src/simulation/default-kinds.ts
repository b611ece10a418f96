import { type Contract, createAnalysis, type Field, type Id } from "../contract/index.ts";
import { type Algebra, type Condition, evaluate, type Valuation } from "../criteria/index.ts";
import { contextOf, type StageTerms, type Terms } from "../journey/index.ts";
import type { Weighted } from "./distributions.ts";
import { drawValue } from "./draw-value.ts";
import { plausibleValue } from "./plausible-value.ts";
import { defaults } from "./profile.ts";
import { numberOf } from "./random.ts";
import type { FieldDraw, FieldOrigin, LeadKind, SignalDraw } from "./scheme.ts";
import { findShown, type Shown } from "./witness.ts";

/** What has to hold for a lead to be taken on one way, and what must not. */
interface Way {
  readonly label: string;
  readonly because: readonly Condition[];
  readonly holding: readonly Condition[];
  readonly failing: readonly Condition[];
}

/** More ways than this are more than anybody reads. */
const mostWays = 12;

/** One kind of lead for each way the contract has to take a new lead on, all equally frequent. */
export function defaultKinds(terms: Terms): readonly Weighted<LeadKind>[] {
  const { contract } = terms;
  const algebra = createAnalysis(contract, new Set()).algebra();
  const ways = waysIn(terms).slice(0, mostWays);
  const kinds = ways.flatMap((way) => kindFor(terms, algebra, way) ?? []);
  const found = kinds.length > 0 ? kinds : [{ label: "any", because: [], fields: [], signals: [] }];
  return found.map((value) => ({ weight: 1, value }));
}

function waysIn(terms: Terms): readonly Way[] {
  const { scope } = terms.contract;
  const failing = scope.exclude.map(({ when }) => when);
  const always = scope.include === undefined ? [] : [scope.include];
  return terms.births.flatMap((birth) => {
    const born = [...always, ...(birth.stage.criteria === undefined ? [] : [birth.stage.criteria])];
    const direct = openingsOf(birth, []);
    const taken = birth.promotions.filter(({ isMirror }) => !isMirror).flatMap((target) => waysInto(terms, target));
    const ways = [...direct, ...taken];
    const found = ways.length > 0 ? ways : [{ label: birth.stage.id, because: [] }];
    return found.map(({ label, because }) => ({ label, because, holding: [...born, ...because], failing }));
  });
}

function waysInto(terms: Terms, target: StageTerms): readonly Pick<Way, "label" | "because">[] {
  const { criteria } = target.stage;
  const branches = criteria === undefined ? [] : branchesOf(terms.contract, criteria);
  return branches.flatMap((branch) => {
    const opened = openingsOf(target, [branch]);
    return opened.length > 0 ? opened : [{ label: target.stage.id, because: [branch] }];
  });
}

/** The handoffs that open by themselves in a stage, each with its own conditions. */
function openingsOf({ stage, automatic }: StageTerms, because: readonly Condition[]) {
  return automatic
    .map(({ handoff }) => ({
      label: handoff.id,
      because: handoff.criteria === undefined ? because : [...because, handoff.criteria],
    }))
    .filter(({ because: asked }) => asked.length > 0 || stage.criteria === undefined);
}

/** The alternatives at the top of a condition. */
function branchesOf(contract: Contract, condition: Condition): readonly Condition[] {
  if (condition.kind === "any") return condition.of.flatMap((part) => branchesOf(contract, part));
  if (condition.kind !== "meets") return [condition];
  const named = contract.criteria.get(condition.criteria)?.condition;
  return named?.kind === "any" ? branchesOf(contract, named) : [condition];
}

function kindFor(terms: Terms, algebra: Algebra, way: Way): LeadKind | undefined {
  const shown = findShown(terms.contract, algebra, way);
  if (shown === undefined || !fits(terms, way, shown)) return undefined;
  const { label, because } = way;
  return { label, because, fields: fieldDraws(terms, way, shown), signals: shown.signals.map(signalDraw) };
}

function signalDraw({ signal, times }: Shown["signals"][number]): SignalDraw {
  return { signal, number: numberOf(signal), times, share: 1 };
}

/** What was found, choices spread over every option that is as good, and what a handoff requires, mostly known. */
function fieldDraws(terms: Terms, way: Way, shown: Shown): readonly FieldDraw[] {
  const needed = requiredFields(terms.contract);
  const found = new Map(shown.fields.map(({ field, origin }) => [field, origin]));
  return [...terms.contract.fields.values()].flatMap((field) => {
    const known = found.get(field.id);
    const values = valuesOf({ terms, way, shown }, field, { known, isNeeded: needed.has(field.id) });
    return values.length === 0 ? [] : [{ field: field.id, number: numberOf(field.id), values }];
  });
}

interface Search {
  readonly terms: Terms;
  readonly way: Way;
  readonly shown: Shown;
}

function valuesOf(
  search: Search,
  field: Field,
  { known, isNeeded }: { readonly known: FieldOrigin | undefined; readonly isNeeded: boolean },
): readonly Weighted<FieldOrigin>[] {
  const isBornKnown = field.filledBy.some(({ kind }) => kind === "source");
  if (known === undefined && !isBornKnown) return [];
  const options = field.type === "enum" ? allowedOptions(search, field) : [];
  const plain: readonly FieldOrigin[] = known === undefined ? plainValues(search, field, isNeeded) : [known];
  const values = options.length > 0 ? options : plain;
  if (values.length === 0) return [];
  const weighted = values.map((value) => ({ weight: defaults.known / values.length, value }));
  const unknown: FieldOrigin = { kind: "unknown" };
  const mayMiss = isNeeded && fits(search.terms, search.way, replaced(search.shown, field.id, unknown));
  return mayMiss ? [...weighted, { weight: 1 - defaults.known, value: unknown }] : weighted;
}

function plainValues({ terms, way, shown }: Search, field: Field, isNeeded: boolean): readonly FieldOrigin[] {
  if (!isNeeded) return [];
  const value: FieldOrigin = { kind: "value", value: plausibleValue(field, terms.effectiveAt) };
  return fits(terms, way, replaced(shown, field.id, value)) ? [value] : [];
}

function allowedOptions({ terms, way, shown }: Search, { id, options }: Field): readonly FieldOrigin[] {
  return options
    .map((option): FieldOrigin => ({ kind: "value", value: option.id }))
    .filter((value) => fits(terms, way, replaced(shown, id, value)));
}

function replaced({ fields, signals }: Shown, field: Id, origin: FieldOrigin): Shown {
  return { fields: [...fields.filter((one) => one.field !== field), { field, origin }], signals };
}

/** Whether a lead that shows this is taken that way, asked of the evaluation itself. */
function fits(terms: Terms, { holding, failing }: Way, { fields, signals }: Shown): boolean {
  const now = terms.effectiveAt;
  const valuation: Valuation = {
    fields: new Map(
      fields.flatMap(({ field, origin }) => {
        const value = drawValue(origin, now, () => 0);
        return value === undefined ? [] : [[field, value] as const];
      }),
    ),
    signals: new Map(signals.map(({ signal, times }) => [signal, Array.from({ length: times }, () => now)])),
    linked: new Map(),
  };
  const context = contextOf(terms, now);
  const holds = (condition: Condition) => evaluate(condition, valuation, context);
  return holding.every(holds) && !failing.some(holds);
}

function requiredFields(contract: Contract): ReadonlySet<Id> {
  return new Set(
    [...contract.handoffs.values()].filter(({ by }) => by === undefined).flatMap(({ requires }) => requires),
  );
}
