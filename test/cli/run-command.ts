import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, onTestFinished } from "vitest";
import { runWarm } from "./warm-processes.ts";

/** The root of the project, where a command runs unless told otherwise: paths in findings are shown from here. */
export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

/** The built command line: `npm test` builds it first, as a user would run it. */
const builtProgram = join(projectRoot, "dist", "cli.js");

/** How a command ended: its exit code (null after a signal) and what it printed. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly talk: string;
}

/** A command that is still running. */
export interface Running {
  readonly process: ChildProcess;
  /** Resolves with the text once it has been printed on either stream. */
  readonly says: (text: string) => Promise<string>;
  readonly end: Promise<Run>;
}

/** Where a command runs and what it finds in its environment. */
export interface Surroundings {
  readonly cwd?: string;
  /** Another copy of the built command line. */
  readonly program?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is piped into it. */
  readonly input?: string;
  /** Stops reading standard output after its first bytes, as `head` does. */
  readonly isReaderLeaving?: boolean;
}

/** Starts the built command line without a terminal, in an environment of its own. */
export function start(args: readonly string[], surroundings: Surroundings = {}): Running {
  const { cwd = projectRoot, program = builtProgram, env = {}, input = "", isReaderLeaving = false } = surroundings;
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", HOME: cwd, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined); // a command that reads nothing may have ended before
  child.stdin.end(input);
  const printed = { out: "", talk: "" };
  const listeners = new Set<() => void>();
  const keep = (stream: "out" | "talk") => (chunk: string) => {
    printed[stream] += chunk;
    if (stream === "out" && isReaderLeaving) child.stdout.destroy();
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding("utf8").on("data", keep("out"));
  child.stderr.setEncoding("utf8").on("data", keep("talk"));
  const end = new Promise<Run>((resolve) => {
    child.on("close", (code) => {
      resolve({ code, ...printed });
      for (const listener of listeners) listener();
    });
  });
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const says = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const all = printed.out + printed.talk;
        if (all.includes(text)) resolve(all);
        else if (isOver()) reject(new Error(`the command ended without saying ${text}:\n${all}`));
      };
      listeners.add(look);
      look();
    });
  return { process: child, says, end };
}

/**
 * Runs the built command line to its end: in a process of its own where a test or the long run asks for one, else in one
 * that has run others before, which saves most of the time.
 */
export function revpact(args: readonly string[], surroundings: Surroundings = {}): Promise<Run> {
  const { cwd = projectRoot, env = {}, program, input, isReaderLeaving } = surroundings;
  const isParticular = program !== undefined || input !== undefined || isReaderLeaving !== undefined;
  if (isParticular || process.env["REVPACT_TEST"] === "all") return start(args, surroundings).end;
  return runWarm({ program: builtProgram, args, cwd, env: { PATH: process.env["PATH"] ?? "", HOME: cwd, ...env } });
}

/** A folder of its own under the system's temporary one; at the end of the test or file no process may be left in it. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "revpact-cli-"));
  const clean = () => {
    const left = processesIn(folder);
    for (const pid of left) process.kill(Number(pid), "SIGKILL");
    rmSync(folder, { recursive: true, force: true });
    expect(left, `processes left behind in ${folder}`).toEqual([]);
  };
  atTheEnd(clean);
  return folder;
}

/** After the test at hand or, outside of one, after all of the file. */
function atTheEnd(clean: () => void): void {
  try {
    onTestFinished(clean);
  } catch {
    afterAll(clean);
  }
}

/** Processes that work in a folder, as Linux tells; elsewhere nobody can say, and none is found. */
function processesIn(folder: string): readonly string[] {
  if (!existsSync("/proc/self/cwd")) return [];
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && folderOf(pid)?.startsWith(folder) === true);
}

function folderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // it ended while we looked, or is somebody else's
  }
}

/** A folder with one of the examples in it. */
export function folderWithExample(name: string): string {
  const folder = createFolder();
  cpSync(join(projectRoot, "examples", name, "contract.yaml"), join(folder, "contract.yaml"));
  return folder;
}

/** The text of a small contract with forty-odd objects, two languages and a local environment. */
export const smallContract = readFileSync(join(projectRoot, "test", "fixtures", "cli", "small.yaml"), "utf8");

/** A folder with the small contract in it, or with the text given. */
export function folderWithContract(text: string = smallContract): string {
  const folder = createFolder();
  writeFileSync(join(folder, "contract.yaml"), text);
  return folder;
}

/** Changes a file by plain replacement; a text that is not there is a mistake in the test. */
export function edit(file: string, before: string, after: string): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(before)) throw new Error(`${file} does not contain ${before}`);
  writeFileSync(file, text.replace(before, after));
}

/** What every refusal owes: this exit code, a message with these words and a remedy, no stack trace, no half result. */
export function expectRefusal(run: Run, code: number, words: readonly (string | RegExp)[]): void {
  expect(run, run.talk).toMatchObject({ code });
  for (const word of words) expect(run.talk).toMatch(typeof word === "string" ? new RegExp(literally(word)) : word);
  expect(run.talk).toMatch(/ {2}help {2}\S/);
  expectNoTrace(run);
}

/** Nothing a programmer alone could read. */
export function expectNoTrace({ out, talk }: Run): void {
  expect(out + talk).not.toMatch(
    /^\s+at .*[:(]\d+|node:internal|TypeError|ReferenceError|\[object Object\]|undefined/m,
  );
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
