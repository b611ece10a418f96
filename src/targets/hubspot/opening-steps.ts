import type { Handoff } from "../../contract/index.ts";
import { type Sequence, type Step, set, stampNow, type Way } from "./actions.ts";
import { type Clock, type ClockStart, clockPriority, resetSteps } from "./clocks/clock.ts";
import { handoffClocks } from "./clocks/handoff-clocks.ts";
import { conditionFilters } from "./condition-filters.ts";
import { anyOf, isAnyOf } from "./filters.ts";
import { isHeldBack } from "./handoff-criteria.ts";
import { type HubSpotModel, handoffProperty, labelOf, objectOfHandoff, ours } from "./model.ts";
import { resetAtOpening } from "./work-touches.ts";
import { everyOf } from "./workflow.ts";

/** The clocks of a handoff that one of its moments starts. */
export function clocksFrom(model: HubSpotModel, handoff: Handoff, startsOn: ClockStart): readonly Clock[] {
  return handoffClocks(model, handoff).filter((clock) => clock.startsOn === startsOn);
}

/** The receiver gets the record. The last episode is reset first; the state comes last, since every clock starts on it. */
export function openingSteps(model: HubSpotModel, handoff: Handoff): Sequence {
  const anew = openingAnew(model, handoff);
  if (!isHeldBack(handoff)) return anew;
  // What was held back has opened and been judged already: only a higher priority replaces that.
  const held: Way = {
    name: model.language === "fr" ? "était incomplète" : "was incomplete",
    filter: everyOf([isAnyOf(handoffProperty(model, handoff, "state"), ["incomplete"])]),
    leadsTo: withPriority(model, handoff, {
      before: receiptSteps(model, handoff),
      after: pendingSteps(model, handoff),
      keeps: "higher",
    }),
  };
  return { steps: [], ways: [held], otherwise: anew };
}

/** The receiver gets a record that was not held back before. */
export function openingAnew(model: HubSpotModel, handoff: Handoff): Sequence {
  const opened = [...resetAtOpening(model, handoff), stampNow(handoffProperty(model, handoff, "opened", "at"))];
  return withPriority(model, handoff, {
    before: [...receiptSteps(model, handoff), ...opened],
    after: pendingSteps(model, handoff),
  });
}

const pendingSteps = (model: HubSpotModel, handoff: Handoff): readonly Step[] => [
  ...receivedNow(model, handoff, clocksFrom(model, handoff, "reception")),
  set(handoffProperty(model, handoff, "state"), "pending"),
];

function receiptSteps(model: HubSpotModel, handoff: Handoff): readonly Step[] {
  const part = (...parts: readonly string[]): string => handoffProperty(model, handoff, ...parts);
  return [
    ...freshSteps(model, handoff),
    ...resetSteps(model, clocksFrom(model, handoff, "reception")),
    { kind: "set", property: part("episode"), value: { kind: "increment" } },
    set(ours(model, "contract", "version"), model.contract.version),
  ];
}

/** Dates the reception, and from when on the clocks count that have a date of their own. */
export const receivedNow = (model: HubSpotModel, handoff: Handoff, clocks: readonly Clock[]): readonly Step[] =>
  [handoffProperty(model, handoff, "received", "at"), ...clocks.map(({ startedAt }) => startedAt)]
    .filter((property, index, all) => all.indexOf(property) === index)
    .map(stampNow);

/** The sender owes what is missing. */
export function holdSteps(model: HubSpotModel, handoff: Handoff): Sequence {
  const part = (...parts: readonly string[]): string => handoffProperty(model, handoff, ...parts);
  return withPriority(model, handoff, {
    before: [
      ...freshSteps(model, handoff),
      ...resetSteps(model, clocksFrom(model, handoff, "hold")),
      ...resetAtOpening(model, handoff),
      stampNow(part("opened", "at")),
    ],
    after: [set(part("state"), "incomplete")],
  });
}

/** Nothing of the last passing is left on the record. */
function freshSteps(model: HubSpotModel, handoff: Handoff): readonly Step[] {
  const part = (...parts: readonly string[]): string => handoffProperty(model, handoff, ...parts);
  return [
    set(part("decision"), "waiting"),
    set(part("reason"), "none"),
    set(part("reason", "detail"), "-"),
    set(part("assignment"), "none"),
    ...(handoff.by === undefined ? [] : [set(part("hand", "over"), "no")]),
    ...(isSentBack(model, handoff) ? [set(part("repair"), "none")] : []),
  ];
}

/** Whether a refusal may leave the record with its sender. */
export function isSentBack({ contract }: HubSpotModel, handoff: Handoff): boolean {
  const reasons = [
    ...(handoff.feedback?.reasons ?? []),
    ...(handoff.recycle === undefined ? [] : [handoff.recycle.reason]),
  ];
  return reasons.some((id) => contract.reasons.get(id)?.moveTo === "sender");
}

interface Judgement {
  readonly before: readonly Step[];
  readonly after: readonly Step[];
  /** What was judged before stays unless a higher priority holds now. */
  readonly keeps?: "higher";
}

/** The first priority whose condition holds, else the last one. */
function withPriority(model: HubSpotModel, handoff: Handoff, { before, after, keeps }: Judgement): Sequence {
  const last = [...model.contract.priorities.keys()].at(-1);
  if (last === undefined) return { steps: [...before, ...after] };
  const own = clocksFrom(model, handoff, "reception").filter((clock) => clock.priority !== undefined);
  // The handoff's own comes last: a raised one is told by the clocks having another.
  const judged = [...own.map((clock) => clockPriority(model, clock)), handoffProperty(model, handoff, "priority")];
  const priority = (id: string): readonly Step[] => judged.map((property) => set(property, id));
  const ways = [...model.contract.priorities.values()].flatMap(({ id, label, when }): readonly Way[] => {
    const filters = when === undefined ? undefined : conditionFilters(model, objectOfHandoff(model, handoff), when);
    if (filters?.kind !== "filters" || filters.alternatives.length === 0) return [];
    const isJudged = isAnyOf(handoffProperty(model, handoff, "priority"), [id]);
    const filter = anyOf([
      ...filters.alternatives.map(({ nodes }) => nodes),
      ...(keeps === "higher" ? [[isJudged]] : []),
    ]);
    return [{ name: labelOf(model, label), filter, leadsTo: { steps: [...priority(id), ...after] } }];
  });
  const otherwise = { steps: [...(keeps === "higher" ? [] : priority(last)), ...after] };
  return ways.length === 0 ? { steps: [...before, ...otherwise.steps] } : { steps: before, ways, otherwise };
}
