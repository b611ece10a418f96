import { localTime } from "../../calendar/index.ts";
import type { Id } from "../../contract/index.ts";
import { durationsOf, type PlacedDeadline } from "../describe-deadline.ts";
import type { ClockOfOffice, DocumentContext } from "../document-context.ts";
import { zoneName } from "../example-moment.ts";
import { formatShare } from "../format-quantity.ts";
import type { CalculatorDeadline, CalculatorSection } from "../page-model.ts";
import { describeEscalation } from "../sections/timeline.ts";

/** What a page needs to compute these deadlines by itself; null where none runs on a calendar. */
export function buildCalculator(
  context: DocumentContext,
  owed: readonly PlacedDeadline[],
  anchor: string,
): CalculatorSection | null {
  const { pages, language } = context;
  const { calculator } = pages;
  const onCalendars = owed.flatMap((placed) => {
    const office = context.clockOf(placed.owedBy);
    return office === undefined ? [] : [{ placed, office }];
  });
  const [first] = onCalendars;
  if (first === undefined) return null;
  const { closed, invalid, never, beyond, ...labels } = calculator;
  return {
    heading: { text: calculator.title, anchor },
    intro: calculator.intro,
    labels: {
      deadline: labels.deadline,
      priority: labels.priority,
      start: labels.start,
      due: labels.due,
      noScript: labels.noScript,
    },
    start: startOf(first.office),
    data: {
      language,
      messages: { closed, invalid, never, beyond },
      calendars: Object.fromEntries(
        onCalendars.map(({ office }) => [
          office.id,
          { zone: calculator.zone(zoneName(office.definition.timezone)), definition: office.definition },
        ]),
      ),
      deadlines: onCalendars.map(({ placed, office }) => deadlineOf(context, placed, office.id)),
    },
  };
}

/** The moment the examples of the documents start, else the first midnight of the calendar's year. */
function startOf({ exampleStart, zone }: ClockOfOffice): string {
  if (exampleStart === undefined) return "";
  const { date, time } = localTime(exampleStart, zone);
  return `${date}T${time}`;
}

function deadlineOf(context: DocumentContext, placed: PlacedDeadline, calendar: Id): CalculatorDeadline {
  const { deadline, place, title } = placed;
  const where = place.kind === "handoff" ? context.handoff(place.handoff.id) : context.stage(place.stage.id);
  const id = place.kind === "handoff" ? place.handoff.id : place.stage.id;
  return {
    name: `${id}.${deadline.id}`,
    title: `${title} – ${where}`,
    calendar,
    runs: durationsOf(deadline).map(({ priority, duration }) => ({
      priority: priority === null ? null : context.priority(priority),
      duration,
      said: context.duration(duration),
    })),
    reminders: deadline.remind.map((share) => ({
      share,
      said: context.say.deadlines.remind(formatShare(share, context.language)),
    })),
    escalations: deadline.escalate.map((step) => ({
      after: step.after === "due" ? null : step.after,
      said: describeEscalation(context, step),
    })),
  };
}
