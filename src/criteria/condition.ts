import type { Duration } from "../calendar/index.ts";

/** The keys that lead to a node of the contract, such as `["stages", "mql", "criteria", "any", 0]`. */
export type Path = readonly (string | number)[];

/** A value that a condition compares with; money is compared by amount, in the contract's own currency. */
export type Scalar = string | number | boolean;

/** A comparison on one field. `orUnknown` lets an unknown value pass. */
export type Test =
  | { readonly operator: "is" | "isNot"; readonly value: Scalar }
  | { readonly operator: "in" | "notIn"; readonly values: readonly Scalar[] }
  | { readonly operator: "atLeast" | "atMost" | "moreThan" | "lessThan"; readonly value: Scalar }
  | { readonly operator: "between"; readonly low: Scalar; readonly high: Scalar }
  | { readonly operator: "known"; readonly value: boolean }
  | { readonly operator: "contains"; readonly value: string }
  | { readonly operator: "withinLast" | "withinNext"; readonly duration: Duration }
  | { readonly operator: "before" | "after"; readonly value: string };

/** A condition of the contract, as written; `path` says where. */
export type Condition =
  | {
      readonly kind: "field";
      readonly path: Path;
      readonly field: string;
      readonly test: Test;
      readonly orUnknown: boolean;
    }
  | {
      readonly kind: "signal";
      readonly path: Path;
      readonly signal: string;
      readonly times: number;
      readonly withinLast?: Duration;
    }
  | { readonly kind: "linked"; readonly path: Path; readonly object: string; readonly stages: readonly string[] }
  | { readonly kind: "meets"; readonly path: Path; readonly criteria: string }
  | { readonly kind: "all" | "any" | "none"; readonly path: Path; readonly of: readonly Condition[] }
  | { readonly kind: "at-least"; readonly path: Path; readonly count: number; readonly of: readonly Condition[] };
