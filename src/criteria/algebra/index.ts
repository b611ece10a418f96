export type { Algebra, AlgebraOptions, Lead, LeadQuery, LeadSearch, Trait } from "./algebra.ts";
export { createAlgebra } from "./algebra.ts";
export type { Sample } from "./candidate.ts";
export { elapsedBounds } from "./elapsed-bounds.ts";
export { literalsOf } from "./field-candidates.ts";
export type { ValueDomain } from "./value-domain.ts";
