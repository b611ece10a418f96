import { describe, expect, test } from "vitest";
import { createRandom, createXoshiro, numberOf } from "../../src/simulation/random.ts";

describe("the generator", () => {
  test("gives the numbers of the reference implementation of xoshiro128** 1.1 from the state 1, 2, 3, 4", () => {
    const generator = createXoshiro();
    generator.start(1, 2, 3, 4);
    expect(Array.from({ length: 10 }, generator.next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe("streams", () => {
  const drawn = (seed: number, run: number, key: readonly [number, number, number, number], length = 4) => {
    const random = createRandom(seed, run);
    random.aim(...key);
    return Array.from({ length }, random.next);
  };

  test("are the same for the same question, whatever was drawn before", () => {
    const random = createRandom(7, 1);
    random.aim(1, 2, 3, 4);
    for (let count = 0; count < 100; count += 1) random.next();
    random.aim(1, 2, 3, 5);
    expect(Array.from({ length: 4 }, random.next)).toEqual(drawn(7, 1, [1, 2, 3, 5]));
  });

  test("differ in every part of the question, in the seed and in the run", () => {
    const all = [
      drawn(7, 1, [1, 2, 3, 4]),
      drawn(7, 1, [2, 2, 3, 4]),
      drawn(7, 1, [1, 3, 3, 4]),
      drawn(7, 1, [1, 2, 4, 4]),
      drawn(7, 1, [1, 2, 3, 5]),
      drawn(7, 1, [2, 1, 3, 4]),
      drawn(8, 1, [1, 2, 3, 4]),
      drawn(7, 2, [1, 2, 3, 4]),
    ].map((numbers) => numbers.join());
    expect(new Set(all).size).toBe(all.length);
  });

  test("begin with numbers that are spread evenly over streams that follow one another (chi-squared, 100 cells)", () => {
    const random = createRandom(1, 1);
    const cells = new Array<number>(100).fill(0);
    const draws = 200_000;
    for (let lead = 0; lead < draws; lead += 1) {
      random.aim(5, lead, numberOf("decision"), 0);
      const cell = Math.floor(random.next() * 100);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const expected = draws / 100;
    const chi = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 99 degrees of freedom: between the quantiles of 0.0001 and 0.9999.
    expect(chi).toBeGreaterThan(53);
    expect(chi).toBeLessThan(160);
  });

  test("of neighbouring leads are not correlated", () => {
    const random = createRandom(3, 1);
    const first = (lead: number) => {
      random.aim(5, lead, 1, 0);
      return random.next() - 0.5;
    };
    const draws = 100_000;
    let sum = 0;
    for (let lead = 0; lead < draws; lead += 1) sum += first(lead) * first(lead + 1);
    // The mean of products of independent numbers has a standard deviation of 1/12 over the root of their number.
    expect(Math.abs(sum / draws)).toBeLessThan((4 / 12) * (1 / Math.sqrt(draws)));
  });
});
