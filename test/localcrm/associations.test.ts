import { describe, expect, test } from "vitest";
import { openPortal, type TestPortal } from "./portal-client.ts";

const labels = "/crm/v4/associations/contacts/companies/labels";

interface Linked extends TestPortal {
  readonly contact: string;
  readonly companies: readonly string[];
}

/** A portal with a contact and two companies, not linked. */
async function portalWithCompanies(): Promise<Linked> {
  const portal = await openPortal();
  const create = async (type: string) =>
    (await portal.call("POST", `/crm/v3/objects/${type}`, { properties: {} })).body.id;
  const contact = await create("contacts");
  return { ...portal, contact, companies: [await create("companies"), await create("companies")] };
}

async function makeLabel({ call }: TestPortal, body: object): Promise<readonly number[]> {
  const { body: made } = await call("POST", labels, body);
  return made.results.map(({ typeId }) => Number(typeId));
}

const link = ({ contact }: Linked, company = "") =>
  `/crm/v4/objects/contacts/${contact}/associations/companies/${company}`;
const spec = (typeId: number, associationCategory = "USER_DEFINED") => [
  { associationCategory, associationTypeId: typeId },
];

/** The labels under which a contact is linked to each company. */
async function linksOf(portal: Linked): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { body } = await portal.call("GET", link(portal));
  return Object.fromEntries(
    body.results.map(({ toObjectId, associationTypes }) => [
      String(toObjectId),
      (associationTypes as readonly { label: string | null }[]).map(({ label }) => label), // HubSpot's shape
    ]),
  );
}

describe("labels of associations", () => {
  test("come in pairs, one for each direction, beside HubSpot's own kinds", async () => {
    const portal = await openPortal();
    const ids = await makeLabel(portal, { name: "buys", label: "Buyer at", inverseLabel: "Buyer" });
    expect(ids).toHaveLength(2);
    const read = async (path: string) => (await portal.call("GET", path)).body.results;
    expect(await read(labels)).toEqual([
      { category: "HUBSPOT_DEFINED", typeId: 279, label: null },
      { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary" },
      { category: "USER_DEFINED", typeId: ids[0], label: "Buyer at" },
    ]);
    expect(await read("/crm/associations/2026-03/companies/contacts/labels")).toContainEqual({
      category: "USER_DEFINED",
      typeId: ids[1],
      label: "Buyer",
    });
    expect(
      (await portal.call("DELETE", `${labels.replace("contacts/companies", "companies/contacts")}/${ids[1]}`)).status,
    ).toBe(204);
    expect(await read(labels)).toHaveLength(2);
  });

  test("have names that are unique in the portal, and labels that are unique between two types", async () => {
    const portal = await openPortal();
    await makeLabel(portal, { name: "buys", label: "Buyer" });
    const other = "/crm/v4/associations/deals/contacts/labels";
    const taken = await portal.call("POST", other, { name: "buys", label: "Someone" });
    expect(taken).toMatchObject({
      status: 400,
      body: { message: "Association definition named buys already exists for portal" },
    });
    const twin = await portal.call("POST", labels, { name: "buys_too", label: "buyer" });
    expect(twin.body.subCategory).toBe("AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL");
    expect((await portal.call("POST", other, { name: "buys_too", label: "buyer" })).status).toBe(200);
    expect((await portal.call("PUT", labels, { associationTypeId: 279, label: "Ours" })).status).toBe(404);
  });

  test("are at most fifty between two types, HubSpot's own included", async () => {
    const portal = await openPortal();
    for (let count = 0; count < 48; count += 1) await makeLabel(portal, { name: `l${count}`, label: `L${count}` });
    const refused = await portal.call("POST", labels, { name: "one_more", label: "One more" });
    expect(refused).toMatchObject({
      status: 437,
      body: { message: expect.stringContaining("No more than 50 association types") },
    });
  });
});

describe("links with labels", () => {
  test("are plain links too, both ways, and keep what other labels they had", async () => {
    const portal = await portalWithCompanies();
    const [company = ""] = portal.companies;
    const [buys = 0] = await makeLabel(portal, { name: "buys", label: "Buyer" });
    const [uses = 0] = await makeLabel(portal, { name: "uses", label: "User" });
    const answer = await portal.call("PUT", link(portal, company), spec(buys));
    expect(answer).toMatchObject({ status: 201, body: { toObjectId: company, labels: ["Buyer"] } });
    await portal.call("PUT", link(portal, company), spec(uses));
    expect(await linksOf(portal)).toEqual({ [company]: [null, "Buyer", "User"] });
    const back = await portal.call("GET", `/crm/v4/objects/companies/${company}/associations/contacts`);
    expect(back.text).toContain('"label":"Buyer"');
    const inputs = [{ from: { id: portal.contact }, to: { id: company }, types: spec(buys) }];
    await portal.call("POST", "/crm/v4/associations/contacts/companies/batch/labels/archive", { inputs });
    expect(await linksOf(portal)).toEqual({ [company]: [null, "User"] });
    await portal.call("DELETE", `${labels}/${uses}`);
    expect(await linksOf(portal)).toEqual({ [company]: [null] });
  });

  test("a contact has one primary company", async () => {
    const portal = await portalWithCompanies();
    const [first = "", second = ""] = portal.companies;
    for (const company of portal.companies) {
      await portal.call("PUT", link(portal, company), spec(1, "HUBSPOT_DEFINED"));
    }
    expect(await linksOf(portal)).toEqual({ [first]: [null], [second]: [null, "Primary"] });
  });

  test("a type that is none between the two is refused", async () => {
    const portal = await portalWithCompanies();
    expect((await portal.call("PUT", link(portal, portal.companies[0]), spec(3))).status).toBe(400);
    expect((await portal.call("PUT", link(portal, portal.companies[0]), [])).status).toBe(400);
    expect(await linksOf(portal)).toEqual({});
  });

  test("tell who is on a list that asks for one", async () => {
    const portal = await portalWithCompanies();
    const [plain = "", labelled = ""] = portal.companies;
    const [buys = 0] = await makeLabel(portal, { name: "buys", label: "Buyer" });
    await portal.call("PATCH", `/crm/v3/objects/companies/${plain}`, { properties: { name: "Acme" } });
    await portal.call("PATCH", `/crm/v3/objects/companies/${labelled}`, { properties: { name: "Acme" } });
    await portal.call("PUT", `/crm/v4/objects/contacts/${portal.contact}/associations/default/companies/${plain}`);
    const operation = { operationType: "STRING", operator: "IS_EQUAL_TO", value: "Acme" };
    const branch = {
      ...{ filterBranchType: "ASSOCIATION", filterBranchOperator: "AND", filterBranches: [], operator: "IN_LIST" },
      ...{ objectTypeId: "0-2", associationTypeId: buys, associationCategory: "USER_DEFINED" },
      filters: [{ filterType: "PROPERTY", property: "name", operation }],
    };
    const and = { filterBranchType: "AND", filterBranches: [branch], filters: [] };
    const filterBranch = { filterBranchType: "OR", filterBranches: [and], filters: [] };
    const list = { name: "Buyers", objectTypeId: "0-1", processingType: "DYNAMIC", filterBranch };
    const { listId } = (await portal.call("POST", "/crm/v3/lists", list)).body.list;
    const size = async () => (await portal.call("GET", `/crm/v3/lists/${String(listId)}/memberships`)).body.total;
    expect(await size()).toBe(0);
    await portal.call("PUT", link(portal, labelled), spec(buys));
    expect(await size()).toBe(1);
  });
});

describe("records that are merged", () => {
  test("leave one, with the links of both and the values it lacked", async () => {
    const portal = await portalWithCompanies();
    const [company = ""] = portal.companies;
    const other = await portal.call("POST", "/crm/v3/objects/contacts", {
      properties: { email: "b@example.test", lastname: "Bee", company: "Acme" },
    });
    await portal.call("PATCH", `/crm/v3/objects/contacts/${portal.contact}`, { properties: { company: "Own" } });
    await portal.call("PUT", `/crm/v4/objects/contacts/${other.body.id}/associations/default/companies/${company}`);
    const ids = { primaryObjectId: portal.contact, objectIdToMerge: other.body.id };
    const merged = await portal.call("POST", "/crm/v3/objects/contacts/merge", ids);
    expect(merged).toMatchObject({ status: 200, body: { properties: { lastname: "Bee", company: "Own" } } });
    expect(await linksOf(portal)).toEqual({ [company]: [null] });
    expect((await portal.call("GET", `/crm/v3/objects/contacts/${other.body.id}`)).status).toBe(404);
    expect((await portal.call("POST", "/crm/v3/objects/contacts/merge", ids)).status).toBe(404);
    expect((await portal.call("POST", "/crm/v3/objects/tasks/merge", ids)).status).toBe(404);
  });

  test("a contact that is forgotten is nowhere, not even among the archived", async () => {
    const portal = await portalWithCompanies();
    const path = `/crm/v3/objects/contacts/${portal.contact}`;
    expect(
      (await portal.call("POST", "/crm/v3/objects/contacts/gdpr-delete", { objectId: portal.contact })).status,
    ).toBe(204);
    expect((await portal.call("GET", path)).status).toBe(404);
    expect((await portal.call("GET", `${path}?archived=true`)).status).toBe(404);
  });
});
