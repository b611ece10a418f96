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
  FBK702: row<{ owner: string; count: number; cause: "few" | "many" | "other" }>({
    name: "open-reason-list",
    severity: "warning",
    message: {
      en: ({ owner, count, cause }) =>
        cause === "other"
          ? `${quote(owner, "en")} says nothing: it is a reason for everything, without a detail`
          : `${quote(owner, "en")} offers ${count} ${count === 1 ? "reason" : "reasons"}: ${cause === "few" ? "too few to learn from" : "more than anybody reads"}`,
      fr: ({ owner, count, cause }) =>
        cause === "other"
          ? `${quote(owner, "fr")} ne dit rien\u00a0: c'est un motif pour tout, sans précision`
          : `${quote(owner, "fr")} propose ${count} ${count < 2 ? "motif" : "motifs"}\u00a0: ${cause === "few" ? "trop peu pour en tirer parti" : "plus que l'on n'en lit"}`,
    },
    help: {
      en: ({ cause }) =>
        cause === "other"
          ? "require a detail: detail: required"
          : "agree on 3 to 7 reasons, each one that the sender can act on",
      fr: ({ cause }) =>
        cause === "other"
          ? "exiger une précision\u00a0: detail: required"
          : "convenir de 3 à 7 motifs, chacun utile à l'émetteur",
    },
    why: {
      en: "from a list that is too short, too long or open, people tick what comes first",
      fr: "dans une liste trop courte, trop longue ou ouverte, on coche ce qui vient en premier",
    },
  }),
  FBK703: row<{ handoff: string }>({
    name: "feedback-without-deadline",
    severity: "warning",
    message: {
      en: ({ handoff }) => `${quote(handoff, "en")} does not say by when feedback comes back`,
      fr: ({ handoff }) => `${quote(handoff, "fr")} ne dit pas dans quel délai revient le retour`,
    },
    help: {
      en: () => "add within: 30 business days, or what suits both, to feedback",
      fr: () => "ajouter within: 30 business days, ou ce qui convient aux deux, à feedback",
    },
    why: {
      en: "feedback that comes some day comes after the budget is spent",
      fr: "un retour qui vient un jour vient quand le budget est dépensé",
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
  FBK706: row<{ reason: string; handoff: string; stage: string }>({
    name: "recycle-without-cool-off",
    severity: "warning",
    message: {
      en: ({ reason, handoff, stage }) =>
        `Refused as ${quote(reason, "en")}, a lead rests in ${quote(stage, "en")} and may be in ${quote(handoff, "en")} again the same day`,
      fr: ({ reason, handoff, stage }) =>
        `Refusé pour ${quote(reason, "fr")}, un lead se repose dans ${quote(stage, "fr")} et peut revenir dans ${quote(handoff, "fr")} le jour même`,
    },
    help: {
      en: () => "add coolOff: 60 calendar days, or what suits, to the reason",
      fr: () => "ajouter coolOff: 60 calendar days, ou ce qui convient, au motif",
    },
    why: {
      en: "who has just said no is asked again at once",
      fr: "celui qui vient de dire non se voit redemander aussitôt",
    },
  }),
  FBK707: row<{ reason: string }>({
    name: "unreachable-without-attempts",
    severity: "warning",
    message: {
      en: ({ reason }) => `${quote(reason, "en")} can be chosen without having tried`,
      fr: ({ reason }) => `${quote(reason, "fr")} peut être choisi sans avoir essayé`,
    },
    help: {
      en: () => "say how often to try first: onlyAfter: 6 touches over at least 10 business days",
      fr: () => "dire combien d'essais avant\u00a0: onlyAfter: 6 touches over at least 10 business days",
    },
    why: {
      en: "unreachable becomes the polite word for untouched",
      fr: "injoignable devient le mot poli pour non appelé",
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
