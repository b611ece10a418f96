import { finding } from "../../diagnostics/index.ts";
import type { Rule } from "./rule.ts";

/** FBK708: a handoff that opens by itself, waits for required fields, and sets the sender no deadline to fill them. */
export const incompleteOwedByNobody: Rule = {
  codes: ["FBK708"],
  judges: "entry",
  check: (contract) =>
    [...contract.handoffs.values()]
      // With `by` the sender hands over when the fields are there: nothing waits half-open.
      .filter(
        (handoff) =>
          handoff.by === undefined &&
          handoff.requires.length > 0 &&
          !handoff.deadlines.some((deadline) => deadline.stops.kind === "complete"),
      )
      .map((handoff) =>
        finding(
          "FBK708",
          contract.locate.spanOf([...handoff.path, "requires"], "value"),
          { handoff: handoff.id, fields: handoff.requires },
          { clause: handoff.path.join(".") },
        ),
      ),
};
