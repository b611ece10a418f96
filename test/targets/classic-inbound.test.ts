import { describe, expect, test } from "vitest";
import type { Json, Resource } from "../../src/targets/index.ts";
import { compiled, exampleText } from "./compile-example.ts";

const fixture = (name: string): string => `../fixtures/targets/${name}`;
const classic = compiled(exampleText("classic-inbound"), "local");

const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const key = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).find(([k]) => k === name)?.[1]
    : undefined;

/** One line per resource, as a person would compare two of them. */
function line({ kind, object, name, attributes, clause, isAdopted, dependsOn }: Resource): string {
  const options = list(attributes["options"]).map((option) => text(key(option, "value")));
  const stages = list(attributes["stages"]).map(
    (stage) => `${text(key(stage, "stageId"))} ${text(key(key(stage, "metadata"), "probability"))}`,
  );
  const details = [
    [attributes["type"], attributes["fieldType"]].filter((part) => part !== undefined && kind === "property").join("/"),
    kind === "property" || kind === "pipeline" ? text(attributes["label"]) : "",
    options.join(","),
    stages.join(", "),
    kind === "workflow" ? `${list(attributes["actions"]).length} actions` : "",
    kind === "workflow" || kind === "list" ? `needs ${dependsOn.length}` : "",
  ].filter((part) => part !== "");
  return `${isAdopted ? "=" : "+"} ${kind} ${object} ${name} | ${details.join(" | ")} | ${clause}`;
}

describe("the classic inbound contract in HubSpot", () => {
  test("becomes these objects", async () => {
    await expect(`${classic.resources.map(line).join("\n")}\n`).toMatchFileSnapshot(fixture("classic-inbound.txt"));
  });

  test("says of every clause how far HubSpot holds it", async () => {
    const lines = classic.notes.map(({ clause, level, text: said, howTo }) =>
      [level, clause, said.fr, ...(howTo === undefined ? [] : [`→ ${howTo.fr}`])].join(" | "),
    );
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(fixture("classic-inbound.notes.txt"));
  });

  test.each([
    ["mql · entrée automatique", "workflow-entry.json"],
    ["marketing-to-sdr · decision · normal · semaine ordinaire 1", "workflow-due.json"],
    ["marketing-to-sdr · decision · normal · rappels et escalade", "workflow-clock.json"],
  ])("has the workflow %s in full", async (title, file) => {
    const found = classic.resources.find(({ name }) => name === `acme-inbound · ${title}`);
    await expect(`${JSON.stringify(found?.attributes, null, 2)}\n`).toMatchFileSnapshot(fixture(file));
  });

  test("leaves no problem", () => {
    expect(classic.problems).toEqual([]);
  });

  test("is the same, byte for byte, each time", () => {
    const again = compiled(exampleText("classic-inbound"), "local");
    expect(JSON.stringify(again)).toBe(JSON.stringify(classic));
  });

  test("speaks French and English in every purpose and note", () => {
    const spoken = [...classic.resources.map(({ purpose }) => purpose), ...classic.notes.map((note) => note.text)];
    expect(spoken.filter(({ en, fr }) => en === "" || fr === "" || en === fr)).toEqual([]);
    expect(spoken.filter(({ fr }) => / [;:!?»]/.test(fr) || /« /.test(fr))).toEqual([]);
  });

  test("creates every workflow switched off", () => {
    const flows = classic.resources.filter(({ kind }) => kind === "workflow");
    expect(flows.length).toBeGreaterThan(20);
    expect(flows.filter(({ attributes }) => attributes["isEnabled"] !== false)).toEqual([]);
  });

  test("marks what it creates as the contract's, clause included, and never with a version", () => {
    const marked = classic.resources.filter(
      ({ kind, isAdopted }) => ["property", "workflow"].includes(kind) && !isAdopted,
    );
    for (const { attributes, clause } of marked) {
      expect(text(attributes["description"])).toMatch(/^[A-ZÀÉ].* revpact:acme-inbound · /);
      expect(text(attributes["description"]).endsWith(`revpact:acme-inbound · ${clause}`)).toBe(true);
      expect(text(attributes["description"])).not.toContain("2.1.0");
    }
  });

  test("names everything in lower-case letters, digits and underscores, short enough for HubSpot", () => {
    const named = classic.resources.filter(({ kind }) => !["list", "workflow"].includes(kind));
    for (const { kind, name } of named) {
      expect(name).toMatch(/^[a-z0-9_]+$/);
      expect(name.length).toBeLessThanOrEqual(kind === "pipeline" ? 36 : 100);
    }
  });

  test("depends only on what it creates before, and adopts what fields and stages name", () => {
    const seen = new Set<string>();
    for (const { address, dependsOn } of classic.resources) {
      expect(dependsOn.filter((needed) => !seen.has(needed))).toEqual([]);
      seen.add(address);
    }
    expect(classic.resources.filter(({ isAdopted }) => isAdopted).map(({ address }) => address)).toEqual([
      "property:contacts/acme_fit",
      "property:contacts/hs_current_customer",
      "property:companies/numberofemployees",
      "property:deals/amount",
      "property:contacts/lifecyclestage",
    ]);
  });
});
