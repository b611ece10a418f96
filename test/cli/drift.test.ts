import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type FarPortal, openFarPortal } from "./far-portal.ts";
import { expectRefusal } from "./run-command.ts";

const contacts = "/crm/v3/properties/contacts";

async function applied(): Promise<FarPortal> {
  const portal = await openFarPortal();
  const run = await portal.run("apply", "--yes");
  expect(run, run.talk).toMatchObject({ code: 0 });
  return portal;
}

async function relabelled(): Promise<FarPortal> {
  const portal = await applied();
  await portal.call("PATCH", `${contacts}/small_need`, { label: "What is needed" });
  const { options } = (await portal.call("GET", `${contacts}/small_timing`)) as { readonly options: readonly object[] };
  const [first, ...rest] = options;
  await portal.call("PATCH", `${contacts}/small_timing`, { options: [{ ...first, label: "Now: at once" }, ...rest] });
  return portal;
}

const isWrite = (request: string): boolean => !/^GET|\/search$|batch\/read$|access-token-info$/.test(request);

describe("what people change in the CRM", () => {
  test("is nothing right after an apply", async () => {
    const portal = await applied();
    expect(await portal.run("drift")).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nothing was changed by hand"),
    });
  });

  test("is told with what, when and who, and ends with 2", async () => {
    const portal = await relabelled();
    portal.requests.length = 0;
    const text = await portal.run("drift");
    expect(text, text.talk).toMatchObject({ code: 2 });
    expect(text.out).toMatch(/^2 objects were changed in the CRM by hand/);
    expect(text.out).toContain("property:contacts/small_need");
    expect(text.out).toContain('label: "Need" → "What is needed"');
    expect(text.out).toMatch(/changed last on \d+ \w+ \d{4} at \d\d:\d\d UTC/);
    const json = await portal.run("drift", "--format", "json", "--lang", "fr");
    expect(JSON.parse(json.out)).toMatchObject({
      formatVersion: 1,
      drift: [{ address: "property:contacts/small_need", isMissing: false, changed: { at: expect.any(String) } }, {}],
    });
    expect(portal.requests.filter(isWrite)).toEqual([]);
  });

  test("is a deletion too", async () => {
    const portal = await applied();
    await portal.call("DELETE", `${contacts}/small_remark`);
    const run = await portal.run("drift");
    expect(run.code).toBe(2);
    expect(run.out).toContain("--recreate property:contacts/small_remark");
  });
});

describe("labels taken over into the contract", () => {
  test("are written where the contract says them, and nothing else of it; then nothing differs", async () => {
    const portal = await relabelled();
    const before = readFileSync(portal.contract, "utf8");
    const dry = await portal.run("drift", "--accept", "all", "--dry-run");
    expect(dry.out).toContain("+  need: { type: text, label: { en: What is needed, fr: Besoin }");
    expect(readFileSync(portal.contract, "utf8")).toBe(before);
    const run = await portal.run("drift", "--accept", "all");
    expect(run, run.talk).toMatchObject({ code: 0 });
    expect(readFileSync(portal.contract, "utf8")).toBe(
      before
        .replace("label: { en: Need,", "label: { en: What is needed,")
        .replace("{ en: Now,", '{ en: "Now: at once",'),
    );
    expect((await portal.run("drift")).code).toBe(0);
    expect((await portal.run("apply", "--yes")).code).toBe(0);
    expect((await portal.run("plan")).out).toContain("No changes");
  });

  test("are only those of the objects that are named", async () => {
    const portal = await relabelled();
    await portal.run("drift", "--accept", "property:contacts/small_need");
    expect(readFileSync(portal.contract, "utf8")).toContain("What is needed");
    expect(readFileSync(portal.contract, "utf8")).not.toContain("at once");
  });

  test("are no descriptions, nor anything that revpact words itself: that is said, and nothing written", async () => {
    const portal = await applied();
    await portal.call("PATCH", `${contacts}/small_need`, { fieldType: "text" });
    const before = readFileSync(portal.contract, "utf8");
    const run = await portal.run("drift", "--accept", "all");
    expect(run.code).toBe(5);
    expect(run.talk).toContain("not taken over: property:contacts/small_need fieldType");
    expect(readFileSync(portal.contract, "utf8")).toBe(before);
  });

  test("need an address that drifted, and --dry-run needs --accept", async () => {
    const portal = await relabelled();
    expectRefusal(await portal.run("drift", "--accept", "property:contacts/small_nead"), 7, [
      "did you mean property:contacts/small_need",
    ]);
    expectRefusal(await portal.run("drift", "--dry-run"), 7, ["--dry-run has no effect without --accept"]);
  });
});
