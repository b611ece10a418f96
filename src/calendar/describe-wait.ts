import { describeElapsed, type Language } from "../diagnostics/index.ts";
import { describeDate, describeTime, describeWeekday } from "./describe-instant.ts";
import { localTime, type Zone } from "./local-time.ts";
import { elapsed, type Wait } from "./worst-wait.ts";

const minuteMs = 60_000;

/**
 * A wait as one line, on the clock of a zone: `Thursday 5 August 2027 10:15 → Monday 9 August 10:15, 96 h`; the year is
 * said again only where it changes.
 */
export function describeWait(wait: Wait, zone: Zone, language: Language): string {
  const from = localTime(wait.start, zone);
  const to = localTime(wait.due, zone);
  const year = from.date.slice(0, 4) === to.date.slice(0, 4) ? ` ${Number(to.date.slice(0, 4))}` : "";
  const moment = ({ date, weekday, minutes }: typeof from) =>
    `${describeWeekday(weekday, language)} ${describeDate(date, language)} ${describeTime(minutes, language)}`;
  const end = year === "" ? moment(to) : moment(to).replace(year, "");
  return `${moment(from)} → ${end}, ${describeElapsed(Math.round(elapsed(wait) / minuteMs), language)}`;
}
