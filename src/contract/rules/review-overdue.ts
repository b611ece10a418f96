import { finding } from "../../diagnostics/index.ts";
import type { Rule } from "./rule.ts";

/** VER909: the day by which the contract was to be looked at again has passed. */
export const reviewOverdue: Rule = {
  codes: ["VER909"],
  judges: "entry",
  check: (contract, { asOf }) => {
    const { reviewBy } = contract;
    if (reviewBy === undefined || asOf <= reviewBy) return [];
    return [
      finding("VER909", contract.locate.spanOf(["reviewBy"], "value"), { reviewBy, asOf }, { clause: "reviewBy" }),
    ];
  },
};
