// Builds what runs: compiles the published schemas to plain functions and bundles the command line.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const generated = `${root}/src/language/generated`;

/** The schemas as functions: ajv itself and its compiler stay out of the start-up of `validate`. */
async function compileSchemas() {
  const names = ["contract", "part", "test", "profile"];
  const schemas = await Promise.all(
    names.map((name) => readFile(`${root}/schemas/${name}.v1.schema.json`, "utf8").then(JSON.parse)),
  );
  const code = { source: true, esm: true };
  const ajv = new Ajv.default({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true, code, schemas });
  addFormats.default(ajv);
  const functions = {
    validateContract: schemas[0].$id,
    validatePart: schemas[1].$id,
    validateTest: schemas[2].$id,
    validateProfile: schemas[3].$id,
  };
  const bundled = await build({
    stdin: { contents: standaloneCode.default(ajv, functions), resolveDir: root },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    write: false,
  });
  await mkdir(generated, { recursive: true });
  await writeFile(`${generated}/validators.js`, appendInPlace(bundled.outputFiles[0].text));
}

/** ajv joins the errors of a part to those before by copying both: quadratic in a file with 100,000 wrong entries. */
function appendInPlace(code) {
  const linear = code.replaceAll(/vErrors\.concat\((\w+)\.errors\)/g, "appendErrors(vErrors, $1.errors)");
  if (linear === code) throw new Error("ajv no longer joins errors by concat: see appendInPlace in scripts/build.mjs");
  return `function appendErrors(errors, more) {\n  for (const error of more) errors.push(error);\n  return errors;\n}\n${linear}`;
}

async function bundleCommandLine() {
  await rm(`${root}/dist`, { recursive: true, force: true });
  await build({
    entryPoints: { cli: `${root}/src/cli/main.ts` },
    outdir: `${root}/dist`,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    // The SDK is large and needed only by plan and apply against a portal: it stays a package of its own. Holidays of
    // other countries come from a package that those who want them install themselves. Graphviz has a licence of its own.
    external: ["@hubspot/api-client", "date-holidays", "@viz-js/viz"],
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
    },
    chunkNames: "chunks/[name]-[hash]",
    logLevel: "warning",
  });
}

/** The script of the site's pages, which stands in each of them: calculator, search, language switch. */
async function bundleSiteScript() {
  await build({
    entryPoints: [`${root}/src/docs/browser/main.ts`],
    outfile: `${root}/dist/site.js`,
    bundle: true,
    format: "iife",
    platform: "browser",
    target: ["es2022"],
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
}

await compileSchemas();
await bundleCommandLine();
await bundleSiteScript();
