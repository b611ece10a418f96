import {
  compareAlike,
  compareDues,
  type DueShift,
  type DueShifts,
  type Duration,
  describeInstant,
  printDuration,
  type TimeZone,
} from "../../calendar/index.ts";
import { type ClockOnCalendar, type Id, isBusinessTime } from "../../contract/index.ts";
import { elapsedBounds } from "../../criteria/index.ts";
import { type Bilingual, inBoth } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, leaver, newcomer, type Place, shift } from "../change.ts";
import type { KindOf } from "../rules/index.ts";
import type { Pair, TimeVerdict } from "./pair.ts";
import { inWords, share } from "./words.ts";

/** A duration and the role on whose calendar it runs. */
export interface OwedTime {
  readonly duration: Duration;
  readonly role: Id | undefined;
}

/** Shorter or longer: told by the durations alone where they are alike, else by their due times over a year of starts. */
export function compareTimes(pair: Pair, before: OwedTime, after: OwedTime): TimeVerdict {
  const clocks = { before: pair.analyses.before.clockOf(before.role), after: pair.analyses.after.clockOf(after.role) };
  const key = [
    clocks.before?.calendar.id,
    printDuration(before.duration),
    clocks.after?.calendar.id,
    printDuration(after.duration),
  ].join("|");
  const known = pair.comparedTimes.get(key);
  if (known !== undefined) return known;
  const verdict = judgeTimes(before.duration, after.duration, clocks);
  pair.comparedTimes.set(key, verdict);
  return verdict;
}

interface Clocks {
  readonly before: ClockOnCalendar | undefined;
  readonly after: ClockOnCalendar | undefined;
}

function judgeTimes(before: Duration, after: Duration, clocks: Clocks): TimeVerdict {
  if (isSame(clocks.before?.calendar.definition, clocks.after?.calendar.definition)) {
    if (printDuration(before) === printDuration(after)) return { kind: "same" };
    const difference = compareAlike(after, before);
    if (difference !== undefined) return { kind: wordFor(difference) };
  }
  const { before: old, after: now } = clocks;
  if (old === undefined || now === undefined) return { kind: byBounds(before, after) };
  return byDues({ clock: old, duration: before }, { clock: now, duration: after });
}

interface Running {
  readonly clock: ClockOnCalendar;
  readonly duration: Duration;
}

/** Over the starts of the newer contract's year, as far as both calendars know their holidays. */
function byDues(before: Running, after: Running): TimeVerdict {
  const [old, now] = [before.clock.year(), after.clock.year()];
  const span = { from: now.from, to: Math.min(now.to, Math.max(old.to, now.from + 1)) };
  const { earlier, later, shares } = compareDues(
    span,
    { clock: before.clock.clock, duration: before.duration },
    { clock: after.clock.clock, duration: after.duration },
  );
  const { zone } = after.clock;
  if (earlier !== undefined && later !== undefined)
    return { kind: "shifted", witness: describeBoth({ earlier, later, shares }, zone) };
  if (earlier !== undefined) return { kind: "shortened", witness: describeShift(earlier, zone) };
  if (later !== undefined) return { kind: "lengthened", witness: describeShift(later, zone) };
  return { kind: printDuration(before.duration) === printDuration(after.duration) ? "same" : "restated" };
}

function wordFor(difference: number): TimeVerdict["kind"] {
  if (difference === 0) return "restated";
  return difference < 0 ? "shortened" : "lengthened";
}

/** Without a calendar only times that are longer on every calendar can be told apart. */
function byBounds(before: Duration, after: Duration): TimeVerdict["kind"] {
  if (printDuration(before) === printDuration(after)) return isBusinessTime(after) ? "undecided" : "same";
  const [old, now] = [elapsedBounds(before), elapsedBounds(after)];
  if (now.most < old.least) return "shortened";
  return now.least > old.most ? "lengthened" : "undecided";
}

function describeShift({ start, before, after }: DueShift, zone: TimeZone): Bilingual {
  return inBoth((language) => {
    const [at, was, is] = [start, before, after].map((moment) => describeInstant(moment, zone, language));
    return {
      en: `what starts on ${at} was due on ${was}, and is now due on ${is}`,
      fr: `ce qui commence le ${at} était dû le ${was}, et l'est désormais le ${is}`,
    }[language];
  });
}

function describeBoth({ earlier, later, shares }: Required<DueShifts>, zone: TimeZone): Bilingual {
  const [first, second] = [describeShift(earlier, zone), describeShift(later, zone)];
  return inBoth((language) => {
    const [sooner, slower] = [share(shares.earlier, language), share(shares.later, language)];
    return {
      en: `shorter for ${sooner} of the starts in open hours, longer for ${slower}; ${first.en}; ${second.en}`,
      fr: `plus court pour ${sooner} des départs en heures d'ouverture, plus long pour ${slower}\u202f; ${first.fr}\u202f; ${second.fr}`,
    }[language];
  });
}

/** The kinds that tell of a time, as it is shorter, longer or neither. */
export interface TimeKinds {
  readonly added: KindOf<"added">;
  readonly removed: KindOf<"removed">;
  readonly shortened: KindOf<"replaced">;
  readonly lengthened: KindOf<"replaced">;
  readonly shifted: KindOf<"replaced">;
  readonly restated: KindOf<"replaced">;
  readonly undecided: KindOf<"replaced">;
}

/** Time within which something is owed. */
export const deadlineKinds: TimeKinds = {
  added: "deadline-added",
  removed: "deadline-removed",
  shortened: "deadline-shortened",
  lengthened: "deadline-lengthened",
  shifted: "deadline-shifted",
  restated: "deadline-restated",
  undecided: "deadline-undecided",
};

/** A time that is new, gone, or another one. */
export function compareTime(
  pair: Pair,
  place: Place,
  times: { readonly before: OwedTime | undefined; readonly after: OwedTime | undefined; readonly kinds?: TimeKinds },
): readonly Change[] {
  const { before, after, kinds = deadlineKinds } = times;
  const content = [before?.duration, after?.duration];
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [newcomer(kinds.added, place, { value: inWords(after?.duration), content })];
  if (after === undefined) return [leaver(kinds.removed, place, { value: inWords(before.duration), content })];
  // The same words on another calendar are told at the calendar.
  if (isSame(before.duration, after.duration)) return [];
  const { kind, witness } = compareTimes(pair, before, after);
  const verdict = kind === "same" ? "restated" : kind;
  return [
    shift(kinds[verdict], place, {
      before: inWords(before.duration),
      after: inWords(after.duration),
      witness,
      content,
    }),
  ];
}
