import type { HubSpotModel } from "../model.ts";
import type { Clock } from "./clock.ts";
import { handoffClocks } from "./handoff-clocks.ts";
import { stageClocks } from "./stage-clocks.ts";

/** Every clock of the contract: those of its stages, then those of its handoffs. */
export const clocksOf = (model: HubSpotModel): readonly Clock[] => [
  ...[...model.contract.stages.values()].flatMap((stage) => stageClocks(model, stage)),
  ...[...model.contract.handoffs.values()].flatMap((handoff) => handoffClocks(model, handoff)),
];
