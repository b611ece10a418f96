import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject, ResourceKind } from "../../../src/engine/index.ts";
import { hubspotSemantics } from "../../../src/providers/index.ts";

const normalise = (kind: ResourceKind, attributes: JsonObject) =>
  hubspotSemantics.normalise({ kind, name: "n", attributes });

const filter = (operation: JsonObject) => ({ filterType: "PROPERTY", property: "p", operation });
const and = (...filters: JsonObject[]) => ({ filterBranchType: "AND", filters });
const listOf = (...branches: JsonObject[]) => ({ filterBranch: { filterBranchType: "OR", filterBranches: branches } });

describe("what HubSpot spells in its own way is the same thing", () => {
  test.each<[string, ResourceKind, JsonObject, JsonObject]>([
    [
      "the order and place of options are not compared",
      "property",
      { displayOrder: -1, options: [{ value: "a", displayOrder: 4 }] },
      { displayOrder: 8, options: [{ value: "a", displayOrder: 0 }] },
    ],
    ["white space around texts is trimmed", "property", { label: " Need " }, { label: "Need" }],
    [
      "0.20 is 0.2, and isClosed is derived",
      "pipeline",
      stageWith({ probability: "0.20" }),
      stageWith({ probability: "0.2", isClosed: "false" }),
    ],
    ["1.0 is 1", "pipeline", stageWith({ probability: "1.0" }), stageWith({ probability: "1" })],
    [
      "a stage's id is written as stageId",
      "pipeline",
      { stages: [{ id: "x", label: "X" }] },
      { stages: [{ stageId: "x", label: "X", displayOrder: 2 }] },
    ],
    [
      "branch operators and empty lists are defaults",
      "list",
      listOf(and(filter({ operationType: "BOOL" }))),
      {
        filterBranch: {
          filterBranchType: "OR",
          filterBranchOperator: "OR",
          filters: [],
          filterBranches: [
            {
              filterBranchType: "AND",
              filterBranchOperator: "AND",
              filterBranches: [],
              filters: [filter({ operationType: "BOOL", includeObjectsWithNoValueSet: false })],
            },
          ],
        },
      },
    ],
    [
      "values are a set",
      "list",
      listOf(and(filter({ operationType: "ENUMERATION", values: ["b", "a"] }))),
      listOf(and(filter({ operationType: "ENUMERATION", values: ["a", "b", "a"] }))),
    ],
    [
      "actions are told by their ids",
      "workflow",
      { actions: [{ actionId: "10" }, { actionId: "2" }] },
      { actions: [{ actionId: "2" }, { actionId: "10" }] },
    ],
    ["being switched on is no part of the definition", "workflow", { isEnabled: false }, { isEnabled: true }],
    [
      "filters inside workflows count as in lists",
      "workflow",
      { enrollmentCriteria: { listFilterBranch: and() } },
      { enrollmentCriteria: { listFilterBranch: { ...and(), filterBranchOperator: "AND", filterBranches: [] } } },
    ],
  ])("%s", (_, kind, ours, theirs) => {
    expect(normalise(kind, theirs)).toEqual(normalise(kind, ours));
  });
});

describe("what means something else stays different", () => {
  test.each<[string, ResourceKind, JsonObject, JsonObject]>([
    ["another probability", "pipeline", stageWith({ probability: "0.2" }), stageWith({ probability: "0.3" })],
    [
      "another operator",
      "list",
      listOf(and(filter({ operationType: "BOOL", operator: "IS_EQUAL_TO" }))),
      listOf(and(filter({ operationType: "BOOL", operator: "IS_NOT_EQUAL_TO" }))),
    ],
    [
      "with those that have no value",
      "list",
      listOf(and(filter({ operationType: "BOOL" }))),
      listOf(and(filter({ operationType: "BOOL", includeObjectsWithNoValueSet: true }))),
    ],
    [
      "AND within OR is not OR within AND",
      "list",
      listOf(and()),
      { filterBranch: { filterBranchType: "AND", filterBranches: [{ filterBranchType: "OR", filters: [] }] } },
    ],
    [
      "hidden options",
      "property",
      { options: [{ value: "a", hidden: false }] },
      { options: [{ value: "a", hidden: true }] },
    ],
  ])("%s", (_, kind, ours, theirs) => {
    expect(normalise(kind, theirs)).not.toEqual(normalise(kind, ours));
  });
});

test("normalising twice is normalising once, whatever the attributes", () => {
  const kinds = fc.constantFrom<ResourceKind>("property", "property-group", "pipeline", "list", "workflow");
  const keys = fc.constantFrom(
    "options",
    "stages",
    "metadata",
    "probability",
    "values",
    "operationType",
    "filterBranchType",
    "filters",
    "actions",
    "actionId",
    "label",
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom("0.20", " a ", "OR"),
      fc.nat(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(keys, tie("tree"), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(kinds, fc.dictionary(keys, tree, { maxKeys: 5 }), (kind, attributes) => {
      // The dictionaries above hold JSON and nothing else.
      const once = normalise(kind, attributes as JsonObject);
      expect(normalise(kind, once)).toEqual(once);
    }),
  );
});

function stageWith(metadata: JsonObject): JsonObject {
  return { stages: [{ id: "s", metadata }] };
}
