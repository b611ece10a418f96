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
