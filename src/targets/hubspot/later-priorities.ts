import type { Handoff, Id, Text } from "../../contract/index.ts";
import { type Alternative, conditionFilters } from "./condition-filters.ts";
import { type HubSpotModel, objectOfHandoff } from "./model.ts";

/** A priority that may come to hold while a handoff waits for its decision, and those that it replaces. */
export interface LaterPriority {
  readonly id: Id;
  readonly label: Text;
  readonly alternatives: readonly Alternative[];
  readonly lower: readonly Id[];
}

/** The priorities that can replace a lower one later: those whose condition filters can ask for. */
export function laterPriorities(model: HubSpotModel, handoff: Handoff): readonly LaterPriority[] {
  const all = [...model.contract.priorities.values()];
  return all.flatMap(({ id, label, when }, index): readonly LaterPriority[] => {
    const lower = all.slice(index + 1).map((one) => one.id);
    const filters = when === undefined ? undefined : conditionFilters(model, objectOfHandoff(model, handoff), when);
    if (filters?.kind !== "filters" || filters.alternatives.length === 0 || lower.length === 0) return [];
    return [{ id, label, alternatives: filters.alternatives, lower }];
  });
}
