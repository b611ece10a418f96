import { describe, expect, test } from "vitest";
import { openPortal, type TestPortal } from "./portal-client.ts";

const contacts = "/crm/v3/objects/contacts";

async function createContact({ call }: TestPortal, properties: Record<string, string>): Promise<string> {
  const created = await call("POST", contacts, { properties, associations: [] });
  expect(created.status).toBe(201);
  return created.body.id;
}

describe("one record", () => {
  test("a new contact gets what HubSpot fills in, its properties sorted", async () => {
    const { call } = await openPortal();
    const created = await call("POST", contacts, { properties: { email: "Ada@Example.test", firstname: "Ada" } });
    expect(created.status).toBe(201);
    expect(created.body.properties).toMatchObject({
      email: "ada@example.test",
      hs_email_domain: "example.test",
      hs_object_id: created.body.id,
      hs_pipeline: "contacts-lifecycle-pipeline",
      lifecyclestage: "lead",
      hs_lifecyclestage_lead_date: "2027-03-01T09:00:00.000Z",
    });
    const names = Object.keys(created.body.properties);
    expect(names).toEqual([...names].sort());
  });

  test("a read shows the defaults, or what it names, with null for what is missing", async () => {
    const portal = await openPortal();
    const id = await createContact(portal, { email: "ada@example.test" });
    const read = await portal.call("GET", `${contacts}/${id}`);
    expect(Object.keys(read.body.properties)).toEqual([
      "createdate",
      "email",
      "firstname",
      "hs_object_id",
      "lastmodifieddate",
      "lastname",
    ]);
    const named = await portal.call("GET", `${contacts}/ada@example.test?idProperty=email&properties=company,nothing`);
    expect(named.body.properties).toMatchObject({ company: null });
    expect(named.body.properties).not.toHaveProperty("nothing");
  });

  test("a second contact with the e-mail, in any case of letters, is a 409 that names the first", async () => {
    const portal = await openPortal();
    const id = await createContact(portal, { email: "ada@example.test" });
    const again = await portal.call("POST", contacts, { properties: { email: "ADA@example.test" } });
    expect(again).toMatchObject({
      status: 409,
      body: { message: `Contact already exists. Existing ID: ${id}`, category: "CONFLICT" },
    });
    await portal.call("DELETE", `${contacts}/${id}`);
    expect((await portal.call("GET", `${contacts}/${id}`)).status).toBe(404);
    expect((await portal.call("GET", `${contacts}/${id}?archived=true`)).status).toBe(200);
    await createContact(portal, { email: "ada@example.test" });
  });

  test("a unique property of one's own is unique in any case of letters too, and finds its record", async () => {
    const portal = await openPortal();
    const code = { name: "acme_code", label: "Code", type: "string", fieldType: "text", hasUniqueValue: true };
    await portal.call("POST", "/crm/v3/properties/contacts", { ...code, groupName: "contactinformation" });
    const id = await createContact(portal, { acme_code: "Ab" });
    expect((await portal.call("POST", contacts, { properties: { acme_code: "aB" } })).status).toBe(409);
    expect((await portal.call("GET", `${contacts}/AB?idProperty=acme_code`)).body.id).toBe(id);
  });

  test("a deal's moves between stages are dated by properties that HubSpot makes for each stage", async () => {
    const portal = await openPortal();
    const stages = [
      { stageId: "acme_new", label: "New", displayOrder: 0, metadata: { probability: "0.1" } },
      { stageId: "acme-won", label: "Won", displayOrder: 1, metadata: { probability: "1.0" } },
    ];
    await portal.call("POST", "/crm/v3/pipelines/deals", {
      pipelineId: "acme",
      label: "Acme",
      displayOrder: 1,
      stages,
    });
    const property = await portal.call("GET", "/crm/v3/properties/deals/hs_v2_date_entered_acme_new");
    expect(property.body).toMatchObject({ type: "datetime", hubspotDefined: true });
    const created = await portal.call("POST", "/crm/v3/objects/deals", { properties: { pipeline: "acme" } });
    portal.advance(60_000);
    const path = `/crm/v3/objects/deals/${created.body.id}`;
    const moved = await portal.call("PATCH", path, { properties: { dealstage: "acme-won" } });
    const entered = Object.entries(moved.body.properties).filter(([name]) => name.startsWith("hs_v2_date"));
    expect(Object.fromEntries(entered)).toEqual({
      hs_v2_date_entered_acme_new: "2027-03-01T09:00:00.000Z",
      hs_v2_date_exited_acme_new: "2027-03-01T09:01:00.000Z",
      hs_v2_date_entered_acme_won_0: "2027-03-01T09:01:00.000Z",
    });
    const leads = await portal.call("GET", "/crm/v3/properties/leads/hs_v2_date_entered_new_stage_id_1318266061");
    expect(leads.status).toBe(200);
  });

  test.each([
    ["an unknown property", { acme_none: "x" }, "PROPERTY_DOESNT_EXIST"],
    ["a name every JavaScript object has", { constructor: "x" }, "PROPERTY_DOESNT_EXIST"],
    ["an option that is not on the list", { hs_lead_status: "HOT" }, "INVALID_OPTION"],
    ["a read-only property", { createdate: "2027-01-01" }, "READ_ONLY_VALUE"],
    ["a word for a number", { numemployees: "many" }, "INVALID_INTEGER"],
    ["an address without a domain", { email: "ada" }, "INVALID_EMAIL"],
    ["an owner nobody knows", { hubspot_owner_id: "1" }, "INVALID_OPTION"],
  ])("%s is refused with the reason inside the message", async (_case, properties, error) => {
    const { call } = await openPortal();
    const refused = await call("POST", contacts, { properties });
    expect(refused).toMatchObject({ status: 400, body: { category: "VALIDATION_ERROR" } });
    expect(refused.body.message).toMatch(/^Property values were not valid: \[\{"isValid":false/);
    expect(refused.body.message).toContain(`"error":"${error}"`);
  });

  test("a key named __proto__ changes nothing", async () => {
    const { crm } = await openPortal();
    const response = await fetch(`${crm.url}${contacts}`, {
      method: "POST",
      headers: { Authorization: "Bearer pat-local-test" },
      body: '{"properties":{"__proto__":{"polluted":"yes"}}}',
    });
    expect(response.status).toBe(400);
    expect({}).not.toHaveProperty("polluted");
  });

  test("history keeps what a property was, newest first, and a same value adds nothing", async () => {
    const portal = await openPortal();
    const id = await createContact(portal, { company: "Acme" });
    for (const company of ["Acme", "Bolt", ""]) {
      portal.advance(1000);
      await portal.call("PATCH", `${contacts}/${id}`, { properties: { company } });
    }
    const read = await portal.call("GET", `${contacts}/${id}?propertiesWithHistory=company&properties=company`);
    expect(read.body.properties["company"]).toBeNull();
    expect(read.body["propertiesWithHistory"]).toMatchObject({
      company: [{ value: "" }, { value: "Bolt", timestamp: "2027-03-01T09:00:02.000Z" }, { value: "Acme" }],
    });
  });

  test("a lifecycle stage does not go back, unless it is cleared first", async () => {
    const portal = await openPortal();
    const id = await createContact(portal, { lifecyclestage: "opportunity" });
    const move = (lifecyclestage: string) =>
      portal.call("PATCH", `${contacts}/${id}`, { properties: { lifecyclestage } });
    const back = await move("lead");
    expect(back).toMatchObject({ status: 200, body: { properties: { lifecyclestage: "opportunity" } } });
    await move("");
    expect((await move("lead")).body.properties["lifecyclestage"]).toBe("lead");
  });

  test("or wherever the portal is told to take it back", async () => {
    const { call } = await openPortal();
    await call("PUT", "/__revpact/runner", { behaviour: { lifecycleBack: "accepted" } });
    const { id } = (await call("POST", contacts, { properties: { lifecyclestage: "customer" } })).body;
    const back = await call("PATCH", `${contacts}/${id}`, { properties: { lifecyclestage: "lead" } });
    expect(back.body.properties["lifecyclestage"]).toBe("lead");
  });

  test("dates are kept as HubSpot writes them", async () => {
    const { call } = await openPortal();
    const created = await call("POST", "/crm/v3/objects/deals", {
      properties: { dealname: "D", closedate: "1798761600000" },
    });
    expect(created.body.properties).toMatchObject({
      closedate: "2027-01-01T00:00:00.000Z",
      pipeline: "default",
      dealstage: "appointmentscheduled",
    });
    const odd = await call("POST", "/crm/v3/objects/deals", { properties: { dealstage: "nowhere" } });
    expect(odd.body.message).toContain("INVALID_OPTION");
  });
});

describe("batches of records", () => {
  test("create is all or nothing", async () => {
    const { call } = await openPortal();
    const good = { properties: { email: "ada@example.test" } };
    const refused = await call("POST", `${contacts}/batch/create`, { inputs: [good, good] });
    expect(refused.status).toBe(409);
    expect((await call("GET", contacts)).body.results).toEqual([]);
    const created = await call("POST", `${contacts}/batch/create`, { inputs: [good] });
    expect(created).toMatchObject({ status: 201, body: { status: "COMPLETE" } });
  });

  test("read and update answer 207 with the ids that are missing", async () => {
    const portal = await openPortal();
    const id = await createContact(portal, { company: "Acme" });
    const read = await portal.call("POST", `${contacts}/batch/read`, {
      properties: ["company"],
      propertiesWithHistory: [],
      inputs: [{ id }, { id: "99" }],
    });
    expect(read).toMatchObject({
      status: 207,
      body: {
        results: [{ id, properties: { company: "Acme" } }],
        numErrors: 1,
        errors: [{ status: "error", category: "OBJECT_NOT_FOUND", context: { ids: ["99"] } }],
      },
    });
    const update = {
      inputs: [
        { id, properties: { company: "Bolt" } },
        { id: "99", properties: {} },
      ],
    };
    const updated = await portal.call("POST", `${contacts}/batch/update`, update);
    expect(updated).toMatchObject({ status: 207, body: { results: [{ properties: { company: "Bolt" } }] } });
  });

  test("more than a hundred inputs, or fifty with history, are refused", async () => {
    const { call } = await openPortal();
    const inputs = Array.from({ length: 101 }, (_, index) => ({ id: String(index) }));
    expect((await call("POST", `${contacts}/batch/read`, { inputs })).body.message).toContain("in a batch is 100");
    const withHistory = { inputs: inputs.slice(0, 51), propertiesWithHistory: ["email"] };
    const refused = await call("POST", `${contacts}/batch/read`, withHistory);
    expect(refused.body.message).toBe(
      "The maximum number of inputs supported in a batch request for property histories is 50",
    );
  });

  test("upsert creates by e-mail, then updates the same record; archive removes it", async () => {
    const { call } = await openPortal();
    const upsert = (company: string) =>
      call("POST", `${contacts}/batch/upsert`, {
        inputs: [{ id: "ada@example.test", idProperty: "email", properties: { company } }],
      });
    const first = await upsert("Acme");
    expect(first.body.results).toMatchObject([{ new: true, properties: { email: "ada@example.test" } }]);
    const second = await upsert("Bolt");
    expect(second.body.results).toMatchObject([{ new: false, properties: { company: "Bolt" } }]);
    const inputs = [{ id: second.body.results[0]?.["id"] }, { id: "99" }];
    expect((await call("POST", `${contacts}/batch/archive`, { inputs })).status).toBe(204);
    expect((await call("GET", contacts)).body.results).toEqual([]);
  });
});

describe("search", () => {
  async function portalWithFour(): Promise<TestPortal> {
    const portal = await openPortal();
    const rows = [
      { email: "a@example.test", numemployees: "5", company: "Acme Paris" },
      { email: "b@example.test", numemployees: "50", company: "Bolt" },
      { email: "c@example.test", numemployees: "500", hs_lead_status: "NEW" },
      { email: "d@example.test" },
    ];
    const inputs = rows.map((properties) => ({ properties }));
    await portal.call("POST", `${contacts}/batch/create`, { inputs });
    return portal;
  }

  const filter = (propertyName: string, operator: string, more: object = {}) => ({ propertyName, operator, ...more });

  test.each([
    ["EQ", filter("numemployees", "EQ", { value: "50" }), "b"],
    ["NEQ", filter("numemployees", "NEQ", { value: "50" }), "acd"],
    ["LT", filter("numemployees", "LT", { value: "50" }), "a"],
    ["GTE", filter("numemployees", "GTE", { value: "50" }), "bc"],
    ["BETWEEN", filter("numemployees", "BETWEEN", { value: "5", highValue: "60" }), "ab"],
    ["IN", filter("company", "IN", { values: ["bolt"] }), "b"],
    ["NOT_IN", filter("hs_lead_status", "NOT_IN", { values: ["NEW"] }), "abd"],
    ["HAS_PROPERTY", filter("company", "HAS_PROPERTY"), "ab"],
    ["NOT_HAS_PROPERTY", filter("company", "NOT_HAS_PROPERTY"), "cd"],
    ["CONTAINS_TOKEN", filter("company", "CONTAINS_TOKEN", { value: "par*" }), "a"],
    ["NOT_CONTAINS_TOKEN", filter("company", "NOT_CONTAINS_TOKEN", { value: "acme" }), "bcd"],
  ])("%s finds what it says", async (_operator, one, expected) => {
    const { call } = await portalWithFour();
    const found = await call("POST", `${contacts}/search`, {
      filterGroups: [{ filters: [one] }],
      properties: ["email"],
    });
    const emails = found.body.results.map((each) => (each["properties"] as { email: string }).email.charAt(0));
    expect(emails.join("")).toBe(expected);
    expect(found.body.total).toBe(expected.length);
  });

  test("groups are alternatives, pages follow `after`, and the answer carries no rate-limit headers", async () => {
    const { call } = await portalWithFour();
    const groups = ["a@example.test", "c@example.test"].map((value) => ({
      filters: [filter("email", "EQ", { value })],
    }));
    const sorts = [{ propertyName: "email", direction: "DESCENDING" }];
    const first = await call("POST", `${contacts}/search`, { filterGroups: groups, limit: 1, sorts });
    expect(first.body).toMatchObject({ total: 2, paging: { next: { after: "1" } }, results: [{ id: "1003" }] });
    expect(first.headers.get("x-hubspot-ratelimit-max")).toBeNull();
    const second = await call("POST", `${contacts}/search`, { filterGroups: groups, limit: 1, after: "1", sorts });
    expect(second.body.results).toMatchObject([{ id: "1001" }]);
    expect(second.body).not.toHaveProperty("paging");
    expect((await call("POST", `${contacts}/search`, { query: "bolt" })).body.total).toBe(0);
    expect((await call("POST", `${contacts}/search`, { query: "b@example" })).body.total).toBe(1);
  });

  test.each([
    ["six groups", { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
    [
      "seven filters in a group",
      { filterGroups: [{ filters: Array.from({ length: 7 }, () => filter("email", "HAS_PROPERTY")) }] },
    ],
    ["an unknown operator", { filterGroups: [{ filters: [filter("email", "LIKE")] }] }],
    ["an unknown property", { filterGroups: [{ filters: [filter("nothing", "EQ")] }] }],
    ["pages of 201", { limit: 201 }],
    ["the 10,001st result", { limit: 100, after: "9950" }],
    ["two sorts", { sorts: ["email", "company"] }],
  ])("%s are refused", async (_case, body) => {
    const { call } = await openPortal();
    expect((await call("POST", `${contacts}/search`, body)).status).toBe(400);
  });
});

describe("associations", () => {
  test("a contact and a company are linked both ways, by PUT or on creation", async () => {
    const portal = await openPortal();
    const contact = await createContact(portal, { email: "ada@example.test" });
    const company = (await portal.call("POST", "/crm/v3/objects/companies", { properties: { name: "Acme" } })).body.id;
    const path = `/crm/v4/objects/contacts/${contact}/associations`;
    const linked = await portal.call("PUT", `${path}/default/companies/${company}`);
    expect(linked).toMatchObject({
      status: 200,
      body: { results: [{ associationSpec: { associationTypeId: 279 } }, {}] },
    });
    const back = await portal.call("GET", `/crm/v4/objects/companies/${company}/associations/contacts`);
    expect(back.body.results).toMatchObject([{ toObjectId: contact, associationTypes: [{ typeId: 280 }] }]);
    const types = [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 3 }];
    const deal = { properties: { dealname: "D" }, associations: [{ to: { id: contact }, types }] };
    expect((await portal.call("POST", "/crm/v3/objects/deals", deal)).status).toBe(201);
    expect((await portal.call("GET", `${path}/deals`)).body.results).toHaveLength(1);
    const read = await portal.call("GET", `${contacts}/${contact}?associations=companies,tickets`);
    expect(read.body["associations"]).toEqual({
      companies: { results: [{ id: company, type: "contact_to_company" }] },
    });
    expect((await portal.call("GET", `${contacts}?associations=foo`)).status).toBe(400);
    expect((await portal.call("PUT", `${path}/default/companies/99`)).status).toBe(404);
    expect((await portal.call("DELETE", `${path}/companies/${company}`)).status).toBe(204);
    expect((await portal.call("GET", `${path}/companies`)).body.results).toEqual([]);
  });
});
