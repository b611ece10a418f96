import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family VER. */
export const versionPages = {
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
