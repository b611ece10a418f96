import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileContract } from "../../src/contract/index.ts";
import { createTerms } from "../../src/journey/index.ts";
import { createSource } from "../../src/language/index.ts";
import { readTests, runTest } from "../../src/testing/index.ts";

/** The YAML of a page that is a file of tests. */
function storiesIn(page: string): readonly string[] {
  const fences = readFileSync(page, "utf8").matchAll(/```yaml\n([\s\S]*?)```/g);
  return [...fences].map(([, text = ""]) => text).filter((text) => text.startsWith("testOf:"));
}

const examples = new Map(
  ["classic-inbound", "pme-francaise"].map((folder) => {
    const file = `examples/${folder}/contract.yaml`;
    const { value } = compileContract([createSource(file, readFileSync(file, "utf8"))], { asOf: "2027-01-04" });
    if (value === undefined) throw new Error(`${file} has an error`);
    return [value.name, createTerms(value)] as const;
  }),
);

test.each(["docs/tests.md", "README.md"])("the stories of %s are true", (page) => {
  const stories = storiesIn(page);
  expect(stories.length).toBeGreaterThan(0);
  for (const text of stories) {
    const name = /^testOf: (\S+)/.exec(text)?.[1] ?? "";
    const terms = examples.get(name);
    if (terms === undefined) throw new Error(`${page} tells of ${name}, which is no example`);
    const { value, findings } = readTests(createSource(page, text), terms);
    expect(findings).toEqual([]);
    const failed = value?.cases.flatMap((story) => runTest(terms, story).mismatches) ?? [];
    expect(failed.map(({ expectation, actual }) => ({ expected: expectation.expected, actual }))).toEqual([]);
  }
});

test("README.md shows the French example word for word", () => {
  const folder = "examples/pme-francaise";
  const files = readdirSync(folder).filter((name) => name.endsWith(".test.yaml"));
  const stories = files.flatMap((name) => apart(readFileSync(join(folder, name), "utf8")));
  const shown = storiesIn("README.md").flatMap(apart);
  expect(shown).toHaveLength(4);
  for (const story of shown) expect(stories).toContain(story);
});

/** The stories of a file of tests, each as it is written. */
function apart(text: string): readonly string[] {
  return text
    .split(/^(?= {2}- name: )/m)
    .slice(1)
    .map((story) => story.trimEnd());
}
