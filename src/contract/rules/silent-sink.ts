import { finding } from "../../diagnostics/index.ts";
import type { Contract, Stage } from "../contract.ts";
import { isOpen, natureOf } from "../lifecycle.ts";
import { witnessWay } from "../paths.ts";
import { hasDamaged, type Rule } from "./rule.ts";

/** GRA302: an open stage in which records can stay unseen. */
export const silentSink: Rule = {
  codes: ["GRA302"],
  judges: "entry",
  check: (contract, facts) =>
    [...contract.stages.values()].flatMap((stage) => {
      const missing = missingIn(contract, stage);
      // A damaged handoff may be the very one that leaves this stage.
      const isUnsure = missing !== "owner" && hasDamaged(facts, "handoffs");
      if (missing === undefined || isUnsure) return [];
      return [
        finding(
          "GRA302",
          contract.locate.spanOf(stage.path, "key"),
          { stage: stage.id, missing },
          { clause: stage.path.join("."), ...witnessWay(contract, facts.analysis.edges(), stage.id) },
        ),
      ];
    }),
};

function missingIn(contract: Contract, stage: Stage): "owner" | "deadline" | "exits" | "all" | undefined {
  if (!isOpen(stage)) return undefined;
  if (natureOf(contract, stage) === "sink") {
    if (stage.deadlines.length > 0) return "exits";
    return stage.exitReasons.length > 0 ? "deadline" : "all";
  }
  return stage.owner === undefined ? "owner" : undefined;
}
