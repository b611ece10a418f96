export * from "./algebra/index.ts";
export type { Condition, Path, Scalar, Test } from "./condition.ts";
export { type ConditionLine, describeCondition, describeConditionLines } from "./describe.ts";
export { describeLead } from "./describe-lead.ts";
export type { Lexicon } from "./describe-lexicon.ts";
export type { EvaluationContext, Valuation } from "./evaluate.ts";
export { evaluate } from "./evaluate.ts";
export type { DisjunctiveForm, ExpansionOptions, Leaf, Literal, Term } from "./normal-form.ts";
export { toDisjunctiveForm } from "./normal-form.ts";
