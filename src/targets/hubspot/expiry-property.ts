import type { Stage } from "../../contract/index.ts";
import { type HubSpotModel, ours } from "./model.ts";

/** The property that holds when a record leaves a stage by itself. */
export const expiryProperty = (model: HubSpotModel, stage: Stage): string => ours(model, stage.id, "expires", "at");
