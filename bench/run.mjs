// Prints what each promise of speed is measured by; nothing here passes or fails.
import { benchAnalysis } from "./analysis.mjs";
import { benchCrowdedPortal } from "./crowded-portal.mjs";
import { benchDiff } from "./diff.mjs";
import { benchDocs } from "./docs.mjs";
import { benchFmt } from "./fmt.mjs";
import { benchPlan } from "./plan.mjs";
import { benchPortal } from "./portal.mjs";
import { benchSimulate } from "./simulate.mjs";
import { benchValidate } from "./validate.mjs";

const benches = {
  validate: benchValidate,
  analysis: benchAnalysis,
  diff: benchDiff,
  docs: benchDocs,
  fmt: benchFmt,
  plan: benchPlan,
  portal: benchPortal,
  crowded: benchCrowdedPortal,
  simulate: benchSimulate,
};
const chosen = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  await bench();
  console.log("");
}
