import { expect, test } from "vitest";
import { renderFinding } from "../../src/diagnostics/index.ts";
import { baseContract } from "../diagnostics/example-text.ts";
import { checkText } from "./check-texts.ts";

const criteria =
  "criteria: { any: [{ signal: demo-request, withinLast: 14 calendar days }, { field: company-size, atLeast: 500 }] }";
const hours = 'hours: { mon-fri: ["09:00-12:30", "14:00-18:00"] }';

/** The base contract with texts replaced; one that is not there fails the test. */
function changed(...edits: readonly (readonly [before: string, after: string])[]): string {
  return edits.reduce((text, [before, after]) => {
    expect(text).toContain(before);
    return text.replaceAll(before, after);
  }, baseContract);
}

function codesOf(text: string): readonly string[] {
  return checkText(text).findings.map(({ code }) => code);
}

test.each(['is: ""', 'isNot: ""', 'contains: ""', 'in: ["", x]'])(
  "an empty text in a condition (%s) comes to an end",
  (asked) => {
    const text = changed([
      criteria,
      `criteria: { all: [{ signal: demo-request, withinLast: 14 calendar days }, { field: need, ${asked} }] }`,
    ]);
    expect(codesOf(text)).not.toContain("CRI413");
  },
);

test.each([
  ['hours: { mon-fri: ["09:00-18:00"], fri: ["09:00-12:00"] }', '"fri"'],
  ['hours: { mon-thu: ["09:00-18:00"], wed-fri: ["09:00-12:00"] }', '"wed-fri"'],
])("a day in two lines of a week is refused: %s", (written, named) => {
  const [only, ...more] = checkText(changed([hours, written])).findings;
  expect([only?.code, more]).toEqual(["SCH104", []]);
  expect(only === undefined ? "" : renderFinding(only, "en").message).toContain(named);
});

test("a handoff asks what the stages it leaves ask: what its receiver fills keeps it closed", () => {
  const asked = "{ all: [{ signal: demo-request, withinLast: 14 calendar days }, { field: need, known: true }] }";
  expect(codesOf(changed([criteria, `criteria: ${asked}`]))).toContain("GRA313");
});

test("that no signal came is no signal: records come straight back", () => {
  const asked =
    "{ all: [{ field: company-size, atLeast: 500 }, { none: [{ signal: demo-request, withinLast: 14 calendar days }] }] }";
  expect(codesOf(changed([criteria, `criteria: ${asked}`]))).toContain("GRA312");
});

test("a name that can't be one is told where it is defined only", () => {
  expect(codesOf(changed(["head-of-sales", "chef-côté-ventes"]))).toEqual(["SCH105"]);
});

test("a name that many use and nothing defines is told once, with the other places", () => {
  const text = baseContract.replace("  sdr: { label", "  sdrr: { label");
  const missing = checkText(text).findings.filter(({ code }) => code === "REF201");
  expect(missing).toHaveLength(1);
  expect(missing[0]?.related.length).toBeGreaterThan(2);
});

test("a promise between two ends the wrong way round, and a range without a number, are refused where they stand", () => {
  const share = changed([
    "measure: { acceptance: marketing-to-sales }, atLeast: 60%",
    "measure: { acceptance: marketing-to-sales }, between: [80%, 60%]",
  ]);
  expect(codesOf(share)).toEqual(["SCH104"]);
  const range = changed(["company-size: { type: number,", "company-size: { type: number, min: 100, max: 10,"]);
  expect(codesOf(range)).toEqual(["SCH104"]);
});

test("a time zone that is nearly one is guessed", () => {
  const [only] = checkText(changed(["Europe/Paris", "Europe/Pari"])).findings;
  expect(only === undefined ? "" : renderFinding(only, "fr").message).toContain(
    "vouliez-vous dire «\u00a0Europe/Paris\u00a0»",
  );
});

test.each([
  ["Support ticket opened by e-mail", false],
  ["Account opened after the welcome e-mail", false],
  ["Marketing e-mail opened", true],
  ["Opened an e-mail", true],
  ["Ouverture d'un e-mail", true],
])("an e-mail that was opened is told from what was opened otherwise: %s", (label, isOpened) => {
  const text = changed(
    ["signals:\n", `signals:\n  seen: { label: ${JSON.stringify(label)} }\n`],
    [criteria, "criteria: { any: [{ signal: demo-request, withinLast: 14 calendar days }, { signal: seen }] }"],
  );
  expect(codesOf(text).includes("CRI414")).toBe(isOpened);
});

test("outside the scope there is nothing to compete for, and small numbers are numbers", () => {
  const tiny = changed([
    criteria,
    "criteria: { all: [{ signal: demo-request, withinLast: 14 calendar days }, { field: company-size, atLeast: 0.0000001 }] }",
  ]);
  expect(codesOf(tiny)).not.toContain("CRI401");
});

test("an expiry that gives a record to another team is no handoff", () => {
  expect(
    codesOf(
      changed([
        "gone-quiet: { label: No sign of life, moveTo: nurture }",
        "gone-quiet: { label: No sign of life, moveTo: working }",
      ]),
    ),
  ).toContain("GRA306");
});
