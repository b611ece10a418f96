import type { Instant } from "../../calendar/index.ts";
import type { Condition } from "../../criteria/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { Terms } from "../../journey/index.ts";
import { createSatisfier, type Satisfier } from "./satisfy.ts";
import { type StoryWords, storyWords } from "./words.ts";

/** What writing stories of a contract needs. */
export interface Writing {
  readonly terms: Terms;
  readonly satisfier: Satisfier;
  readonly say: StoryWords;
  /** The moment stories start: soon after the agreement takes effect, while the office is open. */
  readonly start: Instant;
  /** What makes a lead one the agreement speaks of: these hold, those fail. */
  readonly scope: { readonly holding: readonly Condition[]; readonly failing: readonly Condition[] };
}

const dayMs = 86_400_000;
const halfHourMs = 1_800_000;

/** Prepares stories in a language. */
export function createWriting(terms: Terms, language: Language): Writing {
  const { scope } = terms.contract;
  const soon = terms.effectiveAt + 14 * dayMs;
  const opening = terms.clock.nextOpening(soon) ?? soon;
  return {
    terms,
    satisfier: createSatisfier(terms),
    say: storyWords(terms.contract, language),
    start: opening + halfHourMs,
    scope: {
      holding: scope.include === undefined ? [] : [scope.include],
      failing: scope.exclude.map(({ when }) => when),
    },
  };
}
