import { type Bilingual, type Code, catalogue, type Language, severityWord } from "../../diagnostics/index.ts";
import type { ExampleForm, RulePage } from "../../diagnostics/pages/index.ts";
import type { Paint } from "../terminal.ts";

const headings = {
  en: { why: "Why it matters", fails: "This fails", passes: "This passes", fix: "How to fix it" },
  fr: {
    why: "Pourquoi c'est important",
    fails: "Ceci est refusé",
    passes: "Ceci est accepté",
    fix: "Comment corriger",
  },
} as const;

/** How the two examples are to be read. */
const readings: Readonly<Record<ExampleForm, Bilingual>> = {
  entries: {
    en: "The examples show the entries of a contract that matter here; one left empty is missing in it.",
    fr: "Les exemples montrent les entrées d'un contrat qui comptent ici\u202f; celle qui est laissée vide y manque.",
  },
  lines: {
    en: "The examples are lines of a contract.",
    fr: "Les exemples sont des lignes d'un contrat.",
  },
  bytes: {
    en: "The examples are lines of a contract; \\x and two digits stand for one byte of the file.",
    fr: "Les exemples sont des lignes d'un contrat\u202f; \\x suivi de deux chiffres représente un octet du fichier.",
  },
  part: {
    en: "The examples are a second file, in the folder of contract.yaml.",
    fr: "Les exemples sont un deuxième fichier, dans le dossier de contract.yaml.",
  },
  portal: {
    en: "The examples show entries of a contract, planned against a portal that has the team Commerce and the form Devis, and where the token of the environment small may not touch workflows.",
    fr: "Les exemples montrent des entrées d'un contrat, planifiées sur un portail qui a l'équipe Commerce et le formulaire Devis, et où le jeton de l'environnement small ne peut toucher aux workflows.",
  },
  since: {
    en: "The examples show entries of a newer version of a contract, compared with its version 1.0.0 on 4 January 2027.",
    fr: "Les exemples montrent des entrées d'une nouvelle version d'un contrat, comparée à sa version 1.0.0 le 4 janvier 2027.",
  },
  test: {
    en: "The examples are a file of tests, in the folder of contract.yaml.",
    fr: "Les exemples sont un fichier de tests, dans le dossier de contract.yaml.",
  },
  events: {
    en: "The examples are a file of recorded events (CSV); \\x and two digits stand for one byte of the file.",
    fr: "Les exemples sont un fichier d'événements enregistrés (CSV)\u202f; \\x suivi de deux chiffres représente un octet du fichier.",
  },
  "long-events": {
    en: "The examples are rows of a file of recorded events (CSV) of more than 64 MB.",
    fr: "Les exemples sont des lignes d'un fichier d'événements enregistrés (CSV) de plus de 64\u00a0Mo.",
  },
  file: {
    en: "The examples are whole files.",
    fr: "Les exemples sont des fichiers entiers.",
  },
};

/** How a page is printed; `width` is that of the terminal, in columns. */
export interface PageStyle {
  readonly language: Language;
  readonly paint: Paint;
  readonly width: number;
}

/** The page of a code for a terminal. */
export function renderPage(code: Code, page: RulePage, { language, paint, width }: PageStyle): string {
  const { name, severity, why } = catalogue[code];
  const words = headings[language];
  const columns = Math.min(Math.max(width, 40), 100);
  return [
    `${paint.bold(`${code} ${name}`)}  ${severityWord(severity, language)}`,
    "",
    ...wrap(page.title[language], columns),
    "",
    ...wrap(page.what[language], columns),
    "",
    paint.bold(words.why),
    ...wrap(why[language], columns - 2).map((line) => `  ${line}`),
    "",
    ...wrap(readings[page.form][language], columns),
    "",
    paint.bold(words.fails),
    ...indent(page.fails),
    "",
    paint.bold(words.passes),
    ...indent(page.passes),
    "",
    paint.bold(words.fix),
    ...wrap(page.fix[language], columns - 2).map((line) => `  ${line}`),
    "",
  ].join("\n");
}

function indent(yaml: string): readonly string[] {
  return yaml
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`.trimEnd());
}

/** Lines of at most `columns`, broken at plain spaces only: no-break spaces hold. */
function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
