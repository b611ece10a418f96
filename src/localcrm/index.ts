export type { Fault } from "./http/faults.ts";
export { faultNames } from "./http/named-faults.ts";
export { parseFault } from "./http/parse-faults.ts";
export {
  findRunningLocalCrm,
  type LocalCrm,
  type LocalCrmOptions,
  resetLocalCrm,
  startLocalCrm,
} from "./local-crm.ts";
export { createLocalPortal, type LocalPortal, type LocalPortalOptions, type RecordLink } from "./local-portal.ts";
export { parseSeed } from "./portal/parse-seed.ts";
export type { PortalSeed } from "./portal/seed-people.ts";
export { isLocalCrmError, type LocalCrmError } from "./problem.ts";
export { allScopes } from "./rules/scopes.ts";
export { type Behaviour, drawBehaviour, possibleValues, settings } from "./runner/behaviour.ts";
export type { RunStep } from "./runner/machine.ts";
export type { Tier } from "./store/documents.ts";
