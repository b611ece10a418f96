import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family VER. */
export const versionPages = {
  VER908: {
    title: {
      en: "Every suppression has a reason and something to suppress",
      fr: "Toute mise en sourdine a une raison et un objet",
    },
    what: {
      en: "A comment with revpact-ignore answers warnings and infos: on a line of its own those of the entry that begins on the next line, beside a value those of its line. It needs a code and a reason, and may carry a date. This one has run out, names nothing that is found, or misses a part. Errors can't be suppressed.",
      fr: "Un commentaire revpact-ignore répond à des avertissements et à des infos\u00a0: seul sur sa ligne, à ceux de l'entrée qui commence à la ligne suivante\u202f; à côté d'une valeur, à ceux de sa ligne. Il lui faut un code et une raison, et il peut porter une date. Celui-ci a expiré, ne vise rien de trouvé, ou est incomplet. Une erreur ne peut être passée sous silence.",
    },
    form: "lines",
    fails: `# revpact-ignore DOC951: the workshop will write it
glossary:
  lead: { label: Lead, definition: A contact in the target market. }
`,
    passes: `glossary:
  lead: { label: Lead, definition: A contact in the target market. }
`,
    fix: {
      en: "Take the comment out where nothing is left to suppress; else give it a code, a reason and a later date.",
      fr: "Retirer le commentaire s'il n'y a plus rien à faire taire\u202f; sinon, lui donner un code, une raison et une date ultérieure.",
    },
  },
  VER909: {
    title: {
      en: "The contract is reviewed by the day it sets itself",
      fr: "Le contrat est revu au plus tard le jour qu'il se fixe",
    },
    what: {
      en: "The day written in reviewBy has passed. The contract stays valid; the finding is a reminder that both sides promised to look at it again.",
      fr: "Le jour inscrit dans reviewBy est passé. Le contrat reste valable\u202f; le constat rappelle que les deux parties ont promis de le relire.",
    },
    form: "entries",
    fails: "reviewBy: 2026-12-31\n",
    passes: "reviewBy: 2027-06-30\n",
    fix: {
      en: "Meet, go through refusals, deadlines and commitments, change what no longer fits, then write the day of the next review.",
      fr: "Se réunir, passer en revue refus, délais et engagements, changer ce qui ne convient plus, puis inscrire le jour de la prochaine revue.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
