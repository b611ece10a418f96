import fc from "fast-check";

/** The choices that make one contract of the family that the property tests walk through. */
export interface Shape {
  readonly hours: number;
  readonly within: readonly string[];
  readonly outcome: string;
  readonly acceptance: "decision" | "first-touch" | "automatic";
  readonly requires: boolean;
  readonly criteria: readonly number[];
  readonly reasons: readonly number[];
  readonly coolOff: string;
  readonly max: number;
  readonly remind: readonly number[];
  readonly reassign: boolean;
  readonly second: "same object" | "deal" | "none";
  readonly leadExpires: string;
  readonly workExpires: string | undefined;
  readonly isExcluding: boolean;
  readonly existing: "ignore" | "place";
}

const calendars = [
  '{ timezone: Europe/Paris, hours: { mon-thu: ["09:00-12:30", "14:00-18:00"], fri: ["09:00-12:00"] }, holidays: [2027-03-29, 2027-05-06] }',
  '{ timezone: America/New_York, hours: { mon-fri: ["08:00-17:00"] }, exceptions: [{ from: 2027-08-02, to: 2027-08-20, hours: ["10:00-12:00"] }] }',
  '{ timezone: UTC, hours: { mon-sun: ["00:00-24:00"] } }',
];

const durations = [
  "30 business minutes",
  "4 business hours",
  "1 business day",
  "2 business days",
  "end of business day",
  "end of next business day",
  "36 calendar hours",
  "3 calendar days",
];

/** Criteria that a lead may meet in many ways; the windows make some of them turn by time alone. */
const alternatives = [
  "{ all: [{ meets: good }, { signal: form, withinLast: 14 calendar days }] }",
  "{ all: [{ field: size, atLeast: 50 }, { signal: page, times: 2, withinLast: 5 business days }] }",
  "{ all: [{ field: renewal, withinNext: 10 business days }, { none: [{ signal: form, withinLast: 3 calendar days }] }] }",
  "{ atLeast: 2, of: [{ field: size, atLeast: 20 }, { signal: form }, { meets: good }] }",
  "{ signal: demo, withinLast: 2 business days }",
];

const reasonLines = [
  "no-fit: { label: No fit, moveTo: lost, detail: required }",
  "wrong: { label: Wrong data, moveTo: sender, repair: 2 business days }",
  "later: { label: Later, moveTo: nurture, coolOff: COOL, onlyAfter: 1 touch }",
  "unreached: { label: No answer, moveTo: nurture, coolOff: COOL, onlyAfter: 2 touches }",
  "again: { label: Start again, moveTo: lead }",
];
const reasonIds = ["no-fit", "wrong", "later", "unreached", "again"];

/** Shapes of contracts. */
export const shapes: fc.Arbitrary<Shape> = fc.record({
  hours: fc.nat({ max: calendars.length - 1 }),
  within: fc.array(fc.constantFrom(...durations), { minLength: 4, maxLength: 4 }),
  outcome: fc.constantFrom("10 business days", "15 business days", "30 calendar days"),
  acceptance: fc.constantFrom("decision", "first-touch", "automatic"),
  requires: fc.boolean(),
  criteria: fc.uniqueArray(fc.nat({ max: alternatives.length - 2 }), { minLength: 1, maxLength: 3 }),
  reasons: fc.uniqueArray(fc.nat({ max: reasonLines.length - 1 }), { minLength: 3, maxLength: 5 }),
  coolOff: fc.constantFrom("10 calendar days", "5 business days", "2 months"),
  max: fc.integer({ min: 1, max: 3 }),
  remind: fc.uniqueArray(fc.constantFrom(25, 50, 80), { maxLength: 3 }),
  reassign: fc.boolean(),
  second: fc.constantFrom("same object", "deal", "none"),
  leadExpires: fc.constantFrom("30 calendar days", "20 business days", "3 months"),
  workExpires: fc.option(fc.constantFrom("40 business days", "60 calendar days"), { nil: undefined }),
  isExcluding: fc.boolean(),
  existing: fc.constantFrom("ignore", "place"),
});

/** The contract of a shape, as a user would write it. */
export function contractOf(shape: Shape): string {
  const [decision = "", touch = "", complete = ""] = shape.within;
  // Where a touch accepts, no reason of a refusal may ask for one.
  const needTouches = shape.acceptance === "first-touch" ? ["later", "unreached"] : [];
  const offered = shape.reasons.map((index) => reasonIds[index] ?? "").filter((id) => !needTouches.includes(id));
  const exits = ["later", "unreached", "no-fit"].join(", ");
  const ways = [...shape.criteria.map((index) => alternatives[index]), alternatives.at(-1)].join("\n        - ");
  const shares = shape.remind.toSorted((a, b) => a - b).map((share) => `${share}%`);
  const remind = shares.length === 0 ? "" : `remind: [${shares.join(", ")}], `;
  const rungs = [
    "{ after: due, notify: [owner, boss] }",
    `{ after: 1 business day, notify: [boss]${shape.reassign ? ", reassign: rep" : ""} }`,
  ];
  const expires =
    shape.workExpires === undefined ? "" : `\n    expires: { after: ${shape.workExpires}, reason: untreated }`;
  const exclude = shape.isExcluding
    ? "\n  exclude: { student: { when: { field: student, is: true }, because: Buys nothing, to: nobody }, renewing: { when: { field: renewal, withinNext: 2 business days }, because: Renews already, to: rep } }"
    : "";
  const acceptance = `\n    feedback: { reasons: [${offered.join(", ")}], to: [marketing], within: 30 business days }\n    recycle: { max: ${shape.max} per 12 months, reason: too-often }`;
  const deadlines = `\n    deadlines:
      complete: { within: ${complete}, escalate: [{ after: due, notify: [boss] }] }
      decision: { within: { hot: ${decision}, plain: ${touch} }, ${remind}escalate: [${rungs.join(", ")}] }
      first-touch: { within: ${touch}, escalate: [{ after: due, notify: [boss] }] }`;
  return `revpact: 1
name: random
version: 1.0.0
title: Random
effective: 2027-01-04
reviewBy: 2027-12-31
languages: [en]
scope:
  object: contact
  include: { field: country, in: [FR, BE], orUnknown: true }${exclude}
  existingRecords: ${shape.existing}
parties: { marketing: { label: Marketing, head: chief }, sales: { label: Sales, head: boss } }
roles:
  chief: { label: Chief, party: marketing }
  marketer: { label: Marketer, party: marketing }
  boss: { label: Boss, party: sales }
  rep: { label: Rep, party: sales }
calendar: office
calendars: { office: ${calendars[shape.hours]} }
signals: { demo: { label: Demo, handRaise: true }, form: { label: Form }, page: { label: Page } }
fields:
  country: { type: enum, label: Country, filledBy: form, options: { FR: France, BE: Belgium, DE: Germany } }
  size: { type: number, label: Size, filledBy: form }
  score: { type: number, label: Score, filledBy: marketer }
  renewal: { type: date, label: Renewal, filledBy: marketer }
  phone: { type: text, label: Phone, filledBy: marketer }
  student: { type: boolean, label: Student, filledBy: marketer }
criteria: { good: { label: Good, field: score, atLeast: 60 } }
priorities: { hot: { label: Hot, when: { any: [{ signal: demo, withinLast: 2 business days }, { field: renewal, withinNext: 4 business days }] } }, plain: { label: Plain, otherwise: true } }
${shape.second === "deal" ? "pipelines: { deals: { label: Deals, object: deal } }\n" : ""}stages:
  lead: { label: Lead, definition: Known., owner: marketer, from: new, expires: { after: ${shape.leadExpires}, reason: quiet }, crm: { lifecycleStage: lead } }
  ready:
    label: Ready
    definition: Ready.
    owner: marketer
    from: [lead, nurture, lost]
    criteria:
      any:
        - ${ways}
    crm: { lifecycleStage: marketingqualifiedlead }
  working:
    label: Working
    definition: Working.
    owner: rep
    exitReasons: [${exits}]
    deadlines: { outcome: { within: ${shape.outcome}, escalate: [{ after: 1 business day, notify: [boss] }] } }${expires}
${secondStages(shape)}  nurture: { label: Nurture, definition: Later., owner: marketer, parking: true, expires: { after: 24 months, reason: retention } }
  lost: { label: Lost, definition: Never., owner: marketer, closed: lost }
reasons:
  ${reasonLines.map((line) => line.replace("COOL", shape.coolOff)).join("\n  ")}
  ${shape.second === "deal" ? "dropped: { label: Dropped, moveTo: gone }\n  " : ""}untreated: { label: Untreated, moveTo: nurture }
  quiet: { label: Quiet, moveTo: nurture }
  too-often: { label: Too often, moveTo: nurture, coolOff: 3 months }
  retention: { label: Over, moveTo: lost }
handoffs:
  over:
    label: Over
    from: ready
    to: working
    acceptance: ${shape.acceptance}
    requires: [${shape.requires ? "phone" : ""}]${deadlines}${acceptance}
    responsibilities: { accountable: boss, informed: [chief] }
commitments:
  a: { by: marketing, to: sales, measure: { acceptance: over }, atLeast: 60%, per: month }
  b: { by: sales, to: marketing, measure: { worked: over }, atLeast: 90%, per: month }
governance: { approvals: [chief, boss] }
environments: { local: { crm: local } }
`;
}

function secondStages({ second, within }: Shape): string {
  if (second === "none")
    return "  won: { label: Won, definition: Signed., owner: rep, closed: won, from: working, by: rep }\n";
  const pipeline = second === "deal" ? " pipeline: deals," : "";
  const gone =
    second === "deal"
      ? "  gone: { label: Gone, definition: Not signed., pipeline: deals, closed: lost, owner: rep }\n"
      : "";
  const exit = second === "deal" ? "dropped" : "later";
  const from = second === "deal" ? "[new]" : "working";
  const mirror =
    second === "deal"
      ? "  in-deal: { label: In deal, definition: Linked., owner: rep, from: any, criteria: { linked: deal, in: [offer] } }\n  client: { label: Client, definition: Linked., owner: rep, closed: won, from: any, criteria: { linked: deal, in: [won] } }\n"
      : "";
  return `  offer: { label: Offer, definition: Offer.,${pipeline} owner: rep, from: ${from}, by: rep, exitReasons: [${exit}], deadlines: { answer: { within: ${within[2]}, escalate: [{ after: 1 business day, notify: [boss] }] } } }
  won: { label: Won, definition: Signed.,${pipeline} owner: rep, closed: won, from: offer, by: rep }
${gone}${mirror}`;
}
