import { type Code, catalogue, type Language } from "../../diagnostics/index.ts";
import type { RulePage } from "../../diagnostics/pages/index.ts";
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

/** The page of a code for a terminal. */
export function renderPage(
  code: Code,
  page: RulePage,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): string {
  const { name, severity, why } = catalogue[code];
  const words = headings[language];
  const block = (yaml: string) =>
    yaml
      .trimEnd()
      .split("\n")
      .map((line) => `    ${line}`.trimEnd())
      .join("\n");
  return [
    `${paint.bold(`${code} ${name}`)}  ${severity}`,
    "",
    page.title[language],
    "",
    page.what[language],
    "",
    paint.bold(words.why),
    `  ${why[language]}`,
    "",
    paint.bold(words.fails),
    block(page.fails),
    "",
    paint.bold(words.passes),
    block(page.passes),
    "",
    paint.bold(words.fix),
    `  ${page.fix[language]}`,
    "",
  ].join("\n");
}
