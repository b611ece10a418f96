import { describe, expect, test } from "vitest";
import { openPortal } from "./portal-client.ts";

describe("account information", () => {
  test("says which portal this is, and its offset in summer and winter", async () => {
    const { crm, call, advance } = await openPortal();
    const details = await call("GET", "/account-info/v3/details");
    expect(details).toMatchObject({
      status: 200,
      body: {
        portalId: crm.portalId,
        accountType: "DEVELOPER_TEST",
        timeZone: "Europe/Paris",
        utcOffset: "+01:00",
        utcOffsetMilliseconds: 3_600_000,
      },
    });
    advance(90 * 86_400_000);
    expect((await call("GET", "/account-info/2026-03/details")).body["utcOffset"]).toBe("+02:00");
  });

  test("can be told to be another kind of account", async () => {
    const { crm, call } = await openPortal({ account: { portalId: 7, accountType: "STANDARD", timeZone: "UTC" } });
    expect(crm.portalId).toBe(7);
    const details = await call("GET", "/account-info/v3/details");
    expect(details.body).toMatchObject({ portalId: 7, accountType: "STANDARD", utcOffset: "+00:00" });
  });
});

describe("owners", () => {
  test("are listed page by page and found by e-mail, owner id or user id", async () => {
    const { call } = await openPortal();
    const first = await call("GET", "/crm/v3/owners/?limit=2");
    expect(first.body.results).toHaveLength(2);
    const second = await call("GET", "/crm/v3/owners?limit=2&after=2");
    expect(second.body).toMatchObject({ results: [{ email: "ae@example.test" }] });
    expect(second.body).not.toHaveProperty("paging");
    const sdr = await call("GET", "/crm/v3/owners?email=sdr@example.test");
    expect(sdr.body.results).toMatchObject([{ id: "102", teams: [{ name: "Sales" }] }]);
    expect((await call("GET", "/crm/v3/owners/9002?idProperty=userId")).body.id).toBe("102");
    expect((await call("GET", "/crm/v3/owners/9002")).status).toBe(404);
    expect((await call("GET", "/crm/v3/owners?limit=many")).status).toBe(400);
  });
});

describe("people, forms and events of a portal", () => {
  const seed = {
    owners: [
      { email: "Chief@example.test", teams: ["Sales", "Board"] },
      { email: "gone@example.test", teams: ["Sales"], isInactive: true },
    ],
    teams: ["Empty"],
    forms: ["Demo request", "Newsletter"],
    events: { trial_started: "Trial started" },
  };

  test("are what the seed says, and stay when the portal is opened without one", async () => {
    const { call } = await openPortal({ seed, account: { tier: "enterprise" } });
    const active = await call("GET", "/crm/v3/owners");
    expect(active.body.results).toMatchObject([{ email: "Chief@example.test", userId: 9001 }]);
    const inactive = await call("GET", "/crm/owners/2026-03?archived=true");
    expect(inactive.body.results).toMatchObject([{ email: "gone@example.test", archived: true }]);
    expect(inactive.body.results[0]).not.toHaveProperty("userId");
    expect((await call("GET", "/settings/v3/users/teams")).body.results).toEqual([
      { id: "501", name: "Sales", userIds: ["9001"], secondaryUserIds: [] },
      { id: "502", name: "Board", userIds: [], secondaryUserIds: ["9001"] },
      { id: "503", name: "Empty", userIds: [], secondaryUserIds: [] },
    ]);
    const users = await call("GET", "/settings/users/v3");
    expect(users.body.results).toMatchObject([{ id: "9001", email: "Chief@example.test", primaryTeamId: "501" }]);
    const forms = await call("GET", "/marketing/v3/forms?limit=1");
    expect(forms.body).toMatchObject({ results: [{ name: "Demo request" }], paging: { next: { after: "1" } } });
    const events = await call("GET", "/events/v3/event-definitions");
    expect(events.body.results).toMatchObject([{ name: "trial_started", labels: { singular: "Trial started" } }]);
  });
});

describe("what a token may do", () => {
  test("is everything unless the portal says otherwise, and it tells", async () => {
    const { crm, call } = await openPortal({ account: { scopes: ["crm.lists.read"] } });
    const told = await call("POST", "/oauth/v2/private-apps/get/access-token-info", { tokenKey: "any" });
    expect(told.body).toMatchObject({ hubId: crm.portalId, scopes: ["crm.lists.read"] });
    const refused = await call("GET", "/crm/v3/properties/contacts");
    expect(refused).toMatchObject({ status: 403, body: { category: "MISSING_SCOPES" } });
    expect(refused.text).toContain(
      '"requiredGranularScopes":["crm.schemas.contacts.read","crm.objects.contacts.read"]',
    );
    expect((await call("POST", "/crm/v3/lists/search", { offset: 0 })).status).toBe(200);
    expect((await call("POST", "/crm/v3/lists", {})).status).toBe(403);
    expect((await call("GET", "/account-info/v3/details")).status).toBe(200);
  });

  test("for calls, meetings and e-mails is what it may do with contacts", async () => {
    const scopes = ["crm.objects.contacts.read", "crm.schemas.contacts.read"];
    const { call } = await openPortal({ account: { scopes } });
    for (const type of ["calls", "meetings", "emails"]) {
      expect((await call("GET", `/crm/v3/objects/${type}`)).status).toBe(200);
      expect((await call("GET", `/crm/v3/properties/${type}`)).status).toBe(200);
      const refused = await call("POST", `/crm/v3/objects/${type}`, { properties: {} });
      expect(refused.text).toContain('"requiredGranularScopes":["crm.objects.contacts.write"]');
    }
  });

  test("is less in a smaller subscription: no workflows, no leads, ten properties", async () => {
    const { call } = await openPortal({ account: { tier: "free" } });
    expect((await call("GET", "/automation/v4/flows")).status).toBe(403);
    expect((await call("GET", "/crm/v3/pipelines/leads")).status).toBe(403);
    const base = { label: "P", type: "string", fieldType: "text", groupName: "contactinformation" };
    const inputs = Array.from({ length: 10 }, (_, index) => ({ ...base, name: `p${index}` }));
    expect((await call("POST", "/crm/v3/properties/contacts/batch/create", { inputs })).status).toBe(201);
    expect((await call("POST", "/crm/v3/properties/contacts", { ...base, name: "one_more" })).status).toBe(400);
    const limits = await call("GET", "/crm/v3/limits/custom-properties");
    expect(limits.body).toMatchObject({ overallLimit: 10, overallUsage: 10, overallPercentage: 100 });
  });

  test("does not show in the account's details, where HubSpot does not tell it", async () => {
    const { call } = await openPortal({ account: { tier: "free", scopes: [] } });
    const { body } = await call("GET", "/account-info/v3/details");
    expect([body["tier"], body["scopes"]]).toEqual([undefined, undefined]);
  });
});

test("a user that is made can hold records; removed, it stays an owner without a user", async () => {
  const { call } = await openPortal();
  const made = await call("POST", "/settings/users/v3", { email: "new@example.test", primaryTeamId: "502" });
  expect(made).toMatchObject({ status: 201, body: { id: "9004", primaryTeamId: "502" } });
  expect((await call("POST", "/settings/users/v3", { email: "NEW@example.test" })).status).toBe(409);
  expect((await call("POST", "/settings/users/v3", { email: "x@example.test", primaryTeamId: "1" })).status).toBe(400);
  const owners = await call("GET", "/crm/v3/owners?email=new@example.test");
  expect(owners.body.results).toMatchObject([{ userId: 9004, teams: [{ id: "502", primary: true }] }]);
  expect((await call("DELETE", "/settings/v3/users/new@example.test?idProperty=EMAIL")).status).toBe(204);
  const left = await call("GET", "/crm/v3/owners?email=new@example.test&archived=true");
  expect(left.body.results).toMatchObject([{ archived: true, userIdIncludingInactive: 9004 }]);
  expect((await call("GET", "/settings/v3/users/9004")).status).toBe(404);
});
