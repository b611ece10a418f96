import { describe, expect, test } from "vitest";
import { openPortal, type TestPortal } from "./portal-client.ts";

type Filter = Readonly<Record<string, unknown>>;

const filter = (property: string, operation: Filter): Filter => ({ filterType: "PROPERTY", property, operation });
const branch = (...filters: Filter[]) => ({
  filterBranchType: "OR",
  filterBranches: [{ filterBranchType: "AND", filterBranches: [], filters }],
  filters: [],
});
const known = filter("company", { operationType: "ALL_PROPERTY", operator: "IS_KNOWN" });
const active = (name: string, filterBranch: object = branch(known)) => ({
  name,
  objectTypeId: "0-1",
  processingType: "DYNAMIC",
  filterBranch,
});

/** Four contacts a, b, c, d, told apart by their first names. */
async function portalWithFour(): Promise<TestPortal> {
  const portal = await openPortal();
  const { call } = portal;
  const base = { groupName: "contactinformation", label: "x" };
  const inputs = [
    { ...base, name: "acme_due", label: "Due", type: "datetime", fieldType: "date" },
    { ...base, name: "acme_done", label: "Done", type: "datetime", fieldType: "date" },
  ];
  await call("POST", "/crm/v3/properties/contacts/batch/create", { inputs });
  const rows = [
    {
      firstname: "a",
      company: "Acme",
      numemployees: "60",
      acme_due: "2027-03-01T08:00:00Z",
      acme_done: "2027-03-01T08:30:00Z",
    },
    {
      firstname: "b",
      company: "Bolt",
      numemployees: "40",
      acme_due: "2027-03-02T08:00:00Z",
      acme_done: "2027-03-01T08:30:00Z",
    },
    { firstname: "c", hs_lead_status: "NEW", hs_current_customer: "true", acme_due: "2027-02-27T23:30:00Z" },
    { firstname: "d", hs_lead_status: "OPEN", hs_current_customer: "false" },
  ];
  await call("POST", "/crm/v3/objects/contacts/batch/create", { inputs: rows.map((properties) => ({ properties })) });
  return portal;
}

async function members({ call }: TestPortal, ...filters: Filter[]): Promise<string> {
  const created = await call("POST", "/crm/v3/lists", active(`list ${JSON.stringify(filters)}`, branch(...filters)));
  expect(created.status, created.text).toBe(200);
  const page = await call("GET", `/crm/v3/lists/${created.body.list["listId"]}/memberships`);
  const letters = new Map([1001, 1002, 1003, 1004].map((id, index) => [String(id), "abcd".charAt(index)]));
  return page.body.results.map((each) => letters.get(String(each["recordId"]))).join("");
}

const op = (operationType: string, operator: string, more: Filter = {}) => ({ operationType, operator, ...more });
const date = (month: number, day: number, hour = 0) => ({
  timeType: "DATE",
  zoneId: "Europe/Paris",
  timezoneSource: "CUSTOM",
  year: 2027,
  month,
  day,
  hour,
});
const indexed = (referenceType: string, days = 0) => ({
  timeType: "INDEXED",
  zoneId: "Europe/Paris",
  indexReference: { referenceType },
  offset: { days },
});

describe("who is on an active list", () => {
  test.each([
    ["text that contains", "company", op("STRING", "CONTAINS", { value: "OLT" }), "b"],
    ["text that differs", "company", op("STRING", "IS_NOT_EQUAL_TO", { value: "Bolt" }), "a"],
    [
      "text that differs, or none",
      "company",
      op("STRING", "IS_NOT_EQUAL_TO", { value: "Bolt", includeObjectsWithNoValueSet: true }),
      "acd",
    ],
    ["one of several texts", "company", op("MULTISTRING", "IS_EQUAL_TO", { values: ["acme", "bolt"] }), "ab"],
    ["a number above", "numemployees", op("NUMBER", "IS_GREATER_THAN", { value: 40 }), "a"],
    ["a number at least", "numemployees", op("NUMBER", "IS_GREATER_THAN_OR_EQUAL_TO", { value: 40 }), "ab"],
    ["a number between", "numemployees", op("NUMBER_RANGED", "IS_BETWEEN", { lowerBound: 41, upperBound: 60 }), "a"],
    ["an option", "hs_lead_status", op("ENUMERATION", "IS_ANY_OF", { values: ["NEW", "OPEN"] }), "cd"],
    ["none of the options", "hs_lead_status", op("ENUMERATION", "IS_NONE_OF", { values: ["NEW"] }), "d"],
    ["a yes", "hs_current_customer", op("BOOL", "IS_EQUAL_TO", { value: true }), "c"],
    [
      "not a yes, or unknown",
      "hs_current_customer",
      op("BOOL", "IS_NOT_EQUAL_TO", { value: true, includeObjectsWithNoValueSet: true }),
      "abd",
    ],
    ["known", "company", op("ALL_PROPERTY", "IS_KNOWN"), "ab"],
    ["unknown", "company", op("ALL_PROPERTY", "IS_UNKNOWN"), "cd"],
    ["before now", "acme_due", op("TIME_POINT", "IS_BEFORE", { timePoint: indexed("NOW") }), "ac"],
    ["before today in Paris", "acme_due", op("TIME_POINT", "IS_BEFORE", { timePoint: indexed("TODAY") }), "c"],
    ["after tomorrow's start", "acme_due", op("TIME_POINT", "IS_AFTER", { timePoint: indexed("TODAY", 1) }), "b"],
    ["after a date in Paris", "acme_due", op("TIME_POINT", "IS_AFTER", { timePoint: date(2, 28) }), "abc"],
    [
      "between two hours",
      "acme_due",
      op("TIME_RANGED", "IS_BETWEEN", { lowerBoundTimePoint: date(3, 1, 9), upperBoundTimePoint: date(3, 1, 10) }),
      "a",
    ],
    [
      "later than another date",
      "acme_done",
      op("COMPARATIVE_DATE", "IS_AFTER", { comparisonPropertyName: "acme_due" }),
      "a",
    ],
  ])("%s", async (_case, property, operation, expected) => {
    const portal = await portalWithFour();
    expect(await members(portal, filter(property, operation))).toBe(expected);
  });

  test("what a property has ever been counts for HAS_EVER", async () => {
    const portal = await portalWithFour();
    await portal.call("PATCH", "/crm/v3/objects/contacts/1003", { properties: { hs_lead_status: "OPEN" } });
    const ever = op("ENUMERATION", "HAS_EVER_BEEN_ANY_OF", { values: ["NEW"] });
    expect(await members(portal, filter("hs_lead_status", ever))).toBe("c");
  });

  test("a branch over associated companies", async () => {
    const portal = await portalWithFour();
    const properties = { name: "Acme", numberofemployees: "80" };
    const company = (await portal.call("POST", "/crm/v3/objects/companies", { properties })).body.id;
    await portal.call("PUT", `/crm/v4/objects/contacts/1002/associations/default/companies/${company}`);
    const large = filter("numberofemployees", op("NUMBER", "IS_GREATER_THAN", { value: 50 }));
    const association = {
      filterBranchType: "ASSOCIATION",
      filterBranchOperator: "AND",
      objectTypeId: "0-2",
      operator: "IN_LIST",
      associationTypeId: 279,
      associationCategory: "HUBSPOT_DEFINED",
      filterBranches: [],
      filters: [large],
    };
    const root = branch();
    const withCompany = { ...root, filterBranches: [{ ...root.filterBranches[0], filterBranches: [association] }] };
    const created = await portal.call("POST", "/crm/v3/lists", active("large companies", withCompany));
    const found = await portal.call("GET", `/crm/v3/lists/${created.body.list["listId"]}/memberships`);
    expect(found.body).toMatchObject({ total: 1, results: [{ recordId: "1002" }] });
  });
});

describe("creating a list", () => {
  test("answers 200 with the filters and the server's defaults; the work goes on in the background", async () => {
    const { call } = await openPortal();
    const created = await call("POST", "/crm/v3/lists/", active("acme"));
    expect(created.status).toBe(200);
    expect(created.body.list).toMatchObject({
      listId: "1",
      listVersion: 1,
      processingStatus: "PROCESSING",
      filterBranch: {
        filterBranchOperator: "OR",
        filterBranches: [
          { filterBranchOperator: "AND", filters: [{ operation: { includeObjectsWithNoValueSet: false } }] },
        ],
      },
    });
    const read = await call("GET", "/crm/lists/2026-03/1");
    expect(read.body.list).toMatchObject({ processingStatus: "COMPLETE", name: "acme" });
    expect(read.body.list).not.toHaveProperty("filterBranch");
    expect((await call("GET", "/crm/v3/lists/1?includeFilters=true")).body.list).toHaveProperty("filterBranch");
  });

  const and = branch(known).filterBranches[0];
  test.each([
    ["a root of type AND", and, undefined],
    ["filters on the root", { ...branch(known), filters: [known] }, undefined],
    ["no AND branch", { ...branch(), filterBranches: [] }, undefined],
    ["IS_NOT_KNOWN", branch(filter("company", op("ALL_PROPERTY", "IS_NOT_KNOWN"))), "ListError.ENUM_CONVERSION"],
    [
      "a text operation on options",
      branch(filter("hs_lead_status", op("STRING", "IS_EQUAL_TO", { value: "NEW" }))),
      "ListError.INVALID_OPERATION_FOR_PROPERTY_TYPE",
    ],
    [
      "options asked of a text",
      branch(filter("company", op("ENUMERATION", "IS_ANY_OF", { values: ["Acme"] }))),
      "ListError.INVALID_OPERATION_FOR_PROPERTY_TYPE",
    ],
    ["an unknown property", branch(filter("nothing", op("ALL_PROPERTY", "IS_KNOWN"))), undefined],
    [
      "an operation not worked out here",
      branch(filter("createdate", op("CALENDAR_DATE", "IN_THIS_TIME_UNIT"))),
      undefined,
    ],
    [
      "a week as time point",
      branch(filter("createdate", op("TIME_POINT", "IS_AFTER", { timePoint: indexed("WEEK") }))),
      undefined,
    ],
    ["a filter on forms", branch({ filterType: "FORM_SUBMISSION" }), undefined],
  ])("%s is refused with 400", async (_case, filterBranch, subCategory) => {
    const { call } = await openPortal();
    const refused = await call("POST", "/crm/v3/lists", active("acme", filterBranch));
    expect(refused.status).toBe(400);
    expect(refused.body.subCategory).toBe(subCategory);
  });

  test("a name is taken once in the whole portal, for whatever object type", async () => {
    const { call } = await openPortal();
    await call("POST", "/crm/v3/lists", active("acme"));
    const manual = { name: "acme", objectTypeId: "0-2", processingType: "MANUAL" };
    const refused = await call("POST", "/crm/v3/lists", manual);
    expect(refused).toMatchObject({ status: 400, body: { subCategory: "ILS.DUPLICATE_LIST_NAMES" } });
  });
});

describe("changing lists", () => {
  test("new filters and a new name count as new versions", async () => {
    const { call } = await openPortal();
    await call("POST", "/crm/v3/lists", active("acme"));
    const unknown = branch(filter("company", op("ALL_PROPERTY", "IS_UNKNOWN")));
    const filtered = await call("PUT", "/crm/v3/lists/1/update-list-filters", { filterBranch: unknown });
    expect(filtered.body["updatedList"]).toMatchObject({ listVersion: 2, processingStatus: "PROCESSING" });
    const renamed = await call("PUT", "/crm/v3/lists/1/update-list-name?listName=acme%20%C2%B7%20new");
    expect(renamed.body["updatedList"]).toMatchObject({ listVersion: 3, name: "acme · new" });
    const named = await call("GET", `/crm/v3/lists/object-type-id/0-1/name/${encodeURIComponent("acme · new")}`);
    expect(named.body.list["listId"]).toBe("1");
    await call("POST", "/crm/v3/lists", { name: "hand-picked", objectTypeId: "0-1", processingType: "MANUAL" });
    expect((await call("PUT", "/crm/v3/lists/2/update-list-filters", { filterBranch: unknown })).status).toBe(400);
  });

  test("a deleted list is found by id only, frees its name, and can be restored", async () => {
    const { call } = await openPortal();
    await call("POST", "/crm/v3/lists", active("acme"));
    expect((await call("DELETE", "/crm/v3/lists/1")).status).toBe(204);
    expect((await call("GET", "/crm/v3/lists/1")).body.list).toHaveProperty("deletedAt");
    expect((await call("GET", "/crm/v3/lists/object-type-id/0-1/name/acme")).status).toBe(404);
    expect((await call("POST", "/crm/v3/lists/search", { offset: 0 })).body.total).toBe(0);
    expect((await call("DELETE", "/crm/v3/lists/1")).status).toBe(404);
    expect((await call("PUT", "/crm/v3/lists/1/restore")).status).toBe(204);
    expect((await call("GET", "/crm/v3/lists/1")).body.list).not.toHaveProperty("deletedAt");
  });

  test("search pages over names and tells the size of each list", async () => {
    const { call } = await portalWithFour();
    for (const name of ["acme one", "acme two", "other"]) await call("POST", "/crm/v3/lists", active(name));
    const body = { query: "ACME", offset: 0, count: 1, additionalProperties: ["hs_list_size"] };
    const first = await call("POST", "/crm/v3/lists/search", body);
    expect(first.body).toMatchObject({
      total: 2,
      hasMore: true,
      offset: 1,
      lists: [{ name: "acme one", additionalProperties: { hs_list_size: "2" } }],
    });
    const second = await call("POST", "/crm/v3/lists/search", { ...body, offset: 1 });
    expect(second.body).toMatchObject({ hasMore: false, lists: [{ name: "acme two" }] });
    const some = await call("GET", "/crm/v3/lists?listIds=1&listIds=3&listIds=99");
    expect(some.body["lists"]).toMatchObject([{ listId: "1" }, { listId: "3" }]);
  });

  test("people are put on a hand-picked list and taken off", async () => {
    const { call } = await portalWithFour();
    await call("POST", "/crm/v3/lists", { name: "picked", objectTypeId: "0-1", processingType: "MANUAL" });
    const added = await call("PUT", "/crm/v3/lists/1/memberships/add", ["1001", "1002", "99"]);
    expect(added.body).toMatchObject({ recordsIdsAdded: ["1001", "1002"], recordIdsMissing: ["99"] });
    await call("PUT", "/crm/v3/lists/1/memberships/remove", ["1001"]);
    expect((await call("GET", "/crm/v3/lists/1/memberships")).body.results).toMatchObject([{ recordId: "1002" }]);
  });
});
