import { agreementRules } from "./agreement.ts";
import { lifecycleRules } from "./lifecycle.ts";
import type { ChangeRule, Form } from "./rule.ts";
import { timeRules } from "./times.ts";

/** The version of the table: it grows when a row judges otherwise than before. */
export const ruleSet = 1;

/** Every kind of change, with how it is judged: the only place that says what is breaking. */
export const changeRules = { ...agreementRules, ...lifecycleRules, ...timeRules } as const;

/** The name of a kind of change, such as `deadline-shortened`. */
export type ChangeKind = keyof typeof changeRules;

/** The kinds that tell of a form. */
export type KindOf<F extends Form> = {
  [K in ChangeKind]: (typeof changeRules)[K] extends ChangeRule<F> ? K : never;
}[ChangeKind];

/** The row of a kind. */
export function ruleOf(kind: ChangeKind): ChangeRule {
  return changeRules[kind];
}

export type { Burden, ChangeRule, Form, Level, Mirror } from "./rule.ts";
