import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Handoff, Stage } from "../contract.ts";
import type { Id } from "../entry.ts";
import { owingRole } from "../owing-role.ts";
import { relatedRoles } from "../roles.ts";
import type { Rule } from "./rule.ts";

/** OWN608: every rung of an escalation ends with those who are late themselves. */
export const escalationToSelf: Rule = {
  codes: ["OWN608"],
  judges: "contract",
  check: (contract) =>
    [...contract.handoffs.values(), ...contract.stages.values()].flatMap((holder) => toThemselves(contract, holder)),
};

function toThemselves(contract: Contract, holder: Handoff | Stage): readonly Finding[] {
  return holder.deadlines.flatMap((deadline) => {
    const owing = owingRole(contract, holder, deadline);
    if (owing === undefined || deadline.escalate.length === 0) return [];
    const own = new Set<Id>([...relatedRoles(contract, owing), "owner"]);
    const isOwn = deadline.escalate.every(
      ({ notify, reassign }) => notify.every((role) => own.has(role)) && (reassign === undefined || own.has(reassign)),
    );
    if (!isOwn) return [];
    const place = contract.locate.spanOf([...deadline.path, "escalate"], "key");
    return [finding("OWN608", place, { deadline: deadline.id, role: owing }, { clause: deadline.path.join(".") })];
  });
}
