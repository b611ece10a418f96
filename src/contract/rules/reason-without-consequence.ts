import { finding } from "../../diagnostics/index.ts";
import type { Rule } from "./rule.ts";

/** FBK705: a reason that does not say where the record goes. */
export const reasonWithoutConsequence: Rule = {
  codes: ["FBK705"],
  judges: "entry",
  check: (contract) =>
    [...contract.reasons.values()]
      .filter((reason) => reason.moveTo === undefined)
      .map((reason) =>
        finding(
          "FBK705",
          contract.locate.spanOf(reason.path, "key"),
          { reason: reason.id },
          { clause: reason.path.join(".") },
        ),
      ),
};
