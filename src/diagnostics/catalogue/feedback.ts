import { quote, quoteEach } from "../language.ts";
import { row } from "./row.ts";

/** The codes of the family FBK: names, weights and messages. */
export const feedbackRows = {
  FBK701: row<{ clause: string }>({
    name: "refusal-without-reason",
    severity: "error",
    message: {
      en: ({ clause }) => `${quote(clause, "en")} can be refused without saying why`,
      fr: ({ clause }) => `${quote(clause, "fr")} peut être refusé sans dire pourquoi`,
    },
    help: {
      en: () => "add feedback with 3 to 7 reasons the sender can act on",
      fr: () => "ajouter feedback avec 3 à 7 motifs dont l'émetteur peut tirer parti",
    },
    why: {
      en: "the sender learns nothing and keeps sending the same leads",
      fr: "l'émetteur n'apprend rien et continue d'envoyer les mêmes leads",
    },
  }),
  FBK704: row<{ handoff: string }>({
    name: "feedback-without-reader",
    severity: "error",
    message: {
      en: ({ handoff }) => `Nobody reads the feedback of ${quote(handoff, "en")}`,
      fr: ({ handoff }) => `Personne ne lit le retour de ${quote(handoff, "fr")}`,
    },
    help: {
      en: () => "say to whom it goes: feedback: { to: [marketing] }",
      fr: () => "dire à qui il va\u00a0: feedback: { to: [marketing] }",
    },
    why: {
      en: "feedback without a reader is paperwork",
      fr: "un retour que personne ne lit est de la paperasse",
    },
  }),
  FBK705: row<{ reason: string }>({
    name: "reason-without-consequence",
    severity: "error",
    message: {
      en: ({ reason }) => `The reason ${quote(reason, "en")} does not say where the record goes`,
      fr: ({ reason }) => `Le motif ${quote(reason, "fr")} ne dit pas où va le lead`,
    },
    help: {
      en: () => "add moveTo: a stage, or sender",
      fr: () => "ajouter moveTo\u00a0: une étape, ou sender (l'émetteur)",
    },
    why: {
      en: "a refused lead without a next place is lost",
      fr: "un lead refusé sans suite est perdu",
    },
  }),
  FBK708: row<{ handoff: string; fields: readonly string[] }>({
    name: "incomplete-owed-by-nobody",
    severity: "error",
    message: {
      en: ({ handoff, fields }) =>
        `${quote(handoff, "en")} waits for ${quoteEach(fields, "en")}, and nobody owes it by a deadline`,
      fr: ({ handoff, fields }) =>
        `${quote(handoff, "fr")} attend ${quoteEach(fields, "fr")}, et personne ne le doit dans un délai`,
    },
    help: {
      en: () => "add deadlines: { complete: { within: 1 business day } }, owed by the sender",
      fr: () => "ajouter deadlines: { complete: { within: 1 business day } }, dû par l'émetteur",
    },
    why: {
      en: "incomplete leads wait where no clock sees them",
      fr: "les leads incomplets attendent là où aucun délai ne court",
    },
  }),
};
