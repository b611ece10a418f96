import type { Deadline, Handoff } from "../../contract/index.ts";
import { type Bilingual, type Language, quote } from "../../diagnostics/index.ts";
import type { FidelityNote } from "../fidelity.ts";
import type { Horizon } from "./due-days.ts";
import { type ClockPlace, clockClause } from "./due-flows.ts";
import type { DuePlan } from "./due-plan.ts";
import { laterRungs, type Rung, ticksOf } from "./handoff-clock.ts";
import { type HubSpotModel, textIn } from "./model.ts";

// HubSpot spreads the actions that wait for a window over this long.
const spreadMinutes = 15;

/** What the stamps of a due time are worth. */
export function dueNote(
  model: HubSpotModel,
  place: ClockPlace,
  { plan, horizon }: { readonly plan: Extract<DuePlan, { kind: "windows" }>; readonly horizon: Horizon },
): FidelityNote {
  const late = spreadMinutes + plan.slack;
  const until = horizon.days.at(-1)?.date ?? "";
  const whom = (language: Language): string => priorityIn(model, place, language);
  return {
    clause: clockClause(place),
    level: "approximated",
    text: {
      en: `Workflows stamp the due time and remind${whom("en")}, 0 to ${late} minutes late besides HubSpot's own delays, closures and clock changes included until ${until}; the portal's time zone must be ${horizon.timezone}.`,
      fr: `Des workflows posent l'échéance et rappellent${whom("fr")}, avec 0 à ${late} minutes de retard en plus des délais propres à HubSpot, fermetures et changements d'heure compris jusqu'au ${until}\u00a0; le fuseau horaire du portail doit être ${horizon.timezone}.`,
    },
  };
}

/** A clock in calendar time. */
export const exact: Bilingual = {
  en: "A workflow stamps the due time and reminds, within minutes.",
  fr: "Un workflow pose l'échéance et rappelle, à quelques minutes près.",
};

/** Why business time can't be counted. */
export const noCalendar: Bilingual = {
  en: "business time needs a calendar",
  fr: "une durée ouvrée demande un calendrier",
};

/** A clock that no workflow keeps; where others of the deadline are kept, the list of overdue records lacks it. */
export const notClocked = (model: HubSpotModel, place: ClockPlace, why: Bilingual): FidelityNote => ({
  clause: clockClause(place),
  level: "manual",
  text: {
    en: `No workflow keeps this clock${priorityIn(model, place, "en")}: ${why.en}.`,
    fr: `Aucun workflow ne tient ce délai${priorityIn(model, place, "fr")}\u00a0: ${why.fr}.`,
  },
  howTo: {
    en: "Watch the list of pending handoffs: no list shows these as overdue.",
    fr: "Suivre la liste des transmissions en attente\u00a0: aucune liste ne montre celles-ci en retard.",
  },
});

function priorityIn(model: HubSpotModel, { variant }: ClockPlace, language: Language): string {
  const priority = model.contract.priorities.get(variant.priority ?? "");
  return priority === undefined ? "" : ` (${quote(textIn(model, priority.label, language), language)})`;
}

/** What counts as a touch, where a touch stops the clock. */
export function touchNotes({ handoff, deadline }: Pick<ClockPlace, "handoff" | "deadline">): readonly FidelityNote[] {
  if (handoff.acceptance !== "first-touch") return [];
  return [
    { clause: `handoffs.${handoff.id}.deadlines.${deadline.id}.counts`, level: "approximated", text: anyContact },
  ];
}

const anyContact: Bilingual = {
  en: "Any contact logged in HubSpot after the handoff opened stops the alerts, whatever its kind, at the time it was logged for.",
  fr: "Tout contact enregistré dans HubSpot après l'ouverture arrête les alertes, quel qu'en soit le type, à l'heure qui lui est donnée.",
};

/** What the escalations of a deadline are worth, and what they leave to people. */
export function escalationNotes(
  model: HubSpotModel,
  { handoff, deadline }: { readonly handoff: Handoff; readonly deadline: Deadline },
  horizon: Horizon | undefined,
): readonly FidelityNote[] {
  const clause = `handoffs.${handoff.id}.deadlines.${deadline.id}.escalate`;
  const rungs = laterRungs(deadline);
  const untimed = rungs.filter(({ after }) => ticksOf(after, horizon) === undefined);
  const roles = [...new Set(deadline.escalate.flatMap(({ notify }) => notify))].filter((role) => role !== "owner");
  return [
    ...(rungs.length > untimed.length ? [{ clause, level: "approximated", text: lateRungs } as const] : []),
    ...(untimed.length > 0 ? [{ clause, level: "manual", text: untimedRungs(untimed) } as const] : []),
    ...(roles.length > 0 ? [recipientNote(model, clause, roles)] : []),
    ...(deadline.escalate.some(({ reassign }) => reassign !== undefined) ? [reassignNote(clause)] : []),
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
      en: `The workflow marks the alert and writes to the record's owner only; the list of overdue decisions shows it to ${names("en")}.`,
      fr: `Le workflow pose l'alerte et n'écrit qu'au propriétaire de la fiche\u00a0; la liste des décisions en retard la montre à ${names("fr")}.`,
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
    en: "Change the owner of records on the list of overdue decisions.",
    fr: "Changer le propriétaire des fiches de la liste des décisions en retard.",
  },
});
