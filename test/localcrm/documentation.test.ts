import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faultNames, possibleValues, settings } from "../../src/localcrm/index.ts";

const page = readFileSync("docs/local-crm.md", "utf8");

/** The words in code of the first column of a table, by its heading. */
function firstColumn(heading: string): readonly string[] {
  const [, table = ""] = page.split(`| ${heading} |`);
  const rows = table.split("\n\n")[0]?.split("\n").slice(2) ?? [];
  return rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word));
}

test("the page names every fault, and no other", () => {
  expect([...firstColumn("Name | What happens")].sort()).toEqual([...faultNames].sort());
});

test("the page names every setting with every value it has, the conservative one first", () => {
  expect([...firstColumn("Setting | Values")].sort()).toEqual([...settings].sort());
  for (const setting of settings) {
    const row = page.split("\n").find((line) => line.startsWith("|") && line.includes(`\`${setting}\``)) ?? "";
    const [, ...words] = [...row.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
    const values = possibleValues(setting).filter((value) => typeof value === "string");
    if (values.length > 0) expect(words, setting).toEqual(values);
  }
});
