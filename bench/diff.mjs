// Comparing two contracts of 6,000 lines: the whole command, beside loading each.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateContract } from "./generate-contract.mjs";
import { createFolder, inMebibytes, inMilliseconds, inTimes, median, row, runNode } from "./measure.mjs";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

/** `benchDiff` prints a small change, a change of the calendar (every deadline is asked), and the yardstick. */
export async function benchDiff() {
  const { folder, remove } = createFolder();
  const text = generateContract({ stages: 96, criteria: 200, handoffs: 96 });
  const variants = {
    "as it is": text,
    "forty deadlines, criteria and labels": text
      .replaceAll(/within: (\d+) business hours/g, (_, hours) => `within: ${Number(hours) + 1} business hours`)
      .replaceAll(/atLeast: (\d+)/g, (_, least) => `atLeast: ${Number(least) + 1}`),
    "the hours of the calendar": text.replace("14:00-18:00", "14:00-17:30"),
  };
  writeFileSync(join(folder, "base.yaml"), text);
  console.log("diff: two contracts of 6,000 lines, whole command");
  row("", "time", "peak memory", "of loading both");
  const load = [];
  for (let run = 0; run < 3; run += 1)
    load.push((await runNode([cli, "validate", join(folder, "base.yaml")], { expected: [0, 1] })).milliseconds);
  for (const [name, other] of Object.entries(variants)) {
    writeFileSync(join(folder, "head.yaml"), other);
    const runs = [];
    for (let run = 0; run < 3; run += 1)
      runs.push(
        await runNode([cli, "diff", join(folder, "base.yaml"), join(folder, "head.yaml")], { expected: [0, 1] }),
      );
    const milliseconds = median(runs.map((one) => one.milliseconds));
    row(name, inMilliseconds(milliseconds), inMebibytes(runs[0].mebibytes), inTimes(milliseconds / (2 * median(load))));
  }
  row("yardstick: validate one of them", inMilliseconds(median(load)));
  remove();
}
