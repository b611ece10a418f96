import { describe, expect, test } from "vitest";
import type { Profile } from "../../src/simulation/profile.ts";
import { contractIn, prepared, simulated } from "./simulated.ts";

// Ten years with twenty seeds take a minute; every day one seed and two years have to do.
const isAll = process.env["REVPACT_TEST"] === "all";
const effort = isAll ? { runs: 20, days: 3652, tolerance: 0.02 } : { runs: 1, days: 1461, tolerance: 0.1 };

const hourMs = 3_600_000;
const queue = contractIn("test/simulation/queue-contract.yaml");
const patient = (hours: number): Profile => ({
  effort: { decision: hours * hourMs, shape: "exponential" },
  handoffs: new Map([["to-clerk", { refused: 0 }]]),
});

/** A. K. Erlang's C formula: how likely somebody has to wait, with `load` = arrivals per service time. */
function erlangC(servers: number, load: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 0; k < servers; k += 1) {
    sum += term;
    term *= load / (k + 1);
  }
  const waiting = (term * servers) / (servers - load);
  return waiting / (sum + waiting);
}

describe("a queue of which the mean wait is known", () => {
  test.each([
    { servers: 1, perDay: 12, hours: 1 },
    { servers: 3, perDay: 16, hours: 3 },
  ])(
    "waits as Erlang says with $servers at work",
    ({ servers, perDay, hours }) => {
      const load = (perDay * hours) / 24;
      const wait = (hours * erlangC(servers, load)) / (servers - load);
      const preparation = prepared(queue, { profile: patient(hours), perDay, staff: new Map([["clerk", servers]]) });
      const result = simulated(preparation, effort);
      const clerk = result.roles.find(({ role }) => role === "clerk");
      expect((clerk?.waits.meanMs ?? 0) / hourMs / wait).toBeGreaterThan(1 - effort.tolerance);
      expect((clerk?.waits.meanMs ?? 0) / hourMs / wait).toBeLessThan(1 + effort.tolerance);
      expect((clerk?.load ?? 0) / (load / servers)).toBeCloseTo(1, 1);
      // What the interpreter saw between its receipt and the decision is the wait and the work.
      const decision = result.deadlines.find(({ name }) => name === "to-clerk.decision");
      expect((decision?.waits.meanMs ?? 0) / hourMs / (wait + hours)).toBeCloseTo(1, 1);
      expect(result.notes.size).toBe(0);
    },
    600_000,
  );

  test("is late as often as the law of its sojourn says: exponential, with one at work", () => {
    const preparation = prepared(queue, { profile: patient(1), perDay: 12 });
    const { deadlines } = simulated(preparation, effort);
    // A sojourn of M/M/1 is exponential with the rate μ − λ = ½ per hour; four hours are allowed.
    const share = deadlines.find(({ name }) => name === "to-clerk.decision")?.lateShare?.share ?? 0;
    expect(Math.abs(share - Math.exp(-2))).toBeLessThan(effort.tolerance / 5);
  }, 600_000);
});

describe("Little's law", () => {
  test.each([
    ["the queue of the books", "test/simulation/queue-contract.yaml", 20],
    ["the classic example, overloaded", "examples/classic-inbound/contract.yaml", 20],
    ["the French example", "examples/pme-francaise/contract.yaml", 6],
  ])("holds to the millisecond in %s", (_, file, perDay) => {
    const { roles } = simulated(prepared(contractIn(file), { perDay }), { days: 120, runs: 2 });
    expect(roles.length).toBeGreaterThan(0);
    for (const { areaMs, waitedMs } of roles) expect(areaMs).toBe(waitedMs);
    expect(Math.max(...roles.map(({ waitedMs }) => waitedMs))).toBeGreaterThan(0);
  });
});
