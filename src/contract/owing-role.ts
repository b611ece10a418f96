import type { Contract, Deadline, Handoff, Stage } from "./contract.ts";
import type { Id } from "./entry.ts";

/** Who owes a deadline: the sender what completes a handoff, the receiver all else; a stage's owner owes its deadlines. */
export function owingRole(contract: Contract, holder: Handoff | Stage, deadline: Deadline): Id | undefined {
  if (!("to" in holder)) return holder.owner;
  return deadline.stops.kind === "complete" ? senderOf(contract, holder) : receiverOf(contract, holder);
}

/** Who hands over: the role of `by`, else the owner of the first stage it leaves. */
export function senderOf(contract: Contract, handoff: Handoff): Id | undefined {
  return handoff.by ?? contract.stages.get(handoff.from[0] ?? "")?.owner;
}

/** Who receives: the owner of the stage it leads to. */
export function receiverOf(contract: Contract, handoff: Handoff): Id | undefined {
  return contract.stages.get(handoff.to)?.owner;
}
