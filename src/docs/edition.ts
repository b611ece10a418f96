import type { Language } from "../diagnostics/index.ts";
import type { Audience } from "./audience.ts";
import type { DocumentSubject } from "./view-model.ts";

/** Everything documents are laid out with: templates and style sheets by path, and the script of the site. */
export interface DocumentAssets {
  /** `markdown/document.hbs`, `site/layout.hbs`, `site/site.css` … by their text. */
  readonly templates: Readonly<Record<string, string>>;
  readonly script: string;
}

/** A document to be written; `path` is relative, `fr/index.html`. */
export interface RenderedDocument {
  readonly path: string;
  readonly text: string;
}

/** Why documents can't be rendered: a language or an audience that the contract lacks, or a broken template. */
export type DocumentProblem =
  | { readonly kind: "language" | "audience"; readonly name: string; readonly available: readonly string[] }
  | { readonly kind: "template"; readonly message: string };

/** All documents, or the problems that prevent them; never a part. */
export type RenderedDocuments =
  | { readonly kind: "rendered"; readonly files: readonly RenderedDocument[] }
  | { readonly kind: "refused"; readonly problems: readonly DocumentProblem[] };

/** What an edition is rendered from once languages and audiences are known to exist. */
export interface EditionRequest extends DocumentSubject {
  readonly languages: readonly Language[];
  readonly audiences: readonly Audience[];
  readonly isSingleFile: boolean;
  readonly assets: DocumentAssets;
}
