export type { Fault } from "./http/faults.ts";
export {
  findRunningLocalCrm,
  type LocalCrm,
  type LocalCrmOptions,
  resetLocalCrm,
  startLocalCrm,
} from "./local-crm.ts";
export { isLocalCrmError, type LocalCrmError } from "./problem.ts";
