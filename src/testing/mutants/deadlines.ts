import type { Deadline, Escalation, Within } from "../../contract/index.ts";
import { otherConditions } from "./conditions.ts";
import { otherDurations } from "./durations.ts";
import { eachItem, leftOut, type Variant, within, withoutEach } from "./mutant.ts";

/** The deadlines of a stage or a handoff with one thing changed in one of them. */
export function otherDeadlines(deadlines: readonly Deadline[]): readonly Variant<readonly Deadline[]>[] {
  return eachItem(deadlines, otherDeadline);
}

function otherDeadline(deadline: Deadline): readonly Variant<Deadline>[] {
  const clause = deadline.path.join(".");
  const { remind, escalate, counts, every, stops } = deadline;
  return [
    ...within(otherWithin(deadline.within, clause), (other): Deadline => ({ ...deadline, within: other })),
    ...(every === undefined
      ? []
      : within(otherDurations(`${clause}.every`, every), (longer): Deadline => ({ ...deadline, every: longer }))),
    ...within(
      withoutEach(`${clause}.remind`, remind, (share) => `${Math.round(share * 100)}%`),
      (left) => ({
        ...deadline,
        remind: left,
      }),
    ),
    ...within(
      // A list of kinds that became empty would count them all.
      withoutEach(`${clause}.counts`, counts, (kind) => kind).filter(({ value }) => value.length > 0),
      (left): Deadline => ({ ...deadline, counts: left }),
    ),
    ...within(
      withoutEach(`${clause}.escalate`, escalate, (_, index) => String(index)),
      (left) => ({
        ...deadline,
        escalate: left,
      }),
    ),
    ...within(eachItem(escalate, otherEscalation), (changed): Deadline => ({ ...deadline, escalate: changed })),
    ...(stops.kind === "condition"
      ? within(
          otherConditions(stops.condition),
          (condition): Deadline => ({ ...deadline, stops: { kind: "condition", condition } }),
        )
      : []),
  ];
}

function otherWithin(time: Within | undefined, clause: string): readonly Variant<Within>[] {
  if (time === undefined) return [];
  if (time.kind === "same")
    return within(
      otherDurations(`${clause}.within`, time.duration),
      (duration): Within => ({ kind: "same", duration }),
    );
  return [...time.durations].flatMap(([priority, duration]) =>
    within(
      otherDurations(`${clause}.within.${priority}`, duration),
      (longer): Within => ({
        kind: "by-priority",
        durations: new Map([...time.durations, [priority, longer]]),
      }),
    ),
  );
}

function otherEscalation(rung: Escalation): readonly Variant<Escalation>[] {
  const clause = rung.path.join(".");
  const { after, notify, reassign: _reassign, ...rest } = rung;
  const later =
    after === "due"
      ? []
      : within(otherDurations(`${clause}.after`, after), (one): Escalation => ({ ...rung, after: one }));
  const untold =
    notify.length < 2
      ? []
      : within(
          withoutEach(`${clause}.notify`, notify, (role) => role),
          (left) => ({ ...rung, notify: left }),
        );
  const kept =
    rung.reassign === undefined ? [] : [leftOut(`${clause}.reassign`, rung.reassign, { ...rest, after, notify })];
  return [...later, ...untold, ...kept];
}
