import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createRepository } from "./repository.ts";
import { projectRoot, revpact } from "./run-command.ts";

const classic = readFileSync(join(projectRoot, "examples/classic-inbound/contract.yaml"), "utf8");
const second = classic
  .replace("version: 2.1.0", "version: 3.0.0")
  .replace("normal: 4 business hours", "normal: 2 business hours");
const third = second
  .replace("version: 3.0.0", "version: 3.1.0")
  .replace(
    "  no-project:   {",
    "  too-soon: { label: { fr: Trop tôt, en: Too soon }, moveTo: nurture, coolOff: 30 calendar days }\n  no-project:   {",
  );

function history() {
  const repository = createRepository();
  for (const [tag, text] of [
    ["v2.1.0", classic],
    ["v3.0.0", second],
    ["v3.1.0", third],
  ] as const) {
    repository.write("contract.yaml", text);
    repository.commit(tag);
    repository.git("tag", tag);
  }
  return repository;
}

describe("revpact changelog", () => {
  test("tells version by version what changes for each party, the newest first", async () => {
    const { code, out } = await revpact(["changelog", "v2.1.0"], { cwd: history().folder });
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "## 3.1.0, from 4 January 2027

      ### What changes for Marketing

      **New, without asking more of you**

      - Reason "Too soon": new, leads to "Nurture"

      ### What changes for Sales

      **New, without asking more of you**

      - Reason "Too soon": new, leads to "Nurture"

      ## 3.0.0, from 4 January 2027

      ### What changes for Sales

      **You owe more**

      - Handoff "Handoff to the SDR", time to decide ("Standard"): cut from 4 business hours to 2 business hours
      "
    `);
  });

  test("tells one party alone, in French, between two tags", async () => {
    const { out } = await revpact(["changelog", "v2.1.0", "v3.0.0", "--party", "sales", "--lang", "fr"], {
      cwd: history().folder,
    });
    expect(out).toContain("### Ce qui change pour Commerce\n\n**Vous devez davantage**\n\n- Transmission");
    expect(out).not.toContain("3.1.0");
  });

  test("refuses a party and a tag that are not there", async () => {
    const { folder } = history();
    expect((await revpact(["changelog", "v2.1.0", "--party", "legal"], { cwd: folder })).code).toBe(7);
    expect((await revpact(["changelog", "v9"], { cwd: folder })).code).toBe(7);
  });
});

describe("revpact git-diff-driver", () => {
  test("lets git log -p show a clause in words", async () => {
    const repository = history();
    const program = `${process.execPath} ${join(projectRoot, "dist/cli.js")} git-diff-driver`;
    repository.git("config", "diff.revpact.textconv", program);
    repository.write(".gitattributes", "contract.yaml diff=revpact\n");
    const shown = repository.git("diff", "v2.1.0", "v3.0.0", "--", "contract.yaml");
    expect(shown).toContain(
      '-"Handoff to the SDR", deadline to decide (Standard): 4 business hours\n+"Handoff to the SDR", deadline to decide (Standard): 2 business hours',
    );
    expect(shown).toContain("-version: 2.1.0\n+version: 3.0.0");
  });

  test("prints what is no contract as it is", async () => {
    const repository = createRepository();
    repository.write("torn.yaml", "a: [\n<<<<<<< ours\n");
    expect(await revpact(["git-diff-driver", "torn.yaml"], { cwd: repository.folder })).toMatchObject({
      code: 0,
      out: "a: [\n<<<<<<< ours\n",
    });
  });
});
