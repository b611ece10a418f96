import { describe, expect, test } from "vitest";
import { renderFinding } from "../../src/diagnostics/index.ts";
import { baseContract, replaceEntries } from "../diagnostics/example-text.ts";
import { checkText } from "./check-texts.ts";

/** What the rules on the lifecycle say of the base contract with these entries, witness behind an arrow. */
function said(entries: string): readonly string[] {
  return checkText(replaceEntries(baseContract, entries))
    .findings.filter(({ code }) => code.startsWith("GRA"))
    .map((item) => {
      const { message, witness } = renderFinding(item, "en");
      return `${item.code} ${message}${witness === undefined ? "" : ` → ${witness}`}`;
    });
}

const codesOf = (entries: string): readonly string[] => said(entries).map((line) => line.slice(0, 6));
const stage = (id: string, keys: string): string =>
  `  ${id}: { label: ${id}, definition: A stage., owner: marketer, ${keys} }\n`;

describe("records that go round by themselves", () => {
  test("through expiries are found, with the time of one turn", () => {
    const entries = `stages:\n${stage("nurture", "parking: true, expires: { after: 12 months, reason: wake-up }")}reasons:\n  wake-up: { label: Wake up, moveTo: lead }\n`;
    expect(said(entries)).toEqual([
      'GRA305 Records go round for ever through "lead", "nurture": they expire from one into the other → Lead → nurture (No sign of life) → Lead (Wake up), one turn takes 90 calendar days + 12 months',
    ]);
  });

  test("through criteria that hold together are found", () => {
    const one = stage(
      "one",
      "from: [lead, two], criteria: { field: company-size, atLeast: 100 }, expires: { after: 90 calendar days, reason: gone-quiet }",
    );
    const two = stage(
      "two",
      "from: one, criteria: { field: company-size, atLeast: 50 }, expires: { after: 90 calendar days, reason: gone-quiet }",
    );
    expect(codesOf(`stages:\n${one}${two}`)).toContain("GRA305");
  });

  test("are not found where the criteria exclude each other: the lead itself has to change", () => {
    const one = stage(
      "one",
      "from: [lead, two], criteria: { field: company-size, atLeast: 100 }, expires: { after: 90 calendar days, reason: gone-quiet }",
    );
    const two = stage(
      "two",
      "from: one, criteria: { field: company-size, lessThan: 100 }, expires: { after: 90 calendar days, reason: gone-quiet }",
    );
    expect(codesOf(`stages:\n${one}${two}`)).not.toContain("GRA305");
  });

  test("are not found where an expiry leads to a stage that takes back on a signal only", () => {
    expect(checkText(baseContract).findings).toEqual([]);
  });

  test("through a handoff that nobody decides are found", () => {
    const handoff = `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    acceptance: automatic
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: due, notify: [head-of-sales] }] } }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`;
    const working = `stages:\n  working:\n    label: In progress\n    definition: Worked.\n    owner: sdr\n    deadlines: { outcome: { within: 15 business days } }\n    exitReasons: [not-a-fit, bad-timing, unreachable]\n    expires: { after: 30 business days, reason: untreated }\nreasons:\n  untreated: { label: Untreated, moveTo: mql }\n`;
    expect(codesOf(`${handoff}${working}`)).toEqual(["GRA305"]);
    expect(codesOf(`${handoff}${working.replace("moveTo: mql", "moveTo: nurture")}`)).toEqual([]);
  });
});

describe("a record that is refused and sent again", () => {
  const reason = (keys: string): string =>
    `reasons:\n  unreachable: { label: Data incomplete, moveTo: sender${keys} }\n`;
  test.each([
    ["after a repair, without a limit, never ends", reason(", repair: 2 business days"), ["GRA305"]],
    ["only on a new signal comes to an end", reason(""), []],
  ])("%s", (_, entries, expected) => {
    expect(codesOf(entries)).toEqual(expected);
  });

  test("ends where the contract sets a limit", () => {
    const text = replaceEntries(baseContract, reason(", repair: 2 business days")).replace(
      "    responsibilities:",
      "    recycle: { max: 2 per 12 months, reason: gone-quiet }\n    responsibilities:",
    );
    expect(checkText(text).findings.filter(({ code }) => code === "GRA305")).toEqual([]);
  });
});

describe("a return without a sign", () => {
  const back = (criteria: string, from: string): readonly string[] =>
    codesOf(
      `stages:\n${stage("again", `from: ${from}, criteria: ${criteria}, expires: { after: 90 calendar days, reason: gone-quiet }`)}`,
    );
  test.each([
    ["by a fact alone is found", "{ field: company-size, atLeast: 50 }", "nurture", ["GRA312"]],
    ["from lost is found as well", "{ field: company-size, atLeast: 50 }", "disqualified", ["GRA312"]],
    ["is not one from an open stage", "{ field: company-size, atLeast: 50 }", "lead", []],
    ["is not one where a signal is asked for", "{ signal: demo-request }", "nurture", []],
    ["is not one where only linked deals decide", "{ none: [{ linked: deal, in: [customer] }] }", "nurture", []],
  ])("%s", (_, criteria, from, expected) => {
    expect(back(criteria, from)).toEqual(expected);
  });
});

describe("an expiry against its escalations", () => {
  const working = (within: string, after: string, expires: string): readonly string[] =>
    said(
      `stages:\n  working:\n    label: In progress\n    definition: Worked.\n    owner: sdr\n    deadlines: { outcome: { within: ${within}, escalate: [{ after: ${after}, notify: [head-of-sales] }] } }\n    exitReasons: [not-a-fit, bad-timing, unreachable]\n    expires: { after: ${expires}, reason: gone-quiet }\n`,
    );
  test.each([
    ["15 business days", "2 business days", "25 business days", 0],
    ["15 business days", "2 business days", "16 business days", 1],
    ["15 business days", "due", "15 business days", 0],
    ["15 business days", "due", "14 business days", 1],
    ["15 business days", "2 business days", "22 calendar days", 1],
    ["15 business days", "2 business days", "30 calendar days", 0],
    ["1 month", "due", "30 calendar days", 1],
  ])("within %s, escalated after %s, expires after %s", (within, after, expires, count) => {
    expect(working(within, after, expires)).toHaveLength(count);
  });

  test("is shown on a date on which it goes wrong", () => {
    expect(working("15 business days", "2 business days", "23 calendar days")[0]).toMatch(
      /→ entered .* 2027, 09:00: expired .* \(23 calendar days\), last escalation only /,
    );
  });
});

describe("a stage that is walked past", () => {
  const called = (requires: string): string =>
    stage("called", `from: lead, by: marketer, ${requires}expires: { after: 30 calendar days, reason: gone-quiet }`);
  const invited = (keys: string): string =>
    stage("invited", `by: marketer, ${keys}expires: { after: 30 calendar days, reason: gone-quiet }`);
  test.each([
    ["with the fields it requires", called("requires: [country], "), invited("from: [called, lead], "), ["GRA309"]],
    ["asks nothing, so nothing is lost", called(""), invited("from: [called, lead], "), []],
    [
      "is asked for the same in the later stage",
      called("requires: [country], "),
      invited("from: [called, lead], requires: [country], "),
      [],
    ],
    ["is not where the later stage follows it only", called("requires: [country], "), invited("from: called, "), []],
  ])("%s", (_, first, second, expected) => {
    expect(codesOf(`stages:\n${first}${second}`)).toEqual(expected);
  });
});

test("a stage that nothing reaches shows the ways that lead there from nowhere", () => {
  const entries = `stages:\n${stage("second", "from: first, by: marketer, parking: true")}${stage("first", "from: second, by: marketer, parking: true")}`;
  expect(said(entries).filter((line) => line.startsWith("GRA301"))).toEqual([
    'GRA301 No record can ever reach the stage "second" → only first → second (by hand)',
  ]);
});
