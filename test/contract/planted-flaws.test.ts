import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generateContract } from "../../bench/generate-contract.mjs";
import type { Finding } from "../../src/diagnostics/index.ts";
import { checkText, checkTextInFull } from "./check-texts.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const classic = read("examples/classic-inbound/contract.yaml");
const pme = read("examples/pme-francaise/contract.yaml");

/** A code, what stands in the sound contract, and what is planted instead. */
type Flaw = readonly [code: string, before: string | RegExp, after: string];

const inClassic: readonly Flaw[] = [
  ["SYN001", "title: { fr: Contrat", 'title: { fr: "Contrat'],
  ["SYN002", "version: 2.1.0", "version: 2.1.0\nversion: 2.2.0"],
  ["SYN003", "calendars:\n", "calendars:\n  <<: { }\n"],
  ["SYN004", "label: Lead\n", "label: off\n"],
  ["SCH101", "    owner: sdr\n", "    ownr: sdr\n"],
  [
    "SCH102",
    'timezone: Europe/Paris\n    hours: { mon-thu: ["09:00-12:30", "14:00-18:00"], fri: ["09:00-12:30", "14:00-17:00"] }',
    "timezone: Europe/Paris",
  ],
  ["SCH103", "languages: [fr, en]", "languages: { fr: en }"],
  ["I18001", "languages: [fr, en]", "languages: [fr, en, de]"],
  ["REF201", "languages: [fr, en]", "languages: [fr]"],
  ["SCH104", "existingRecords: ignore", "existingRecords: forget"],
  ["SCH105", "  nurture:\n", "  Nurture!:\n    parking: true\n  nurture:\n"],
  ["SCH106", "revpact: 1 ", "revpact: 2 "],
  ["SCH109", "within: 15 business days", "within: 15 days"],
  [
    "REF201",
    "assign: [{ keep: company-owner }, { rotate: sdr }]",
    "assign: [{ keep: company-owner }, { rotate: sdrr }]",
  ],
  ["REF203", "reasons:  ", "reasons:\n  idle: { label: Idle, moveTo: nurture }  "],
  ["REF205", "  demo-request:   {", "  demo-requests: { label: Demo requests }\n  demo-request:   {"],
  ["GRA302", /^ {4}owner: sdr\n/m, ""],
  ["GRA305", "    recycle: { max: 2 per 12 months, reason: too-many-returns }\n", ""],
  [
    "GRA311",
    "expires: { after: 25 business days, reason: untreated }",
    "expires: { after: 16 business days, reason: untreated }",
  ],
  ["GRA313", "    requires: [country]\n", "    requires: [need]\n"],
  ["CRI401", "field: fit-score, atLeast: 60", "field: fit-score, atLeast: 160"],
  [
    "CRI402",
    "when: { signal: demo-request, withinLast: 2 business days }",
    "when: { any: [{ field: need, known: true }, { field: need, known: false }] }",
  ],
  ["CRI406", "{ field: budget, is: true }", "{ field: budget, atLeast: 2 }"],
  ["CRI407", "in: [FR, BE, LU], orUnknown", "in: [FR, BE, LUX], orUnknown"],
  ["CRI409", "in: [FR, BE, LU], orUnknown: true", "in: [FR, BE, LU]"],
  [
    "CRI411",
    "{ field: authority, is: true }, { field: need, known: true }",
    "{ field: authority, is: true }, { all: [{ field: need, known: true }, { field: need, known: true }] }",
  ],
  ["SLA501", "within: { hot: 30 business minutes, normal: 4 business hours }", "within: { hot: 30 business minutes }"],
  ["SLA507", "2027-01-01, 2027-03-29, 2027-05-06, 2027-05-17, 2027-07-14, 2027-11-01, 2027-11-11", "2026-01-01"],
  ["SLA509", "{ after: 4 business hours, reassign: sdr", "{ after: 1 business hour, reassign: sdr"],
  [
    "OWN601",
    "responsibilities: { accountable: head-of-sales, informed: [head-of-marketing] }",
    "responsibilities: { informed: [head-of-marketing] }",
  ],
  [
    "OWN602",
    "responsibilities: { accountable: head-of-sales,",
    "responsibilities: { accountable: [head-of-sales, ceo],",
  ],
  [
    "OWN604",
    "feedback: { reasons: [not-a-fit, wrong-data, bad-timing], to: [marketing], within: 30 business days }\n    recycle: { max: 2 per 12 months, reason: too-many-returns }\n    responsibilities: { accountable: head-of-sales, informed: [head-of-marketing] }",
    "feedback: { reasons: [not-a-fit, wrong-data, bad-timing], to: [sales], within: 30 business days }\n    recycle: { max: 2 per 12 months, reason: too-many-returns }\n    responsibilities: { accountable: head-of-sales, informed: [sdr] }",
  ],
  ["OWN605", "people: { sdr: { team: SDR France },", "people: {"],
  [
    "OWN608",
    "escalate: [{ after: 1 business day, notify: [head-of-marketing] }]",
    "escalate: [{ after: 1 business day, notify: [marketing-ops] }]",
  ],
  ["FBK702", "reasons: [not-a-fit, wrong-data, bad-timing]", "reasons: [not-a-fit]"],
  ["FBK703", "to: [marketing], within: 30 business days", "to: [marketing]"],
  ["FBK704", "to: [marketing], within: 30 business days", "to: [], within: 30 business days"],
  [
    "FBK705",
    "price:        { label: { fr: Prix, en: Price }, moveTo: lost,",
    "price:        { label: { fr: Prix, en: Price },",
  ],
  [
    "FBK706",
    "moveTo: nurture, coolOff: 60 calendar days, onlyAfter: 1 touch }",
    "moveTo: nurture, onlyAfter: 1 touch }",
  ],
  [
    "FBK707",
    "coolOff: 90 calendar days, onlyAfter: 6 touches over at least 10 business days }",
    "coolOff: 90 calendar days }",
  ],
  ["FBK708", /^ {6}complete: .*$/m, "      # nothing"],
  ["CRM803", "company-size: { type: number,", "company-size: { type: text,"],
  ["CRM804", "crm: { property: hs_current_customer }", "crm: { property: acme_fit }"],
  ["CRM805", "crm: { property: amount, object: deal }", "crm: { property: hs_object_id, object: deal }"],
  ["CRM809", "filledBy: scoring, crm: { property: acme_fit }", "filledBy: scoring"],
  ["VER908", "reasons:  ", "# revpact-ignore REF203: nothing here\nreasons:  "],
  ["VER909", "reviewBy: 2027-06-30", "reviewBy: 2026-06-30"],
  ["I18001", "label: { fr: Proposition, en: Proposal }", "label: { fr: Proposition }"],
  ["DOC951", /^ {4}definition: .*Contact identifié.*\n/m, ""],
];

const inPme: readonly Flaw[] = [
  ["CRI409", /^ {6}- \{ to: assistante-commerciale \}.*\n/m, ""],
  [
    "CRI405",
    /^ {2}salon: .*$/m,
    '  salon:       { label: "Salon, à rappeler", when: { all: [{ signal: demande-devis, withinLast: 1 business day }] } }',
  ],
  [
    "GRA306",
    "    from: pris-en-charge\n    by: commercial\n",
    "    from: [pris-en-charge, contact]\n    by: commercial\n",
  ],
  [
    "I18004",
    "definition: Personne connue de nous, qui n'a encore rien demandé.",
    "definition: Un contact chaud que nous connaissons.",
  ],
];

/** The line, from 1, at which two texts part. */
function firstDifference(before: string, after: string): number {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return 1 + now.findIndex((line, index) => line !== old[index]);
}

function plant(
  sound: string,
  [code, before, after]: Flaw,
): { readonly code: string; readonly findings: readonly Finding[]; readonly line: number } {
  const text =
    code === "SCH101" && after === ""
      ? sound.replace("    owner: sdr\n", "    owner: sdr\n    ownr: x\n")
      : sound.replace(before, after);
  expect(text).not.toBe(sound);
  return { code, findings: checkTextInFull(text).findings, line: firstDifference(sound, text) };
}

function expectOwnFinding({ code, findings, line }: ReturnType<typeof plant>): void {
  const found = findings.filter((item) => item.code === code);
  expect(findings.map((item) => item.code)).toContain(code);
  const others = findings.filter((item) => item.severity === "error" && item.code !== code);
  expect(others.map((item) => `${item.code} ${item.primary.start.line}`).slice(3)).toEqual([]);
  const places = findings.flatMap((item) => [item.primary, ...item.related.map(({ span }) => span)]);
  expect(found.length > 0 && places.some(({ start }) => Math.abs(start.line - line) <= 3)).toBe(true);
}

describe("one flaw planted in the classic contract gives its own finding, near it, and no cascade", () => {
  test.each(
    inClassic
      .filter(([, , after]) => after !== "x")
      .map((flaw): [string, string, Flaw] => [flaw[0], flaw[2].trim().slice(0, 60), flaw]),
  )("%s: %s", (_, __, flaw) => expectOwnFinding(plant(classic, flaw)));
});

describe("one flaw planted in the French contract gives its own finding, near it, and no cascade", () => {
  test.each(inPme.map((flaw): [string, string, Flaw] => [flaw[0], flaw[2].trim().slice(0, 60), flaw]))(
    "%s: %s",
    (_, __, flaw) => expectOwnFinding(plant(pme, flaw)),
  );
});

describe("a flaw in a large contract stays alone as well", () => {
  const large = generateContract({ stages: 24, criteria: 60, handoffs: 40 });

  test("which is sound to begin with", () => {
    expect(checkText(large).findings).toEqual([]);
  });

  const flaws: readonly Flaw[] = [
    ["CRI404", "between: [100, 199]", "between: [50, 199]"],
    ["REF201", "to: working-3-2\n", "to: working-3-9\n"],
    ["CRI401", "field: headcount\n    between: [0, 99]", "field: headcount\n    between: [99, 0]"],
    [
      "SLA509",
      "- { after: 2 business hours, notify: [head-of-sales-2] }",
      "- { after: 2 business days, notify: [head-of-sales-2] }",
    ],
  ];
  test.each(flaws.map((flaw): [string, Flaw] => [flaw[0], flaw]))("%s", (_, flaw) =>
    expectOwnFinding(plant(large, flaw)),
  );
});

describe("what stands before a flaw on its line does not shift its column", () => {
  const columns = (label: string): readonly number[] =>
    checkText(
      classic
        .replace("  hot:    { label: { fr: Chaud, en: Hot }", `  hot:    { label: { fr: ${label}, en: Hot }`)
        .replace(", when: { signal: demo-request", ", whn: { signal: demo-request"),
    )
      .findings.filter(({ code }) => code === "SCH101")
      .map(({ primary }) => primary.start.column);

  test.each([["Chaud"], ["Éhéàù"], ["🦊🦊🦊🦊🦊"]])("%s", (label) => {
    expect(columns(label)).toEqual(columns("Chaud"));
  });

  test("and Windows line breaks move nothing", () => {
    const flawed = classic
      .replace("owner: sdr\n", "ownr: sdr\n")
      .replace("normal: 4 business hours", "normal: 4 hours");
    const places = (text: string): readonly string[] =>
      checkText(text).findings.map(({ code, primary }) => `${code} ${primary.start.line}:${primary.start.column}`);
    expect(places(flawed.replaceAll("\n", "\r\n"))).toEqual(places(flawed));
  });
});
