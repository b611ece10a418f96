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
