// `fmt --check` beside a process that only imports `yaml` and parses the same file: of a tidy file, and of an untidy one.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createFolder, inMebibytes, inMilliseconds, inTimes, median, row, runNode } from "./measure.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli.js");
const rounds = 7;

/** The example with fields added until it has about this many lines. */
function grow(lines) {
  const text = readFileSync(join(root, "examples/classic-inbound/contract.yaml"), "utf8");
  const count = Math.max(0, lines - text.split("\n").length);
  const fields = Array.from(
    { length: count },
    (_, index) => `  extra-${index}: { type: number, label: Extra, min: 0 }`,
  );
  return text.replace(/^fields:.*$/m, (line) => [line, ...fields].join("\n"));
}

/** Written in turns, so that a busy moment hits all alike. */
async function compare(folder, text) {
  const [tidy, untidy, script] = ["tidy.yaml", "untidy.yaml", "yardstick.mjs"].map((name) => join(folder, name));
  writeFileSync(tidy, text);
  writeFileSync(untidy, text.replaceAll("{ ", "{"));
  const yaml = pathToFileURL(join(root, "node_modules/yaml/dist/index.js")).href;
  writeFileSync(
    script,
    `import { parseDocument } from ${JSON.stringify(yaml)};\nimport { readFileSync } from "node:fs";\nparseDocument(readFileSync(${JSON.stringify(tidy)}, "utf8"), { uniqueKeys: false });\n`,
  );
  const runs = { yaml: [script], tidy: [cli, "fmt", "--check", tidy], untidy: [cli, "fmt", "--check", untidy] };
  const measured = { yaml: [], tidy: [], untidy: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const [name, args] of Object.entries(runs)) measured[name].push(await runNode(args, { expected: [0, 2] }));
  return measured;
}

export async function benchFmt() {
  const { folder, remove } = createFolder();
  console.log(`fmt: median of ${rounds} runs each, taken in turns; ratio of the untidy file to yaml alone`);
  row("", "yaml alone", "tidy", "untidy", "ratio", "memory");
  for (const lines of [235, 1000, 6000]) {
    const measured = await compare(folder, grow(lines));
    const times = Object.values(measured).map((all) => median(all.map(({ milliseconds }) => milliseconds)));
    row(
      `${lines} lines`,
      ...times.map(inMilliseconds),
      inTimes(times[2] / times[0]),
      inMebibytes(median(measured.untidy.map(({ mebibytes }) => mebibytes))),
    );
  }
  remove();
}
