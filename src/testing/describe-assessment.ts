import { describeCondition, type Lexicon } from "../criteria/index.ts";
import type { Language } from "../diagnostics/index.ts";
import type { Assessment, JudgedFact } from "./assess.ts";

/** A line of an assessment: a part of the condition, whether it held, and how deep it lies. */
export interface AssessmentLine {
  readonly depth: number;
  readonly holds: boolean;
  readonly text: string;
  /** `is 52`, `never`: what a leaf was judged on. */
  readonly fact?: string;
}

/** How an assessment is put into words. */
export interface AssessmentWords {
  readonly lexicon: Lexicon;
  readonly language: Language;
  readonly moment: (instant: number) => string;
}

const words = {
  en: {
    all: "all of these",
    any: "one of these",
    none: "none of these",
    atLeast: (count: number) => `at least ${count} of these`,
    is: (value: string) => `is ${value}`,
    unknown: "is not known",
    never: "never came",
    came: (count: number, last: string) => (count === 1 ? `came on ${last}` : `came ${count} times, last on ${last}`),
    unlinked: "there is none",
  },
  fr: {
    all: "tout ceci",
    any: "l'un de ceux-ci",
    none: "rien de ceci",
    atLeast: (count: number) => `au moins ${count} parmi ceux-ci`,
    is: (value: string) => `vaut ${value}`,
    unknown: "n'est pas renseigné",
    never: "n'est jamais venu",
    came: (count: number, last: string) =>
      count === 1 ? `venu le ${last}` : `venu ${count} fois, la dernière le ${last}`,
    unlinked: "il n'y en a pas",
  },
} as const;

/** An assessment as lines, outermost first. */
export function describeAssessment(
  assessment: Assessment,
  style: AssessmentWords,
  depth = 0,
): readonly AssessmentLine[] {
  const { condition, holds, parts, fact } = assessment;
  if (condition.kind === "meets" && parts[0] !== undefined && parts[0].parts.length === 0)
    return describeAssessment(parts[0], style, depth);
  const inner = parts.flatMap((part) => describeAssessment(part, style, depth + 1));
  const shown = fact === undefined ? {} : { fact: describeFact(condition, fact, style) };
  return [{ depth, holds, text: headOf(assessment, style), ...shown }, ...inner];
}

function headOf({ condition }: Assessment, { lexicon, language }: AssessmentWords): string {
  const say = words[language];
  switch (condition.kind) {
    case "all":
    case "any":
    case "none":
      return say[condition.kind];
    case "at-least":
      return say.atLeast(condition.count);
    default:
      return describeCondition(condition, lexicon, language);
  }
}

function describeFact(condition: Assessment["condition"], fact: JudgedFact, style: AssessmentWords): string {
  const { lexicon, language, moment } = style;
  const say = words[language];
  switch (fact.kind) {
    case "value": {
      if (fact.value === undefined) return say.unknown;
      const field = condition.kind === "field" ? condition.field : "";
      const values = typeof fact.value === "object" ? fact.value : [fact.value];
      return say.is(values.map((value) => lexicon.value(field, value)).join(", "));
    }
    case "signals": {
      const last = fact.moments.at(-1);
      return last === undefined ? say.never : say.came(fact.moments.length, moment(last));
    }
    case "linked":
      return fact.stages.length === 0 ? say.unlinked : say.is(fact.stages.map(lexicon.stage).join(", "));
    default:
      return fact satisfies never;
  }
}
