/**
 * The number of a range (both ends included) that a person would choose as an example: as few digits that matter as
 * possible, then the smallest. Ends may be infinite. `decimals` is the finest grid the range is on.
 */
export function plainNumber(low: number, high: number, decimals: number): number {
  if (low <= 0 && high >= 0) return 0;
  // No digit of these is plainer than another, and counting down from infinity never ends.
  if (!Number.isFinite(low) && !Number.isFinite(high)) return low;
  if (low === Number.POSITIVE_INFINITY || Number.isNaN(low)) return low;
  if (high < 0) return -plainNumber(-high, -low, decimals);
  const magnitude = Math.floor(Math.log10(low));
  for (let unit = magnitude; unit > -decimals; unit -= 1) {
    const rounded = onGrid(Math.ceil(Number((low / 10 ** unit).toFixed(9))) * 10 ** unit, decimals);
    if (rounded >= low && rounded <= high) return rounded;
  }
  return low;
}

/** A number cut to so many decimals: 0.1 + 0.2 is 0.3. */
export function onGrid(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

const mostDecimals = 12;

/** How many digits stand after the point, twelve at most. */
export function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < mostDecimals; decimals += 1) if (onGrid(value, decimals) === value) return decimals;
  return mostDecimals;
}
