import { describe, expect, test } from "vitest";
import type { JsonObject, Plan } from "../../../src/engine/index.ts";
import { group, list, openPortal, select, value, workflow } from "./portal.ts";

const state = select("acme_state", "pending", "refused", "late");
const pending = list("acme · pending", "pending", "late");
const flow = workflow("acme · promote", "pending");
const desired = [group, state, pending, flow];
const names = (plan: Plan) => plan.steps.map((step) => `${step.action} ${step.name}`);
const flowsOf = (body: JsonObject): readonly JsonObject[] => (Array.isArray(body["results"]) ? body["results"] : []);

describe("lists and workflows", () => {
  test("are created after what they need, and then there is nothing left to plan", async () => {
    const portal = await openPortal();
    const plan = await portal.planNow(desired);
    expect(names(plan)).toEqual(["create acme", "create acme_state", "create acme · pending", "create acme · promote"]);
    expect(value(await portal.applyPlan(plan, desired))).toMatchObject({ status: "converged", remaining: [] });
    expect(await portal.planNow(desired)).toMatchObject({
      steps: [],
      drift: [],
      conflicts: [],
      summary: { unchanged: 4 },
    });
  });

  test("are planned with one page and one batch read each", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    portal.requests.length = 0;
    await portal.planNow(desired);
    expect(portal.requests.sort()).toEqual([
      "GET /account-info/v3/details 200",
      "GET /automation/v4/flows 200",
      "GET /crm/v3/lists 200",
      "GET /crm/v3/properties/contacts 200",
      "GET /crm/v3/properties/contacts 200",
      "GET /crm/v3/properties/contacts/groups 200",
      "POST /automation/v4/flows/batch/read 200",
      "POST /crm/v3/lists/search 200",
    ]);
  });

  test("workflows are switched off when created, and one that a person switched on is no drift and stays on", async () => {
    const portal = await openPortal();
    await portal.applyNow([...desired.slice(0, 3), { ...flow, attributes: { ...flow.attributes, isEnabled: true } }]);
    const [created] = flowsOf(await portal.call("GET", "/automation/v4/flows"));
    expect(created).toMatchObject({ name: "acme · promote", isEnabled: false });
    const path = `/automation/v4/flows/${String(created?.["id"])}`;
    await switchOn(portal, path);
    expect(await portal.planNow(desired)).toMatchObject({ steps: [], drift: [] });
    const next = [group, state, pending, workflow("acme · promote", "refused")];
    expect(value(await portal.applyNow(next)).status).toBe("converged");
    const after = await portal.call("GET", path);
    expect(after).toMatchObject({ isEnabled: true, actions: [{ fields: { value: { staticValue: "refused" } } }] });
  });

  test("changed filters and actions are the only steps", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    const next = [group, state, list("acme · pending", "late"), workflow("acme · promote", "late")];
    const plan = await portal.planNow(next);
    expect(names(plan)).toEqual(["update acme · pending", "update acme · promote"]);
    expect(value(await portal.applyPlan(plan, next)).status).toBe("converged");
    expect((await portal.planNow(next)).steps).toEqual([]);
  });

  test("the same values in another order are no change", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    expect((await portal.planNow([group, state, list("acme · pending", "late", "pending"), flow])).steps).toEqual([]);
  });

  test("a list renamed in the CRM is found by its id: drift, not a second list", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    const [first] = ((await portal.call("POST", "/crm/v3/lists/search", { query: "", offset: 0, count: 100 }))[
      "lists"
    ] ?? []) as JsonObject[];
    await portal.call("PUT", `/crm/v3/lists/${String(first?.["listId"])}/update-list-name?listName=Mine`);
    const plan = await portal.planNow(desired);
    expect(plan.steps).toEqual([]);
    expect(plan.drift).toMatchObject([{ kind: "list", changes: [{ path: ["name"], now: "Mine" }] }]);
  });

  test("a workflow edited between plan and apply refuses with nothing written", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    const next = [group, state, pending, workflow("acme · promote", "late")];
    const plan = await portal.planNow(next);
    const [created] = flowsOf(await portal.call("GET", "/automation/v4/flows"));
    await switchOn(portal, `/automation/v4/flows/${String(created?.["id"])}`);
    expect(await portal.applyPlan(plan, next)).toMatchObject({ ok: false, error: { code: "stale" } });
  });

  test("without a ledger they are adopted", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    await portal.saveLedger({ formatVersion: 1, portalId: String(portal.crm.portalId), contract: "acme", entries: {} });
    expect((await portal.planNow(desired)).summary).toMatchObject({ adopt: 4, create: 0 });
  });

  test.each(["drop-after-commit", "cut"] as const)(
    "a creation whose answer is lost (%s) is found again by name",
    async (kind) => {
      const paths = ["/crm/v3/lists", "/automation/v4/flows"];
      const portal = await openPortal({ faults: paths.map((path) => ({ method: "POST", path, kind })) });
      expect(value(await portal.applyNow(desired)).status).toBe("converged");
      expect((await portal.planNow(desired)).steps).toEqual([]);
      expect(flowsOf(await portal.call("GET", "/automation/v4/flows"))).toHaveLength(1);
    },
  );

  test("a hundred and fifty of our workflows are read in two pages and two batches", async () => {
    const portal = await openPortal();
    const many = [group, state, ...Array.from({ length: 150 }, (_, index) => workflow(`acme · ${index}`, "late"))];
    expect(value(await portal.applyNow(many)).status).toBe("converged");
    portal.requests.length = 0;
    expect((await portal.planNow(many)).steps).toEqual([]);
    expect(portal.requests.filter((request) => request.includes("/flows")).sort()).toEqual([
      "GET /automation/v4/flows 200",
      "GET /automation/v4/flows 200",
      "POST /automation/v4/flows/batch/read 200",
      "POST /automation/v4/flows/batch/read 200",
    ]);
  });
});

async function switchOn(portal: Awaited<ReturnType<typeof openPortal>>, path: string): Promise<void> {
  const { flowType: _, objectTypeId: __, dataSources: ___, ...flow } = await portal.call("GET", path);
  await portal.call("PUT", path, { ...flow, isEnabled: true });
}
