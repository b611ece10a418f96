import type { englishCommitments } from "./english-commitments.ts";

/** What the parties promise each other, in French. */
export const frenchCommitments: typeof englishCommitments = {
  intro: "Chacun s'engage envers l'autre\u202f; les chiffres se lisent à la fin de chaque période.",
  contributionIntro: "Ce que chaque fonction apporte au revenu\u202f; elle en répond devant la direction générale.",
  atLeast: (quantity) => `au moins ${quantity}`,
  atMost: (quantity) => `au plus ${quantity}`,
  between: (low, high) => `de ${low} à ${high}`,
  except: (period, bound) => `${period}\u00a0: ${bound}`,
  ignoreBelow: (count) => `pas d'évaluation en dessous de ${count}\u00a0cas`,
  management: "Direction générale",
  periods:
    "Un délai compte dans la période de son échéance, une décision dans celle où elle est prise, une entrée dans celle où elle a lieu.",
  promises: {
    acceptance: (bound, record, place) => `faire accepter ${bound} des ${record.handedOver} (${place})`,
    onTime: (bound, record, place) => `tenir le délai pour ${bound} des ${record.many} (${place})`,
    entered: (bound, record, place) => `amener ${bound} ${record.many} à l'étape ${place}`,
    converted: (bound, record, place) => `mener ${bound} des ${record.many} plus loin que ${place}`,
    worked: (bound, record, place) => `traiter réellement ${bound} des ${record.handedOver} (${place})`,
    untreated: (bound, record, place) => `laisser sans traitement ${bound} des ${record.handedOver} (${place})`,
    sourced: (bound, _record, place) => `générer ${bound} de pipeline (${place})`,
    influenced: (bound, _record, place) => `influencer ${bound} de pipeline (${place})`,
    amount: (bound, record, place) => `amener à l'étape ${place} des ${record.many} pour ${bound}`,
    retained: (bound, record, place) => `conserver ${bound} des ${record.many} (${place})`,
  },
  measures: {
    acceptance: (record, place) => `taux d'acceptation des ${record.handedOver} (${place})`,
    onTime: (record, place) => `part des ${record.many} dont le délai est tenu (${place})`,
    entered: (record, place) => `nombre ${record.ofMany} qui entrent à l'étape ${place}`,
    converted: (record, place) => `part des ${record.many} qui vont plus loin que ${place}`,
    worked: (record, place) =>
      `part des ${record.handedOver} qui ont donné lieu à un vrai travail, sans refus avant toute tentative de contact (${place})`,
    untreated: (record, place) => `${record.untreated} (${place})`,
    sourced: (_record, place) => `valeur du pipeline généré (${place})`,
    influenced: (_record, place) => `valeur du pipeline influencé (${place})`,
    amount: (record, place) => `valeur des ${record.many} qui atteignent l'étape ${place}`,
    retained: (record, place) => `maintien des ${record.many} (${place})`,
  },
};
