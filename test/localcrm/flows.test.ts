import { describe, expect, test } from "vitest";
import { openPortal, type TestPortal } from "./portal-client.ts";

const flows = "/automation/v4/flows";
const setProperty = (actionId: string, connection?: object) => ({
  type: "SINGLE_CONNECTION",
  actionId,
  actionTypeId: "0-5",
  actionTypeVersion: 0,
  fields: { property_name: "company", value: { type: "STATIC_VALUE", staticValue: "Acme" } },
  ...(connection === undefined ? {} : { connection }),
});
const edge = (nextActionId: string, edgeType = "STANDARD") => ({ edgeType, nextActionId });
const minimal = {
  name: "acme · enter",
  type: "CONTACT_FLOW",
  flowType: "WORKFLOW",
  isEnabled: false,
  objectTypeId: "0-1",
  actions: [],
};
const working = { ...minimal, startActionId: "1", actions: [setProperty("1", edge("2")), setProperty("2")] };
const enrolment = (operation: object) => ({
  type: "LIST_BASED",
  shouldReEnroll: false,
  unEnrollObjectsNotMeetingCriteria: false,
  reEnrollmentTriggersFilterBranches: [],
  listFilterBranch: {
    filterBranchType: "OR",
    filterBranchOperator: "OR",
    filters: [],
    filterBranches: [
      {
        filterBranchType: "AND",
        filterBranchOperator: "AND",
        filterBranches: [],
        filters: [{ filterType: "PROPERTY", property: "hs_lead_status", operation }],
      },
    ],
  },
});
const isNew = { operationType: "ENUMERATION", operator: "IS_ANY_OF", values: ["NEW"] };

/** A portal with one workflow that is set up, and its id. */
async function portalWithFlow(body: object = working): Promise<TestPortal & { readonly path: string }> {
  const portal = await openPortal();
  const created = await portal.call("POST", flows, body);
  expect(created.status, created.text).toBe(201);
  const path = `${flows}/${created.body.id}`;
  await portal.call("GET", path);
  return { ...portal, path };
}

describe("creating a workflow", () => {
  test("the shortest body is accepted and filled in", async () => {
    const { call } = await openPortal();
    const created = await call("POST", flows, { ...minimal, nextAvailableActionId: "9", id: "3" });
    expect(created.status).toBe(201);
    expect(created.headers.get("location")).toBe(`${flows}/${created.body.id}`);
    expect(created.body).toMatchObject({
      ...minimal,
      id: "1000000001",
      revisionId: "1",
      nextAvailableActionId: "1",
      timeWindows: [],
      blockedDates: [],
      customProperties: {},
      dataSources: [],
      suppressionListIds: [],
      canEnrollFromSalesforce: false,
      crmObjectCreationStatus: "PENDING",
    });
  });

  test("it is PENDING for one read, and refuses a PUT until then", async () => {
    const { call } = await openPortal();
    const created = await call("POST", flows, working);
    const path = `${flows}/${created.body.id}`;
    expect((await call("PUT", path, created.body)).status).toBe(400);
    expect((await call("GET", path)).body["crmObjectCreationStatus"]).toBe("PENDING");
    expect((await call("GET", path)).body["crmObjectCreationStatus"]).toBe("COMPLETE");
    expect((await call("PUT", path, created.body)).status).toBe(200);
  });

  test.each([
    ["no type", { ...working, type: undefined }, "Some required fields were not set: [type]"],
    [
      "a platform flow on contacts",
      { ...working, type: "PLATFORM_FLOW" },
      'Expected an object type other than "0-1" objectType but got "0-1"',
    ],
    [
      "an empty connection",
      { ...working, actions: [setProperty("1", {})] },
      "Some required fields were not set: [nextActionId]",
    ],
    ["an edge to nowhere", { ...working, actions: [setProperty("1", edge("7"))] }, "Invalid request to flow creation"],
    [
      "an action nothing leads to",
      { ...working, actions: [setProperty("1"), setProperty("2")] },
      "Invalid request to flow creation",
    ],
    ["no start", { ...working, startActionId: undefined }, "Invalid request to flow creation"],
    [
      "IS_NOT_EQUAL_TO on options",
      { ...working, enrollmentCriteria: enrolment({ ...isNew, operator: "IS_NOT_EQUAL_TO" }) },
      "is not an operator of ENUMERATION",
    ],
    [
      "a text operation on options",
      { ...working, enrollmentCriteria: enrolment({ operationType: "STRING", operator: "CONTAINS" }) },
      "cannot be used",
    ],
    [
      "an unknown property",
      { ...working, actions: [{ ...setProperty("1"), fields: { property_name: "nothing" } }] },
      'Property "nothing" does not exist',
    ],
  ])("%s is a 400", async (_case, body, message) => {
    const { call } = await openPortal();
    const refused = await call("POST", flows, body);
    expect(refused.status).toBe(400);
    expect(refused.body.message).toContain(message);
  });

  test("the old list action and an empty default branch are a 500 without a body", async () => {
    const { call } = await openPortal();
    const old = { ...setProperty("1"), actionTypeId: "0-13" };
    expect(await call("POST", flows, { ...working, actions: [old] })).toMatchObject({ status: 500, text: "" });
    const branch = { type: "LIST_BRANCH", actionId: "1", listBranches: [], defaultBranch: {} };
    expect(await call("POST", flows, { ...working, actions: [branch] })).toMatchObject({ status: 500, text: "" });
  });

  test("branches and jumps back into a shared tail are a whole graph", async () => {
    const actions = [
      { type: "LIST_BRANCH", actionId: "1", listBranches: [{ connection: edge("2") }], defaultBranch: edge("3") },
      setProperty("2", edge("4")),
      setProperty("3", edge("4", "GOTO")),
      setProperty("4"),
    ];
    const { call, path } = await portalWithFlow({ ...working, actions });
    expect((await call("GET", path)).body["nextAvailableActionId"]).toBe("5");
  });
});

describe("replacing a workflow", () => {
  test("raises the revision by one and clears what the body leaves out", async () => {
    const { call, path } = await portalWithFlow({ ...working, description: "d", enrollmentCriteria: enrolment(isNew) });
    const before = (await call("GET", path)).body;
    const { description: _, enrollmentCriteria: __, ...rest } = before;
    const replaced = await call("PUT", path, { ...rest, name: "renamed" });
    expect(replaced).toMatchObject({ status: 200, body: { revisionId: "2", name: "renamed", objectTypeId: "0-1" } });
    expect(replaced.body).not.toHaveProperty("description");
    expect(replaced.body).not.toHaveProperty("enrollmentCriteria");
  });

  test("an old or missing revision is refused", async () => {
    const { call, path } = await portalWithFlow();
    const before = (await call("GET", path)).body;
    await call("PUT", path, before);
    for (const body of [before, { ...before, revisionId: undefined }]) {
      const refused = await call("PUT", path, body);
      expect(refused).toMatchObject({ status: 400, body: { subCategory: "INVALID_REVISION_ID_IN_PUT_REQUEST" } });
    }
  });

  test("a body without its required fields is refused", async () => {
    const { call, path } = await portalWithFlow();
    const { timeWindows: _, ...body } = (await call("GET", path)).body;
    expect((await call("PUT", path, body)).body.message).toBe("Some required fields were not set: [timeWindows]");
  });
});

describe("finding workflows", () => {
  test("the listing pages through them, without their actions", async () => {
    const { call } = await openPortal();
    for (const name of ["one", "two", "three"]) await call("POST", flows, { ...working, name });
    const first = await call("GET", `${flows}?limit=2`);
    expect(first.body).toMatchObject({ results: [{ name: "one" }, { name: "two" }], paging: { next: { after: "2" } } });
    expect(first.body.results[0]).not.toHaveProperty("actions");
    expect((await call("GET", "/automation/2026-09-beta/flows?limit=2&after=2")).body.results).toHaveLength(1);
  });

  test("a batch read answers 207 with those that are missing; a deleted one is a 404", async () => {
    const { call, path } = await portalWithFlow();
    const inputs = ["1000000001", "7"].map((flowId) => ({ type: "FLOW_ID", flowId }));
    const read = await call("POST", `${flows}/batch/read`, { inputs });
    expect(read).toMatchObject({ status: 207, body: { results: [{ id: "1000000001" }], numErrors: 1 } });
    expect((await call("POST", `${flows}/batch/read`, { inputs: inputs.slice(0, 1) })).status).toBe(200);
    expect((await call("DELETE", path)).status).toBe(204);
    expect(await call("GET", path)).toMatchObject({ status: 404, body: { category: "OBJECT_NOT_FOUND" } });
  });
});

describe("what is in use", () => {
  const property = {
    name: "acme_score",
    label: "Score",
    type: "number",
    fieldType: "number",
    groupName: "contactinformation",
  };

  test("a property that a workflow names, even one that is off, cannot be archived", async () => {
    const { call } = await openPortal();
    await call("POST", "/crm/v3/properties/contacts", property);
    const fields = { property_name: "acme_score", value: { type: "STATIC_VALUE", staticValue: "1" } };
    await call("POST", flows, { ...working, actions: [{ ...setProperty("1"), fields }] });
    const refused = await call("DELETE", "/crm/v3/properties/contacts/acme_score");
    expect(refused).toMatchObject({
      status: 400,
      body: {
        message: "Property: acme_score of object type 0-1 is currently used in 1 places and cannot be deleted",
        subCategory: "PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE",
        context: { usageCount: ["1"] },
        errors: [{ context: { parentType: ["AUTOMATION_PLATFORM_FLOW"], parentName: ["1000000001"] } }],
      },
    });
    await call("DELETE", `${flows}/1000000001`);
    expect((await call("DELETE", "/crm/v3/properties/contacts/acme_score")).status).toBe(204);
  });

  test("nor one that an active list filters on, until the list is deleted", async () => {
    const { call } = await openPortal();
    await call("POST", "/crm/v3/properties/contacts", property);
    const filters = [
      {
        filterType: "PROPERTY",
        property: "acme_score",
        operation: { operationType: "ALL_PROPERTY", operator: "IS_KNOWN" },
      },
    ];
    const and = { filterBranchType: "AND", filterBranches: [], filters };
    const filterBranch = { filterBranchType: "OR", filters: [], filterBranches: [and] };
    await call("POST", "/crm/v3/lists", { name: "l", objectTypeId: "0-1", processingType: "DYNAMIC", filterBranch });
    expect((await call("DELETE", "/crm/v3/properties/contacts/acme_score")).status).toBe(400);
    await call("DELETE", "/crm/v3/lists/1");
    expect((await call("DELETE", "/crm/v3/properties/contacts/acme_score")).status).toBe(204);
  });

  test("a stage with deals is deleted only without validation", async () => {
    const { call } = await openPortal();
    await call("POST", "/crm/v3/objects/deals", { properties: { dealstage: "closedwon", pipeline: "default" } });
    const stage = "/crm/v3/pipelines/deals/default/stages/closedwon";
    const refused = await call("DELETE", `${stage}?validateReferencesBeforeDelete=true`);
    expect(refused.body).toMatchObject({
      message: "Stage IDs: [closedwon] are being referenced by object IDs: [1001]",
      subCategory: "PipelineError.STAGE_ID_IN_USE",
      context: { stageIds: ["[closedwon]"], objectIds: ["[1001]"] },
    });
    expect((await call("DELETE", stage)).status).toBe(204);
  });

  test("a stage that a list filters on counts when tools are to be validated", async () => {
    const { call } = await openPortal();
    const operation = { operationType: "ENUMERATION", operator: "IS_ANY_OF", values: ["closedwon"] };
    const and = {
      filterBranchType: "AND",
      filterBranches: [],
      filters: [{ filterType: "PROPERTY", property: "dealstage", operation }],
    };
    const filterBranch = { filterBranchType: "OR", filters: [], filterBranches: [and] };
    await call("POST", "/crm/v3/lists", { name: "won", objectTypeId: "0-3", processingType: "DYNAMIC", filterBranch });
    const pipeline = "/crm/v3/pipelines/deals/default";
    expect((await call("DELETE", `${pipeline}?validateDealStageUsagesBeforeDelete=true`)).status).toBe(400);
    expect((await call("DELETE", pipeline)).status).toBe(204);
  });
});
