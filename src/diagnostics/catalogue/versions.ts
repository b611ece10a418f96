import { quote } from "../language.ts";
import { row } from "./row.ts";

/** What is wrong with a comment that suppresses findings. */
export type StaleCause = "unused" | "expired" | "unknown-code" | "no-code" | "no-reason" | "no-date" | "error";

/** The codes of the family VER: names, weights and messages. */
export const versionRows = {
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
