import type { Behaviour } from "../../src/localcrm/index.ts";

const secondMs = 1000;

// The longest chain that one act sets off: an entry, the opening of a handoff, an acceptance, a due time.
const chainedTriggers = 4;
const chainedActions = 40;

// "Within minutes" is what the notes of every workflow say; one of them waits for two itself.
const withinMinutes = 3;

/** How long HubSpot's own delays keep what follows from one act, at most: no clause promises anything about them. */
export function latencyOf({ triggerLagSeconds, actionLagSeconds }: Behaviour): number {
  return (
    (chainedTriggers * triggerLagSeconds.to + chainedActions * actionLagSeconds.to) * secondMs +
    withinMinutes * 60 * secondMs
  );
}
