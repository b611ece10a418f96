import type { Language } from "../../diagnostics/index.ts";
import type { Plan } from "../../engine/index.ts";

/** What changes in the agreement, a sentence per clause; `contractChanges` is plain JSON in a plan, and what is no sentence is left out. */
export function agreementSentences(plan: Plan, language: Language): readonly string[] {
  return plan.contractChanges.flatMap((change) => {
    if (typeof change !== "object" || change === null || Array.isArray(change)) return [];
    const sentence = Object.entries(change).find(([key]) => key === language)?.[1];
    return typeof sentence === "string" ? [sentence] : [];
  });
}
