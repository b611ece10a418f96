import { expect, test } from "vitest";
import { documentOf, readExample } from "./render-example.ts";

const goldens = "../fixtures/docs";

test.each(["en", "fr"])("the reference contract reads well in %s", async (language) => {
  const file = `${goldens}/classic-inbound/revenue-contract.${language}.md`;
  await expect(await documentOf(readExample("classic-inbound"), language)).toMatchFileSnapshot(file);
});

test("a contract written in French only has a French document", async () => {
  const file = `${goldens}/pme-francaise/revenue-contract.fr.md`;
  await expect(await documentOf(readExample("pme-francaise"), "fr")).toMatchFileSnapshot(file);
});
