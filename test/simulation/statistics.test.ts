import { expect, test } from "vitest";
import { createRandom } from "../../src/simulation/random.ts";
import { type Batch, difference, estimate, studentQuantile, wilson } from "../../src/simulation/statistics.ts";
import { createWaitHistogram } from "../../src/simulation/wait-histogram.ts";

test("Wilson's interval is that of his paper's readers: 8 of 10, none and all", () => {
  expect(wilson(8, 10)?.low).toBeCloseTo(0.4902, 4);
  expect(wilson(8, 10)?.high).toBeCloseTo(0.9433, 4);
  expect(wilson(0, 20)).toMatchObject({ share: 0, low: 0 });
  expect(wilson(0, 20)?.high).toBeCloseTo(0.1611, 4);
  expect(wilson(20, 20)).toMatchObject({ share: 1, high: 1 });
  expect(wilson(0, 0)).toBeUndefined();
});

test("Student's quantiles run from 12.706 to the normal one", () => {
  expect([1, 9, 19, 30].map(studentQuantile)).toEqual([12.706, 2.262, 2.093, 2.042]);
  expect(studentQuantile(60)).toBeCloseTo(2.0003, 2);
});

/** Runs whose shares differ more than luck within a run explains: in some runs everything is late. */
function dependentRuns(seed: number, runs: number): readonly Batch[] {
  const random = createRandom(seed, 1);
  random.aim(1, 0, 0, 0);
  return Array.from({ length: runs }, () => {
    const share = random.next() < 0.5 ? 0.05 : 0.25;
    let hits = 0;
    for (let lead = 0; lead < 200; lead += 1) if (random.next() < share) hits += 1;
    return { hits, all: 200 };
  });
}

test("the interval covers the true share in about 95 of 100 cases though leads of a run are late together", () => {
  const seeds = Array.from({ length: 400 }, (_, index) => index + 1);
  const covers = (interval: { readonly low: number; readonly high: number } | undefined) =>
    interval !== undefined && interval.low <= 0.15 && 0.15 <= interval.high;
  const pooled = (batches: readonly Batch[]) => ({
    hits: batches.reduce((sum, { hits }) => sum + hits, 0),
    all: batches.reduce((sum, { all }) => sum + all, 0),
  });
  const ours = seeds.filter((seed) => covers(estimate(dependentRuns(seed, 20)))).length / seeds.length;
  const naive =
    seeds.filter((seed) => {
      const { hits, all } = pooled(dependentRuns(seed, 20));
      return covers(wilson(hits, all));
    }).length / seeds.length;
  expect(ours).toBeGreaterThan(0.92);
  expect(ours).toBeLessThan(0.99);
  // What Wilson's interval alone would claim: the reason for batches.
  expect(naive).toBeLessThan(0.75);
});

test("the luck that two contracts share falls out of their difference", () => {
  const before = dependentRuns(1, 20);
  const after = before.map(({ hits, all }) => ({ hits: hits + 10, all }));
  const apart = difference(before, after);
  expect(apart?.share).toBeCloseTo(0.05, 10);
  expect((apart?.high ?? 0) - (apart?.low ?? 0)).toBeLessThan(1e-9);
  const others = difference(before, dependentRuns(2, 20));
  expect((others?.high ?? 0) - (others?.low ?? 0)).toBeGreaterThan(0.05);
});

test("quantiles of waits are right to within 5 %", () => {
  const histogram = createWaitHistogram();
  for (let minutes = 1; minutes <= 1000; minutes += 1) histogram.add(minutes * 60_000);
  expect(histogram.quantileMs(0.5) / 60_000 / 500).toBeCloseTo(1, 1);
  expect(histogram.quantileMs(0.9) / 60_000 / 900).toBeCloseTo(1, 1);
  expect(histogram.meanMs() / 60_000).toBeCloseTo(500.5, 6);
  expect(histogram.count()).toBe(1000);
});
