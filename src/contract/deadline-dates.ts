import type { Duration, Instant, TimeZone } from "../calendar/index.ts";
import { createAnalysis } from "./analysis.ts";
import type { Contract, Escalation } from "./contract.ts";
import type { Id } from "./entry.ts";
import type { PlacedDeadline } from "./placed-deadlines.ts";

/** What happens when, for a deadline that starts at one moment; instants are epoch milliseconds. */
export interface DeadlineDates {
  /** Absent where one time holds for all priorities. */
  readonly priority?: Id;
  readonly duration: Duration;
  readonly due: Instant;
  /** Reminders that come before the due time; a later one is never sent. */
  readonly reminders: readonly { readonly share: number; readonly at: Instant }[];
  readonly escalations: readonly { readonly escalation: Escalation; readonly at: Instant }[];
}

/** The dates of a deadline, one set per priority, and the clock they were read from. */
export interface DeadlineAnswer {
  readonly calendar: Id;
  readonly zone: TimeZone;
  readonly dates: readonly DeadlineDates[];
  /** The last year whose holidays the calendar lists, where it lists any. */
  readonly knownUntil?: number;
}

/** Computes a deadline from its start; undefined where no calendar says when the owing role is open, or it never opens again. */
export function datesOfDeadline(
  contract: Contract,
  placed: PlacedDeadline,
  start: Instant,
): DeadlineAnswer | undefined {
  const office = createAnalysis(contract, new Set()).clockOf(placed.owedBy);
  if (office === undefined) return undefined;
  const { clock, calendar, zone } = office;
  const dates = variantsOf(placed).map(({ priority, duration }): DeadlineDates | undefined => {
    const due = clock.dueAt(start, duration);
    if (due === undefined) return undefined;
    const reminders = placed.deadline.remind.map((share) => ({ share, at: clock.atShare(start, due, share) }));
    const escalations = placed.deadline.escalate.map((escalation) => ({
      escalation,
      at: escalation.after === "due" ? due : (clock.dueAt(due, escalation.after) ?? due),
    }));
    return {
      ...(priority === undefined ? {} : { priority }),
      duration,
      due,
      reminders: reminders.filter(({ at }) => at < due),
      escalations,
    };
  });
  const known = dates.filter((one) => one !== undefined);
  if (known.length < dates.length) return undefined;
  const years = calendar.definition.holidays.map((date) => Number(date.slice(0, 4)));
  return {
    calendar: calendar.id,
    zone,
    dates: known,
    ...(years.length === 0 ? {} : { knownUntil: Math.max(...years) }),
  };
}

function variantsOf({ deadline }: PlacedDeadline): readonly { readonly priority?: Id; readonly duration: Duration }[] {
  const { within, every } = deadline;
  if (within === undefined) return every === undefined ? [] : [{ duration: every }];
  if (within.kind === "same") return [{ duration: within.duration }];
  return [...within.durations].map(([priority, duration]) => ({ priority, duration }));
}
