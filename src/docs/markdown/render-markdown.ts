import Handlebars from "handlebars";
import type { Diagram, DocumentModel } from "../document-model.ts";
import { checkAnchor, escapeCode, escapeMarkdown } from "./escape-markdown.ts";
import { renderMermaid } from "./render-mermaid.ts";

/** The text of each template by its path in the templates folder: `document.hbs`, `partials/table.hbs`. */
export type Templates = Readonly<Record<string, string>>;

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
export function createMarkdownRenderer(templates: Templates): (model: DocumentModel) => Layout {
  const layOut = compileTemplates(templates);
  return (model) => {
    const escapedModel = escapeModel(model);
    try {
      return { kind: "rendered", text: tidy(layOut(escapedModel)) };
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
  return handlebars.compile("{{> document}}", {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
  });
}

/** How the strings under a key are escaped; under any other key they are prose. */
const contexts: Readonly<Record<string, (text: string) => string>> = {
  anchor: checkAnchor,
  code: escapeCode,
  language: (language) => language,
};

/** A copy of a model in which every string is safe in Markdown, and each diagram is Mermaid text. */
export function escapeModel(model: DocumentModel): unknown {
  return escaped(model, "");
}

function escaped(value: unknown, key: string): unknown {
  if (typeof value === "string") return (contexts[key] ?? escapeMarkdown)(value);
  if (Array.isArray(value)) return value.map((member: unknown) => escaped(member, key));
  if (typeof value !== "object" || value === null) return value;
  // The model has diagrams under this key only, see `StageMapSection`.
  if (key === "diagram") return renderMermaid(value as Diagram);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, escaped(member, name)]));
}

/** Templates leave blank lines where a section is empty: at most one stays, and the file ends with one line break. */
function tidy(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}
