import { describe, expect, test } from "vitest";
import { faultNames } from "../../src/localcrm/index.ts";
import { openPortal, type TestPortal } from "./portal-client.ts";

const arm = ({ call }: TestPortal, ...faults: readonly unknown[]) => call("POST", "/__revpact/faults", { faults });
const groups = "/crm/v3/properties/contacts/groups";

/** How the next request for property groups fares, and the one after it. */
async function nextTwo({ call }: TestPortal): Promise<readonly string[]> {
  const ask = async () => {
    const outcome = call("GET", groups).then(
      ({ status, headers, body }) =>
        `${status} ${String(body["policyName"] ?? headers.get("retry-after") ?? "")}`.trim(),
      () => "no answer",
    );
    const late = new Promise<string>((resolve) => setTimeout(() => resolve("late"), 300).unref());
    return Promise.race([outcome, late]);
  };
  return [await ask(), await ask()];
}

describe("a fault by name", () => {
  test.each([
    ["rate-limited", "429 TEN_SECONDLY_ROLLING"],
    ["secondly-limited", "429 SECONDLY"],
    ["daily-limited", "429 DAILY"],
    ["locked", "423"],
    ["migrating", "477 2"],
    ["token-expired", "401"],
    ["empty-500", "500"],
    ["unavailable", "503"],
    ["bad-gateway", "502"],
    ["slow", "late"],
    ["no-answer", "late"],
    ["dropped", "no answer"],
    ["answer-lost", "no answer"],
    ["answer-never", "late"],
    ["cut-short", "no answer"],
    ["echo-only", "200"],
  ])("%s strikes one request, and the next is answered", async (name, outcome) => {
    const portal = await openPortal();
    await arm(portal, `GET ${groups} ${name}`);
    expect(await nextTwo(portal)).toEqual([outcome, "200"]);
  });

  test("each name is one of those", () => {
    expect(faultNames).toHaveLength(17);
  });

  test("strikes the nth request of a route, in the paths of any version", async () => {
    const portal = await openPortal();
    await arm(portal, "GET /crm/v3/properties/{objectType}/groups 2 locked");
    expect((await portal.call("GET", "/crm/properties/2026-03/deals/groups")).status).toBe(200);
    expect((await portal.call("GET", "/crm/properties/2026-03/contacts")).status).toBe(200);
    const waiting = await portal.call("GET", "/__revpact/faults");
    expect(waiting.body).toMatchObject({ armed: [{ name: "locked", nth: 2, seen: 1 }], struck: [] });
    expect((await portal.call("GET", "/crm/properties/2026-03/contacts/groups/")).status).toBe(423);
    const route = "/crm/v3/properties/{objectType}/groups";
    expect((await portal.call("GET", "/__revpact/faults")).body).toMatchObject({
      armed: [],
      struck: [{ fault: "locked", method: "GET", path: "/crm/properties/2026-03/contacts/groups", route }],
    });
  });

  test("echo-only answers a write as done and keeps nothing of it; answer-lost keeps it all", async () => {
    const portal = await openPortal();
    await arm(portal, `POST ${groups} echo-only`, `POST ${groups} 2 answer-lost`);
    const write = () => portal.call("POST", groups, { name: "own", label: "Own" });
    expect((await write()).status).toBe(201);
    expect((await portal.call("GET", `${groups}/own`)).status).toBe(404);
    await expect(write()).rejects.toThrow();
    expect((await portal.call("GET", `${groups}/own`)).status).toBe(200);
  });

  test("edited-meanwhile makes the revision of a workflow stale between its reading and its writing", async () => {
    const portal = await openPortal();
    const flows = "/automation/v4/flows";
    const flow = {
      name: "F",
      type: "CONTACT_FLOW",
      flowType: "WORKFLOW",
      isEnabled: false,
      objectTypeId: "0-1",
      actions: [],
    };
    const { id } = (await portal.call("POST", flows, flow)).body;
    await portal.call("GET", `${flows}/${id}`);
    const { body } = await portal.call("GET", `${flows}/${id}`);
    await arm(portal, `PUT ${flows}/{flowId} edited-meanwhile`);
    const refused = await portal.call("PUT", `${flows}/${id}`, body);
    expect(refused.body.subCategory).toBe("INVALID_REVISION_ID_IN_PUT_REQUEST");
    const again = await portal.call("GET", `${flows}/${id}`);
    expect((await portal.call("PUT", `${flows}/${id}`, again.body)).status).toBe(200);
  });

  test.each([
    "GET",
    "GET /crm/v3/owners",
    "GET /crm/v3/owners 0 locked",
    "GET /crm/v3/owners lockd",
    "get /crm/v3/owners locked",
    "PUT /crm/v3/lists/{listId} edited-meanwhile",
    { method: "GET", path: "/x", kind: "locked", nth: -1 },
    { method: "GET", path: "/x", kind: "status" },
    7,
  ])("%j is none", async (fault) => {
    const portal = await openPortal();
    const refused = await arm(portal, fault);
    expect(refused.status).toBe(400);
    expect(refused.body.message).toContain("answer-lost");
  });

  test("may be said as an object too, and strike more than once", async () => {
    const portal = await openPortal();
    await arm(portal, { method: "GET", path: groups, kind: "locked", times: 2 });
    expect(await nextTwo(portal)).toEqual(["423", "423"]);
    expect((await portal.call("GET", groups)).status).toBe(200);
  });
});

describe("limits and lags while the local CRM runs", () => {
  test("are HubSpot's for the subscription, counted in headers, and refused once they are enforced", async () => {
    const { call } = await openPortal({ account: { tier: "starter" } });
    const first = await call("GET", "/crm/v3/owners");
    expect(first.headers.get("x-hubspot-ratelimit-max")).toBe("100");
    expect(first.headers.get("x-hubspot-ratelimit-daily")).toBe("250000");
    const set = await call("PUT", "/__revpact/limits", { perTenSeconds: 2, isEnforced: true });
    expect(set.body).toEqual({ perTenSeconds: 2, perDay: 250_000, searchesPerSecond: 5, isEnforced: true });
    expect((await call("GET", "/crm/v3/owners")).headers.get("x-hubspot-ratelimit-remaining")).toBe("0");
    expect(await call("GET", "/crm/v3/owners")).toMatchObject({
      status: 429,
      body: { policyName: "TEN_SECONDLY_ROLLING", errorType: "RATE_LIMIT" },
    });
    expect((await call("PUT", "/__revpact/limits", { perTenSeconds: -1 })).status).toBe(400);
    expect((await call("PUT", "/__revpact/limits", { perMinute: 1 })).status).toBe(400);
  });

  test("a search finds what was written only once its index has caught up; a read finds it at once", async () => {
    const { call, advance } = await openPortal();
    const contacts = "/crm/v3/objects/contacts";
    expect((await call("PUT", "/__revpact/lags", { searchMs: 5000 })).status).toBe(200);
    const { id } = (await call("POST", contacts, { properties: { company: "Acme" } })).body;
    const found = async (company: string) => {
      const filters = [{ propertyName: "company", operator: "EQ", value: company }];
      return (await call("POST", `${contacts}/search`, { filterGroups: [{ filters }] })).body.total;
    };
    expect(await found("Acme")).toBe(0);
    expect((await call("GET", `${contacts}/${id}`)).status).toBe(200);
    advance(5000);
    expect(await found("Acme")).toBe(1);
    await call("PATCH", `${contacts}/${id}`, { properties: { company: "Beta" } });
    expect([await found("Acme"), await found("Beta")]).toEqual([1, 0]);
    advance(5000);
    expect([await found("Acme"), await found("Beta")]).toEqual([0, 1]);
    expect((await call("PUT", "/__revpact/lags", { searchMs: "long" })).status).toBe(400);
  });
});
