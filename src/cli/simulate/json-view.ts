import type { DeadlineResult, Estimate, RoleResult, SimulationResult, Wait } from "../../simulation/index.ts";
import type { Report } from "./report.ts";

/** A simulation for machines (schemas/simulation.v1.schema.json): counts over all runs, times in milliseconds. */
export function renderJson({ contract, preparation, result, against }: Report): string {
  const document = {
    formatVersion: 1,
    contract: { name: contract.name, version: contract.version },
    volume: { perDay: rounded(preparation.perDay) },
    staff: preparation.staffing.map(({ role, people, source }) => ({ role, people, source })),
    ...resultOf(result),
    ...(against === undefined
      ? {}
      : {
          against: {
            name: against.name,
            version: against.contract.version,
            ...resultOf(against.result),
            comparison: {
              deadlines: against.comparison.deadlines.map(({ name, before, after, difference }) => ({
                name,
                ...(before === undefined ? {} : { before: estimateOf(before) }),
                ...(after === undefined ? {} : { after: estimateOf(after) }),
                ...(difference === undefined ? {} : { difference: estimateOf(difference) }),
              })),
            },
          },
        }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function resultOf(result: SimulationResult) {
  return {
    from: moment(result.start),
    until: moment(result.end),
    seed: result.seed,
    runs: result.runs,
    leads: result.leads,
    outOfScope: result.outOfScope,
    events: result.events,
    deadlines: result.deadlines.map(deadlineOf),
    roles: result.roles.map(roleOf),
    handoffs: result.handoffs.map(({ reasons, ...counts }) => ({ ...counts, reasons: Object.fromEntries(reasons) })),
    stages: result.stages,
    escalations: Object.fromEntries(result.escalations),
    notes: Object.fromEntries(result.notes),
  };
}

function deadlineOf({ name, owedBy, inTime, late, exempt, lateShare, waits, worst, weeks }: DeadlineResult) {
  return {
    name,
    ...(owedBy === undefined ? {} : { owedBy }),
    inTime,
    late,
    exempt,
    ...(lateShare === undefined ? {} : { lateShare: estimateOf(lateShare) }),
    waits: waitsOf(waits),
    worst: worst.map(waitOf),
    weeks: weeks.map(({ hits, all }) => ({ late: hits, all })),
  };
}

function roleOf({ role, staff, load, done, meanWaiting, mostWaiting, waits, weeks }: RoleResult) {
  return {
    role,
    staff,
    load: rounded(load),
    done,
    meanWaiting: rounded(meanWaiting),
    mostWaiting: { count: mostWaiting.count, at: moment(mostWaiting.at), run: mostWaiting.run },
    waits: waitsOf(waits),
    weeks: weeks.map(rounded),
  };
}

function waitsOf({ count, meanMs, medianMs, p90Ms }: DeadlineResult["waits"]) {
  return { count, meanMs: Math.round(meanMs), medianMs: Math.round(medianMs), p90Ms: Math.round(p90Ms) };
}

function waitOf({ lead, run, startedAt, due, stoppedAt, openMs }: Wait) {
  return {
    lead,
    run,
    startedAt: moment(startedAt),
    due: moment(due),
    ...(stoppedAt === undefined ? {} : { stoppedAt: moment(stoppedAt) }),
    openMs,
  };
}

function estimateOf({ share, low, high }: Estimate): Estimate {
  return { share: rounded(share), low: rounded(low), high: rounded(high) };
}

/** Six places are more than any simulation knows, and the same on every machine. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}

function moment(instant: number): string {
  return new Date(instant).toISOString();
}
