import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, expectRefusal, folderWithContract, projectRoot, revpact, smallContract } from "./run-command.ts";

const untidy = smallContract
  .replace("name: small", "name:   'small'")
  .replace("languages: [en, fr]", "languages: [ en,fr ] # both");
const tidied = smallContract.replace("languages: [en, fr]", "languages: [en, fr] # both");
const read = (...path: readonly string[]): string => readFileSync(join(...path), "utf8");

describe("revpact fmt", () => {
  test("tidies a contract and its parts, and says which files it changed", async () => {
    const folder = folderWithContract(untidy);
    writeFileSync(join(folder, "terms.yaml"), "partOf:  small\nglossary: {lead: {label: Lead}}\n");
    writeFileSync(join(folder, "other.yaml"), "not:   ours\n");
    const run = await revpact(["fmt"], { cwd: folder });
    expect(run).toEqual({ code: 0, out: "", talk: "formatted contract.yaml\nformatted terms.yaml\n" });
    expect(read(folder, "contract.yaml")).toBe(tidied);
    expect(read(folder, "terms.yaml")).toBe("partOf: small\nglossary: { lead: { label: Lead } }\n");
    expect(read(folder, "other.yaml")).toBe("not:   ours\n");
    const again = await revpact(["fmt", "--lang", "fr"], { cwd: folder });
    expect(again).toEqual({ code: 0, out: "", talk: "rien à mettre en forme\u00a0: 2 fichiers\n" });
  });

  test("takes a file for itself, as a hook before a commit means it", async () => {
    const folder = folderWithContract(untidy);
    writeFileSync(join(folder, "terms.yaml"), "partOf:  small\n");
    writeFileSync(join(folder, "more.yaml"), "partOf:  small\n");
    const run = await revpact(["fmt", "terms.yaml", "more.yaml", "terms.yaml"], { cwd: folder });
    expect(run.talk).toBe("formatted terms.yaml\nformatted more.yaml\n");
    expect(read(folder, "contract.yaml")).toBe(untidy);
  });

  test("--check writes nothing and shows what would change", async () => {
    const folder = folderWithContract(untidy);
    const run = await revpact(["fmt", "--check"], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.out).toBe(
      [
        "contract.yaml",
        "      2 - name:   'small'",
        "      2 + name: small",
        "      5 - languages: [ en,fr ] # both",
        "      5 + languages: [en, fr] # both",
        "",
      ].join("\n"),
    );
    expect(run.talk).toBe("1 file would change: run revpact fmt\n");
    expect(read(folder, "contract.yaml")).toBe(untidy);
    expect((await revpact(["fmt", "--check", "--lang", "fr"], { cwd: folder })).talk).toContain("1 fichier changerait");
  });

  test("--check cuts long lines to where they differ, and a long list", async () => {
    const long = `a: { b: ${"word ".repeat(60)}, c:   1 }\n`;
    const folder = folderWithContract(long + Array.from({ length: 30 }, (_, key) => `k${key}:  1\n`).join(""));
    const lines = (await revpact(["fmt", "--check"], { cwd: folder })).out.split("\n");
    expect(lines[1]).toMatch(/^ {6}1 - …[^…]*word , c: {3}1 \}$/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(115);
    expect(lines.at(-2)).toBe("  … 50 more lines");
  });

  test("reads standard input and prints what it makes of it, for editors", async () => {
    expect(await revpact(["fmt", "-"], { input: "a:   é\r\n" })).toEqual({ code: 0, out: "a: é\r\n", talk: "" });
    expect(await revpact(["fmt", "-", "--check"], { input: "a: 1\n" })).toMatchObject({ code: 0, out: "" });
    expect(await revpact(["fmt", "-", "--check"], { input: "a:  1\n" })).toMatchObject({ code: 2 });
    const broken = await revpact(["fmt", "-"], { input: "a: [1\n" });
    expectRefusal(broken, 1, ["stdin:1:5: SYN001", "stdin has errors and was left as it is"]);
    expect(broken.out).toBe("");
  });

  test("--stdout prints the one file and leaves it alone", async () => {
    const folder = folderWithContract(untidy);
    expect(await revpact(["fmt", "--stdout"], { cwd: folder })).toEqual({ code: 0, out: tidied, talk: "" });
    expect(read(folder, "contract.yaml")).toBe(untidy);
    writeFileSync(join(folder, "part.yaml"), "partOf: small\n");
    expectRefusal(await revpact(["fmt", "--stdout"], { cwd: folder }), 7, [
      "--stdout prints one file, and there are 2",
    ]);
  });

  test("leaves a file with errors as it is, says why, and tidies the others", async () => {
    const folder = folderWithContract(untidy);
    const broken = "partOf:   small\nstages: {\n";
    writeFileSync(join(folder, "part.yaml"), broken);
    const run = await revpact(["fmt"], { cwd: folder });
    expectRefusal(run, 1, [
      /part\.yaml:2:9: SYN001/,
      "formatted contract.yaml",
      "part.yaml has errors and was left as it is",
    ]);
    expect(read(folder, "part.yaml")).toBe(broken);
    expect(read(folder, "contract.yaml")).toBe(tidied);
    expectRefusal(await revpact(["fmt", "--lang", "fr"], { cwd: folder }), 1, [
      "erreurs dans part.yaml, laissé tel quel",
    ]);
  });

  test.each([
    ["UTF-16", Buffer.from("\ufeffa:  1\n", "utf16le"), "SYN005"],
    ["Latin-1", Buffer.from("a:  é\n", "latin1"), "SYN005"],
    ["nothing", Buffer.from(""), "SCH108"],
  ])("leaves %s as it is", async (_, bytes, code) => {
    const folder = createFolder();
    writeFileSync(join(folder, "contract.yaml"), bytes);
    expectRefusal(await revpact(["fmt"], { cwd: folder }), 1, [code]);
    expect(readFileSync(join(folder, "contract.yaml"))).toEqual(bytes);
  });

  test("keeps a byte-order mark, the line ends of Windows and the permissions", async () => {
    const folder = createFolder();
    const file = join(folder, "contract.yaml");
    writeFileSync(file, "\ufeffa:  1\r\nb: 2");
    chmodSync(file, 0o640);
    expect((await revpact(["fmt"], { cwd: folder })).code).toBe(0);
    expect(read(file)).toBe("\ufeffa: 1\r\nb: 2\r\n");
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(["contract.yaml"]);
  });

  test.runIf(process.platform !== "win32")("writes through a link instead of replacing it", async () => {
    const folder = folderWithContract(untidy);
    mkdirSync(join(folder, "real"));
    renameSync(join(folder, "contract.yaml"), join(folder, "real", "agreement.yaml"));
    symlinkSync(join("real", "agreement.yaml"), join(folder, "contract.yaml"));
    expect((await revpact(["fmt"], { cwd: folder })).code).toBe(0);
    expect(lstatSync(join(folder, "contract.yaml")).isSymbolicLink()).toBe(true);
    expect(read(folder, "real", "agreement.yaml")).toBe(tidied);
  });

  test("refuses what it can't do", async () => {
    const folder = folderWithContract();
    const run = (...args: readonly string[]) => revpact(["fmt", ...args], { cwd: folder, input: "" });
    expectRefusal(await run("nowhere"), 7, ["no file or folder nowhere"]);
    expectRefusal(await run("-", "contract.yaml"), 7, ["standard input can't be formatted together with files"]);
  });

  test("finds the examples and its own templates tidy", async () => {
    expect(await revpact(["fmt", "examples", "--check"], { cwd: projectRoot })).toMatchObject({ code: 0, out: "" });
  });
});
