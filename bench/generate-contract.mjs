// A sound contract of any size, written the long way: for measuring, and for tests that need a large one.

const text = (value) => JSON.stringify(value);
const list = (items) => `[${items.join(", ")}]`;
const range = (count) => Array.from({ length: count }, (_, index) => index + 1);

/** Lanes side by side: a stage that hands over, some stages that are worked, and handoffs that are told apart by headcount. */
function shapeOf({ stages, criteria, handoffs }) {
  const lanes = Math.max(1, Math.round((stages - 4) / 4));
  const perLane = Math.max(2, Math.round(handoffs / lanes));
  const interests = Math.max(1, Math.round((criteria - lanes * (perLane - 1)) / lanes));
  return { lanes, perLane, interests };
}

const head = (lanes, interests) => `# A generated contract: sound, and as large as asked for.
revpact: 1
name: generated
version: 1.0.0
title: Generated contract
effective: 2027-01-04
reviewBy: 2027-06-30
languages: [en]

parties:
  marketing: { label: Marketing, head: marketer }
  sales: { label: Sales, head: head-of-sales-1 }

roles:
  marketer: { label: Marketer, party: marketing }
${range(lanes)
  .map(
    (lane) =>
      `  sdr-${lane}: { label: SDR ${lane}, party: sales }\n  head-of-sales-${lane}: { label: Head of sales ${lane}, party: sales }`,
  )
  .join("\n")}

calendar: office
calendars:
  office:
    timezone: Europe/Paris
    hours: { mon-thu: ["09:00-12:30", "14:00-18:00"], fri: ["09:00-12:30", "14:00-17:00"] }
    holidays: [2027-01-01, 2027-03-29, 2027-05-06, 2027-05-17, 2027-07-14, 2027-11-01, 2027-11-11, 2028-05-01]
    exceptions:
      - { from: 2027-08-02, to: 2027-08-20, hours: ["10:00-12:00"] }

signals:
  demo-request: { label: Demo request, handRaise: true }
${range(interests)
  .map((interest) => `  page-${interest}: { label: Page ${interest} viewed }`)
  .join("\n")}

fields:
  segment:
    type: enum
    label: Segment
    filledBy: form
    options:
${range(lanes)
  .map((lane) => `      segment-${lane}: Segment ${lane}`)
  .join("\n")}
      other: Other
  headcount: { type: number, label: Headcount, filledBy: form, min: 0 }
  country: { type: enum, label: Country, filledBy: form, options: { FR: France, BE: Belgium, other: Other } }
  need: { type: text, label: Stated need, filledBy: ${list(range(lanes).map((lane) => `sdr-${lane}`))} }
${range(interests)
  .map(
    (interest) => `  score-${interest}: { type: number, label: Score ${interest}, filledBy: form, min: 0, max: 100 }`,
  )
  .join("\n")}

scope:
  object: contact
  include: { field: country, in: [FR, BE], orUnknown: true }

priorities:
  hot: { label: Hot, when: { signal: demo-request, withinLast: 2 business days } }
  normal: { label: Normal, otherwise: true }
`;

const interestCriteria = (lane, interest) => `  interest-${lane}-${interest}:
    label: Interest ${interest} in segment ${lane}
    all:
      - { field: score-${interest}, atLeast: ${40 + ((lane * 7 + interest * 3) % 50)} }
      - { signal: page-${interest}, times: ${1 + (interest % 3)}, withinLast: ${7 + (lane % 5)} calendar days }
`;

const sizeCriteria = (lane, size) => `  size-${lane}-${size}:
    label: Size ${size} in segment ${lane}
    field: headcount
    between: [${(size - 1) * 100}, ${size * 100 - 1}]
`;

const laneStages = (lane, interests) => `  qualified-${lane}:
    label: Qualified lead ${lane}
    definition: ${text(`A contact of segment ${lane} who has shown interest that can be checked.`)}
    owner: marketer
    from: [lead, nurture]
    criteria:
      all:
        - { field: segment, is: segment-${lane} }
        - any:
${range(interests)
  .map((interest) => `            - { meets: interest-${lane}-${interest} }`)
  .join("\n")}
            - { signal: demo-request, withinLast: 2 business days }
${range(3)
  .map(
    (place) => `  working-${lane}-${place}:
    label: In progress ${lane}-${place}
    definition: ${text(`A lead of segment ${lane} that team ${place} has accepted and is working.`)}
    owner: sdr-${lane}
    statuses:
      to-call: To call
      trying: Trying
      reached: Reached
      booked: Meeting booked
    exitReasons: [not-a-fit, bad-timing, unreachable]
    deadlines:
      outcome:
        within: 15 business days
        escalate:
          - { after: due, notify: [owner] }
          - { after: 2 business days, notify: [head-of-sales-${lane}] }
    expires:
      after: 25 business days
      reason: gone-quiet
`,
  )
  .join("")}`;

const handoff = (lane, number, perLane) => `  lane-${lane}-handoff-${number}:
    label: Handoff ${number} of segment ${lane}
    from: qualified-${lane}
    to: working-${lane}-${1 + (number % 3)}
${number === perLane ? "    otherwise: true" : `    criteria: { meets: size-${lane}-${number} }`}
    requires: [country]
    helpful: [headcount, need]
    assign:
      - { keep: company-owner }
      - { rotate: sdr-${lane} }
    deadlines:
      complete:
        within: 1 business day
        escalate:
          - { after: due, notify: [marketer, head-of-sales-${lane}] }
      decision:
        within:
          hot: ${30 + 15 * (number % 3)} business minutes
          normal: ${3 + (number % 4)} business hours
        remind: [50%, 80%]
        escalate:
          - { after: due, notify: [owner] }
          - { after: 2 business hours, notify: [head-of-sales-${lane}] }
          - { after: 1 business day, reassign: sdr-${lane}, notify: [head-of-sales-${lane}] }
      first-touch:
        within: { hot: 1 business day, normal: 2 business days }
        counts: [call, email, meeting]
    feedback:
      reasons: [not-a-fit, wrong-data, bad-timing]
      to: [marketing]
      within: 30 business days
    recycle: { max: 2 per 12 months, reason: too-many-returns }
    responsibilities:
      accountable: head-of-sales-${lane}
      informed: [marketer]
`;

const tail = (lanes, perLane) => `
commitments:
  quality: { by: marketing, to: sales, measure: { acceptance: lane-1-handoff-1 }, atLeast: 60%, per: month }
  on-time: { by: sales, to: marketing, measure: { onTime: lane-${lanes}-handoff-${perLane}.decision }, atLeast: 90%, per: month }
  real-work: { by: sales, to: marketing, measure: { worked: lane-${lanes}-handoff-${perLane} }, atLeast: 95%, per: month }
`;

const lastStages = (lanes) => `  customer:
    label: Customer
    definition: A contact whose company has signed.
    owner: sdr-1
    from: ${list(range(lanes).flatMap((lane) => range(3).map((place) => `working-${lane}-${place}`)))}
    by: sdr-1
    requires: [need]
    closed: won
  nurture: { label: Nurture, definition: A contact without a project today., owner: marketer, parking: true }
  disqualified: { label: Disqualified, definition: A contact we will not serve., owner: marketer, closed: lost }

reasons:
  not-a-fit: { label: Not a fit, moveTo: disqualified, detail: required }
  wrong-data: { label: Wrong contact data, moveTo: sender, repair: 3 business days }
  bad-timing: { label: Bad timing, moveTo: nurture, coolOff: 60 calendar days, onlyAfter: 1 touch }
  unreachable: { label: Unreachable, moveTo: nurture, coolOff: 90 calendar days, onlyAfter: 6 touches over at least 10 business days }
  too-many-returns: { label: Returned too often, moveTo: nurture }
  gone-quiet: { label: No sign of life, moveTo: nurture }
`;

/** The YAML of a sound contract with about so many stages, named criteria and handoffs. */
export function generateContract(size) {
  const { lanes, perLane, interests } = shapeOf(size);
  const each = (write) => range(lanes).map(write).join("");
  return [
    head(lanes, interests),
    `\ncriteria:\n${each(
      (lane) =>
        range(interests)
          .map((interest) => interestCriteria(lane, interest))
          .join("") +
        range(perLane - 1)
          .map((part) => sizeCriteria(lane, part))
          .join(""),
    )}`,
    `\nstages:\n  lead:\n    label: Lead\n    definition: A known contact in the target market.\n    owner: marketer\n    from: new\n    expires: { after: 90 calendar days, reason: gone-quiet }\n`,
    each((lane) => laneStages(lane, interests)),
    lastStages(lanes),
    `\nhandoffs:\n${each((lane) =>
      range(perLane)
        .map((number) => handoff(lane, number, perLane))
        .join(""),
    )}`,
    tail(lanes, perLane),
  ].join("");
}

/** A contract whose priorities are so many boxes in so many dimensions: each is held against all before it, and all against every lead. */
export function generateBoxes(count, dimensions) {
  const fields = range(dimensions).map(
    (dimension) =>
      `  score-${dimension}: { type: number, label: Score ${dimension}, filledBy: form, min: 0, max: 1500 }`,
  );
  const box = (number) =>
    range(dimensions)
      .map((dimension) => {
        const low = (number * (dimension + 6) * 131) % 900;
        return `        - { field: score-${dimension}, between: [${low}, ${low + 100 + ((number * 37) % 500)}] }`;
      })
      .join("\n");
  const priorities = range(count).map(
    (number) => `  box-${number}:\n    label: Box ${number}\n    when:\n      all:\n${box(number)}\n`,
  );
  const small = generateContract({ stages: 8, criteria: 6, handoffs: 2 });
  const ordered = `priorities:\n${priorities.join("")}  normal: { label: Normal, otherwise: true }\n`;
  return small
    .replace("fields:\n", `fields:\n${fields.join("\n").replaceAll("score-", "box-score-")}\n`)
    .replace(/priorities:\n(?: {2}.*\n)+/, ordered.replaceAll("field: score-", "field: box-score-"))
    .replaceAll(/within: \{ hot: (.*?), normal: .*? \}/g, "within: $1")
    .replaceAll(/within:\n {10}hot: .*\n {10}normal: (.*)\n/g, "within: $1\n");
}
