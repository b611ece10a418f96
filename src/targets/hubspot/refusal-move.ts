import type { Handoff, Reason } from "../../contract/index.ts";
import { type Sequence, type Step, set } from "./actions.ts";
import { resetSteps } from "./clocks/clock.ts";
import { type HubSpotModel, handoffProperty, objectOfHandoff } from "./model.ts";
import { clocksFrom } from "./opening-steps.ts";
import { giveBack } from "./people/give-back.ts";
import { lastReasonProperty, restSteps, sendAwaySteps } from "./reason-moves.ts";

/** What becomes of a refused record: it goes where the reason says, or stays with its sender. */
export const refusalMove = (model: HubSpotModel, handoff: Handoff, reason: Reason): Sequence => ({
  steps: [...sendAwaySteps(model, objectOfHandoff(model, handoff), reason), ...sendBackSteps(model, handoff, reason)],
  ...giveBack(model, handoff, reason),
});

/** The record stays in its stage, and its sender may owe a repair. */
function sendBackSteps(model: HubSpotModel, handoff: Handoff, reason: Reason): readonly Step[] {
  if (reason.moveTo !== "sender") return [];
  const rests = objectOfHandoff(model, handoff) === model.contract.scope.object ? restSteps(model, reason) : [];
  const owed: readonly Step[] =
    reason.repair === undefined
      ? []
      : [
          ...resetSteps(model, clocksFrom(model, handoff, "return")),
          set(handoffProperty(model, handoff, "repair"), "owed"),
        ];
  return [set(lastReasonProperty(model), reason.id), ...rests, ...owed];
}
