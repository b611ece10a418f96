import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { projectRoot, revpact } from "./run-command.ts";

const asOf = ["--as-of", "2027-01-04"];
const broken = "test/fixtures/validate-formats/contract.yaml";
const sound = "test/contract/base-contract.yaml";
const goldens = join(projectRoot, "test/fixtures/validate-formats");
const scratch = mkdtempSync(join(tmpdir(), "revpact-validate-"));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A new folder with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(scratch, "case-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const soundText = readFileSync(join(projectRoot, sound), "utf8");

describe("the formats of validate", () => {
  test.each([
    ["pretty", "en"],
    ["pretty", "fr"],
    ["concise", "en"],
    ["concise", "fr"],
    ["json", "en"],
    ["json", "fr"],
    ["github", "en"],
    ["github", "fr"],
  ])("%s in %s", async (format, language) => {
    const run = await revpact(["validate", broken, "--format", format, "--lang", language, ...asOf]);
    expect(run.code).toBe(1);
    expect(run.talk).toBe("");
    await expect(run.out).toMatchFileSnapshot(join(goldens, `${format}.${language}.txt`));
  });

  test("json is one JSON document and nothing else", async () => {
    const run = await revpact(["validate", broken, "--format", "json", ...asOf]);
    const report: { summary: { errors: number }; findings: readonly { code: string }[] } = JSON.parse(run.out);
    expect(report.summary.errors).toBe(report.findings.length - 1);
  });

  test("github names files from the repository's root, wherever the command runs", async () => {
    const folder = folderWith({ ".git/HEAD": "", "agreements/contract.yaml": "revpact: 2\n" });
    const run = await revpact(["validate", "--format", "github", ...asOf], { cwd: join(folder, "agreements") });
    expect(run.out).toContain("::error file=agreements/contract.yaml,line=1,");
  });

  test("github shows ten annotations of a kind, and says that there are more", async () => {
    const keys = Array.from({ length: 15 }, (_, index) => `x${index}: "100%, yes"\n`).join("");
    const folder = folderWith({ "contract.yaml": soundText + keys });
    const run = await revpact(["validate", "--format", "github", ...asOf], { cwd: folder });
    const lines = run.out.trimEnd().split("\n");
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(lines.at(-1)).toBe("::notice title=revpact::5 more findings: run revpact validate");
  });

  test.each(["pretty", "concise", "json", "github"])(
    "%s does not repeat a token that is written out",
    async (format) => {
      const environments = "environments:\n  prod: { crm: hubspot, portal: 1, token: pat-eu1-canary }\n";
      const folder = folderWith({ "contract.yaml": soundText + environments });
      const run = await revpact(["validate", "--format", format, ...asOf], { cwd: folder });
      expect(run.out).toContain("SCH104");
      expect(run.out).not.toContain("canary");
    },
  );

  test("several formats go to several files", async () => {
    const folder = folderWith({ "contract.yaml": `${soundText}colour: blue\n` });
    const formats = ["--format", "concise", "--format", "json=out/report.json"];
    const run = await revpact(["validate", ...formats, ...asOf], { cwd: folder });
    expect(run.out).toContain("SCH101");
    expect(JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8"))).toMatchObject({ formatVersion: 1 });
  });

  test("without a terminal the format is concise, and a sound contract prints no error and no warning", async () => {
    const { code, out, talk } = await revpact(["validate", sound, ...asOf]);
    expect({ code, talk }).toEqual({ code: 0, talk: "" });
    expect(out).not.toMatch(/ (?:error|warning) /);
  });
});

describe("colours", () => {
  const args = ["validate", broken, "--format", "pretty", ...asOf];
  const colour = "\u001b[";

  test("stay away where no terminal reads", async () => {
    expect((await revpact(args)).out).not.toContain(colour);
  });

  test("come with FORCE_COLOR, unless NO_COLOR is set", async () => {
    expect((await revpact(args, { env: { FORCE_COLOR: "1" } })).out).toContain(colour);
    expect((await revpact(args, { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).out).not.toContain(colour);
  });

  test("never get into a file", async () => {
    const file = join(scratch, "coloured.txt");
    await revpact(["validate", broken, "--format", `pretty=${file}`, ...asOf], { env: { FORCE_COLOR: "1" } });
    expect(readFileSync(file, "utf8")).not.toContain(colour);
  });
});

describe("the exit code", () => {
  test.each([
    ["1 for errors", broken, [], 1],
    ["0 for a sound contract", sound, ["--fail-on", "warning"], 0],
    ["1 for information where it counts", sound, ["--fail-on", "info"], 1],
    ["0 for warnings", sound, ["--as-of", "2030-01-01"], 0],
    ["1 for warnings where they count", sound, ["--as-of", "2030-01-01", "--fail-on", "warning"], 1],
    ["7 for a missing path", "nowhere", [], 7],
    ["7 for a folder without contract", "test/language", [], 7],
    ["7 for an unknown option", sound, ["--colour"], 7],
    ["7 for an unknown format", sound, ["--format", "xml"], 7],
    ["7 for a day that does not exist", sound, ["--as-of", "2027-02-30"], 7],
    ["7 for an unknown weight", sound, ["--fail-on", "fatal"], 7],
    ["7 for a report that can't be written", sound, ["--format", `json=${sound}/report.json`], 7],
  ])("is %s", async (_, path, options, code) => {
    const run = await revpact(["validate", path, ...(options.includes("--as-of") ? [] : asOf), ...options]);
    expect(run.code).toBe(code);
    if (code === 7) expect(run.talk).not.toBe("");
    expect(run.talk).not.toMatch(/\n\s+at /);
  });

  test("is 7 for an unknown command, which is suggested", async () => {
    const run = await revpact(["validat"]);
    expect(run.code).toBe(7);
    expect(run.talk).toContain("validate");
  });
});

describe("a path", () => {
  test("that is missing is named", async () => {
    const run = await revpact(["validate", "contracts/nowhere"]);
    expect(run.talk).toContain("there is no file or folder contracts/nowhere");
  });

  test("that can't be read is named", async () => {
    const folder = folderWith({});
    symlinkSync("contract.yaml", join(folder, "contract.yaml"));
    const run = await revpact(["validate", "contract.yaml"], { cwd: folder });
    expect(run).toMatchObject({ code: 7, out: "" });
    expect(run.talk).toContain("contract.yaml can't be read");
  });

  test.each([
    ["a contract.yaml", "contract.yaml", {}],
    ["a part", "roles.yaml", { "contract.yaml": soundText }],
  ])("to a folder names %s in it that can't be read", async (_, name, files) => {
    const folder = folderWith(files);
    symlinkSync(name, join(folder, name));
    const run = await revpact(["validate", ...asOf], { cwd: folder });
    expect(run).toMatchObject({ code: 7, out: "" });
    expect(run.talk).toContain(`${name} can't be read`);
  });

  test("to a part that lies alone says where its contract is missing", async () => {
    const folder = folderWith({ "contract.yaml": soundText, "sub/roles.yaml": "partOf: demo\nroles: {}\n" });
    const run = await revpact(["validate", "sub/roles.yaml", ...asOf], { cwd: folder });
    expect(run.out).toBe("sub/roles.yaml:1:9: error SCH108 No contract lies beside this part of one\n");
  });

  test("left out means the nearest contract upwards", async () => {
    const folder = folderWith({ "contract.yaml": `${soundText}colour: blue\n`, "docs/a/b.md": "" });
    const run = await revpact(["validate", ...asOf], { cwd: join(folder, "docs", "a") });
    expect(run.out).toMatch(/^\.\.\/\.\.\/contract\.yaml:\d+:1: error SCH101 /);
  });

  test.each(["", "contract.yaml", "roles.yaml"])(
    "to a folder of parts, or one of its files, means them all (%s)",
    async (name) => {
      const folder = mkdtempSync(join(scratch, "parts-"));
      cpSync(join(projectRoot, sound), join(folder, "contract.yaml"));
      writeFileSync(join(folder, "roles.yaml"), "partOf: demo\nroles:\n  sdr: { label: SDR, party: sales }\n");
      writeFileSync(join(folder, "other.yaml"), "not: ours\n");
      const run = await revpact(["validate", join(folder, name), ...asOf]);
      expect(run.out).toMatch(/roles\.yaml:3:3: error REF202 The role "sdr" is also written in .*contract\.yaml\n$/);
    },
  );

  test.each([
    ["Latin-1", Buffer.from("title: café", "latin1"), "1:11: error SYN005 "],
    ["UTF-16", Buffer.from("\ufefftitle: café", "utf16le"), "1:1: error SYN005 "],
    ["ten megabytes", Buffer.alloc(10_000_000, "a"), "1:1: error SYN003 "],
    ["nothing at all", Buffer.from(""), "1:1: error SCH108 "],
  ])("to %s gets a finding", async (_, bytes, expected) => {
    const folder = folderWith({});
    writeFileSync(join(folder, "contract.yaml"), bytes);
    const run = await revpact(["validate"], { cwd: folder });
    expect(run).toMatchObject({ code: 1, talk: "" });
    expect(run.out).toContain(`contract.yaml:${expected}`);
  });
});

test("a reader that leaves early, as head does, is no error", async () => {
  const folder = folderWith({
    "contract.yaml": soundText + Array.from({ length: 20_000 }, (_, index) => `unknown-${index}: 1\n`).join(""),
  });
  const run = await revpact(["validate", folder, ...asOf], { isReaderLeaving: true });
  expect(run.talk).toBe("");
  expect(run.code).toBe(1);
});
