import { type Audience, isFor } from "../audience.ts";
import type { EditionRequest, RenderedDocument, RenderedDocuments } from "../edition.ts";
import { buildViewModel } from "../view-model.ts";
import { wordsOf } from "../words/index.ts";
import { createMarkdownRenderer } from "./render-markdown.ts";

/** A file of the Markdown edition: the template that lays it out, and whom it is for. */
interface MarkdownFile {
  readonly path: string;
  readonly template: string;
  readonly title: "management" | "agreement" | "reference" | "glossary" | "guide";
  /** The party of a guide. */
  readonly party: string;
  readonly isFor: (audiences: readonly Audience[]) => boolean;
}

/** The Markdown edition: a folder per language, or one whole document per language. */
export async function renderMarkdownFiles(request: EditionRequest): Promise<RenderedDocuments> {
  const { languages, audiences, isSingleFile, assets, contract } = request;
  const renderMarkdown = createMarkdownRenderer(templatesBelow(assets.templates, "markdown/"));
  const chosen = isSingleFile ? [] : filesOf([...contract.parties.keys()]).filter((file) => file.isFor(audiences));
  const files: RenderedDocument[] = [];
  for (const language of languages) {
    const model = buildViewModel(request, language);
    const { titles } = wordsOf[language].pages;
    const titleOf = ({ title, party }: MarkdownFile) =>
      title === "guide" ? (model.guides.find((guide) => guide.party === party)?.heading.text ?? "") : titles[title];
    const links = chosen.map((file) => ({ text: titleOf(file), path: file.path }));
    const asked = isSingleFile
      ? [{ path: `revenue-contract.${language}.md`, template: "document", party: "", base: "", files: [] }]
      : chosen.map((file) => ({ ...file, ...placeOf(file, language, links) }));
    for (const { path, ...layout } of asked) {
      const laidOut = renderMarkdown(model, layout);
      if (laidOut.kind === "broken")
        return { kind: "refused", problems: [{ kind: "template", message: laidOut.message }] };
      files.push({ path, text: laidOut.text });
    }
  }
  return { kind: "rendered", files };
}

/** Where a file goes, and what links in it lead to. */
function placeOf({ template, path }: MarkdownFile, language: string, links: readonly { text: string; path: string }[]) {
  return {
    path: `${language}/${path}`,
    base: template === "document" ? "" : "agreement.md",
    files: links.filter((link) => link.path !== path),
  };
}

/** GitHub shows a folder's README: it is the page for those who decide. */
function filesOf(parties: readonly string[]): readonly MarkdownFile[] {
  const forKind = (kind: "management" | "reference" | "glossary" | "journey") => (audiences: readonly Audience[]) =>
    isFor({ kind, id: kind }, audiences);
  return [
    { path: "README.md", template: "pages/management", title: "management", party: "", isFor: forKind("management") },
    ...parties.map(
      (party): MarkdownFile => ({
        path: `guide-${party}.md`,
        template: "pages/guide",
        title: "guide",
        party,
        isFor: (audiences: readonly Audience[]) => isFor({ kind: "guide", id: `guide-${party}` }, audiences),
      }),
    ),
    // What every other file links to.
    { path: "agreement.md", template: "document", title: "agreement", party: "", isFor: () => true },
    { path: "reference.md", template: "pages/reference", title: "reference", party: "", isFor: forKind("reference") },
    { path: "glossary.md", template: "pages/glossary", title: "glossary", party: "", isFor: forKind("glossary") },
  ];
}

/** The templates of one edition, by their path in its folder. */
function templatesBelow(templates: Readonly<Record<string, string>>, folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(templates).flatMap(([path, text]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), text]] : [],
    ),
  );
}
