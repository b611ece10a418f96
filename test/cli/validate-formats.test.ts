import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { projectRoot, revpact } from "./run-command.ts";

const asOf = ["--as-of", "2027-01-04"];
const goldens = join(projectRoot, "test/fixtures/validate-formats");
const broken = "test/fixtures/validate-formats/contract.yaml";

describe("each format of validate", () => {
  test.each(
    ["sarif", "junit", "gitlab", "markdown"].flatMap((format) =>
      ["en", "fr"].map((language) => [format, language] as const),
    ),
  )("%s in %s", async (format, language) => {
    const run = await revpact(["validate", broken, "--format", format, "--lang", language, ...asOf]);
    expect(run.code).toBe(1);
    expect(run.talk).toBe("");
    const version = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")).version;
    await expect(run.out.replaceAll(version, "VERSION")).toMatchFileSnapshot(
      join(goldens, `${format}.${language}.txt`),
    );
  });
});

/** Every fixture of the rules, each a file or a folder of parts. */
const fixtures = readdirSync(join(projectRoot, "test/fixtures/validate"));

describe("json is as its published schema says", () => {
  const schema = JSON.parse(readFileSync(join(projectRoot, "schemas/findings.v1.schema.json"), "utf8"));
  const isFindings = new Ajv.default({ strict: true, allowUnionTypes: true }).compile(schema);

  test.each(fixtures)("for %s", async (name) => {
    const run = await revpact(["validate", `test/fixtures/validate/${name}`, "--format", "json", ...asOf]);
    isFindings(JSON.parse(run.out));
    expect(isFindings.errors ?? []).toEqual([]);
  });

  test("and the schema refuses what is not so", () => {
    expect(isFindings({ formatVersion: 1 })).toBe(false);
  });
});

describe("hostile texts in machine formats", () => {
  const hostile = ["validate", "test/fixtures/hostile/contract.yaml", ...asOf];

  test("leave XML well-formed", async () => {
    const { out } = await revpact([...hostile, "--format", "junit"]);
    expect(out).not.toMatch(/<(?!\/?(?:testsuites?|testcase|failure|system-out)\b|\?xml)/);
    expect(out).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#10;|#9;)/);
    expect([...out].filter((sign) => (sign.codePointAt(0) ?? 0) < 32 && sign !== "\n")).toEqual([]);
  });

  test("leave Markdown without markup, links or mentions of their own", async () => {
    const { out } = await revpact([...hostile, "--format", "markdown"]);
    expect(out).not.toContain("<script>");
    expect(out).not.toMatch(/(?<!\\)\]\(/);
    expect(out).not.toContain("@all");
    for (const row of out.split("\n").filter((line) => line.startsWith("|")))
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  });

  test("in the name of a folder end no property of an annotation", async () => {
    const parent = mkdtempSync(join(tmpdir(), "revpact-"));
    const folder = join(parent, "a,b:c%d");
    mkdirSync(folder);
    writeFileSync(join(folder, "contract.yaml"), "revpact: 1\nnmae: x\n");
    const { out } = await revpact(["validate", "a,b:c%d", "--format", "github", ...asOf], { cwd: parent });
    for (const line of out.trimEnd().split("\n"))
      expect(line).toMatch(/^::error file=a%2Cb%3Ac%25d\/contract\.yaml,line=\d+,/);
  });

  test("stay one line each for GitHub", async () => {
    const { out } = await revpact([...hostile, "--format", "github"]);
    for (const line of out.trimEnd().split("\n")) expect(line).toMatch(/^::(?:error|warning|notice) /);
  });
});

test("a related place in another file of the contract is told with its file", async () => {
  const { out } = await revpact(["validate", "test/fixtures/validate/parts", "--format", "pretty", ...asOf]);
  expect(out).toMatch(/-+ .*\(test\/fixtures\/validate\/parts\/[\w.-]+\)\n/);
});

test("notes are counted, and shown when asked for", async () => {
  const file = "test/fixtures/validate/criteria.yaml";
  const hidden = await revpact(["validate", file, "--format", "pretty", ...asOf]);
  expect(hidden.out).toMatch(/notes not shown: add --show info\n$/);
  expect(hidden.out).not.toContain("info  CRI411");
  const shown = await revpact(["validate", file, "--format", "pretty", "--show", "info", ...asOf]);
  expect(shown.out).toContain("info  CRI411");
  expect(shown.out).not.toContain("not shown");
});
