import { printDuration } from "../calendar/index.ts";
import type { Condition, Test } from "./condition.ts";

const signs: Readonly<Record<string, string>> = {
  is: "=",
  isNot: "≠",
  atLeast: "≥",
  atMost: "≤",
  moreThan: ">",
  lessThan: "<",
};

/** A condition in the same few signs for every language, by ids: `fit-score ≥ 80`, `country in FR, BE`, `none (…)`. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case "field":
      return `${condition.field} ${printTest(condition.test)}${condition.orUnknown ? " or unknown" : ""}`;
    case "signal": {
      const times = condition.times > 1 ? ` × ${condition.times}` : "";
      return `${condition.signal}${times}${condition.withinLast === undefined ? "" : ` within ${printDuration(condition.withinLast)}`}`;
    }
    case "linked":
      return `linked ${condition.object} in ${condition.stages.join(", ")}`;
    case "meets":
      return `meets ${condition.criteria}`;
    case "all":
    case "any":
    case "none":
      return `${condition.kind} (${condition.of.map(printCondition).join("; ")})`;
    case "at-least":
      return `${condition.count} of (${condition.of.map(printCondition).join("; ")})`;
    default:
      return condition satisfies never;
  }
}

function printTest(test: Test): string {
  switch (test.operator) {
    case "in":
    case "notIn":
      return `${test.operator === "in" ? "in" : "not in"} ${test.values.join(", ")}`;
    case "between":
      return `between ${test.low} and ${test.high}`;
    case "known":
      return test.value ? "known" : "unknown";
    case "withinLast":
    case "withinNext":
      return `${test.operator === "withinLast" ? "within last" : "within next"} ${printDuration(test.duration)}`;
    default:
      return `${signs[test.operator] ?? test.operator} ${test.value}`;
  }
}
