import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FarPortal, openFarPortal } from "./far-portal.ts";
import { edit } from "./run-command.ts";

async function withContacts(...timings: readonly (string | undefined)[]): Promise<FarPortal> {
  const portal = await openFarPortal();
  const run = await portal.run("apply", "--yes");
  expect(run, run.talk).toMatchObject({ code: 0 });
  for (const timing of timings) {
    const properties = timing === undefined ? {} : { small_timing: timing };
    await portal.call("POST", "/crm/v3/objects/contacts", { properties });
  }
  return portal;
}

describe("a plan that changes what records hold", () => {
  test("says how many hold an option that was renamed or dropped, in both languages and for programs", async () => {
    const portal = await withContacts("now", "now", "later", undefined);
    edit(portal.contract, "now: { en: Now, fr: Maintenant }", "now: { en: At once, fr: Maintenant }");
    edit(portal.contract, ", later: { en: Later, fr: Plus tard }", "");
    const plan = await portal.run("plan", "--out", "plan.json");
    expect(plan.out, plan.talk).toContain('2 records hold "now"');
    expect(plan.out).toContain('1 record holds "later"');
    expect((await portal.run("plan", "--lang", "fr")).out).toContain('2 fiches portent "now"');
    expect((await portal.run("plan", "--format", "markdown")).out).toContain('! 2 records hold "now"');
    const saved = JSON.parse(readFileSync(join(portal.folder, "plan.json"), "utf8")) as { readonly impact: unknown };
    expect(saved.impact).toMatchObject([
      { path: ["options", "now"], count: { records: 2, isExact: true } },
      { path: ["options", "later"], count: { records: 1, isExact: true } },
    ]);
    // A record more changes the count, not the plan.
    await portal.call("POST", "/crm/v3/objects/contacts", { properties: { small_timing: "now" } });
    expect((await portal.run("apply", "--plan", "plan.json")).code).toBe(0);
  });

  test("asks nothing where no option, stage or type changes", async () => {
    const portal = await withContacts("now");
    edit(portal.contract, "title: { en: A small agreement", "title: { en: The small agreement");
    portal.requests.length = 0;
    await portal.run("plan");
    expect(portal.requests.filter((request) => request.includes("/objects/"))).toEqual([]);
  });

  test("says so where the CRM refuses to count", async () => {
    const portal = await withContacts("now");
    edit(portal.contract, "now: { en: Now, fr: Maintenant }", "now: { en: At once, fr: Maintenant }");
    await portal.call("POST", "/__revpact/faults", {
      faults: ["POST /crm/v3/objects/{objectType}/search token-expired"],
    });
    const plan = await portal.run("plan");
    expect(plan.code).toBe(0);
    expect(plan.out).toContain('nobody could say how many records hold "now"');
  });
});
