// The main job from end to end on an example, against the local CRM: no account, no network. Leaves only .demo/ behind.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const demo = `${root}/.demo`;
const revpact = `${root}/dist/cli.js`;
const started = process.hrtime.bigint();

/** Runs one command, shows its first lines, and stops the demo where its exit code is not the expected one. */
function run(title, args, { lines = 12, expected = 0 } = {}) {
  console.log(`\n\u25b8 ${title}\n  $ revpact ${args.join(" ")}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [revpact, ...args], { cwd: demo, encoding: "utf8" });
  const printed = `${stdout}${stderr}`.trimEnd().split("\n");
  for (const line of printed.slice(0, lines)) console.log(`  ${line}`);
  if (printed.length > lines) console.log(`  \u2026 ${printed.length - lines} more lines`);
  if (status === expected) return;
  console.error(`\nThe demo stopped: exit code ${status} instead of ${expected}.`);
  process.exit(1);
}

rmSync(demo, { recursive: true, force: true });
mkdirSync(demo);
cpSync(`${root}/examples/classic-inbound/contract.yaml`, `${demo}/contract.yaml`);

console.log("revpact: from a revenue contract in YAML to documents and a CRM.");
console.log("The contract is examples/classic-inbound/contract.yaml, copied to .demo/.");
run("The contract is checked like a program", ["validate", "--format", "pretty"]);
run("The agreement is written for the people who keep it, in French and English", ["docs"]);
run("And as Markdown for a repository or a wiki", ["docs", "--format", "markdown"]);
run("What would change in an empty CRM", ["plan", "--out", "plan.json"], { lines: 22 });
run("The plan is carried out, exactly as printed", ["apply", "--plan", "plan.json"]);
run("Planned again: nothing is left to do", ["plan", "--detailed-exitcode"]);

const seconds = Number(process.hrtime.bigint() - started) / 1e9;
console.log(`\nDone in ${seconds.toFixed(1)} s. Where to look:`);
console.log("  .demo/site/index.html                          the documents: open it in a browser");
console.log("  .demo/plan.json                                the plan that was applied");
console.log("  .demo/.revpact/local/                          the local CRM's portal and what revpact remembers");
console.log("Next: change a deadline in .demo/contract.yaml, then: node dist/cli.js plan .demo");
