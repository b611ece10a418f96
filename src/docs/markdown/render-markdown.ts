import Handlebars from "handlebars";
import type { Language } from "../../diagnostics/index.ts";
import type { DocumentModel } from "../document-model.ts";
import type { Diagram } from "../section-model.ts";
import { typographic } from "../typography.ts";
import { wordsOf } from "../words/index.ts";
import { checkAnchor, escapeCode, escapeMarkdown } from "./escape-markdown.ts";
import { renderMermaid } from "./render-mermaid.ts";
import { richMarkdown } from "./rich-markdown.ts";

/** The text of each template by its path in the folder of the edition: `document.hbs`, `partials/table.hbs`. */
type Templates = Readonly<Record<string, string>>;

/** Which template lays out which file. */
export interface MarkdownLayout {
  /** `document`, `pages/guide`. */
  readonly template: string;
  /** Whose guide it is; empty where it is none. */
  readonly party: string;
  /** The file that links to anchors lead to; empty for the file itself. */
  readonly base: string;
  /** The other files of the edition; none where there is only one. */
  readonly files: readonly { readonly text: string; readonly path: string }[];
}

/** The document, or what Handlebars says about a template that does not parse or asks for what the model lacks. */
export type Layout =
  | { readonly kind: "rendered"; readonly text: string }
  | { readonly kind: "broken"; readonly message: string };

/**
 * A function that lays out view models by the template `document.hbs`; the others are its partials, named by their path without
 * `.hbs`. Templates may be the user's own, so their mistakes are an outcome and not a bug. They are compiled once, at the
 * first model, and serve every language.
 *
 * Escaping happens here once, before any template runs, and not in the templates: `noEscape` switches off the HTML
 * escaping of Handlebars (which would print `&#x27;` in prose and know nothing of `|`), and in exchange the templates
 * never see a string as the contract wrote it. So no template can forget to escape, whatever it does.
 */
export function createMarkdownRenderer(templates: Templates): (model: DocumentModel, layout: MarkdownLayout) => Layout {
  const layOut = compileTemplates(templates);
  const escapedModels = new WeakMap<DocumentModel, object>();
  return (model, { template, party, base, files }) => {
    try {
      const escapedModel = escapedModels.get(model) ?? escapeModel(model);
      escapedModels.set(model, escapedModel);
      const guide = model.guides.findIndex((one) => one.party === party);
      const { titles } = wordsOf[model.language].pages;
      const links = files.map(({ text, path }) => ({ text: escapeMarkdown(text), path }));
      const page = {
        template,
        base,
        titles,
        files: links,
        guide: (escapedModel as DocumentModel).guides[guide] ?? null,
      };
      return { kind: "rendered", text: tidy(layOut({ ...escapedModel, ...page })) };
    } catch (error) {
      return { kind: "broken", message: error instanceof Error ? error.message : String(error) };
    }
  };
}

function compileTemplates(templates: Templates): (escapedModel: unknown) => string {
  const handlebars = Handlebars.create();
  for (const [path, text] of Object.entries(templates)) {
    handlebars.registerPartial(path.replace(/\.hbs$/, ""), text.replaceAll("\r\n", "\n"));
  }
  handlebars.registerHelper("template-named", (name: string) => name);
  return handlebars.compile("{{> (template-named template)}}", {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { "template-named": true },
  });
}

/** How the strings under a key are escaped; under any other key they are prose. */
const contexts: Readonly<Record<string, (text: string, language: Language) => string>> = {
  anchor: checkAnchor,
  code: escapeCode,
  definition: richMarkdown,
  language: (language) => language,
};

/** A copy of a model in which every string is safe in Markdown, and each diagram is Mermaid text. */
export function escapeModel(model: DocumentModel): object {
  const escaped = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return (contexts[key] ?? prose)(value, model.language);
    if (Array.isArray(value)) return value.map((member: unknown) => escaped(member, key));
    if (typeof value !== "object" || value === null) return value;
    // The model has diagrams under this key only, see `StageMapSection`.
    if (key === "diagram") return renderMermaid(value as Diagram);
    // Markdown runs no scripts.
    if (key === "data") return null;
    return membersOf(value);
  };
  const membersOf = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([name, member]) => [name, escaped(member, name)]));
  return membersOf(model);
}

const prose = (text: string, language: Language): string => escapeMarkdown(typographic(text, language));

/** Templates leave blank lines where a section is empty: at most one stays, and the file ends with one line break. */
function tidy(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}
