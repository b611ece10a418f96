import {
  type Deadline,
  type Handoff,
  type Id,
  receiverOf,
  type Stage,
  senderOf,
  type Within,
} from "../contract/index.ts";
import type { DocumentContext } from "./document-context.ts";

/** A deadline with where it stands and who owes it. */
export interface PlacedDeadline {
  readonly deadline: Deadline;
  readonly place:
    | { readonly kind: "handoff"; readonly handoff: Handoff }
    | { readonly kind: "stage"; readonly stage: Stage };
  /** The role that owes it; its calendar is the one the clock runs on. */
  readonly owedBy: Id | undefined;
  readonly title: string;
}

/** Every deadline of a handoff: the sender owes `complete`, the owner of the next stage the others. */
export function deadlinesOfHandoff(context: DocumentContext, handoff: Handoff): readonly PlacedDeadline[] {
  const isByContact = handoff.acceptance === "first-touch";
  const placed = handoff.deadlines.map(
    (deadline): PlacedDeadline => ({
      deadline,
      place: { kind: "handoff", handoff },
      owedBy: deadline.id === "complete" ? senderOf(context.contract, handoff) : receiverOf(context.contract, handoff),
      title:
        deadline.id === "decision" && isByContact ? context.say.deadlines.contactOrRefuse : titleOf(context, deadline),
    }),
  );
  return numbered(context, placed);
}

/** Every deadline of a stage, owed by its owner. */
export function deadlinesOfStage(context: DocumentContext, stage: Stage): readonly PlacedDeadline[] {
  const placed = stage.deadlines.map(
    (deadline): PlacedDeadline => ({
      deadline,
      place: { kind: "stage", stage },
      owedBy: stage.owner,
      title: titleOf(context, deadline),
    }),
  );
  return numbered(context, placed);
}

/** Tells deadlines that ask for the same thing apart by their place in the row: a first call, a second one. */
function numbered({ say }: DocumentContext, placed: readonly PlacedDeadline[]): readonly PlacedDeadline[] {
  return placed.map((one) => {
    const alike = placed.filter(({ title }) => title === one.title);
    if (alike.length === 1) return one;
    const position = alike.indexOf(one) + 1;
    const isTouch = one.deadline.stops.kind === "touched";
    return {
      ...one,
      title: isTouch ? say.deadlines.again(one.title, position) : say.deadlines.numbered(one.title, position),
    };
  });
}

// Deadlines have ids, no labels: a reader is told what has to be done, which follows from what stops the clock.
function titleOf({ say, condition }: DocumentContext, { id, stops }: Deadline): string {
  if (id === "first-touch") return say.deadlines.firstTouch;
  switch (stops.kind) {
    case "complete":
      return say.deadlines.complete;
    case "decided":
      return id === "decision" ? say.deadlines.decision : say.deadlines.decided;
    case "touched":
      return say.deadlines.touched;
    case "left":
      return say.deadlines.left;
    case "condition":
      return stops.condition.kind === "signal"
        ? say.deadlines.awaited(condition(stops.condition))
        : say.deadlines.condition;
    default:
      return stops satisfies never;
  }
}

/** How long a deadline is, in a sentence: `within 4 business hours`, or one duration per priority. */
export function describeWithin(context: DocumentContext, { within, every }: Deadline): string {
  const { say, duration, priority } = context;
  if (within === undefined) return every === undefined ? "" : say.within.rhythm(duration(every));
  switch (within.kind) {
    case "same":
      return within.duration.kind === "end-of-business-day"
        ? say.within.by(duration(within.duration))
        : say.within.same(duration(within.duration));
    case "by-priority":
      return say.within.each(
        [...within.durations].map(([id, length]) => ({ duration: duration(length), priority: priority(id) })),
      );
    default:
      return within satisfies never;
  }
}

/** The durations of a deadline: one without a priority, or one for each. */
export function durationsOf({ within, every }: Deadline): readonly { priority: Id | null; duration: WithinDuration }[] {
  if (within?.kind === "by-priority") {
    return [...within.durations].map(([priority, duration]) => ({ priority, duration }));
  }
  const duration = within?.duration ?? every;
  return duration === undefined ? [] : [{ priority: null, duration }];
}

type WithinDuration = Extract<Within, { kind: "same" }>["duration"];

/** Which touches count, in words. */
export function describeCounts({ labels, say }: DocumentContext, { counts }: Deadline): string {
  return counts.length === 0 ? say.deadlines.allKinds : say.choice(counts.map((kind) => labels.touches[kind] ?? kind));
}
