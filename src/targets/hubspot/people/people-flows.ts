import type { Handoff } from "../../../contract/index.ts";
import type { Resource } from "../../resource.ts";
import type { Compiled } from "../compiled.ts";
import type { HubSpotModel } from "../model.ts";
import { compileAnnouncement } from "./announcement.ts";
import { compileAssignment } from "./assignment-flow.ts";

/** Who gets the record of a handoff, and how they learn of it; `clocks` are the workflows that stamp due times. */
export function compilePeopleFlows(model: HubSpotModel, handoff: Handoff, clocks: readonly Resource[]): Compiled {
  const { resources, notes } = compileAssignment(model, handoff);
  return { resources: [...resources, compileAnnouncement(model, handoff, clocks)], notes };
}
