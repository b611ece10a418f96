export type { Compilation, CompileOptions } from "./compile-contract.ts";
export { compileContract } from "./compile-contract.ts";
export { conditionsOf, flatten } from "./conditions-of.ts";
export type * from "./contract.ts";
export type { Edge, EdgeCause, StageNature } from "./lifecycle.ts";
export { edgesOf, isOpen, leavingHandoffs, natureOf, objectOf, reachableFrom } from "./lifecycle.ts";
export type * from "./obligations.ts";
export { partyOf, relatedRoles } from "./roles.ts";
export { rules } from "./rules/index.ts";
