export type { Change } from "./change.ts";
export { type Comparison, compareContracts, levels } from "./compare/compare-contracts.ts";
export { earliestEffective } from "./compare/header.ts";
export { compareTerms, type TermChange } from "./compare-terms.ts";
export { judgeVersion, type VersionFacts } from "./judge-version.ts";
export { type ChangeKind, type ChangeRule, changeRules, type Level, ruleOf, ruleSet } from "./rules/index.ts";
export { type Approved, type OpenApproval, openApprovals, type Signatory, signatoriesOf } from "./sign-off.ts";
export { type Term, type Terms, termsOf } from "./terms.ts";
export { bumpNames, compareVersions, parseVersion, versionAfter } from "./version.ts";
