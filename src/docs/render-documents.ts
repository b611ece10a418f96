import type { Contract } from "../contract/index.ts";
import { type Language, languages as spokenLanguages } from "../diagnostics/index.ts";
import { audiencesOf } from "./audience.ts";
import type { DocumentAssets, RenderedDocuments } from "./edition.ts";
import { renderMarkdownFiles } from "./markdown/render-files.ts";
import { renderSite } from "./site/render-site.ts";
import { compileTarget, type DocumentSubject } from "./view-model.ts";

/** What to render: which edition, in which languages (`fr`, `en`), for whom. */
export interface DocumentRequest extends DocumentSubject {
  readonly edition: "site" | "markdown";
  readonly languages: readonly string[];
  /** Names of audiences; none means everybody. */
  readonly audiences?: readonly string[];
  /** One file per language that holds everything. */
  readonly isSingleFile?: boolean;
  readonly assets: DocumentAssets;
}

/** Renders one edition of the documents, languages in the order asked for; one asked for twice counts once. */
export async function renderDocuments(request: DocumentRequest): Promise<RenderedDocuments> {
  const { contract, findings, edition, assets, isSingleFile = false } = request;
  const available = documentLanguages(contract);
  const known = audiencesOf(contract);
  const asked = [...new Set(request.languages)];
  const wanted = [...new Set(request.audiences ?? [])];
  const problems = [
    ...asked
      .filter((language) => !available.some((one) => one === language))
      .map((name) => ({ kind: "language" as const, name, available })),
    ...wanted
      .filter((name) => !known.has(name))
      .map((name) => ({ kind: "audience" as const, name, available: [...known.keys()] })),
  ];
  if (problems.length > 0) return { kind: "refused", problems };
  const languages = asked.flatMap((one) => available.filter((language) => language === one));
  const audiences = wanted.flatMap((name) => known.get(name) ?? []);
  const subject = { contract, target: compileTarget(contract), ...(findings === undefined ? {} : { findings }) };
  const render = edition === "site" ? renderSite : renderMarkdownFiles;
  return render({ ...subject, languages, audiences, isSingleFile, assets });
}

/** The languages in which a contract can be documented: those it is written in and revpact speaks, its default first. */
export function documentLanguages(contract: Contract): readonly Language[] {
  return contract.languages.flatMap((language) => spokenLanguages.filter((spoken) => spoken === language));
}
