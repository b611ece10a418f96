import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileContract } from "../../src/contract/index.ts";
import { type Code, renderFinding } from "../../src/diagnostics/index.ts";
import { createSource } from "../../src/language/index.ts";
import { baseContract, replaceEntries } from "../diagnostics/example-text.ts";
import { checkTextInFull, asOf as effective } from "./check-texts.ts";

/** What a rule says of the base contract with some entries replaced, and how much it weighs. */
function said(code: Code, entries: string, asOf = effective): readonly string[] {
  const source = createSource("contract.yaml", replaceEntries(baseContract, entries));
  const found = compileContract([source], { asOf }).findings.filter((item) => item.code === code);
  return found.map((item) => `${item.severity}: ${renderFinding(item, "en").message}`);
}

/** The handoff of the base contract with other deadlines, and perhaps other lines. */
function handoff(deadlines: string, lines = ""): string {
  return `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: ${deadlines}
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
${lines}`;
}

const decisionWith = (escalate: string, within = "4 business hours") =>
  handoff(`{ decision: { within: ${within}, escalate: ${escalate} } }`);

describe("a reason that takes longer than there is time for (SLA505)", () => {
  const takes = (over: string) =>
    `reasons:\n  unreachable: { label: Unreachable, moveTo: nurture, onlyAfter: 3 touches over at least ${over} }\n`;

  test("is one only where no start of the year leaves the time", () => {
    // Twelve calendar days hold eight working days, or nine where a weekend is not among them twice: never ten.
    const within = (text: string) => decisionWith("[{ after: due, notify: [head-of-sales] }]", text);
    expect(said("SLA505", takes("10 business days") + within("12 calendar days"))).toHaveLength(1);
    expect(said("SLA505", takes("10 business days") + within("14 calendar days"))).toEqual([]);
    expect(said("SLA505", takes("4 business hours") + within("4 business hours"))).toEqual([]);
    expect(said("SLA505", takes("5 business hours") + within("4 business hours"))).toEqual([
      'error: "unreachable" takes at least 5 business hours, but "marketing-to-sales.decision" is due after 4 business hours',
    ]);
  });

  test("fits where it fits for one priority", () => {
    const priorities = `priorities:
  hot: { label: Hot, when: { signal: demo-request, withinLast: 2 business days } }
  normal: { label: Normal, otherwise: true }
`;
    const within = (normal: string) =>
      decisionWith("[{ after: due, notify: [head-of-sales] }]", `{ hot: 1 business hour, normal: ${normal} }`);
    expect(said("SLA505", takes("3 business days") + priorities + within("3 business days"))).toEqual([]);
    expect(said("SLA505", takes("3 business days") + priorities + within("2 business days"))).toEqual([
      'error: "unreachable" takes at least 3 business days, but "marketing-to-sales.decision" is due after 2 business days',
    ]);
  });

  test("fits a clock that does not stop when the record leaves", () => {
    const working = (deadlines: string) => `stages:
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
    deadlines: ${deadlines}
    exitReasons: [not-a-fit, bad-timing, unreachable]
`;
    const slow =
      takes("10 business days") + decisionWith("[{ after: due, notify: [head-of-sales] }]", "11 business days");
    expect(said("SLA505", slow + working("{ call: { within: 1 business day, stops: touched } }"))).toEqual([]);
    expect(said("SLA505", slow + working("{ outcome: { within: 5 business days } }"))).toEqual([
      'error: "unreachable" takes at least 10 business days, but "working.outcome" is due after 5 business days',
    ]);
  });

  test("that asks for a touch can't refuse where the first touch accepts, unless other kinds of touch accept nothing", () => {
    const touching = (counts: string) =>
      handoff(`{ decision: { within: 20 business days${counts} } }`, "    acceptance: first-touch\n");
    expect(said("SLA505", touching(""))).toEqual([
      'error: "unreachable" needs 3 touches, but in "marketing-to-sales" the first touch accepts the record',
    ]);
    expect(said("SLA505", touching(", counts: [call]"))).toEqual([]);
  });
});

describe("holidays that run out (SLA507)", () => {
  const holidays = (dates: string) =>
    `calendars:\n  office: { timezone: Europe/Paris, hours: { mon-fri: ["09:00-18:00"] }, holidays: [${dates}] }\n`;
  const missing = (year: number, last: string) => [
    `warning: "office" lists no holidays for ${year}; the last one is ${last}`,
  ];

  test("are missed three months before the year begins", () => {
    expect(said("SLA507", holidays("2027-05-01"), "2027-09-30")).toEqual([]);
    expect(said("SLA507", holidays("2027-05-01"), "2027-10-01")).toEqual(missing(2028, "2027-05-01"));
    expect(said("SLA507", holidays("2027-05-01, 2028-05-01"), "2027-10-01")).toEqual([]);
  });

  test("are missed in a year between two, and in the first", () => {
    expect(said("SLA507", holidays("2027-05-01, 2029-05-01"), "2028-02-01")).toEqual(missing(2028, "2029-05-01"));
    expect(said("SLA507", holidays("2028-05-01"))).toEqual(missing(2027, "2028-05-01"));
  });

  test("are judged from the effective date where that is still to come", () => {
    expect(said("SLA507", holidays("2027-05-01"), "2026-02-01")).toEqual([]);
  });

  test("of an office that keeps none are no omission", () => {
    expect(said("SLA507", holidays(""), "2040-01-01")).toEqual([]);
  });
});

describe("lateness that nobody hears of (SLA508)", () => {
  test("is not asked of every deadline", () => {
    expect(said("SLA508", handoff("{ decision: { within: 4 business hours } }"))).toEqual([]);
  });

  test("is heard where a record is given to somebody else", () => {
    expect(said("SLA508", decisionWith("[{ after: due, notify: [owner] }]"))).toHaveLength(1);
    expect(said("SLA508", decisionWith("[{ after: due, notify: [owner], reassign: sdr }]"))).toEqual([]);
  });

  test("is not missed after reminders where another clock of the handoff tells", () => {
    const first = "first-touch: { within: 1 business day, remind: [50%] }";
    expect(said("SLA508", handoff(`{ decision: { within: 4 business hours }, ${first} }`))).toHaveLength(1);
    const told = "decision: { within: 4 business hours, escalate: [{ after: due, notify: [head-of-sales] }] }";
    expect(said("SLA508", handoff(`{ ${told}, ${first} }`))).toEqual([]);
  });

  test("is said once of a contract in which nobody ever hears", () => {
    const silent = handoff("{ decision: { within: 4 business hours } }").concat(`stages:
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
    deadlines: { outcome: { within: 15 business days } }
    exitReasons: [not-a-fit, bad-timing, unreachable]
`);
    expect(said("SLA508", silent)).toEqual(["warning: No deadline of this contract tells anybody when it is missed"]);
  });
});

describe("the order of an escalation (SLA509)", () => {
  const steps = (first: string, second: string) =>
    said("SLA509", decisionWith(`[{ after: ${first}, notify: [sdr] }, { after: ${second}, notify: [head-of-sales] }]`));

  test("is that of time, in the same unit or not", () => {
    expect(steps("due", "30 business minutes")).toEqual([]);
    expect(steps("60 business minutes", "1 business hour")).toEqual([]);
    expect(steps("90 business minutes", "1 business hour")[0]).toMatch(/^error: .*comes before the one above it/);
    expect(steps("1 business day", "due")[0]).toMatch(/^error/);
  });

  test("may depend on the date: then it is a warning", () => {
    // The office is open seven and a half hours a day.
    expect(steps("7 business hours", "1 business day")).toEqual([]);
    expect(steps("8 business hours", "1 business day")[0]).toMatch(/^error/);
    expect(steps("2 business hours", "1 calendar day")[0]).toMatch(/^warning: .*on some dates/);
    expect(steps("2 business hours", "4 calendar days")).toEqual([]);
  });

  test("counts from due times, which lie in open hours: Saturdays prove nothing", () => {
    // From Friday evening, closed, a business day lasts until Tuesday morning: 87 hours. From open hours never over 73.
    expect(steps("1 business day", "80 calendar hours")).toEqual([]);
    expect(steps("1 business day", "72 calendar hours")[0]).toMatch(/^warning/);
  });

  test("allows two steps at once to different people, not the same twice", () => {
    expect(steps("2 business hours", "2 business hours")).toEqual([]);
    const twice =
      "[{ after: 2 business hours, notify: [sdr, owner] }, { after: 2 business hours, notify: [owner, sdr] }]";
    expect(said("SLA509", decisionWith(twice))[0]).toMatch(/is there twice$/);
  });
});

describe("calendars that never meet (SLA510)", () => {
  const overseas = (hours: string) => `calendars:
  overseas: { timezone: America/Los_Angeles, hours: { mon-fri: ["${hours}"] } }
roles:
  sdr: { label: SDR, party: sales, calendar: overseas }
`;

  test("meet where they do on a few days of the year only: the clocks are changed on different Sundays", () => {
    // 18:00 in Paris is 9:00 in Los Angeles, but 10:00 in the weeks between the two changes.
    expect(said("SLA510", overseas("09:00-17:00"))).toEqual([]);
    expect(said("SLA510", overseas("10:00-17:00"))).not.toEqual([]);
  });

  test("are said once of two roles, however often they meet", () => {
    expect(said("SLA510", overseas("10:00-17:00"))).toEqual([
      'warning: "marketer" hands over to "sdr", but their calendars share no open hour in the year',
      'warning: "head-of-sales" is alerted when "sdr" is late, but their calendars share no open hour in the year',
    ]);
  });
});

describe("more leads than there are people for (SLA511)", () => {
  const promised = (sdr: string, bound: string, more = "") => `roles:
  sdr: { label: SDR, party: sales${sdr} }
${more}commitments:
  volume: { by: marketing, to: sales, measure: { entered: mql }, ${bound} }
`;
  const capacity = (number: number) => `, capacity: ${number} per person per business day`;

  test("are counted in the period with the fewest days for them", () => {
    expect(said("SLA511", promised(capacity(9), "atLeast: 180, per: month"))).toEqual([]);
    expect(said("SLA511", promised(capacity(8), "atLeast: 180, per: month"))).toEqual([
      'warning: 180 leads in 2027-02 need 2 people at 8 a day each, but "sdr" is one position',
    ]);
    expect(said("SLA511", promised(capacity(9), "atLeast: 150, per: month, except: { 2027-08: 250 }"))).toEqual([
      'warning: 250 leads in 2027-08 need 2 people at 9 a day each, but "sdr" is one position',
    ]);
    expect(said("SLA511", promised(capacity(9), "atLeast: 46, per: week"))[0]).toMatch(/46 leads in 2027-01-04/);
    expect(said("SLA511", promised(capacity(9), "atLeast: 45, per: week"))).toEqual([]);
  });

  test("are not what is promised at most", () => {
    expect(said("SLA511", promised(capacity(1), "atMost: 500, per: month"))).toEqual([]);
  });

  test("are shared among the members of a role", () => {
    const team = (names: string) => `${capacity(5)}, members: [${names}]`;
    const people = "  north: { label: North, party: sales }\n  south: { label: South, party: sales }\n";
    const bound = "atLeast: 180, per: month";
    expect(said("SLA511", promised(team("north, south"), bound, people))).toEqual([]);
    expect(said("SLA511", promised(team("north"), bound, people))).toHaveLength(1);
  });

  test("are not known where a team of unknown size treats them", () => {
    const environment = "environments:\n  local: { crm: local, people: { sdr: { team: SDR } } }\n";
    expect(said("SLA511", promised(capacity(1), "atLeast: 180, per: month") + environment)).toEqual([]);
  });

  test("are nobody's in particular where a stage is handed to several", () => {
    const second = `handoffs:
  to-the-desk:
    from: mql
    to: nurture
    criteria: { field: company-size, atMost: 10 }
    deadlines: { decision: { within: 4 business hours } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`;
    expect(said("SLA511", promised(capacity(1), "atLeast: 180, per: month") + second)).toEqual([]);
  });
});

describe("a clock that stops without work (SLA512)", () => {
  const speedAlone = (promise: string, decision = "decision: { within: 4 business hours }", lines = "") =>
    `${handoff(`{ ${decision} }`, lines)}reasons:
  unreachable: { label: Unreachable, moveTo: nurture }
commitments:
  lead-quality: { by: marketing, to: sales, measure: { ${promise} }, atLeast: 1, per: month }
`;

  test("is one that promises speed and nothing else", () => {
    expect(said("SLA512", speedAlone("entered: lead"))).toEqual([
      'warning: "marketing-to-sales.decision" promises speed and stops with a click: no touch and no result is asked for beside it',
    ]);
  });

  test.each(["acceptance: marketing-to-sales", "worked: marketing-to-sales", "converted: working"])(
    "is held to what came of it by %s",
    (promise) => {
      expect(said("SLA512", speedAlone(promise))).toEqual([]);
    },
  );

  test("is held to a touch by a first-touch deadline", () => {
    const both = "decision: { within: 4 business hours }, first-touch: { within: 1 business day }";
    expect(said("SLA512", speedAlone("entered: lead", both))).toEqual([]);
  });

  test("is no clock that a person stops by filling a field, or a lead by doing something", () => {
    const stops = (condition: string) =>
      said(
        "SLA512",
        handoff(
          `{ decision: { within: 4 business hours }, kickoff: { within: 2 business days, stops: ${condition} } }`,
        ),
      );
    expect(stops("{ field: need, known: true }")).toEqual([]);
    expect(stops("{ signal: demo-request }")).toEqual([]);
    expect(stops("{ any: [{ field: company-size, known: true }, { field: need, known: true }] }")).toEqual([]);
    expect(stops("{ all: [{ field: company-size, known: true }] }")).toHaveLength(1);
  });
});

test.each(["0001-01-01", "1900-02-29", "9000-12-31", "9999-12-31"])(
  "an effective date of %s crashes nothing",
  (date) => {
    const text = readFileSync(new URL("../fixtures/validate/deadlines.yaml", import.meta.url), "utf8");
    expect(() => checkTextInFull(text.replace("effective: 2027-01-04", `effective: ${date}`))).not.toThrow();
  },
);
