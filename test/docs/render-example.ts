import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Contract, compileContract } from "../../src/contract/index.ts";
import { type DocumentAssets, type RenderedDocuments, renderDocuments } from "../../src/docs/index.ts";
import { createSource } from "../../src/language/index.ts";

const root = join(import.meta.dirname, "../..");

/** The templates and styles of the package, by their path in the folder, and the script of the site. */
export function readAssets(): DocumentAssets {
  const folder = join(root, "templates/docs");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(?:hbs|css)$/.test(path),
  );
  const texts = paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8")] as const);
  return { templates: Object.fromEntries(texts), script: readFileSync(join(root, "dist/site.js"), "utf8") };
}

/** The text of an example contract. */
export function readExample(name: string): string {
  return readFileSync(join(root, "examples", name, "contract.yaml"), "utf8");
}

/** The contract of a text; a text that does not compile fails the test with its findings. */
export function contractOf(text: string): Contract {
  const { value, findings } = compileContract([createSource("contract.yaml", text)], { asOf: "2027-01-04" });
  if (value === undefined)
    throw new Error(findings.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join("\n"));
  return value;
}

/** The one Markdown document of a contract text in some languages, by the templates of the package. */
export function render(text: string, languages: readonly string[], templates = {}): Promise<RenderedDocuments> {
  const assets = readAssets();
  return renderDocuments({
    contract: contractOf(text),
    edition: "markdown",
    languages,
    isSingleFile: true,
    assets: { ...assets, templates: { ...assets.templates, ...templates } },
  });
}

/** The document of a contract text in one language; a refusal fails the test. */
export async function documentOf(text: string, language: string): Promise<string> {
  const rendered = await render(text, [language]);
  if (rendered.kind === "refused") throw new Error(JSON.stringify(rendered.problems));
  return rendered.files[0]?.text ?? "";
}
