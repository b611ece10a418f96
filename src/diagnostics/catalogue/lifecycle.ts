import { quote, quoteEach } from "../language.ts";
import { row } from "./row.ts";

/** What a worked stage lacks. */
export type StageGap = "owner" | "deadline" | "exits" | "all";

/** The codes of the family GRA: names, weights and messages. */
export const lifecycleRows = {
  GRA301: row<{ stage: string }>({
    name: "unreachable-stage",
    severity: "error",
    message: {
      en: ({ stage }) => `No record can ever reach the stage ${quote(stage, "en")}`,
      fr: ({ stage }) => `Aucun lead ne peut jamais atteindre l'étape ${quote(stage, "fr")}`,
    },
    help: {
      en: () => "lead to it from a stage that records do reach: by from, by a handoff or by the moveTo of a reason",
      fr: () => "y mener depuis une étape atteinte\u00a0: par from, par une transmission ou par le moveTo d'un motif",
    },
    why: {
      en: "a stage nobody reaches is a promise that will never be kept",
      fr: "une étape que personne n'atteint est une promesse qui ne sera jamais tenue",
    },
  }),
  GRA302: row<{ stage: string; missing: StageGap }>({
    name: "silent-sink",
    severity: "error",
    message: {
      en: ({ stage, missing }) => `Records can vanish in ${quote(stage, "en")}: it has ${sinkEn[missing]}`,
      fr: ({ stage, missing }) =>
        `Des leads peuvent disparaître dans ${quote(stage, "fr")}\u00a0: il y manque ${sinkFr[missing]}`,
    },
    help: {
      en: ({ missing }) =>
        missing === "owner"
          ? "name the role that answers for it: owner"
          : "give it deadlines with exitReasons, a handoff that leaves it, or expires with a reason; or mark it parking or closed",
      fr: ({ missing }) =>
        missing === "owner"
          ? "nommer le rôle qui en répond\u00a0: owner"
          : "lui donner des deadlines avec exitReasons, une transmission qui en sort, ou expires avec un motif\u202f; ou la déclarer parking ou closed",
    },
    why: {
      en: "untreated leads stay there unseen, and each side blames the other",
      fr: "des leads non traités y restent sans que personne ne les voie, et chacun accuse l'autre",
    },
  }),
  GRA303: row<{ object: string }>({
    name: "no-entry-stage",
    severity: "error",
    message: {
      en: ({ object }) => `No stage takes a new ${object}: the chain has no entrance`,
      fr: ({ object }) =>
        `Aucune étape n'accueille de nouveau ${objectFr[object] ?? object}\u00a0: la chaîne n'a pas d'entrée`,
    },
    help: {
      en: () => "say where records are born: from: new in the first stage",
      fr: () => "dire où naissent les leads\u00a0: from: new dans la première étape",
    },
    why: {
      en: "an agreement about records that never enter binds nobody",
      fr: "un accord sur des leads qui n'entrent jamais n'engage personne",
    },
  }),
  GRA304: row<Record<string, never>>({
    name: "no-terminal-stage",
    severity: "error",
    message: {
      en: () => "No stage is an end: nothing is ever won or lost",
      fr: () => "Aucune étape n'est une fin\u00a0: rien n'est jamais gagné ni perdu",
    },
    help: {
      en: () => "mark where it ends: closed: won and closed: lost",
      fr: () => "marquer où cela finit\u00a0: closed: won et closed: lost",
    },
    why: {
      en: "without an end nobody can say what the chain yields",
      fr: "sans fin, personne ne peut dire ce que la chaîne rapporte",
    },
  }),
  GRA305: row<{ stages: readonly string[]; handoff: string; cause: "expiry" | "criteria" | "refusal" }>({
    name: "endless-recycle",
    severity: "error",
    message: {
      en: ({ stages, handoff, cause }) =>
        cause === "refusal"
          ? `${quote(handoff, "en")} can be refused to the sender and sent again without end`
          : `Records go round for ever through ${quoteEach(stages, "en")}: ${roundEn[cause]}`,
      fr: ({ stages, handoff, cause }) =>
        cause === "refusal"
          ? `${quote(handoff, "fr")} peut être refusée à l'émetteur et renvoyée sans fin`
          : `Des leads tournent sans fin par ${quoteEach(stages, "fr")}\u00a0: ${roundFr[cause]}`,
    },
    help: {
      en: ({ cause }) =>
        cause === "refusal"
          ? "set a limit: recycle: { max: 2 per 12 months, reason: … }"
          : "let one of these moves lead out: to a closed stage, or back only on a signal",
      fr: ({ cause }) =>
        cause === "refusal"
          ? "fixer une limite\u00a0: recycle: { max: 2 per 12 months, reason: … }"
          : "faire sortir l'un de ces mouvements\u00a0: vers une étape close, ou retour sur signal seulement",
    },
    why: {
      en: "the same leads are counted again and again, and nobody decides about them",
      fr: "les mêmes leads sont comptés encore et encore, et personne n'en décide",
    },
  }),
  GRA306: row<{ from: string; to: string; fromOwner: string; toOwner: string }>({
    name: "owner-change-without-handoff",
    severity: "error",
    message: {
      en: ({ from, to, fromOwner, toOwner }) =>
        `From ${quote(from, "en")} to ${quote(to, "en")} the record changes hands (${fromOwner} → ${toOwner}) without a handoff`,
      fr: ({ from, to, fromOwner, toOwner }) =>
        `De ${quote(from, "fr")} à ${quote(to, "fr")}, le lead change de mains (${fromOwner} → ${toOwner}) sans transmission`,
    },
    help: {
      en: ({ from, to }) => `write a handoff from "${from}" to "${to}" with criteria, deadlines and feedback`,
      fr: ({ from, to }) =>
        `écrire une transmission de «\u00a0${from}\u00a0» à «\u00a0${to}\u00a0» avec critères, délais et retour`,
    },
    why: {
      en: "nobody has to accept the record, so nobody has to treat it",
      fr: "personne n'a à accepter le lead, donc personne n'a à le traiter",
    },
  }),
  GRA307: row<{ handoff: string; cause: "no-reason" | "no-way-out" }>({
    name: "missing-refusal-path",
    severity: "error",
    message: {
      en: ({ handoff, cause }) =>
        `The receiver of ${quote(handoff, "en")} can't refuse: ${cause === "no-reason" ? "no reason is offered" : "every reason leads back to them"}`,
      fr: ({ handoff, cause }) =>
        `Celui qui reçoit ${quote(handoff, "fr")} ne peut pas refuser\u00a0: ${cause === "no-reason" ? "aucun motif n'est proposé" : "tous les motifs ramènent le lead chez lui"}`,
    },
    help: {
      en: () => "list the reasons in feedback: { reasons: […] }, or make acceptance automatic",
      fr: () => "donner les motifs dans feedback: { reasons: […] }, ou rendre l'acceptation automatique",
    },
    why: {
      en: "who can't refuse openly filters in silence",
      fr: "qui ne peut pas refuser ouvertement trie en silence",
    },
  }),
  GRA309: row<{ stage: string; from: string; skipped: string }>({
    name: "stage-bypass",
    severity: "warning",
    message: {
      en: ({ stage, from, skipped }) =>
        `From ${quote(from, "en")} records reach ${quote(stage, "en")} past ${quote(skipped, "en")}, whose rules then never apply`,
      fr: ({ stage, from, skipped }) =>
        `De ${quote(from, "fr")}, des leads atteignent ${quote(stage, "fr")} en évitant ${quote(skipped, "fr")}, dont les règles ne jouent alors pas`,
    },
    help: {
      en: ({ from, skipped }) => `take "${from}" out of from, or ask here what "${skipped}" asks`,
      fr: ({ from, skipped }) =>
        `retirer «\u00a0${from}\u00a0» de from, ou exiger ici ce qu'exige «\u00a0${skipped}\u00a0»`,
    },
    why: {
      en: "a short cut becomes the road, and the figures of the stage that was skipped mean nothing",
      fr: "le raccourci devient la route, et les chiffres de l'étape évitée ne veulent plus rien dire",
    },
  }),
  GRA310: row<{ stage: string }>({
    name: "parking-without-return",
    severity: "warning",
    message: {
      en: ({ stage }) => `No record ever leaves ${quote(stage, "en")} for work again`,
      fr: ({ stage }) => `Aucun lead ne quitte jamais ${quote(stage, "fr")} pour être de nouveau travaillé`,
    },
    help: {
      en: ({ stage }) =>
        `name it in the from of a stage with a signal in its criteria, or say that it is an end: closed: lost (now: parking, "${stage}")`,
      fr: () =>
        "la nommer dans le from d'une étape dont les critères comptent un signal, ou dire que c'est une fin\u00a0: closed: lost",
    },
    why: {
      en: "what marketing keeps warm there, sales will never see",
      fr: "ce que le marketing y entretient, le commerce ne le verra jamais",
    },
  }),
  GRA311: row<{ stage: string; deadline: string; cause: "escalation" | "transmitting" }>({
    name: "expiry-beats-escalation",
    severity: "error",
    message: {
      en: ({ stage, deadline, cause }) =>
        cause === "transmitting"
          ? `${quote(stage, "en")} expires while its handoff waits for an answer`
          : `${quote(stage, "en")} can expire before ${quote(deadline, "en")} has been escalated`,
      fr: ({ stage, deadline, cause }) =>
        cause === "transmitting"
          ? `${quote(stage, "fr")} expire pendant que sa transmission attend une réponse`
          : `${quote(stage, "fr")} peut expirer avant l'escalade de ${quote(deadline, "fr")}`,
    },
    help: {
      en: ({ cause }) =>
        cause === "transmitting"
          ? "take expires out: an unanswered handoff stays overdue and visible until somebody ends it"
          : "let it expire later, or shorten the deadline and its escalations",
      fr: ({ cause }) =>
        cause === "transmitting"
          ? "retirer expires\u00a0: une transmission sans réponse reste en retard et visible jusqu'à ce que quelqu'un y mette fin"
          : "faire expirer plus tard, ou raccourcir le délai et ses escalades",
    },
    why: {
      en: "the lead is gone before anybody in charge hears of it",
      fr: "le lead est parti avant qu'un responsable en entende parler",
    },
  }),
  GRA312: row<{ stage: string; from: string }>({
    name: "return-without-signal",
    severity: "error",
    message: {
      en: ({ stage, from }) =>
        `A record comes back from ${quote(from, "en")} to ${quote(stage, "en")} although nothing new happened`,
      fr: ({ stage, from }) =>
        `Un lead revient de ${quote(from, "fr")} à ${quote(stage, "fr")} sans que rien de nouveau se soit passé`,
    },
    help: {
      en: ({ from }) => `add an alternative that asks for a signal, or take "${from}" out of from`,
      fr: ({ from }) => `ajouter une possibilité qui demande un signal, ou retirer «\u00a0${from}\u00a0» de from`,
    },
    why: {
      en: "sales gets back the very leads it has just given away, unchanged",
      fr: "le commerce retrouve, inchangés, les leads qu'il vient de rendre",
    },
  }),
  GRA313: row<{ handoff: string; field: string; fillers: readonly string[]; cause: "receiver" | "nobody" | "later" }>({
    name: "handoff-never-opens",
    severity: "error",
    message: {
      en: ({ handoff, field, fillers, cause }) =>
        `${quote(handoff, "en")} can never open: ${lateEn({ field, fillers, cause })}`,
      fr: ({ handoff, field, fillers, cause }) =>
        `${quote(handoff, "fr")} ne peut jamais s'ouvrir\u00a0: ${lateFr({ field, fillers, cause })}`,
    },
    help: {
      en: ({ field, fillers }) =>
        fillers.length === 0
          ? `say who fills "${field}": filledBy`
          : `move "${field}" to helpful, or let the sender fill it too (now: ${quoteEach(fillers, "en")})`,
      fr: ({ field, fillers }) =>
        fillers.length === 0
          ? `dire qui remplit «\u00a0${field}\u00a0»\u00a0: filledBy`
          : `passer «\u00a0${field}\u00a0» dans helpful, ou le faire remplir aussi par l'émetteur (aujourd'hui\u00a0: ${quoteEach(fillers, "fr")})`,
    },
    why: {
      en: "leads wait for ever at the door, and the clock never starts",
      fr: "les leads attendent sans fin à la porte, et le délai ne démarre jamais",
    },
  }),
  GRA314: row<{ stage: string }>({
    name: "unreachable-by-hand",
    severity: "error",
    message: {
      en: ({ stage }) => `Nothing and nobody leads to the stage ${quote(stage, "en")}`,
      fr: ({ stage }) => `Rien ni personne ne mène à l'étape ${quote(stage, "fr")}`,
    },
    help: {
      en: () =>
        "say how a record enters: from with criteria, from with by, a handoff to it, or a reason that moves to it",
      fr: () =>
        "dire comment on y entre\u00a0: from avec criteria, from avec by, une transmission vers elle, ou un motif qui y mène",
    },
    why: {
      en: "the word is in the agreement but no lead will ever wear it",
      fr: "le mot est dans l'accord, mais aucun lead ne le portera jamais",
    },
  }),
};

const roundEn = {
  expiry: "they expire from one into the other",
  criteria: "each takes from the other what meets both",
} as const;
const roundFr = {
  expiry: "ils expirent de l'une dans l'autre",
  criteria: "chacune reprend à l'autre ce qui répond aux deux",
} as const;
const objectFr: Readonly<Record<string, string>> = { contact: "contact", company: "compte", lead: "lead" };

interface LateField {
  readonly field: string;
  readonly fillers: readonly string[];
  readonly cause: "receiver" | "nobody" | "later";
}

function lateEn({ field, fillers, cause }: LateField): string {
  if (cause === "nobody") return `nobody fills ${quote(field, "en")}`;
  const by = cause === "receiver" ? "its receiver" : `${quoteEach(fillers, "en")}, who see the record later`;
  return `${quote(field, "en")} is filled only by ${by}`;
}

function lateFr({ field, fillers, cause }: LateField): string {
  if (cause === "nobody") return `personne ne remplit ${quote(field, "fr")}`;
  const by =
    cause === "receiver" ? "celui qui reçoit" : `${quoteEach(fillers, "fr")}, qui ne voit le lead que plus tard`;
  return `${quote(field, "fr")} n'est rempli que par ${by}`;
}

const sinkEn: Readonly<Record<StageGap, string>> = {
  owner: "no owner",
  deadline: "reasons to leave but no deadline",
  exits: "a deadline but no reason to leave by",
  all: "no deadline with reasons, no handoff and no expiry",
};

const sinkFr: Readonly<Record<StageGap, string>> = {
  owner: "un responsable",
  deadline: "un délai (il y a des motifs de sortie)",
  exits: "des motifs de sortie (il y a un délai)",
  all: "un délai avec des motifs, une transmission ou une expiration",
};
