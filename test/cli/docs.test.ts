import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { edit, expectRefusal, folderWithContract, folderWithExample, revpact } from "./run-command.ts";

describe("revpact docs", () => {
  const folder = folderWithContract();
  const run = (...args: readonly string[]) => revpact(args, { cwd: folder });

  test("writes the agreement in every language of the contract", async () => {
    expect(await run("docs")).toMatchObject({ code: 0, out: "" });
    expect(readdirSync(join(folder, "docs")).sort()).toEqual(["revenue-contract.en.md", "revenue-contract.fr.md"]);
    expect(readFileSync(join(folder, "docs", "revenue-contract.fr.md"), "utf8")).toContain("Un petit accord");
  });

  test("writes the languages asked for where asked", async () => {
    expect((await run("docs", "--lang", "fr", "--out", "wiki/deep")).code).toBe(0);
    expect(readdirSync(join(folder, "wiki", "deep"))).toEqual(["revenue-contract.fr.md"]);
  });

  test("prints instead of writing", async () => {
    const { out, code, talk } = await run("docs", "--lang", "en", "--stdout");
    expect({ code, talk }).toEqual({ code: 0, talk: "" });
    expect(out).toBe(readFileSync(join(folder, "docs", "revenue-contract.en.md"), "utf8"));
  });

  test("writes nothing of a contract with errors", async () => {
    const broken = folderWithContract();
    edit(join(broken, "contract.yaml"), "owner: marketer", "owner: nobody-known");
    expectRefusal(await revpact(["docs"], { cwd: broken }), 1, ["contract.yaml has errors", /REF\d+/]);
    expect(existsSync(join(broken, "docs"))).toBe(false);
  });
});

describe("a reader that goes away", () => {
  const folder = folderWithExample("classic-inbound");
  const program = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

  test
    .runIf(process.platform !== "win32")
    .each(["validate --format json", "docs --stdout", "plan --verbose", "apply --yes"])(
    "is no error to revpact %s, which goes on to its own end",
    (command) => {
      const script = `set -o pipefail; "${process.execPath}" "${program}" ${command} | head -1`;
      const { status, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    },
  );

  test("and misses nothing of an apply", async () => {
    expect((await revpact(["plan", "--detailed-exitcode"], { cwd: folder })).code).toBe(0);
  });

  test.runIf(process.platform === "linux")("is told from a disk that is full", async () => {
    const script = `"${process.execPath}" "${program}" plan > /dev/full`;
    const { status, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
    expect(status).toBe(7);
    expect(stderr).toContain("the output can't be written (ENOSPC)");
  });
});
