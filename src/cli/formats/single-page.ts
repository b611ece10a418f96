import type { Language } from "../../diagnostics/index.ts";
import { escapeText, type Markup } from "./markup.ts";

/** Nothing is loaded from anywhere, and nothing runs. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What a page of its own shows. */
export interface SinglePage {
  readonly language: Language;
  readonly title: string;
  /** CSS, written into the page. */
  readonly style: string;
  readonly body: readonly Markup[];
}

/** One HTML page that holds everything it needs. */
export function renderSinglePage({ language, title, style, body }: SinglePage): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="color-scheme" content="light dark">',
    '<meta name="generator" content="revpact">',
    `<title>${escapeText(title)}</title>`,
    `<style>${style}</style>`,
  ].join("\n");
  const main = body.map(({ markup }) => markup).join("\n");
  return `<!doctype html>\n<html lang="${language}">\n<head>\n${head}\n</head>\n<body>\n<main>\n${main}\n</main>\n</body>\n</html>\n`;
}
