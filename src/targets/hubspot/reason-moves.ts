import type { Duration } from "../../calendar/index.ts";
import type { CrmObject, Reason } from "../../contract/index.ts";
import { type SetValue, type Step, set } from "./actions.ts";
import { windowDays } from "./clocks/window-days.ts";
import { type HubSpotModel, objectOfStage, ours, stageProperty, stageValue } from "./model.ts";
import { awaySteps } from "./sent-away.ts";

/** What a workflow does when a refusal or an expiry sends a record where its reason says. */
export function sendAwaySteps(model: HubSpotModel, object: CrmObject, reason: Reason): readonly Step[] {
  const move = moveSteps(model, object, reason);
  return move.length === 0 ? [] : [...awaySteps(model, reason.moveTo ?? ""), ...move];
}

/** What a workflow does to send a record of an object where its reason says: rest it, then move it. */
export function moveSteps(model: HubSpotModel, object: CrmObject, reason: Reason): readonly Step[] {
  const target = model.contract.stages.get(reason.moveTo ?? "");
  // A refusal to the sender leaves the record where it is.
  if (target === undefined || objectOfStage(model, target) !== object) return [];
  const rests = object === model.contract.scope.object ? restSteps(model, reason) : [];
  return [
    set(lastReasonProperty(model), reason.id),
    ...rests,
    set(stageProperty(model, object), stageValue(model, target.id)),
  ];
}

/** Why the record last moved. */
export const lastReasonProperty = (model: HubSpotModel): string => ours(model, "last", "reason");

/** The cool-off is running before the record is where it could come back from. */
export function restSteps(model: HubSpotModel, { coolOff }: Reason): readonly Step[] {
  const state = ours(model, "cool", "off");
  const value = coolOff === undefined ? undefined : afterwards(model, coolOff);
  if (value === undefined) return [set(state, "over")];
  return [{ kind: "set", property: ours(model, "cool", "off", "until"), value }, set(state, "running")];
}

/** So long from now on, as a workflow can say it; business days as the calendar days that contain them in an ordinary week. */
export function afterwards(model: HubSpotModel, duration: Duration): SetValue | undefined {
  if (duration.kind === "months") return { kind: "in-months", months: duration.amount };
  if (duration.kind === "calendar" && duration.unit !== "days")
    return { kind: "in", minutes: duration.amount * (duration.unit === "hours" ? 60 : 1) };
  const days = duration.kind === "calendar" ? duration.amount : windowDays(model, duration);
  return days === undefined ? undefined : { kind: "in-days", days };
}
