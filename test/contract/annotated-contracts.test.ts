import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { codes } from "../../src/diagnostics/index.ts";
import { checkFindings } from "./check-findings.ts";

const folder = fileURLToPath(new URL("../fixtures/validate/", import.meta.url));

/** The files of a case: one contract, or a folder of parts. */
function filesOf(name: string): readonly string[] {
  const place = join(folder, name);
  return statSync(place).isDirectory() ? readdirSync(place).map((file) => join(place, file)) : [place];
}

const cases = readdirSync(folder).sort();
const texts = cases.flatMap((name) => filesOf(name).map((file) => readFileSync(file, "utf8")));

describe("a contract says in its own text what is wrong with it", () => {
  test.each(cases)("%s", async (name) => {
    const files = filesOf(name);
    const annotated = Object.fromEntries(files.map((file) => [basename(file), readFileSync(file, "utf8")]));
    const checked = checkFindings(annotated, /\bfr\b/.test(name) ? "fr" : "en");
    for (const file of files) await expect(checked[basename(file)]).toMatchFileSnapshot(file);
  });
});

test.each(cases.filter((name) => name.startsWith("sound")))("%s says nothing", (name) => {
  for (const file of filesOf(name)) expect(readFileSync(file, "utf8")).not.toMatch(/^#.* (?:error|warning|info) /m);
});

/** Bytes that are no text have no line to write under: decode-source.test.ts and the page of SYN005 hold it. */
const inBytes = ["SYN005"];
/** Found where a contract is compiled for a portal: test/cli/names-in-a-portal.test.ts and portal-that-falls-short.test.ts. */
const inPortals = ["CRM810", "CRM811", "CRM812"];

/** Found where two versions are compared: test/cli/versions.test.ts and the pages themselves. */
const inVersions = ["VER901", "VER902", "VER903", "VER904", "VER906", "VER907", "I18002"];

/** What is wrong with tests and recorded events stands in their own files: contract-tests.test.ts and event-files.test.ts. */
const isAboutContracts = (code: string): boolean => !/^(?:TST|EVT)/.test(code);

test.each(codes.filter((code) => ![...inBytes, ...inPortals, ...inVersions].includes(code) && isAboutContracts(code)))(
  "%s is found in a realistic contract",
  (code) => {
    expect(texts.some((text) => text.includes(` ${code}: `))).toBe(true);
  },
);
