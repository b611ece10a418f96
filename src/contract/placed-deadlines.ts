import type { Duration } from "../calendar/index.ts";
import type { Contract, Deadline, Handoff, Stage } from "./contract.ts";
import type { Id } from "./entry.ts";
import { owingRole } from "./owing-role.ts";

/** A deadline with where it stands and who owes it. */
export interface PlacedDeadline {
  readonly deadline: Deadline;
  readonly holder: Handoff | Stage;
  /** Its calendar is the one the clock runs on. */
  readonly owedBy: Id | undefined;
  /** How findings and commitments name it: `marketing-to-sdr.decision`. */
  readonly name: string;
}

/** Every deadline of the stages and handoffs, in the order they are written. */
export function placedDeadlines(contract: Contract): readonly PlacedDeadline[] {
  return [...contract.stages.values(), ...contract.handoffs.values()].flatMap((holder) =>
    deadlinesOf(contract, holder),
  );
}

/** Every deadline of a stage or a handoff. */
export function deadlinesOf(contract: Contract, holder: Handoff | Stage): readonly PlacedDeadline[] {
  return holder.deadlines.map((deadline) => ({
    deadline,
    holder,
    owedBy: owingRole(contract, holder, deadline),
    name: `${holder.id}.${deadline.id}`,
  }));
}

/** The times that a deadline allows: one, or one per priority; the rhythm of one that comes back. */
export function durationsOf({ within, every }: Deadline): readonly Duration[] {
  if (within === undefined) return every === undefined ? [] : [every];
  return within.kind === "same" ? [within.duration] : [...within.durations.values()];
}

/** True for time that runs on a calendar. */
export function isBusinessTime(duration: Duration): boolean {
  return duration.kind === "business" || duration.kind === "end-of-business-day";
}
