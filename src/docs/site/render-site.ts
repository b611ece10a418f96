import { textIn } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import { isFor } from "../audience.ts";
import { createDocumentContext } from "../document-context.ts";
import type { DocumentModel } from "../document-model.ts";
import type { EditionRequest, RenderedDocument, RenderedDocuments } from "../edition.ts";
import { buildModelIn } from "../view-model.ts";
import { wordsOf } from "../words/index.ts";
import { contentSecurityPolicy } from "./content-security.ts";
import { buildFigures } from "./figures.ts";
import { buildFrame, type Frame } from "./frame.ts";
import { printedText } from "./html.ts";
import { createPageRenderer, type PageContent, type PageRenderer, TemplateError } from "./page-renderer.ts";
import { type Page, pagesOf, placesOf } from "./pages.ts";
import { printedModel } from "./printed-model.ts";

/** The site: a folder per language and an `index.html` that leads to the first; or one whole page per language. */
export async function renderSite(request: EditionRequest): Promise<RenderedDocuments> {
  try {
    return { kind: "rendered", files: await renderFiles(request) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { kind: "refused", problems: [{ kind: "template", message: error.message }] };
  }
}

async function renderFiles(request: EditionRequest): Promise<readonly RenderedDocument[]> {
  const { languages, assets, contract, isSingleFile } = request;
  const [first] = languages;
  if (first === undefined) return [];
  const render = createPageRenderer(assets, await contentSecurityPolicy(assets.script));
  const files: RenderedDocument[] = [];
  for (const language of languages) files.push(...(await renderLanguage(request, language, render)));
  if (isSingleFile) return files;
  const firstOf = (code: Language) => files.find(({ path }) => path.startsWith(`${code}/`))?.path ?? "";
  const named = languages.map((code) => ({
    code,
    name: wordsOf[code].pages.languageNames[code],
    href: firstOf(code),
  }));
  const title = printedText(textIn(contract, contract.title, first), first);
  const entry = files[0]?.path ?? "";
  return [{ path: "index.html", text: render.entry({ title, entry, languages: named }) }, ...files];
}

async function renderLanguage(
  request: EditionRequest,
  language: Language,
  render: PageRenderer,
): Promise<readonly RenderedDocument[]> {
  const { contract, languages, audiences, isSingleFile } = request;
  const context = createDocumentContext(contract, language);
  const model = withLimits(buildModelIn(context, request));
  const pages = pagesOf(model, wordsOf[language].pages).filter((page) => isFor(page, audiences));
  const figures = await buildFigures(context, model);
  // Printing keeps the shape of what it prints.
  const printed = <T>(value: T) => printedModel(value, language) as T;
  const printedDocument: DocumentModel = printed(model);
  const frameOf = (page: Page) => printed(buildFrame({ page, pages, language, languages, contract, isSingleFile }));
  const contents = pages.map((page) => ({ page: printed(page), figures: figures.get(page.id) ?? [] }));
  const places = placesOf(pages);
  const layOut = (frame: Frame, shown: readonly PageContent[]) =>
    render.page({ model: printedDocument, frame, contents: shown, places, isSingleFile });
  const [first] = pages;
  if (first === undefined) return [];
  if (isSingleFile) return [{ path: `revenue-contract.${language}.html`, text: layOut(frameOf(first), contents) }];
  return contents.map((content) => ({
    path: `${language}/${content.page.id}.html`,
    text: layOut(frameOf(content.page), [content]),
  }));
}

/** What a page of 300 kB holds, in the longer language. */
const mostDeadlines = 150;

/** The model as a site shows it: of very many deadlines the first ones, since each has its place on a page of its own too. */
function withLimits(model: DocumentModel): DocumentModel {
  const { deadlines, language } = model;
  const left = (deadlines?.table.rows.length ?? 0) - mostDeadlines;
  if (deadlines === null || left <= 0) return model;
  const { columns, rows } = deadlines.table;
  const table = { columns, rows: rows.slice(0, mostDeadlines) };
  const notes = [wordsOf[language].pages.guide.moreRows(left), ...deadlines.notes];
  return { ...model, deadlines: { ...deadlines, table, notes } };
}
