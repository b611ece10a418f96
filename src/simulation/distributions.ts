import type { Random } from "./random.ts";

/** How long something takes, in milliseconds: a shape around a mean; `spread` is the standard deviation over the mean. */
export interface Timing {
  readonly meanMs: number;
  readonly shape: "lognormal" | "exponential" | "fixed";
  readonly spread: number;
}

/** A time drawn from a timing, in whole milliseconds. One number is drawn, and a higher one never gives a shorter time. */
export function drawTime({ meanMs, shape, spread }: Timing, random: Random): number {
  switch (shape) {
    case "fixed":
      return Math.round(meanMs);
    case "exponential":
      return Math.round(exponential(random.next()) * meanMs);
    case "lognormal": {
      const variance = Math.log1p(spread * spread);
      return Math.round(meanMs * Math.exp(Math.sqrt(variance) * normalQuantile(random.next()) - variance / 2));
    }
    default:
      return shape satisfies never;
  }
}

/** The exponential distribution with mean 1, by its inverse. */
export function exponential(uniform: number): number {
  return -Math.log1p(-uniform);
}

/** How often one tries until it works, at least once: the geometric distribution with a mean of 1 or more. */
export function tries(mean: number, uniform: number): number {
  if (mean <= 1) return 1;
  return 1 + Math.floor(Math.log1p(-uniform) / Math.log1p(-1 / mean));
}

/** Something with how often it happens, compared with the others. */
export interface Weighted<T> {
  readonly weight: number;
  readonly value: T;
}

/** One of several by their weights; undefined where none has any. */
export function pick<T>(choices: readonly Weighted<T>[], uniform: number): T | undefined {
  let total = 0;
  for (const { weight } of choices) total += weight;
  let left = uniform * total;
  for (const { weight, value } of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  return undefined;
}

const middle = {
  above: [
    -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
    2.506628277459239,
  ],
  below: [
    -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1,
  ],
} as const;
const tail = {
  above: [
    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  below: [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1],
} as const;
const tailShare = 0.02425;

/** The inverse of the normal distribution, by P. J. Acklam's rational approximation (relative error below 1.2e-9). */
export function normalQuantile(share: number): number {
  if (share > 1 - tailShare) return -normalQuantile(1 - share);
  if (share < tailShare) {
    const far = Math.sqrt(-2 * Math.log(share));
    return polynomial(tail.above, far) / polynomial(tail.below, far);
  }
  const off = share - 0.5;
  return (off * polynomial(middle.above, off * off)) / polynomial(middle.below, off * off);
}

function polynomial(factors: readonly number[], at: number): number {
  let sum = 0;
  for (const factor of factors) sum = sum * at + factor;
  return sum;
}
