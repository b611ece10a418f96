import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openFarPortal } from "./far-portal.ts";
import { edit, expectRefusal, folderWithContract, revpact, smallContract } from "./run-command.ts";

describe("a plan that changes much of what is there", () => {
  test("is carried out only for whoever names its digest: not by --yes, and not because it was saved", async () => {
    const portal = await openFarPortal();
    expect((await portal.run("apply", "--yes")).code, "creations never count").toBe(0);
    edit(portal.contract, "name: small\n", "name: small\n# the same\n");
    // Every description carries the title of what it serves.
    for (const [before, after] of [
      ["en: To sales, fr", "en: To the sellers, fr"],
      ["label: { en: Lead,", "label: { en: A lead,"],
      ["label: { en: Working,", "label: { en: At work,"],
      ["en: Need,", "en: Wish,"],
      ["en: Timing,", "en: When,"],
    ] as const)
      edit(portal.contract, before, after);
    const planned = await portal.run("plan", "--out", "plan.json");
    expect(planned.out).toMatch(
      /\n {2}! \d+ of the \d+ objects that are there would change: apply asks for the digest/,
    );
    const digest = /revpact apply .*--plan plan\.json --accept ([0-9a-f]{12})\n/.exec(planned.out)?.[1] ?? "";
    expect((await portal.run("plan", "--lang", "fr")).out).toMatch(/des \d+ objets présents changeraient\u00a0: apply/);
    const words = [/changes \d+ of the \d+ objects/, `--accept ${digest}`];
    const count = portal.requests.length;
    expectRefusal(await portal.run("apply", "--yes"), 5, words);
    expectRefusal(await portal.run("apply", "plan.json"), 5, words);
    expectRefusal(await portal.run("apply", "plan.json", "--accept", "0123456789ab"), 5, ["digest of another plan"]);
    expectRefusal(await portal.run("apply", "plan.json", "--accept", digest.slice(0, 4)), 5, words);
    expect(portal.requests.slice(count).filter((request) => /^(PATCH|PUT|DELETE)/.test(request))).toEqual([]);
    const accepted = await portal.run("apply", "plan.json", "--accept", digest);
    expect(accepted.code, accepted.talk + accepted.out).toBe(0);
    expect((await portal.run("plan", "--detailed-exitcode")).code).toBe(0);
  });
});

describe("protection", () => {
  test("outlives its line in the contract, until it is ended by name", async () => {
    const folder = folderWithContract();
    const contract = join(folder, "contract.yaml");
    const run = (...args: readonly string[]) => revpact(args, { cwd: folder });
    expect((await run("apply", "--yes")).code).toBe(0);
    edit(contract, "{ crm: local }", "{ crm: local, protected: true }");
    expect((await run("apply")).code, "there is nothing else to apply").toBe(0);
    edit(contract, "{ crm: local, protected: true }", "{ crm: local }");
    edit(contract, "en: Need,", "en: Wish,");
    expectRefusal(await run("apply", "--yes"), 5, ["is protected", "as it was when it was applied last"]);
    expect((await run("plan", "--out", "plan.json")).code).toBe(0);
    expect((await run("apply", "plan.json")).code).toBe(0);
    edit(contract, "en: Wish,", "en: Need,");
    expectRefusal(await run("apply", "--yes"), 5, ["is protected"]);
    expect(await run("state", "unprotect", "--lang", "fr")).toMatchObject({
      code: 0,
      out: "local n'est plus protégé.\n",
    });
    expect((await run("apply", "--yes")).code).toBe(0);
    edit(contract, "{ crm: local }", "{ crm: local, protected: true }");
    expectRefusal(await run("state", "unprotect"), 5, ["the contract says that local is protected"]);
  });

  test("lets nothing be deleted because it left the contract", async () => {
    const portal = await openFarPortal();
    expect((await portal.run("apply", "--yes")).code).toBe(0);
    const count = portal.requests.length;
    edit(portal.contract, "  remark: { type: text, label: { en: Remark, fr: Remarque }, filledBy: marketer }\n", "");
    const applied = await portal.run("apply", "--yes");
    expect(applied.code, applied.talk + applied.out).toBe(0);
    expect(portal.requests.slice(count).filter((request) => request.startsWith("DELETE"))).toEqual([]);
    expect(await portal.call("GET", "/crm/v3/properties/contacts/small_remark")).toMatchObject({
      name: "small_remark",
    });
    expect(smallContract).toContain("remark");
  });
});
