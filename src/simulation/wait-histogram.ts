/** Waits counted in classes that grow by a twentieth, so that a quantile is right to within 5 % and a second costs nothing. */
export interface WaitHistogram {
  readonly add: (waitMs: number) => void;
  readonly count: () => number;
  readonly meanMs: () => number;
  /** The wait that a share of all do not exceed; 0 where there are none. */
  readonly quantileMs: (share: number) => number;
  /** How many waited at most this long. */
  readonly upTo: (waitMs: number) => number;
  /** Takes in what another one counted. */
  readonly addAll: (other: WaitHistogram) => void;
  /** For `addAll`: the classes with their counts, and the sum of all waits. */
  readonly content: () => { readonly classes: readonly number[]; readonly sum: number };
}

const minuteMs = 60_000;
const growth = Math.log(1.05);

/** An empty histogram; waits under a minute are one class. */
export function createWaitHistogram(): WaitHistogram {
  const classes: number[] = [];
  const put = (place: number, held: number): void => {
    while (classes.length <= place) classes.push(0);
    classes[place] = (classes[place] ?? 0) + held;
    count += held;
  };
  let count = 0;
  let sum = 0;
  const classOf = (waitMs: number) =>
    waitMs < minuteMs ? 0 : 1 + Math.floor(Math.log(waitMs / minuteMs) / growth + 1e-9);
  return {
    add: (waitMs) => {
      put(classOf(waitMs), 1);
      sum += waitMs;
    },
    count: () => count,
    meanMs: () => (count === 0 ? 0 : sum / count),
    quantileMs: (share) => {
      let left = Math.ceil(share * count);
      for (const [place, held] of classes.entries()) {
        left -= held;
        if (left <= 0) return place === 0 ? 0 : minuteMs * Math.exp(growth * (place - 0.5));
      }
      return 0;
    },
    upTo: (waitMs) => {
      let held = 0;
      for (let place = 0; place <= classOf(waitMs) && place < classes.length; place += 1) held += classes[place] ?? 0;
      return held;
    },
    addAll: (other) => {
      const added = other.content();
      for (const [place, held] of added.classes.entries()) put(place, held);
      sum += added.sum;
    },
    content: () => ({ classes, sum }),
  };
}
