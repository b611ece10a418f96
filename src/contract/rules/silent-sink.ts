import { finding } from "../../diagnostics/index.ts";
import type { Contract, Stage } from "../contract.ts";
import { isOpen, natureOf } from "../lifecycle.ts";
import type { Rule } from "./rule.ts";

/** GRA302: an open stage in which records can stay unseen. */
export const silentSink: Rule = {
  codes: ["GRA302"],
  judges: "entry",
  check: (contract) =>
    [...contract.stages.values()].flatMap((stage) => {
      const missing = missingIn(contract, stage);
      if (missing === undefined) return [];
      return [
        finding(
          "GRA302",
          contract.locate.spanOf(stage.path, "key"),
          { stage: stage.id, missing },
          { clause: stage.path.join(".") },
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
