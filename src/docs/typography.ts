import type { Language } from "../diagnostics/index.ts";

type Rules = readonly (readonly [RegExp, string])[];

const common: Rules = [
  [/(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}«])/gu, "\u2019"],
  [/(?<=\p{L})'(?=\s|$)/gu, "\u2019"],
  [/\.\.\./g, "…"],
  // A number keeps its unit on its line.
  [/(?<=\d) (?=(?:h|min)(?![\p{L}\p{N}]))/gu, "\u00a0"],
];

const french: Rules = [
  ...common,
  [/"([^"]*)"/g, "«\u00a0$1\u00a0»"],
  [/«[ \u00a0\u202f]*/g, "«\u00a0"],
  [/[ \u00a0\u202f]*»/g, "\u00a0»"],
  // A space that somebody typed stays one, but no line breaks there; where there is none (14:30, https:) none is added.
  [/ (?=:)/g, "\u00a0"],
  [/[ \u00a0](?=[;!?])/g, "\u202f"],
  [/[ \u00a0](?=%)/g, "\u202f"],
  [/ (?=€)/g, "\u00a0"],
  [/(?<=\d) (?=\d{3}(?!\d))/g, "\u202f"],
];

const english: Rules = [...common, [/"([^"]*)"/g, "“$1”"]];

const rulesOf: Readonly<Record<Language, Rules>> = { en: english, fr: french };

/** A text as a printer of the language sets it: apostrophes, quotation marks, and spaces where no line may break. */
export function typographic(text: string, language: Language): string {
  return rulesOf[language].reduce((said, [pattern, replacement]) => said.replace(pattern, replacement), text);
}
