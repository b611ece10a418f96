export { compareTerms, type TermChange } from "./compare-terms.ts";
export { type Term, type Terms, termsOf } from "./terms.ts";
