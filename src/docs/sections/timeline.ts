import type { Duration, Instant } from "../../calendar/index.ts";
import type { Escalation } from "../../contract/index.ts";
import { describeCounts, durationsOf, type PlacedDeadline } from "../describe-deadline.ts";
import { type ClockOfOffice, cell, type DocumentContext, fact, spoken } from "../document-context.ts";
import { distinctZone } from "../example-moment.ts";
import { formatShare } from "../format-quantity.ts";
import type { Timeline } from "../section-model.ts";

/** What a deadline does over time: a row per step, a column per priority, with the dates of the example. */
export function timelineOf(context: DocumentContext, placed: PlacedDeadline, start: Instant | undefined): Timeline {
  const { labels, priority, duration, say } = context;
  const { deadline, owedBy, title } = placed;
  const office = context.clockOf(owedBy);
  const runs = durationsOf(deadline).map((run) => ({ ...run, ...computeRun(office, start, run.duration) }));
  const moment = (instant: Instant | undefined) => cell(context.moment(instant, office));
  const row = (text: string, at: (due: Instant) => Instant | undefined) => [
    cell(text),
    ...runs.map(({ due }) => moment(due === undefined ? undefined : at(due))),
  ];
  const isRhythm = deadline.within === undefined;
  return {
    title,
    owedBy: `${labels.timeline.owedBy}${labels.colon} ${owerOf(context, placed)}`,
    facts: spoken([
      fact(labels.timeline.starts, deadline.stops.kind === "complete" ? say.deadlines.startsComplete : ""),
      fact(labels.timeline.counts, countsTouches(placed) ? describeCounts(context, deadline) : ""),
      fact(
        labels.timeline.stops,
        deadline.stops.kind === "condition" ? context.condition(deadline.stops.condition) : "",
      ),
    ]),
    table: {
      columns: [
        labels.timeline.step,
        ...runs.map(({ priority: id }) => (id === null ? labels.timeline.example : priority(id))),
      ],
      rows: [
        [
          cell(isRhythm ? labels.timeline.rhythm : labels.timeline.allowed),
          ...runs.map((run) => cell(isRhythm ? say.within.rhythm(duration(run.duration)) : duration(run.duration))),
        ],
        ...deadline.remind.map((share) =>
          row(say.deadlines.remind(formatShare(share, context.language)), (due) =>
            start === undefined ? undefined : office?.clock.atShare(start, due, share),
          ),
        ),
        row(labels.timeline.due, (due) => due),
        ...deadline.escalate.map((step) =>
          row(describeEscalation(context, step), (due) =>
            step.after === "due" ? due : office?.clock.dueAt(due, step.after),
          ),
        ),
      ],
    },
  };
}

/** Who owes it; with the time zone of the dates where the contract knows several. */
function owerOf(context: DocumentContext, { owedBy }: PlacedDeadline): string {
  const { say, who } = context;
  const zone = distinctZone(context, context.clockOf(owedBy));
  return zone === null ? who(owedBy) : `${who(owedBy)}, ${say.deadlines.zone(zone)}`;
}

function computeRun(office: ClockOfOffice | undefined, start: Instant | undefined, duration: Duration) {
  return { due: office === undefined || start === undefined ? undefined : office.clock.dueAt(start, duration) };
}

function countsTouches({ deadline }: PlacedDeadline): boolean {
  return deadline.stops.kind === "touched" || deadline.id === "first-touch" || deadline.counts.length > 0;
}

/** One rung of the ladder: `2 business hours later: Head of sales is alerted`. */
export function describeEscalation(context: DocumentContext, { after, notify, reassign }: Escalation): string {
  const { say, who } = context;
  const actions = [
    ...(reassign === undefined ? [] : [say.deadlines.reassign(who(reassign))]),
    ...(notify.length === 0 ? [] : [say.deadlines.notify(notify.map(who))]),
  ];
  return after === "due"
    ? say.deadlines.atDue(actions.join(", "))
    : say.deadlines.afterDue(context.duration(after), actions.join(", "));
}
