import { request } from "node:http";
import { describe, expect, test } from "vitest";
import type { Fault } from "../../src/localcrm/index.ts";
import { openPortal } from "./portal-client.ts";

const contacts = "/crm/v3/objects/contacts";
const auth = { Authorization: "Bearer pat-local-test" };

/** A request with a Host header of one's own, which fetch does not allow. */
function statusWithHost(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/crm/v3/owners`, { headers: { ...auth, Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

describe("who may ask", () => {
  test.each([
    ["no token", {}],
    ["a wrong token", { Authorization: "Bearer pat-local-tesT" }],
    ["the token in another scheme", { Authorization: "Basic pat-local-test" }],
  ])("%s is a 401 that says so in a header too", async (_case, headers: Record<string, string>) => {
    const { crm } = await openPortal();
    const response = await fetch(`${crm.url}/crm/v3/owners`, { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get("x-hubspot-auth-failure")).toBe("401 Unauthorized");
    expect(await response.json()).toEqual({
      status: "error",
      message:
        "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview",
      correlationId: response.headers.get("x-hubspot-correlation-id"),
      category: "INVALID_AUTHENTICATION",
    });
  });

  test("a request that means another host is refused: a web page must not reach the portal", async () => {
    const { crm } = await openPortal();
    expect(await statusWithHost(crm.url, "crm.example.test")).toBe(403);
    expect(await statusWithHost(crm.url, "127.0.0.1.example.test")).toBe(403);
    expect(await statusWithHost(crm.url, "localhost:80")).toBe(200);
    expect(crm.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});

describe("what cannot be served", () => {
  test("an unknown path is a 404 that names it", async () => {
    const { call } = await openPortal();
    const answer = await call("POST", "/crm/v3/exports/export/async", {});
    expect(answer).toMatchObject({
      status: 404,
      body: { status: "error", message: "The local CRM does not serve POST /crm/v3/exports/export/async." },
    });
  });

  test("a body that is not JSON is a 400, one above 10 MB a 413", async () => {
    const { crm } = await openPortal();
    const post = (body: string | Uint8Array<ArrayBuffer>) =>
      fetch(`${crm.url}${contacts}`, { method: "POST", headers: auth, body });
    for (const body of ['{"properties":', new Uint8Array([0x22, 0xff, 0xfe, 0x22])]) {
      const refused = await post(body);
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain("Invalid input JSON");
    }
    const deep = await post(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    expect(deep.status).toBe(400);
    const large = await post(`"${"x".repeat(10 * 1024 * 1024)}"`);
    expect(large.status).toBe(413);
    expect((await fetch(`${crm.url}${contacts}`, { headers: auth })).status).toBe(200);
  });
});

describe("rate limits", () => {
  test("are told in headers, and not enforced unless asked for", async () => {
    const { call, advance } = await openPortal({ rateLimits: { perTenSeconds: 2 } });
    const first = await call("GET", contacts);
    expect(first.headers.get("x-hubspot-ratelimit-max")).toBe("2");
    expect(first.headers.get("x-hubspot-ratelimit-remaining")).toBe("1");
    expect(first.headers.get("x-hubspot-ratelimit-interval-milliseconds")).toBe("10000");
    await call("GET", contacts);
    const third = await call("GET", contacts);
    expect(third.status).toBe(200);
    expect(third.headers.get("x-hubspot-ratelimit-remaining")).toBe("0");
    advance(9_999);
    expect((await call("GET", contacts)).headers.get("x-hubspot-ratelimit-remaining")).toBe("0");
    advance(1);
    expect((await call("GET", contacts)).headers.get("x-hubspot-ratelimit-remaining")).toBe("1");
  });

  test("when enforced, the request too many is a 429 that names its policy", async () => {
    const rateLimits = { perTenSeconds: 1, perDay: 2, searchesPerSecond: 1, isEnforced: true };
    const { call, advance } = await openPortal({ rateLimits });
    expect((await call("GET", contacts)).status).toBe(200);
    expect(await call("GET", contacts)).toMatchObject({
      status: 429,
      body: { message: "You have reached your ten_secondly_rolling limit.", policyName: "TEN_SECONDLY_ROLLING" },
    });
    advance(10_000);
    expect((await call("GET", contacts)).body["policyName"]).toBe("DAILY");
    expect((await call("POST", `${contacts}/search`, {})).status).toBe(200);
    expect((await call("POST", `${contacts}/search`, {})).body).toEqual({
      status: "error",
      message: "You have reached your secondly limit.",
      errorType: "RATE_LIMIT",
      correlationId: expect.any(String),
      policyName: "SECONDLY",
      requestId: expect.any(String),
    });
    advance(86_400_000);
    expect((await call("GET", contacts)).status).toBe(200);
  });
});

describe("faults", () => {
  test("a status strikes the nth request that matches, once", async () => {
    const body = { status: "error", message: "locked", category: "LOCKED" };
    const fault = { kind: "status", method: "GET", path: "/crm/v3/objects/*", nth: 2, status: 423, body } as const;
    const { call } = await openPortal({ faults: [fault] });
    const statuses: number[] = [];
    for (const path of [contacts, "/crm/v3/owners", contacts, contacts])
      statuses.push((await call("GET", path)).status);
    expect(statuses).toEqual([200, 200, 423, 200]);
  });

  test("a fault strikes as often as it says, with headers and without a body", async () => {
    const fault = {
      kind: "status",
      method: "*",
      path: "*",
      status: 477,
      headers: { "Retry-After": "1" },
      times: 2,
    } as const;
    const { call } = await openPortal({ faults: [fault] });
    const first = await call("GET", contacts);
    expect(first).toMatchObject({ status: 477, text: "" });
    expect(first.headers.get("retry-after")).toBe("1");
    expect((await call("GET", contacts)).status).toBe(477);
    expect((await call("GET", contacts)).status).toBe(200);
  });

  test("two faults that are due at once strike one after the other", async () => {
    const fault = { kind: "status", method: "GET", path: contacts } as const;
    const { call } = await openPortal({ faults: [500, 503].map((status) => ({ ...fault, status })) });
    expect((await call("GET", contacts)).status).toBe(500);
    expect((await call("GET", contacts)).status).toBe(503);
    expect((await call("GET", contacts)).status).toBe(200);
  });

  test("a page of HTML comes with 502", async () => {
    const { call } = await openPortal({ faults: [{ kind: "html502", method: "GET", path: "*" }] });
    const answer = await call("GET", contacts);
    expect(answer.status).toBe(502);
    expect(answer.headers.get("content-type")).toBe("text/html");
    expect(answer.text).toContain("<html>");
  });

  test.each([
    ["drop", 0],
    ["drop-after-commit", 1],
    ["cut", 1],
  ] as const)("%s leaves the client without an answer and %i records", async (kind, records) => {
    const { call } = await openPortal({ faults: [{ kind, method: "POST", path: contacts }] });
    await expect(call("POST", contacts, { properties: { company: "Acme" } })).rejects.toThrow();
    expect((await call("GET", contacts)).body.results).toHaveLength(records);
  });

  test.each([
    ["hang", 0],
    ["hang-after-commit", 1],
  ] as const)("%s never answers, leaves %i records, and does not keep the CRM from stopping", async (kind, records) => {
    const seen: number[] = [];
    const fault = { kind, method: "POST", path: contacts } as const;
    const { crm, call } = await openPortal({ faults: [fault], onRequest: ({ status }) => seen.push(status) });
    const hanging = call("POST", contacts, { properties: {} }).catch(() => "cut off");
    await expect.poll(() => seen.length).toBe(1);
    expect((await call("GET", contacts)).body.results).toHaveLength(records);
    await crm.stop();
    expect(await hanging).toBe("cut off");
  });

  test("slow answers in the end", async () => {
    const { call } = await openPortal({ faults: [{ kind: "slow", ms: 5, method: "GET", path: "*" }] });
    expect((await call("GET", contacts)).status).toBe(200);
  });

  test("another process arms and disarms them over HTTP, with the token", async () => {
    const { crm, call } = await openPortal();
    const faults: readonly Fault[] = [{ kind: "status", status: 500, method: "GET", path: contacts }];
    expect((await call("POST", "/__revpact/faults", { faults })).body).toEqual({ armed: 1 });
    expect((await call("GET", contacts)).status).toBe(500);
    await call("POST", "/__revpact/faults", { faults });
    await call("DELETE", "/__revpact/faults");
    expect((await call("GET", contacts)).status).toBe(200);
    expect((await call("POST", "/__revpact/faults", { faults: [{ kind: "explode" }] })).status).toBe(400);
    const bare = await fetch(`${crm.url}/__revpact/faults`, { method: "POST", body: JSON.stringify({ faults }) });
    expect(bare.status).toBe(401);
  });
});

describe("what is reported", () => {
  test("every answered request, with its method, path and status", async () => {
    const seen: string[] = [];
    const { call } = await openPortal({
      onRequest: ({ method, path, status }) => seen.push(`${method} ${path} ${status}`),
    });
    await call("GET", `${contacts}?limit=5`);
    await call("GET", "/nowhere");
    expect(seen).toEqual([`GET ${contacts} 200`, "GET /nowhere 404"]);
  });
});
