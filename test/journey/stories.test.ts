import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileContract } from "../../src/contract/index.ts";
import { renderFinding } from "../../src/diagnostics/index.ts";
import { createTerms } from "../../src/journey/index.ts";
import { createSource } from "../../src/language/index.ts";
import { readTests, runTest } from "../../src/testing/index.ts";

const folder = new URL("../fixtures/journey/", import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const contract = compileContract([createSource("contract.yaml", textOf("contract.yaml"))], {
  asOf: "2027-01-04",
}).value;
if (contract === undefined) throw new Error("the contract of the rules has an error");
const terms = createTerms(contract);

// What the semantics section of ARCHITECTURE.md says, told as stories in test/fixtures/journey.
describe.each(readdirSync(folder).filter((name) => name.endsWith(".test.yaml")))("%s", (name) => {
  const { value, findings } = readTests(createSource(name, textOf(name)), terms);

  test("can be read", () => {
    expect(findings.map((item) => renderFinding(item, "en").message)).toEqual([]);
  });

  test.each((value?.cases ?? []).map((story) => [story.name, story] as const))("%s", (_, story) => {
    const differences = runTest(terms, story).mismatches.map(({ expectation, actual }) => ({
      line: expectation.span.start.line,
      ...("fact" in expectation ? { fact: expectation.fact } : {}),
      expected: expectation.expected,
      actual,
    }));
    expect(differences).toEqual([]);
  });
});
