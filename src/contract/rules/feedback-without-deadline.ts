import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract } from "../contract.ts";
import type { Rule } from "./rule.ts";

/** FBK703: an answer is owed, and nobody says until when. */
export const feedbackWithoutDeadline: Rule = {
  codes: ["FBK703"],
  judges: "entry",
  check: (contract) => undated(contract),
};

function undated(contract: Contract): readonly Finding[] {
  return [...contract.handoffs.values()]
    .filter(
      ({ feedback, acceptance }) =>
        acceptance !== "automatic" && feedback !== undefined && feedback.within === undefined,
    )
    .map(({ id, path }) =>
      finding(
        "FBK703",
        contract.locate.spanOf([...path, "feedback"], "key"),
        { handoff: id },
        { clause: path.join(".") },
      ),
    );
}
