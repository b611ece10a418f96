import { type Handoff, receiverOf, senderOf } from "../../contract/index.ts";
import { deadlinesOfHandoff, describeWithin } from "../describe-deadline.ts";
import type { DocumentContext } from "../document-context.ts";
import { partyNumber } from "../sections/stage-map.ts";

/** A handoff as a round: over to the receiver, and back to the sender. */
export interface LoopPicture {
  readonly title: string;
  readonly description: string;
  readonly sender: End;
  readonly receiver: End;
  /** On the way there: the handoff and how fast it is decided. */
  readonly there: readonly string[];
  /** On the way back: what is said, and by when. */
  readonly back: readonly string[];
  readonly refusedTitle: string;
  readonly refusals: readonly { readonly reason: string; readonly leadsTo: string }[];
}

/** Who stands at one end, in which stage. */
export interface End {
  readonly name: string;
  /** The stages it looks after there. */
  readonly place: string;
  readonly party: number;
}

/** The round of a handoff; undefined without a sender or a receiver, or without anything that comes back. */
export function buildLoopPicture(context: DocumentContext, handoff: Handoff): LoopPicture | undefined {
  const { contract, pictures, who, stage, say, duration } = context;
  const [sender, receiver] = [senderOf(contract, handoff), receiverOf(contract, handoff)];
  const { feedback, from, to } = handoff;
  if (sender === undefined || receiver === undefined || feedback === undefined) return undefined;
  const decision = deadlinesOfHandoff(context, handoff).find(({ deadline }) => deadline.id === "decision");
  const { loop } = pictures;
  const name = context.handoff(handoff.id);
  return {
    title: loop.title(name),
    description: loop.description(who(sender), who(receiver)),
    sender: { name: who(sender), place: from.map(stage).join(", "), party: partyNumber(contract, sender) },
    receiver: { name: who(receiver), place: stage(to), party: partyNumber(contract, receiver) },
    there: [name, ...(decision === undefined ? [] : [`${loop.decides} ${describeWithin(context, decision.deadline)}`])],
    back: [loop.answers, ...(feedback.within === undefined ? [] : [say.within.same(duration(feedback.within))])],
    refusedTitle: loop.refused,
    refusals: feedback.reasons.map((id) => {
      const moveTo = contract.reasons.get(id)?.moveTo;
      const leadsTo = moveTo === "sender" ? who(sender) : stage(moveTo ?? "");
      return { reason: context.reason(id), leadsTo };
    }),
  };
}
