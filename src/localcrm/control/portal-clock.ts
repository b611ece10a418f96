import type { Store } from "../store/store.ts";

/** The portal's time: real until somebody sets it, then it stands still between advances and is kept with the portal. */
export interface PortalClock {
  readonly now: () => number;
  readonly isStanding: () => boolean;
  /** Writes where the clock stands; the next commit keeps it. */
  readonly standAt: (at: number) => void;
}

/** The clock of a portal; `real` tells the time until it is set. */
export function openPortalClock(store: Store, real: () => number): PortalClock {
  const stored = () => store.get("clock", "", "clock")?.at;
  return {
    now: () => stored() ?? real(),
    isStanding: () => stored() !== undefined,
    standAt: (at) => store.put("clock", "", "clock", { at }),
  };
}
