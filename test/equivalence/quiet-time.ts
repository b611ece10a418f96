import { onlyRecord, type RecordState } from "../../src/journey/index.ts";
import { windowDays } from "../../src/targets/hubspot/clocks/window-days.ts";
import { boundMoments, expiryLimit } from "./bounded-moments.ts";
import { coolOffBetween } from "./cool-off-end.ts";
import type { Moment, ObservedWorld } from "./observe-journey.ts";
import { signalLeavesOf } from "./signal-leaves.ts";
import type { Subject } from "./subject.ts";

const dayMs = 86_400_000;

/** A stretch in which an act would meet two sides that may rightly differ. */
interface Unquiet {
  readonly from: number;
  readonly to: number;
}

/** The first moment from `at` on at which both sides must agree; time passes in the world until then. */
export function quietFrom(
  subject: Subject,
  observed: ObservedWorld,
  { at, latencyMs }: { readonly at: number; readonly latencyMs: number },
): number {
  let quiet = Math.max(at, observed.world.now);
  for (;;) {
    observed.passTo(quiet - 1);
    const inside = unquiet(subject, observed, latencyMs).filter(({ from, to }) => from <= quiet && quiet <= to);
    if (inside.length === 0) return quiet;
    quiet = Math.max(...inside.map(({ to }) => to)) + 1;
  }
}

function unquiet(subject: Subject, observed: ObservedWorld, latencyMs: number): readonly Unquiet[] {
  const record = observed.world.records.get(onlyRecord);
  if (record === undefined) return [];
  const bounded = boundMoments({ subject, moments: observed.moments, latencyMs });
  const around = (exact: number, limit: number): Unquiet => ({ from: exact - latencyMs, to: limit + latencyMs });
  const entered = bounded.findLast(({ moment }) => moment.steps.some(({ kind }) => kind === "entered"))?.limit;
  const stage = record.stage?.stage.id ?? "";
  const expiry = record.expiresAt;
  const late = entered === undefined ? 0 : entered - (record.enteredAt ?? entered);
  return [
    ...bounded
      .filter(({ moment }) => moment.steps.length > 0 || moment.act !== undefined)
      .map(({ moment, limit }) => ({ from: moment.at, to: limit + patienceWith(moment) })),
    ...(expiry === undefined ? [] : [around(expiry, expiryLimit(subject, stage, entered ?? expiry) ?? expiry)]),
    ...coolOffs(subject, record).map(({ from, to }) => around(from, to + late)),
    ...windowEnds(subject, record).map(({ from, to }) => around(from, to)),
    ...returnEnds(subject, record).map(({ from, to }) => around(from, to)),
  ];
}

function coolOffs(subject: Subject, { coolOffUntil, coolOffFor, enteredAt }: RecordState): readonly Unquiet[] {
  if (coolOffUntil === undefined || coolOffFor === undefined || enteredAt === undefined) return [];
  return [coolOffBetween(subject, { until: coolOffUntil, reason: coolOffFor, since: enteredAt })];
}

// What was handed over in vain is taken back after a quarter of an hour: until then it may still open.
const takenBackMs = 17 * 60_000;

const patienceWith = ({ act }: Moment): number => (act?.kind === "handed-over" ? takenBackMs : 0);

/** Portals count windows in whole days: until the last of them is over, both readings are right. */
function windowEnds({ contract, terms, model }: Subject, record: RecordState): readonly Unquiet[] {
  return signalLeavesOf(contract).flatMap(({ signal, withinLast }) => {
    if (withinLast === undefined) return [];
    const moments = record.valuation.signals.get(signal) ?? [];
    return moments.map((moment) => {
      const exact = terms.after(moment, withinLast);
      const wholeDays = moment + ((windowDays(model, withinLast) ?? 0) + 1) * dayMs;
      return { from: Math.min(exact, wholeDays), to: Math.max(exact, wholeDays) };
    });
  });
}

function returnEnds({ contract, terms, model }: Subject, record: RecordState): readonly Unquiet[] {
  return [...record.returns].flatMap(([id, times]) => {
    const per = contract.handoffs.get(id)?.recycle?.per;
    if (per === undefined) return [];
    return times.map((at) => {
      const exact = terms.after(at, per);
      const wholeDays = at + ((windowDays(model, per) ?? 0) + 1) * dayMs;
      return { from: Math.min(exact, wholeDays), to: Math.max(exact, wholeDays) };
    });
  });
}
