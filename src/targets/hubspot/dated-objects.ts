import type { CrmObject, Stage } from "../../contract/index.ts";
import { seesTouches } from "./clocks/handoff-clocks.ts";
import { clockedObjects } from "./clocks/stage-clocks.ts";
import { type HubSpotModel, stagesOn } from "./model.ts";

/** The objects on which entries into stages are dated: the one that travels, and those whose stages have deadlines. */
export function datedObjects(model: HubSpotModel): readonly CrmObject[] {
  const { object } = model.contract.scope;
  const travelling = stagesOn(model, object).length > 0 ? [object] : [];
  return [...new Set([...travelling, ...clockedObjects(model)])];
}

/** The objects on which contacts are counted, since deadlines of their stages wait for so many. */
export const touchedObjects = (model: HubSpotModel): readonly CrmObject[] =>
  datedObjects(model).filter((object) => seesTouches(object) && stagesOn(model, object).some(asksForTouches));

/** Whether a stage has deadlines that so many contacts stop. */
export const asksForTouches = ({ deadlines }: Stage): boolean =>
  deadlines.some(({ stops, every }) => stops.kind === "touched" && every === undefined);
