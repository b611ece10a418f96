import { describeWait, elapsed, type Wait } from "../calendar/index.ts";
import { isBusinessTime } from "../contract/index.ts";
import { durationsOf, type PlacedDeadline } from "./describe-deadline.ts";
import type { DocumentContext } from "./document-context.ts";

/** The longest wait of the contract's year that a deadline allows, over all priorities; undefined without a calendar. */
export function worstWaitOf(context: DocumentContext, { deadline, owedBy }: PlacedDeadline): Wait | undefined {
  const office = context.clockOf(owedBy);
  if (office === undefined) return undefined;
  const waits = durationsOf(deadline).flatMap(({ duration }) => office.worstWait(duration) ?? []);
  return waits.toSorted((a, b) => elapsed(b) - elapsed(a))[0];
}

/** `Thursday 5 August 2027 10:15 → Monday 9 August 10:15, 96 h`; null where nothing is longer than it sounds. */
export function describeWorstWait(context: DocumentContext, placed: PlacedDeadline): string | null {
  const office = context.clockOf(placed.owedBy);
  const wait = worstWaitOf(context, placed);
  if (
    office === undefined ||
    wait === undefined ||
    !durationsOf(placed.deadline).some(({ duration }) => isBusinessTime(duration))
  )
    return null;
  return describeWait(wait, office.zone, context.language);
}
