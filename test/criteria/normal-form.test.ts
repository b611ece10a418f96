import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Condition, evaluate, type Literal, toDisjunctiveForm, type Valuation } from "../../src/criteria/index.ts";

const path: readonly string[] = [];
const isSet = (field: string): Condition => ({
  kind: "field",
  path,
  field,
  test: { operator: "is", value: true },
  orUnknown: false,
});

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant("field" as const),
    path: fc.constant(path),
    field: fc.constantFrom("a", "b"),
    test: fc.constantFrom(
      { operator: "atLeast" as const, value: 2 },
      { operator: "lessThan" as const, value: 3 },
      { operator: "isNot" as const, value: 1 },
      { operator: "between" as const, low: 1, high: 2 },
      { operator: "in" as const, values: [0, 3] },
      { operator: "known" as const, value: false },
    ),
    orUnknown: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("signal" as const),
    path: fc.constant(path),
    signal: fc.constantFrom("s", "t"),
    times: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    kind: fc.constant("linked" as const),
    path: fc.constant(path),
    object: fc.constant("deal"),
    stages: fc.constantFrom(["won"], ["open", "won"]),
  }),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: "condition" },
    leaf,
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const, "none" as const),
      path: fc.constant(path),
      of: fc.array(tie("condition"), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant("at-least" as const),
      path: fc.constant(path),
      count: fc.integer({ min: 0, max: 4 }),
      of: fc.array(tie("condition"), { maxLength: 3 }),
    }),
    fc.constant<Condition>({ kind: "meets", path, criteria: "named" }),
  ),
}));

const valuation: fc.Arbitrary<Valuation> = fc
  .record({
    a: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    b: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    s: fc.integer({ min: 0, max: 2 }),
    deal: fc.constantFrom([], ["open"], ["won"]),
  })
  .map(({ a, b, s, deal }) => ({
    fields: new Map(Object.entries({ a, b }).filter((entry): entry is [string, number] => entry[1] !== undefined)),
    signals: new Map([["s", Array.from({ length: s }, () => 5)]]),
    linked: new Map([["deal", deal]]),
  }));

const named: Condition = { kind: "none", path, of: [isSet("c")] };
const resolveNamed = (name: string): Condition | undefined => (name === "named" ? named : undefined);
const context = { now: 10, after: (moment: number) => moment, resolveNamed };

describe("the normal form of a condition", () => {
  test("is true for exactly the records that satisfy the condition, unknown values included", () => {
    fc.assert(
      fc.property(condition, valuation, (written, record) => {
        const form = toDisjunctiveForm(written, { resolveNamed, limit: 5_000 });
        if (form.kind !== "terms") throw new Error(`not expanded: ${form.kind}`);
        const holds = ({ leaf: inner, isNegated }: Literal): boolean => evaluate(inner, record, context) !== isNegated;
        expect(form.terms.some((term) => term.every(holds))).toBe(evaluate(written, record, context));
      }),
      { numRuns: 2_000 },
    );
  });

  test("says so when it would need more terms than a person can read", () => {
    const pairs = Array.from({ length: 6 }, (_, index) => ({
      kind: "any" as const,
      path,
      of: [isSet(`a${index}`), isSet(`b${index}`)],
    }));
    expect(toDisjunctiveForm({ kind: "all", path, of: pairs }, { resolveNamed, limit: 20 })).toEqual({
      kind: "too-large",
      limit: 20,
    });
  });

  test("writes two of four as six pairs", () => {
    const of = ["a", "b", "c", "d"].map(isSet);
    const form = toDisjunctiveForm({ kind: "at-least", path, count: 2, of }, { resolveNamed, limit: 20 });
    expect(
      form.kind === "terms" && form.terms.map((term) => term.map(({ leaf: l }) => l.kind === "field" && l.field)),
    ).toEqual([
      ["a", "b"],
      ["a", "c"],
      ["a", "d"],
      ["b", "c"],
      ["b", "d"],
      ["c", "d"],
    ]);
  });

  test("refuses a name that is missing, and one that names itself", () => {
    const loop: Condition = { kind: "meets", path, criteria: "loop" };
    expect(toDisjunctiveForm(loop, { resolveNamed: () => loop, limit: 9 }).kind).toBe("unresolved");
    expect(toDisjunctiveForm({ kind: "meets", path, criteria: "nowhere" }, { resolveNamed, limit: 9 }).kind).toBe(
      "unresolved",
    );
  });
});

describe("a record judged by a condition", () => {
  const none: Valuation = { fields: new Map(), signals: new Map(), linked: new Map() };
  test("an unknown value satisfies nothing, but the opposite of a condition is true of it", () => {
    const large: Condition = {
      kind: "field",
      path,
      field: "size",
      test: { operator: "atLeast", value: 1000 },
      orUnknown: false,
    };
    expect(evaluate(large, none, context)).toBe(false);
    expect(evaluate({ kind: "none", path, of: [large] }, none, context)).toBe(true);
    expect(evaluate({ ...large, orUnknown: true }, none, context)).toBe(true);
  });

  test("a signal counts only inside its window and not from the future", () => {
    const twice: Condition = { kind: "signal", path, signal: "s", times: 2 };
    expect(evaluate(twice, { ...none, signals: new Map([["s", [1, 10]]]) }, context)).toBe(true);
    expect(evaluate(twice, { ...none, signals: new Map([["s", [1, 11]]]) }, context)).toBe(false);
  });
});
