import { parseInterval, parseWeekdays, weekdays } from "../calendar/index.ts";
import { childOf, type MapEntry, type Node, parseShare } from "../language/index.ts";
import type { Profile } from "./profile.ts";
import { type Reading, readShare, refuse, textOf } from "./profile-reading.ts";
import { parseVolume } from "./volume.ts";

type Arrivals = Pick<Profile, "perDay" | "days" | "hours" | "months">;

/** How many leads arrive, and when. */
export function readArrivals(reading: Reading, node: Node | undefined): Arrivals {
  const volume = childOf(node, "volume");
  const perDay = volume === undefined ? undefined : parseVolume(textOf(volume));
  if (volume !== undefined && perDay === undefined) refuse(reading, volume, { key: "volume", form: "120/month" });
  const [days, hours, months] = ["days", "hours", "months"].map((key) => entriesAt(node, key));
  return {
    ...(perDay === undefined ? {} : { perDay }),
    ...(days === undefined ? {} : { days: readDays(reading, days) }),
    ...(hours === undefined ? {} : { hours: readHours(reading, hours) }),
    ...(months === undefined ? {} : { months: readMonths(reading, months) }),
  };
}

function entriesAt(node: Node | undefined, key: string): readonly (readonly [string, MapEntry])[] | undefined {
  const place = childOf(node, key);
  return place?.kind === "map" ? [...place.entries] : undefined;
}

/** The share of some days is spread over them evenly. */
function readDays(reading: Reading, entries: readonly (readonly [string, MapEntry])[]): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const [written, { key, value }] of entries) {
    const named = parseWeekdays(written);
    const share = readShare(reading, value, "days");
    if (named === undefined) refuse(reading, key, { key: "days", form: "mon-fri" });
    for (const day of named ?? []) days.set(weekdays.indexOf(day), (share ?? 0) / (named?.length ?? 1));
  }
  return days;
}

function readHours(
  reading: Reading,
  entries: readonly (readonly [string, MapEntry])[],
): NonNullable<Arrivals["hours"]> {
  return entries.flatMap(([written, { key, value }]) => {
    const hours = fullHours(written);
    const weight = readShare(reading, value, "hours");
    if (hours === undefined) refuse(reading, key, { key: "hours", form: "08:00-18:00" });
    return hours === undefined || weight === undefined ? [] : [{ ...hours, weight }];
  });
}

/** Full hours of a day; `18:00-08:00` passes midnight. */
function fullHours(written: string): { readonly from: number; readonly to: number } | undefined {
  const [first = "", last = ""] = written.split("-").map((part) => part.trim());
  const [from, to] = [first, last].map((part) => parseInterval(`00:00-${part === "00:00" ? "24:00" : part}`)?.to);
  if (from === undefined || to === undefined || from % 60 !== 0 || to % 60 !== 0) return undefined;
  return { from: (from / 60) % 24, to: to / 60 };
}

function readMonths(reading: Reading, entries: readonly (readonly [string, MapEntry])[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const [written, { key, value }] of entries) {
    const isMonth = /^(?:\d{4}-)?(?:0[1-9]|1[0-2])$/.test(written.padStart(2, "0"));
    if (!isMonth) refuse(reading, key, { key: "months", form: "2027-08" });
    months.set(written.padStart(2, "0"), factorOf(textOf(value)));
  }
  return months;
}

/** A month may have more than a usual one: `150%`. */
function factorOf(written: string): number {
  const share = parseShare(written);
  return share.ok ? share.value : Number(written.replace(/ ?%$/, "")) / 100;
}
