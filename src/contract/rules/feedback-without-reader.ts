import { finding } from "../../diagnostics/index.ts";
import type { Rule } from "./rule.ts";

/** FBK704: feedback that goes to nobody. */
export const feedbackWithoutReader: Rule = {
  codes: ["FBK704"],
  judges: "entry",
  check: (contract) =>
    [...contract.handoffs.values()]
      .filter((handoff) => handoff.feedback?.to.length === 0)
      .map((handoff) =>
        finding(
          "FBK704",
          contract.locate.spanOf([...handoff.path, "feedback"], "key"),
          { handoff: handoff.id },
          { clause: handoff.path.join(".") },
        ),
      ),
};
