import { type Behaviour, drawBehaviour, possibleValues, settings } from "../../src/localcrm/index.ts";

/** The behaviour that is most likely of HubSpot as far as is known. */
export const conservative = Object.fromEntries(
  settings.map((setting) => [setting, possibleValues(setting)[0]]),
) as unknown as Behaviour; // the first possible value of each setting

/**
 * What the compiled workflows rely on, though no one has proved it of HubSpot: an action reached in the lunch break is held
 * until the afternoon; a wait for a date that is past goes on; days keep their local time across a clock change; and
 * counting up from nothing gives one. With any other of the possible behaviours they mean the same.
 */
export const reliedOn: readonly (keyof Behaviour)[] = ["lunchGap", "pastDate", "relativeDays", "incrementOfUnknown"];

/** One of the possible behaviours of everything else; every other seed keeps the conservative one, whose delays are short. */
export function behaviourOf(seed: number): Behaviour {
  if (seed % 2 === 0) return conservative;
  const kept = Object.fromEntries(reliedOn.map((setting) => [setting, conservative[setting]]));
  return { ...drawBehaviour(seed), ...kept };
}
