// `docs` beside `validate` of the same contract: what rendering adds, how large the pages are, and how it grows.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateContract } from "./generate-contract.mjs";
import { createFolder, inMebibytes, inMilliseconds, inTimes, median, row, runNode } from "./measure.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli.js");
const rounds = 5;

const contracts = [
  ["classic example, 2 languages", readFileSync(join(root, "examples/classic-inbound/contract.yaml"), "utf8")],
  ["16 stages, 24 handoffs", generateContract({ stages: 16, criteria: 50, handoffs: 24 })],
  ["50 stages, 100 handoffs", generateContract({ stages: 50, criteria: 200, handoffs: 100 })],
];

export async function benchDocs() {
  console.log(`docs: median of ${rounds} runs each, taken in turns; ratio of docs to validate`);
  row("", "validate", "docs", "ratio", "memory", "pages", "largest");
  const { folder, remove } = createFolder();
  for (const [index, [name, text]] of contracts.entries()) {
    const own = join(folder, String(index));
    mkdirSync(own);
    const file = join(own, "contract.yaml");
    writeFileSync(file, text);
    const measured = { validate: [], docs: [] };
    for (let round = 0; round < rounds; round += 1) {
      measured.validate.push(await runNode([cli, "validate", file], { cwd: own }));
      measured.docs.push(await runNode([cli, "docs", file], { cwd: own }));
    }
    const [validate, docs] = [measured.validate, measured.docs].map((runs) =>
      median(runs.map((run) => run.milliseconds)),
    );
    const memory = median(measured.docs.map((run) => run.mebibytes));
    const pages = readdirSync(join(own, "site"), { recursive: true }).filter((path) => path.endsWith(".html"));
    const largest = Math.max(...pages.map((path) => statSync(join(own, "site", path)).size));
    row(
      name,
      inMilliseconds(validate),
      inMilliseconds(docs),
      inTimes(docs / validate),
      inMebibytes(memory),
      pages.length,
      `${Math.round(largest / 1000)} kB`,
    );
  }
  remove();
}
