import { describeInstant } from "../../../calendar/index.ts";
import { type Bilingual, type Language, quote } from "../../../diagnostics/index.ts";
import type { FidelityNote, StatedError } from "../../fidelity.ts";
import { type HubSpotModel, textIn } from "../model.ts";
import { type AlertTiming, overdueBounds, reminderTime, rungTimes } from "./alert-times.ts";
import { type Clock, type ClockPlace, clauseOf, laterRungs, type Rung } from "./clock.ts";
import type { Horizon } from "./horizon.ts";
import type { Bounds } from "./lateness.ts";
import { ticksOf } from "./ticks.ts";

/** What the stamps of a due time are worth. */
export function dueNote(model: HubSpotModel, place: ClockPlace, timing: AlertTiming): FidelityNote {
  const { horizon, dueLate } = timing;
  const until = horizon.days.at(-1)?.date ?? "";
  const whom = (language: Language): string => variantIn(model, place, language);
  if (place.clock.expires !== undefined) return expiryNote(place, timing);
  return {
    clause: clauseOf(place),
    level: "approximated",
    text: {
      en: `Workflows stamp the due time${whom("en")}, 0 to ${dueLate} minutes late besides HubSpot's own delays, closures and clock changes included until ${until}; the portal's time zone must be ${horizon.timezone}.`,
      fr: `Des workflows posent l'échéance${whom("fr")}, avec 0 à ${dueLate} minutes de retard en plus des délais propres à HubSpot, fermetures et changements d'heure compris jusqu'au ${until}\u00a0; le fuseau horaire du portail doit être ${horizon.timezone}.`,
    },
    errors: [
      { of: "due", ...variantOf(place), earlyMinutes: 0, lateMinutes: dueLate },
      { of: "overdue", ...variantOf(place), ...overdueBounds(timing) },
    ],
  };
}

function expiryNote(place: ClockPlace, { horizon, dueLate }: AlertTiming): FidelityNote {
  const until = horizon.days.at(-1)?.date ?? "";
  return {
    clause: clauseOf(place),
    level: "approximated",
    text: {
      en: `A workflow moves the record by itself, 0 to ${dueLate} minutes late besides HubSpot's own delays, closures and clock changes included until ${until}; the portal's time zone must be ${horizon.timezone}.`,
      fr: `Un workflow déplace la fiche de lui-même, avec 0 à ${dueLate} minutes de retard en plus des délais propres à HubSpot, fermetures et changements d'heure compris jusqu'au ${until}\u00a0; le fuseau horaire du portail doit être ${horizon.timezone}.`,
    },
    errors: [{ of: "expired", earlyMinutes: 0, lateMinutes: dueLate }],
  };
}

/** A clock in calendar time; its alerts wait for the opening where its escalations count open time. */
export const plainNote = (place: ClockPlace, timing: AlertTiming | undefined): FidelityNote =>
  timing?.isHeld === true
    ? {
        clause: clauseOf(place),
        level: "approximated",
        text: atOpening,
        errors: [{ of: "overdue", ...variantOf(place), ...overdueBounds(timing) }],
      }
    : { clause: clauseOf(place), level: "enforced", text: place.clock.expires === undefined ? exact : moved };

const variantOf = ({ variant }: ClockPlace): Pick<StatedError, "variant"> =>
  variant.key === undefined ? {} : { variant: variant.key };

const exact: Bilingual = {
  en: "A workflow stamps the due time, within minutes.",
  fr: "Un workflow pose l'échéance, à quelques minutes près.",
};

const moved: Bilingual = {
  en: "A workflow moves the record when its time is over, within minutes.",
  fr: "Un workflow déplace la fiche quand son temps est écoulé, à quelques minutes près.",
};

const atOpening: Bilingual = {
  en: "A workflow stamps the exact due time; a due time outside office hours is signalled at the next opening, at most 15 minutes after it.",
  fr: "Un workflow pose l'échéance exacte\u00a0; si elle tombe hors des heures d'ouverture, le dépassement est signalé à l'ouverture suivante, 15 minutes après elle au plus tard.",
};

/** What reminders and escalations are worth: each with its worst case. */
export function alertNotes(
  model: HubSpotModel,
  place: ClockPlace,
  timing: AlertTiming | undefined,
): readonly FidelityNote[] {
  return [...remindNotes(model, place, timing), ...rungNotes(model, place, timing)];
}

function remindNotes(model: HubSpotModel, place: ClockPlace, timing: AlertTiming | undefined): readonly FidelityNote[] {
  const { remind } = place.clock;
  if (remind.length === 0) return [];
  const clause = `${place.clock.clause}.remind`;
  const found = remind.flatMap((share, index) => {
    const time = timing && reminderTime(timing, share);
    return time === undefined ? [] : [{ share, of: `reminded-${index + 1}`, bounds: time.bounds }];
  });
  if (timing === undefined || found.length === 0) return [{ clause, level: "manual", ...notReminded }];
  const each = (language: Language): string =>
    found
      .map(({ share, bounds }) => `${percent(share, language)}${upTo(bounds, timing.horizon, language)}`)
      .join(language === "fr" ? "\u00a0; " : "; ");
  return [
    {
      clause,
      level: "approximated",
      text: {
        en: `Reminders${variantIn(model, place, "en")} come ${remindedEarly(found, "en")}, at the latest with the due time: ${each("en")}.`,
        fr: `Les rappels${variantIn(model, place, "fr")} ${remindedEarly(found, "fr")}, au plus tard avec l'échéance\u00a0: ${each("fr")}.`,
      },
      errors: found.map(({ of, bounds }) => ({ of, ...variantOf(place), ...bounds })),
    },
  ];
}

/** How early reminders may come: `never early` as a rule. */
function remindedEarly(reminders: readonly { readonly bounds: Bounds }[], language: Language): string {
  const earlyMinutes = Math.max(...reminders.map(({ bounds }) => bounds.earlyMinutes));
  if (earlyMinutes === 0) return language === "fr" ? "ne viennent jamais en avance" : "never early";
  const amount = describeMinutes(earlyMinutes, language);
  return language === "fr"
    ? `viennent jusqu'à ${amount} ouvrées en avance pour ce qui commence hors des heures d'ouverture`
    : `up to ${amount} of open time early for what begins outside opening hours`;
}

const percent = (share: number, language: Language): string =>
  `${Math.round(share * 100)}${language === "fr" ? "\u00a0%" : "%"}`;

const notReminded = {
  text: {
    en: "No workflow reminds: it would need a calendar.",
    fr: "Aucun workflow ne rappelle\u00a0: il faudrait un calendrier.",
  },
  howTo: { en: "Name a calendar in the contract.", fr: "Nommer un calendrier dans le contrat." },
} as const;

function rungNotes(model: HubSpotModel, place: ClockPlace, timing: AlertTiming | undefined): readonly FidelityNote[] {
  const rungs = laterRungs(place.clock);
  if (rungs.length === 0) return [];
  const clause = `${place.clock.clause}.escalate`;
  const times =
    timing &&
    rungTimes(
      timing,
      rungs.map(({ after }) => after),
    );
  const untimed = rungs.filter(({ after }, index) => (times?.waits[index] ?? ticksOf(after, undefined)) === undefined);
  const manual: readonly FidelityNote[] =
    untimed.length === 0 ? [] : [{ clause, level: "manual", text: untimedRungs(untimed) }];
  const found = rungs.flatMap(({ number }, index) => {
    const bounds = times?.bounds[index];
    return bounds === undefined ? [] : [{ number, bounds }];
  });
  if (timing === undefined || found.length === 0) return manual;
  const each = (language: Language): string =>
    found
      .map(
        ({ number, bounds }) =>
          `${language === "fr" ? "n°\u00a0" : "no. "}${number}${upTo(bounds, timing.horizon, language)}`,
      )
      .join(language === "fr" ? "\u00a0; " : "; ");
  const note: FidelityNote = {
    clause,
    level: "approximated",
    text: {
      en: `Escalations${variantIn(model, place, "en")} are marked on the record, ${atMostEarly(found, "en")}: ${each("en")}.`,
      fr: `Les escalades${variantIn(model, place, "fr")} sont signalées sur la fiche, ${atMostEarly(found, "fr")}\u00a0: ${each("fr")}.`,
    },
    errors: found.map(({ number, bounds }) => ({ of: `escalated-${number}`, ...variantOf(place), ...bounds })),
  };
  return [note, ...manual];
}

/** How early escalations may come: `never early` as a rule. */
function atMostEarly(rungs: readonly { readonly bounds: Bounds }[], language: Language): string {
  const earlyMinutes = Math.max(...rungs.map(({ bounds }) => bounds.earlyMinutes));
  if (earlyMinutes === 0) return language === "fr" ? "jamais en avance" : "never early";
  const amount = describeMinutes(earlyMinutes, language);
  return language === "fr"
    ? `jusqu'à ${amount} ouvrées en avance aux dates à horaires particuliers`
    : `up to ${amount} of open time early on dates with other hours`;
}

/** How late something may come, and a case of it: ` up to 1 h 15 of open time late (as for a start on …)`. */
function upTo({ lateMinutes, worst }: Bounds, { zone }: Horizon, language: Language): string {
  const amount = describeMinutes(lateMinutes, language);
  const when = worst === undefined ? "" : describeInstant(worst, zone, language);
  return language === "fr"
    ? ` jusqu'à ${amount} ouvrées de retard${when === "" ? "" : ` (ainsi pour un départ le ${when})`}`
    : ` up to ${amount} of open time late${when === "" ? "" : ` (as for a start on ${when})`}`;
}

function describeMinutes(minutes: number, language: Language): string {
  if (minutes < 60) return language === "fr" ? `${minutes}\u00a0minutes` : `${minutes} minutes`;
  const rest = String(minutes % 60).padStart(2, "0");
  const hours = Math.floor(minutes / 60);
  return language === "fr" ? `${hours}\u00a0h\u00a0${rest}` : `${hours} h ${rest}`;
}

/** Why business time can't be counted. */
export const noCalendar: Bilingual = {
  en: "business time needs a calendar",
  fr: "une durée ouvrée demande un calendrier",
};

/** A clock that no workflow keeps; where others of the deadline are kept, the list of overdue records lacks it. */
export const notClocked = (model: HubSpotModel, place: ClockPlace, why: Bilingual): FidelityNote => ({
  clause: clauseOf(place),
  level: "manual",
  text: {
    en: `No workflow keeps this clock${variantIn(model, place, "en")}: ${why.en}.`,
    fr: `Aucun workflow ne tient ce délai${variantIn(model, place, "fr")}\u00a0: ${why.fr}.`,
  },
  howTo: {
    en: "Filter records by the date on which it began: no list shows these as overdue.",
    fr: "Filtrer les fiches par la date où il a commencé\u00a0: aucune liste ne montre celles-ci en retard.",
  },
});

function variantIn(model: HubSpotModel, { variant }: ClockPlace, language: Language): string {
  return variant.label === undefined ? "" : ` (${quote(textIn(model, variant.label, language), language)})`;
}

/** A condition that ends a clock is asked as it stands: what ended once may begin again. */
export const stopNotes = ({ clause, isConditional }: Clock): readonly FidelityNote[] =>
  isConditional === true ? [{ clause: `${clause}.stops`, level: "approximated", text: asItStands }] : [];

const asItStands: Bilingual = {
  en: "The condition is asked as it stands: if it ceases to hold while the record is still there, the alerts begin again, by the same due time.",
  fr: "La condition est lue telle qu'elle est\u00a0: si elle cesse d'être remplie alors que la fiche est encore là, les alertes reprennent, à la même échéance.",
};

/** What counts as a touch, where a touch stops the clock. */
export const touchNotes = ({ clause, isTouched }: Clock): readonly FidelityNote[] =>
  isTouched ? [{ clause: `${clause}.counts`, level: "approximated", text: anyContact }] : [];

const anyContact: Bilingual = {
  en: "Any contact logged in HubSpot since then stops the alerts, whatever its kind, at the time it was logged for.",
  fr: "Tout contact enregistré depuis dans HubSpot arrête les alertes, quel qu'en soit le type, à l'heure qui lui est donnée.",
};

const untimedRungs = (rungs: readonly Rung[]): Bilingual => {
  const numbers = rungs.map(({ number }) => number).join(", ");
  return {
    en: `Escalation ${numbers} is not timed: workflow delays can't follow this calendar.`,
    fr: `L'escalade ${numbers} n'est pas minutée\u00a0: les délais d'un workflow ne suivent pas ce calendrier.`,
  };
};
