// `validate` beside a process that only imports `yaml` and parses the same file, and beside bare Node; then how it grows.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createFolder, inMebibytes, inMilliseconds, inTimes, median, row, runNode } from "./measure.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli.js");
const example = join(root, "examples/classic-inbound/contract.yaml");
const rounds = 11;

/** A process that does nothing but read and parse a file with the `yaml` package. */
function yardstick(folder, file) {
  const script = join(folder, "yardstick.mjs");
  const yaml = pathToFileURL(join(root, "node_modules/yaml/dist/index.js")).href;
  writeFileSync(
    script,
    `import { parseDocument } from ${JSON.stringify(yaml)};\nimport { readFileSync } from "node:fs";\nparseDocument(readFileSync(${JSON.stringify(file)}, "utf8"), { uniqueKeys: false });\n`,
  );
  return script;
}

async function compare(file, folder) {
  const runs = { bare: ["-e", "0"], yaml: [yardstick(folder, file)], validate: [cli, "validate", file] };
  const times = { bare: [], yaml: [], validate: [] };
  const memory = { bare: [], yaml: [], validate: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(runs)) {
      const { milliseconds, mebibytes } = await runNode(runs[name]);
      times[name].push(milliseconds);
      memory[name].push(mebibytes);
    }
  }
  return {
    times: Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)])),
    memory: Object.fromEntries(Object.entries(memory).map(([name, list]) => [name, median(list)])),
  };
}

/** The example with its fields repeated until it has about this many lines; the copies are used, so that nothing warns. */
function grow(lines) {
  const text = readFileSync(example, "utf8");
  const count = Math.max(0, lines - text.split("\n").length);
  const names = Array.from({ length: count }, (_, index) => `extra-${index}`);
  const fields = names
    .map((name) => `  ${name}: { type: number, label: Extra, min: 0, max: 100, filledBy: form }`)
    .join("\n");
  return text
    .replace(/^fields:.*$/m, (line) => `${line}\n${fields}`)
    .replace(
      "helpful: [company-size, question]",
      `helpful: [company-size, question${names.map((name) => `, ${name}`).join("")}]`,
    );
}

export async function benchValidate() {
  const { folder, remove } = createFolder();
  console.log(`validate: median of ${rounds} runs each, taken in turns`);
  row("", "bare Node", "yaml alone", "validate", "ratio", "memory");
  for (const lines of [235, 1000, 2000, 4000]) {
    const file = lines === 235 ? example : join(folder, "contract.yaml");
    if (lines !== 235) writeFileSync(file, grow(lines));
    const { times, memory } = await compare(file, folder);
    row(
      `${readFileSync(file, "utf8").split("\n").length} lines`,
      inMilliseconds(times.bare),
      inMilliseconds(times.yaml),
      inMilliseconds(times.validate),
      inTimes(times.validate / times.yaml),
      inMebibytes(memory.validate),
    );
  }
  remove();
}
