import { type CatalogueRow, catalogue, type FindingArgs, type Severity } from "./catalogue/index.ts";
import type { Finding, RelatedRole } from "./finding.ts";
import { type Bilingual, type Language, printable } from "./language.ts";

/** A finding put into words. */
export interface FindingText {
  readonly message: string;
  readonly help: string;
  readonly why: string;
  readonly witness?: string;
  readonly related: readonly string[];
}

const relatedPhrases: Readonly<Record<RelatedRole, Bilingual>> = {
  "first-here": { en: "first written here", fr: "écrit d'abord ici" },
  "defined-here": { en: "defined here", fr: "défini ici" },
  "conflicts-with": { en: "conflicts with this", fr: "en conflit avec ceci" },
  "also-here": { en: "and here", fr: "et ici" },
  "required-here": { en: "required here", fr: "exigé ici" },
  "filled-by": { en: "filled in by", fr: "rempli par" },
};

const severityWords: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  en: { error: "error", warning: "warning", info: "info" },
  fr: { error: "erreur", warning: "avertissement", info: "info" },
};

/** How people call the weight of a finding. */
export function severityWord(severity: Severity, language: Language): string {
  return severityWords[language][severity];
}

/** The words of a finding in one language. */
export function renderFinding(item: Finding, language: Language): FindingText {
  // The arguments were typed by the code when the finding was built; the table is looked up by the same code here.
  const row = catalogue[item.code] as unknown as CatalogueRow<FindingArgs>;
  return {
    message: printable(row.message[language](item.args)),
    help: printable(row.help[language](item.args)),
    why: row.why[language],
    ...(item.witness === undefined ? {} : { witness: printable(item.witness[language]) }),
    related: item.related.map(({ role }) => relatedPhrases[role][language]),
  };
}
