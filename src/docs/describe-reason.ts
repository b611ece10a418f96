import type { Id, Reason } from "../contract/index.ts";
import type { DocumentContext } from "./document-context.ts";
import type { Noun } from "./words/index.ts";

/** Where a reason leads, as the end of a sentence: `the contact moves to "Nurture"`; empty where it says nothing. */
export function destinationOf(context: DocumentContext, id: Id, noun: Noun): string {
  const { contract, say, quoted, stage } = context;
  const moveTo = contract.reasons.get(id)?.moveTo;
  if (moveTo === undefined) return "";
  return moveTo === "sender" ? say.reasons.moveToSender(noun) : say.reasons.moveTo(noun, quoted(stage(moveTo)));
}

/** What a reason asks for before and after it is given. */
export function demandsOf({ say, duration }: DocumentContext, reason: Reason): readonly string[] {
  const { needsDetail, onlyAfter, repair } = reason;
  return [
    ...(needsDetail ? [say.reasons.detail] : []),
    ...(onlyAfter === undefined
      ? []
      : [
          say.reasons.onlyAfter(
            say.reasons.touches(onlyAfter.count, onlyAfter.over === undefined ? null : duration(onlyAfter.over)),
          ),
        ]),
    ...(repair === undefined ? [] : [say.reasons.repair(duration(repair))]),
  ];
}

/** Destination, cool-off and demands in one phrase. */
export function consequencesOf(context: DocumentContext, reason: Reason, noun: Noun): string {
  const parts = [
    destinationOf(context, reason.id, noun),
    ...(reason.coolOff === undefined ? [] : [context.say.reasons.coolOff(context.duration(reason.coolOff))]),
    ...demandsOf(context, reason),
  ];
  return parts.filter((part) => part !== "").join(context.language === "fr" ? "\u202f; " : "; ");
}
