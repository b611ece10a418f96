import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateContract } from "../../../bench/generate-contract.mjs";
import { fillStarter, starterTemplates } from "../../../src/cli/init/starter.ts";
import type { Contract } from "../../../src/contract/index.ts";
import { contractOf, readExample } from "../render-example.ts";
import { drawAll } from "./draw-all.ts";
import { type Line, linesIn, type Node, nodesIn, readSvg } from "./read-svg.ts";

const folder = join(import.meta.dirname, "../../../templates/init");
const classic = readExample("classic-inbound");

function starter(name: (typeof starterTemplates)[number]): string {
  const template = readFileSync(join(folder, `${name}.yaml`), "utf8");
  return fillStarter(template, { name: "demo", schema: "x", effective: "2027-01-04", language: "en" });
}

/** The reference contract with another text for every label in English and French. */
function named(name: string): string {
  const label = JSON.stringify(name);
  return classic.replaceAll(/label: (?:\{ fr: [^}]+ \}|Marketing|SDR|Lead|Standard)/g, `label: ${label}`);
}

const hostile = `<script>alert("x")</script>]]>&amp;' \u202egnp.exe\u200f`;
const contracts: readonly (readonly [string, string])[] = [
  ["classic-inbound", classic],
  ["pme-francaise", readExample("pme-francaise")],
  ...starterTemplates.map((name) => [`the starter ${name}`, starter(name)] as const),
  ["50 stages", generateContract({ stages: 50, criteria: 60, handoffs: 40 })],
  ["hostile names", named(hostile)],
  ["names of 300 characters", named("Qualified and then accepted ".repeat(11).slice(0, 300))],
  ["one word of 300 characters", named("W".repeat(300))],
  ["emoji and ideographs", named("👩‍👩‍👧‍👦🚀 漢字漢字漢字 é̂tape")],
];

const cases = contracts.flatMap(([name, text]) =>
  (["en", "fr"] as const).map((language) => ({ name, language, contract: contractOf(text) })),
);

const drawnWith = new Set("svg title desc g rect circle path polygon text tspan defs marker".split(" "));

/** What no picture holds: elements that are no shapes, handlers, links, colours of its own, numbers that are none. */
function strangeIn({ name, attributes }: Node, id: string): readonly string[] {
  const written = JSON.stringify(attributes);
  const references = written.match(/url\([^)]*\)/g) ?? [];
  return [
    ...(drawnWith.has(name) ? [] : [name]),
    ...Object.keys(attributes).filter((key) => /^(?:on|style|href|fill|stroke)/.test(key)),
    ...classesOf(attributes).filter((one) => !/^p-[a-z0-9-]+$/.test(one)),
    ...references.filter((reference) => !reference.startsWith(`url(#${id}-`)),
    ...(written.match(/NaN|undefined|Infinity/g) ?? []),
  ];
}

interface Room {
  readonly left: number;
  readonly right: number;
}

function outside(room: Room): (line: Line) => boolean {
  return ({ left, right }) => left < room.left || right > room.right;
}

function wordsOutsideBox(card: Node): readonly Line[] {
  const box = nodesIn(card).find(({ name }) => name === "rect")?.attributes;
  if (box === undefined) return [];
  const left = Number(box["x"]);
  return linesIn(card).filter(outside({ left, right: left + Number(box["width"]) }));
}

describe.each(cases)("the pictures of $name in $language", async ({ contract, language }) => {
  const drawn = [...(await drawAll(contract, language))].map(([id, svg]) => ({ id, svg, root: readSvg(svg) }));

  test("are there, named and described by ids of their own", () => {
    expect(drawn.length).toBeGreaterThan(4);
    const ids = drawn.flatMap(({ root }) => nodesIn(root).flatMap(({ attributes }) => attributes["id"] ?? []));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, root } of drawn) {
      expect(root).toMatchObject({
        name: "svg",
        attributes: { role: "img", "aria-labelledby": `${id}-title ${id}-desc` },
      });
      const [title, description] = root.children;
      expect(title).toMatchObject({ name: "title", attributes: { id: `${id}-title` } });
      expect(description).toMatchObject({ name: "desc", attributes: { id: `${id}-desc` } });
    }
  });

  test("hold nothing but shapes and words, coloured by classes", () => {
    for (const { id, root } of drawn) expect(nodesIn(root).flatMap((node) => strangeIn(node, id))).toEqual([]);
  });

  test("keep their words on the picture, at twelve pixels or more", () => {
    for (const { id, root } of drawn) {
      const canvas = { left: -1, right: Number(root.attributes["width"]) + 1 };
      expect(linesIn(root).filter(outside(canvas)), id).toEqual([]);
      const sizes = nodesIn(root).flatMap(({ attributes }) => attributes["font-size"] ?? []);
      expect(sizes.filter((size) => !["12", "13", "15"].includes(size))).toEqual([]);
    }
  });

  test("keep the words of a card in its box", () => {
    const cards = drawn.flatMap(({ root }) =>
      nodesIn(root).filter(({ attributes }) => classesOf(attributes)[0] === "p-card"),
    );
    expect(cards.flatMap(wordsOutsideBox)).toEqual([]);
  });

  test("hide no direction and no control in a text", () => {
    // One line of printable text: what hides in a name or turns it around is left out.
    for (const { svg } of drawn) expect(svg).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
  });
});

test("the same contract gives the same pictures", async () => {
  const contract = contractOf(classic);
  expect(await drawAll(contract, "en")).toEqual(await drawAll(contract, "en"));
});

test("every class has a rule in the style sheet, which knows no colour but those of the page", async () => {
  const css = readFileSync(join(folder, "../docs/site/pictures.css"), "utf8");
  const used = new Set<string>();
  for (const text of [classic, readExample("pme-francaise")]) {
    for (const svg of (await drawAll(contractOf(text), "en")).values()) {
      for (const { attributes } of nodesIn(readSvg(svg))) for (const one of classesOf(attributes)) used.add(one);
    }
  }
  // These look like what they are made of.
  const plain = /^p-(?:stage|card|band|band-worst|edge-entry|head-(?:entry|return)|mark-start|leader-(?:start|due))$/;
  const unruled = [...used].filter((one) => !css.includes(`.${one}`) && !plain.test(one));
  expect(unruled).toEqual([]);
  expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl|url\(|@import/i);
});

function classesOf(attributes: Readonly<Record<string, string>>): readonly string[] {
  return attributes["class"]?.split(" ") ?? [];
}

test("small contracts are drawn in the golden way", async () => {
  const contract: Contract = contractOf(generateContract({ stages: 8, criteria: 4, handoffs: 4 }));
  const drawn = await drawAll(contract, "en");
  for (const id of ["stage-map", "swimlane", "funnel", "loop-lane-1-handoff-1", "criteria-qualified-1", "clock-1"]) {
    const svg = drawn.get(id);
    expect(svg, id).toBeDefined();
    await expect(svg?.replaceAll("><", ">\n<")).toMatchFileSnapshot(`../../fixtures/docs/pictures/${id}.svg`);
  }
});
