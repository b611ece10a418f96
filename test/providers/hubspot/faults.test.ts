import { describe, expect, test } from "vitest";
import type { Fault } from "../../../src/localcrm/index.ts";
import { group, openPortal, pipeline, property, select, value } from "./portal.ts";

const deals = pipeline(["acme_new", "0.2"], ["acme_won", "1"]);
const desired = [group, property("acme_need"), select("acme_state", "pending"), deals];
const batch = { method: "POST", path: "/crm/v3/properties/contacts/batch/create" };
const next = [group, property("acme_need", { label: "Need" }), ...desired.slice(2)];

describe("a creation whose answer is lost", () => {
  const lost: Fault["kind"][] = ["drop-after-commit", "hang-after-commit", "cut"];

  test.each(lost)("(%s) is read back and counts as done, once", async (kind) => {
    // Only kinds without further fields are listed above.
    const portal = await openPortal({ faults: [{ ...batch, kind } as Fault] });
    const report = value(await portal.applyNow(desired));
    expect(report.status).toBe("converged");
    expect(
      portal.requests.filter((request) => request.startsWith("POST /crm/v3/properties/contacts/batch")),
    ).toHaveLength(1);
    expect((await portal.planNow(desired)).steps).toEqual([]);
  });

  test.each(lost)("(%s) holds for groups and pipelines too", async (kind) => {
    const paths = ["/crm/v3/properties/contacts/groups", "/crm/v3/pipelines/deals"];
    const faults = paths.map((path) => ({ method: "POST", path, kind }) as Fault);
    const portal = await openPortal({ faults });
    expect(value(await portal.applyNow(desired)).status).toBe("converged");
    expect((await portal.planNow(desired)).steps).toEqual([]);
  });

  test.each(["drop", "html502", "hang"] as const)(
    "and was never carried out (%s) fails visibly and is resumed by a new plan",
    async (kind) => {
      const portal = await openPortal({ faults: [{ ...batch, kind }] });
      const report = value(await portal.applyNow(desired));
      expect(report.status).toBe("incomplete");
      expect(report.steps).toMatchObject([
        { address: group.address, status: "done" },
        { address: "property:contacts/acme_need", status: "failed", error: { code: "ambiguous" } },
        { address: "property:contacts/acme_state", status: "failed", error: { code: "ambiguous" } },
        { address: deals.address, status: "done" },
      ]);
      expect(
        portal.requests.filter((request) => request.startsWith("POST /crm/v3/properties/contacts/batch")).length,
      ).toBeLessThan(2);
      expect(value(await portal.applyNow(desired)).status).toBe("converged");
    },
  );
});

describe("an update whose answer is lost", () => {
  test.each(["drop-after-commit", "cut", "drop", "html502"] as const)("(%s) is sent again and done", async (kind) => {
    const path = "/crm/v3/properties/contacts/acme_need";
    const portal = await openPortal({ faults: [{ method: "PATCH", path, kind }] });
    await portal.applyNow(desired);
    expect(value(await portal.applyNow(next)).status).toBe("converged");
  });

  test("(hang-after-commit) is read back and done", async () => {
    const path = "/crm/v3/properties/contacts/acme_need";
    const portal = await openPortal({ faults: [{ method: "PATCH", path, kind: "hang-after-commit" }] });
    await portal.applyNow(desired);
    expect(value(await portal.applyNow(next)).status).toBe("converged");
  });
});

describe("steps that fail", () => {
  test("one refused property stops no other, and what needs it is skipped by name", async () => {
    const portal = await openPortal();
    const broken = property("acme_broken", { type: "enumeration", fieldType: "text" });
    const needs = { ...property("acme_needs"), dependsOn: [broken.address] };
    const report = value(await portal.applyNow([...desired, broken, needs]));
    expect(report.status).toBe("incomplete");
    const of = (name: string) => report.steps.find((step) => step.address.endsWith(`/${name}`));
    expect(of("acme_broken")).toMatchObject({ status: "failed", error: { code: "invalid" } });
    expect(of("acme_needs")).toMatchObject({ status: "skipped", because: broken.address });
    expect(of("acme_need")).toMatchObject({ status: "done" });
    expect(of("acme_sales")).toMatchObject({ status: "done" });
  });

  test("the daily limit stops the apply, and the rest is said not to have run", async () => {
    const body = { policyName: "DAILY", errorType: "RATE_LIMIT" };
    const portal = await openPortal({ faults: [{ ...batch, kind: "status", status: 429, body }] });
    const report = value(await portal.applyNow(desired));
    expect(report.steps.map((step) => step.status)).toEqual(["done", "failed", "failed", "not-run"]);
    expect(value(await portal.applyNow(desired)).status).toBe("converged");
  });

  test("a missing scope is named", async () => {
    const errors = [{ context: { requiredGranularScopes: ["crm.schemas.contacts.write"] } }];
    const portal = await openPortal({
      faults: [{ ...batch, kind: "status", status: 403, body: { category: "MISSING_SCOPES", errors } }],
    });
    const report = value(await portal.applyNow(desired));
    expect(report.steps[1]).toMatchObject({ error: { code: "forbidden", scopes: ["crm.schemas.contacts.write"] } });
  });

  test("an interruption finishes the call in flight, and a new plan does the rest", async () => {
    const portal = await openPortal();
    const plan = await portal.planNow(desired);
    const signal = { aborted: false };
    const report = value(
      await portal.applyPlan(plan, desired, { signal, onProgress: () => Object.assign(signal, { aborted: true }) }),
    );
    expect(report.status).toBe("interrupted");
    expect(report.steps.map((step) => step.status)).toEqual(["done", "not-run", "not-run", "not-run"]);
    const rest = await portal.planNow(desired);
    expect(rest.summary).toMatchObject({ create: 3, unchanged: 1 });
  });

  test("killed at any call, the next plan adopts what was made and creates the rest", async () => {
    for (let kept = 0; kept <= 3; kept += 1) {
      const portal = await openPortal();
      const plan = await portal.planNow(desired);
      const signal = { aborted: false };
      let calls = 0;
      const onProgress = () => {
        calls += 1;
        if (calls > kept) signal.aborted = true;
      };
      await portal.applyPlan(plan, desired, { signal, onProgress });
      // A kill between the CRM's answer and the disk: the ledger knows nothing of what was made.
      await portal.saveLedger({
        formatVersion: 1,
        portalId: String(portal.crm.portalId),
        contract: "acme",
        entries: {},
      });
      expect(value(await portal.applyNow(desired)).status).toBe("converged");
      expect((await portal.planNow(desired)).steps).toEqual([]);
      const conflicts = portal.requests.filter((request) => / (409|400)$/.test(request));
      expect(conflicts).toEqual([]);
    }
  });
});

describe("a read that fails", () => {
  test.each([
    ["is refused", { kind: "status", status: 403, body: { category: "MISSING_SCOPES" } }, "forbidden"],
    ["is cut short for good", { kind: "cut", times: 9 }, "unavailable"],
    ["never ends", { kind: "hang" }, "unavailable"],
    ["is no JSON", { kind: "html502", times: 9 }, "unavailable"],
  ] as const)("%s: an error, never an empty portal", async (_, effect, code) => {
    const fault = { method: "GET", path: "/crm/v3/properties/contacts/groups", ...effect } as Fault;
    const portal = await openPortal({ faults: [fault] });
    const sought = [{ kind: "property-group" as const, object: "contacts", name: "acme", address: group.address }];
    expect(await portal.reader.read(sought)).toMatchObject({ ok: false, error: { code } });
  });

  test("right before the writing refuses the apply with nothing written", async () => {
    const fault: Fault = {
      method: "GET",
      path: "/crm/v3/pipelines/deals",
      nth: 2,
      kind: "status",
      status: 403,
      body: {},
    };
    const portal = await openPortal({ faults: [fault] });
    const plan = await portal.planNow(desired);
    expect(await portal.applyPlan(plan, desired)).toMatchObject({
      ok: false,
      error: { code: "provider", error: { code: "forbidden" } },
    });
    expect(portal.requests.every((request) => request.startsWith("GET"))).toBe(true);
  });
});

test("a change the CRM accepts and does not keep is reported, and planned again", async () => {
  const path = "/crm/v3/properties/contacts/acme_need";
  const portal = await openPortal({ faults: [{ method: "PATCH", path, kind: "status", status: 200, body: {} }] });
  await portal.applyNow(desired);
  const report = value(await portal.applyNow(next));
  expect(report).toMatchObject({
    status: "differs",
    remaining: [{ name: "acme_need", changes: [{ path: ["label"] }] }],
  });
  const plan = await portal.planNow(next);
  expect(plan.steps).toMatchObject([{ action: "update", name: "acme_need" }]);
  expect(plan.drift).toEqual([]);
});
