import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Handoff, Stage } from "../contract.ts";
import type { Id } from "../entry.ts";
import { relatedRoles } from "../roles.ts";
import type { Rule } from "./rule.ts";

/** OWN605: a role that messages and records go to, and that a portal's list of people leaves out. */
export const unassignedRole: Rule = {
  codes: ["OWN605"],
  judges: "contract",
  check: (contract) => unassigned(contract),
};

function unassigned(contract: Contract): readonly Finding[] {
  const needed = [...new Set([...contract.handoffs.values(), ...contract.stages.values()].flatMap(addressees))];
  return [...contract.environments.values()]
    .filter(({ crm, people }) => crm === "hubspot" && people.size > 0)
    .flatMap(({ id, path, people }) =>
      needed
        .filter((role) => ![...relatedRoles(contract, role)].some((related) => people.has(related)))
        .map((role) =>
          finding(
            "OWN605",
            contract.locate.spanOf([...path, "people"], "key"),
            { role, environment: id, inactive: "" },
            { clause: path.join(".") },
          ),
        ),
    );
}

function addressees(holder: Handoff | Stage): readonly Id[] {
  const told = holder.deadlines.flatMap(({ escalate }) =>
    escalate.flatMap(({ notify, reassign }) => [...notify, ...(reassign === undefined ? [] : [reassign])]),
  );
  const assigned = "assign" in holder ? holder.assign.flatMap((rule) => (rule.kind === "keep" ? [] : [rule.role])) : [];
  return [...told, ...assigned].filter((role) => role !== "owner");
}
