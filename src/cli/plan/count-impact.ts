import { measureImpact, type Plan } from "../../engine/index.ts";
import type { PreparedPlan } from "./prepare-plan.ts";

/** The plan with how many records hold what it changes: asked of the CRM where people read the plan, and nowhere else. */
export async function countImpact({ plan, portal }: Pick<PreparedPlan, "plan" | "portal">): Promise<Plan> {
  const impact = await measureImpact(plan, portal.reader, new Date().toISOString());
  return impact.length === 0 ? plan : { ...plan, impact };
}
