import { type Duration, describeInstant, describeWait, type Instant } from "../../calendar/index.ts";
import { durationsOf, type PlacedDeadline } from "../describe-deadline.ts";
import type { ClockOfOffice, DocumentContext } from "../document-context.ts";
import { formatShare } from "../format-quantity.ts";
import { describeEscalation } from "../sections/timeline.ts";
import { capitalise } from "../words/index.ts";

/** A deadline on the clock: a band per priority, and one for the worst case of the year. */
export interface TimelinePicture {
  readonly title: string;
  readonly description: string;
  readonly words: { readonly open: string; readonly closed: string };
  readonly bands: readonly TimelineBand[];
}

/** A stretch of time, open or closed; instants are epoch milliseconds. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly isOpen: boolean;
}

/** One course of the clock, from its start to its last mark. */
export interface TimelineBand {
  readonly label: string;
  readonly isWorst: boolean;
  readonly stretches: readonly Stretch[];
  readonly marks: readonly TimelineMark[];
}

/** Something that happens at a moment. */
export interface TimelineMark {
  readonly kind: "start" | "reminder" | "due" | "escalation";
  readonly at: Instant;
  /** `Due: Monday 11 January 2027, 09:10`. */
  readonly said: string;
}

// A longer course is drawn without its hours: a line a thousand stretches long shows nothing.
const mostStretches = 120;

/** The clock of a deadline; undefined where it runs on no calendar, or never ends. */
export function buildTimelinePicture(context: DocumentContext, placed: PlacedDeadline): TimelinePicture | undefined {
  const office = context.clockOf(placed.owedBy);
  if (office?.exampleStart === undefined) return undefined;
  const start = office.exampleStart;
  const runs = durationsOf(placed.deadline);
  const examples = runs.flatMap((run) => exampleBand(context, { placed, office, start, ...run }) ?? []);
  if (examples.length === 0) return undefined;
  const worst = worstBand(context, office, runs);
  const { timeline } = context.pictures;
  const due = examples[0]?.marks.find(({ kind }) => kind === "due")?.at;
  return {
    title: timeline.title(placed.title),
    description: timeline.description(
      placed.title,
      due === undefined ? "" : describeInstant(due, office.zone, context.language),
    ),
    words: { open: timeline.open, closed: timeline.closed },
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
  const { office, start, priority, duration } = run;
  const due = office.clock.dueAt(start, duration);
  if (due === undefined) return undefined;
  const said = context.duration(duration);
  const marks = marksOf(context, run, due);
  const end = Math.max(...marks.map(({ at }) => at));
  return {
    label: priority === null ? capitalise(said) : `${context.priority(priority)}${context.labels.colon} ${said}`,
    isWorst: false,
    stretches: stretchesOf(office, start, end),
    marks,
  };
}

function marksOf(context: DocumentContext, { placed, office, start }: Run, due: Instant): readonly TimelineMark[] {
  const { language, labels, pictures, say } = context;
  const mark = (kind: TimelineMark["kind"], what: string, at: Instant | undefined) =>
    at === undefined
      ? []
      : [{ kind, at, said: `${what}${labels.colon} ${describeInstant(at, office.zone, language)}` }];
  const { remind, escalate } = placed.deadline;
  return [
    ...mark("start", pictures.timeline.start, start),
    ...remind.flatMap((share) =>
      mark("reminder", say.deadlines.remind(formatShare(share, language)), office.clock.atShare(start, due, share)),
    ),
    ...mark("due", pictures.timeline.due, due),
    ...escalate.flatMap((step) =>
      mark(
        "escalation",
        describeEscalation(context, step),
        step.after === "due" ? due : office.clock.dueAt(due, step.after),
      ),
    ),
  ];
}

/** The longest wait of the contract's year, over all priorities. */
function worstBand(
  { pictures, language, labels }: DocumentContext,
  office: ClockOfOffice,
  runs: readonly { readonly duration: Duration }[],
): TimelineBand | undefined {
  const waits = runs.flatMap(({ duration }) => office.worstWait(duration) ?? []);
  const [worst] = waits.toSorted((a, b) => b.due - b.start - (a.due - a.start));
  if (worst === undefined) return undefined;
  return {
    label: `${pictures.timeline.worst}${labels.colon} ${describeWait(worst, office.zone, language)}`,
    isWorst: true,
    stretches: stretchesOf(office, worst.start, worst.due),
    marks: [
      { kind: "start", at: worst.start, said: "" },
      { kind: "due", at: worst.due, said: "" },
    ],
  };
}

/** Open and closed stretches in turn; one open stretch for all where there would be too many. */
function stretchesOf({ clock }: ClockOfOffice, from: Instant, to: Instant): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = from; at < to; ) {
    const isOpen = clock.isOpen(at);
    const next = (isOpen ? clock.nextClosing(at) : clock.nextOpening(at)) ?? to;
    const end = Math.min(next, to);
    stretches.push({ from: at, to: end, isOpen });
    if (stretches.length > mostStretches) return [{ from, to, isOpen: true }];
    at = Math.max(end, at + 1);
  }
  return stretches;
}
