import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Stage } from "../contract.ts";
import { type Edge, edgesOf, reachableFrom } from "../lifecycle.ts";
import type { Rule } from "./rule.ts";

/** GRA301 and GRA314: a stage that no record can reach, or that nothing and nobody leads to. */
export const unreachableStage: Rule = {
  codes: ["GRA301", "GRA314"],
  judges: "contract",
  check: (contract) => {
    // Where a reason leads nobody knows (FBK705), so neither which stages it would make reachable.
    if ([...contract.reasons.values()].some((reason) => reason.moveTo === undefined)) return [];
    const edges = edgesOf(contract);
    const reached = reachableFrom("new", edges);
    const unreached = [...contract.stages.values()].filter((stage) => !reached.has(stage.id));
    return unreached
      .filter((stage) => isCause(stage, unreached, edges))
      .map((stage) => describe(contract, stage, edges));
  },
};

/** Only where the trouble starts: not what merely follows from another unreached stage, and one finding per ring. */
function isCause(stage: Stage, unreached: readonly Stage[], edges: readonly Edge[]): boolean {
  const after = reachableFrom(stage.id, edges);
  const before = unreached.filter((other) => other !== stage && reachableFrom(other.id, edges).has(stage.id));
  const isFirstOfRing =
    unreached.findIndex((other) => other === stage || before.includes(other)) === unreached.indexOf(stage);
  return before.every((other) => after.has(other.id)) && isFirstOfRing;
}

function describe(contract: Contract, stage: Stage, edges: readonly Edge[]): Finding {
  const code = edges.some((edge) => edge.to === stage.id) ? "GRA301" : "GRA314";
  return finding(
    code,
    contract.locate.spanOf(stage.path, "key"),
    { stage: stage.id },
    { clause: stage.path.join(".") },
  );
}
