export type { FidelityLevel, FidelityNote, TargetProblem } from "./fidelity.ts";
export { compileHubSpot, type HubSpotConfiguration } from "./hubspot/compile-hubspot.ts";
export type { Address, Json, JsonObject, LiveResource, Resource, ResourceKind } from "./resource.ts";
