export type { Compilation, CompileOptions } from "./compile-contract.ts";
export { compileContract } from "./compile-contract.ts";
export type * from "./contract.ts";
export type * from "./entry.ts";
export type { StageNature } from "./lifecycle.ts";
export { natureOf, objectOf } from "./lifecycle.ts";
export type * from "./obligations.ts";
export { partyOf } from "./roles.ts";
export { textIn } from "./text-in.ts";
