import { describeDate, localTime } from "../../../calendar/index.ts";
import type { DeadlineResult, RoleResult } from "../../../simulation/index.ts";
import { type Markup, tag } from "../../formats/markup.ts";
import { namesOf } from "../names.ts";
import { decimal, percent, time } from "../quantities.ts";
import type { Report, TextStyle } from "../report.ts";
import { simulationWords } from "../words.ts";
import { type Bar, drawBars } from "./bars.ts";
import { drawWaits } from "./waits-chart.ts";
import { drawWeekly } from "./weekly.ts";

/** How late deadlines are, with their intervals, the latest first. */
export function lateChart({ contract, result }: Report, { language }: TextStyle): Markup {
  const { charts } = simulationWords[language];
  const names = namesOf(contract, language);
  const bars = result.deadlines
    .flatMap(({ name, lateShare }) => (lateShare === undefined ? [] : [{ name, ...lateShare }]))
    .toSorted((one, other) => other.share - one.share)
    .map(({ name, share, low, high }): Bar => {
      const words = percent(share, language);
      return { label: names.deadline(name), value: share, words, low, high, tone: toneOfLate(share) };
    });
  const most = Math.max(0.1, ...bars.map(({ high = 0 }) => high));
  return figure(charts.late, drawBars(charts.late, bars, most));
}

/** From when on a share of late leads is a worry, and from when on a problem. */
export function toneOfLate(share: number): Bar["tone"] {
  if (share >= 0.1) return "bad";
  return share >= 0.03 ? "warn" : "good";
}

/** Lines grow without bound as people come near to being always busy. */
export function toneOfLoad(load: number): Bar["tone"] {
  if (load >= 0.95) return "bad";
  return load >= 0.8 ? "warn" : "good";
}

/** How busy the people of each role are. */
export function loadChart({ contract, result }: Report, { language }: TextStyle): Markup {
  const { charts } = simulationWords[language];
  const names = namesOf(contract, language);
  const bars = result.roles.map(
    ({ role, staff, load }): Bar => ({
      label: `${names.role(role)} (${staff})`,
      value: load,
      words: percent(load, language),
      tone: toneOfLoad(load),
    }),
  );
  return figure(charts.busy, drawBars(charts.busy, bars, 1));
}

/** The deadlines that are missed most, week by week. */
export function weekCharts(report: Report, { language }: TextStyle): readonly Markup[] {
  const { headings, pair } = simulationWords[language];
  const names = namesOf(report.contract, language);
  const latest = report.result.deadlines
    .filter((deadline) => shareOf(deadline) >= 0.01)
    .toSorted((one, other) => shareOf(other) - shareOf(one))
    .slice(0, 4);
  return latest.map((deadline) => {
    const label = `${names.deadline(deadline.name)}`;
    const values = deadline.weeks.map(({ hits, all }) => (all === 0 ? undefined : hits / all));
    const most = Math.max(0.1, ...values.map((value) => value ?? 0));
    const weekly = { label: pair(headings.weeks, label), values, most, mostWords: percent(most, language) };
    return figure(label, drawWeekly({ ...weekly, ...edgesOf(report, language) }));
  });
}

function shareOf({ lateShare }: DeadlineResult): number {
  return lateShare?.share ?? 0;
}

/** What waited for the roles that had anything waiting. */
export function queueCharts(report: Report, { language }: TextStyle): readonly Markup[] {
  const { headings, pair } = simulationWords[language];
  const names = namesOf(report.contract, language);
  const waiting = report.result.roles.filter(({ weeks }) => Math.max(0, ...weeks) >= 0.05);
  return waiting
    .toSorted((one, other) => peakOf(other) - peakOf(one))
    .slice(0, 4)
    .map((role) => {
      const label = names.role(role.role);
      const most = peakOf(role);
      const weekly = {
        label: pair(headings.queues, label),
        values: role.weeks,
        most,
        mostWords: decimal(most, language),
      };
      return figure(label, drawWeekly({ ...weekly, ...edgesOf(report, language) }));
    });
}

function peakOf({ weeks }: RoleResult): number {
  return Math.max(0, ...weeks);
}

function edgesOf({ result, preparation }: Report, language: TextStyle["language"]) {
  const { zone } = preparation.terms.clock;
  const day = (instant: number) => describeDate(localTime(instant, zone).date, language);
  return { first: day(result.start), last: day(result.end - 1) };
}

/** How long the decisions of each handoff took. */
export function waitCharts({ contract, result }: Report, { language }: TextStyle): readonly Markup[] {
  const { headings, pair } = simulationWords[language];
  const names = namesOf(contract, language);
  const decided = result.deadlines.filter(({ name }) => name.endsWith(".decision") || name.endsWith(".first-touch"));
  return decided.map(({ name, waits }) => {
    const last = waits.classes.findLastIndex(({ count }) => count > 0);
    const classes = waits.classes.slice(0, last + 1).flatMap(({ upToMs, count }, place) => {
      if (upToMs === 0 && count === 0) return [];
      const share = waits.count === 0 ? 0 : count / waits.count;
      const before = waits.classes[place - 1]?.upToMs ?? 0;
      const words = Number.isFinite(upToMs) ? `≤ ${time(upToMs, language)}` : `> ${time(before, language)}`;
      return [{ words, share, shareWords: percent(share, language) }];
    });
    const label = names.deadline(name);
    return figure(label, drawWaits(pair(headings.waits, label), classes));
  });
}

function figure(title: string, chart: Markup): Markup {
  return tag("figure", {}, tag("h3", {}, title), chart);
}
