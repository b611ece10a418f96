import type { Sentences } from "./english-sentences.ts";
import { capitalise, joinNames, uncapitalise } from "./join-names.ts";
import type { Noun } from "./noun.ts";

// Labels of roles and parties come from the contract, of either gender and number: no sentence puts an article before
// one, lets a verb or a participle agree with one, or elides before one.

function masculine(one: string): Noun {
  const many = `${one}s`;
  return {
    one,
    many,
    a: `un ${one}`,
    the: `le ${one}`,
    every: `chaque ${one}`,
    everyNew: `tout nouveau ${one}`,
    accepted: `${many} acceptés`,
    handedOver: `${many} transmis`,
  };
}

function feminine(one: string): Noun {
  const many = `${one}s`;
  return {
    one,
    many,
    a: `une ${one}`,
    the: /^[aeiouéh]/.test(one) ? `l'${one}` : `la ${one}`,
    every: `chaque ${one}`,
    everyNew: `toute nouvelle ${one}`,
    accepted: `${many} acceptées`,
    handedOver: `${many} transmises`,
  };
}

/** In French 0 and 1 are singular. */
function counted(count: number, one: string, many: string): string {
  return `${count}\u00a0${Math.abs(count) < 2 ? one : many}`;
}

/** `chaque jour ouvré`, `toutes les 4 heures ouvrées`, `tous les 5 jours ouvrés`. */
function rhythm(duration: string): string {
  if (duration.startsWith("1 ")) return duration.replace(/^1/, "chaque");
  return /heure|minute/.test(duration) ? `toutes les ${duration}` : `tous les ${duration}`;
}

/** Sentences in French; the terms are those of the trade's glossary: a handoff is a "transmission", R is "réalisateur". */
export const frenchSentences: Sentences = {
  objects: {
    contact: masculine("contact"),
    company: feminine("entreprise"),
    lead: masculine("lead"),
    deal: feminine("affaire"),
    ticket: masculine("ticket"),
  },
  list: (names) => joinNames(names, "et"),
  choice: (names) => joinNames(names, "ou"),
  purpose: (parties, record) =>
    `Ce contrat dit comment ${parties} se partagent le travail sur ${record.every}\u00a0: ce que signifie chaque étape, ce qui se transmet et à qui, dans quel délai le traiter, et ce qui doit remonter en retour.`,
  extent: ({ stages, handoffs, commitments, from }) =>
    `Il s'applique à partir du ${from} et comprend ${counted(stages, "étape", "étapes")}, ${counted(handoffs, "transmission", "transmissions")} et ${counted(commitments, "engagement", "engagements")}.`,
  header: {
    version: (name, version) => `${name}, version ${version}`,
    headedBy: (party, head) => `${party} (${head})`,
    approvalFor: (role, clauses) => `${role} (pour\u00a0: ${clauses})`,
    reviewBy: (date) => `${date} au plus tard`,
  },
  scope: {
    everyone: (record) => `Tous les ${record.many}`,
    whose: (record, comparison) => `Les ${record.many} dont ${comparison}`,
    when: (record) => `Les ${record.many}`,
    excluded: (because, condition) => (because === "" ? condition : `${because} (${condition})`),
    lookedAfterBy: (role) => `suivi assuré par ${role}`,
    lookedAfterByNobody: "aucun suivi",
    ignore: (record, date) =>
      `Les ${record.many} déjà présents au ${date} restent où ils sont\u00a0: aucun délai ne court avant un nouveau signal ou un changement fait à la main.`,
    place: (record, date) =>
      `Les ${record.many} déjà présents au ${date} reçoivent une étape une seule fois, d'après l'étape du cycle de vie du CRM\u202f; aucun délai ne court pour autant.`,
  },
  promises: {
    intro: "Chacune de ces promesses se mesure\u202f; la suite du document en donne le détail.",
    between: (by, to) => `${by} envers ${to}`,
    within: (party) => `${party}, entre ses équipes`,
    general: (by) => `${by} envers la direction générale`,
    prepared: (record, qHandoff, within) =>
      `compléter ce qui manque avant de transmettre ${record.a} (${qHandoff}), ${within}`,
    decided: (record, qHandoff, within) => `accepter ou refuser ${record.every} à réception (${qHandoff}), ${within}`,
    touched: (record, qHandoff, within) =>
      `chercher à joindre une première fois ${record.every} à réception (${qHandoff}), ${within}`,
    contactedOrRefused: (record, qHandoff, within) =>
      `prendre contact ou refuser, pour ${record.every} à réception (${qHandoff}), ${within}`,
    other: (title, qPlace, within) => `${uncapitalise(title)} (${qPlace}), ${within}`,
    leave: (record, qStage, within) => `donner une issue à ${record.every} à l'étape ${qStage}, ${within}`,
    feedback: (record, qHandoff, within) =>
      `dire ce qu'est devenu ${record.every} après transmission (${qHandoff}), ${within}`,
  },
  within: {
    same: (duration) => `en ${duration} au plus`,
    each: (parts) =>
      `en ${joinNames(
        parts.map(({ duration, priority }) => `${duration} (${priority})`),
        "ou",
      )} au plus`,
    by: (moment) => `d'ici la ${moment}`,
    rhythm,
  },
  map: {
    intro:
      "Flèches simples\u00a0: entrée dans une étape. Flèches épaisses\u00a0: transmission d'une équipe à l'autre. Flèches pointillées\u00a0: refus, motifs donnés et expirations.",
    listIntro: "La même chose en mots\u00a0:",
    start: (record) => record.everyNew.replace(/^\S+ /, "").replace(/^./, (letter) => letter.toUpperCase()),
    any: "Toute étape ouverte",
    by: (role) => `par ${role}`,
    expiry: (duration) => `après ${duration}`,
    forReasons: (qNames) => `${qNames.length < 2 ? "motif" : "motifs"} ${qNames.join(", ")}`,
    reasons: (count, first) => (count < 2 ? first : `${count}\u00a0motifs`),
    line: (to, how) => (how === "" ? `vers ${to}` : `vers ${to}\u00a0: ${how}`),
    automatic: "automatique, selon ses critères",
  },
  criteria: {
    intro: "Définis ici une fois pour toutes, désignés par leur nom partout ailleurs.",
    onCondition: (what, condition) => `${what}, à cette condition\u00a0: ${condition}`,
    onConditions: (what, heading) => `${what}, si ${heading}`,
    priorities: (record) =>
      `La première ligne qui convient l'emporte, au moment de transmettre ${record.a}\u202f; une priorité plus haute qui devient vraie ensuite la remplace.`,
    otherwise: "dans tous les autres cas",
  },
  stages: {
    intro: (record) =>
      `À un instant donné, ${record.a} n'est que dans une seule étape, et chaque étape a une seule fonction en charge.`,
    parking: (record) => `étape d'attente\u00a0: aucun délai ne court pour les ${record.many} qui s'y trouvent`,
    won: "fin du parcours, avec succès",
    lost: "fin du parcours, sans suite",
    pipeline: (qPipeline, record) => `étape du pipeline ${qPipeline} (${record.many})`,
    probability: (share) => `probabilité de gain\u00a0: ${share}`,
    mirror: "étape miroir\u00a0: elle suit les fiches liées, aucun travail ne s'y fait",
    born: (record) => `${capitalise(record.everyNew)} du périmètre commence ici`,
    automatic: (from) => `Automatiquement, depuis ${from}`,
    created: (role) => `À la main\u00a0: création par ${role}`,
    byHand: (role, from) => `À la main, par ${role}, depuis ${from}`,
    creation: "la création",
    anyStage: "toute étape ouverte ou d'attente",
    comingBack: (from) =>
      `Retour depuis ${from}\u00a0: seulement sur un signal postérieur à la sortie, et pas pendant le délai de carence`,
    handRaise: (signals) => `${signals} suffit pour revenir, même pendant le délai de carence`,
    reopening: (from, signals) => `${from} ne se quitte que sur ${signals}`,
    byHandoff: (qHandoff) => `Par la transmission ${qHandoff}, une fois acceptée`,
    byReasons: (reasons) => `Sur le motif ${reasons}`,
    byCommonReasons: "Sur les motifs",
    toStage: (qStage) => `vers ${qStage}`,
    exit: (reason, destination) => `${reason}\u00a0: ${destination}`,
    onHandoff: (handoff, qStage) => `${handoff}\u00a0: vers ${qStage}`,
    expiry: (duration, qReason, destination) => `Au bout de ${duration}, ${qReason}\u00a0: ${destination}`,
  },
  reasons: {
    intro:
      "Refuser, arrêter ou laisser passer le délai, c'est donner l'un de ces motifs\u202f; le motif seul dit ce qui se passe ensuite.",
    moveTo: (record, qStage) => `${record.the} passe à l'étape ${qStage}`,
    toStage: (qStage) => qStage,
    moveToSender: (record) => `${record.the} revient à l'équipe qui a transmis`,
    toSender: "Retour à l'équipe qui a transmis",
    coolOff: (duration) => `pas de retour automatique pendant ${duration}`,
    detail: "une explication est obligatoire",
    onlyAfter: (touches) => `seulement après ${touches}`,
    touches: (count, over) =>
      `${counted(count, "tentative de contact", "tentatives de contact")}${over === null ? "" : ` sur au moins ${over}`}`,
    repair: (duration) => `${duration} pour corriger, puis la transmission reprend`,
    automatic: "Posé automatiquement",
  },
  handoffs: {
    intro:
      "Une transmission fait passer une fiche d'une équipe à la suivante. Elle n'est complète qu'avec ses critères, ses délais et ce qui revient.",
    summary: (record, from, to) => `${capitalise(record.the)} passe de l'étape ${from} à l'étape ${to}.`,
    side: (qStage, role) => `${qStage} (${role})`,
    automatic: (record, from) => `S'ouvre d'elle-même dès que ${record.the} est à l'étape ${from}`,
    otherwise: (record, from) =>
      `S'ouvre d'elle-même pour ${record.every} à l'étape ${from} qu'aucune autre transmission ne prend`,
    byHand: (role) => `À la main, par ${role}`,
    missing: (role) =>
      `tant qu'il en manque un, les délais de l'équipe qui reçoit ne courent pas\u00a0: à compléter par ${role}`,
    keepCompany: "la personne déjà propriétaire de l'entreprise",
    keepContact: "la personne déjà propriétaire du contact",
    rotate: (role) => `${role}, à tour de rôle`,
    failing: (who) => `à défaut, ${who}`,
    assignedWhen: (who, condition) => `${who}, lorsque ${condition}`,
    decision: "L'équipe qui reçoit accepte ou refuse\u202f; un refus se motive",
    firstTouch: "Le premier contact vaut acceptation\u202f; un refus se motive",
    accepted: "Acceptation immédiate, sans décision à prendre",
    feedback: (record) => `La décision prise sur ${record.every} et, en cas de refus, son motif`,
    readBy: (readers) => `à lire par ${readers}`,
    refusal: "Seuls ces motifs sont possibles\u00a0:",
    returns: (max, per, qReason, destination) =>
      `Au plus ${counted(max, "retour", "retours")} en ${per}\u202f; au-delà\u00a0: ${qReason}, ${destination}`,
  },
  deadlines: {
    complete: "Compléter les champs obligatoires",
    decision: "Accepter ou refuser",
    contactOrRefuse: "Prendre contact ou refuser",
    firstTouch: "Prendre un premier contact",
    numbered: (title, position, total) => `${title}, ${position} sur ${total}`,
    decided: "Décider",
    touched: "Prendre contact",
    left: "Donner une issue",
    condition: "Atteindre l'événement attendu",
    exampleHandoff: (record, moment, zone) => `Exemple\u00a0: ${record.a} qui arrive le ${moment} (${zone}).`,
    exampleStage: (record, moment, zone) =>
      `Exemple\u00a0: ${record.a} qui entre dans cette étape le ${moment} (${zone}).`,
    example: (moment) => `Les exemples partent du ${moment}.`,
    remind: (share) => `Rappel à ${share} du délai`,
    atDue: (actions) => `Dès le dépassement\u00a0: ${actions}`,
    afterDue: (duration, actions) => `${duration} après l'échéance\u00a0: ${actions}`,
    notify: (people) => `alerte (${joinNames(people, "et")})`,
    reassign: (role) => `réattribution au sein de l'équipe ${role}`,
    holder: "la personne en charge",
    allKinds: "toute tentative de contact faite par une personne",
    notOpen: "hors du calendrier",
    nothing: "Pas d'escalade",
  },
  commitments: {
    intro: "Chacun s'engage envers l'autre\u202f; les chiffres se lisent à la fin de chaque période.",
    contributionIntro: "Ce que chaque fonction apporte au revenu, devant la direction générale.",
    atLeast: (quantity) => `au moins ${quantity}`,
    atMost: (quantity) => `au plus ${quantity}`,
    between: (low, high) => `de ${low} à ${high}`,
    except: (period, bound) => `${period}\u00a0: ${bound}`,
    ignoreBelow: (count) => `sans effet en dessous de ${count}\u00a0cas`,
    management: "Direction générale",
    promises: {
      acceptance: (bound, record, place) => `faire accepter ${bound} des ${record.many} (${place})`,
      onTime: (bound, record, place) => `tenir le délai pour ${bound} des ${record.many} (${place})`,
      entered: (bound, record, place) => `amener ${bound} ${record.many} à l'étape ${place}`,
      converted: (bound, record, place) => `mener plus loin que ${place} ${bound} des ${record.many}`,
      worked: (bound, record, place) => `traiter réellement ${bound} des ${record.many} (${place})`,
      untreated: (bound, record, place) => `laisser sans traitement ${bound} des ${record.many} (${place})`,
      sourced: (bound, _record, place) => `générer ${bound} de pipeline (${place})`,
      influenced: (bound, _record, place) => `influencer ${bound} de pipeline (${place})`,
      amount: (bound, record, place) => `amener ${bound} à l'étape ${place} (${record.many})`,
      retained: (bound, record, place) => `conserver ${bound} des ${record.many} (${place})`,
    },
    measures: {
      acceptance: (record, place) => `part des ${record.accepted} (${place})`,
      onTime: (record, place) => `part des ${record.many} dont le délai est tenu (${place})`,
      entered: (record, place) => `nombre de ${record.many} qui entrent à l'étape ${place}`,
      converted: (record, place) => `part des ${record.many} qui vont plus loin que ${place}`,
      worked: (record, place) => `part des ${record.many} dont le traitement est réel (${place})`,
      untreated: (record, place) => `part des ${record.many} sans traitement (${place})`,
      sourced: (_record, place) => `valeur du pipeline généré (${place})`,
      influenced: (_record, place) => `valeur du pipeline influencé (${place})`,
      amount: (record, place) => `valeur des ${record.many} qui atteignent l'étape ${place}`,
      retained: (record, place) => `maintien des ${record.many} (${place})`,
    },
  },
  governance: {
    legend:
      "Réalisateur\u00a0: fait le travail. Approbateur (garant)\u00a0: a le dernier mot, un seul par décision. Consulté\u00a0: donne son avis avant. Informé\u00a0: l'apprend ensuite.",
    everything: "tout le contrat",
    approvalFor: (role, clauses) => `${role}\u00a0: ${clauses}`,
  },
  calendars: {
    intro: "Les heures et jours «\u00a0ouvrés\u00a0» ne se comptent que sur ces horaires.",
    title: (city) => `Fuseau horaire\u00a0: ${city}`,
    isDefault: "tous, sauf mention contraire",
    days: (first, last) => `Du ${first} au ${last}`,
    interval: (from, to) => `${from}\u00a0–\u00a0${to}`,
    range: (from, to) => `du ${from} au ${to}`,
    closed: "fermé",
    allDays: "week-ends et jours fériés compris",
    otherwise: "Tous les autres jours\u00a0: fermé",
    line: (when, what) => `${when}\u00a0: ${what}`,
  },
  dictionary: {
    intro: "Les données que les équipes partagent. Pour chaque champ, qui le renseigne, ou quoi.",
    atLeast: (value) => `à partir de ${value}`,
    atMost: (value) => `jusqu'à ${value}`,
    range: (low, high) => `de ${low} à ${high}`,
  },
  periods: {
    quarter: (quarter, year) => `${quarter === 1 ? "1er" : `${quarter}e`} trimestre ${year}`,
    month: (month) => month,
    week: (week, year) => `semaine ${week} de ${year}`,
  },
};
