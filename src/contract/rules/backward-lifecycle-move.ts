import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Stage } from "../contract.ts";
import type { Id } from "../entry.ts";
import { lifecycleOrder } from "../hubspot-properties.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/** CRM806: a move that would take HubSpot's lifecycle stage backward, which HubSpot ignores; said once per stage reached. */
export const backwardLifecycleMove: Rule = {
  codes: ["CRM806"],
  judges: "contract",
  check: (contract, facts) =>
    contract.environments.size === 0
      ? []
      : [...contract.stages.values()].flatMap((stage) => judge(contract, stage, facts)),
};

function judge(contract: Contract, stage: Stage, { analysis }: RuleFacts): readonly Finding[] {
  const rank = rankOf(stage);
  if (rank === undefined) return [];
  const isHigher = (id: Id): boolean => {
    const from = contract.stages.get(id);
    return from !== undefined && (rankOf(from) ?? rank) > rank;
  };
  const origins = analysis.edges().flatMap(({ from, to }) => (to === stage.id && isHigher(from) ? [from] : []));
  if (origins.length === 0) return [];
  const args = { stage: stage.id, lifecycle: stage.crm?.lifecycleStage ?? "", from: [...new Set(origins)].sort() };
  const place = contract.locate.spanOf([...stage.path, "crm", "lifecycleStage"], "value");
  return [finding("CRM806", place, args, { clause: stage.path.join(".") })];
}

/** Its place in HubSpot's order; undefined for what a portal added, and for `other`, which stands beside the order. */
function rankOf({ crm }: Stage): number | undefined {
  const rank = lifecycleOrder.indexOf(crm?.lifecycleStage ?? "");
  return rank < 0 ? undefined : rank;
}
