import type { Duration, Instant } from "../../calendar/index.ts";
import { isBusinessTime } from "../../contract/index.ts";
import { durationsOf, type PlacedDeadline } from "../describe-deadline.ts";
import type { ClockOfOffice, DocumentContext } from "../document-context.ts";
import { capitalise } from "../words/index.ts";
import { type DayMark, daysIn, type Stretch, stretchesOf } from "./stretches.ts";
import { marksOf, type TimelineMark } from "./timeline-marks.ts";

/** A deadline on the clock: a band per priority, and one for the worst case of the year. */
export interface TimelinePicture {
  readonly title: string;
  readonly description: string;
  readonly words: { readonly open: string; readonly late: string; readonly closed: string };
  readonly bands: readonly TimelineBand[];
}

/** One course of the clock, from its start to its last mark. */
export interface TimelineBand {
  readonly label: string;
  /** Behind the label: the time allowed, and of the worst case how long it takes in all. */
  readonly note: string;
  readonly isWorst: boolean;
  readonly stretches: readonly Stretch[];
  readonly days: readonly DayMark[];
  readonly marks: readonly TimelineMark[];
}

/** The clock of a deadline; undefined where it runs on no calendar, or never ends. */
export function buildTimelinePicture(context: DocumentContext, placed: PlacedDeadline): TimelinePicture | undefined {
  const office = context.clockOf(placed.owedBy);
  const start = office?.exampleStart;
  if (office === undefined || start === undefined) return undefined;
  const runs = durationsOf(placed.deadline);
  const examples = runs.flatMap((run) => exampleBand(context, { placed, office, start, ...run }) ?? []);
  const [first] = examples;
  if (first === undefined) return undefined;
  const worst = worstBand(context, office, runs);
  const { timeline } = context.pictures;
  const due = first.marks.find(({ kind }) => kind === "due");
  return {
    title: timeline.title(placed.title),
    description: timeline.description(placed.title, context.moment(start, office), due?.when ?? ""),
    words: { open: timeline.open, late: timeline.late, closed: timeline.closed },
    bands: worst === undefined ? examples : [...examples, worst],
  };
}

interface Run {
  readonly placed: PlacedDeadline;
  readonly office: ClockOfOffice;
  readonly start: Instant;
  readonly priority: string | null;
  readonly duration: Duration;
}

function exampleBand(context: DocumentContext, run: Run): TimelineBand | undefined {
  const { office, start, priority, duration, placed } = run;
  const due = office.clock.dueAt(start, duration);
  if (due === undefined) return undefined;
  const said = context.duration(duration);
  const marks = marksOf(context, { deadline: placed.deadline, office, start, due });
  const end = Math.max(...marks.map(({ at }) => at));
  const stretches = stretchesOf(context, office, { start, due, end });
  return {
    ...(priority === null
      ? { label: capitalise(said), note: "" }
      : { label: `${context.priority(priority)}${context.labels.colon}`, note: said }),
    isWorst: false,
    stretches,
    days: daysIn(context, office, stretches),
    marks,
  };
}

/** The longest wait of the contract's year, over all priorities. */
function worstBand(
  context: DocumentContext,
  office: ClockOfOffice,
  runs: readonly { readonly priority: string | null; readonly duration: Duration }[],
): TimelineBand | undefined {
  const { pictures, labels } = context;
  const waits = runs.flatMap((run) => {
    const wait = isBusinessTime(run.duration) ? office.worstWait(run.duration) : undefined;
    return wait === undefined ? [] : [{ ...run, ...wait }];
  });
  const [worst] = waits.toSorted((a, b) => b.due - b.start - (a.due - a.start));
  if (worst === undefined) return undefined;
  const { start, due, priority } = worst;
  const stretches = stretchesOf(context, office, { start, due, end: due });
  const mark = (kind: "start" | "due", at: Instant, what: string) => ({
    kind,
    at,
    when: context.moment(at, office),
    what,
  });
  const whose = priority === null ? "" : ` (${context.priority(priority)})`;
  return {
    label: `${pictures.timeline.worst}${whose}${labels.colon}`,
    note: pictures.timeline.inAll(pictures.timeline.elapsed(due - start)),
    isWorst: true,
    stretches,
    days: daysIn(context, office, stretches),
    marks: [mark("start", start, pictures.timeline.start), mark("due", due, pictures.timeline.due)],
  };
}
