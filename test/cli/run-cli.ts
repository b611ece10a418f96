import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The built command line: `npm test` builds it first, as a user would run it. */
const commandLine = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** The root of the project: paths in findings are shown from here. */
export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

/** What one run of `revpact` printed, and its exit code. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Stops reading standard output after its first bytes, as `head` does. */
  readonly isReaderLeaving?: boolean;
}

/** Runs the built command in a process of its own, without colours unless `env` asks for them. */
export function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const env = { PATH: process.env["PATH"] ?? "", ...options.env };
  const child = spawn(process.execPath, [commandLine, ...args], { cwd: options.cwd ?? projectRoot, env });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8");
    child[name].on("data", (text: string) => {
      texts[name] += text;
      if (name === "stdout" && options.isReaderLeaving === true) child.stdout.destroy();
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...texts }));
  });
}
