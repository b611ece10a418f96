import { type Behaviour, possibleValues, settings } from "../../src/localcrm/index.ts";

/** The behaviour that is most likely of HubSpot as far as is known. */
export const conservative = Object.fromEntries(
  settings.map((setting) => [setting, possibleValues(setting)[0]]),
) as unknown as Behaviour; // the first possible value of each setting
