import type { Bilingual } from "../../../diagnostics/index.ts";
import { spreadMinutes } from "./spread.ts";

// More than these would be more workflows or branches for one deadline than anyone can keep an eye on.
/** Workflows of the ordinary week for one deadline. */
export const mostGroups = 12;
/** Dated cases for one deadline. */
export const mostBranches = 100;

/** The calendar is closed nearly always. */
export const neverDue: Bilingual = {
  en: "the calendar never opens long enough",
  fr: "le calendrier n'ouvre jamais assez longtemps",
};

/** HubSpot spreads what waited for an opening over minutes that have another delay already. */
export const outlasted: Bilingual = {
  en: `an opening gives another delay after ${spreadMinutes} minutes at most, over which HubSpot spreads what has waited for it`,
  fr: `une ouverture donne un autre délai au bout de ${spreadMinutes}\u00a0minutes au plus, sur lesquelles HubSpot étale ce qui l'attendait`,
};

/** The ordinary week has too many delays. */
export const tooManyShifts = (count: number): Bilingual => ({
  en: `the calendar needs ${count} different delays, and ${mostGroups} workflows are the most we write for one deadline`,
  fr: `le calendrier demande ${count} délais différents, et nous n'écrivons pas plus de ${mostGroups} workflows par échéance`,
});

/** Dates have too many due times of their own. */
export const tooManyExceptions: Bilingual = {
  en: `closures and clock changes need more than ${mostBranches} cases, the most we write for one deadline`,
  fr: `les fermetures et changements d'heure demandent plus de ${mostBranches} cas, le maximum que nous écrivons par échéance`,
};

/** One delay for a stretch of time would be too far off. */
export const tooLate = (minutes: number): Bilingual => ({
  en: `the due time would come up to ${minutes} minutes late`,
  fr: `l'échéance tomberait jusqu'à ${minutes} minutes trop tard`,
});
