import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Handoff, Stage } from "../contract.ts";
import type { Id } from "../entry.ts";
import { owingRole, receiverOf, senderOf } from "../owing-role.ts";
import { partyOf, relatedRoles } from "../roles.ts";
import type { Rule } from "./rule.ts";

/** A role that answers for more than so many duties, and for most of them all, answers for none. */
const mostDuties = 8;
const mostShare = 2 / 3;

/** OWN604, OWN605, OWN606 and OWN608: who hears, who is meant, who carries too much, who is told of their own delay. */
export const roleDuties: Rule = {
  codes: ["OWN604", "OWN605", "OWN606", "OWN608"],
  judges: "contract",
  check: (contract) => [
    ...[...contract.handoffs.values()].flatMap((handoff) => uninformed(contract, handoff)),
    ...unassigned(contract),
    ...overloaded(contract),
    ...[...contract.handoffs.values(), ...contract.stages.values()].flatMap((holder) => toThemselves(contract, holder)),
  ],
};

/** The party that hands over learns nothing of what became of it. */
function uninformed(contract: Contract, handoff: Handoff): readonly Finding[] {
  const partyOfRole = (role: Id | undefined) => (role === undefined ? undefined : partyOf(contract, role));
  const [sender, receiver] = [partyOfRole(senderOf(contract, handoff)), partyOfRole(receiverOf(contract, handoff))];
  if (sender === undefined || receiver === undefined || sender === receiver) return [];
  const hears = [...handoff.responsibilities.informed, ...(handoff.feedback?.to ?? [])];
  if (hears.some((name) => partyOf(contract, name) === sender)) return [];
  const place = contract.locate.spanOf([...handoff.path, "responsibilities"], "key");
  return [finding("OWN604", place, { handoff: handoff.id, party: sender }, { clause: handoff.path.join(".") })];
}

/** Roles that messages and records go to, and that a portal's list of people leaves out. */
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
            { role, environment: id },
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

/** Every rung ends with those who are late themselves. */
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
