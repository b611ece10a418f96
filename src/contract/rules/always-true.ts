import { finding } from "../../diagnostics/index.ts";
import { conditionSitesOf } from "../condition-sites.ts";
import { askCriteria, entryName } from "./criteria-questions.ts";
import type { Rule } from "./rule.ts";

/** CRI402: a condition that every lead meets, known or not. */
export const alwaysTrue: Rule = {
  codes: ["CRI402", "CRI413"],
  judges: "entry",
  check: (contract, facts) =>
    conditionSitesOf(contract).flatMap(({ condition, path }) => {
      const answer = askCriteria(contract, facts, {
        holding: [],
        failing: [condition],
        clause: path,
        about: "always-true",
      });
      if (answer.kind === "open") return answer.findings;
      if (answer.kind === "lead") return [];
      const place = contract.locate.spanOf(condition.path, "value");
      return [finding("CRI402", place, { clause: entryName(path) }, { clause: path.join(".") })];
    }),
};
