import type { Duration } from "../../../calendar/index.ts";
import { minuteMs } from "./due-runs.ts";
import { type Acting, moved, type Span } from "./lateness.ts";
import type { Ticks } from "./ticks.ts";

/** A delay on the way to an escalation; behind a held one stands an action that waits for opening hours. */
export interface Hop {
  readonly minutes: number;
  readonly isHeld: boolean;
}

/** An escalation and how its time is waited for; nothing where no wait fits the calendar. */
export interface RungWait {
  readonly after: Duration;
  readonly ticks: Ticks | undefined;
}

/**
 * What each escalation waits after the one before it. All of them count from the due time, so what is waited already with
 * delays of the same length is not waited again; delays of another length begin where those before them ended.
 */
export function hopsOf(rungs: readonly RungWait[]): readonly (readonly Hop[] | undefined)[] {
  let minutesWaited = 0;
  const hopsDone = new Map<number, number>();
  return rungs.map(({ after, ticks }) => {
    if (ticks === undefined) return undefined;
    const { delayMinutes, count } = ticks;
    if (after.kind === "calendar") {
      const minutes = delayMinutes - minutesWaited;
      minutesWaited = Math.max(minutesWaited, delayMinutes);
      return minutes <= 0 ? [] : [{ minutes, isHeld: false }];
    }
    const done = hopsDone.get(delayMinutes) ?? 0;
    hopsDone.set(delayMinutes, Math.max(done, count));
    return Array.from({ length: Math.max(0, count - done) }, () => ({ minutes: delayMinutes, isHeld: true }));
  });
}

/** When something happens that comes so many delays after a span. */
export function afterHops(acting: Acting, from: Span, hops: readonly Hop[]): Span | undefined {
  let span: Span | undefined = from;
  for (const { minutes, isHeld } of hops) {
    if (span === undefined) return undefined;
    const next = moved(span, minutes * minuteMs);
    span = isHeld ? acting(next) : next;
  }
  return span && acting(span);
}
