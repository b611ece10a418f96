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
import { known } from "./classic-histories.ts";
import type { DirectedHistory } from "./directed-history.ts";

/** As often as a year allows, each time after a touch or without, and again just when the first return is a year ago. */
export function returnedTooOften(handoff: string, reason: string): readonly DirectedHistory[] {
  const isFirst = handoff === first;
  const days = isFirst ? [0, 95, 190] : [0, 95, 190, 285];
  const passing = (day: number): readonly Beat[] => [
    signal(day, 1, "any-form"),
    ...(isFirst
      ? []
      : [
          accepted(day, 2, first),
          signal(day, 3, "meeting-held"),
          [day, 4, { kind: "handed-over", handoff: second }] as const,
        ]),
  ];
  const round = (day: number, hours: readonly number[]): readonly Beat[] => [
    ...passing(day),
    ...hours.map((hour) => call(day, hour)),
    refused(day, 9, handoff, reason),
  ];
  return [[], [5]].flatMap((hours) => [
    story(10, created(), ...days.flatMap((day) => round(day, hours)), signal(days.length * 95, 1, "any-form")),
    story(10, created(), ...days.slice(0, -1).flatMap((day) => round(day, hours)), ...round(yearLater, hours)),
  ]);
}

/** Whole days are counted, so that a return of a year ago still counts for a day. */
const yearLater = 368;

/** What is still there of one stay or passing when the next one begins: alerts, touches, priorities, forms. */
export const again = [
  story(110, ...inSal, moved(40, "lead"), signal(41, 0, "any-form"), accepted(41, 2, first)),
  story(110, ...inSal, signal(60, 0, "demo-request"), accepted(60, 2, first)),
  story(20, ...inDeal, moved(50, "proposal", "deal"), moved(52, "discovery", "deal")),
  story(20, ...inDeal, moved(1, "proposal", "deal"), moved(78, "discovery", "deal"), moved(79, "proposal", "deal")),
  story(
    10,
    ...inDeal,
    moved(100, "lost", "deal"),
    signal(101, 0, "demo-request"),
    accepted(101, 3, first),
    signal(101, 5, "meeting-held"),
    handedOver(101, 7),
  ),
  // Held back again and again, with every alert of the passing before.
  story(
    110,
    ...pending,
    ...[60, 160].flatMap((day) => [
      refused(day, 0, first, "wrong-data"),
      set(day + 1, 0, "country", undefined),
      repaired(day + 2, 0),
      set(day + 20, 0, "country", "FR"),
    ]),
  ),
  story(
    110,
    created(incomplete),
    signal(0, 1, "any-form"),
    set(20, 0, "country", "FR"),
    refused(21, 0, first, "bad-timing"),
    set(22, 0, "country", undefined),
    signal(95, 0, "any-form"),
  ),
  // While it is held back, nobody's answer counts.
  story(
    20,
    created(incomplete),
    signal(0, 1, "any-form"),
    [0, 3, { kind: "accepted", handoff: first }],
    refused(0, 5, first, "not-a-fit"),
    [0, 6, { kind: "repaired", about: first }],
    set(1, 0, "country", "FR"),
  ),
  // Judged anew at each passing.
  ...[0, 7].flatMap((days) => {
    const raised = days === 0 ? [signal(0, 2, "demo-request")] : [];
    const back = [
      created(),
      signal(0, 1, days === 0 ? "any-form" : "demo-request"),
      ...raised,
      refused(0, 4, first, "wrong-data"),
    ];
    return [
      story(10, ...back, repaired(days, 6)),
      story(10, ...back, set(0, 5, "country", undefined), repaired(days, 6)),
      story(10, ...back, set(0, 5, "country", undefined), signal(days, 6, "any-form")),
    ];
  }),
  ...offeredDuringCoolOff(),
];

/** A reason without a cool-off ends the one before; so does a return too many. */
function offeredDuringCoolOff(): readonly DirectedHistory[] {
  const resting = [...pending, refused(1, 0, first, "bad-timing"), signal(2, 0, "demo-request")];
  const twice = [...resting, refused(3, 0, first, "bad-timing"), signal(4, 0, "demo-request")];
  const dealt = (day: number): readonly Beat[] => [
    accepted(day, 3, first),
    signal(day + 1, 0, "meeting-held"),
    handedOver(day + 1, 3),
  ];
  const thrice = [2, 8, 14].flatMap((day) => [
    ...dealt(day),
    refused(day + 3, 0, second, "no-project"),
    signal(day + 6, 0, "demo-request"),
  ]);
  const reasons = ["need-unclear", "no-authority", "no-project"];
  return [
    story(50, ...resting, accepted(2, 3, first)),
    ...[[], [call(5, 0)]].flatMap((calls) =>
      ["wrong-data", "bad-timing"].map((reason) => story(10, ...twice, ...calls, refused(6, 0, first, reason))),
    ),
    ...[[], [call(22, 0)]].flatMap((calls) =>
      reasons.map((reason) => story(10, ...resting, ...thrice, ...dealt(20), ...calls, refused(23, 0, second, reason))),
    ),
  ];
}

/** Touches of before do not count; some reasons want so many over so many days. */
export const untouched = [
  story(10, created(), call(0, 0.5), signal(0, 1, "any-form"), refused(1, 0, first, "bad-timing")),
  story(
    10,
    created(incomplete),
    call(0, 0.5),
    signal(0, 1, "any-form"),
    set(1, 0, "country", "FR"),
    refused(2, 0, first, "bad-timing"),
  ),
  story(
    10,
    ...pending,
    call(0, 3),
    refused(1, 0, first, "wrong-data"),
    repaired(2, 0),
    refused(3, 0, first, "bad-timing"),
  ),
  story(
    10,
    ...pending,
    call(0, 3),
    refused(1, 0, first, "wrong-data"),
    set(1, 3, "country", undefined),
    repaired(2, 0),
    set(3, 0, "country", "FR"),
    refused(4, 0, first, "bad-timing"),
  ),
  story(10, ...inSal, call(0, 2.5), ...withSales.slice(3), refused(1, 0, second, "no-project")),
  story(10, ...inSal, ...[1, 2, 3].flatMap((day) => [call(day, 1), call(day, 3)]), left(5, "unreachable")),
  story(10, ...inSal, ...[1, 2, 3, 4, 5].map((day) => call(day, 1)), left(25, "unreachable")),
  story(10, ...inSal, ...[1, 2, 3].map((day) => call(day, 1)), left(25, "unreachable")),
  story(10, ...inSal, ...[1, 2, 3, 4, 5, 6].map((day) => call(day, 1)), left(18, "unreachable")),
];

const sdr = "sdr@example.test";
const executive = "ae@example.test";

const ownedBy = (day: number, hour: number, owner: string): Beat => [day, hour, { kind: "owner", owner }];
const ofAnAccount = (owner: string): readonly Beat[] => [
  [0, 0, { kind: "created", fields: known, keepers: { "company-owner": owner } }],
  ownedBy(0, 0.5, owner),
];

/** Records with an owner, who keeps them, is told, and gets them back after somebody else had them. */
export const owned = [
  story(60, ...ofAnAccount(sdr), signal(0, 1, "any-form")),
  story(60, ...ofAnAccount(sdr), signal(0, 1, "demo-request")),
  story(
    20,
    ...ofAnAccount(sdr),
    signal(0, 1, "any-form"),
    ownedBy(0, 2, executive),
    refused(0, 4, first, "wrong-data"),
    repaired(1, 0),
  ),
  story(
    20,
    ...ofAnAccount(sdr),
    signal(0, 1, "any-form"),
    refused(1, 0, first, "bad-timing"),
    signal(2, 0, "demo-request"),
  ),
  ...[repaired(2, 0), signal(2, 0, "any-form")].map((beat) =>
    story(
      20,
      ...ofAnAccount(sdr),
      signal(0, 1, "any-form"),
      refused(1, 0, first, "wrong-data"),
      set(1, 3, "country", undefined),
      beat,
      set(3, 0, "country", "FR"),
    ),
  ),
  ...["need-unclear", "no-authority"].map((reason) =>
    story(
      20,
      ...ofAnAccount(executive),
      ...withSales.slice(1),
      ownedBy(0, 7, sdr),
      refused(0, 8, second, reason),
      handedOver(1, 0),
    ),
  ),
];
