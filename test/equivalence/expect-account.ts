import { onlyRecord, type Step } from "../../src/journey/index.ts";
import type { Expectation, ExpectedAccount, Told } from "./account.ts";
import { type Bounded, boundMoments, type ExpectationScene } from "./bounded-moments.ts";
import { coolOffEnd } from "./cool-off-end.ts";
import { expectAlerts, expectDue, expectExpiries, expectProposals, expectResets } from "./expect-clocks.ts";
import { expectForms } from "./expect-forms.ts";
import { expectOwnPriorities } from "./expect-own-priorities.ts";
import { expectPeople } from "./expect-people.ts";
import { expectRecord } from "./expect-record.ts";
import type { Moment } from "./observe-journey.ts";
import type { Subject } from "./subject.ts";

/** What a portal must show, from what the interpreter says and what the notes admit. */
export function expectAccount(scene: ExpectationScene): ExpectedAccount {
  const bounded = boundMoments(scene);
  const main = [
    ...bounded.flatMap((one, index) => momentTold(scene.subject, one, bounded[index - 1])),
    ...expectResets(bounded),
    ...expectProposals(scene, bounded),
    ...expectDue(scene, bounded),
    ...expectExpiries(scene, bounded),
    ...expectAlerts(scene, bounded),
    ...expectForms(scene.subject, bounded),
    ...expectRecord(scene.subject, bounded, scene.latencyMs),
  ];
  const told = [...main, ...expectOwnPriorities(scene, main)];
  const all = [...told, ...expectPeople(scene.subject, bounded, told)];
  const account = new Map<string, readonly Expectation[]>();
  for (const { key, counts } of scene.subject.tracks) {
    const ours = all.flatMap(([name, expectation]) => (name === key ? [expectation] : []));
    const shown = counts === "the value" ? ours : untilEnd(ours.toSorted(byTime), scene.end);
    account.set(key, repeats(key) ? withoutIdleResets(shown) : withoutRepeats(shown));
  }
  return account;
}

const byTime = (one: Expectation, other: Expectation): number => one.from - other.from;

/** What may come after a portal was last looked at is optional. */
function untilEnd(expectations: readonly Expectation[], end: number): readonly Expectation[] {
  const begun = expectations.filter(({ from }) => from <= end);
  return begun.map((one) => (one.to > end ? { ...one, isOptional: true } : one));
}

/** States, alerts and clocks are cleared in between. */
const repeats = (key: string): boolean =>
  / (state|alert|clock|assignment|mail|task)$/.test(key) && !key.startsWith("deal ");

/** Blank stays blank; where what was there may be missing, so may what makes it blank. */
function withoutIdleResets(expectations: readonly Expectation[]): readonly Expectation[] {
  let before: readonly Expectation[] = [];
  return expectations.flatMap((one) => {
    if (one.value !== "none" && one.value !== "unset") {
      before = [...before, one];
      return [one];
    }
    const isOptional = one.isOptional || before.every((earlier) => earlier.isOptional);
    const isIdle = before.length === 0;
    before = [];
    return isIdle ? [] : [{ ...one, isOptional }];
  });
}

/** What was written twice in a row is written once; where the write before it may be missing, so may it. */
function withoutRepeats(expectations: readonly Expectation[]): readonly Expectation[] {
  /** What may stand there: the last certain value, and those that may have come after it. */
  let standing: readonly string[] = [];
  return expectations.flatMap((one) => {
    if (one.value === "" || one.value === "+1") return [one];
    const mayStand = standing.includes(one.value);
    const isCertain = mayStand && standing.length === 1;
    standing = one.isOptional ? [...new Set([...standing, one.value])] : [one.value];
    if (isCertain) return [];
    return [mayStand ? { ...one, isOptional: true } : one];
  });
}

type Base = Omit<Expectation, "value" | "clause">;

function momentTold(subject: Subject, bounded: Bounded, before: Bounded | undefined): readonly Told[] {
  const { moment, from, limit } = bounded;
  const base: Base = { from, to: limit, isOptional: false };
  return [
    ...moment.steps.flatMap((step) => [
      ...entryTold(base, step),
      ...stayTold(base, step, moment),
      ...stateTold(base, step, moment),
      ...dateTold(base, step),
    ]),
    ...[...moment.priorities].map(
      ([handoff, value]): Told => [`${handoff} priority`, { ...base, value, clause: "priorities" }],
    ),
    ...moment.steps.flatMap((step) => raisedTold(base, step)),
    ...returnsTold(bounded, before),
    ...coolOffTold(subject, bounded, before),
  ];
}

function entryTold(base: Base, { kind, stage, reason, record, clause }: Step): readonly Told[] {
  if (kind === "returned" && reason !== undefined) return [["last reason", { ...base, value: reason, clause }]];
  if (kind !== "entered" || stage === undefined) return [];
  if (record === "deal") {
    const dealt: Told = ["deal stage", { ...base, value: stage, clause }];
    return reason === undefined ? [dealt] : [dealt, ["deal last reason", { ...base, value: reason, clause }]];
  }
  if (record !== onlyRecord) return [];
  const entry: Told = ["stage", { ...base, value: stage, clause }];
  return reason === undefined ? [entry] : [entry, ["last reason", { ...base, value: reason, clause }]];
}

/** The dates of a stay; of one that is over at once they may be missing. */
function stayTold(base: Base, step: Step, { steps }: Moment): readonly Told[] {
  const { kind, record, stage, clause } = step;
  if (kind !== "entered" || stage === undefined || (record !== onlyRecord && record !== "deal")) return [];
  const last = steps.findLast((one) => one.kind === "entered" && one.record === record);
  const told = { ...base, clause, isOptional: last !== step };
  const date = { ...told, value: "" };
  if (record === "deal")
    return [
      ["deal dated", { ...told, value: stage }],
      ["deal entered at", date],
    ];
  return [
    ["dated", { ...told, value: stage }],
    ["entered at", date],
    [`${stage} last entered`, date],
  ];
}

const dates: Readonly<Record<string, readonly string[] | undefined>> = {
  opened: ["opened at"],
  received: ["received at"],
  decided: ["decided at"],
  accepted: ["decided at", "closed at"],
  refused: ["closed at"],
  withdrawn: ["closed at"],
  expired: ["closed at"],
  departed: ["closed at"],
};

/** When what happened to a handoff, and how often it was received. */
function dateTold(base: Base, { kind, handoff, clause }: Step): readonly Told[] {
  if (handoff === undefined) return [];
  const dated = (dates[kind] ?? []).map((name): Told => [`${handoff} ${name}`, { ...base, value: "", clause }]);
  return kind === "received" ? [...dated, [`${handoff} episode`, { ...base, value: "+1", clause }]] : dated;
}

/** A higher priority replaces the one of the opening; of one that is held back not before the receiver has it. */
function raisedTold(base: Base, { at, kind, episode, priority = "" }: Step): readonly Told[] {
  if (kind !== "priority" || episode?.receivedAt === undefined) return [];
  if (episode.openedAt === at) return [];
  const clause = `priorities.${priority}`;
  if (at < episode.receivedAt) {
    // Several may rise before: only the last of them is judged when the receiver gets it.
    const when = { from: episode.receivedAt, to: episode.receivedAt + base.to - base.from };
    return [[`${episode.handoff.id} priority`, { ...when, value: priority, isOptional: true, clause }]];
  }
  const isOptional = (episode.decidedAt ?? Number.POSITIVE_INFINITY) <= base.to;
  return [[`${episode.handoff.id} priority`, { ...base, value: priority, isOptional, clause }]];
}

function stateTold(base: Base, step: Step, moment: Moment): readonly Told[] {
  const { kind, handoff, clause } = step;
  const value = handoff === undefined ? undefined : states[kind];
  if (value === undefined) return [];
  return [[`${handoff} state`, { ...base, value, clause, isOptional: isPassing(moment, step) }]];
}

// What a portal calls the ends of a handoff that nobody decided.
const states: Readonly<Record<string, string | undefined>> = {
  opened: "incomplete",
  received: "pending",
  accepted: "accepted",
  refused: "refused",
  withdrawn: "withdrawn",
  expired: "withdrawn",
  departed: "withdrawn",
};

/** A state that another follows at the same moment may never be seen. */
function isPassing({ steps }: Moment, { kind, handoff }: Step): boolean {
  const own = steps.filter((step) => step.handoff === handoff && states[step.kind] !== undefined);
  return own.at(-1)?.kind !== kind;
}

function returnsTold({ moment, limit }: Bounded, before: Bounded | undefined): readonly Told[] {
  const counted = [...moment.returns].filter(([handoff, at]) => before?.moment.returns.get(handoff) !== at);
  return counted.map(([handoff]) => [
    `${handoff} returns`,
    { value: "+1", from: moment.at, to: limit, isOptional: false, clause: `handoffs.${handoff}.recycle` },
  ]);
}

/** The end of a cool-off that starts now; portals keep the date of one that is over. */
function coolOffTold(subject: Subject, { moment, limit }: Bounded, before: Bounded | undefined): readonly Told[] {
  const { coolOff, at } = moment;
  if (coolOff === undefined || coolOff.until === before?.moment.coolOff?.until) return [];
  const from = coolOffEnd(subject, { ...coolOff, since: at });
  // Months begun a moment later may end days later.
  const duration = subject.contract.reasons.get(coolOff.reason)?.coolOff;
  const until = duration === undefined ? coolOff.until : subject.terms.after(limit, duration);
  const to = coolOffEnd(subject, { until, reason: coolOff.reason, since: limit });
  return [["cool-off until", { value: "", from, to: Math.max(from, to), isOptional: false, clause: "reasons" }]];
}
