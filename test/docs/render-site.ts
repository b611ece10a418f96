import type { RenderedDocument } from "../../src/docs/index.ts";
import { renderDocuments } from "../../src/docs/index.ts";
import { contractOf, readAssets } from "./render-example.ts";

/** What of a site is asked for; without more, all of it in every language of the contract. */
export interface SiteWanted {
  readonly languages?: readonly string[];
  readonly audiences?: readonly string[];
  readonly isSingleFile?: boolean;
  readonly templates?: Readonly<Record<string, string>>;
}

/** The files of the site of a contract text; a refusal fails the test. */
export async function siteOf(text: string, wanted: SiteWanted = {}): Promise<readonly RenderedDocument[]> {
  const contract = contractOf(text);
  const assets = readAssets();
  const rendered = await renderDocuments({
    contract,
    edition: "site",
    languages: wanted.languages ?? contract.languages.filter((language) => language === "fr" || language === "en"),
    audiences: wanted.audiences ?? [],
    isSingleFile: wanted.isSingleFile ?? false,
    assets: { ...assets, templates: { ...assets.templates, ...wanted.templates } },
  });
  if (rendered.kind === "refused") throw new Error(JSON.stringify(rendered.problems));
  return rendered.files;
}

/** The values of an attribute in an HTML text, entities undone. */
export function attributesIn(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value = ""]) =>
    value.replaceAll("&#x27;", "'").replaceAll("&#x3D;", "=").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  );
}
