import { finding } from "../../diagnostics/index.ts";
import type { Rule } from "./rule.ts";

/** GRA303 and GRA304: a chain that no record enters, or that never ends. */
export const entryAndEnd: Rule = {
  codes: ["GRA303", "GRA304"],
  judges: "contract",
  check: (contract, { analysis }) => {
    const stages = [...contract.stages.values()];
    const place = contract.locate.spanOf(["stages"], "key");
    const isEntered = analysis.edges().some(({ from }) => from === "new");
    return [
      ...(isEntered ? [] : [finding("GRA303", place, { object: contract.scope.object }, { clause: "stages" })]),
      ...(stages.some(({ closed }) => closed !== undefined)
        ? []
        : [finding("GRA304", place, {}, { clause: "stages" })]),
    ];
  },
};
