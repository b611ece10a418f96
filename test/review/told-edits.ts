/** An edit of a contract, and the kinds that tell of it: there, and back again. */
export interface ToldEdit {
  readonly there: string;
  readonly back: string;
  readonly steps: readonly (readonly [from: string, to: string])[];
}

const edit = (kinds: string, from: string, to: string, ...more: readonly (readonly [string, string])[]): ToldEdit => {
  const [there = "", back = there] = kinds.split(" ");
  return { there, back, steps: [[from, to], ...more] };
};

/** A text with the steps of an edit taken; one that finds nothing to replace is a mistake of the test. */
export function takeSteps(text: string, { steps, there }: ToldEdit): string {
  return steps.reduce((edited, [from, to]) => {
    if (!edited.includes(from)) throw new Error(`${there}: the text does not hold ${from}`);
    return edited.replaceAll(from, () => to);
  }, text);
}

/** Edits of the classic example: with those of the small contract they reach every kind of change. */
export const toldEdits: readonly ToldEdit[] = [
  edit("contract-renamed", "name: acme-inbound", "name: acme-web"),
  edit("version-changed", "version: 2.1.0", "version: 2.2.0"),
  edit("effective-postponed effective-without-notice", "effective: 2027-01-04", "effective: 2027-01-12"),
  edit("effective-without-notice effective-postponed", "effective: 2027-01-04", "effective: 2026-12-01"),
  edit("review-moved", "reviewBy: 2027-06-30", "reviewBy: 2027-07-30"),
  edit("default-language-changed", "languages: [fr, en]", "languages: [en, fr]"),
  edit("text-changed", "en: Inbound revenue contract", "en: Revenue contract"),
  edit("text-removed text-added", ", because: { fr: Permanence d'été, en: Summer duty }", ""),
  edit("entry-renamed stage-added", "nurture", "warming", ["  warming:\n", "  warming:\n    formerly: [nurture]\n"]),
  edit("former-ids-noted", "  nurture:\n", "  nurture:\n    formerly: [old-name]\n"),
  edit("party-added party-removed", "parties:\n", "parties:\n  partners: { label: Partners, head: ceo }\n"),
  edit("role-added role-removed", "roles:  ", "roles:\n  helper: { label: Helper, party: sales }\n #"),
  edit("role-moved", "en: Marketing operations }, party: marketing", "en: Marketing operations }, party: sales"),
  edit(
    "accountable-changed",
    "accountable: head-of-sales, informed: [head-of-marketing] }\n  sdr-to",
    "accountable: ceo, informed: [head-of-marketing] }\n  sdr-to",
  ),
  edit(
    "involved-added involved-removed",
    "informed: [head-of-marketing] }\n  sdr-to",
    "informed: [head-of-marketing, ceo] }\n  sdr-to",
  ),
  edit(
    "member-added member-removed",
    "sdr:               { label: SDR,",
    "sdr:               { label: SDR, members: [account-executive],",
  ),
  edit(
    "backup-changed",
    "sdr:               { label: SDR,",
    "sdr:               { label: SDR, backup: account-executive,",
  ),
  edit("capacity-changed", "capacity: 15 per", "capacity: 20 per"),
  edit(
    "commitment-added commitment-removed",
    "commitments:\n",
    "commitments:\n  more: { by: sales, to: marketing, measure: { worked: sdr-to-sales }, atLeast: 50%, per: month }\n",
  ),
  edit("commitment-raised commitment-lowered", "atLeast: 60%, per: month", "atLeast: 70%, per: month"),
  edit("commitment-shifted", "between: [120, 180]", "between: [150, 210]"),
  edit(
    "commitment-measure-changed",
    "measure: { worked: marketing-to-sdr }",
    "measure: { acceptance: marketing-to-sdr }",
  ),
  edit("debtor-changed", "real-work:       { by: sales, to: marketing", "real-work:       { by: marketing, to: sales"),
  edit("notice-lengthened notice-shortened", "notice: 10 business days", "notice: 20 business days"),
  edit("worst-wait-changed", "notice: 10 business days", "notice: 10 business days\n  worstWait: 10 calendar days"),
  edit(
    "approver-removed approver-added",
    "approvals: [head-of-marketing, head-of-sales,",
    "approvals: [head-of-marketing,",
  ),
  edit("approval-scope-changed", "for: [contribution, stages]", "for: [contribution]"),
  edit(
    "decision-added decision-removed",
    "  decisions:\n",
    "  decisions:\n    tools: { label: Tools, responsible: ceo, accountable: ceo }\n",
  ),
  edit(
    "decision-time-changed",
    "within: 2 business days, responsible: marketing-ops",
    "within: 3 business days, responsible: marketing-ops",
  ),
  edit("review-added review-removed", "reviews: {", "reviews: { joint: { label: Joint, every: month, chair: ceo },"),
  edit("review-changed", "every: week, chair: head-of-sales", "every: month, chair: head-of-sales"),
  edit("term-added term-removed", "\nenvironments:\n", "\nglossary: { mql: { label: MQL } }\n\nenvironments:\n"),
  edit("environment-added environment-removed", "environments:\n", "environments:\n  test: { crm: local }\n"),
  edit("environment-changed", "portal: 2222222", "portal: 2222223"),
  edit("crm-mapping-changed", "crm: { property: acme_fit }", "crm: { property: acme_score }"),
  edit("signal-added signal-removed", "\nsignals:  ", "\nsignals:\n  webinar: { label: Webinar }\n #"),
  edit(
    "hand-raise-granted hand-raise-withdrawn",
    "meeting-held:   { label: { fr: Rendez-vous tenu, en: Meeting held } }",
    "meeting-held:   { label: { fr: Rendez-vous tenu, en: Meeting held }, handRaise: true }",
  ),
  edit("field-added field-removed", "fields:  ", "fields:\n  fax: { type: text, label: Fax, filledBy: form }\n #"),
  edit("field-retyped", "need:         { type: text", "need:         { type: number"),
  edit("filler-added filler-removed", "filledBy: form }\n  competitor", "filledBy: [form, sdr] }\n  competitor"),
  edit("fill-source-changed", "filledBy: enrichment", "filledBy: import"),
  edit("option-added option-removed", "options: { FR: France,", "options: { FR: France, CH: Switzerland,"),
  edit(
    "order-changed",
    "options: { FR: France, BE: { fr: Belgique, en: Belgium },",
    "options: { BE: { fr: Belgique, en: Belgium }, FR: France,",
  ),
  edit("bounds-narrowed bounds-widened", "min: 0, max: 100", "min: 10, max: 100"),
  edit("scope-object-changed", "object: contact\n", "object: lead\n"),
  edit(
    "exclusion-added exclusion-removed",
    "  exclude:\n",
    "  exclude:\n    tiny: { when: { field: company-size, atMost: 1 }, because: { fr: Trop petit, en: Too small }, to: nobody }\n",
  ),
  edit("existing-records-changed", "existingRecords: ignore", "existingRecords: place"),
  edit("criteria-tightened criteria-loosened", "field: fit-score, atLeast: 60", "field: fit-score, atLeast: 70"),
  edit(
    "criteria-shifted",
    "include: { field: country, in: [FR, BE, LU]",
    "include: { field: country, in: [FR, BE, other]",
  ),
  edit(
    "criteria-rewritten",
    "include: { field: country, in: [FR, BE, LU]",
    "include: { field: country, in: [LU, BE, FR]",
  ),
  edit(
    "criteria-added criteria-removed",
    "    requires: [country]\n",
    "    criteria: { field: need, known: true }\n    requires: [country]\n",
  ),
  edit(
    "named-criteria-added named-criteria-removed",
    "criteria:     ",
    "criteria:\n  large: { label: Large, field: company-size, atLeast: 500 }\n #",
  ),
  edit("named-criteria-changed", "field: fit-score, atLeast: 60", "field: fit-score, atLeast: 70"),
  edit(
    "priority-added priority-removed",
    "  normal: { label: Standard",
    "  warm: { label: Warm, when: { signal: any-form, withinLast: 1 business day } }\n  normal: { label: Standard",
  ),
  edit(
    "pipeline-added pipeline-removed",
    "pipelines:\n",
    "pipelines:\n  renewals: { label: Renewals, object: deal }\n",
  ),
  edit("pipeline-changed", "en: New business }, object: deal", "en: New business }, object: ticket"),
  edit("stage-added stage-removed", "stages:\n", "stages:\n  side: { label: Side, owner: sdr, parking: true }\n"),
  edit(
    "stage-inserted stage-removed",
    "    from: discovery\n    by: account-executive\n",
    "    from: demo\n    by: account-executive\n",
    [
      "  proposal:\n",
      "  demo: { label: Demo, pipeline: new-business, owner: account-executive, from: discovery, by: account-executive, expires: { after: 9 calendar days, reason: price } }\n  proposal:\n",
    ],
  ),
  edit("owner-changed", "    owner: sdr\n", "    owner: account-executive\n"),
  edit("way-removed way-added", "from: [lead, nurture, disqualified]", "from: [lead, nurture]"),
  edit("hand-changed", "from: [discovery, proposal], by: account-executive", "from: [discovery, proposal], by: sdr"),
  edit("required-added required-removed", "requires: [country]", "requires: [country, company-size]"),
  edit("helpful-removed helpful-added", "helpful: [company-size, question]", "helpful: [company-size]"),
  edit("status-added status-removed", "statuses: { to-call:", "statuses: { waiting: Waiting, to-call:"),
  edit("stage-nature-changed", "    closed: lost\n\nreasons", "    closed: won\n\nreasons"),
  edit("probability-changed", "probability: 20%", "probability: 30%"),
  edit(
    "reason-added reason-removed",
    "  no-project:   {",
    "  too-soon: { label: Too soon, moveTo: nurture, coolOff: 30 calendar days }\n  no-project:   {",
  ),
  edit(
    "reason-offered reason-withdrawn",
    "exitReasons: [not-a-fit, no-project",
    "exitReasons: [not-a-fit, competitor, no-project",
  ),
  edit(
    "consequence-changed",
    "no-decision:  { label: { fr: Pas de décision, en: No decision }, moveTo: lost }",
    "no-decision:  { label: { fr: Pas de décision, en: No decision }, moveTo: discovery }",
  ),
  edit(
    "detail-required detail-waived",
    "en: No decision }, moveTo: lost }",
    "en: No decision }, moveTo: lost, detail: required }",
  ),
  edit("proof-raised proof-lowered", "onlyAfter: 6 touches over", "onlyAfter: 8 touches over"),
  edit("proof-changed", "over at least 10 business days", "over at least 12 business days"),
  edit(
    "handoff-added handoff-removed",
    "handoffs:\n",
    "handoffs:\n  extra: { label: Extra, from: nurture, to: sal, by: marketing-ops, criteria: { field: need, known: true }, deadlines: { decision: { within: 1 business day } }, responsibilities: { accountable: ceo } }\n",
  ),
  edit("route-changed", "    from: sal\n    to: discovery", "    from: sal\n    to: proposal"),
  edit("assignment-changed", "assign: [{ keep: company-owner }, { rotate: sdr }]", "assign: [{ rotate: sdr }]"),
  edit(
    "assignment-moved",
    "assign: [{ keep: company-owner }, { rotate: sdr }]",
    "assign: [{ keep: company-owner }, { rotate: account-executive }]",
  ),
  edit(
    "acceptance-changed",
    "    assign: [{ keep: company-owner }, { rotate: sdr }]\n",
    "    assign: [{ keep: company-owner }, { rotate: sdr }]\n    acceptance: first-touch\n",
  ),
  edit(
    "feedback-removed feedback-added",
    "    feedback: { reasons: [not-a-fit, wrong-data, bad-timing], to: [marketing], within: 30 business days }\n",
    "",
  ),
  edit("reader-added reader-removed", "to: [marketing], within: 30", "to: [marketing, ceo], within: 30"),
  edit("returns-raised returns-lowered", "max: 2 per 12 months", "max: 4 per 12 months"),
  edit("returns-changed", "max: 2 per 12 months", "max: 2 per 6 months"),
  edit(
    "calendar-added calendar-removed",
    "\ncalendars:\n",
    '\ncalendars:\n  nights: { timezone: Europe/Paris, hours: { mon-fri: ["20:00-23:00"] } }\n',
  ),
  edit("due-times-later due-times-earlier", "14:00-18:00", "14:00-17:30"),
  edit("due-times-shifted", 'mon-thu: ["09:00-12:30"', 'mon-thu: ["08:00-11:30"'),
  edit("due-times-kept", "2027-11-11]", "2027-11-11, 2027-12-25]"),
  edit(
    "deadline-removed deadline-added",
    "      first-touch: { within: 2 business days, counts: [call, meeting, email] }\n",
    "",
  ),
  edit("deadline-shortened deadline-lengthened", "normal: 4 business hours", "normal: 2 business hours"),
  edit("deadline-shifted", "within: 1 business day, remind: [80%]", "within: 4 business hours, remind: [80%]"),
  edit("deadline-restated", "normal: 4 business hours", "normal: 240 business minutes"),
  edit("stop-changed", "outcome: { within: 15 business days,", "outcome: { within: 15 business days, stops: touched,"),
  edit(
    "touches-narrowed touches-widened",
    "counts: [call, email, meeting, linkedin]",
    "counts: [call, email, meeting]",
  ),
  edit("touches-changed", "counts: [call, email, meeting, linkedin]", "counts: [call, email, visit]"),
  edit("reminders-changed", "remind: [50%, 80%]", "remind: [50%, 90%]"),
  edit("escalation-removed escalation-added", "          - { after: due, notify: [owner] }\n", ""),
  edit("escalation-sooner escalation-later", "{ after: 2 business hours, notify", "{ after: 1 business hour, notify"),
  edit("escalation-restated", "{ after: 2 business hours, notify", "{ after: 120 business minutes, notify"),
  edit(
    "escalation-undecided",
    "escalate: [{ after: 2 business days, notify: [head-of-sales] }]",
    "escalate: [{ after: 60 calendar hours, notify: [head-of-sales] }]",
  ),
  edit(
    "told-added told-removed",
    "{ after: 2 business hours, notify: [head-of-sales] }",
    "{ after: 2 business hours, notify: [head-of-sales, ceo] }",
  ),
  edit("reassignment-changed", "reassign: sdr", "reassign: head-of-sales"),
  edit("expiry-removed expiry-added", "    expires: { after: 90 calendar days, reason: gone-quiet }\n", ""),
  edit("cool-off-lengthened cool-off-shortened", "coolOff: 60 calendar days", "coolOff: 80 calendar days"),
  edit("cool-off-undecided", "coolOff: 60 calendar days", "coolOff: 2 months"),
];

const many = [..."abcdefghijklmn"].map((option) => `{ field: topics, contains: ${option} }`).join(", ");

/** A contract without a calendar, in which neither a time nor a condition on many options can be proved. */
export const smallContract = `revpact: 1
name: small
version: 1.0.0
title: Small
effective: 2027-01-04
languages: [en]
parties: { marketing: { label: Marketing }, sales: { label: Sales } }
roles: { ops: { label: Ops, party: marketing }, rep: { label: Rep, party: sales } }
signals: { demo: { label: Demo } }
fields:
  score: { type: number, label: Score, filledBy: scoring }
  topics: { type: enums, label: Topics, filledBy: form, options: { a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H, i: I, j: J, k: K, l: L, m: M, n: N } }
scope: { object: contact }
priorities:
  hot: { label: Hot, when: { signal: demo } }
  warm: { label: Warm, when: { field: score, atLeast: 50 } }
  normal: { label: Normal, otherwise: true }
stages:
  new-lead: { label: New lead, owner: ops, from: new }
  fit: { label: Fit, owner: ops, from: new-lead, criteria: { atLeast: 6, of: [${many}] } }
  work: { label: Work, owner: rep, deadlines: { outcome: { within: 1 business day } }, exitReasons: [no] }
  lost: { label: Lost, closed: lost, owner: rep }
reasons: { "no": { label: No, moveTo: lost } }
handoffs:
  over: { label: Over, from: fit, to: work, deadlines: { decision: { within: 1 business day } } }
`;

/** Edits of the small contract. */
export const smallEdits: readonly ToldEdit[] = [
  edit("language-added language-removed", "languages: [en]", "languages: [en, fr]", [
    "title: Small",
    "title: { en: Small, fr: Petit }",
  ]),
  edit(
    "priorities-reordered",
    "  hot: { label: Hot, when: { signal: demo } }\n  warm: { label: Warm, when: { field: score, atLeast: 50 } }\n",
    "  warm: { label: Warm, when: { field: score, atLeast: 50 } }\n  hot: { label: Hot, when: { signal: demo } }\n",
  ),
  edit("stages-reordered", "  new-lead: { label: New lead, owner: ops, from: new }\n", "", [
    "  lost: {",
    "  new-lead: { label: New lead, owner: ops, from: new }\n  lost: {",
  ]),
  edit("criteria-undecided", "atLeast: 6, of", "atLeast: 7, of"),
  edit("deadline-undecided", "decision: { within: 1 business day }", "decision: { within: 40 calendar hours }"),
  edit(
    "due-times-undecided",
    "scope: {",
    'calendars: { office: { timezone: Europe/Paris, hours: { mon-fri: ["09:00-17:00"] } } }\ncalendar: office\nscope: {',
  ),
  edit("effective-postponed effective-brought-forward", "effective: 2027-01-04", "effective: 2027-06-01"),
];
