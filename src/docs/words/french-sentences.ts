import type { Sentences } from "./english-sentences.ts";
import { frenchCommitments } from "./french-commitments.ts";
import { capitalise, joinNames, uncapitalise } from "./join-names.ts";
import type { Noun } from "./noun.ts";

// Labels of roles and parties come from the contract, of either gender and number: no sentence puts an article before
// one, lets a verb or a participle agree with one, or elides before one.

function masculine(one: string): Noun {
  const many = `${one}s`;
  return {
    ...eitherGender(one),
    a: `un ${one}`,
    the: elided(one) ? `l'${one}` : `le ${one}`,
    all: `tous les ${many}`,
    everyNew: `tout nouveau ${one}`,
    existing: `${many} déjà présents dans le CRM`,
    handedOver: `${many} transmis`,
    everyHandedOver: `chaque ${one} transmis`,
    whatBecame: `ce qu'est devenu chaque ${one} transmis`,
    untreated: `${many} transmis que personne n'a traités`,
  };
}

function feminine(one: string): Noun {
  const many = `${one}s`;
  return {
    ...eitherGender(one),
    a: `une ${one}`,
    the: elided(one) ? `l'${one}` : `la ${one}`,
    all: `toutes les ${many}`,
    everyNew: `toute nouvelle ${one}`,
    existing: `${many} déjà présentes dans le CRM`,
    handedOver: `${many} transmises`,
    everyHandedOver: `chaque ${one} transmise`,
    whatBecame: `ce qu'est devenue chaque ${one} transmise`,
    untreated: `${many} transmises que personne n'a traitées`,
  };
}

function eitherGender(one: string) {
  const many = `${one}s`;
  return { one, many, every: `chaque ${one}`, ofMany: elided(one) ? `d'${many}` : `de ${many}` };
}

function elided(word: string): boolean {
  return /^[aeiouéh]/.test(word);
}

/** `1re`, `2e`. */
function ordinal(position: number): string {
  return position === 1 ? "1re" : `${position}e`;
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
    `Ce contrat dit comment ${parties} se partagent le travail sur ${record.every}\u00a0: ce que signifie chaque étape, ce qui se transmet, à qui et dans quel délai, et quels retours sont dus.`,
  extent: ({ stages, handoffs, commitments, from }) =>
    `Il s'applique à partir du ${from} et comprend ${counted(stages, "étape", "étapes")}, ${counted(handoffs, "transmission", "transmissions")} et ${counted(commitments, "engagement", "engagements")}.`,
  header: {
    version: (name, version) => `${name}, version ${version}`,
    headedBy: (party, head) => `${party} (${head})`,
    approvalFor: (role, clauses) => `${role} (pour\u00a0: ${clauses})`,
    reviewBy: (date) => `${date} au plus tard`,
  },
  scope: {
    everyone: (record) => capitalise(record.all),
    whose: (record, comparison) => `Les ${record.many} dont ${comparison}`,
    when: (record) => `Les ${record.many}`,
    excluded: (because, condition) => (because === "" ? condition : `${because} (${condition})`),
    lookedAfterBy: (role) => `suivi assuré par ${role}`,
    lookedAfterByNobody: "aucun suivi",
    ignore: (record, date) =>
      `Au ${date}, rien ne bouge et aucun délai ne court\u00a0: ${record.a} ne reçoit une étape que sur un nouveau signal, ou si quelqu'un l'y place à la main.`,
    place: (record, date) =>
      `Au ${date}, ${record.every} reçoit une étape une fois pour toutes, d'après son étape du cycle de vie dans le CRM. Aucune transmission ne s'ouvre et aucun délai ne court pour autant\u202f; l'expiration se compte à partir de cette date.`,
  },
  promises: {
    intro: "Chacune de ces promesses se mesure\u202f; la suite du document en donne le détail.",
    between: (by, to) => `${by} envers ${to}`,
    within: (party) => `${party}, en interne`,
    general: (by) => `${by} envers la direction générale`,
    prepared: (record, qHandoff, within) =>
      `compléter ce qui manque avant de transmettre ${record.a} (${qHandoff}), ${within}`,
    decided: (record, qHandoff, within) => `accepter ou refuser ${record.everyHandedOver} (${qHandoff}), ${within}`,
    touched: (record, qHandoff, within) =>
      `prendre un premier contact pour ${record.everyHandedOver} (${qHandoff}), ${within}`,
    contactedOrRefused: (record, qHandoff, within) =>
      `prendre contact ou refuser, pour ${record.everyHandedOver} (${qHandoff}), ${within}`,
    other: (title, qPlace, within) => `${uncapitalise(title)} (${qPlace}), ${within}`,
    leave: (record, qStage, within) => `donner une issue à ${record.every} de l'étape ${qStage}, ${within}`,
    feedback: (record, qHandoff, within) => `dire ${record.whatBecame} (${qHandoff}), ${within}`,
  },
  within: {
    same: (duration) => `sous ${duration}`,
    each: (parts) =>
      `sous ${joinNames(
        parts.map(({ duration, priority }) => `${duration} (${priority})`),
        "ou",
      )}`,
    by: (moment) => `d'ici la ${moment}`,
    rhythm,
  },
  map: {
    intro:
      "Flèches simples\u00a0: entrée dans une étape. Flèches épaisses\u00a0: transmission d'une équipe à l'autre. Flèches pointillées\u00a0: refus, motifs donnés et expirations.",
    listIntro: "Le même parcours en toutes lettres\u00a0:",
    start: (record) => record.everyNew.replace(/^\S+ /, "").replace(/^./, (letter) => letter.toUpperCase()),
    any: "Toute étape ouverte ou d'attente",
    by: (role) => `par ${role}`,
    forReasons: (qNames) => `${qNames.length < 2 ? "motif" : "motifs"} ${qNames.join(", ")}`,
    reasons: (count, first) => (count < 2 ? first : `${count}\u00a0motifs`),
    line: (to, how) => (how === "" ? `vers ${to}` : `vers ${to}\u00a0: ${how}`),
    automatic: "automatique, selon ses critères",
  },
  criteria: {
    intro: "Définis ici une fois pour toutes\u202f; partout ailleurs, on les cite par leur nom.",
    onCondition: (what, condition) => `${what}, à cette condition\u00a0: ${condition}`,
    onConditions: (what, heading) => `${what}, si ${heading}`,
    priorities: (record) =>
      `Au moment de transmettre ${record.a}, la première ligne qui convient l'emporte. Si une priorité plus haute devient vraie par la suite, elle prend le relais.`,
    otherwise: "dans tous les autres cas",
  },
  stages: {
    intro: (record) =>
      `${capitalise(record.a)} est dans une seule étape à la fois, et chaque étape a une seule fonction en charge.`,
    parking: (record) => `étape d'attente\u00a0: aucun délai ne court pour les ${record.many} qui s'y trouvent`,
    won: "fin du parcours, avec succès",
    lost: "fin du parcours, sans suite",
    pipeline: (qPipeline, record) => `étape du pipeline ${qPipeline} (${record.many})`,
    probability: (share) => `probabilité de gain\u00a0: ${share}`,
    mirror: "étape miroir\u00a0: elle suit les fiches liées, aucun travail ne s'y fait",
    born: (record) => `${capitalise(record.everyNew)} du périmètre commence ici`,
    automatic: (from) => `Automatiquement, depuis ${from}`,
    created: (role) => `Création à la main, par ${role}`,
    byHand: (role, from) => `À la main, par ${role}, depuis ${from}`,
    creation: "la création",
    anyStage: "toute étape ouverte ou d'attente",
    comingBack: (from) =>
      `Retour depuis ${from}\u00a0: seulement sur un signal postérieur à la sortie, et pas pendant le délai de carence`,
    handRaise: (signals) => `${signals} suffit pour revenir, même pendant le délai de carence`,
    reopening: (from, signals) => `${from} ne se quitte que sur ${signals}`,
    byHandoff: (qHandoff) => `Par la transmission ${qHandoff}, une fois acceptée`,
    byReasons: (reasons) => `Pour le motif ${reasons}`,
    byCommonReasons: "Pour l'un de ces motifs",
    onHandoff: (handoff, qStage) => `${handoff}\u00a0: vers ${qStage} une fois acceptée`,
    ifRefused: (ways) => `en cas de refus\u00a0: ${ways}`,
    toStage: (qStage) => `vers ${qStage}`,
    staysForSender: (role) => `retour à ${role}, dans cette étape`,
    fromAnywhere: (qStage) => `vers ${qStage}\u00a0: automatique, comme depuis toute étape ouverte ou d'attente`,
    lifecycle: (qValue) => `étape du cycle de vie ${qValue}`,
    breach: (role) => `compte comme un manquement (${role})`,
    expiry: (duration, qReason, destination) => `Au bout de ${duration}, ${destination} (motif ${qReason})`,
  },
  reasons: {
    intro:
      "Tout refus, toute sortie et toute expiration portent l'un de ces motifs\u202f; lui seul décide de la suite.",
    moveTo: (record, qStage) => `${record.the} passe à l'étape ${qStage}`,
    toStage: (qStage) => qStage,
    moveToSender: (record) => `${record.the} revient à l'équipe qui a transmis`,
    toSender: "Retour à l'équipe qui a transmis",
    coolOff: (duration) => `pas de retour automatique pendant ${duration}`,
    detail: "une explication est obligatoire",
    onlyAfter: (touches) => `seulement après ${touches}`,
    touches: (count, over) =>
      `${counted(count, "tentative de contact", "tentatives de contact")}${over === null ? "" : `, étalées sur au moins ${over}`}`,
    repair: (duration) => `${duration} pour corriger, puis la transmission reprend`,
    automatic: "Attribué automatiquement",
    early: "Donné sans les tentatives de contact qu'il exige, un motif compte comme un refus sans travail.",
  },
  handoffs: {
    intro:
      "Une transmission fait passer une fiche d'une équipe à la suivante. Elle n'est complète qu'avec ses critères, ses délais et ce qui revient.",
    summary: (record, from, to) => `${capitalise(record.the)} passe de l'étape ${from} à l'étape ${to}.`,
    side: (qStage, role) => `${qStage} (${role})`,
    automatic: (record, from) => `Automatique, dès que ${record.the} est à l'étape ${from}`,
    otherwise: (record, from) =>
      `Automatique, pour ${record.every} à l'étape ${from} qu'aucune autre transmission ne prend`,
    byHand: (role) => `À la main, par ${role}`,
    rules: [
      "Tant qu'un champ obligatoire manque, la transmission est incomplète et le délai court pour l'équipe qui transmet. Une fois complète, elle est en attente et les délais de l'équipe qui reçoit commencent.",
      "Aucun délai n'attend que la fiche soit attribuée\u202f; ni une absence ni un changement de propriétaire ne le suspendent.",
      "Après un refus, la transmission ne se rouvre que sur un nouveau signal, une fois la correction faite, ou à l'initiative de l'équipe qui transmet.",
      "Une fiche partie ailleurs, sortie du périmètre, fusionnée ou supprimée annule sa transmission, sans que personne en soit comptable. Une fiche déplacée à la main là où ce contrat ne le prévoit pas compte comme un manquement.",
    ],
    raisedHand: (signals) => `après ${signals}, la transmission se fait même s'il manque des données`,
    missing: (role) =>
      `tant qu'il en manque un, les délais de l'équipe qui reçoit ne courent pas\u00a0: à compléter par ${role}`,
    keepCompany: "la personne qui suit déjà l'entreprise (propriétaire de la fiche)",
    keepContact: "la personne qui suit déjà le contact (propriétaire de la fiche)",
    rotate: (role) => `${role}, à tour de rôle`,
    failing: (who) => `sinon, ${who}`,
    assignedWhen: (who, condition) => `si ${condition}\u00a0: ${who}`,
    decision: "L'équipe qui reçoit accepte ou refuse\u202f; un refus se motive",
    firstTouch: "Le premier contact vaut prise en charge\u202f; un refus se motive",
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
    again: (title, position) => `${title}, ${ordinal(position)} fois`,
    numbered: (title, position) => `${title}, n°\u00a0${position}`,
    decided: "Décider",
    touched: "Prendre contact",
    left: "Donner une issue",
    condition: "Atteindre l'événement attendu",
    awaited: (event) => `Obtenir ${event}`,
    exampleHandoff: (record, moment, zone) => `Exemple\u00a0: ${record.a} qui arrive le ${moment} (${zone}).`,
    exampleStage: (record, moment, zone) =>
      `Exemple\u00a0: ${record.a} qui entre dans cette étape le ${moment} (${zone}).`,
    example: (moments) => `Les exemples partent du ${joinNames(moments, "ou du")}.`,
    remind: (share) => `Rappel à ${share} du délai`,
    atDue: (actions) => `Dès le dépassement\u00a0: ${actions}`,
    afterDue: (duration, actions) => `${duration} après l'échéance\u00a0: ${actions}`,
    notify: (people) => `alerte (${joinNames(people, "et")})`,
    reassign: (role) => `réattribution (${role}), avec de nouveaux délais`,
    holder: "la personne en charge",
    allKinds: "toute tentative de contact faite par une personne",
    notOpen: "pas d'heures ouvrées pour compter",
    nothing: "Pas d'escalade",
    zone: (city) => `fuseau horaire ${city}`,
    zoned: (moment, city) => `${moment} (${city})`,
    startsComplete: "dès que les critères sont remplis, tant qu'il manque un champ obligatoire",
    clocks:
      "Un délai qui finirait exactement à la fermeture finit à l'ouverture suivante. Agir à l'échéance même, c'est encore être dans les temps.",
  },
  commitments: frenchCommitments,
  roles: {
    intro: "Des fonctions, jamais des personnes\u00a0: qui les occupe se règle dans le CRM.",
    capacity: (count) => `${count} par personne et par jour ouvré`,
  },
  signals: {
    intro:
      "Ce que fait une personne, et ce que ce contrat en tire. Une demande explicite compte même pendant le délai de carence, et se transmet même s'il manque des données.",
    plain: "Marque d'intérêt",
    handRaise: "Demande explicite",
    scope: "Périmètre",
  },
  governance: {
    underWay: "Ce qui était ouvert à l'entrée en vigueur d'une nouvelle version garde les conditions de son ouverture.",
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
    year: (year, dates) => `${year}\u00a0: ${dates}`,
    closed: "fermé",
    allDays: "week-ends et jours fériés compris",
    line: (when, what) => `${when}\u00a0: ${what}`,
  },
  dictionary: {
    intro: "Les données que les équipes partagent. Chaque champ dit qui, ou quel système, le renseigne.",
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
