import type { OwnTerm, OwnTermId } from "./english-glossary.ts";

/** Definitions in French. */
export const frenchGlossary: Readonly<Record<OwnTermId, OwnTerm>> = {
  record: { term: "Fiche", definition: "Un contact, une entreprise ou une affaire, tels que le CRM les conserve." },
  stage: {
    term: "Étape",
    definition: "Là où en est une fiche dans son parcours\u202f; une fiche n'est que dans une étape à la fois.",
  },
  handoff: {
    term: "Transmission",
    definition:
      "Le passage d'une fiche d'une équipe à la suivante, avec ses critères, ses délais et ce qui doit revenir.",
  },
  business: {
    term: "Heures ouvrées, jours ouvrés",
    definition: "Temps compté seulement pendant les heures d'ouverture, voir la section des horaires ouvrés.",
  },
  calendarTime: {
    term: "Jours calendaires",
    definition: "Jours comptés les uns après les autres, week-ends et jours fériés compris.",
  },
  reason: {
    term: "Motif",
    definition: "Pourquoi une fiche a été refusée ou a quitté une étape\u202f; le motif décide de la suite.",
  },
  coolOff: {
    term: "Délai de carence",
    definition: "Temps pendant lequel une fiche refusée ou mise de côté ne revient pas d'elle-même.",
  },
  signal: {
    term: "Signal",
    definition: "Ce que fait une personne, à une date\u00a0: un formulaire, une visite, un rendez-vous.",
  },
  handRaise: { term: "Demande explicite", definition: "Signal par lequel une personne demande qu'on la contacte." },
  touch: {
    term: "Tentative de contact",
    definition:
      "Appel, message, rendez-vous ou visite à notre initiative, fait par l'un de nous et consigné, avec ou sans réponse. Les e-mails marketing, les appels entrants et les rendez-vous pris par l'interlocuteur ne comptent pas.",
  },
  escalation: { term: "Escalade", definition: "Qui est alerté, et quand, après un dépassement de délai." },
  parking: {
    term: "Étape d'attente",
    definition: "Étape où des fiches restent jusqu'à un nouveau signal\u202f; personne n'a à les travailler.",
  },
  expiry: { term: "Expiration", definition: "Ce qui arrive à une fiche restée trop longtemps dans une étape." },
  priority: {
    term: "Priorité",
    definition: "L'urgence d'une fiche au moment de sa transmission\u202f; les délais peuvent en dépendre.",
  },
  raci: {
    term: "Réalisateur, approbateur, consulté, informé",
    definition:
      "Le réalisateur fait le travail\u202f; l'approbateur a le dernier mot et en est le garant\u202f; le consulté donne son avis avant\u202f; l'informé l'apprend ensuite.",
  },
  pipeline: { term: "Pipeline", definition: "La suite des étapes des affaires, dans le CRM." },
};
