import { type Deadline, type Handoff, type Id, receiverOf, senderOf } from "../../contract/index.ts";
import { deadlinesOfHandoff, describeWithin, durationsOf } from "../describe-deadline.ts";
import type { DocumentContext } from "../document-context.ts";
import { partyNumber } from "../sections/stage-map.ts";
import { joinedDurations } from "./short-durations.ts";

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
  readonly refusals: readonly Refusal[];
  /** How many refusals are not drawn; null where all are. */
  readonly more: string | null;
}

/** A reason to refuse, where it leads, and what else follows. */
export interface Refusal {
  readonly reason: string;
  /** A stage, or the sender; empty where the contract does not say. */
  readonly leadsTo: string;
  readonly party: number;
  readonly note: string;
}

/** Who stands at one end, in which stage. */
export interface End {
  readonly name: string;
  /** The stages it looks after there. */
  readonly place: string;
  readonly party: number;
}

const mostRefusals = 10;

/** The round of a handoff; undefined without a sender or a receiver, or without anything that comes back. */
export function buildLoopPicture(context: DocumentContext, handoff: Handoff): LoopPicture | undefined {
  const { contract, pictures, who, stage, say, duration } = context;
  const [sender, receiver] = [senderOf(contract, handoff), receiverOf(contract, handoff)];
  const { feedback, from, to } = handoff;
  if (sender === undefined || receiver === undefined || feedback === undefined) return undefined;
  const decision = deadlinesOfHandoff(context, handoff).find(({ deadline }) => deadline.id === "decision");
  const { loop } = pictures;
  const name = context.handoff(handoff.id);
  const left = feedback.reasons.length - mostRefusals;
  return {
    title: loop.title(name),
    description: loop.description(who(sender), who(receiver)),
    sender: { name: who(sender), place: from.map(stage).join(", "), party: partyNumber(contract, sender) },
    receiver: { name: who(receiver), place: stage(to), party: partyNumber(contract, receiver) },
    there: [name, ...(decision === undefined ? [] : [timeToDecide(context, decision.deadline)])],
    back: [loop.answers, ...(feedback.within === undefined ? [] : [say.within.same(duration(feedback.within))])],
    refusedTitle: loop.refused,
    refusals: feedback.reasons.slice(0, mostRefusals).map((id) => refusalOf(context, id, sender)),
    more: left > 0 ? loop.more(left) : null,
  };
}

/** One time, or one for each of two priorities; of more the least and the most: the page lists them all. */
function timeToDecide(context: DocumentContext, deadline: Deadline): string {
  const { labels, pictures } = context;
  const durations = durationsOf(deadline);
  return durations.length > 2
    ? `${pictures.loop.decides}${labels.colon} ${joinedDurations(context, durations)}`
    : `${pictures.loop.decides} ${describeWithin(context, deadline)}`;
}

function refusalOf(context: DocumentContext, id: Id, sender: Id): Refusal {
  const { contract, say, stage, who, duration } = context;
  const { moveTo, repair, coolOff } = contract.reasons.get(id) ?? {};
  const isBack = moveTo === "sender";
  const notes = [
    ...(repair === undefined ? [] : [say.reasons.repair(duration(repair))]),
    ...(coolOff === undefined ? [] : [say.reasons.coolOff(duration(coolOff))]),
  ];
  return {
    reason: context.reason(id),
    leadsTo: isBack ? who(sender) : stage(moveTo ?? ""),
    party: partyNumber(contract, isBack ? sender : contract.stages.get(moveTo ?? "")?.owner),
    note: notes.join(", "),
  };
}
