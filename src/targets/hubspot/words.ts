import type { Bilingual, Language } from "../../diagnostics/index.ts";
import type { HubSpotModel } from "./model.ts";

const words = {
  stage: { en: "Stage", fr: "Étape" },
  stageEnteredAt: { en: "Stage entered on", fr: "Entrée dans l'étape" },
  stageDated: { en: "Stage dated", fr: "Étape datée" },
  contractVersion: { en: "Contract version", fr: "Version du contrat" },
  coolOff: { en: "Cool-off", fr: "Période de repos" },
  coolOffUntil: { en: "Cool-off until", fr: "Repos jusqu'au" },
  clockTick: { en: "Last passage of a clock", fr: "Dernier passage d'une horloge" },
  firstEntered: { en: "first entered on", fr: "première entrée" },
  lastEntered: { en: "last entered on", fr: "dernière entrée" },
  status: { en: "status", fr: "statut" },
  exitReason: { en: "exit reason", fr: "motif de sortie" },
  exitDetail: { en: "exit detail", fr: "précision sur la sortie" },
  lastHappened: { en: "last time", fr: "dernière fois" },
  times: { en: "times", fr: "nombre de fois" },
  state: { en: "state", fr: "état" },
  priority: { en: "priority", fr: "priorité" },
  openedAt: { en: "opened on", fr: "ouverte le" },
  closedAt: { en: "closed on", fr: "close le" },
  repair: { en: "repair", fr: "correction" },
  owed: { en: "To repair", fr: "À corriger" },
  done: { en: "Repaired", fr: "Corrigée" },
  stillWaits: { en: "still waited for", fr: "toujours attendu" },
  firstOfThem: { en: "first of them", fr: "premier d'entre eux" },
  withoutTouches: { en: "without the touches it asks for", fr: "sans les contacts exigés" },
  workTouches: { en: "Touches since the handoff", fr: "Contacts pris depuis la transmission" },
  firstWorkTouch: { en: "First of these touches", fr: "Premier de ces contacts" },
  hollow: { en: "Without the touches asked for", fr: "Sans les contacts exigés" },
  otherHours: { en: "dates with other hours", fr: "dates à horaires particuliers" },
  touches: { en: "Touches in the stage", fr: "Contacts pris dans l'étape" },
  countsFrom: { en: "counts from", fr: "décompté depuis" },
  roundAt: { en: "this round since", fr: "tour commencé le" },
  receivedAt: { en: "received on", fr: "reçu le" },
  decision: { en: "decision", fr: "décision" },
  decidedAt: { en: "decided on", fr: "décidé le" },
  firstTouchAt: { en: "first touch on", fr: "premier contact" },
  reason: { en: "reason", fr: "motif" },
  reasonDetail: { en: "detail of the reason", fr: "précision sur le motif" },
  returns: { en: "returns", fr: "nombre de retours" },
  returnedAt: { en: "return", fr: "retour" },
  lastReason: { en: "Last reason", fr: "Dernier motif" },
  episode: { en: "episode", fr: "passage n°" },
  handedOver: { en: "hand over", fr: "transmettre" },
  dueAt: { en: "due on", fr: "échéance" },
  clock: { en: "clock", fr: "horloge" },
  alert: { en: "alert", fr: "alerte" },
  yes: { en: "Yes", fr: "Oui" },
  no: { en: "No", fr: "Non" },
  none: { en: "None", fr: "Aucun" },
  noAlert: { en: "None", fr: "Aucune" },
  noRepair: { en: "None", fr: "Aucune" },
  incomplete: { en: "Incomplete", fr: "Incomplète" },
  pending: { en: "Pending", fr: "En attente" },
  accepted: { en: "Accepted", fr: "Acceptée" },
  refused: { en: "Refused", fr: "Refusée" },
  withdrawn: { en: "Withdrawn", fr: "Retirée" },
  noHandoff: { en: "No handoff", fr: "Aucune transmission" },
  waiting: { en: "To decide", fr: "À décider" },
  unset: { en: "Not set", fr: "Non posée" },
  set: { en: "Set", fr: "Posée" },
  reminded: { en: "Reminder", fr: "Rappel" },
  overdue: { en: "Overdue", fr: "En dépassement" },
  escalated: { en: "Escalation", fr: "Escalade" },
  "deadline:decision": { en: "decision", fr: "décision" },
  "deadline:complete": { en: "completion", fr: "dossier complet" },
  "deadline:first-touch": { en: "first touch", fr: "premier contact" },
  "deadline:expiry": { en: "expiry", fr: "expiration" },
  "deadline:feedback": { en: "feedback", fr: "retour d'information" },
  "deadline:repair": { en: "repair", fr: "correction" },
  running: { en: "Running", fr: "En cours" },
  over: { en: "Over", fr: "Terminée" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A word that the portal shows in its own language. */
export type Word = keyof typeof words;

/** The built-in deadlines have a name in each language; the others keep the id that the contract gives them. */
export function deadlineName(id: string, language: Language): string {
  const key = `deadline:${id}`;
  return key in words ? words[key as Word][language] : id;
}

/** A word in the language of the portal. */
export const word = (model: HubSpotModel, key: Word): string => words[key][model.language];
