import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/engine/index.ts";
import { searchesFor } from "../../../src/providers/hubspot/record-search.ts";
import {
  allOf,
  anyOf,
  compares,
  isAnyOf,
  isKnown,
  isLaterThan,
  isNoneOf,
  isUnknown,
} from "../../../src/targets/hubspot/filters.ts";
import { openPortal, value } from "./portal.ts";

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const kinds = ["a", "b", "c", undefined];

/** The values of one contact: of some nothing is known. */
function contact(index: number): JsonObject {
  const kind = kinds[index % kinds.length];
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(index % 3 === 0 ? { size: String(index) } : {}),
    ...(index % 5 === 0 ? {} : { seen: String(dayMs * index), done: String(dayMs * (60 - index)) }),
  };
}

const dayMs = 86_400_000;

async function crowdedPortal() {
  const portal = await openPortal({}, "small");
  const options = ["a", "b", "c"].map((one, displayOrder) => ({ value: one, label: one, displayOrder, hidden: false }));
  for (const one of [
    { name: "kind", type: "enumeration", fieldType: "select", options },
    { name: "size", type: "number", fieldType: "number" },
    { name: "seen", type: "datetime", fieldType: "date" },
    { name: "done", type: "datetime", fieldType: "date" },
  ])
    await portal.call("POST", "/crm/v3/properties/contacts", { groupName: "contactinformation", label: "x", ...one });
  for (const index of numbers(60))
    await portal.call("POST", "/crm/v3/objects/contacts", { properties: contact(index) });
  return portal;
}

type Portal = Awaited<ReturnType<typeof openPortal>>;

async function membersOf(portal: Portal, name: string, filterBranch: JsonObject): Promise<number> {
  const list = { name, objectTypeId: "0-1", processingType: "DYNAMIC", filterBranch };
  const made = await portal.call("POST", "/crm/v3/lists", list);
  const { listId } = made["list"] as JsonObject; // as HubSpot answers
  const { results } = await portal.call("GET", `/crm/v3/lists/${listId}/memberships`);
  return Array.isArray(results) ? results.length : 0;
}

const big = (least: number) =>
  compares("size", { type: "NUMBER", operator: "IS_GREATER_THAN_OR_EQUAL_TO", value: least }, "fails");
const small = compares("size", { type: "NUMBER", operator: "IS_LESS_THAN", value: 30 }, "passes");
const other = compares("size", { type: "NUMBER", operator: "IS_NOT_EQUAL_TO", value: 6 }, "fails");

describe("records counted by a search", () => {
  test("are the members of a list with the same filters", async () => {
    const portal = await crowdedPortal();
    for (const [index, tree] of [
      anyOf([[isAnyOf("kind", ["a", "b"])]]),
      anyOf([[isNoneOf("kind", ["a"], "passes"), big(10)]]),
      anyOf([[isNoneOf("kind", ["a"], "fails")], [isUnknown("size")]]),
      anyOf([
        [small, isKnown("kind")],
        [other, isAnyOf("kind", ["c"], "passes")],
      ]),
    ].entries()) {
      const members = await membersOf(portal, `list ${index}`, tree);
      expect(members).toBeGreaterThan(0);
      expect(value(await portal.reader.countRecords("contacts", tree))).toEqual({ records: members, isExact: true });
    }
  });

  test("are no fewer where a search can't ask for all of them", async () => {
    const portal = await crowdedPortal();
    for (const [index, tree] of [
      anyOf([[isLaterThan("seen", "done"), isAnyOf("kind", ["a"])]]),
      anyOf([[isLaterThan("seen", "done")]]),
      anyOf(numbers(7).map((step) => [big(step * 8), isAnyOf("kind", ["a"])])),
      anyOf([[big(1), big(2), big(3), big(4), big(5), big(6), big(30)]]),
    ].entries()) {
      const members = await membersOf(portal, `list ${index}`, tree);
      const counted = value(await portal.reader.countRecords("contacts", tree));
      expect(counted.isExact).toBe(false);
      expect(counted.records).toBeGreaterThanOrEqual(members);
    }
  });

  test("are asked for in searches of five groups, six filters each and eighteen in all", () => {
    const group = (count: number) => numbers(count).map((index) => isKnown(`p${index}`));
    const { searches } = searchesFor(anyOf([group(6), group(6), group(6), group(2), group(8)]));
    const sizes = searches.map(({ filterGroups }) =>
      filterGroups.map(({ filters }) => (filters as readonly unknown[]).length),
    );
    expect(sizes).toEqual([
      [6, 6, 6],
      [2, 6],
    ]);
    expect(searchesFor({ ...anyOf([]), filterBranches: [allOf([])] }).searches).toEqual([{ filterGroups: [] }]);
  });
});
