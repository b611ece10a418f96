import type { Language } from "../../diagnostics/index.ts";
import type { Level } from "../../review/index.ts";

const english = {
  title: "Changes to the agreement",
  nothing: "No changes: both versions say the same.",
  levels: { breaking: "Breaking", minor: "Minor", wording: "Wording" } satisfies Record<Level, string>,
  counted: (count: number, level: Level) => `${count} ${level === "wording" ? "of wording" : level}`,
  means: {
    breaking: "somebody owes more, or gets less than was agreed",
    minor: "nobody owes more than before",
    wording: "the agreement is the same, said or mapped otherwise",
  } satisfies Record<Level, string>,
  was: "was",
  now: "now",
  shows: "shows",
  binds: "binds",
  relieves: "relieves",
  breaksFor: "breaks for",
  crm: "concerns the CRM only",
  undecided: "could not be proved: counted as breaking",
  needs: (bump: string, version: string) => `needs a ${bump} version: at least ${version}`,
  says: (version: string) => `the newer one says ${version}`,
  hidden: (count: number, party: string) => `${count} ${count === 1 ? "change does" : "changes do"} not touch ${party}`,
  lenient: (place: string, count: number) =>
    `${place} has ${count} ${count === 1 ? "error" : "errors"} by the rules of today; it is compared all the same`,
  moved: (place: string, file: string) => `in ${place} the contract lay in ${file}`,
  yaml: "The text, word by word",
  clause: "Clause",
  change: "Change",
  who: "Who",
};

const french: typeof english = {
  title: "Changements de l'accord",
  nothing: "Aucun changement\u00a0: les deux versions disent la même chose.",
  levels: { breaking: "Ruptures", minor: "Changements mineurs", wording: "Rédaction" },
  counted: (count, level) => {
    const isOne = count < 2;
    const [one, many] = {
      breaking: ["rupture", "ruptures"],
      minor: ["changement mineur", "changements mineurs"],
      wording: ["changement de rédaction", "changements de rédaction"],
    }[level];
    return `${count} ${isOne ? one : many}`;
  },
  means: {
    breaking: "quelqu'un doit davantage, ou reçoit moins que convenu",
    minor: "personne ne doit plus qu'avant",
    wording: "l'accord est le même, dit ou relié au CRM autrement",
  },
  was: "avant",
  now: "après",
  shows: "preuve",
  binds: "engage",
  relieves: "allège",
  breaksFor: "rupture pour",
  crm: "ne concerne que le CRM",
  undecided: "preuve impossible\u00a0: compté comme une rupture",
  needs: (bump, version) =>
    `demande une version ${{ major: "majeure", minor: "mineure", patch: "corrective" }[bump] ?? bump}\u00a0: au moins ${version}`,
  says: (version) => `la plus récente dit ${version}`,
  hidden: (count, party) => `${count} ${count < 2 ? "changement ne touche" : "changements ne touchent"} pas ${party}`,
  lenient: (place, count) =>
    `${place} a ${count} ${count < 2 ? "erreur" : "erreurs"} selon les règles actuelles\u202f; la comparaison se fait malgré tout`,
  moved: (place, file) => `dans ${place}, le contrat se trouvait dans ${file}`,
  yaml: "Le texte, mot à mot",
  clause: "Clause",
  change: "Changement",
  who: "Qui",
};

/** The words around a comparison. */
export function diffWords(language: Language): typeof english {
  return language === "fr" ? french : english;
}
