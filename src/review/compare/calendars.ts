import { type CalendarDefinition, describeTime, type Interval, type Weekday, weekdays } from "../../calendar/index.ts";
import {
  type Calendar,
  durationsOf,
  type Id,
  type PlacedDeadline,
  placedDeadlines,
  type Text,
} from "../../contract/index.ts";
import { type Bilingual, inBoth } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, leaver, newcomer, type Place, shift } from "../change.ts";
import type { KindOf } from "../rules/index.ts";
import { partOf } from "./entries.ts";
import { pairEntries } from "./lists.ts";
import { ofEveryone, owedBy, type Pair } from "./pair.ts";
import { compareText } from "./texts.ts";
import { compareTimes } from "./times.ts";
import { entryNamed, listed, none, nouns, same, silent } from "./words.ts";

/** What is told of a clock that is not as it was. */
interface ClockChange {
  /** Whose deadlines run on it; absent: all whose calendar is the one of the clause. */
  readonly roles?: readonly Id[];
  readonly calendar?: Id;
  readonly before: Bilingual;
  readonly after: Bilingual;
  readonly content: readonly unknown[];
}

/** A change of a calendar, judged by the due times of everything that runs on it. */
export function changedClock(pair: Pair, place: Place, change: ClockChange): readonly Change[] {
  const { kind, witness, owing } = judgeClock(pair, change);
  const sides = owing.length === 0 ? ofEveryone(pair) : owedBy(pair, owing);
  return [
    shift(kind, { ...place, sides }, { before: change.before, after: change.after, witness, content: change.content }),
  ];
}

interface ClockVerdict {
  readonly kind: KindOf<"replaced">;
  readonly witness?: Bilingual;
  readonly owing: readonly Id[];
}

/** Deadlines that stand in both versions with the same time; others are told where they changed. */
function judgeClock(pair: Pair, { roles, calendar }: ClockChange): ClockVerdict {
  const old = new Map(placedDeadlines(pair.before).map((placed) => [placed.name, placed]));
  const verdicts = placedDeadlines(pair.after)
    .filter(
      ({ owedBy: role }) => roles?.includes(role ?? "") ?? pair.analyses.after.clockOf(role)?.calendar.id === calendar,
    )
    .flatMap((placed) => verdictsOf(pair, old.get(placed.name), placed));
  const kinds = new Set(verdicts.map(({ kind }) => kind));
  const moved = verdicts.filter(({ kind }) => kind === "shortened" || kind === "lengthened" || kind === "shifted");
  const witness = moved.find((verdict) => verdict.witness !== undefined)?.witness;
  const shown = { owing: [...new Set(moved.map(({ role }) => role))], ...(witness === undefined ? {} : { witness }) };
  if (kinds.has("shifted") || (kinds.has("shortened") && kinds.has("lengthened")))
    return { kind: "due-times-shifted", ...shown };
  if (kinds.has("shortened")) return { kind: "due-times-earlier", ...shown };
  if (kinds.has("lengthened")) return { kind: "due-times-later", ...shown };
  return { kind: kinds.has("undecided") ? "due-times-undecided" : "due-times-kept", ...shown };
}

function verdictsOf(pair: Pair, before: PlacedDeadline | undefined, after: PlacedDeadline) {
  if (before === undefined || !isSame(before.deadline.within, after.deadline.within)) return [];
  const role = after.owedBy ?? "";
  return durationsOf(after.deadline).map((duration) => ({
    role,
    ...compareTimes(pair, { duration, role: before.owedBy }, { duration, role: after.owedBy }),
  }));
}

/** The calendars, and the one that counts where no other is named. */
export function compareCalendars(pair: Pair): readonly Change[] {
  const { kept, added, removed } = pairEntries(pair.before.calendars, pair.after.calendars);
  const at = ({ id }: Calendar): Place => ({
    clause: `calendars.${id}`,
    subject: entryNamed(nouns.calendars, pair.after, undefined, id),
    sides: ofEveryone(pair),
  });
  const defaults = [pair.before.calendar, pair.after.calendar];
  return [
    ...(defaults[0] === defaults[1]
      ? []
      : changedClock(
          pair,
          {
            clause: "calendar",
            subject: { en: "Calendar where no other is named", fr: "Calendrier par défaut" },
            sides: ofEveryone(pair),
          },
          {
            roles: [...pair.after.roles.values()].filter(({ calendar }) => calendar === undefined).map(({ id }) => id),
            before: same(defaults[0] ?? "-"),
            after: same(defaults[1] ?? "-"),
            content: defaults,
          },
        )),
    ...added.map((calendar) => newcomer("calendar-added", at(calendar), { value: silent, content: [calendar] })),
    ...kept.flatMap(([before, after]) => compareCalendar(pair, at(after), [before, after])),
    ...removed.map((calendar) => leaver("calendar-removed", at(calendar), { value: silent, content: [calendar] })),
  ];
}

function compareCalendar(pair: Pair, place: Place, [before, after]: readonly [Calendar, Calendar]): readonly Change[] {
  const [old, now] = [inDateOrder(before.definition), inDateOrder(after.definition)];
  const clock = isSame(old, now)
    ? []
    : changedClock(pair, place, { calendar: after.id, ...describeDifference(old, now), content: [old, now] });
  return [...clock, ...compareWhys(pair, place, [before, after])];
}

function inDateOrder(definition: CalendarDefinition): CalendarDefinition {
  return { ...definition, holidays: [...definition.holidays].sort() };
}

/** Exceptions are told by their dates: why each exists is a text of its own. */
function compareWhys(pair: Pair, place: Place, [before, after]: readonly [Calendar, Calendar]): readonly Change[] {
  const whys = ({ definition, because }: Calendar): ReadonlyMap<string, Text | undefined> =>
    new Map(definition.exceptions.map(({ from, to }, index) => [`${from}..${to}`, because[index]]));
  const [old, now] = [whys(before), whys(after)];
  return [...now].flatMap(([dates, text]) =>
    old.has(dates)
      ? compareText(pair, partOf(place, `exceptions.${dates}`, { en: `why ${dates}`, fr: `pourquoi ${dates}` }), {
          before: old.get(dates),
          after: text,
        })
      : [],
  );
}

/** Only the parts of the definition that differ. */
function describeDifference(
  old: CalendarDefinition,
  now: CalendarDefinition,
): { readonly before: Bilingual; readonly after: Bilingual } {
  const parts = [
    ...(old.timezone === now.timezone ? [] : [[same(old.timezone), same(now.timezone)] as const]),
    ...(isSame(old.hours, now.hours) ? [] : [[hoursInWords(old, now), hoursInWords(now, old)] as const]),
    ...(isSame(old.holidays, now.holidays) ? [] : [[daysInWords(old, now), daysInWords(now, old)] as const]),
    ...(isSame(old.exceptions, now.exceptions)
      ? []
      : [[exceptionsInWords(old, now), exceptionsInWords(now, old)] as const]),
  ];
  return { before: listed(parts.map(([one]) => one)), after: listed(parts.map(([, other]) => other)) };
}

/** Days in a row with the same hours are told together. */
function hoursInWords({ hours }: CalendarDefinition, other: CalendarDefinition): Bilingual {
  const days = weekdays.filter((day) => !isSame(hours[day], other.hours[day]));
  const groups: Weekday[][] = [];
  for (const day of days) {
    const group = groups.at(-1);
    if (group !== undefined && isSame(hours[group[0] ?? day], hours[day])) group.push(day);
    else groups.push([day]);
  }
  return inBoth((language) =>
    groups
      .map((group) => {
        const ends = [group[0], group.length > 1 ? group.at(-1) : undefined].filter((day) => day !== undefined);
        const first = hours[group[0] ?? "mon"] ?? [];
        return `${ends.map((day) => dayNames[language][day]).join("-")} ${intervals(first, language)}`;
      })
      .join(", "),
  );
}

const dayNames = {
  en: { mon: "Mon", tue: "Tue", wed: "Wed", thu: "Thu", fri: "Fri", sat: "Sat", sun: "Sun" },
  fr: { mon: "lun.", tue: "mar.", wed: "mer.", thu: "jeu.", fri: "ven.", sat: "sam.", sun: "dim." },
} as const;

function intervals(hours: readonly Interval[], language: "en" | "fr"): string {
  if (hours.length === 0) return { en: "closed", fr: "fermé" }[language];
  return hours.map(({ from, to }) => `${describeTime(from, language)}-${describeTime(to, language)}`).join(" ");
}

function daysInWords({ holidays }: CalendarDefinition, other: CalendarDefinition): Bilingual {
  const days = holidays.filter((day) => !other.holidays.includes(day));
  const shown = days.length === 0 ? none : same(days.join(", "));
  return inBoth((language) => `${{ en: "holidays", fr: "jours fériés" }[language]} ${shown[language]}`);
}

function exceptionsInWords({ exceptions }: CalendarDefinition, other: CalendarDefinition): Bilingual {
  const own = exceptions.filter((exception) => !other.exceptions.some((one) => isSame(one, exception)));
  if (own.length === 0) return { en: "no such exception", fr: "aucune exception" };
  return inBoth((language) =>
    own
      .map(({ from, to, hours }) => `${from === to ? from : `${from}..${to}`} ${intervals(hours, language)}`)
      .join(", "),
  );
}
