/** A share with the interval that holds the true one in 95 of 100 cases; undefined where nothing was counted. */
export interface Estimate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What was counted in one batch: one run of several, or some weeks of the only one. */
export interface Batch {
  readonly hits: number;
  readonly all: number;
}

const z95 = 1.959964;
/** The 97.5 % quantiles of Student's t for 1, 2, … degrees of freedom. */
const student = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** The 97.5 % quantile of Student's t. */
export function studentQuantile(freedom: number): number {
  return student[freedom - 1] ?? z95 + 2.4 / freedom;
}

/** E. B. Wilson's interval for a share of independent cases. */
export function wilson(hits: number, all: number): Estimate | undefined {
  if (all === 0) return undefined;
  const share = hits / all;
  const square = z95 * z95;
  const centre = (share + square / (2 * all)) / (1 + square / all);
  const half = (z95 / (1 + square / all)) * Math.sqrt((share * (1 - share)) / all + square / (4 * all * all));
  return { share, low: hits === 0 ? 0 : centre - half, high: hits === all ? 1 : centre + half };
}

/**
 * The share over all batches. Leads that wait in one queue are late together, so that batches are the independent cases
 * and not leads: the interval is that of a ratio estimated from batches, and never narrower than Wilson's.
 */
export function estimate(batches: readonly Batch[]): Estimate | undefined {
  const { hits, all } = total(batches);
  const plain = wilson(hits, all);
  if (plain === undefined || batches.length < 2) return plain;
  const { share } = plain;
  const half = studentQuantile(batches.length - 1) * Math.sqrt(ratioVariance(batches, share, all));
  return {
    share,
    low: Math.max(0, Math.min(plain.low, share - half)),
    high: Math.min(1, Math.max(plain.high, share + half)),
  };
}

/** Two shares that were counted with the same luck, batch by batch, and how far they are apart. */
export function difference(before: readonly Batch[], after: readonly Batch[]): Estimate | undefined {
  const first = total(before);
  const second = total(after);
  if (first.all === 0 || second.all === 0) return undefined;
  const share = second.hits / second.all - first.hits / first.all;
  const half = differenceHalf(before, after, { first, second });
  return { share, low: Math.max(-1, share - half), high: Math.min(1, share + half) };
}

/** Batches of the same number had the same luck: what both share falls out of the difference. */
function differenceHalf(
  before: readonly Batch[],
  after: readonly Batch[],
  { first, second }: { readonly first: Batch; readonly second: Batch },
): number {
  const count = Math.min(before.length, after.length);
  if (count < 2) return independentHalf(first, second);
  let sum = 0;
  for (let batch = 0; batch < count; batch += 1) {
    const one = residual(before[batch], first);
    const other = residual(after[batch], second);
    sum += (other - one) ** 2;
  }
  return studentQuantile(count - 1) * Math.sqrt((sum * count) / (count - 1));
}

function residual(batch: Batch | undefined, { hits, all }: Batch): number {
  return batch === undefined ? 0 : (batch.hits - (hits / all) * batch.all) / all;
}

function independentHalf(first: Batch, second: Batch): number {
  const variance = ({ hits, all }: Batch) => ((hits / all) * (1 - hits / all)) / all;
  return z95 * Math.sqrt(variance(first) + variance(second));
}

function ratioVariance(batches: readonly Batch[], share: number, all: number): number {
  let sum = 0;
  for (const batch of batches) sum += (batch.hits - share * batch.all) ** 2;
  return (sum * batches.length) / (batches.length - 1) / (all * all);
}

function total(batches: readonly Batch[]): Batch {
  let hits = 0;
  let all = 0;
  for (const batch of batches) {
    hits += batch.hits;
    all += batch.all;
  }
  return { hits, all };
}
