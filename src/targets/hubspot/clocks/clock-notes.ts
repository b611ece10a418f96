import { type Bilingual, type Language, quote } from "../../../diagnostics/index.ts";
import type { FidelityNote } from "../../fidelity.ts";
import { type HubSpotModel, textIn } from "../model.ts";
import { type Clock, type ClockPlace, clauseOf, laterRungs, type Rung } from "./clock.ts";
import type { DuePlan } from "./due-plan.ts";
import type { Horizon } from "./horizon.ts";
import { ticksOf } from "./ticks.ts";

// HubSpot spreads the actions that wait for a window over this long.
const spreadMinutes = 15;

/** What the stamps of a due time are worth. */
export function dueNote(
  model: HubSpotModel,
  place: ClockPlace,
  { plan, horizon }: { readonly plan: Exclude<DuePlan, { kind: "impossible" }>; readonly horizon: Horizon },
): FidelityNote {
  const late = spreadMinutes + plan.slack;
  const until = horizon.days.at(-1)?.date ?? "";
  const whom = (language: Language): string => priorityIn(model, place, language);
  return {
    clause: clauseOf(place),
    level: "approximated",
    text: {
      en: `Workflows stamp the due time and remind${whom("en")}, 0 to ${late} minutes late besides HubSpot's own delays, closures and clock changes included until ${until}; the portal's time zone must be ${horizon.timezone}.`,
      fr: `Des workflows posent l'échéance et rappellent${whom("fr")}, avec 0 à ${late} minutes de retard en plus des délais propres à HubSpot, fermetures et changements d'heure compris jusqu'au ${until}\u00a0; le fuseau horaire du portail doit être ${horizon.timezone}.`,
    },
  };
}

/** A clock in calendar time; its alerts wait for the opening where its escalations count open time. */
export const plainNote = (place: ClockPlace, hours: Horizon | undefined): FidelityNote =>
  hours === undefined
    ? { clause: clauseOf(place), level: "enforced", text: exact }
    : { clause: clauseOf(place), level: "approximated", text: atOpening };

const exact: Bilingual = {
  en: "A workflow stamps the due time and reminds, within minutes.",
  fr: "Un workflow pose l'échéance et rappelle, à quelques minutes près.",
};

const atOpening: Bilingual = {
  en: "A workflow stamps the exact due time; a due time outside office hours is signalled at the next opening, at most 15 minutes after it.",
  fr: "Un workflow pose l'échéance exacte\u00a0; si elle tombe hors des heures d'ouverture, le dépassement est signalé à l'ouverture suivante, 15 minutes après elle au plus tard.",
};

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
    en: `No workflow keeps this clock${priorityIn(model, place, "en")}: ${why.en}.`,
    fr: `Aucun workflow ne tient ce délai${priorityIn(model, place, "fr")}\u00a0: ${why.fr}.`,
  },
  howTo: {
    en: "Filter records by the date on which it began: no list shows these as overdue.",
    fr: "Filtrer les fiches par la date où il a commencé\u00a0: aucune liste ne montre celles-ci en retard.",
  },
});

function priorityIn(model: HubSpotModel, { variant }: ClockPlace, language: Language): string {
  return variant.label === undefined ? "" : ` (${quote(textIn(model, variant.label, language), language)})`;
}

/** What counts as a touch, where a touch stops the clock. */
export const touchNotes = ({ clause, isTouched }: Clock): readonly FidelityNote[] =>
  isTouched ? [{ clause: `${clause}.counts`, level: "approximated", text: anyContact }] : [];

const anyContact: Bilingual = {
  en: "Any contact logged in HubSpot since then stops the alerts, whatever its kind, at the time it was logged for.",
  fr: "Tout contact enregistré depuis dans HubSpot arrête les alertes, quel qu'en soit le type, à l'heure qui lui est donnée.",
};

/** What the escalations of a deadline are worth, and what they leave to people. */
export function escalationNotes(
  model: HubSpotModel,
  clock: Clock,
  horizon: Horizon | undefined,
): readonly FidelityNote[] {
  const clause = `${clock.clause}.escalate`;
  const rungs = laterRungs(clock);
  const untimed = rungs.filter(({ after }) => ticksOf(after, horizon) === undefined);
  const roles = [...new Set(clock.escalate.flatMap(({ notify }) => notify))].filter((role) => role !== "owner");
  return [
    ...(rungs.length > untimed.length ? [{ clause, level: "approximated", text: lateRungs } as const] : []),
    ...(untimed.length > 0 ? [{ clause, level: "manual", text: untimedRungs(untimed) } as const] : []),
    ...(roles.length > 0 ? [recipientNote(model, clause, roles)] : []),
    ...(clock.escalate.some(({ reassign }) => reassign !== undefined) ? [reassignNote(clause)] : []),
  ];
}

const lateRungs: Bilingual = {
  en: "Escalations are marked on the record, never early: up to an hour and a quarter late when counted in hours, up to 1.2 working days when counted in days.",
  fr: "Les escalades sont signalées sur la fiche, jamais en avance\u00a0: jusqu'à une heure et quart de retard si elles se comptent en heures, jusqu'à 1,2 jour ouvré si elles se comptent en jours.",
};

const untimedRungs = (rungs: readonly Rung[]): Bilingual => {
  const numbers = rungs.map(({ number }) => number).join(", ");
  return {
    en: `Escalation ${numbers} is not timed: workflow delays can't follow this calendar.`,
    fr: `L'escalade ${numbers} n'est pas minutée\u00a0: les délais d'un workflow ne suivent pas ce calendrier.`,
  };
};

function recipientNote(model: HubSpotModel, clause: string, roles: readonly string[]): FidelityNote {
  const names = (language: "en" | "fr"): string =>
    roles
      .map((id) => quote(textIn(model, model.contract.roles.get(id)?.label ?? { [language]: id }, language), language))
      .join(", ");
  return {
    clause,
    level: "manual",
    text: {
      en: `The workflow marks the alert and writes to the record's owner only; the list of overdue records shows it to ${names("en")}.`,
      fr: `Le workflow pose l'alerte et n'écrit qu'au propriétaire de la fiche\u00a0; la liste des fiches en retard la montre à ${names("fr")}.`,
    },
    howTo: {
      en: "Add a notification to these people after the matching step of the workflow.",
      fr: "Ajouter une notification à ces personnes après l'étape correspondante du workflow.",
    },
  };
}

const reassignNote = (clause: string): FidelityNote => ({
  clause,
  level: "manual",
  text: { en: "The record is not reassigned by itself yet.", fr: "La fiche n'est pas encore réattribuée d'elle-même." },
  howTo: {
    en: "Change the owner of records on the list of overdue records.",
    fr: "Changer le propriétaire des fiches de la liste des fiches en retard.",
  },
});
