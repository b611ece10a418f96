// Runs a command as people do and reports wall time and the largest memory it took.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A folder of this run; `remove` it at the end. */
export function createFolder() {
  const folder = mkdtempSync(join(tmpdir(), "revpact-bench-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Node with these arguments: milliseconds, MiB at the peak, what it printed. Extra CA certificates slow Node's start: unset. */
export async function runNode(args, { cwd, env = {}, expected = [0] } = {}) {
  const { folder, remove } = createFolder();
  const report = join(folder, "memory");
  const probe = join(folder, "probe.mjs");
  writeFileSync(
    probe,
    `import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)));`,
  );
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", pathToFileURL(probe).href, ...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  const milliseconds = performance.now() - started;
  if (!expected.includes(code)) throw new Error(`node ${args.join(" ")} ended with ${code}:\n${output}`);
  const mebibytes = Number(readFileSync(report, "utf8")) / 1024;
  remove();
  return { milliseconds, mebibytes, output };
}

/** The middle of several runs, taken in turns by the caller so that a busy moment hits all alike. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A row of a plain table. */
export function row(name, ...cells) {
  console.log(`  ${name.padEnd(44)} ${cells.map((cell) => String(cell).padStart(12)).join(" ")}`);
}

/** `12.3 ms`. */
export const inMilliseconds = (value) => `${value.toFixed(0)} ms`;
/** `45 MiB`. */
export const inMebibytes = (value) => `${value.toFixed(0)} MiB`;
/** `1.25 x`. */
export const inTimes = (value) => `${value.toFixed(2)} x`;
