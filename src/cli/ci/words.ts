import { formatNumber, type Language } from "../../diagnostics/index.ts";

const english = {
  passed: "passed",
  failed: "failed",
  columns: ["Check", "Result", ""] as readonly string[],
  isNew: "This contract is new: everything in it is to be agreed on.",
  noBase: "There is nothing to compare with: give --base to see what changes.",
  held: "Records concerned",
  heldLine: (count: number, what: string) =>
    `${formatNumber(count, "en")} ${count === 1 ? "record holds" : "records hold"} what can't be chosen any more: ${what}`,
  plan: "What would be done in the CRM",
  approvals: "Approvals still missing",
  problems: "What failed",
  lost: "Held less well by the CRM",
  lostLine: (clause: string, before: string, after: string) => `${clause}: ${before} → ${after}`,
  cut: (count: number) => `… and ${count} more lines: see the job summary, or run \`revpact ci\`.`,
  tooLong: "This part is too long for a comment: see the job summary.",
};

const french: typeof english = {
  passed: "réussi",
  failed: "échoué",
  columns: ["Contrôle", "Résultat", ""],
  isNew: "Ce contrat est nouveau\u00a0: tout y est à convenir.",
  noBase: "Rien à quoi comparer\u00a0: donner --base pour voir ce qui change.",
  held: "Fiches concernées",
  heldLine: (count, what) =>
    `${formatNumber(count, "fr")} ${count < 2 ? "fiche contient" : "fiches contiennent"} ce qui ne peut plus être choisi\u00a0: ${what}`,
  plan: "Ce qui serait fait dans le CRM",
  approvals: "Approbations encore attendues",
  problems: "Ce qui a échoué",
  lost: "Moins bien assuré par le CRM",
  lostLine: (clause, before, after) => `${clause}\u00a0: ${before} → ${after}`,
  cut: (count) => `… et ${count} lignes de plus\u00a0: voir le résumé du pipeline, ou lancer \`revpact ci\`.`,
  tooLong: "Cette partie est trop longue pour un commentaire\u00a0: voir le résumé du pipeline.",
};

/** The words of `ci`. */
export function ciWords(language: Language): typeof english {
  return language === "fr" ? french : english;
}
