import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A run of the built command line. */
export interface WarmRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly talk: string;
}

const worker = fileURLToPath(new URL("./warm-worker.mjs", import.meta.url));

/** A process serves so many runs: each leaves the module of its program behind. */
const mostRuns = 40;

const idle: { readonly child: ChildProcess; runs: number }[] = [];

/** Runs a command in a process that may have run others; those that run at the same time have one each. */
export async function runWarm(run: WarmRun): Promise<Ended> {
  const { child, runs } = idle.pop() ?? { child: forked(), runs: 0 };
  const ended = await new Promise<Ended>((resolve, reject) => {
    const over = (code: number | null) => reject(new Error(`the process of ${run.args.join(" ")} ended with ${code}`));
    child.once("exit", over);
    child.once("message", (answer) => {
      child.off("exit", over);
      resolve(answer as Ended); // as the worker sends it
    });
    child.send(run);
  });
  if (runs + 1 < mostRuns) idle.push({ child, runs: runs + 1 });
  else child.disconnect();
  return ended;
}

function forked(): ChildProcess {
  const child = fork(worker, {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: [],
    // What a command prints may be megabytes.
    serialization: "advanced",
  });
  // It ends with the process of the tests, and does not keep it.
  child.unref();
  child.channel?.unref();
  return child;
}
