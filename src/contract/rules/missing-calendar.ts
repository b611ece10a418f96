import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Deadline } from "../contract.ts";
import type { Id } from "../entry.ts";
import { owingRole } from "../owing-role.ts";
import { durationsOf, isBusinessTime } from "../placed-deadlines.ts";
import { hasDamaged, type Rule } from "./rule.ts";

/** SLA504: business time is counted but no calendar says when the owing role is open. */
export const missingCalendar: Rule = {
  codes: ["SLA504"],
  judges: "entry",
  check: (contract, facts) => {
    // A misspelt key at the top may be the calendar itself.
    if (contract.calendar !== undefined || hasDamaged(facts, "the contract", "roles", "stages")) return [];
    const holders = [...contract.handoffs.values(), ...contract.stages.values()];
    const lacking = holders.flatMap((holder) =>
      holder.deadlines.filter(
        (deadline) => countsBusinessTime(deadline) && !hasCalendar(contract, owingRole(contract, holder, deadline)),
      ),
    );
    return report(contract, lacking);
  },
};

/** One calendar is missing, however many deadlines need it: the others are related places. */
function report(contract: Contract, [first, ...others]: readonly Deadline[]): readonly Finding[] {
  if (first === undefined) return [];
  const place = (deadline: Deadline) => contract.locate.spanOf(deadline.path, "key");
  const related = others.slice(0, 4).map((deadline) => ({ span: place(deadline), role: "required-here" as const }));
  return [finding("SLA504", place(first), { deadline: first.id }, { clause: first.path.join("."), related })];
}

function countsBusinessTime(deadline: Deadline): boolean {
  const later = deadline.escalate.map(({ after }) => after).filter((after) => after !== "due");
  return [...durationsOf(deadline), ...later].some(isBusinessTime);
}

function hasCalendar(contract: Contract, role: Id | undefined): boolean {
  return role !== undefined && contract.roles.get(role)?.calendar !== undefined;
}
