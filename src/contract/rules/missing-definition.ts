import { finding } from "../../diagnostics/index.ts";
import type { Rule } from "./rule.ts";

/** DOC951: a stage whose meaning is left to each reader. */
export const missingDefinition: Rule = {
  codes: ["DOC951"],
  judges: "entry",
  check: (contract) =>
    [...contract.stages.values()]
      .filter((stage) => stage.definition === undefined)
      .map((stage) =>
        finding(
          "DOC951",
          contract.locate.spanOf(stage.path, "key"),
          { stage: stage.id },
          { clause: stage.path.join(".") },
        ),
      ),
};
