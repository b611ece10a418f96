import { describe, expect, test } from "vitest";
import { allScopes } from "../../src/localcrm/index.ts";
import { type FarPortal, openFarPortal } from "./far-portal.ts";
import { edit, expectRefusal } from "./run-command.ts";

const contacts = "/crm/v3/properties/contacts";
const theirs = { type: "string", fieldType: "text", groupName: "contactinformation" };
const without = (...missing: readonly string[]) => ({ scopes: allScopes.filter((scope) => !missing.includes(scope)) });

/** Properties that somebody else made. */
async function crowd({ call }: FarPortal, object: string, count: number, groupName: string): Promise<void> {
  for (let start = 0; start < count; start += 100) {
    const numbers = Array.from({ length: Math.min(100, count - start) }, (_, index) => start + index);
    const inputs = numbers.map((number) => ({
      ...theirs,
      groupName,
      name: `other_${number}`,
      label: `Other ${number}`,
    }));
    await call("POST", `/crm/v3/properties/${object}/batch/create`, { inputs });
  }
}

async function applied(portal: FarPortal): Promise<FarPortal> {
  const run = await portal.run("apply", "--yes");
  expect(run, run.talk).toMatchObject({ code: 0 });
  portal.requests.length = 0;
  return portal;
}

/** Takes back every fault. */
async function disarm({ call }: FarPortal): Promise<void> {
  await call("DELETE", "/__revpact/faults");
}

const isWrite = (request: string): boolean =>
  !request.startsWith("GET") && !/\/search$|batch\/read$|access-token-info$/.test(request);

describe("a portal with a thousand properties that are not ours", () => {
  test("on companies is planned as if they were not there", async () => {
    const portal = await openFarPortal();
    await crowd(portal, "companies", 1000, "companyinformation");
    const run = await portal.run("plan");
    expect(run).toMatchObject({ code: 0, talk: "" });
    expect(run.out).not.toContain("other_");
    expect((await applied(portal)).requests).toEqual([]);
  });

  test("on contacts has no room: what would not fit is held back, with how many, and nothing is written", async () => {
    const portal = await openFarPortal();
    await crowd(portal, "contacts", 998, "contactinformation");
    portal.requests.length = 0;
    const run = await portal.run("plan");
    expect(run.talk).toMatch(
      /error CRM811 The portal has room for 2 more, and the contract needs \d+ properties on contacts\n {2}help {2}remove properties/,
    );
    expect(run.out).toContain("the token or the subscription lacks what it takes, as said below");
    expect(run.out).toContain("! The portal has room for 2 more");
    const refused = await portal.run("apply", "--yes");
    expectRefusal(refused, 5, ["can't be done, so none was"]);
    expect(portal.requests.filter(isWrite)).toEqual([]);
  });
});

describe("what people changed in the CRM", () => {
  test("a property of ours of another type is drift: told with both types, and held", async () => {
    const portal = await applied(await openFarPortal());
    await portal.call("PATCH", `${contacts}/small_need`, { type: "number", fieldType: "number" });
    const run = await portal.run("plan");
    expect(run.out).toMatch(/1 drifted +1 property/);
    expect(run.out).toContain('type: "string" → "number"');
    expect(run.out).toContain("put its type back in the CRM");
  });

  test("a list deleted is told with the way to make it again", async () => {
    const portal = await applied(await openFarPortal());
    const { lists } = await portal.call("POST", "/crm/v3/lists/search", { offset: 0, count: 500 });
    const [first] = lists as readonly { readonly listId: string; readonly name: string }[];
    await portal.call("DELETE", `/crm/v3/lists/${first?.listId}`);
    const run = await portal.run("plan");
    expect(run.out).toContain(`deleted in the CRM; to make it again: --recreate list:contacts/${first?.name}`);
    expect((await portal.run("apply", "--recreate", "all", "--yes")).code).toBe(0);
    expect((await portal.run("plan")).out).toContain("No changes");
  });

  test("a workflow edited in the CRM is drift before a plan, and makes a plan made before it stale", async () => {
    const portal = await applied(await openFarPortal());
    const { results } = await portal.call("GET", "/automation/v4/flows");
    const [first] = results as readonly { readonly id: string }[];
    const path = `/automation/v4/flows/${first?.id}`;
    edit(portal.contract, "title: { en: A small agreement", "title: { en: The small agreement");
    edit(portal.contract, "criteria: { field: need, known: true }", "criteria: { field: timing, is: now }");
    const saved = await portal.run("plan", "--out", "plan.json");
    expect(saved.out).toContain("to update");
    const { results: all } = await portal.call("GET", "/automation/v4/flows");
    for (const { id } of all as readonly { readonly id: string }[]) {
      const {
        flowType: _,
        objectTypeId: __,
        dataSources: ___,
        ...flow
      } = await portal.call("GET", `/automation/v4/flows/${id}`);
      await portal.call("PUT", `/automation/v4/flows/${id}`, { ...flow, actions: [], startActionId: undefined });
    }
    portal.requests.length = 0;
    const stale = await portal.run("apply", "--plan", "plan.json");
    expect(stale, stale.talk).toMatchObject({ code: 4 });
    expect(portal.requests.filter(isWrite)).toEqual([]);
    const again = await portal.run("plan");
    expect(again.out).toMatch(/in conflict|drifted/);
    expect(path).toMatch(/\d+$/);
  });

  test("a name that somebody else's property has is told with both ways out, and nothing is written", async () => {
    const portal = await openFarPortal();
    await portal.call("POST", contacts, { ...theirs, name: "small_need", label: "Their need" });
    portal.requests.length = 0;
    const run = await portal.run("plan");
    expect(run.out).toContain("rename it in the CRM, or set another prefix in the environment");
    expectRefusal(await portal.run("apply", "--yes"), 5, ["can't be done"]);
    expect(portal.requests.filter(isWrite)).toEqual([]);
  });

  test("an archived property of our name is restored, and that its old values come back is said", async () => {
    const portal = await openFarPortal();
    await portal.call("POST", contacts, { ...theirs, name: "small_need", label: "Old need" });
    await portal.call("DELETE", `${contacts}/small_need`);
    const run = await portal.run("plan");
    expect(run.out).toMatch(/1 to restore +1 property/);
    expect(run.out).toContain("archived in the CRM under this name: it comes back, with its old values");
    await applied(portal);
    expect((await portal.run("plan")).out).toContain("No changes");
  });
});

describe("a token that may not do everything", () => {
  test("without workflows the rest is planned and applied, and their clauses are left to people", async () => {
    const portal = await openFarPortal({ account: without("automation") });
    const run = await portal.run("plan", "--verbose");
    expect(run.code).toBe(0);
    expect(run.talk).toMatch(
      /warning CRM811 The token lacks the scope automation, and the contract needs \d+ workflows\n/,
    );
    expect(run.out).not.toMatch(/^ {2}\+ workflow/m);
    expect(run.out).toContain("This portal lets no workflow do it.");
    const { requests } = await applied(portal);
    expect(requests).toEqual([]);
    expect((await portal.run("plan")).out).toContain("No changes");
  });

  test("that loses workflows later leaves those it made alone, and goes on with the rest", async () => {
    const portal = await applied(await openFarPortal());
    const errors = [{ message: "missing", context: { requiredGranularScopes: ["automation"] } }];
    const refusal = { status: 403, body: { status: "error", category: "MISSING_SCOPES", errors } };
    const paths = { method: "*", path: "/automation/v4/flows*", times: 99 };
    await portal.call("POST", "/__revpact/faults", { faults: [{ ...paths, kind: "status", ...refusal }] });
    edit(portal.contract, "need: { type: text, label: { en: Need,", "need: { type: text, label: { en: Their need,");
    const run = await portal.run("plan");
    expect(run.talk).toContain("warning CRM811 The portal refuses what its subscription does not have");
    expect(run.out).toMatch(/1 to update +1 property/);
    expect(run.out).not.toContain("no longer managed");
    await applied(portal);
    await disarm(portal);
    expect((await portal.run("plan")).out).toContain("No changes");
  });

  test("without lists nothing fails late either", async () => {
    const portal = await openFarPortal({ account: without("crm.lists.write") });
    const run = await portal.run("plan", "--verbose");
    expect(run.talk).toMatch(/CRM811 The token lacks the scope crm\.lists\.write, and the contract needs \d+ lists\n/);
    expect(run.out).toContain("This portal lets no list show it.");
    await applied(portal);
  });

  test("without properties nothing can be written: all of them are held back before the first write", async () => {
    const portal = await openFarPortal({ account: without("crm.schemas.contacts.write") });
    const run = await portal.run("plan");
    expect(run.talk).toMatch(/error CRM811 The token lacks the scope crm\.schemas\.contacts\.write/);
    expect(run.out).toMatch(/blocked/);
    expectRefusal(await portal.run("apply", "--yes"), 5, ["can't be done"]);
    expect(portal.requests.filter(isWrite)).toEqual([]);
  });

  test("that HubSpot tells nothing about shows what it lacks by the first refusal", async () => {
    const path = "/oauth/v2/private-apps/get/access-token-info";
    const fault = { method: "POST", path, kind: "status", status: 404, times: 9 } as const;
    const portal = await openFarPortal({ account: without("automation"), faults: [fault] });
    const run = await portal.run("plan");
    expect(run.talk).toContain("warning CRM811 The token lacks the scope automation");
    expect(run.code).toBe(0);
    await applied(portal);
  });

  test("that may not read the properties is an error of its own, never an empty portal", async () => {
    const missing = ["crm.schemas.contacts.read", "crm.objects.contacts.read", "crm.schemas.contacts.write"];
    const portal = await openFarPortal({ account: without(...missing) });
    const run = await portal.run("plan");
    expect(run.talk).toMatch(/error CRM811/);
    expect(run.out).not.toMatch(/to create/);
    expectRefusal(await portal.run("apply", "--yes"), 5, ["can't be done"]);
    expect(portal.requests.filter(isWrite)).toEqual([]);
  });
});

describe("a portal of a lower tier", () => {
  test("without workflows, whose token would do: the subscription is named", async () => {
    const portal = await openFarPortal({ account: { tier: "starter" } });
    const run = await portal.run("plan");
    expect(run.talk).toContain("CRM811 The portal refuses what its subscription does not have, and the contract needs");
    await applied(portal);
  });

  test("with room for ten properties is told before anything is written, in French too", async () => {
    const portal = await openFarPortal({ account: { tier: "free" } });
    const run = await portal.run("plan", "--lang", "fr");
    expect(run.talk).toMatch(
      /erreur CRM811 Le portail n'a de la place que pour 10, et le contrat demande \d+ propriétés sur contacts/,
    );
    expectRefusal(await portal.run("apply", "--yes"), 5, ["can't be done"]);
    expect(portal.requests.filter(isWrite)).toEqual([]);
  });
});
