import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateContract } from "../../bench/generate-contract.mjs";
import { createDocumentContext } from "../../src/docs/document-context.ts";
import { buildCriteriaPicture } from "../../src/docs/pictures/criteria-picture.ts";
import { buildFunnelPicture } from "../../src/docs/pictures/funnel-picture.ts";
import { mainWay } from "../../src/docs/pictures/main-way.ts";
import { element, picture } from "../../src/docs/pictures/svg.ts";
import { textWidth, wrapText } from "../../src/docs/pictures/text.ts";
import { contractOf, readExample } from "./render-example.ts";
import { siteOf } from "./render-site.ts";

const classic = contractOf(readExample("classic-inbound"));
const english = createDocumentContext(classic, "en");

/** What is wrong with a text as XML: tags that do not match, bare `<` or `&`. */
function faultsIn(svg: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [tag, closing, name = "", selfClosing] of svg.matchAll(
    /<(\/?)([\w-]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>|<|&(?!(?:amp|lt|gt|quot|#39);)/g,
  )) {
    if (name === "") faults.push(`bare ${tag}`);
    else if (closing === "/") {
      if (open.pop() !== name) faults.push(`</${name}> closes nothing`);
    } else if (selfClosing !== "/") open.push(name);
  }
  return [...faults, ...open.map((name) => `<${name}> stays open`)];
}

test.each(["classic-inbound", "pme-francaise"])(
  "every picture of %s is well-formed and says its name and what it shows",
  async (name) => {
    const files = await siteOf(readExample(name));
    const svgs = files.flatMap(({ text }) => text.match(/<svg[\s\S]*?<\/svg>/g) ?? []);
    expect(svgs.length).toBeGreaterThan(15);
    for (const svg of svgs) {
      expect(faultsIn(svg)).toEqual([]);
      const [, titleId = "", descId = ""] = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? [];
      expect(svg).toMatch(new RegExp(`<title id="${titleId}">[^<]{5,}</title><desc id="${descId}">[^<]{20,}</desc>`));
      expect(svg).not.toMatch(/NaN|undefined|Infinity|style=/);
      const [width, height] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).slice(1).map(Number);
      expect(width).toBeGreaterThan(100);
      expect(height).toBeGreaterThan(40);
    }
  },
);

test("text of a contract is text in a picture", () => {
  const canvas = { id: "x", title: `</title><script>"'&`, description: "\u202ex", width: 10, height: 10 };
  const svg = picture(canvas, element("text", { x: 1, class: `"><script>` }, "<b>&"));
  expect(faultsIn(svg)).toEqual([]);
  expect(svg).not.toMatch(/<script|<b>|\u202e/);
});

describe("text in boxes", () => {
  test("never is wider than asked, and loses nothing where it has room", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
        const lines = wrapText(text, { width, fontSize: 13, lines: 100 });
        for (const line of lines) expect([...line].length === 1 || textWidth(line, 13) <= width).toBe(true);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });

  test("is cut with an ellipsis where it has not", () => {
    expect(wrapText("one two three four five six", { width: 60, fontSize: 13, lines: 2 })).toEqual([
      "one two",
      "three f…",
    ]);
  });
});

describe("the way of a record", () => {
  test("goes from birth through every handoff to won", () => {
    expect(mainWay(classic).map(({ stage }) => stage)).toEqual(["lead", "mql", "sal", "discovery", "proposal", "won"]);
    expect(mainWay(classic).flatMap(({ by }) => by?.id ?? [])).toEqual(["marketing-to-sdr", "sdr-to-sales"]);
  });

  test("takes the way with more handoffs, though another has more stages", () => {
    const [lead, customer] = [classic.stages.get("lead"), classic.stages.get("customer")];
    if (lead === undefined || customer === undefined) throw new Error("the reference contract has both");
    const detour = ["a", "b", "c", "d", "e"].map((id, at, ids) => ({
      ...lead,
      id,
      from: [ids[at - 1] ?? "lead"],
      by: "sdr",
    }));
    const added = [...detour, { ...customer, from: ["e"], by: "sdr" }];
    const stages = new Map([...classic.stages, ...added.map((stage) => [stage.id, stage] as const)]);
    expect(mainWay({ ...classic, stages }).map(({ stage }) => stage)).toEqual([
      "lead",
      "mql",
      "sal",
      "discovery",
      "proposal",
      "won",
    ]);
    expect(mainWay({ ...classic, stages, handoffs: new Map() }).map(({ stage }) => stage)).toEqual([
      "lead",
      "a",
      "b",
      "c",
      "d",
      "e",
      "customer",
    ]);
  });

  test("shows at most eight steps, with the gap said", () => {
    const long = contractOf(generateContract({ stages: 50, criteria: 200, handoffs: 100 }));
    const funnel = buildFunnelPicture(createDocumentContext(long, "en"));
    expect(funnel?.steps.length).toBeLessThanOrEqual(8);
  });

  test("says how fast a handoff is decided where it is crossed", () => {
    const steps = buildFunnelPicture(english)?.steps.map(({ name, partyName, within }) => [name, partyName, within]);
    expect(steps?.slice(1, 4)).toEqual([
      ["Marketing qualified lead (MQL)", "Marketing", ""],
      ["Sales accepted lead (SAL)", "Sales", "within 30 business minutes (Hot) or 4 business hours (Standard)"],
      ["Discovery", "Sales", "within 1 business day"],
    ]);
  });
});

test("criteria are drawn as ways, with a lead that gets through and one that just does not", () => {
  const condition = classic.stages.get("mql")?.criteria;
  if (condition === undefined) throw new Error("mql has no criteria");
  const drawn = buildCriteriaPicture(english, { name: "MQL", condition });
  expect(drawn?.ways.map(({ asked }) => asked)).toEqual([
    ["“Fit score” is at least 60", "“Pricing page viewed” at least 3 times in the last 7 calendar days"].map(straight),
    ["“Fit score” is at least 60", "“Form submitted” in the last 14 calendar days"].map(straight),
    ["“Demo request” in the last 2 business days"].map(straight),
    ["“Meeting booked” in the last 2 business days"].map(straight),
  ]);
  expect(drawn?.passes?.lead).toContain("Demo request in the last 2 business days");
  expect(drawn?.fails?.lead).toMatch(/^Fit score 60/);
});

/** Pictures are built in plain quotation marks; the site sets them for print. */
function straight(text: string): string {
  return text.replace(/[“”]/g, '"');
}
