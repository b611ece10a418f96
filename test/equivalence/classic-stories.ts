import {
  accepted,
  type Beat,
  call,
  created,
  first,
  handedOver,
  incomplete,
  inDeal,
  inSal,
  left,
  moved,
  pending,
  refused,
  repaired,
  second,
  set,
  signal,
  story,
  withSales,
} from "./classic-beats.ts";
import { again, owned, returnedTooOften, untouched } from "./classic-passings.ts";
import type { DirectedHistory } from "./directed-history.ts";
import type { Subject } from "./subject.ts";

/** What people of the classic contract do beside starting clocks: every reason, every limit, every way back. */
export function classicStories({ contract }: Subject): readonly DirectedHistory[] {
  const offered = (id: string): readonly string[] => contract.handoffs.get(id)?.feedback?.reasons ?? [];
  return [
    ...expiries,
    ...comings,
    ...[...contract.stages.values()].filter(({ pipeline }) => pipeline === undefined).map(({ id }) => thereAndBack(id)),
    ...offered(first).flatMap(refusedByTheSdr),
    ...offered(second).flatMap(refusedBySales),
    ...(contract.stages.get("sal")?.exitReasons ?? []).flatMap(leftSal),
    ...["discovery", "proposal"].flatMap((stage) =>
      (contract.stages.get(stage)?.exitReasons ?? []).map((reason) => leftDeal(stage, reason)),
    ),
    ...withdrawals,
    ...repairs,
    ...leftovers,
    ...again,
    ...offered(first).flatMap((reason) => returnedTooOften(first, reason)),
    ...offered(second).flatMap((reason) => returnedTooOften(second, reason)),
    ...untouched,
    ...owned,
  ];
}

const expiries = [story(100, created()), story(1130, created(), moved(1, "nurture")), story(50, ...inSal)];

/** Into stages by their criteria, and again. */
const comings = [
  story(10, ...inDeal, moved(2, "lost", "deal")),
  story(10, ...inDeal, moved(2, "proposal", "deal"), moved(4, "won", "deal"), moved(6, "lost", "deal")),
  story(10, ...inSal, moved(2, "mql")),
  story(10, created(incomplete), signal(0, 1, "any-form"), set(1, 0, "country", "FR")),
  story(10, created(incomplete), signal(0, 1, "any-form"), signal(1, 0, "demo-request")),
  story(10, ...withSales.with(1, signal(0, 1, "demo-request"))),
  story(10, ...inSal, handedOver(1, 0), signal(2, 0, "meeting-held"), handedOver(3, 0)),
];

const elsewhere = (id: string): string => (id === "disqualified" ? "nurture" : "disqualified");

/** Whoever enters a stage a second time is dated a second time. */
const thereAndBack = (id: string): DirectedHistory =>
  story(10, created(), moved(1, id), moved(2, elsewhere(id)), moved(3, id), moved(4, elsewhere(id)));

/** Refused at once, after touches, one time too many, and during a cool-off. */
function refusedByTheSdr(reason: string): readonly DirectedHistory[] {
  const rounds = [1, 3].flatMap((day) => [refused(day, 0, first, "wrong-data"), repaired(day + 1, 0)]);
  const resting = [...pending, refused(1, 0, first, "bad-timing"), signal(2, 0, "demo-request")];
  return [
    story(100, ...pending, refused(1, 0, first, reason), signal(3, 0, "any-form"), signal(5, 0, "demo-request")),
    story(100, ...pending, call(0, 3), call(0, 5), refused(1, 0, first, reason), signal(65, 0, "any-form")),
    story(10, ...pending, ...rounds, refused(6, 0, first, reason), signal(7, 0, "any-form")),
    story(10, ...pending, ...rounds, call(5, 0), refused(6, 0, first, reason), signal(7, 0, "any-form")),
    story(70, ...resting, refused(3, 0, first, reason), signal(4, 0, "any-form")),
  ];
}

function refusedBySales(reason: string): readonly DirectedHistory[] {
  const rounds = [1, 2, 3].flatMap((day) => [refused(day, 0, second, "need-unclear"), handedOver(day, 4)]);
  const resting: readonly Beat[] = [
    created(),
    signal(0, 1, "any-form"),
    refused(1, 0, first, "bad-timing"),
    signal(2, 0, "demo-request"),
    accepted(2, 2, first),
    signal(2, 3, "meeting-held"),
    handedOver(2, 4),
  ];
  return [
    story(100, ...withSales, refused(1, 0, second, reason), handedOver(3, 0), signal(5, 0, "demo-request")),
    story(100, ...withSales, call(0, 5), call(0, 6), refused(1, 0, second, reason), signal(95, 0, "any-form")),
    story(10, ...withSales, ...rounds, refused(6, 0, second, reason), signal(7, 0, "any-form")),
    story(10, ...withSales, ...rounds, call(4, 0), refused(6, 0, second, reason), signal(7, 0, "any-form")),
    story(70, ...resting, refused(3, 0, second, reason), handedOver(4, 0)),
  ];
}

function leftSal(reason: string): readonly DirectedHistory[] {
  const calls = [1, 2, 3, 4, 5, 20].map((day) => call(day, 3));
  const resting = [...pending, refused(1, 0, first, "bad-timing"), signal(2, 0, "demo-request"), accepted(2, 3, first)];
  return [
    story(100, ...inSal, left(2, reason), signal(5, 0, "demo-request")),
    story(100, ...inSal, call(1, 0), left(2, reason), signal(95, 0, "any-form")),
    story(100, ...inSal, ...calls, left(21, reason), signal(22, 0, "any-form")),
    story(10, created(), left(0, reason), signal(0, 3, "any-form"), accepted(0, 5, first), left(2, reason)),
    story(100, ...resting, left(4, reason), signal(5, 0, "any-form")),
  ];
}

function leftDeal(stage: string, reason: string): DirectedHistory {
  const there = stage === "proposal" ? [moved(1, "proposal", "deal")] : [];
  const deal = { record: "deal", about: stage };
  return story(10, ...inDeal, ...there, left(3, reason, deal), left(4, reason, deal));
}

const withdrawals = [pending, withSales, [created(incomplete), signal(0, 1, "any-form")]].map((beats) =>
  story(10, ...beats, moved(1, "nurture")),
);

/** What was sent back is repaired, or shows a new sign, with what it needs or without. */
const repairs = ["any-form", "demo-request"].flatMap((sign) => {
  const back = [created(), signal(0, 1, sign), refused(0, 3, first, "wrong-data")];
  return [
    story(10, ...back, repaired(1, 0), accepted(2, 0, first)),
    story(10, ...back, set(0, 4, "country", undefined), repaired(0, 6), set(3, 0, "country", "FR")),
    story(10, ...back, set(0, 4, "country", undefined), signal(0, 6, "any-form"), set(3, 0, "country", "FR")),
    story(10, ...back, signal(1, 0, "demo-request"), accepted(2, 0, first)),
  ];
});

/** A second passing finds nothing of the first: neither its reason nor its words. */
const leftovers = [
  story(
    10,
    ...pending,
    refused(1, 0, first, "not-a-fit"),
    signal(2, 0, "demo-request"),
    [3, 0, { kind: "refused", handoff: first }],
    [4, 0, { kind: "refused", handoff: first, reason: "not-a-fit" }],
    refused(5, 0, first, "bad-timing"),
  ),
  story(
    10,
    ...withSales,
    refused(1, 0, second, "need-unclear"),
    handedOver(2, 0),
    [3, 0, { kind: "refused", handoff: second }],
    [4, 0, { kind: "refused", handoff: second, reason: "need-unclear" }],
    refused(5, 0, second, "no-authority"),
  ),
  story(100, ...pending, [10, 0, { kind: "accepted", handoff: first }], signal(30, 0, "any-form")),
  // Every alert of one passing is gone at the next.
  story(
    110,
    ...pending,
    refused(60, 0, first, "wrong-data"),
    repaired(70, 0),
    refused(130, 0, first, "wrong-data"),
    repaired(140, 0),
  ),
  story(120, ...withSales, refused(6, 0, second, "need-unclear"), handedOver(7, 0)),
];
