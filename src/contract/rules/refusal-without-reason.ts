import { finding } from "../../diagnostics/index.ts";
import type { Rule } from "./rule.ts";

/** FBK701: feedback that offers no reason. */
export const refusalWithoutReason: Rule = {
  codes: ["FBK701"],
  judges: "entry",
  check: (contract) =>
    [...contract.handoffs.values()]
      .filter((handoff) => handoff.acceptance !== "automatic" && handoff.feedback?.reasons.length === 0)
      .map((handoff) =>
        finding(
          "FBK701",
          contract.locate.spanOf([...handoff.path, "feedback"], "key"),
          { clause: handoff.id },
          { clause: handoff.path.join(".") },
        ),
      ),
};
