import type { ErrorObject } from "ajv";
import { describe, expect, test } from "vitest";
import { openApiFolder, openDescription } from "../targets/hubspot-openapi.ts";
import { type Answer, openPortal } from "./portal-client.ts";

const folder = openApiFolder();
const title = folder === undefined ? "(HubSpot's API descriptions are not at hand: nothing compared)" : "";

/**
 * Where HubSpot answers otherwise than its description says, as captured answers show; nothing else is forgiven.
 */
const knownDeviations: readonly { readonly at: RegExp; readonly keyword: string }[] = [
  // An entry of a batch's errors has a subCategory like every other error: a text, not an object.
  { at: /^\/errors\/\d+\/subCategory$/, keyword: "type" },
  // A property without a value is null in a record that is read.
  { at: /^(\/results\/\d+)?\/properties\/\w+$/, keyword: "type" },
];

function isKnown({ instancePath, keyword }: ErrorObject): boolean {
  return knownDeviations.some((each) => each.keyword === keyword && each.at.test(instancePath));
}

type Request = readonly [method: string, path: string, body?: unknown];
type Expected = readonly [status: number, file: string, schema: string];

interface Comparer {
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Expects an answer to have this status and to be what the schema of HubSpot's description says, and gives it. */
  readonly expectAs: (request: Request, expected: Expected) => Promise<Answer>;
}

/** A portal whose answers are held against the descriptions in a folder. */
async function openCompared(described: string): Promise<Comparer> {
  const { call } = await openPortal();
  const opened = new Map<string, ReturnType<typeof openDescription>>();
  const description = (file: string) => {
    const found = opened.get(file) ?? openDescription(described, `${file}.json`);
    opened.set(file, found);
    return found;
  };
  const expectAs: Comparer["expectAs"] = async ([method, path, body], [status, file, schema]) => {
    const answer = await call(method, path, body);
    const validate = description(file)(schema);
    validate(answer.body);
    const errors = (validate.errors ?? []).filter((error) => !isKnown(error));
    const differences = errors.map((error) => `${error.instancePath} ${error.message}`);
    const asked = `${method} ${path}`;
    expect({ asked, status: answer.status, differences }).toEqual({ asked, status, differences: [] });
    return answer;
  };
  return { call, expectAs };
}

const options = ["low", "high"].map((value, displayOrder) => ({ label: value, value, displayOrder, hidden: false }));
const base = { label: "Fit", groupName: "contactinformation", type: "enumeration", fieldType: "select", options };
const fit = { name: "fit", ...base };

const values = { operationType: "ENUMERATION", operator: "IS_ANY_OF", values: ["high"] };
const filter = { filterType: "PROPERTY", property: "fit", operation: values };
const and = { filterBranchType: "AND", filterBranches: [], filters: [filter] };
const filterBranch = { filterBranchType: "OR", filterBranches: [and], filters: [] };

const fields = { property_name: "fit", value: { type: "STATIC_VALUE", staticValue: "low" } };
const setFit = { type: "SINGLE_CONNECTION", actionId: "1", actionTypeId: "0-5", actionTypeVersion: 0, fields };
const flowBase = { flowType: "WORKFLOW", isEnabled: false, startActionId: "1", actions: [setFit] };
const contactFlow = { name: "Flow", type: "CONTACT_FLOW", objectTypeId: "0-1", ...flowBase };
const platformFlow = {
  type: "PLATFORM_FLOW",
  objectTypeId: "0-3",
  flowType: "WORKFLOW",
  isEnabled: false,
  actions: [],
};

describe(`the local CRM's answers against HubSpot's own descriptions ${title}`, () => {
  test("a key too many and one that lacks are seen", () => {
    if (folder === undefined) return;
    const validate = openDescription(folder, "properties.v3.json")("PropertyGroup");
    const group = { name: "own", label: "Own", displayOrder: 1, archived: false };
    expect(validate(group)).toBe(true);
    expect(validate({ ...group, isArchived: false })).toBe(false);
    expect(validate({ ...group, archived: undefined })).toBe(false);
  });

  test("properties and their groups", async () => {
    if (folder === undefined) return;
    const { call, expectAs } = await openCompared(folder);
    const path = "/crm/v3/properties/contacts";
    const group = { name: "own", label: "Own" };
    await expectAs(["GET", path], [200, "properties.v3", "CollectionResponsePropertyNoPaging"]);
    await expectAs(["POST", path, fit], [201, "properties.v3", "Property"]);
    await expectAs(["GET", `${path}/fit`], [200, "properties.v3", "Property"]);
    await expectAs(["PATCH", `${path}/fit`, { label: "F" }], [200, "properties.v3", "Property"]);
    await expectAs(["POST", `${path}/groups`, group], [201, "properties.v3", "PropertyGroup"]);
    await expectAs(["PATCH", `${path}/groups/own`, { label: "O" }], [200, "properties.v3", "PropertyGroup"]);
    await expectAs(["GET", `${path}/groups/own`], [200, "properties.v3", "PropertyGroup"]);
    await expectAs(["GET", `${path}/groups`], [200, "properties.v3", "CollectionResponsePropertyGroupNoPaging"]);
    const created = { inputs: [{ ...fit, name: "fit_b" }] };
    await expectAs(["POST", `${path}/batch/create`, created], [201, "properties.v3", "BatchResponseProperty"]);
    await expectAs(
      ["POST", `${path}/batch/create`, created],
      [207, "properties.v3", "BatchResponsePropertyWithErrors"],
    );
    const read = { inputs: [{ name: "fit" }, { name: "none" }], archived: false };
    await expectAs(["POST", `${path}/batch/read`, read], [207, "properties.v3", "BatchResponsePropertyWithErrors"]);
    await call("DELETE", `${path}/fit`);
    await expectAs(["GET", `${path}/fit?archived=true`], [200, "properties.v3", "Property"]);
  });

  test.each(["contacts", "companies", "deals", "tickets", "leads"])(
    "the default properties and pipelines of %s",
    async (type) => {
      if (folder === undefined) return;
      const { expectAs } = await openCompared(folder);
      const properties = ["properties.v3", "CollectionResponsePropertyNoPaging"] as const;
      await expectAs(["GET", `/crm/v3/properties/${type}`], [200, ...properties]);
      const pipelines = ["pipelines.v3", "CollectionResponsePipelineNoPaging"] as const;
      await expectAs(["GET", `/crm/v3/pipelines/${type}`], [200, ...pipelines]);
    },
  );

  test("pipelines and their stages", async () => {
    if (folder === undefined) return;
    const { expectAs } = await openCompared(folder);
    const path = "/crm/v3/pipelines/deals";
    const stage = { label: "New", displayOrder: 0, metadata: { probability: "0.2" }, stageId: "own_new" };
    const pipeline = { label: "Own", displayOrder: 1, pipelineId: "own", stages: [stage] };
    await expectAs(["POST", path, pipeline], [201, "pipelines.v3", "Pipeline"]);
    await expectAs(["GET", `${path}/own`], [200, "pipelines.v3", "Pipeline"]);
    await expectAs(["PATCH", `${path}/own`, { label: "Mine" }], [200, "pipelines.v3", "Pipeline"]);
    await expectAs(["PUT", `${path}/own`, pipeline], [200, "pipelines.v3", "Pipeline"]);
    const won = { label: "Won", displayOrder: 1, metadata: { probability: "1" }, stageId: "own_won" };
    await expectAs(["POST", `${path}/own/stages`, won], [201, "pipelines.v3", "PipelineStage"]);
    await expectAs(["GET", `${path}/own/stages`], [200, "pipelines.v3", "CollectionResponsePipelineStageNoPaging"]);
    await expectAs(["GET", `${path}/own/stages/own_won`], [200, "pipelines.v3", "PipelineStage"]);
    await expectAs(["PATCH", `${path}/own/stages/own_won`, won], [200, "pipelines.v3", "PipelineStage"]);
    await expectAs(["PUT", `${path}/own/stages/own_won`, won], [200, "pipelines.v3", "PipelineStage"]);
  });

  test("lists and their members", async () => {
    if (folder === undefined) return;
    const { call, expectAs } = await openCompared(folder);
    const path = "/crm/v3/lists";
    await call("POST", "/crm/v3/properties/contacts", fit);
    const contact = await call("POST", "/crm/v3/objects/contacts", { properties: { fit: "high" } });
    const list = { name: "High", objectTypeId: "0-1", processingType: "DYNAMIC", filterBranch };
    const created = await expectAs(["POST", path, list], [200, "lists.v3", "ListCreateResponse"]);
    const own = `${path}/${String(created.body.list["listId"])}`;
    await expectAs(["GET", `${own}?includeFilters=true`], [200, "lists.v3", "ListFetchResponse"]);
    await expectAs(["GET", `${path}?listIds=1&includeFilters=true`], [200, "lists.v3", "ListsByIdResponse"]);
    await expectAs(["GET", `${path}/object-type-id/0-1/name/High`], [200, "lists.v3", "ListFetchResponse"]);
    await expectAs(["POST", `${path}/search`, { offset: 0 }], [200, "lists.v3", "ListSearchResponse"]);
    await expectAs(["PUT", `${own}/update-list-filters`, { filterBranch }], [200, "lists.v3", "ListUpdateResponse"]);
    await expectAs(["PUT", `${own}/update-list-name?listName=Top`], [200, "lists.v3", "ListUpdateResponse"]);
    const members = ["lists.v3", "ApiCollectionResponseJoinTimeAndRecordId"] as const;
    await expectAs(["GET", `${own}/memberships`], [200, ...members]);
    const manual = { name: "Hand-picked", objectTypeId: "0-1", processingType: "MANUAL" };
    const picked = await expectAs(["POST", path, manual], [200, "lists.v3", "ListCreateResponse"]);
    const add = `${path}/${String(picked.body.list["listId"])}/memberships/add`;
    await expectAs(["PUT", add, [contact.body.id, "0"]], [200, "lists.v3", "MembershipsUpdateResponse"]);
    await call("DELETE", own);
    await expectAs(["GET", own], [200, "lists.v3", "ListFetchResponse"]);
  });

  test("workflows", async () => {
    if (folder === undefined) return;
    const { call, expectAs } = await openCompared(folder);
    const path = "/automation/v4/flows";
    await call("POST", "/crm/v3/properties/contacts", fit);
    const created = await expectAs(["POST", path, contactFlow], [201, "automation.v4", "ApiContactFlow"]);
    await expectAs(["POST", path, platformFlow], [201, "automation.v4", "ApiPlatformFlow"]);
    const own = `${path}/${created.body.id}`;
    await expectAs(["GET", own], [200, "automation.v4", "ApiContactFlow"]);
    const { flowType: _, objectTypeId: __, dataSources: ___, ...put } = created.body;
    await expectAs(["PUT", own, put], [200, "automation.v4", "ApiContactFlow"]);
    const listing = ["automation.v4", "CollectionResponseApiFlowListingForwardPaging"] as const;
    await expectAs(["GET", `${path}?limit=1`], [200, ...listing]);
    const inputs = [created.body.id, "404"].map((flowId) => ({ type: "FLOW_ID", flowId }));
    const read = `${path}/batch/read`;
    await expectAs(["POST", read, { inputs: inputs.slice(0, 1) }], [200, "automation.v4", "BatchResponseApiFlow"]);
    await expectAs(["POST", read, { inputs }], [207, "automation.v4", "BatchResponseApiFlowWithErrors"]);
  });

  test("the account and its owners", async () => {
    if (folder === undefined) return;
    const { expectAs } = await openCompared(folder);
    await expectAs(["GET", "/account-info/v3/details"], [200, "accountInfo.v3", "PortalInformationResponse"]);
    await expectAs(["GET", "/crm/v3/owners?limit=1"], [200, "owners.v3", "CollectionResponsePublicOwnerForwardPaging"]);
    await expectAs(["GET", "/crm/v3/owners/101"], [200, "owners.v3", "PublicOwner"]);
    const [users, teams] = ["CollectionResponsePublicUserForwardPaging", "CollectionResponsePublicTeamNoPaging"];
    await expectAs(["GET", "/settings/users/v3?limit=1"], [200, "userProvisioning.v3", users ?? ""]);
    await expectAs(["GET", "/settings/v3/users/9001"], [200, "userProvisioning.v3", "PublicUser"]);
    await expectAs(["GET", "/settings/v3/users/teams"], [200, "userProvisioning.v3", teams ?? ""]);
    const limits = "/crm/v3/limits";
    await expectAs(["GET", `${limits}/custom-properties`], [200, "limitsTracking.v3", "CustomPropertyLimitResponse"]);
    await expectAs(["GET", `${limits}/pipelines`], [200, "limitsTracking.v3", "PipelineLimitResponse"]);
  });

  test("records and their search", async () => {
    if (folder === undefined) return;
    const { call, expectAs } = await openCompared(folder);
    const path = "/crm/v3/objects/contacts";
    const first = { properties: { email: "first@example.test" } };
    const created = await expectAs(["POST", path, first], [201, "objects.v3", "SimplePublicObject"]);
    const { id } = created.body;
    await expectAs(["PATCH", `${path}/${id}`, first], [200, "objects.v3", "SimplePublicObject"]);
    const query = "properties=email&propertiesWithHistory=email&associations=companies";
    const whole = ["objects.v3", "SimplePublicObjectWithAssociations"] as const;
    await expectAs(["GET", `${path}/${id}?${query}`], [200, ...whole]);
    await call("POST", path, { properties: {} });
    const page = ["objects.v3", "CollectionResponseSimplePublicObjectWithAssociationsForwardPaging"] as const;
    await expectAs(["GET", `${path}?limit=1`], [200, ...page]);
    const found = ["objects.v3", "CollectionResponseWithTotalSimplePublicObject"] as const;
    await expectAs(["POST", `${path}/search`, { limit: 1 }], [200, ...found]);
    const inputs = [{ id }, { id: "0" }];
    const read = `${path}/batch/read`;
    await expectAs(["POST", read, { inputs: [{ id }] }], [200, "objects.v3", "BatchResponseSimplePublicObject"]);
    await expectAs(["POST", read, { inputs }], [207, "objects.v3", "BatchResponseSimplePublicObjectWithErrors"]);
    const batch = { inputs: [{ properties: { company: "Acme" } }] };
    const made = ["objects.v3", "BatchResponseSimplePublicObject"] as const;
    await expectAs(["POST", `${path}/batch/create`, batch], [201, ...made]);
    const upsert = { inputs: [{ id: "first@example.test", idProperty: "email", properties: {} }] };
    const upserted = ["objects.v3", "BatchResponseSimplePublicUpsertObject"] as const;
    await expectAs(["POST", `${path}/batch/upsert`, upsert], [200, ...upserted]);
  });
});
