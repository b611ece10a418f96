import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { folderWithContract, projectRoot, revpact, start } from "./run-command.ts";

const asOf = ["--as-of", "2027-01-04"];
const scratch = mkdtempSync(join(tmpdir(), "revpact-comfort-"));
const sound = readFileSync(join(projectRoot, "test/contract/base-contract.yaml"), "utf8");
const misspelt = sound.replace("    label: In progress\n", "    lable: In progress\n");
const twoFaults = misspelt.replace("  nurture: { label", "  nurture: { lable");

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A new folder with a contract of this text. */
function folderWith(text: string): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(scratch, "case-"));
  const file = join(folder, "contract.yaml");
  writeFileSync(file, text);
  return { folder, file };
}

describe("validate --fix", () => {
  test("makes safe fixes, says which, and changes nothing else", async () => {
    const { folder, file } = folderWith(`\ufeff${twoFaults.replaceAll("\n", "\r\n")}`);
    const run = await revpact(["validate", "--fix", ...asOf], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.talk).toMatch(
      /^contract\.yaml:\d+:5 {2}SCH101 Write "label"\ncontract\.yaml:\d+:14 {2}SCH101 Write "label"\n2 fixed\n$/,
    );
    expect(readFileSync(file, "utf8")).toBe(`\ufeff${sound.replaceAll("\n", "\r\n")}`);
  });

  test("keeps the permissions of a file, and the link that leads to it", async () => {
    const { folder, file } = folderWith("");
    rmSync(file);
    writeFileSync(join(folder, "agreed.yaml"), misspelt);
    chmodSync(join(folder, "agreed.yaml"), 0o640);
    symlinkSync("agreed.yaml", file);
    await revpact(["validate", "--fix", ...asOf], { cwd: folder });
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "agreed.yaml"), "utf8")).toBe(sound);
    expect(statSync(join(folder, "agreed.yaml")).mode & 0o777).toBe(0o640);
  });

  test("only shows the difference in a dry run", async () => {
    const { folder, file } = folderWith(misspelt);
    const run = await revpact(["validate", "--fix", "--dry-run", ...asOf], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.out).toContain("-    lable: In progress\n+    label: In progress\n");
    expect(readFileSync(file, "utf8")).toBe(misspelt);
    const none = folderWith(sound);
    expect(await revpact(["validate", "--fix", "--dry-run", ...asOf], { cwd: none.folder })).toMatchObject({
      code: 0,
      out: "",
    });
  });

  test("says what is left, and ends accordingly", async () => {
    const { folder } = folderWith(misspelt.replace("from: mql\n", "from: mlq\n"));
    const run = await revpact(["validate", "--fix", ...asOf], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.out).toContain('REF201 There is no stage "mlq"');
  });
});

describe("validate leaves alone", () => {
  test("a fix that would show more errors than it mends", async () => {
    const text = sound.replace("    from: [lead, nurture]\n", "    form: [leed, nurtur]\n");
    const { folder, file } = folderWith(text);
    const run = await revpact(["validate", "--fix", ...asOf], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.out).toContain('did you mean "from"');
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("an error that a comment would suppress", async () => {
    const { folder } = folderWith(
      sound.replace("    from: mql\n", "    from: mlq # revpact-ignore REF201: we will write it later\n"),
    );
    const run = await revpact(["validate", "--format", "concise", ...asOf], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.out).toContain('REF201 There is no stage "mlq"');
    expect(run.out).toContain("VER908 REF201 is an error and can't be suppressed");
  });
});

describe("validate --select and --ignore", () => {
  const warned = sound
    .replace("    definition: A known contact in the target market.\n", "")
    .replace("fields:\n", "fields:\n  turnover: { type: money, label: Turnover, filledBy: form }\n");
  const codes = async (
    ...args: readonly string[]
  ): Promise<{ readonly code: number | null; readonly found: readonly string[]; readonly talk: string }> => {
    const { folder } = folderWith(warned);
    const run = await revpact(["validate", "--format", "concise", ...args, ...asOf], { cwd: folder });
    return {
      code: run.code,
      talk: run.talk,
      found: run.out.split("\n").flatMap((line) => line.match(/[A-Z]{3}\d{3}/) ?? []),
    };
  };

  test("take codes, names and families", async () => {
    expect((await codes()).found).toEqual(["REF203", "DOC951"]);
    expect((await codes("--select", "DOC")).found).toEqual(["DOC951"]);
    expect((await codes("--select", "unused-definition")).found).toEqual(["REF203"]);
    expect(await codes("--ignore", "ref203,DOC951", "--fail-on", "warning")).toMatchObject({ code: 0, found: [] });
  });

  test("guess what was meant", async () => {
    expect((await codes("--select", "DOC952")).talk).toContain(
      "there is no code or family DOC952; did you mean DOC951",
    );
    expect((await codes("--ignore", "silent-snik")).talk).toContain("did you mean silent-sink");
  });

  test("never hide an error", async () => {
    expect(await codes("--ignore", "GRA302")).toMatchObject({ code: 7 });
    const { folder } = folderWith(warned.replace("from: mql\n", "from: mlq\n"));
    const run = await revpact(["validate", "--select", "DOC", "--format", "concise", ...asOf], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.out).toContain("REF201");
    expect(run.talk).toContain("1 error is shown although not asked for");
  });
});

describe("validate --since", () => {
  const git = (folder: string, ...args: readonly string[]): void =>
    void execFileSync("git", ["-C", folder, "-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
      stdio: "ignore",
    });
  const changed = (before: string, after: string): string => {
    const { folder, file } = folderWith(before);
    git(folder, "init", "-q");
    git(folder, "add", ".");
    git(folder, "commit", "-qm", "before");
    writeFileSync(file, after);
    return folder;
  };
  const undefinedStage = sound.replace("    definition: A known contact in the target market.\n", "");

  test("leaves out what stood there before and did not change", async () => {
    const after = undefinedStage.replace(
      "fields:\n",
      "fields:\n  turnover: { type: money, label: Turnover, filledBy: form }\n",
    );
    const run = await revpact(["validate", "--since", "HEAD", "--format", "concise", ...asOf], {
      cwd: changed(undefinedStage, after),
    });
    expect(run.out).toContain("REF203");
    expect(run.out).not.toContain("DOC951");
    expect(run.talk).toBe("1 finding about what did not change since HEAD left out\n");
  });

  test("shows an old finding in a clause that changed", async () => {
    const after = undefinedStage.replace("    label: Lead\n", "    label: Contact\n");
    const run = await revpact(["validate", "--since", "HEAD", "--format", "concise", ...asOf], {
      cwd: changed(undefinedStage, after),
    });
    expect(run.out).toContain("DOC951");
  });

  test("does not mind comments, quotes and moved lines", async () => {
    const after = `# a comment\n\n${undefinedStage.replace("label: Lead\n", 'label: "Lead"\n')}`;
    const run = await revpact(["validate", "--since", "HEAD", "--format", "concise", ...asOf], {
      cwd: changed(undefinedStage, after),
    });
    expect(run.out).toBe("");
  });

  test("shows an old error all the same: the contract is not valid", async () => {
    const broken = undefinedStage.replace("from: mql\n", "from: mlq\n");
    const run = await revpact(["validate", "--since", "HEAD", "--format", "concise", ...asOf], {
      cwd: changed(broken, broken.replace("label: Lead\n", "label: Contact\n")),
    });
    expect(run.code).toBe(1);
    expect(run.out).toContain("REF201");
    expect(run.talk).toContain("1 error is shown although not asked for");
  });

  test("says what it can't compare with", async () => {
    const unknown = await revpact(["validate", "--since", "nowhere", ...asOf], { cwd: changed(sound, sound) });
    expect(unknown).toMatchObject({ code: 7 });
    expect(unknown.talk).toContain("git knows no revision nowhere");
    const hostile = await revpact(["validate", "--since", "--output=x", ...asOf], { cwd: changed(sound, sound) });
    expect(hostile.code).toBe(7);
    const outside = await revpact(["validate", "--since", "HEAD", ...asOf], { cwd: folderWith(sound).folder });
    expect(outside.talk).toContain("is in no git repository");
  });
});

test("validate --watch checks again after a change, and ends on Ctrl-C", async () => {
  const { folder, file } = folderWith(sound);
  const running = start(["validate", "--watch", "--format", "pretty", ...asOf], { cwd: folder });
  await running.says("nothing to report");
  writeFileSync(file, misspelt);
  await running.says('There is no key "lable"');
  running.process.kill("SIGINT");
  expect((await running.end).code).toBe(130);
});

test("a suppressed warning does not count, and is told to machines", async () => {
  const text = sound
    .replace("    definition: A known contact in the target market.\n", "")
    .replace("  lead:\n", "  # revpact-ignore DOC951: the workshop in June will write it\n  lead:\n");
  const { folder } = folderWith(text);
  const pretty = await revpact(["validate", "--format", "pretty", "--fail-on", "warning", ...asOf], { cwd: folder });
  expect(pretty).toMatchObject({ code: 0 });
  expect(pretty.out).toContain("nothing to report (1 suppressed)");
  const sarif = await revpact(["validate", "--format", "sarif", ...asOf], { cwd: folder });
  const results: readonly { ruleId: string; suppressions?: unknown }[] = JSON.parse(sarif.out).runs[0].results;
  expect(results.find(({ ruleId }) => ruleId === "DOC951")?.suppressions).toEqual([
    { kind: "inSource", status: "accepted", justification: "the workshop in June will write it" },
  ]);
});

test("what turns the direction of a text stays out of a terminal, and columns stay", async () => {
  const { folder } = folderWith(
    sound
      .replace("label: Lead\n", 'label: "L\u202eead"\n')
      .replace("reason: gone-quiet }", 'reason: "gone\u202equiet" }'),
  );
  for (const format of ["pretty", "concise"]) {
    const { out } = await revpact(["validate", "--format", format, ...asOf], { cwd: folder });
    expect(out).toContain(String.raw`gone\u202equiet`);
    expect(out).not.toContain("\u202e");
  }
});

describe("what the CRM leaves to people", () => {
  test("is told as information where it is asked for, and is no warning", async () => {
    const folder = folderWithContract();
    const asked = await revpact(["validate", "--show", "info", "--format", "concise"], { cwd: folder });
    expect(asked.code).toBe(0);
    expect(asked.out).toMatch(
      /contract\.yaml:\d+:\d+: info CRM810 .*The CRM leaves "stages\.working\.deadlines\.outcome\.escalate" to people/,
    );
    const quiet = await revpact(["validate", "--format", "concise"], { cwd: folder });
    expect(quiet.out).not.toContain("CRM810");
  });
});
