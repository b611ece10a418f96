import type { Contract } from "../contract/index.ts";
import { type Language, languages as spokenLanguages } from "../diagnostics/index.ts";
import { createMarkdownRenderer, type Templates } from "./markdown/render-markdown.ts";
import { buildViewModel } from "./view-model.ts";

/** What to render, in which languages (`fr`, `en`), with which templates. */
export interface DocumentRequest {
  readonly contract: Contract;
  readonly languages: readonly string[];
  readonly templates: Templates;
}

/** A document to be written; `path` is relative, `revenue-contract.fr.md`. */
export interface RenderedDocument {
  readonly path: string;
  readonly text: string;
}

/** Why documents can't be rendered: a language that the contract or revpact lacks, or a broken template. */
export type DocumentProblem =
  | { readonly kind: "language"; readonly language: string; readonly available: readonly string[] }
  | { readonly kind: "template"; readonly message: string };

/** All documents, or the problems that prevent them; never a part. */
export type RenderedDocuments =
  | { readonly kind: "rendered"; readonly files: readonly RenderedDocument[] }
  | { readonly kind: "refused"; readonly problems: readonly DocumentProblem[] };

/** Renders one Markdown file per language, in the order asked for; a language asked for twice counts once. */
export function renderDocuments({ contract, languages, templates }: DocumentRequest): RenderedDocuments {
  const available = documentLanguages(contract);
  const asked = [...new Set(languages)];
  const missing = asked.filter((language) => !available.some((known) => known === language));
  if (missing.length > 0) {
    return { kind: "refused", problems: missing.map((language) => ({ kind: "language", language, available })) };
  }
  const renderMarkdown = createMarkdownRenderer(templates);
  const files: RenderedDocument[] = [];
  for (const language of asked.flatMap((one) => available.filter((known) => known === one))) {
    const layout = renderMarkdown(buildViewModel(contract, language));
    if (layout.kind === "broken") return { kind: "refused", problems: [{ kind: "template", message: layout.message }] };
    files.push({ path: `revenue-contract.${language}.md`, text: layout.text });
  }
  return { kind: "rendered", files };
}

/** The languages in which a contract can be documented: those it is written in and revpact speaks, its default first. */
export function documentLanguages(contract: Contract): readonly Language[] {
  return contract.languages.flatMap((language) => spokenLanguages.filter((spoken) => spoken === language));
}
