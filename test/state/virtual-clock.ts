/** A clock that only goes when somebody waits by it: a lease runs out at once, and at the same moment on any machine. */
export interface VirtualClock {
  readonly monotonic: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** A timer that can be made to stand still, as the process that owns it does. */
  readonly signs: () => {
    readonly every: (milliseconds: number, act: () => void) => () => void;
    readonly pause: () => void;
  };
}

interface Timer {
  readonly everyMs: number;
  readonly act: () => void;
  dueMs: number;
}

/** Starts at some moment that is not zero. */
export function createVirtualClock(): VirtualClock {
  let nowMs = 1_000_000;
  const timers = new Set<Timer>();
  const advance = (milliseconds: number): void => {
    const endMs = nowMs + milliseconds;
    for (;;) {
      const [next] = [...timers].filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs);
      if (next === undefined) break;
      nowMs = next.dueMs;
      next.dueMs += next.everyMs;
      next.act();
    }
    nowMs = endMs;
  };
  return {
    monotonic: () => nowMs,
    sleep: async (milliseconds) => {
      await new Promise((resolve) => setImmediate(resolve));
      advance(milliseconds);
    },
    signs: () => {
      const own = { isPaused: false };
      const every = (everyMs: number, act: () => void) => {
        const timer = { everyMs, act: () => (own.isPaused ? undefined : act()), dueMs: nowMs + everyMs };
        timers.add(timer);
        return () => void timers.delete(timer);
      };
      const pause = (): void => {
        own.isPaused = true;
      };
      return { every, pause };
    },
  };
}
