import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Deadline, Handoff } from "../contract.ts";
import type { Rule } from "./rule.ts";

/** SLA501: a handoff without a deadline for its receiver, or a deadline without a time. */
export const missingDeadline: Rule = {
  codes: ["SLA501"],
  judges: "entry",
  check: (contract) => {
    const handoffs = [...contract.handoffs.values()];
    const deadlines = [...handoffs, ...contract.stages.values()].flatMap((holder) => holder.deadlines);
    return [
      ...handoffs.flatMap((handoff) => missingDecision(contract, handoff)),
      ...deadlines.flatMap((deadline) => missingTime(contract, deadline)),
    ];
  },
};

function missingDecision(contract: Contract, handoff: Handoff): readonly Finding[] {
  const stops = handoff.deadlines.map((deadline) => deadline.stops.kind);
  if (stops.includes("decided") || (handoff.acceptance !== "decision" && stops.some((kind) => kind !== "complete")))
    return [];
  const place = contract.locate.spanOf([...handoff.path, "deadlines"], "key");
  return [
    finding("SLA501", place, { handoff: handoff.id, deadline: "", priority: "" }, { clause: handoff.path.join(".") }),
  ];
}

function missingTime(contract: Contract, deadline: Deadline): readonly Finding[] {
  const report = (priority: string) =>
    finding(
      "SLA501",
      contract.locate.spanOf([...deadline.path, "within"], "key"),
      { handoff: String(deadline.path[1]), deadline: deadline.id, priority },
      { clause: deadline.path.join(".") },
    );
  if (deadline.within === undefined) return deadline.every === undefined ? [report("")] : [];
  if (deadline.within.kind === "same") return [];
  const { durations } = deadline.within;
  return [...contract.priorities.keys()].filter((priority) => !durations.has(priority)).map(report);
}
