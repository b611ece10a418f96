import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FarPortal, openFarPortal } from "./far-portal.ts";
import { edit, expectRefusal } from "./run-command.ts";

const need = "/crm/v3/properties/contacts/small_need";
const byHand = (portal: FarPortal, label: string) => portal.call("PATCH", need, { label });
const labelOf = async (portal: FarPortal) => (await portal.call("GET", need))["label"];
const show = (portal: FarPortal, ...args: readonly string[]) => portal.startIn(["show", "plan.json", ...args]).end;

async function openApplied(about: Parameters<typeof openFarPortal>[1] = {}) {
  const portal = await openFarPortal({}, about);
  expect((await portal.run("apply", "--yes")).code).toBe(0);
  return portal;
}

describe("a saved plan", () => {
  test("is shown as it was printed, and says whether it fits", async () => {
    const portal = await openFarPortal();
    const printed = await portal.run("plan", "--out", "plan.json");
    const shown = await show(portal);
    expect(shown.code, shown.talk).toBe(0);
    expect(shown.out).toMatch(/^This plan still fits: .*\n\nPlan for far /);
    const body = (text: string) => text.slice(text.indexOf("Plan for")).replace(/\nNext: .*/, "");
    expect(body(shown.out)).toBe(body(printed.out));
    expect((await show(portal, "--lang", "fr")).out).toMatch(/^Ce plan est toujours valable\u00a0: /);
    expect((await show(portal, "--offline")).out).toMatch(/^Whether this plan still fits was not asked/);
    expect((await show(portal, "--format", "markdown")).out).toMatch(
      /^> \*\*This plan still fits.*\n\n### Plan for far/,
    );
    const { since, plan } = JSON.parse((await show(portal, "--format", "json")).out);
    expect(since).toEqual({ kind: "fits" });
    expect(plan).toEqual(JSON.parse(readFileSync(join(portal.folder, "plan.json"), "utf8")));
  });

  test("that no longer fits is shown all the same, with what moved three ways", async () => {
    const portal = await openApplied();
    edit(portal.contract, "en: Need,", "en: Wish,");
    expect((await portal.run("plan", "--out", "plan.json")).code).toBe(0);
    await byHand(portal, "By hand");
    const three = /label:\n +planned from +"Need"\n +now +"By hand"\n +want +"Wish"\n/;
    const shown = await show(portal);
    expect(shown.code).toBe(0);
    expect(shown.out).toMatch(
      /^This plan no longer fits: an apply would refuse it\.\n {2}! property:contacts\/small_need/,
    );
    expect(shown.out).toMatch(three);
    expect((await show(portal, "--format", "markdown")).out).toMatch(/^> \*\*This plan no longer fits.*\n\n```text\n/);
    const refused = await portal.run("apply", "plan.json");
    expectRefusal(refused, 4, ["nothing was written", three]);
    expect(await labelOf(portal)).toBe("By hand");
    edit(portal.contract, "en: Timing,", "en: When,");
    expect((await show(portal)).out).toContain("the contract has changed since it was made");
    await byHand(portal, "Need");
    expect((await portal.run("plan", "--out", "plan.json")).code).toBe(0);
    expect((await portal.run("apply", "plan.json")).code).toBe(0);
    expect((await show(portal, "--lang", "fr")).out).toMatch(/^Ce plan a été appliqué\.\n/);
  });

  test("is shown without its contract, and one that was edited is refused", async () => {
    const portal = await openFarPortal();
    expect((await portal.run("plan", "--out", "plan.json")).code).toBe(0);
    writeFileSync(portal.contract, "revpact: 1\n");
    const shown = await show(portal);
    expect(shown, shown.talk).toMatchObject({ code: 0, talk: "" });
    expect(shown.out).toMatch(/^Whether this plan still fits is not known: its contract is not here/);
    edit(join(portal.folder, "plan.json"), '"Need"', '"Want"');
    expectRefusal(await show(portal), 7, ["digest-mismatch"]);
  });
});

describe("an object that somebody edits while an apply runs", () => {
  test("is left as it is and shown three ways; the rest goes on; the next plan says conflict", async () => {
    const portal = await openApplied();
    edit(portal.contract, "en: Need,", "en: Wish,");
    edit(portal.contract, "en: Timing,", "en: When,");
    const timing = need.replace("need", "timing");
    await portal.call("POST", "/__revpact/faults", {
      faults: [{ method: "PATCH", path: need, kind: "slow", ms: 700 }],
    });
    portal.between(
      ({ method, path }) => method === "PATCH" && path === need,
      () => portal.call("PATCH", timing, { label: "By hand" }),
    );
    const applied = await portal.run("apply", "--yes");
    expect(applied.code, applied.talk + applied.out).toBe(4);
    expect(applied.out).toMatch(/! property:contacts\/small_timing {2}changed in the CRM since it was planned/);
    expect(applied.out).toMatch(/planned from +"Timing"\n +now +"By hand"\n +want +"When"\n/);
    expect(await portal.call("GET", timing)).toMatchObject({ label: "By hand" });
    expect(await labelOf(portal)).toBe("Wish");
    expect((await portal.run("plan")).out).toMatch(/\(conflict\)\n.*small_timing/);
  });

  test("keeps a workflow that was saved right before its update, by its revision", async () => {
    const portal = await openApplied();
    edit(portal.contract, "within: 2 calendar days", "within: 4 calendar days");
    await portal.call("POST", "/__revpact/faults", { faults: ["PUT /automation/v4/flows/{flowId} edited-meanwhile"] });
    const applied = await portal.run("apply", "--yes");
    expect(applied.code, applied.talk + applied.out).toBe(4);
    expect(applied.out).toMatch(/! workflow:.* saved again in the CRM since it was planned/);
    expect((await portal.run("apply", "--yes", "--lang", "fr")).code).toBe(0);
    expect((await portal.run("plan", "--detailed-exitcode")).code).toBe(0);
  });
});

describe("an edit by hand", () => {
  test("is put back where it is named, and only there", async () => {
    const portal = await openApplied();
    await byHand(portal, "By hand");
    await portal.call("PATCH", need.replace("need", "timing"), { label: "By hand too" });
    expect((await portal.run("plan", "--detailed-exitcode")).code).toBe(0);
    const address = "property:contacts/small_need";
    const planned = await portal.run("plan", "--revert", address);
    expect(planned.out).toMatch(
      /~ property +contacts\.small_need +edited by hand in the CRM: put back to what the contract/,
    );
    expect(planned.out).toContain("1 drifted");
    expectRefusal(await portal.run("plan", "--revert", "property:contacts/small_nee"), 7, [`did you mean ${address}`]);
    expect((await portal.run("apply", "--yes", "--revert", address)).code).toBe(0);
    expect(await labelOf(portal)).toBe("Need");
    expect(await portal.call("GET", need.replace("need", "timing"))).toMatchObject({ label: "By hand too" });
  });

  test("is put back in an environment that says so, but a conflict waits for a name", async () => {
    const portal = await openApplied({ environment: "drift: revert" });
    await byHand(portal, "By hand");
    expect((await portal.run("apply", "--yes")).code).toBe(0);
    expect(await labelOf(portal)).toBe("Need");
    await byHand(portal, "By hand");
    edit(portal.contract, "en: Need,", "en: Wish,");
    expect((await portal.run("plan")).out).toMatch(/\(conflict\)\n.*small_need/);
    expect((await portal.run("apply", "--yes", "--revert", "all")).code).toBe(0);
    expect(await labelOf(portal)).toBe("Wish");
  });
});
