import { describe, expect, test } from "vitest";
import type { Contract, Deadline } from "../../src/contract/index.ts";
import { compare } from "../../src/simulation/compare.ts";
import { contractIn, prepared, simulated } from "./simulated.ts";

const classic = contractIn("examples/classic-inbound/contract.yaml");
const french = contractIn("examples/pme-francaise/contract.yaml");

/** A result as bytes, maps included. */
const bytesOf = (result: object): string =>
  JSON.stringify(result, (_, value: unknown) => (value instanceof Map ? [...value] : value));

const lateIn = (result: ReturnType<typeof simulated>, name: string) =>
  result.deadlines.find((deadline) => deadline.name === name)?.lateShare?.share ?? 0;

describe("a simulation", () => {
  test("gives the same bytes for the same seed, and others for another", () => {
    const run = (seed: number) => bytesOf(simulated(prepared(classic), { days: 90, runs: 2, seed }));
    expect(run(1)).toBe(run(1));
    expect(run(1)).not.toBe(run(2));
  });

  test.each([
    ["classic-inbound", classic],
    ["pme-francaise", french],
  ])("does nothing that %s does not allow", (_, contract) => {
    const result = simulated(prepared(contract), { days: 180, runs: 2 });
    expect(Object.fromEntries(result.notes)).toEqual({});
    expect(result.stages.filter(({ stranded }) => stranded > 0)).toEqual([]);
    expect(result.outOfScope).toBe(0);
  });

  test.each([
    ["classic-inbound", classic],
    ["pme-francaise", french],
  ])("brings leads into every stage of %s that half a year reaches, and counts every deadline", (_, contract) => {
    const result = simulated(prepared(contract), { days: 180, runs: 2 });
    const reached = new Set(result.stages.filter(({ entries }) => entries > 0).map(({ stage }) => stage));
    const late = new Set(["a-effacer"]);
    expect([...contract.stages.keys()].filter((stage) => !reached.has(stage) && !late.has(stage))).toEqual([]);
    for (const { inTime, late: broken } of result.deadlines) expect(inTime + broken).toBeGreaterThan(0);
  });

  test("is late less often with more people", () => {
    const shares = [1, 2, 4].map((people) => {
      const staff = new Map([["sdr", people]]);
      return lateIn(
        simulated(prepared(classic, { perDay: 12, staff }), { days: 120, runs: 3 }),
        "marketing-to-sdr.decision",
      );
    });
    const [one = 0, two = 0, four = 0] = shares;
    expect(one).toBeGreaterThan(0.3);
    expect(two).toBeLessThan(one);
    expect(four).toBeLessThanOrEqual(two);
  });

  test("does work of a higher priority first: those who wait longest have four hours, not thirty minutes", () => {
    // Without escalations, which would hand the record on and start another clock.
    const quiet = withDeadlines(classic, (deadline) => ({ ...deadline, escalate: [] }));
    const preparation = prepared(quiet, { perDay: 12 });
    const office = preparation.terms.clockOf("sdr");
    const longest = [1, 2, 3, 4, 5, 6].flatMap(
      (seed) =>
        simulated(preparation, { days: 40, seed }).deadlines.find(({ name }) => name === "marketing-to-sdr.decision")
          ?.worst ?? [],
    );
    expect(longest.length).toBe(30);
    for (const { due, startedAt } of longest) expect(office.openTimeBetween(startedAt, due)).toBeGreaterThan(3_600_000);
  });
});

/** The same contract with other deadlines of its handoffs. */
function withDeadlines(contract: Contract, change: (deadline: Deadline) => Deadline): Contract {
  const handoffs = [...contract.handoffs].map(
    ([id, handoff]) => [id, { ...handoff, deadlines: handoff.deadlines.map(change) }] as const,
  );
  return { ...contract, handoffs: new Map(handoffs) };
}

/** The same contract with another time for decisions. */
function withDecision(contract: Contract, amount: number): Contract {
  const within = { kind: "same", duration: { kind: "business", amount, unit: "minutes" } } as const;
  return withDeadlines(contract, (deadline) => (deadline.id === "decision" ? { ...deadline, within } : deadline));
}

describe("two contracts compared", () => {
  const options = { days: 120, runs: 5 };

  test("do not differ where they are the same", () => {
    const [before, after] = [simulated(prepared(classic), options), simulated(prepared(classic), options)];
    for (const { difference } of compare(before, after).deadlines)
      expect(difference).toMatchObject({ share: 0, low: 0, high: 0 });
  });

  test("meet the same leads: a shorter deadline is missed more often, and the interval shows that it is no luck", () => {
    const base = prepared(classic);
    const [before, after] = [240, 60].map((minutes) =>
      simulated(prepared(withDecision(classic, minutes), { kinds: base.scheme.kinds }), options),
    );
    if (before === undefined || after === undefined) throw new Error("two were simulated");
    expect(after.leads).toBe(before.leads);
    const decision = compare(before, after).deadlines.find(({ name }) => name === "marketing-to-sdr.decision");
    expect(decision?.difference?.low).toBeGreaterThan(0);
    // With other luck on either side the interval would be wider than this.
    const other = simulated(prepared(withDecision(classic, 60)), { ...options, seed: 99 });
    const unpaired = compare(before, other).deadlines.find(({ name }) => name === "marketing-to-sdr.decision");
    const width = (interval: { readonly low: number; readonly high: number } | undefined) =>
      (interval?.high ?? 0) - (interval?.low ?? 0);
    expect(width(decision?.difference)).toBeLessThan(width(unpaired?.difference));
  });
});
