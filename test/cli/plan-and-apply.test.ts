import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { edit, expectNoTrace, folderWithExample, type Run, revpact, start } from "./run-command.ts";

const fixture = (name: string): string => `../fixtures/cli/${name}`;
const addressesOf = ({ out }: Run): readonly string[] =>
  JSON.parse(out).steps.map((step: { address: string }) => step.address);

/** Another tool version or prompt of the day must not change a golden: digests are the only thing that may. */
const steady = (text: string): string => text.replace(/[0-9a-f]{12}/g, "DIGEST");

// One portal from its first plan to its last: each test goes on where the one before ended.
describe("the classic contract and a local CRM", () => {
  const folder = folderWithExample("classic-inbound");
  const contract = join(folder, "contract.yaml");
  const run = (...args: readonly string[]): Promise<Run> => revpact(args, { cwd: folder });

  test("are first planned as objects to create, counted by kind, in English and French", async () => {
    const [english, french] = [await run("plan"), await run("plan", "--lang", "fr")];
    expect(english).toMatchObject({ code: 0, talk: "" });
    expect(english.out).toMatch(/\d+ to create {2}2 groups, \d+ properties, 1 pipeline, \d+ lists, \d+ workflows\n/);
    await expect(steady(english.out)).toMatchFileSnapshot(fixture("plan-classic.en.txt"));
    await expect(steady(french.out)).toMatchFileSnapshot(fixture("plan-classic.fr.txt"));
  });

  test("give the same plan as Markdown for a pull request", async () => {
    const { out, code } = await run("plan", "--format", "markdown");
    expect(code).toBe(0);
    await expect(steady(out)).toMatchFileSnapshot(fixture("plan-classic.en.md"));
    const french = await run("plan", "--format", "markdown", "--lang", "fr");
    await expect(steady(french.out)).toMatchFileSnapshot(fixture("plan-classic.fr.md"));
  });

  test("give the same plan as JSON, and nothing else on standard output", async () => {
    const { out, code } = await run("plan", "--format", "json", "--detailed-exitcode");
    expect(code).toBe(2);
    const plan = JSON.parse(out);
    expect(plan.summary.create).toBe(plan.steps.length);
    expect((await run("plan", "--format", "json")).out).toBe(out);
  });

  test("print no escape codes where no terminal is", async () => {
    const plain = await run("plan", "--verbose");
    const refused = await revpact(["plan"], { cwd: folder, env: { NO_COLOR: "1", FORCE_COLOR: "1" } });
    expect(plain.out + refused.out).not.toContain("\u001b");
    expect((await revpact(["plan"], { cwd: folder, env: { FORCE_COLOR: "1" } })).out).toContain("\u001b[1m");
  });

  test("apply asks for --yes where nobody can answer", async () => {
    const asked = await run("apply");
    expect(asked.code).toBe(7);
    expect(asked.talk).toContain("--yes");
  });

  test("are equal after an apply, and a new plan is empty", async () => {
    const applied = await run("apply", "--yes");
    expect(applied, applied.talk).toMatchObject({ code: 0, talk: "" });
    expect(applied.out).toMatch(/\nApplied: \d+ changes, read again and found as the contract says\.\n/);
    expect(applied.out).toMatch(/new workflows are switched off/);
    const again = await run("plan", "--detailed-exitcode");
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toMatch(/No changes: the CRM is what the contract says\.\n$/);
    expect((await run("plan", "--verbose")).out).toMatch(
      /No changes.*\n\nClauses that the CRM does not ensure by itself: /,
    );
    expect(JSON.parse((await run("plan", "--format", "json")).out).contractChanges).toEqual([]);
  });

  test("differ only in a deadline and an option once these change, and the plan says it in words", async () => {
    edit(contract, "normal: 4 business hours", "normal: 5 business hours");
    edit(
      contract,
      "later: { fr: Plus tard, en: Later }",
      "later: { fr: Un jour, en: Some day }, never: { fr: Jamais, en: Never }",
    );
    const planned = await run("plan", "--format", "json", "--detailed-exitcode");
    expect(planned.code).toBe(2);
    const own =
      /^(property:contacts\/acme_inbound_timing|workflow:contacts\/acme-inbound · marketing-to-sdr · decision · normal · .*)$/;
    expect(addressesOf(planned).filter((address) => !own.test(address))).toEqual([]);
    expect(addressesOf(planned)).toContain("property:contacts/acme_inbound_timing");
    expect(JSON.parse(planned.out).unmanaged).toEqual([]);
    const text = await run("plan");
    await expect(steady(text.out)).toMatchFileSnapshot(fixture("plan-changed.en.txt"));
    await expect(steady((await run("plan", "--lang", "fr")).out)).toMatchFileSnapshot(fixture("plan-changed.fr.txt"));
    expect(text.out).toMatch(/What changes in the agreement\n(.*\n)*.*4 business hours.*5 business hours/);
    expect((await run("plan", "--verbose")).out).toMatch(/^ +-.*"hour":12.*\n +\+.*"hour":11/m);
    expect((await run("apply", "--yes")).code).toBe(0);
    expect((await run("plan", "--detailed-exitcode")).code).toBe(0);
  });

  test("differ by a hand's edit in the CRM, which the plan calls drift and apply leaves alone", async () => {
    const crm = start(["crm", "start"], { cwd: folder });
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await crm.says("crm stop"))?.[0] ?? "";
    const token = readFileSync(join(folder, ".revpact", "local", "crm", "token"), "utf8").trim();
    const place = `${url}/crm/v3/properties/contacts/acme_inbound_need`;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const body = JSON.stringify({ label: "Besoin (à vérifier)" });
    expect((await fetch(place, { method: "PATCH", headers, body })).status).toBe(200);
    const planned = await run("plan", "--detailed-exitcode");
    expect(planned.code).toBe(0);
    expect(planned.out).toMatch(/\(drift\)\n.*acme_inbound_need.*\n.*"Besoin exprimé" → "Besoin \(à vérifier\)"/);
    expect(planned.out).toContain("1 drifted");
    expect((await run("plan", "--lang", "fr")).out).toContain("laissé tel quel (dérive)");
    expect((await run("apply", "--yes")).code).toBe(0);
    const live = await (await fetch(place, { headers })).json();
    expect(live).toMatchObject({ label: "Besoin (à vérifier)" });
    expect(await run("crm", "stop")).toMatchObject({ code: 0 });
    expect((await crm.end).code).toBe(0);
  });

  test("say what a broken contract lacks, and plan nothing", async () => {
    const whole = readFileSync(contract, "utf8");
    edit(contract, "owner: marketing-ops", "ownr: marketing-ops");
    const refused = await run("plan");
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.talk).toMatch(/contract\.yaml:\d+:\d+: SCH\d+ .*ownr/);
    expectNoTrace(refused);
    writeFileSync(contract, whole);
  });
});

describe("the French contract and a local CRM", () => {
  const folder = folderWithExample("pme-francaise");
  const run = (...args: readonly string[]): Promise<Run> => revpact(args, { cwd: folder });

  test("are equal after an apply, told in French", async () => {
    const applied = await run("apply", "--yes", "--lang", "fr");
    expect(applied, applied.talk).toMatchObject({ code: 0, talk: "" });
    expect(applied.out).toMatch(/\nAppliqué\u00a0: \d+ modifications, tout a été relu et correspond au contrat\.\n/);
    const again = await run("plan", "--lang", "fr", "--detailed-exitcode");
    expect(again.code).toBe(0);
    expect(again.out).toContain("Aucun changement\u00a0: le CRM est conforme au contrat.");
  });
});
