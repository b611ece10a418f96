import type { Scalar, Test } from "../condition.ts";
import type { Leaf } from "../normal-form.ts";
import { type Candidate, contextAt, fieldCandidate, presentMs, type Stretch } from "./candidate.ts";
import { elapsedBounds } from "./elapsed-bounds.ts";
import { decimalsOf, onGrid } from "./plain-number.ts";
import { subsetsOf } from "./subsets.ts";
import type { ValueDomain } from "./value-domain.ts";

/** A condition on one field, as the leaves of a field are. */
export type FieldLeaf = Extract<Leaf, { readonly kind: "field" }>;

/**
 * Values of a field among which every combination of answers to its leaves occurs, the plainest first and the unknown
 * last; undefined where there would be too many.
 */
export function fieldCandidates(
  field: string,
  domain: ValueDomain,
  leaves: readonly FieldLeaf[],
): readonly Candidate[] | undefined {
  const unknown = fieldCandidate(field, undefined, { kind: "unknown" });
  const known = knownCandidates(field, domain, leaves);
  return known === undefined ? undefined : [...known, unknown];
}

function knownCandidates(
  field: string,
  domain: ValueDomain,
  leaves: readonly FieldLeaf[],
): readonly Candidate[] | undefined {
  const withValue = (value: Scalar | readonly string[]) => fieldCandidate(field, value, { kind: "value", value });
  const literals = [...new Set(leaves.flatMap(({ test }) => literalsOf(test)))];
  switch (domain.kind) {
    case "boolean":
      return [true, false].map(withValue);
    case "number":
      return stretchesOf(leaves, domain).map(withValue);
    case "choice":
      return [...optionsOf(domain, literals).map(withValue), ...(domain.isOpen ? [otherText(field, literals)] : [])];
    case "choices":
      return subsetsOf(classesOf(domain, leaves, literals))
        ?.filter((options) => options.length > 0)
        .map(withValue);
    case "text":
      return textCandidates(field, leaves, literals);
    case "moment":
      return momentCandidates(field, leaves);
    default:
      return domain satisfies never;
  }
}

/** The values a test compares with. */
export function literalsOf(test: Test): readonly Scalar[] {
  if ("values" in test) return test.values;
  if ("low" in test) return [test.low, test.high];
  return "value" in test && test.operator !== "known" ? [test.value] : [];
}

function numbersIn(literals: readonly Scalar[]): readonly number[] {
  return literals.filter((value) => typeof value === "number");
}

/** Where answers may change, each the first number of a stretch in which none does; the lowest number comes first. */
function stretchesOf(
  leaves: readonly FieldLeaf[],
  { min, max, decimals }: Extract<ValueDomain, { kind: "number" }>,
): readonly number[] {
  const written = numbersIn(leaves.flatMap(({ test }) => literalsOf(test)));
  const digits = Math.max(decimals, ...[...written, min ?? 0, max ?? 0].map(decimalsOf));
  const step = 10 ** -digits;
  const starts = leaves.flatMap(({ test }) => startsOf(test, step)).map((value) => onGrid(value, digits));
  const isWithin = (value: number) =>
    value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);
  const lowest = min ?? onGrid(Math.min(0, ...starts) - step, digits);
  return [...new Set([lowest, ...starts])].filter(isWithin).sort((a, b) => a - b);
}

/** The first numbers of what a test takes and of what it leaves again. */
function startsOf(test: Test, step: number): readonly number[] {
  const [first, last = first] = numbersIn(literalsOf(test));
  if (first === undefined || last === undefined) return [];
  switch (test.operator) {
    case "atLeast":
    case "lessThan":
      return [first];
    case "atMost":
    case "moreThan":
      return [first + step];
    case "between":
      return [first, last + step];
    default:
      return numbersIn(literalsOf(test)).flatMap((value) => [value, value + step]);
  }
}

function optionsOf(
  domain: { readonly options: readonly string[]; readonly isOpen: boolean },
  literals: readonly Scalar[],
) {
  return domain.isOpen ? [...new Set([...domain.options, ...literals.map(String)])] : domain.options;
}

/** One option for all that no leaf tells apart. */
function classesOf(
  domain: { readonly options: readonly string[]; readonly isOpen: boolean },
  leaves: readonly FieldLeaf[],
  literals: readonly Scalar[],
): readonly string[] {
  const first = new Map<string, string>();
  for (const option of optionsOf(domain, literals)) {
    const signature = leaves.map(({ test }) => (literalsOf(test).map(String).includes(option) ? "1" : "0")).join("");
    if (!first.has(signature)) first.set(signature, option);
  }
  return [...first.values()];
}

/** A text that no leaf names and that holds none of the texts searched for. */
function otherText(field: string, literals: readonly Scalar[]): Candidate {
  // Every text holds the empty one: no other text is free of it.
  const texts = literals.map(String).filter((text) => text !== "");
  let other = "…";
  while (texts.some((text) => text === other || other.includes(text))) other += "…";
  return fieldCandidate(field, other, { kind: "other" });
}

/** The texts that leaves name, and texts that hold every choice of the parts they search for. */
function textCandidates(
  field: string,
  leaves: readonly FieldLeaf[],
  literals: readonly Scalar[],
): readonly Candidate[] | undefined {
  const parts = [...new Set(leaves.flatMap(({ test }) => (test.operator === "contains" ? [test.value] : [])))];
  const choices = subsetsOf(parts);
  if (choices === undefined) return undefined;
  const joined = choices
    .filter((chosen) => chosen.length > 0)
    .flatMap((chosen) => ["", " ", " – "].map((glue) => chosen.join(glue)))
    .map((text) => fieldCandidate(field, `…${text}…`, { kind: "value", value: text }));
  const exact = literals.map(String).map((text) => fieldCandidate(field, text, { kind: "value", value: text }));
  return [...exact, otherText(field, literals), ...joined];
}

const dayMs = 86_400_000;

/** Moments on either side of each date and window that leaves name, seen from every present that makes a difference. */
function momentCandidates(field: string, leaves: readonly FieldLeaf[]): readonly Candidate[] {
  const dates = [
    ...new Set(
      leaves.flatMap(({ test }) => (test.operator === "before" || test.operator === "after" ? [test.value] : [])),
    ),
  ];
  const windows = leaves.flatMap(({ test }) => ("duration" in test ? [test] : []));
  const instants = dates.map((date) => Date.parse(date)).sort((a, b) => a - b);
  const values =
    instants.length === 0 ? [presentMs] : instants.flatMap((instant) => [instant - dayMs, instant, instant + dayMs]);
  const stretches: readonly Stretch[] = windows.length === 0 ? ["least"] : ["least", "most"];
  return stretches.flatMap((stretch) =>
    values.flatMap((value) =>
      agesAround(windows, stretch).map((age): Candidate => {
        const seen = fieldCandidate(
          field,
          new Date(value).toISOString(),
          momentSample(windows, stretch, { age, value, isDated: dates.length > 0 }),
        );
        return { ...seen, context: contextAt(value + age, stretch) };
      }),
    ),
  );
}

type WindowTest = Extract<Test, { readonly operator: "withinLast" | "withinNext" }>;

/** Ages in ms (negative: still to come): one within each window but not the next narrower one, and one beyond all. */
function agesAround(windows: readonly WindowTest[], stretch: Stretch): readonly number[] {
  const past = edgesOf(windows, "withinLast", stretch);
  const future = edgesOf(windows, "withinNext", stretch);
  const hasBoth = past.length > 0 && future.length > 0;
  return [...between(past), ...between(future).map((ahead) => -ahead), ...(hasBoth ? [0] : [])];
}

function edgesOf(
  windows: readonly WindowTest[],
  operator: WindowTest["operator"],
  stretch: Stretch,
): readonly number[] {
  const edges = windows
    .filter((test) => test.operator === operator)
    .map((test) => elapsedBounds(test.duration)[stretch]);
  return [...new Set(edges)].sort((a, b) => a - b);
}

/** A point between each pair of neighbours, starting at zero, and one beyond the last. */
function between(edges: readonly number[]): readonly number[] {
  return [...edges, (edges.at(-1) ?? 0) + 2 * dayMs].map((edge, index) => ((edges[index - 1] ?? 0) + edge) / 2);
}

function momentSample(
  windows: readonly WindowTest[],
  stretch: Stretch,
  { age, value, isDated }: { readonly age: number; readonly value: number; readonly isDated: boolean },
): Candidate["sample"] {
  const sided = windows
    .filter(({ operator }) => (operator === "withinLast") === age >= 0)
    .toSorted((a, b) => elapsedBounds(a.duration)[stretch] - elapsedBounds(b.duration)[stretch]);
  const within = sided.find(({ duration }) => Math.abs(age) <= elapsedBounds(duration)[stretch]);
  const beyond = sided.findLast(({ duration }) => Math.abs(age) > elapsedBounds(duration)[stretch]);
  return {
    kind: "moment",
    isPast: age >= 0,
    ...(isDated ? { date: new Date(value).toISOString().slice(0, 10) } : {}),
    ...(within === undefined ? {} : { within: within.duration }),
    ...(beyond === undefined ? {} : { beyond: beyond.duration }),
  };
}
