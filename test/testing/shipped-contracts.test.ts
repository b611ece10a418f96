import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fillStarter, starterTemplates } from "../../src/cli/init/starter.ts";
import { createTerms, type Terms } from "../../src/journey/index.ts";
import { createSource } from "../../src/language/index.ts";
import { measureCoverage, mutate, readTests, runTest, type TestCase } from "../../src/testing/index.ts";
import { contractOf } from "../targets/compile-example.ts";

const examples = join(import.meta.dirname, "../../examples");
const starters = join(import.meta.dirname, "../../templates/init");

/** A contract that goes out to people, with the texts of its tests by file. */
interface Shipped {
  readonly contract: string;
  readonly tests: ReadonlyMap<string, string>;
}

const read = (...path: readonly string[]): string => readFileSync(join(...path), "utf8");

function example(name: string): Shipped {
  const files = readdirSync(join(examples, name)).filter((file) => file.endsWith(".test.yaml"));
  return {
    contract: read(examples, name, "contract.yaml"),
    tests: new Map(files.map((file) => [file, read(examples, name, file)])),
  };
}

/** A starter as `init` writes it. */
function starter(name: string, effective = "2027-02-01", language: "en" | "fr" = "en"): Shipped {
  const facts = { name: "starter", schema: "./contract.v1.schema.json", effective, language };
  const file = `${name}.test.yaml`;
  const tests = existsSync(join(starters, file)) ? [[file, fillStarter(read(starters, file), facts)] as const] : [];
  return { contract: fillStarter(read(starters, `${name}.yaml`), facts), tests: new Map(tests) };
}

const shipped = new Map([
  ...readdirSync(examples).map((name) => [`examples/${name}`, example(name)] as const),
  ...starterTemplates.map((name) => [`templates/init/${name}`, starter(name)] as const),
]);

const all = [...shipped];

function readAll({ contract, tests }: Shipped): { readonly terms: Terms; readonly cases: readonly TestCase[] } {
  const terms = createTerms(contractOf(contract));
  const cases = [...tests].flatMap(([file, text]) => {
    const { value, findings } = readTests(createSource(file, text), terms);
    expect(findings).toEqual([]);
    return value?.cases ?? [];
  });
  return { terms, cases };
}

/** The names of the tests that do not pass, with what is otherwise. */
function failures({ terms, cases }: ReturnType<typeof readAll>): readonly string[] {
  return cases.flatMap((one) =>
    runTest(terms, one).mismatches.map(
      ({ expectation, actual }) => `${one.name}: ${JSON.stringify({ ...expectation, span: undefined, actual })}`,
    ),
  );
}

test("every contract we ship has tests", () => {
  const without = [...shipped].filter(([, { tests }]) => tests.size === 0).map(([name]) => name);
  expect(without).toEqual([]);
});

describe.each(all)("%s", (_, contract) => {
  test("does what its tests say", () => {
    expect(failures(readAll(contract))).toEqual([]);
  });

  test("has no clause that its tests do not exercise", () => {
    const { terms, cases } = readAll(contract);
    expect(measureCoverage(terms, cases).uncovered).toEqual([]);
  });

  test("can't be changed without its tests noticing, nine times out of ten", () => {
    const { terms, cases } = readAll(contract);
    const { share, survivors } = mutate(terms.contract, cases);
    const unnoticed = survivors.map(({ clause, change }) => `${clause} ${JSON.stringify(change)}`);
    expect(share, unnoticed.join("\n")).toBeGreaterThanOrEqual(0.9);
  });

  test("has lines that fit a screen", () => {
    for (const [file, text] of contract.tests)
      expect(
        text.split("\n").filter((line) => [...line].length > 160),
        file,
      ).toEqual([]);
  });
});

const days = Array.from({ length: 30 }, (_, index) =>
  new Date(Date.UTC(2027, 0, 1 + index * 37)).toISOString().slice(0, 10),
);

describe.each(starterTemplates)("the tests of the starter %s", (name) => {
  test.each(["en", "fr"] as const)("hold in %s whatever day it takes effect", (language) => {
    for (const day of days) expect(failures(readAll(starter(name, day, language))), day).toEqual([]);
  });

  test.each(["en", "fr"] as const)("have nothing left to fill in or to choose in %s", (language) => {
    for (const text of starter(name, "2027-02-01", language).tests.values())
      expect(text).not.toMatch(/\{\{|\[(?:en|fr)\] \S|undefined/);
  });
});
