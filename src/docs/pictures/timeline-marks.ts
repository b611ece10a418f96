import type { Instant } from "../../calendar/index.ts";
import type { Deadline } from "../../contract/index.ts";
import type { ClockOfOffice, DocumentContext } from "../document-context.ts";
import { formatShare } from "../format-quantity.ts";
import { describeEscalation } from "../sections/timeline.ts";
import { momentIn } from "./stretches.ts";

/** Something that happens at a moment. */
export interface TimelineMark {
  readonly kind: "start" | "reminder" | "due" | "escalation";
  /** Epoch milliseconds. */
  readonly at: Instant;
  /** `Monday 11 January, 09:10`. */
  readonly when: string;
  readonly what: string;
}

interface Course {
  readonly deadline: Deadline;
  readonly office: ClockOfOffice;
  readonly start: Instant;
  readonly due: Instant;
}

/** Everything that happens from the start of a deadline to its last escalation, in the order of time. */
export function marksOf(context: DocumentContext, course: Course): readonly TimelineMark[] {
  const { language, pictures, say } = context;
  const { office, start, due, deadline } = course;
  const mark = (kind: TimelineMark["kind"], what: string, at: Instant | undefined): readonly TimelineMark[] =>
    at === undefined ? [] : [{ kind, at, when: momentIn(context, office, at), what }];
  const marks = [
    // The year is said once.
    { kind: "start" as const, at: start, when: context.moment(start, office), what: pictures.timeline.start },
    ...deadline.remind.flatMap((share) =>
      mark("reminder", say.deadlines.remind(formatShare(share, language)), office.clock.atShare(start, due, share)),
    ),
    ...mark("due", pictures.timeline.due, due),
    ...deadline.escalate.flatMap((step) =>
      mark(
        "escalation",
        describeEscalation(context, step),
        step.after === "due" ? due : office.clock.dueAt(due, step.after),
      ),
    ),
  ];
  return marks.toSorted((one, other) => one.at - other.at);
}
