// The whole analysis of large contracts beside a process that only parses the same text with `yaml`, and beside Spectral
// with a single rule; then how it grows, and what many criteria over many dimensions cost.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generateBoxes, generateContract } from "./generate-contract.mjs";
import { createFolder, inMebibytes, inMilliseconds, inTimes, median, row, runNode } from "./measure.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli.js");
const rounds = 7;

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

/** Spectral in a folder of its own: a yardstick of the bench, no dependency of the project. Undefined where it can't be had. */
function installSpectral(folder) {
  const place = join(folder, "spectral");
  try {
    execFileSync(
      "npm",
      ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", place, "@stoplight/spectral-cli"],
      { stdio: "ignore" },
    );
  } catch {
    return undefined;
  }
  const program = join(place, "node_modules/@stoplight/spectral-cli/dist/index.js");
  const ruleset = join(folder, "ruleset.yaml");
  writeFileSync(ruleset, "rules:\n  has-name:\n    given: $\n    then: { field: name, function: truthy }\n");
  return existsSync(program) ? { program, ruleset } : undefined;
}

async function measure(runs) {
  const measured = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, args] of Object.entries(runs)) measured[name].push(await runNode(args, { expected: [0, 1, 2] }));
  const middle = (name, key) => median(measured[name].map((run) => run[key]));
  return { ms: (name) => middle(name, "milliseconds"), mebibytes: (name) => middle(name, "mebibytes") };
}

const validate = (file) => [cli, "validate", file, "--format", "json", "--as-of", "2027-01-04"];

export async function benchAnalysis() {
  const { folder, remove } = createFolder();
  const file = join(folder, "contract.yaml");
  console.log(`analysis: median of ${rounds} runs each, taken in turns; ratio of validate to yaml alone`);
  row("", "yaml alone", "validate", "ratio", "memory");
  const sizes = [
    { stages: 8, criteria: 6, handoffs: 2 },
    { stages: 16, criteria: 50, handoffs: 24 },
    { stages: 50, criteria: 200, handoffs: 100 },
    { stages: 140, criteria: 560, handoffs: 280 },
  ];
  for (const size of sizes) {
    writeFileSync(file, generateContract(size));
    const { ms, mebibytes } = await measure({ yaml: [yardstick(folder, file)], validate: validate(file) });
    const name = `${size.stages} stages, ${size.criteria} criteria, ${size.handoffs} handoffs, ${lines(file)} lines`;
    row(
      name,
      inMilliseconds(ms("yaml")),
      inMilliseconds(ms("validate")),
      inTimes(ms("validate") / ms("yaml")),
      inMebibytes(mebibytes("validate")),
    );
  }
  await compareWithSpectral(folder, file);
  await growBoxes(folder, file);
  remove();
}

async function compareWithSpectral(folder, file) {
  const spectral = installSpectral(folder);
  if (spectral === undefined) {
    console.log("  Spectral can't be installed here: not compared");
    return;
  }
  writeFileSync(file, generateContract({ stages: 50, criteria: 200, handoffs: 100 }));
  const { ms, mebibytes } = await measure({
    spectral: [spectral.program, "lint", file, "--ruleset", spectral.ruleset, "--quiet"],
    validate: validate(file),
  });
  row(
    "Spectral with one rule, the same 50/200/100",
    inMilliseconds(ms("spectral")),
    inMilliseconds(ms("validate")),
    inTimes(ms("validate") / ms("spectral")),
    inMebibytes(mebibytes("spectral")),
  );
}

/** Each box against all before it (can it ever apply?) and all of them against every lead (is anybody left out?). */
async function growBoxes(folder, file) {
  for (const count of [10, 100, 500, 1000]) {
    writeFileSync(file, generateBoxes(count, 8));
    const { ms, mebibytes } = await measure({ yaml: [yardstick(folder, file)], validate: validate(file) });
    const { output } = await runNode(validate(file), { expected: [0, 1] });
    const open = JSON.parse(output).findings.filter(({ code }) => code === "CRI413").length;
    row(
      `${count} criteria × 8 dimensions, ${open} questions left open`,
      inMilliseconds(ms("yaml")),
      inMilliseconds(ms("validate")),
      inTimes(ms("validate") / ms("yaml")),
      inMebibytes(mebibytes("validate")),
    );
  }
}

function lines(file) {
  return readFileSync(file, "utf8").split("\n").length;
}
