import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract } from "../contract.ts";
import type { Id } from "../entry.ts";
import type { Rule } from "./rule.ts";

/** A role that answers for more than so many duties, and for most of them all, answers for none. */
const mostDuties = 8;
const mostShare = 2 / 3;

/** OWN606: one role answers for nearly everything. */
export const overloadedRole: Rule = {
  codes: ["OWN606"],
  judges: "contract",
  check: (contract) => overloaded(contract),
};

function overloaded(contract: Contract): readonly Finding[] {
  const duties = [
    ...[...contract.handoffs.values()].map(({ responsibilities }) => responsibilities.accountable),
    ...contract.governance.decisions.map(({ accountable }) => accountable),
  ];
  const counts = new Map<Id, number>();
  for (const role of duties.flat()) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > mostDuties && count > duties.length * mostShare)
    .map(([role, count]) =>
      finding(
        "OWN606",
        contract.locate.spanOf(["roles", role], "key"),
        { role, count, total: duties.length },
        { clause: `roles.${role}` },
      ),
    );
}
