import { finding } from "../../diagnostics/index.ts";
import type { Contract, Handoff } from "../contract.ts";
import type { Rule } from "./rule.ts";

/** GRA307: whoever receives the record has no way to refuse it. */
export const missingRefusalPath: Rule = {
  codes: ["GRA307"],
  judges: "entry",
  check: (contract) =>
    [...contract.handoffs.values()]
      .filter((handoff) => handoff.acceptance !== "automatic" && !canRefuse(contract, handoff))
      .map((handoff) =>
        finding(
          "GRA307",
          contract.locate.spanOf([...handoff.path, "feedback"], "key"),
          { handoff: handoff.id, cause: handoff.feedback === undefined ? "no-reason" : "no-way-out" },
          { clause: handoff.path.join(".") },
        ),
      ),
};

/** No feedback at all, or reasons that all lead into the receiver's own stage. An empty list of reasons is FBK701. */
function canRefuse(contract: Contract, handoff: Handoff): boolean {
  if (handoff.feedback === undefined) return false;
  const { reasons } = handoff.feedback;
  return reasons.length === 0 || reasons.some((reason) => contract.reasons.get(reason)?.moveTo !== handoff.to);
}
