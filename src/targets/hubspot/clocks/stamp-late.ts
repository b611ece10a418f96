import { type Due, minuteMs, type Run, shiftAt } from "./due-runs.ts";
import { spreadMinutes } from "./spread.ts";

/**
 * The most minutes by which a due time is stamped late: what starts in open time is stamped at once, with the delay of its
 * run; what starts before an opening is stamped up to the spread after it, with the delay of the run it falls into then.
 */
export function stampLate(runs: readonly Run[], due: Due): number {
  let most = Math.max(0, ...runs.map(({ slack }) => slack));
  for (const [index, opening] of runs.entries()) {
    if (runs[index - 1]?.to === opening.from) continue;
    const exact = shiftAt(due, opening.from);
    if (exact === undefined) continue;
    for (let spread = 0; spread <= spreadMinutes; spread += 1) {
      const run = runAt(runs, index, opening.from + spread * minuteMs);
      if (run !== undefined) most = Math.max(most, spread + run.shift - exact);
    }
  }
  return most;
}

function runAt(runs: readonly Run[], first: number, moment: number): Run | undefined {
  for (let index = first; index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || run.from > moment) return undefined;
    if (run.to > moment) return run;
  }
  return undefined;
}
