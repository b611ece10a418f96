export type { Change } from "./change.ts";
export { type Comparison, compareContracts, levels } from "./compare/compare-contracts.ts";
export { compareTerms, type TermChange } from "./compare-terms.ts";
export { type ChangeKind, type ChangeRule, changeRules, type Level, ruleOf, ruleSet } from "./rules/index.ts";
export { type Term, type Terms, termsOf } from "./terms.ts";
export { bumpNames, parseVersion, versionAfter } from "./version.ts";
