import { finding } from "../../diagnostics/index.ts";
import type { Contract, Handoff } from "../contract.ts";
import type { Rule } from "./rule.ts";

/** SCH102: a handoff for which nothing written says when a record may be handed over. */
export const handoffWithoutCriteria: Rule = {
  codes: ["SCH102"],
  judges: "entry",
  check: (contract, { damaged }) =>
    [...contract.handoffs.values()]
      .filter((handoff) => handoff.from.every((stage) => !damaged.has(`stages.${stage}`)))
      .filter((handoff) => !hasCriteria(contract, handoff))
      .map((handoff) =>
        finding(
          "SCH102",
          contract.locate.spanOf(handoff.path, "key"),
          { key: "criteria", place: "a handoff from a stage without criteria" },
          { clause: handoff.path.join(".") },
        ),
      ),
};

function hasCriteria(contract: Contract, handoff: Handoff): boolean {
  if (handoff.criteria !== undefined || handoff.otherwise || handoff.requires.length > 0) return true;
  return handoff.from.every((id) => {
    const stage = contract.stages.get(id);
    return (
      stage === undefined || stage.criteria !== undefined || stage.requires.length > 0 || stage.closed !== undefined
    );
  });
}
