import type { Language } from "../../diagnostics/index.ts";
import type { Plan } from "../../engine/index.ts";
import type { PlanRow } from "./plan-sections.ts";
import { planWords } from "./words.ts";

/** How many records hold what changes of one object of a plan: a line for each option, stage or type. */
export function impactLines({ impact = [] }: Plan, { item }: PlanRow, language: Language): readonly string[] {
  const words = planWords(language);
  return impact
    .filter(({ address }) => address === item.address)
    .map(({ path, count }) => {
      const value = path[1] === undefined ? words.anyValue : `"${path[1]}"`;
      if (count === undefined) return words.notCounted(value);
      return words.holders(value, count.records.toLocaleString(language === "fr" ? "fr-FR" : "en-US"));
    });
}
