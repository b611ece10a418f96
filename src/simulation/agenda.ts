/** What comes next: things with a time, the earliest first; of the same time by rank, then in the order they were added. */
export interface Agenda<T> {
  readonly add: (time: number, rank: number, thing: T) => void;
  /** The time of the next thing; Infinity where there is none. */
  readonly nextTime: () => number;
  /** Takes the next thing out. */
  readonly take: () => T | undefined;
  readonly size: () => number;
}

/** Rank and order of adding in one number: fewer than 2⁴⁰ things are ever added. */
const rankSize = 2 ** 40;

/** A binary heap in three arrays, so that nothing is made for a thing but its places in them. */
export function createAgenda<T>(): Agenda<T> {
  const times: number[] = [];
  const orders: number[] = [];
  const things: T[] = [];
  let added = 0;

  const isBefore = (time: number, order: number, place: number): boolean => {
    const other = times[place] ?? Number.POSITIVE_INFINITY;
    return time < other || (time === other && order < (orders[place] ?? 0));
  };
  const put = (place: number, time: number, order: number, thing: T): void => {
    times[place] = time;
    orders[place] = order;
    things[place] = thing;
  };
  const move = (from: number, to: number): void => {
    const thing = things[from];
    if (thing !== undefined) put(to, times[from] ?? 0, orders[from] ?? 0, thing);
  };

  /** The place for a thing when the one on top is gone: the earlier of two children moves up on the way. */
  const sinkTo = (time: number, order: number): number => {
    const { length } = times;
    let place = 0;
    for (let child = 1; child < length; child = 2 * place + 1) {
      if (child + 1 < length && isBefore(times[child + 1] ?? 0, orders[child + 1] ?? 0, child)) child += 1;
      if (isBefore(time, order, child)) break;
      move(child, place);
      place = child;
    }
    return place;
  };

  return {
    add: (time, rank, thing) => {
      const order = rank * rankSize + added;
      added += 1;
      let place = times.length;
      for (let parent = (place - 1) >> 1; place > 0 && isBefore(time, order, parent); parent = (place - 1) >> 1) {
        move(parent, place);
        place = parent;
      }
      put(place, time, order, thing);
    },
    nextTime: () => times[0] ?? Number.POSITIVE_INFINITY,
    take: () => {
      const first = things[0];
      const time = times.pop();
      const order = orders.pop();
      const thing = things.pop();
      if (time !== undefined && order !== undefined && thing !== undefined && times.length > 0)
        put(sinkTo(time, order), time, order, thing);
      return first;
    },
    size: () => times.length,
  };
}
