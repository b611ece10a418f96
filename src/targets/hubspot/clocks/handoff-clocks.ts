import type { CrmObject, Deadline, Handoff, Id } from "../../../contract/index.ts";
import { deadlinesOf, receiverOf, senderOf } from "../../../contract/index.ts";
import { conditionFilters } from "../condition-filters.ts";
import { associated, compares, type FilterNode, isAnyOf, isEarlierOrUnknown } from "../filters.ts";
import { laterPriorities } from "../later-priorities.ts";
import { inStages } from "../literal-filters.ts";
import {
  type HubSpotModel,
  handoffProperty,
  objectOfHandoff,
  objectOfStage,
  stageProperty,
  stageValue,
  visibleOrigins,
} from "../model.ts";
import { associationTypeId, hubSpotObject } from "../objects.ts";
import { holdersOf } from "../people/recipients.ts";
import { lastReasonProperty } from "../reason-moves.ts";
import { type Clock, type ClockPriority, type ClockStart, type ClockVariant, clockPriority } from "./clock.ts";
import { mayEndSooner } from "./compare-times.ts";

/** HubSpot's own property for the last contact that a person logged, of whatever kind. */
export const lastContact = "notes_last_contacted";

/** Whether records of an object show when they were last contacted: leads and tickets have no such property that is documented. */
export const seesTouches = (object: CrmObject): boolean => object !== "lead" && object !== "ticket";

/** The clocks of a handoff: its deadlines, the feedback owed to the sender, and the repairs that the sender owes. */
export function handoffClocks(model: HubSpotModel, handoff: Handoff): readonly Clock[] {
  const deadlines = deadlinesOf(model.contract, handoff).flatMap(({ deadline, owedBy }) => {
    const runs = runsOf(model, handoff, deadline);
    return runs === undefined ? [] : [deadlineClock(model, handoff, { deadline, owedBy, ...runs })];
  });
  return [...deadlines, ...feedbackClock(model, handoff), ...repairClock(model, handoff)];
}

/** What a clock waits for, in filters; `gate` where its end is not on the record itself. */
type Runs = Pick<Clock, "runs" | "gate">;

function deadlineClock(
  model: HubSpotModel,
  handoff: Handoff,
  { deadline, owedBy, ...runs }: { readonly deadline: Deadline; readonly owedBy: Id | undefined } & Runs,
): Clock {
  const isHeld = deadline.stops.kind === "complete";
  const priority = isHeld ? undefined : priorityOf(model, handoff, deadline);
  const runsFrom = handoffProperty(model, handoff, deadline.id, "runs", "from");
  return {
    ...placeOf(model, handoff, isHeld ? "hold" : "reception"),
    ...(priority === undefined ? {} : { priority, startedAt: runsFrom }),
    clause: `handoffs.${handoff.id}.deadlines.${deadline.id}`,
    id: deadline.id,
    ...runs,
    owedBy,
    variants: variantsOf(model, handoff, { deadline, hasPriority: priority !== undefined }),
    remind: deadline.remind,
    escalate: deadline.escalate,
    isConditional: deadline.stops.kind === "condition",
    isTouched:
      deadline.stops.kind === "touched" || (deadline.stops.kind === "decided" && acceptsByTouch(model, handoff)),
    ...(!isHeld && isHandedOn(model, handoff) ? { restarts: true } : {}),
  };
}

/** Where a higher priority may come to hold later, a clock whose time depends on it keeps its own. */
function priorityOf(model: HubSpotModel, handoff: Handoff, { within }: Deadline): ClockPriority | undefined {
  const later = laterPriorities(model, handoff);
  if (within?.kind !== "by-priority" || later.length === 0) return undefined;
  const horizon = model.horizonOf(receiverOf(model.contract, handoff));
  const mayBeSooner = (id: Id, other: Id): boolean => {
    const [one, another] = [within.durations.get(id), within.durations.get(other)];
    return one !== undefined && (!horizon || !another || mayEndSooner(horizon, one, another));
  };
  const lowerThan = (isKept: (id: Id, lower: Id) => boolean): ClockPriority["raisedBy"] => {
    const kept = later.map(({ id, lower }) => [id, lower.filter((one) => isKept(id, one))] as const);
    return new Map(kept.filter(([, lower]) => lower.length > 0));
  };
  return {
    judged: handoffProperty(model, handoff, "priority"),
    raisedBy: lowerThan(mayBeSooner),
    neverLater: lowerThan((id, lower) => mayBeSooner(id, lower) && !mayBeSooner(lower, id)),
  };
}

/** Whether an escalation gives the record to somebody whom the environment names. */
const isHandedOn = (model: HubSpotModel, { deadlines }: Handoff): boolean =>
  deadlines.some(({ escalate }) =>
    escalate.some(({ reassign }) => reassign !== undefined && holdersOf(model, reassign).length > 0),
  );

function placeOf(
  model: HubSpotModel,
  handoff: Handoff,
  startsOn: Extract<ClockStart, "reception" | "hold" | "return">,
): Pick<Clock, "holder" | "object" | "startsOn" | "start" | "startedAt"> {
  const part = (...parts: readonly string[]): string => handoffProperty(model, handoff, ...parts);
  const starts = {
    reception: { start: { property: part("state"), values: ["pending"] }, startedAt: part("received", "at") },
    hold: { start: { property: part("state"), values: ["incomplete"] }, startedAt: part("opened", "at") },
    return: { start: { property: part("repair"), values: ["owed"] }, startedAt: part("closed", "at") },
  };
  return { holder: handoff, object: objectOfHandoff(model, handoff), startsOn, ...starts[startsOn] };
}

/** One time for all, or one for each priority. */
function variantsOf(
  model: HubSpotModel,
  handoff: Handoff,
  { deadline: { id, within }, hasPriority }: { readonly deadline: Deadline; readonly hasPriority: boolean },
): readonly ClockVariant[] {
  const judged = hasPriority
    ? clockPriority(model, { holder: handoff, id })
    : handoffProperty(model, handoff, "priority");
  if (within === undefined) return [];
  if (within.kind === "same") return [{ only: [], within: within.duration }];
  return [...within.durations].map(([priority, duration]) => {
    const label = model.contract.priorities.get(priority)?.label;
    return {
      key: priority,
      ...(label === undefined ? {} : { label }),
      only: [isAnyOf(judged, [priority])],
      within: duration,
    };
  });
}

/** Undefined where nobody waits: what is accepted by itself needs no decision. */
function runsOf(model: HubSpotModel, handoff: Handoff, { stops }: Deadline): Runs | undefined {
  const state = (value: string): FilterNode => isAnyOf(handoffProperty(model, handoff, "state"), [value]);
  switch (stops.kind) {
    case "complete":
      return { runs: [[state("incomplete")]] };
    case "decided":
      return handoff.acceptance === "automatic" ? undefined : { runs: [waitingForDecision(model, handoff)] };
    case "touched":
      return seesTouches(objectOfHandoff(model, handoff))
        ? withEach(underWay(model, handoff), [isUntouched(model, handoff)])
        : undefined;
    case "left":
      return underWay(model, handoff);
    case "condition": {
      const met = conditionFilters(model, objectOfHandoff(model, handoff), {
        kind: "none",
        path: [],
        of: [stops.condition],
      });
      if (met.kind === "impossible") return undefined;
      const each = met.alternatives.map(({ nodes }) => withEach(underWay(model, handoff), nodes));
      return { runs: each.flatMap(({ runs }) => runs), ...gateOf(each.flatMap(({ gate = [] }) => gate)) };
    }
    default:
      return stops satisfies never;
  }
}

const gateOf = (gate: readonly (readonly FilterNode[])[]): Pick<Clock, "gate"> => (gate.length === 0 ? {} : { gate });

function waitingForDecision(model: HubSpotModel, handoff: Handoff): readonly FilterNode[] {
  return [
    isAnyOf(handoffProperty(model, handoff, "state"), ["pending"]),
    isAnyOf(handoffProperty(model, handoff, "decision"), ["waiting"]),
    ...(acceptsByTouch(model, handoff) ? [isUntouched(model, handoff)] : []),
  ];
}

/** A touch accepts, and HubSpot shows it. */
export const acceptsByTouch = (model: HubSpotModel, handoff: Handoff): boolean =>
  handoff.acceptance === "first-touch" && seesTouches(objectOfHandoff(model, handoff));

/** Nobody has contacted the lead since the handoff opened. */
const isUntouched = (model: HubSpotModel, handoff: Handoff): FilterNode =>
  isEarlierOrUnknown(lastContact, handoffProperty(model, handoff, "opened", "at"));

function withEach({ runs, gate }: Runs, nodes: readonly FilterNode[]): Runs {
  const more = (alternatives: readonly (readonly FilterNode[])[]) => alternatives.map((one) => [...one, ...nodes]);
  return { runs: more(runs), ...(gate === undefined ? {} : { gate: more(gate) }) };
}

/** Received, or accepted and still in the stage it led to: seen through the record that acceptance made where it is another. */
function underWay(model: HubSpotModel, handoff: Handoff): Runs {
  const object = objectOfHandoff(model, handoff);
  const state = (value: string): FilterNode => isAnyOf(handoffProperty(model, handoff, "state"), [value]);
  const made = objectOfTarget(model, handoff);
  if (made === object) {
    // Acceptance writes the state first and the stage after it: in between the record stands where it came from.
    const here = inStages(model, object, [...visibleOrigins(model, handoff), handoff.to]);
    return { runs: [[state("pending")], [state("accepted"), here]] };
  }
  const runs = [[isAnyOf(handoffProperty(model, handoff, "state"), ["pending", "accepted"])]];
  const association = made === undefined ? undefined : associationTypeId(object, made);
  if (made === undefined || association === undefined) return { runs: [[state("pending")]] };
  const target = { typeId: hubSpotObject(made).typeId, associationTypeId: association };
  const isThere = associated(target, "IN_LIST", [isAnyOf(stageProperty(model, made), [stageValue(model, handoff.to)])]);
  return { runs, gate: [[state("pending")], [state("accepted"), isThere]] };
}

function objectOfTarget(model: HubSpotModel, handoff: Handoff): CrmObject | undefined {
  const to = model.contract.stages.get(handoff.to);
  return to === undefined ? undefined : objectOfStage(model, to);
}

function feedbackClock(model: HubSpotModel, handoff: Handoff): readonly Clock[] {
  const within = handoff.feedback?.within;
  if (within === undefined) return [];
  return [
    {
      ...placeOf(model, handoff, "reception"),
      clause: `handoffs.${handoff.id}.feedback.within`,
      id: "feedback",
      ...underWay(model, handoff),
      owedBy: receiverOf(model.contract, handoff),
      variants: [{ only: [], within }],
      remind: [],
      escalate: [],
      isTouched: false,
    },
  ];
}

/** One clock with a time for each reason that asks the sender for a repair. */
function repairClock(model: HubSpotModel, handoff: Handoff): readonly Clock[] {
  const part = (...parts: readonly string[]): string => handoffProperty(model, handoff, ...parts);
  const variants = (handoff.feedback?.reasons ?? []).flatMap((id): readonly ClockVariant[] => {
    const reason = model.contract.reasons.get(id);
    if (reason?.moveTo !== "sender" || reason.repair === undefined) return [];
    // Not the reason that people pick: they may pick another one afterwards.
    const only = [compares(lastReasonProperty(model), { type: "STRING", operator: "IS_EQUAL_TO", value: id }, "fails")];
    return [{ key: id, label: reason.label, only, within: reason.repair, clause: `reasons.${id}.repair` }];
  });
  if (variants.length === 0) return [];
  const here = inStages(model, objectOfHandoff(model, handoff), visibleOrigins(model, handoff));
  return [
    {
      ...placeOf(model, handoff, "return"),
      clause: `handoffs.${handoff.id}.feedback.reasons`,
      id: "repair",
      runs: [[isAnyOf(part("state"), ["refused"]), isAnyOf(part("repair"), ["owed"]), here]],
      owedBy: senderOf(model.contract, handoff),
      variants,
      remind: [],
      escalate: [],
      isTouched: false,
    },
  ];
}
