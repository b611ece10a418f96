import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Handoff } from "../contract.ts";
import type { Id } from "../entry.ts";
import { receiverOf, senderOf } from "../owing-role.ts";
import { partyOf } from "../roles.ts";
import type { Rule } from "./rule.ts";

/** OWN604: the party that hands over learns nothing of what became of it. */
export const counterpartNotInformed: Rule = {
  codes: ["OWN604"],
  judges: "contract",
  check: (contract) => [...contract.handoffs.values()].flatMap((handoff) => uninformed(contract, handoff)),
};

function uninformed(contract: Contract, handoff: Handoff): readonly Finding[] {
  const partyOfRole = (role: Id | undefined) => (role === undefined ? undefined : partyOf(contract, role));
  const [sender, receiver] = [partyOfRole(senderOf(contract, handoff)), partyOfRole(receiverOf(contract, handoff))];
  if (sender === undefined || receiver === undefined || sender === receiver) return [];
  const hears = [...handoff.responsibilities.informed, ...(handoff.feedback?.to ?? [])];
  if (hears.some((name) => partyOf(contract, name) === sender)) return [];
  const place = contract.locate.spanOf([...handoff.path, "responsibilities"], "key");
  return [finding("OWN604", place, { handoff: handoff.id, party: sender }, { clause: handoff.path.join(".") })];
}
