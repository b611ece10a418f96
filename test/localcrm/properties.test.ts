import { describe, expect, test } from "vitest";
import { openPortal, type TestPortal } from "./portal-client.ts";

const group = { name: "acme", label: "Acme", displayOrder: -1 };
const stage = {
  name: "acme_stage",
  label: "Stage",
  type: "enumeration",
  fieldType: "select",
  groupName: "acme",
  options: [
    { label: "Lead", value: "lead", displayOrder: 0, hidden: false },
    { label: "MQL", value: "mql", displayOrder: 1, hidden: false },
  ],
};
const score = { name: "acme_score", label: "Score", type: "number", fieldType: "number", groupName: "acme" };

async function portalWithGroup(): Promise<TestPortal> {
  const portal = await openPortal();
  await portal.call("POST", "/crm/v3/properties/contacts/groups", group);
  return portal;
}

describe("property groups", () => {
  test("a group asked for the position -1 gets the next real one", async () => {
    const { call } = await openPortal();
    const created = await call("POST", "/crm/v3/properties/contacts/groups", group);
    expect(created).toMatchObject({ status: 201, body: { name: "acme", displayOrder: 1, archived: false } });
    const again = await call("POST", "/crm/v3/properties/contacts/groups", group);
    expect(again).toMatchObject({ status: 409, body: { category: "OBJECT_ALREADY_EXISTS" } });
  });

  test("a group is renamed, read, listed and deleted", async () => {
    const { call } = await portalWithGroup();
    await call("PATCH", "/crm/v3/properties/contacts/groups/acme", { label: "Contract" });
    const read = await call("GET", "/crm/v3/properties/contacts/groups/acme");
    expect(read.body).toEqual({ name: "acme", label: "Contract", displayOrder: 1, archived: false });
    expect((await call("DELETE", "/crm/v3/properties/contacts/groups/acme")).status).toBe(204);
    const list = await call("GET", "/crm/v3/properties/contacts/groups/");
    expect(list.body.results.map((each) => each["name"])).toEqual(["contactinformation"]);
    expect((await call("GET", "/crm/v3/properties/contacts/groups/acme")).status).toBe(404);
  });

  test("a group that still has live properties cannot be deleted", async () => {
    const { call } = await portalWithGroup();
    await call("POST", "/crm/v3/properties/contacts", stage);
    const refused = await call("DELETE", "/crm/v3/properties/contacts/groups/acme");
    expect(refused.status).toBe(400);
    expect(refused.body.subCategory).toBe("PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES");
    await call("DELETE", "/crm/v3/properties/contacts/acme_stage");
    expect((await call("DELETE", "/crm/v3/properties/contacts/groups/acme")).status).toBe(204);
  });
});

describe("creating a property", () => {
  test("answers 201 with the definition and what the server adds", async () => {
    const { call } = await portalWithGroup();
    const created = await call("POST", "/crm/v3/properties/contacts", stage);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      ...stage,
      description: "",
      displayOrder: -1,
      hidden: false,
      archived: false,
      createdAt: "2027-03-01T09:00:00.000Z",
      modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
    });
    expect(created.body).not.toHaveProperty("objectTypeId");
  });

  test("the same object type answers to all its names and API versions", async () => {
    const { call } = await portalWithGroup();
    await call("POST", "/crm/v3/properties/0-1", stage);
    for (const path of [
      "/crm/v3/properties/CONTACT",
      "/crm/properties/2026-03/contact",
      "/crm/properties/2026-09/0-1",
    ]) {
      expect((await call("GET", `${path}/acme_stage`)).body.label).toBe("Stage");
    }
    const unknown = await call("GET", "/crm/v3/properties/foo");
    expect(unknown).toMatchObject({ status: 400, body: { message: "Unable to infer object type from: foo" } });
  });

  test("a second property of the same name is a 409", async () => {
    const { call } = await portalWithGroup();
    await call("POST", "/crm/v3/properties/contacts", stage);
    const again = await call("POST", "/crm/v3/properties/contacts", stage);
    expect(again.status).toBe(409);
    expect(again.body).toEqual({
      status: "error",
      message: "A property named 'acme_stage' already exists.",
      correlationId: again.headers.get("x-hubspot-correlation-id"),
      category: "OBJECT_ALREADY_EXISTS",
      subCategory: "Properties.PROPERTY_WITH_NAME_EXISTS",
    });
  });

  test.each([
    ["no label", { ...score, label: undefined }, "Some required fields were not set: [label]"],
    ["an upper-case name", { ...score, name: "Acme" }, "Invalid name"],
    ["a field type of another type", { ...score, fieldType: "text" }, "Invalid fieldType"],
    ["an unknown type", { ...score, type: "money" }, "Invalid property type"],
    ["an unknown group", { ...score, groupName: "nowhere" }, "Property group nowhere does not exist"],
    ["an enumeration without options", { ...stage, options: [] }, "needs options"],
    ["two options of one value", { ...stage, options: [stage.options[0], stage.options[0]] }, "Two options"],
    ["a bool without false", { ...stage, type: "bool", fieldType: "booleancheckbox" }, "exactly two options"],
    ["sensitive data", { ...score, dataSensitivity: "sensitive" }, "not enabled for sensitive data"],
    ["an empty display hint", { ...score, numberDisplayHint: "" }, "must not be empty"],
    ["a currency without its symbol", { ...score, currencyPropertyName: "c" }, "currency symbol"],
  ])("%s is refused with 400", async (_case, body, message) => {
    const { call } = await portalWithGroup();
    const refused = await call("POST", "/crm/v3/properties/contacts", body);
    expect(refused).toMatchObject({ status: 400, body: { category: "VALIDATION_ERROR" } });
    expect(refused.body.message).toContain(message);
  });
});

describe("a calculated property", () => {
  const base = { label: "P", type: "number", fieldType: "number", groupName: "contactinformation" };

  test("has its formula kept in HubSpot's spelling, and keeps alive what it names", async () => {
    const { call } = await openPortal();
    const path = "/crm/v3/properties/contacts";
    await call("POST", path, { ...base, name: "score" });
    const calculationFormula = 'IF  score>=60 THEN CONCATENATE( "A","b" ) ELSE 0';
    const text = { ...base, type: "string", name: "verdict", calculationFormula };
    const created = await call("POST", path, text);
    expect(created.body).toMatchObject({ fieldType: "calculation_equation", calculated: true });
    const read = await call("GET", `${path}/verdict`);
    expect(read.body["calculationFormula"]).toBe("if score >= 60 then concatenate('A', 'b') else 0");
    expect((await call("DELETE", `${path}/score`)).body.subCategory).toContain("CANNOT_DELETE_PROPERTY_IN_USE");
  });

  test("that names a property which is not there is a 404", async () => {
    const { call } = await openPortal();
    const body = { ...base, name: "twice", calculationFormula: "nothing * 2" };
    expect(await call("POST", "/crm/v3/properties/contacts", body)).toMatchObject({
      status: 404,
      body: { message: "Property 'nothing' does not exist" },
    });
  });
});

describe("changing a property", () => {
  test("options are replaced as a whole, and kept when the PATCH has none", async () => {
    const { call } = await portalWithGroup();
    await call("POST", "/crm/v3/properties/contacts", stage);
    await call("PATCH", "/crm/v3/properties/contacts/acme_stage", { label: "Contract stage" });
    const options = [{ label: "SQL", value: "sql" }];
    const changed = await call("PATCH", "/crm/v3/properties/contacts/acme_stage", { options });
    expect(changed.status).toBe(200);
    expect(changed.body.label).toBe("Contract stage");
    expect(changed.body["options"]).toEqual([{ label: "SQL", value: "sql", displayOrder: -1, hidden: false }]);
  });

  test("fields HubSpot ignores stay as they were, with a 200", async () => {
    const { call } = await portalWithGroup();
    await call("POST", "/crm/v3/properties/contacts", score);
    const changed = await call("PATCH", "/crm/v3/properties/contacts/acme_score", {
      name: "other",
      hasUniqueValue: true,
      dataSensitivity: "sensitive",
      label: null,
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { name: "acme_score", hasUniqueValue: false, dataSensitivity: "non_sensitive", label: "Score" },
    });
  });

  test("HubSpot's own definitions are read-only, but lead status takes a new list of options", async () => {
    const { call } = await openPortal();
    const refused = await call("PATCH", "/crm/v3/properties/contacts/email", { label: "Mail" });
    expect(refused.status).toBe(400);
    const options = [{ label: "Nouveau", value: "NEW", displayOrder: 0, hidden: false }];
    const status = await call("PATCH", "/crm/v3/properties/contacts/hs_lead_status", { options });
    expect(status).toMatchObject({ status: 200, body: { options } });
    expect((await call("PATCH", "/crm/v3/properties/contacts/lifecyclestage", { options })).status).toBe(400);
    expect((await call("DELETE", "/crm/v3/properties/contacts/email")).status).toBe(400);
  });
});

describe("archiving a property", () => {
  test("hides it from live reads and keeps it among the archived", async () => {
    const { call } = await portalWithGroup();
    await call("POST", "/crm/v3/properties/contacts", score);
    expect(await call("DELETE", "/crm/v3/properties/contacts/acme_score")).toMatchObject({ status: 204, text: "" });
    const gone = await call("GET", "/crm/v3/properties/contacts/acme_score");
    expect(gone).toMatchObject({
      status: 404,
      body: { message: "Property 'acme_score' does not exist on objectType CONTACT", category: "OBJECT_NOT_FOUND" },
    });
    const archived = await call("GET", "/crm/v3/properties/contacts?archived=true");
    expect(archived.body.results).toMatchObject([{ name: "acme_score", archivedAt: "2027-03-01T09:00:00.000Z" }]);
    expect((await call("DELETE", "/crm/v3/properties/contacts/acme_score")).status).toBe(404);
  });

  test("a create under the same name revives it with its first time of creation", async () => {
    const { call, advance } = await portalWithGroup();
    await call("POST", "/crm/v3/properties/contacts", score);
    await call("DELETE", "/crm/v3/properties/contacts/acme_score");
    advance(60_000);
    const revived = await call("POST", "/crm/v3/properties/contacts", { ...score, type: "string", fieldType: "text" });
    expect(revived).toMatchObject({
      status: 201,
      body: { type: "string", archived: false, createdAt: "2027-03-01T09:00:00.000Z" },
    });
    expect(revived.body).not.toHaveProperty("archivedAt");
  });
});

describe("batches of properties", () => {
  test("create answers 201 when all are new, 207 with the errors otherwise", async () => {
    const { call } = await portalWithGroup();
    const created = await call("POST", "/crm/v3/properties/contacts/batch/create", { inputs: [stage, score] });
    expect(created.status).toBe(201);
    expect(created.body.results).toHaveLength(2);
    const inputs = [{ ...score, name: "acme_other" }, score];
    const partly = await call("POST", "/crm/v3/properties/contacts/batch/create", { inputs });
    expect(partly).toMatchObject({
      status: 207,
      body: {
        numErrors: 1,
        results: [{ name: "acme_other" }],
        errors: [{ category: "OBJECT_ALREADY_EXISTS", context: { name: ["acme_score"] } }],
      },
    });
  });

  test("read answers 207 when one is missing", async () => {
    const { call } = await portalWithGroup();
    await call("POST", "/crm/v3/properties/contacts", score);
    const body = { archived: false, inputs: [{ name: "acme_score" }, { name: "acme_none" }] };
    const read = await call("POST", "/crm/v3/properties/contacts/batch/read", body);
    expect(read).toMatchObject({ status: 207, body: { results: [{ name: "acme_score" }], numErrors: 1 } });
  });

  test("archive answers 204 whatever the state, and takes a hundred at most", async () => {
    const { call } = await portalWithGroup();
    await call("POST", "/crm/v3/properties/contacts", score);
    const inputs = [{ name: "acme_score" }, { name: "acme_none" }];
    expect((await call("POST", "/crm/v3/properties/contacts/batch/archive", { inputs })).status).toBe(204);
    expect((await call("GET", "/crm/v3/properties/contacts/acme_score")).status).toBe(404);
    const many = Array.from({ length: 101 }, (_, index) => ({ name: `p${index}` }));
    const refused = await call("POST", "/crm/v3/properties/contacts/batch/archive", { inputs: many });
    expect(refused.body.message).toBe(
      "The maximum number of inputs supported in a batch is 100. Please reduce the number of items and try again",
    );
  });
});
