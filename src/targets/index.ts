export type { FidelityLevel, FidelityNote, StatedError, TargetProblem } from "./fidelity.ts";
export { compileHubSpot, type HubSpotConfiguration } from "./hubspot/compile-hubspot.ts";
export { type LabelPlace, labelPlace } from "./hubspot/label-place.ts";
export { notEnforceable } from "./hubspot/not-enforceable.ts";
export { objectName } from "./hubspot/objects.ts";
export { type BoundConfiguration, bindToPortal, type WithholdReason } from "./hubspot/portal/bind-portal.ts";
export type { Capabilities, RefusedRead } from "./hubspot/portal/capabilities.ts";
export { factNeeds, type LookUp } from "./hubspot/portal/fact-needs.ts";
export { lifecycleStagesIn } from "./hubspot/portal/lifecycle-stages.ts";
export type {
  FactNeeds,
  Listing,
  PortalFacts,
  PortalOwner,
  PortalTeam,
  PortalThing,
} from "./hubspot/portal/portal-facts.ts";
export { type Reference, referTo } from "./hubspot/portal/references.ts";
export { idOf, withKnownIds } from "./late-ids.ts";
export type { Address, Json, JsonObject, LiveResource, Resource, ResourceKind } from "./resource.ts";
