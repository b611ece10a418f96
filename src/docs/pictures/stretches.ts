import { describeInstant, describeWeekday, type Instant, localTime } from "../../calendar/index.ts";
import type { ClockOfOffice, DocumentContext } from "../document-context.ts";

/** A stretch of time, open or closed; instants are epoch milliseconds. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly isOpen: boolean;
  /** After the due time. */
  readonly isLate: boolean;
  /** What is written on a closed one, from the longest text to the shortest. */
  readonly said: readonly string[];
}

/** Where a day begins, and its short name. */
export interface DayMark {
  readonly at: Instant;
  readonly label: string;
}

interface Course {
  readonly start: Instant;
  readonly due: Instant;
  readonly end: Instant;
}

type Piece = Pick<Stretch, "from" | "to" | "isOpen">;

const hourMs = 3_600_000;
const mostWalked = 400;
// A bar shows some twenty stretches well. Where there are more, lunch breaks go first, then nights: weekends stay.
const mostShown = 20;
const shortestShown = [0, 5 * hourMs, 20 * hourMs] as const;

/** Open and closed stretches in turn, cut where the deadline is due. */
export function stretchesOf(context: DocumentContext, office: ClockOfOffice, course: Course): readonly Stretch[] {
  const walked = walk(office, course.start, course.end);
  const shown = shortestShown.map((shortest) => withoutShort(walked, shortest));
  const all: Piece = { from: course.start, to: course.end, isOpen: true };
  const fitting = shown.find((pieces) => pieces.length <= mostShown) ?? shown.at(-1) ?? [];
  const pieces = walked.length > mostWalked ? [all] : fitting;
  return pieces.flatMap((piece) => cutAt(course.due, piece)).map((piece) => told(context, piece, course.due));
}

function walk({ clock }: ClockOfOffice, from: Instant, to: Instant): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < to && pieces.length <= mostWalked; ) {
    const isOpen = clock.isOpen(at);
    const next = (isOpen ? clock.nextClosing(at) : clock.nextOpening(at)) ?? to;
    const end = Math.max(at + 1, Math.min(next, to));
    pieces.push({ from: at, to: end, isOpen });
    at = end;
  }
  return pieces;
}

function withoutShort(pieces: readonly Piece[], shortest: number): readonly Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const last = kept.at(-1);
    const isOpen = piece.isOpen || piece.to - piece.from < shortest;
    if (last !== undefined && last.isOpen === isOpen) kept.splice(-1, 1, { ...last, to: piece.to });
    else kept.push({ ...piece, isOpen });
  }
  return kept;
}

function cutAt(moment: Instant, piece: Piece): readonly Piece[] {
  if (!piece.isOpen || moment <= piece.from || moment >= piece.to) return [piece];
  return [
    { ...piece, to: moment },
    { ...piece, from: moment },
  ];
}

function told({ pictures }: DocumentContext, piece: Piece, due: Instant): Stretch {
  const { timeline } = pictures;
  const length = timeline.elapsed(piece.to - piece.from);
  return { ...piece, isLate: piece.from >= due, said: piece.isOpen ? [] : [timeline.closedFor(length), length] };
}

/** The days that begin in these stretches, by the first moment of each that is open. */
export function daysIn(
  { language, pictures }: DocumentContext,
  { zone }: ClockOfOffice,
  stretches: readonly Stretch[],
): readonly DayMark[] {
  const days: DayMark[] = [];
  let known = "";
  for (const { from, isOpen } of stretches) {
    const { date, weekday } = localTime(from, zone);
    if (!isOpen || date === known) continue;
    known = date;
    days.push({
      at: from,
      label: pictures.timeline.day(describeWeekday(weekday, language), String(Number(date.slice(8)))),
    });
  }
  return days;
}

/** A moment with its weekday, without its year: the example says that once. */
export function momentIn({ language }: DocumentContext, { zone }: ClockOfOffice, at: Instant): string {
  const { date } = localTime(at, zone);
  return describeInstant(at, zone, language).replace(` ${Number(date.slice(0, 4))}`, "");
}
