import Handlebars from "handlebars";
import type { Language } from "../../diagnostics/index.ts";
import type { DocumentModel } from "../document-model.ts";
import type { DocumentAssets } from "../edition.ts";
import type { Figure } from "./figures.ts";
import type { Frame } from "./frame.ts";
import { escapeHtml, jsonForScript, markup } from "./html.ts";
import type { Page } from "./pages.ts";

/** A page with its pictures; texts are printed already. */
export interface PageContent {
  readonly page: Page;
  readonly figures: readonly Figure[];
}

/** A file: one page, or all of them. */
interface FileContent {
  readonly model: DocumentModel;
  readonly frame: Frame;
  readonly contents: readonly PageContent[];
  /** The page of each anchor. */
  readonly places: ReadonlyMap<string, string>;
  readonly isSingleFile: boolean;
}

/** What leads to the pages of each language. */
interface Entrance {
  readonly title: string;
  /** The page to go to at once. */
  readonly entry: string;
  readonly languages: readonly { readonly code: Language; readonly name: string; readonly href: string }[];
}

/** Renders files. Throws a TemplateError where a template is broken. */
export interface PageRenderer {
  readonly page: (content: FileContent) => string;
  readonly entry: (entrance: Entrance) => string;
}

/** What Handlebars says about a template that does not parse or asks for what the model lacks. */
export class TemplateError extends Error {}

/** What the helpers of a template know of the file at hand. */
interface Surroundings {
  readonly places: ReadonlyMap<string, string>;
  /** The page at hand; undefined where all pages are. */
  readonly current: string | undefined;
}

/** Templates are compiled once; `{{x}}` escapes, and only markup made by this package is printed as it is. */
export function createPageRenderer({ templates, script }: DocumentAssets, policy: string): PageRenderer {
  const handlebars = Handlebars.create();
  const files = Object.entries(templates).filter(([path]) => path.startsWith("site/"));
  for (const [path, text] of files) {
    if (path.endsWith(".hbs"))
      handlebars.registerPartial(path.slice("site/".length, -".hbs".length), text.replaceAll("\r\n", "\n"));
  }
  handlebars.registerHelper("link", linkTo);
  handlebars.registerHelper("page-template", (kind: string) => `pages/${kind}`);
  const options = { strict: true, knownHelpersOnly: true, knownHelpers: { link: true, "page-template": true } };
  const layout = handlebars.compile("{{> layout}}", options);
  const entry = handlebars.compile("{{> entry}}", options);
  const style = markup(files.flatMap(([path, text]) => (path.endsWith(".css") ? [text] : [])).join("\n"));
  const shared = { policy, style, script: markup(script) };
  const filled = (work: () => string) => {
    try {
      return tidy(work());
    } catch (error) {
      throw new TemplateError(error instanceof Error ? error.message : String(error), { cause: error });
    }
  };
  return {
    page: (content) => filled(() => layout({ ...shared, ...contextOf(content) }, { data: surroundingsOf(content) })),
    entry: (entrance) => filled(() => entry({ ...shared, ...entrance })),
  };
}

function contextOf({ model, frame, contents, places, isSingleFile }: FileContent) {
  const [first] = contents;
  return {
    ...model,
    frame,
    title: isSingleFile ? model.header.title : `${first?.page.heading.text ?? ""} – ${model.header.title}`,
    kind: isSingleFile ? "whole" : (first?.page.kind ?? ""),
    // Every page sees the whole model beside what is its own.
    contents: contents.map((content) => ({ ...model, ...content })),
    searchIndex: searchIndexOf(model, places, isSingleFile),
  };
}

function surroundingsOf({ contents, places, isSingleFile }: FileContent): Surroundings {
  return { places, current: isSingleFile ? undefined : contents[0]?.page.id };
}

/** `{{#link anchor}}words{{/link}}`: a link to where the anchor is; the words alone where no page of this edition has it. */
function linkTo(this: unknown, anchor: string | null, options: Handlebars.HelperOptions): Handlebars.SafeString {
  const words = options.fn(this).trim();
  const { places, current } = options.data as Surroundings;
  const page = anchor === null ? undefined : places.get(anchor);
  if (page === undefined) return markup(words);
  const address = current === undefined || page === current ? `#${anchor}` : `${page}.html#${anchor}`;
  return markup(`<a href="${escapeHtml(address)}">${words}</a>`);
}

/** What the search looks through: text, kind, address. */
function searchIndexOf({ search }: DocumentModel, places: ReadonlyMap<string, string>, isSingleFile: boolean) {
  return jsonForScript(
    search.flatMap(({ text, kind, anchor }) => {
      const page = places.get(anchor);
      return page === undefined ? [] : [[text, kind, isSingleFile ? `#${anchor}` : `${page}.html#${anchor}`]];
    }),
  );
}

/** Templates leave blank lines where something is absent. */
function tidy(html: string): string {
  return `${html
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{2,}/g, "\n")
    .trim()}\n`;
}
