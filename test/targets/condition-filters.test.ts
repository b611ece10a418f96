import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Condition, evaluate, type Scalar, type Test } from "../../src/criteria/index.ts";
import { conditionFilters } from "../../src/targets/hubspot/condition-filters.ts";
import { anyOf } from "../../src/targets/hubspot/filters.ts";
import { createModel } from "../../src/targets/hubspot/model.ts";
import { contractOf, exampleText } from "./compile-example.ts";
import { passesBranch } from "./portal-filters.ts";

const contract = contractOf(exampleText("classic-inbound"));
const environment = [...contract.environments.values()][0];
if (environment === undefined) throw new Error("the example has environments");
const model = createModel(contract, environment);
const path: readonly string[] = [];

const tests: Readonly<Record<string, readonly Test[]>> = {
  country: [
    { operator: "is", value: "FR" },
    { operator: "isNot", value: "FR" },
    { operator: "in", values: ["FR", "BE"] },
    { operator: "notIn", values: ["LU"] },
    { operator: "known", value: true },
    { operator: "known", value: false },
  ],
  "fit-score": [
    { operator: "atLeast", value: 2 },
    { operator: "atMost", value: 1 },
    { operator: "moreThan", value: 1 },
    { operator: "lessThan", value: 2 },
    { operator: "between", low: 1, high: 2 },
    { operator: "in", values: [0, 3] },
    { operator: "notIn", values: [0, 3] },
  ],
  budget: [
    { operator: "is", value: true },
    { operator: "isNot", value: true },
  ],
  need: [
    { operator: "contains", value: "a" },
    { operator: "is", value: "ab" },
    { operator: "notIn", values: ["ab", "b"] },
  ],
};
const leaves = Object.entries(tests).flatMap(([field, all]) => all.map((one) => ({ field, test: one })));
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, depthIdentifier: "filters" },
    fc
      .tuple(fc.constantFrom(...leaves), fc.boolean())
      .map(([leaf, orUnknown]): Condition => ({ kind: "field", path, ...leaf, orUnknown })),
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const, "none" as const),
      path: fc.constant(path),
      of: fc.array(tie("condition"), { maxLength: 3 }),
    }),
  ),
}));

const value = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const record = fc.record({
  country: value("FR", "BE", "LU"),
  "fit-score": value(0, 1, 2, 3),
  budget: value(true, false),
  need: value("ab", "b", "c"),
});
const properties: Readonly<Record<string, string>> = {
  country: "acme_inbound_country",
  "fit-score": "acme_fit",
  budget: "acme_inbound_budget",
  need: "acme_inbound_need",
};

describe("a condition written as HubSpot filters", () => {
  test("takes exactly the records that satisfy the condition, unknown values included", () => {
    let compared = 0;
    fc.assert(
      fc.property(condition, record, (written, values) => {
        const filters = conditionFilters(model, "contact", written);
        if (filters.kind === "impossible") return;
        compared += 1;
        const known = Object.entries(values).filter((entry): entry is [string, Scalar] => entry[1] !== undefined);
        const context = { now: 0, after: (moment: number) => moment, resolveNamed: () => undefined };
        const expected = evaluate(written, { fields: new Map(known), signals: new Map(), linked: new Map() }, context);
        const portal = new Map(known.map(([field, held]) => [properties[field] ?? field, held]));
        const branch = anyOf(filters.alternatives.map(({ nodes }) => nodes));
        expect(passesBranch(portal, branch)).toBe(expected);
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(2_500);
  });

  test("asks the company through its association, and reads none as no such company", () => {
    const large: Condition = {
      kind: "field",
      path,
      field: "company-size",
      test: { operator: "atLeast", value: 50 },
      orUnknown: false,
    };
    const said = (written: Condition) => {
      const filters = conditionFilters(model, "contact", written);
      return filters.kind === "filters" ? filters.alternatives.flatMap(({ nodes }) => nodes) : [];
    };
    const association = { filterBranchType: "ASSOCIATION", objectTypeId: "0-2", associationTypeId: 279 };
    expect(said(large)).toMatchObject([{ ...association, operator: "IN_LIST" }]);
    expect(said({ kind: "none", path, of: [large] })).toMatchObject([{ ...association, operator: "NOT_IN_LIST" }]);
  });

  test("counts two business days as the five calendar days from Friday evening to Wednesday morning", () => {
    const written: Condition = {
      kind: "signal",
      path,
      signal: "demo-request",
      times: 1,
      withinLast: { kind: "business", unit: "days", amount: 2 },
    };
    expect(JSON.stringify(conditionFilters(model, "contact", written))).toContain('"offset":{"days":-5}');
  });
});
