import { expect, test } from "vitest";
import { drawTime, normalQuantile, pick, type Timing, tries } from "../../src/simulation/distributions.ts";
import { createRandom } from "../../src/simulation/random.ts";

const draws = 200_000;

function momentsOf(timing: Timing): { readonly mean: number; readonly spread: number } {
  const random = createRandom(1, 1);
  random.aim(1, 0, 0, 0);
  const times = Array.from({ length: draws }, () => drawTime(timing, random));
  const mean = times.reduce((sum, time) => sum + time, 0) / draws;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / draws;
  return { mean, spread: Math.sqrt(variance) / mean };
}

test("exponential times have the mean asked for, and their mean as standard deviation", () => {
  const { mean, spread } = momentsOf({ meanMs: 900_000, shape: "exponential", spread: 0.3 });
  expect(mean / 900_000).toBeCloseTo(1, 2);
  expect(spread).toBeCloseTo(1, 2);
});

test("lognormal times have the mean and the spread asked for", () => {
  const { mean, spread } = momentsOf({ meanMs: 900_000, shape: "lognormal", spread: 0.5 });
  expect(mean / 900_000).toBeCloseTo(1, 2);
  expect(spread).toBeCloseTo(0.5, 1);
});

test("fixed times do not vary", () => {
  expect(momentsOf({ meanMs: 900_000, shape: "fixed", spread: 1 })).toEqual({ mean: 900_000, spread: 0 });
});

test.each([
  [0.5, 0],
  [0.975, 1.959963985],
  [0.025, -1.959963985],
  [0.999, 3.090232306],
  [0.01, -2.326347874],
  [1e-6, -4.753424309],
])("the normal quantile of %d is %d", (share, quantile) => {
  expect(normalQuantile(share)).toBeCloseTo(quantile, 7);
});

test("tries have the mean asked for and are at least one", () => {
  const random = createRandom(2, 1);
  random.aim(1, 0, 0, 0);
  const all = Array.from({ length: draws }, () => tries(3, random.next()));
  expect(Math.min(...all.slice(0, 1000))).toBe(1);
  expect(all.reduce((sum, one) => sum + one, 0) / draws).toBeCloseTo(3, 1);
  expect(tries(1, 0.999)).toBe(1);
});

test("what is picked follows the weights, and nothing without weight is", () => {
  const choices = [
    { weight: 1, value: "one" },
    { weight: 0, value: "none" },
    { weight: 3, value: "three" },
  ];
  expect([0.01, 0.249, 0.251, 0.999].map((uniform) => pick(choices, uniform))).toEqual([
    "one",
    "one",
    "three",
    "three",
  ]);
  expect(pick([{ weight: 0, value: "none" }], 0.5)).toBeUndefined();
});
