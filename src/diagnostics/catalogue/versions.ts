import { row } from "./row.ts";

/** The codes of the family VER: names, weights and messages. */
export const versionRows = {
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
