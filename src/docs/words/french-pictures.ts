import { describeElapsed } from "../../diagnostics/index.ts";
import type { PictureWords } from "./english-pictures.ts";
import { joinNames } from "./join-names.ts";

const minuteMs = 60_000;

/** Words of the pictures in French. */
export const frenchPictures: PictureWords = {
  asText: "La même chose en toutes lettres",
  range: (least, most) => `de ${least} à ${most}`,
  stageMap: {
    title: "Carte des étapes",
    description: (stages, handoffs) =>
      `${stages}\u00a0étapes sous forme de cases, à la couleur de la partie qui s'en occupe, et des flèches pour chaque passage de l'une à l'autre, dont ${handoffs}\u00a0${handoffs < 2 ? "transmission" : "transmissions"}. La liste sous l'image dit la même chose.`,
    legend: { entry: "entrée", handoff: "transmission", return: "refus, motif ou expiration" },
    parking: "attente",
    won: "gagné",
    lost: "clos",
    toStages: (names) => `→ ${names.join(", ")}`,
    outTo: (names) => `··→ ${names.join(", ")}`,
    fromStages: (count) => `depuis ${count}\u00a0étapes`,
  },
  swimlane: {
    title: "Qui a la fiche, et quand",
    description: (parties) =>
      `Un couloir par partie (${parties})\u202f; les fiches avancent de gauche à droite, d'étape en étape. Chaque transmission porte le délai de décision.`,
    nobody: "Personne",
    legend: {
      entry: "entrée",
      handoff: "transmission, avec le délai de décision",
      return: "refus, retour à l'équipe qui a transmis",
    },
    birth: "point de départ",
    any: "depuis toute étape",
    reason: "pour un motif",
  },
  timeline: {
    title: (deadline) => `${deadline}\u00a0: le délai`,
    description: (deadline, start, due) =>
      `${deadline}, sur le calendrier de qui le doit\u00a0: ce qui part le ${start} est à échéance le ${due}. Les heures fermées sont hachurées et resserrées. Le tableau dit la même chose.`,
    open: "ouvert, dans le délai",
    late: "ouvert, en dépassement",
    closed: "fermé",
    closedFor: (length) => `fermé ${length}`,
    elapsed: (ms) => describeElapsed(Math.round(ms / minuteMs), "fr"),
    inAll: (length) => `${length} en tout`,
    day: (weekday, day) => `${weekday.slice(0, 3)}.\u00a0${day}`,
    worst: "Le pire de l'année",
    start: "Départ",
    due: "Échéance",
  },
  loop: {
    title: (handoff) => `${handoff}\u00a0: l'aller et le retour`,
    description: (sender, receiver) =>
      `${sender} transmet à ${receiver}\u202f; ${receiver} décide et dit à ${sender} ce qu'il en est advenu.`,
    decides: "décide",
    answers: "dit ce qu'il en est advenu",
    refused: "En cas de refus",
    more: (count) => `et ${count}\u00a0${count < 2 ? "autre motif" : "autres motifs"}`,
  },
  criteria: {
    title: (what) => `${what}\u00a0: qui passe`,
    description: (count) =>
      count < 2
        ? "Ce que demandent les critères. En dessous, un lead qui passe et un autre qui ne passe pas."
        : `${count}\u00a0façons de remplir les critères, une par ligne, avec ce que chacune demande\u202f; une seule suffit. En dessous, un lead qui passe et un autre qui ne passe pas.`,
    and: "et",
    or: "ou",
    not: "pas",
    passes: "Passe",
    fails: "Ne passe pas",
    more: (count) => `et ${count}\u00a0${count < 2 ? "autre façon" : "autres façons"}`,
    way: "Façon",
    whatever: "peu importe",
    none: "aucun signal",
    noneWithin: (duration) => `aucun signal en ${duration}`,
    other: "une autre valeur",
    tests: {
      isNot: (value) => `pas ${value}`,
      oneOf: (values) => joinNames(values, "ou"),
      noneOf: (values) => `ni ${values.join(" ni ")}`,
      atLeast: (value) => `${value} ou plus`,
      atMost: (value) => `${value} ou moins`,
      moreThan: (value) => `plus de ${value}`,
      lessThan: (value) => `moins de ${value}`,
      between: (low, high) => `de ${low} à ${high}`,
      known: "renseigné",
      unknown: "non renseigné",
      contains: (value) => `contient ${value}`,
      withinLast: (duration) => `il y a moins de ${duration}`,
      withinNext: (duration) => `dans moins de ${duration}`,
      before: (date) => `avant le ${date}`,
      after: (date) => `après le ${date}`,
      orUnknown: (said) => `${said}, ou non renseigné`,
      ever: "sans limite de date",
      once: (duration) => `depuis moins de ${duration}`,
      times: (count) => `au moins ${count}\u00a0fois`,
      timesWithin: (count, duration) => `au moins ${count}\u00a0fois en ${duration}`,
    },
    linked: (object) => `Lien avec ${object}`,
  },
  funnel: {
    title: "Le chemin d'une fiche",
    description: (stages) => `Le chemin principal à travers les étapes\u00a0: ${stages.join(", ")}.`,
    more: (count) => `+ ${count}`,
  },
};
