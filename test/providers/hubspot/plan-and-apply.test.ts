import { describe, expect, test } from "vitest";
import type { Plan } from "../../../src/engine/index.ts";
import { apiVersion } from "./api-version.ts";
import { group, openPortal, pipeline, property, select, value } from "./portal.ts";

const desired = [
  group,
  property("acme_need"),
  select("acme_state", "pending", "refused"),
  pipeline(["acme_new", "0.20"], ["acme_won", "1"]),
];

const actions = (plan: Plan) => plan.steps.map((step) => `${step.action} ${step.address}`);

describe("an empty portal", () => {
  test("is planned, applied, and then there is nothing left to plan", async () => {
    const portal = await openPortal();
    const plan = await portal.planNow(desired);
    expect(actions(plan)).toEqual([
      "create property-group:contacts/acme",
      "create property:contacts/acme_need",
      "create property:contacts/acme_state",
      "create pipeline:deals/acme_sales",
    ]);
    const report = value(await portal.applyPlan(plan, desired));
    expect(report).toMatchObject({ status: "converged", remaining: [] });
    const again = await portal.planNow(desired);
    expect(again).toMatchObject({ steps: [], drift: [], conflicts: [], blocked: [], summary: { unchanged: 4 } });
  });

  test("is asked in the version that the environment chose, and in no other", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    const isOther = (path: string) => /\/v3\/|\/v4\//.test(path) !== (apiVersion === "v3");
    expect(portal.sentPaths.length).toBeGreaterThan(5);
    expect(portal.sentPaths.filter(isOther)).toEqual([]);
  });

  test("is not written to by planning", async () => {
    const portal = await openPortal();
    await portal.planNow(desired);
    expect(portal.requests.sort()).toEqual([
      "GET /account-info/v3/details 200",
      "GET /crm/v3/pipelines/deals 200",
      "GET /crm/v3/properties/contacts 200",
      "GET /crm/v3/properties/contacts 200",
      "GET /crm/v3/properties/contacts/groups 200",
    ]);
  });

  test("takes a thousand properties in ten calls and one for the group; planning them takes three reads", async () => {
    const portal = await openPortal();
    const thousand = [group, ...Array.from({ length: 1000 }, (_, index) => property(`acme_p${index}`))];
    const plan = await portal.planNow(thousand);
    expect(portal.requests).toHaveLength(4);
    expect(value(await portal.applyPlan(plan, thousand)).status).toBe("converged");
    const writes = portal.requests.filter((request) => !request.startsWith("GET"));
    expect(writes).toEqual([
      "POST /crm/v3/properties/contacts/groups 201",
      ...Array.from({ length: 10 }, () => "POST /crm/v3/properties/contacts/batch/create 201"),
    ]);
  });
});

describe("a portal that people work in", () => {
  test("an edit by hand is drift: shown, held, and never written over", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    await portal.call("PATCH", "/crm/v3/properties/contacts/acme_need", { label: "What they need" });
    const plan = await portal.planNow(desired);
    expect(plan.steps).toEqual([]);
    expect(plan.drift).toMatchObject([
      {
        address: "property:contacts/acme_need",
        changes: [{ path: ["label"], was: "acme_need", now: "What they need" }],
      },
    ]);
    const report = value(await portal.applyPlan(plan, desired));
    expect(report.status).toBe("converged");
    expect((await portal.planNow(desired)).drift).toHaveLength(1);
    expect(await portal.call("GET", "/crm/v3/properties/contacts/acme_need")).toMatchObject({
      label: "What they need",
    });
  });

  test("a changed contract plans what changed and nothing else; an option a person added stays", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    const options = [
      { value: "mine", label: "Mine", displayOrder: 0, hidden: false },
      { value: "pending", label: "PENDING", displayOrder: 1, hidden: false },
      { value: "refused", label: "REFUSED", displayOrder: 2, hidden: false },
    ];
    await portal.call("PATCH", "/crm/v3/properties/contacts/acme_state", { options });
    const next = [
      group,
      property("acme_need", { label: "Need" }),
      select("acme_state", "pending", "refused", "late"),
      desired[3],
    ].filter((one) => one !== undefined);
    const plan = await portal.planNow(next);
    expect(
      plan.steps.map(({ name, changes }) => ({ name, paths: changes.map((change) => change.path.join("/")) })),
    ).toEqual([
      { name: "acme_need", paths: ["label"] },
      { name: "acme_state", paths: ["options/late"] },
    ]);
    expect(value(await portal.applyPlan(plan, next)).status).toBe("converged");
    const { options: after } = await portal.call("GET", "/crm/v3/properties/contacts/acme_state");
    expect(after).toMatchObject([{ value: "mine" }, { value: "pending" }, { value: "refused" }, { value: "late" }]);
  });

  test("an option dropped from the contract is kept and said so, in every plan", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    const next = [group, property("acme_need"), select("acme_state", "pending"), ...desired.slice(3)];
    for (let count = 0; count < 2; count += 1) {
      const plan = await portal.planNow(next);
      expect(plan.steps).toEqual([]);
      expect(plan.heldRemovals).toMatchObject([{ changes: [{ path: ["options", "refused"] }] }]);
      expect(value(await portal.applyPlan(plan, next)).status).toBe("converged");
    }
  });

  test("what both changed is a conflict and is not touched", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    await portal.call("PATCH", "/crm/v3/properties/contacts/acme_need", { label: "Theirs" });
    const next = [group, property("acme_need", { label: "Ours" }), ...desired.slice(2)];
    const plan = await portal.planNow(next);
    expect(plan.steps).toEqual([]);
    expect(plan.conflicts).toMatchObject([{ changes: [{ was: "acme_need", now: "Theirs", want: "Ours" }] }]);
  });

  test("a stage and an option that come in between stand where the contract has them", async () => {
    const portal = await openPortal();
    const before = pipeline(["acme_new", "0.2"], ["acme_offer", "0.6"], ["acme_won", "1.0"]);
    await portal.applyNow([group, select("acme_state", "a", "d"), before]);
    const after = pipeline(
      ["acme_new", "0.2"],
      ["acme_meeting", "0.3"],
      ["acme_trial", "0.4"],
      ["acme_offer", "0.6"],
      ["acme_won", "1.0"],
    );
    const desired = [group, select("acme_state", "a", "b", "c", "d", "e"), after];
    expect(value(await portal.applyNow(desired))).toMatchObject({ status: "converged", remaining: [] });
    const { resources } = value(await portal.reader.read(desired));
    const keysIn = (kind: string, attribute: string, key: string) => {
      const list = resources.find((one) => one.kind === kind)?.attributes[attribute];
      return Array.isArray(list) ? list.map((one) => new Map(Object.entries(one ?? {})).get(key)) : [];
    };
    expect(keysIn("property", "options", "value")).toEqual(["a", "b", "c", "d", "e"]);
    expect(keysIn("pipeline", "stages", "id")).toEqual([
      "acme_new",
      "acme_meeting",
      "acme_trial",
      "acme_offer",
      "acme_won",
    ]);
  });

  test("a stage is added and another renamed without touching the rest of the pipeline", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    const next = [...desired.slice(0, 3), pipeline(["acme_new", "0.3"], ["acme_meeting", "0.5"], ["acme_won", "1.0"])];
    const plan = await portal.planNow(next);
    expect(plan.steps.flatMap((step) => step.changes.map((change) => change.path.join("/")))).toEqual([
      "stages/acme_meeting",
      "stages/acme_new/metadata",
    ]);
    portal.requests.length = 0;
    expect(value(await portal.applyPlan(plan, next)).status).toBe("converged");
    expect(portal.requests.filter((request) => !request.startsWith("GET")).sort()).toEqual([
      "PATCH /crm/v3/pipelines/deals/acme_sales/stages/acme_new 200",
      "POST /crm/v3/pipelines/deals/acme_sales/stages 201",
    ]);
  });

  test("without a ledger, what carries our marker is adopted and nothing is created twice", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    await portal.saveLedger({ formatVersion: 1, portalId: String(portal.crm.portalId), contract: "acme", entries: {} });
    const plan = await portal.planNow(desired);
    expect(plan.summary).toMatchObject({ adopt: 4, create: 0 });
    expect(plan.cost.writes).toBe(0);
    expect(value(await portal.applyPlan(plan, desired)).status).toBe("converged");
    expect((await portal.planNow(desired)).steps).toEqual([]);
  });

  test("a property of the same name that is somebody else's blocks the creation", async () => {
    const portal = await openPortal();
    const theirs = {
      name: "acme_need",
      label: "Need",
      type: "string",
      fieldType: "text",
      groupName: "contactinformation",
    };
    await portal.call("POST", "/crm/v3/properties/contacts", theirs);
    const plan = await portal.planNow(desired);
    expect(plan.blocked).toMatchObject([{ name: "acme_need", reason: "name-taken" }]);
    expect(actions(plan)).not.toContain("create property:contacts/acme_need");
    expect(value(await portal.applyPlan(plan, desired))).toMatchObject({ status: "converged", remaining: [] });
    expect(await portal.call("GET", "/crm/v3/properties/contacts/acme_need")).toMatchObject({ label: "Need" });
  });

  test("an archived property of our name comes back, and the plan says so", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    await portal.call("DELETE", "/crm/v3/properties/contacts/acme_need");
    expect((await portal.planNow(desired)).drift).toMatchObject([{ name: "acme_need", isMissing: true }]);
    await portal.saveLedger({ formatVersion: 1, portalId: String(portal.crm.portalId), contract: "acme", entries: {} });
    const plan = await portal.planNow(desired);
    expect(actions(plan)).toContain("revive property:contacts/acme_need");
    expect(value(await portal.applyPlan(plan, desired)).status).toBe("converged");
  });
});

test("what a person deleted comes back when it is asked for by address, and only that", async () => {
  const portal = await openPortal();
  await portal.applyNow(desired);
  await portal.call("DELETE", "/crm/v3/properties/contacts/acme_need");
  await portal.call("DELETE", "/crm/v3/pipelines/deals/acme_sales");
  const plan = await portal.planNow(desired, ["pipeline:deals/acme_sales"]);
  expect(actions(plan)).toEqual(["create pipeline:deals/acme_sales"]);
  expect(plan.drift).toMatchObject([{ name: "acme_need", isMissing: true }]);
  expect(value(await portal.applyPlan(plan, desired)).status).toBe("converged");
  const rest = await portal.planNow(desired, ["property:contacts/acme_need"]);
  expect(actions(rest)).toEqual(["revive property:contacts/acme_need"]);
  expect(value(await portal.applyPlan(rest, desired)).status).toBe("converged");
  expect(await portal.planNow(desired)).toMatchObject({ steps: [], drift: [], conflicts: [] });
});

describe("a plan that no longer fits", () => {
  test.each([["an object created since", "/crm/v3/properties/contacts/groups", { name: "acme", label: "Acme" }]])(
    "%s refuses everything, with nothing written",
    async (_, path, body) => {
      const portal = await openPortal();
      const plan = await portal.planNow(desired);
      await portal.call("POST", path, body);
      portal.requests.length = 0;
      const refused = await portal.applyPlan(plan, desired);
      expect(refused).toMatchObject({
        ok: false,
        error: { code: "stale", objects: [{ address: group.address, planned: "absent" }] },
      });
      expect(portal.requests.every((request) => request.startsWith("GET"))).toBe(true);
    },
  );

  test("an object edited since refuses, and a plan is not applied twice", async () => {
    const portal = await openPortal();
    const first = await portal.planNow(desired);
    await portal.applyPlan(first, desired);
    expect(await portal.applyPlan(first, desired)).toEqual({ ok: false, error: { code: "already-applied" } });
    const next = [group, property("acme_need", { label: "Need" }), ...desired.slice(2)];
    const plan = await portal.planNow(next);
    await portal.call("PATCH", "/crm/v3/properties/contacts/acme_need", { label: "In between" });
    expect(await portal.applyPlan(plan, next)).toMatchObject({ ok: false, error: { code: "stale" } });
  });

  test("an object edited between two steps is not written over", async () => {
    const portal = await openPortal();
    await portal.applyNow(desired);
    const next = [group, property("acme_need", { label: "Need" }), select("acme_state", "pending", "refused", "late")];
    const plan = await portal.planNow(next);
    const path = "/crm/v3/properties/contacts/acme_state";
    const onSaved = async () => {
      if (!portal.requests.some((request) => request.startsWith(`PATCH ${path}`))) {
        await portal.call("PATCH", path, { options: [{ value: "theirs", label: "Theirs", hidden: false }] });
      }
    };
    const report = value(await portal.applyPlan(plan, next, { onSaved }));
    expect(report.status).toBe("incomplete");
    expect(report.steps.map(({ address, status }) => `${status} ${address}`)).toEqual([
      "done property:contacts/acme_need",
      "stale property:contacts/acme_state",
    ]);
    expect(await portal.call("GET", path)).toMatchObject({ options: [{ value: "theirs" }] });
  });

  test("another contract, environment or portal refuses", async () => {
    const portal = await openPortal();
    const plan = await portal.planNow(desired);
    expect(await portal.applyPlan(plan, desired.slice(1))).toEqual({ ok: false, error: { code: "contract-changed" } });
    const other = { ...plan, environment: "production" };
    expect(await portal.applyPlan(other, desired)).toMatchObject({ error: { code: "wrong-environment" } });
    const elsewhere = await openPortal({ account: { portalId: 99 } });
    expect(await elsewhere.applyPlan(plan, desired)).toMatchObject({ error: { code: "wrong-portal" } });
    await elsewhere.saveLedger({ formatVersion: 1, portalId: plan.portal.id, contract: "acme", entries: {} });
    const refused = { code: "wrong-portal", planned: plan.portal.id, found: "99" };
    expect(await elsewhere.applyPlan(plan, desired)).toEqual({ ok: false, error: refused });
    expect(elsewhere.requests).toEqual(["GET /account-info/v3/details 200"]);
  });
});
