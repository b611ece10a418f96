import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { codes } from "../../src/diagnostics/index.ts";
import { createFolder, folderWithContract, projectRoot, revpact } from "./run-command.ts";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

const isHere = (shell: Shell): boolean => spawnSync(shell, ["-c", "true"]).status === 0;

/** Commands and flags as people find them: read from the help texts, command by command. */
async function readHelp(path: readonly string[] = []): Promise<Map<string, string[]>> {
  const { out } = await revpact([...path, "--help"]);
  const flags = [...out.matchAll(/^ {2}(?:(-\w), )?(--[\w-]+)/gm)].flatMap(([, short, long]) => [short, long]);
  const commands = /^Commands:\n((?: {2,}.*\n)+)/m.exec(out)?.[1] ?? "";
  const found = new Map([[path.join(" "), flags.filter((flag) => flag !== undefined)]]);
  for (const [, name = ""] of commands.matchAll(/^ {2}([a-z-]+)/gm)) {
    if (name === "help") continue;
    for (const [key, value] of await readHelp([...path, name])) found.set(key, value);
  }
  return found;
}

/** The script of a shell in a folder whose `revpact` is the built command. */
async function prepare(
  shell: Shell,
): Promise<{ readonly folder: string; readonly script: string; readonly path: string }> {
  const folder = folderWithContract();
  const script = join(folder, `completion.${shell}`);
  writeFileSync(script, (await revpact(["completion", shell])).out);
  const programs = join(createFolder(), "bin");
  mkdirSync(programs);
  writeFileSync(
    join(programs, "revpact"),
    `#!/bin/sh\nexec "${process.execPath}" "${join(projectRoot, "dist/cli.js")}" "$@"\n`,
  );
  chmodSync(join(programs, "revpact"), 0o755);
  return { folder, script, path: `${programs}:${process.env["PATH"] ?? ""}` };
}

/** Runs the shell with its own completion and no settings of the user; what it printed, line by line. */
async function ask(shell: Shell, args: (script: string) => readonly string[]): Promise<string[]> {
  const { folder, script, path } = await prepare(shell);
  const env = { PATH: path, HOME: folder, LANG: "C.UTF-8" };
  const { stdout, stderr } = spawnSync(shell, args(script), { cwd: folder, encoding: "utf8", env });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((line) => line !== "");
}

/** How each shell is asked what it would offer behind a line, the last word being the one that is typed. */
const questions: Readonly<Record<Shell, (words: readonly string[]) => (script: string) => readonly string[]>> = {
  bash: (words) => (script) => [
    "--norc",
    "-c",
    `source "${script}"; COMP_WORDS=(${["revpact", ...words].map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length}; _revpact 2>&1; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  // Without a line editor zsh offers nothing: the functions by which the script offers are replaced by ones that print.
  zsh: (words) => (script) => [
    "-f",
    "-c",
    `compdef() { }; compset() { }; _files() { }; _message() { }
compadd() { shift; print -l -- "$@" }
_describe() { print -l -- "\${(@)\${(@P)@[-1]}%%:*}" }
source "${script}"; words=(${["revpact", ...words].map((word) => `'${word}'`).join(" ")}); CURRENT=${words.length + 1}; _revpact`,
  ],
  fish: (words) => (script) => [
    "--no-config",
    "-c",
    `source "${script}"; complete -C "revpact ${words.join(" ")}" | string replace -r '\\t.*' ''`,
  ],
};

describe.each(shells)("completion in %s", (shell) => {
  let help: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    help = await readHelp();
  });
  const offers = (...words: readonly string[]) => ask(shell, questions[shell](words));

  test("knows every command and every flag that the help texts show", { timeout: 60_000 }, async () => {
    const { code, out } = await revpact(["completion", shell]);
    expect(code).toBe(0);
    expect([...help.keys()]).toEqual(
      expect.arrayContaining(["", "validate", "fmt", "init", "crm start", "completion"]),
    );
    const written = (flag: string) => (shell === "fish" ? flag.replace(/^-+/, "") : flag);
    const words = [...help].flatMap(([path, flags]) => [...path.split(" "), ...flags.map(written)]);
    expect([...words, ...codes].filter((word) => !out.includes(word))).toEqual([]);
  });

  test("is really what the shell offers", { timeout: 60_000 }, async ({ skip }) => {
    skip(!isHere(shell), `${shell} is not installed here: only the words of its script are checked`);
    expect(await offers("v")).toEqual(expect.arrayContaining(["validate"]));
    expect(await offers("")).toEqual(expect.arrayContaining(["init", "validate", "fmt", "docs", "plan", "completion"]));
    expect(await offers("")).not.toContain("__names");
    expect((await offers("crm", "")).sort()).toEqual(expect.arrayContaining(["reset", "start", "stop"]));
    expect(await offers("crm", "start", "--p")).toContain("--port");
    expect(await offers("crm", "stop", "--")).not.toContain("--port");
    expect(await offers("plan", "--")).toEqual(
      expect.arrayContaining(["--environment", "--detailed-exitcode", "--help"]),
    );
    expect((await offers("validate", "--fail-on", "")).sort()).toEqual(["error", "info", "warning"]);
    expect(await offers("validate", "--format", "")).toEqual(expect.arrayContaining(["pretty", "github"]));
    expect(await offers("init", "--lang", "fr", "--template", "")).toEqual(["classic", "pme", "product-led"]);
    expect(await offers("explain", "GRA30")).toContain("GRA302");
    expect(await offers("completion", "")).toEqual(expect.arrayContaining([...shells]));
    expect(await offers("plan", "-e", "")).toEqual(["local"]);
  });

  test("has no mistake that the shell itself finds", ({ skip }) => {
    skip(!isHere(shell), `${shell} is not installed here`);
    return expect(ask(shell, (script) => ["-n", script])).resolves.toEqual([]);
  });
});

describe("what a shell asks revpact for", () => {
  test("is read from the contract at hand, errors and all", async () => {
    const folder = folderWithContract(
      "stages: { working: { deadlines: { outcome: {} } } }\nhandoffs: { to-sales: { deadlines: { decision: 1 } } }\nenvironments: { local: {}, prod: {} }\n",
    );
    writeFileSync(join(folder, "part.yaml"), "partOf: x\nstages: { other: { deadlines: { first: {} } } }\n");
    const names = (kind: string) => revpact(["__names", kind], { cwd: folder });
    expect(await names("environments")).toEqual({ code: 0, out: "local\nprod\n", talk: "" });
    expect((await names("deadlines")).out).toBe("to-sales.decision\nworking.outcome\nother.first\n");
    writeFileSync(join(folder, "contract.yaml"), "stages: [\n");
    expect(await names("environments")).toEqual({ code: 0, out: "", talk: "" });
    expect(await revpact(["__names", "environments"], { cwd: createFolder() })).toEqual({ code: 0, out: "", talk: "" });
  });

  test("is no shell that it has no script for", async () => {
    const refused = await revpact(["completion", "powershell"]);
    expect(refused.code).toBe(7);
    expect(refused.talk).toContain("bash, zsh, fish");
  });
});
