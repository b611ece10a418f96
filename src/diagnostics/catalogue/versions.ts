import { quote } from "../language.ts";
import { row } from "./row.ts";

/** What is wrong with a comment that suppresses findings. */
export type StaleCause = "unused" | "expired" | "unknown-code" | "no-code" | "no-reason" | "no-date" | "error";

/** The codes of the family VER: names, weights and messages. */
export const versionRows = {
  VER901: row<{ version: string; before: string; needed: string; count: number }>({
    name: "breaking-without-major",
    severity: "error",
    message: {
      en: ({ version, before, count }) =>
        `${count === 1 ? "A change breaks" : `${count} changes break`} what was agreed in ${before}, but the version is only ${version}`,
      fr: ({ version, before, count }) =>
        `${count < 2 ? "Un changement rompt" : `${count} changements rompent`} ce qui était convenu en ${before}, mais la version n'est que ${version}`,
    },
    help: {
      en: ({ needed }) => `make it at least ${needed} (revpact bump), or take back what breaks`,
      fr: ({ needed }) => `passer au moins à ${needed} (revpact bump), ou renoncer à ce qui rompt`,
    },
    why: {
      en: "whoever reads a small version number would not look for new duties",
      fr: "qui voit un petit changement de version n'y cherche pas de nouvelles obligations",
    },
  }),
  VER902: row<{ version: string; before: string; needed: string; count: number; bump: string }>({
    name: "version-not-bumped",
    severity: "error",
    message: {
      en: ({ version, before, count }) =>
        `${count === 1 ? "A change" : `${count} changes`} since ${before} ${count === 1 ? "needs" : "need"} a newer version than ${version}`,
      fr: ({ version, before, count }) =>
        `${count < 2 ? "Un changement" : `${count} changements`} depuis ${before} ${count < 2 ? "demande" : "demandent"} une version plus récente que ${version}`,
    },
    help: {
      en: ({ needed }) => `make it at least ${needed}: revpact bump writes it`,
      fr: ({ needed }) => `passer au moins à ${needed}\u00a0: revpact bump l'écrit`,
    },
    why: {
      en: "two texts under one number make it unclear which one was signed",
      fr: "deux textes sous un même numéro\u00a0: on ne sait plus lequel a été signé",
    },
  }),
  VER903: row<{ version: string; before: string }>({
    name: "version-decreased",
    severity: "error",
    message: {
      en: ({ version, before }) => `The version goes back from ${before} to ${version}`,
      fr: ({ version, before }) => `La version recule de ${before} à ${version}`,
    },
    help: {
      en: ({ before }) => `write a version after ${before}, also to take changes back`,
      fr: ({ before }) => `écrire une version postérieure à ${before}, même pour revenir en arrière`,
    },
    why: {
      en: "a number that was signed once would stand for another text",
      fr: "un numéro déjà signé désignerait un autre texte",
    },
  }),
  VER904: row<{ id: string; owner: string }>({
    name: "id-reused",
    severity: "error",
    message: {
      en: ({ id, owner }) =>
        `${quote(id, "en")} is the former id of ${quote(owner, "en")}, and names something else now`,
      fr: ({ id, owner }) =>
        `${quote(id, "fr")} est l'ancien identifiant de ${quote(owner, "fr")}, et désigne désormais autre chose`,
    },
    help: {
      en: () => "give the new entry an id that no entry ever had",
      fr: () => "donner à la nouvelle entrée un identifiant qui n'a jamais servi",
    },
    why: {
      en: "records and reports that kept the old id would count for the wrong entry",
      fr: "les fiches et rapports qui gardent l'ancien identifiant compteraient pour la mauvaise entrée",
    },
  }),
  VER906: row<{ effective: string; earliest: string; asOf: string }>({
    name: "notice-too-short",
    severity: "warning",
    message: {
      en: ({ effective, earliest, asOf }) =>
        `What breaks takes effect on ${effective}; with the agreed notice, told on ${asOf}, it could from ${earliest}`,
      fr: ({ effective, earliest, asOf }) =>
        `Ce qui rompt prend effet le ${effective}\u202f; annoncé le ${asOf}, avec le préavis convenu, il le pourrait dès le ${earliest}`,
    },
    help: {
      en: ({ earliest }) => `move effective to ${earliest} or later (revpact bump)`,
      fr: ({ earliest }) => `repousser effective au ${earliest} ou plus tard (revpact bump)`,
    },
    why: {
      en: "people would owe on a day what they had no time to prepare for",
      fr: "on devrait du jour au lendemain ce qu'on n'a pas eu le temps de préparer",
    },
  }),
  VER907: row<{ party: string; missing: number; stale: number; otherVersion: string }>({
    name: "missing-signoff",
    severity: "error",
    message: {
      en: (args) => signOffEn(args),
      fr: (args) => signOffFr(args),
    },
    help: {
      en: ({ party }) => `run revpact approvals, and have ${quote(party, "en")} approve its file`,
      fr: ({ party }) => `lancer revpact approvals, et faire approuver son fichier par ${quote(party, "fr")}`,
    },
    why: {
      en: "a duty that one side wrote alone is no agreement",
      fr: "une obligation écrite par une seule partie n'est pas un accord",
    },
  }),
  VER908: row<{ code: string; cause: StaleCause; until: string; suggestion: string }>({
    name: "stale-suppression",
    severity: "warning",
    message: {
      en: (args) => staleEn[args.cause](args),
      fr: (args) => staleFr[args.cause](args),
    },
    help: {
      en: ({ cause }) => staleHelpEn[cause] ?? "take the comment out, or bring it up to date",
      fr: ({ cause }) => staleHelpFr[cause] ?? "retirer le commentaire, ou le mettre à jour",
    },
    why: {
      en: "an exception that nobody reviews becomes the rule",
      fr: "une exception que personne ne revoit devient la règle",
    },
  }),
  VER909: row<{ reviewBy: string; asOf: string }>({
    name: "review-overdue",
    severity: "warning",
    message: {
      en: ({ reviewBy, asOf }) => `The contract was to be reviewed by ${reviewBy}, and it is ${asOf}`,
      fr: ({ reviewBy, asOf }) => `Le contrat devait être revu au plus tard le ${reviewBy}, et nous sommes le ${asOf}`,
    },
    help: {
      en: () => "review it with both sides, then move reviewBy",
      fr: () => "le revoir avec les deux parties, puis déplacer reviewBy",
    },
    why: {
      en: "an agreement nobody looks at drifts away from what people do",
      fr: "un accord que personne ne relit s'éloigne de ce qui se fait",
    },
  }),
};

interface SignOff {
  readonly party: string;
  readonly missing: number;
  readonly otherVersion: string;
}

function signOffEn({ party, missing, otherVersion }: SignOff): string {
  const name = quote(party, "en");
  if (missing > 0)
    return `${name} has not approved ${missing === 1 ? "a change" : `${missing} changes`} that ${missing === 1 ? "concerns" : "concern"} it`;
  if (otherVersion !== "") return `${name} has approved version ${otherVersion}, which is not this one`;
  return `${name} has approved changes that are no longer there`;
}

function signOffFr({ party, missing, otherVersion }: SignOff): string {
  const name = quote(party, "fr");
  if (missing > 0)
    return `${name} n'a pas approuvé ${missing < 2 ? "un changement" : `${missing} changements`} qui ${missing < 2 ? "le concerne" : "le concernent"}`;
  if (otherVersion !== "") return `${name} a approuvé la version ${otherVersion}, qui n'est pas celle-ci`;
  return `${name} a approuvé des changements qui n'y sont plus`;
}

interface Stale {
  readonly code: string;
  readonly until: string;
  readonly suggestion: string;
}
type PerCause = Readonly<Record<StaleCause, (stale: Stale) => string>>;

const staleEn: PerCause = {
  unused: ({ code }) => `This comment suppresses ${code}, which is not found here`,
  expired: ({ code, until }) => `The suppression of ${code} ended on ${until}`,
  "unknown-code": ({ code, suggestion }) =>
    `There is no code ${quote(code, "en")} to suppress${suggestion === "" ? "" : `; did you mean ${suggestion}`}`,
  "no-code": () => "This comment does not say which code it suppresses",
  "no-reason": ({ code }) => `The suppression of ${code} gives no reason`,
  "no-date": ({ until }) => `${quote(until, "en")} is no date until which to suppress`,
  error: ({ code }) => `${code} is an error and can't be suppressed`,
};
const staleFr: PerCause = {
  unused: ({ code }) => `Ce commentaire fait taire ${code}, qui ne se trouve pas ici`,
  expired: ({ code, until }) => `La mise en sourdine de ${code} a pris fin le ${until}`,
  "unknown-code": ({ code, suggestion }) =>
    `Il n'y a pas de code ${quote(code, "fr")} à faire taire${suggestion === "" ? "" : `\u202f; vouliez-vous dire ${suggestion}`}`,
  "no-code": () => "Ce commentaire ne dit pas quel code il fait taire",
  "no-reason": ({ code }) => `La mise en sourdine de ${code} ne donne pas de raison`,
  "no-date": ({ until }) => `${quote(until, "fr")} n'est pas une date de fin`,
  error: ({ code }) => `${code} est une erreur et ne peut être passée sous silence`,
};

const example = "# revpact-ignore SLA508 until=2027-03-01: night shift starts in March";
const exampleFr = "# revpact-ignore SLA508 until=2027-03-01: équipe de nuit dès mars";
const staleHelpEn: Readonly<Partial<Record<StaleCause, string>>> = {
  "no-code": `write it like ${example}`,
  "no-reason": `say why after a colon: ${example}`,
  "no-date": `write it like ${example}`,
  error: "correct what it says, as the contract can't be used before",
};
const staleHelpFr: Readonly<Partial<Record<StaleCause, string>>> = {
  "no-code": `l'écrire ainsi\u00a0: ${exampleFr}`,
  "no-reason": `dire pourquoi après deux-points\u00a0: ${exampleFr}`,
  "no-date": `l'écrire ainsi\u00a0: ${exampleFr}`,
  error: "corriger ce qu'elle signale\u00a0: le contrat est inutilisable avant",
};
