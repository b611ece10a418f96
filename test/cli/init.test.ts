import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import vectors from "../calendar/vectors/french-holidays.json" with { type: "json" };
import { createFolder, expectRefusal, revpact } from "./run-command.ts";

const read = (...path: readonly string[]): string => readFileSync(join(...path), "utf8");

/** What validate finds, infos aside: they say what is, not what should be otherwise. */
async function troublesIn(folder: string, asOf: readonly string[] = []): Promise<readonly string[]> {
  const { out } = await revpact(["validate", "--format", "json", ...asOf], { cwd: folder });
  const { findings }: { findings: readonly { code: string; severity: string; message: string }[] } = JSON.parse(out);
  return findings.filter(({ severity }) => severity !== "info").map(({ code, message }) => `${code} ${message}`);
}

const starters: readonly (readonly [string, string])[] = [
  ["classic", "en"],
  ["classic", "fr"],
  ["pme", "fr"],
  ["product-led", "en"],
];

describe.each(starters)("the starter %s in %s", (template, language) => {
  test("is valid and tidy on the day it is made, and its next steps work", { timeout: 40_000 }, async () => {
    const folder = createFolder();
    const run = await revpact(["init", "--template", template, "--lang", language], { cwd: folder });
    expect(run).toMatchObject({ code: 0, out: "" });
    expect(await troublesIn(folder)).toEqual([]);
    expect((await revpact(["fmt", "--check"], { cwd: folder })).code).toBe(0);
    const steps = run.talk.match(/(?<=^ {2}revpact )\w+/gm) ?? [];
    const isTested = existsSync(join(folder, "contract.test.yaml"));
    expect(steps).toEqual(["validate", ...(isTested ? ["test"] : []), "docs", "plan"]);
    if (isTested) expect((await revpact(["fmt", "--check", "contract.test.yaml"], { cwd: folder })).code).toBe(0);
    for (const step of steps) expect(await revpact([step], { cwd: folder })).toMatchObject({ code: 0 });
  });

  test.each(["2027-01-04", "2027-09-01", "2029-02-28", "2031-12-31"])("is valid from %s", async (day) => {
    const folder = createFolder();
    const flags = ["--template", template, "--lang", language, "--effective", day];
    expect((await revpact(["init", ...flags], { cwd: folder })).code).toBe(0);
    expect(await troublesIn(folder, ["--as-of", day])).toEqual([]);
    expect(read(folder, "contract.yaml")).toContain(`effective: ${day}`);
  });

  test("explains itself in one language, and shows a portal that is valid once its marks are taken away", async () => {
    const folder = createFolder();
    const flags = ["--template", template, "--lang", language, "--effective", "2027-01-04", "--name", "acme-inbound"];
    await revpact(["init", ...flags], { cwd: folder });
    const text = read(folder, "contract.yaml");
    expect(text).not.toMatch(/\{\{|\[(?:en|fr)\] \S|undefined/);
    expect(text).toContain("name: acme-inbound");
    expect(text.match(/^\s*# .*/gm)?.length).toBeGreaterThan(15);
    const years = [vectors.holidays["2027"], vectors.holidays["2028"]].map((year) =>
      Object.values(year).sort().join(", "),
    );
    expect(text).toContain(`[${years.join(",\n       ")}]`);
    const [agreement = "", portal = ""] = text.split(/(?=^# {3}production:)/m);
    const production = portal.replace(/^environments:\n/m, "").replace(/^# ( {2}\S| {4})/gm, "$1");
    writeFileSync(join(folder, "contract.yaml"), `${agreement}environments:\n${production}`);
    const { out } = await revpact(["validate", "--format", "json", "--as-of", "2027-01-04"], { cwd: folder });
    expect(JSON.parse(out).summary.errors, out).toBe(0);
    expect((await revpact(["plan", "-e", "production"], { cwd: folder })).talk).toContain("HUBSPOT_TOKEN");
  });
});

describe("revpact init", () => {
  const inFolder = (folder: string, ...args: readonly string[]) => revpact(["init", ...args], { cwd: folder });

  test("makes the folder, and names the contract after it", async () => {
    const folder = createFolder();
    const run = await inFolder(folder, "contrats/Équipe Été 2027");
    expect(run.talk).toContain('revpact validate "contrats/Équipe Été 2027"');
    expect(read(folder, "contrats/Équipe Été 2027", "contract.yaml")).toContain("name: equipe-ete-2027 ");
    await inFolder(folder, "2027");
    expect(read(folder, "2027", "contract.yaml")).toContain("name: revenue-contract ");
  });

  test("holds from the first of next month where no day is given", async () => {
    const folder = createFolder();
    await inFolder(folder);
    const day = /^effective: (\S+)/m.exec(read(folder, "contract.yaml"))?.[1] ?? "";
    const days = (Date.parse(day) - Date.now()) / 86_400_000;
    expect(day).toMatch(/-01$/);
    expect(days).toBeGreaterThan(-1);
    expect(days).toBeLessThan(32);
  });

  test("writes tests beside the contract, for its name and in one language", async () => {
    const folder = createFolder();
    const run = await inFolder(folder, "--name", "acme-inbound", "--lang", "fr", "--effective", "2027-03-20");
    expect(run.talk).toContain("contract.test.yaml écrit");
    const text = read(folder, "contract.test.yaml");
    expect(text).toMatch(/^# yaml-language-server: \$schema=\S+\/revpact\/schemas\/test\.v1\.schema\.json\n/);
    expect(text).toContain("testOf: acme-inbound\n");
    expect(text).toContain("- name: Un contact du marché visé commence comme lead, suivi par le marketing\n");
    expect(text).toContain("detail: Pour qui ?, by");
    // Monday the 22nd has Easter Monday in the week after it.
    expect(text).toContain("at: 2027-04-05 09:00");
    const { code, out } = await revpact(["test"], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toMatch(/^37 passed, 0 failed$/m);
  });

  test("leaves tests out on request, and those that are there as they are", async () => {
    const folder = createFolder();
    const bare = await inFolder(folder, "bare", "--no-tests");
    expect(readdirSync(join(folder, "bare"))).toEqual(["contract.yaml"]);
    expect(bare.talk).not.toContain("revpact test");
    mkdirSync(join(folder, "kept"));
    writeFileSync(join(folder, "kept", "contract.test.yaml"), "mine: 1\n");
    const kept = await inFolder(folder, "kept");
    expect(kept).toMatchObject({ code: 0, out: "" });
    expect(kept.talk).toContain("kept/contract.test.yaml is there already and was left as it is");
    expect(read(folder, "kept", "contract.test.yaml")).toBe("mine: 1\n");
  });

  test("never overwrites a contract", async () => {
    const folder = createFolder();
    for (const name of ["contract.yaml", "contract.yml"]) {
      const place = join(folder, name);
      mkdirSync(place);
      writeFileSync(join(place, name), "mine: 1\n");
      expectRefusal(await inFolder(place), 7, [`${name} is there already`, "give another folder"]);
      expect(readdirSync(place)).toEqual([name]);
      expect(read(place, name)).toBe("mine: 1\n");
    }
    expectRefusal(await inFolder(join(folder, "contract.yaml"), "--lang", "fr"), 7, ["existe déjà et reste tel quel"]);
  });

  test.runIf(process.platform !== "win32")("does not write through a link that leads nowhere", async () => {
    const folder = createFolder();
    symlinkSync(join(folder, "elsewhere.yaml"), join(folder, "contract.yaml"));
    expectRefusal(await inFolder(folder), 7, ["contract.yaml is there already"]);
    expect(existsSync(join(folder, "elsewhere.yaml"))).toBe(false);
  });

  test("refuses a folder that is a file, and a name or day that is none", async () => {
    const folder = createFolder();
    writeFileSync(join(folder, "notes"), "");
    expectRefusal(await inFolder(folder, "notes"), 7, ["can't be written (ENOTDIR)"]);
    for (const [flags, words] of [
      [["--name", "Acme Inbound"], "like acme-inbound"],
      [["--name", "a".repeat(41)], "at most 40 characters"],
      [["--effective", "2027-02-30"], "Write a date like 2027-01-04"],
      [["--template", "saas"], "classic, pme, product-led"],
    ] as const) {
      const refused = await inFolder(folder, ...flags);
      expect(refused.code).toBe(7);
      expect(refused.talk).toContain(words);
    }
    expect(readdirSync(folder)).toEqual(["notes"]);
  });
});

describe("the first line of a starter leads editors to the schema", () => {
  const lineOf = (...path: readonly string[]): string => read(...path).split("\n")[0] ?? "";
  const line = (path: string): string =>
    `# yaml-language-server: $schema=${path}/revpact/schemas/contract.v1.schema.json`;

  test("of the package that is installed upwards", async () => {
    const folder = createFolder();
    const schemas = join(folder, "node_modules", "revpact", "schemas");
    mkdirSync(schemas, { recursive: true });
    writeFileSync(join(schemas, "contract.v1.schema.json"), "{}");
    mkdirSync(join(folder, "contracts", "inbound"), { recursive: true });
    writeFileSync(join(folder, "contracts", "package.json"), "{}");
    const run = await revpact(["init", "contracts/inbound"], { cwd: folder });
    expect(lineOf(folder, "contracts/inbound/contract.yaml")).toBe(line("../../node_modules"));
    expect(run.talk).not.toContain("Editors");
  });

  test("where npm would install it beside the nearest package.json, and says so", async () => {
    const folder = createFolder();
    writeFileSync(join(folder, "package.json"), "{}");
    const run = await revpact(["init", "inbound"], { cwd: folder });
    expect(lineOf(folder, "inbound/contract.yaml")).toBe(line("../node_modules"));
    expect(run.talk).toContain("once revpact is installed there: ../node_modules/revpact/");
  });

  test("in the folder itself otherwise", async () => {
    const folder = createFolder();
    await revpact(["init", "inbound"], { cwd: folder });
    expect(lineOf(folder, "inbound/contract.yaml")).toBe(line("./node_modules"));
  });
});

describe("git is told to ignore what revpact keeps", () => {
  async function initIn(ignored: string | undefined, above?: string): Promise<{ root: string; talk: string }> {
    const root = createFolder();
    mkdirSync(join(root, ".git"));
    mkdirSync(join(root, "contracts"));
    if (ignored !== undefined) writeFileSync(join(root, "contracts", ".gitignore"), ignored);
    if (above !== undefined) writeFileSync(join(root, ".gitignore"), above);
    const { code, talk } = await revpact(["init", "contracts"], { cwd: root });
    expect(code).toBe(0);
    return { root, talk };
  }

  test("by a new file, or a line at the end of the one there is", async () => {
    const made = await initIn(undefined);
    expect(read(made.root, ".gitignore")).toBe(".revpact/\n");
    expect(made.talk).toContain("added .revpact/ to .gitignore");
    expect(read((await initIn(undefined, "dist/\r\nnotes")).root, ".gitignore")).toBe(
      "dist/\r\nnotes\r\n.revpact/\r\n",
    );
    expect(read((await initIn("dist/\n", "# .revpact/\n")).root, ".gitignore")).toBe("# .revpact/\n.revpact/\n");
  });

  test.each([".revpact/", "dist\n.revpact\n", "**/.revpact/\n", "/.revpact/*\r\n"])(
    "not where %j says so",
    async (text) => {
      const { root, talk } = await initIn(text);
      expect(existsSync(join(root, ".gitignore"))).toBe(false);
      expect(talk).not.toContain("gitignore");
      expect(read((await initIn(undefined, text)).root, ".gitignore")).toBe(text);
    },
  );

  test("not outside a repository", async () => {
    const folder = createFolder();
    await revpact(["init"], { cwd: folder });
    expect(readdirSync(folder).sort()).toEqual(["contract.test.yaml", "contract.yaml"]);
  });
});
