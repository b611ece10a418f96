import type { CrmObject, Handoff, Id, Text } from "../../contract/index.ts";
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
  const object = objectOfHandoff(model, handoff);
  const known = byObject.get(model) ?? new Map<CrmObject, readonly LaterPriority[]>();
  byObject.set(model, known);
  const later = known.get(object) ?? onObject(model, object);
  known.set(object, later);
  return later;
}

// Every clock of every handoff asks.
const byObject = new WeakMap<HubSpotModel, Map<CrmObject, readonly LaterPriority[]>>();

function onObject(model: HubSpotModel, object: CrmObject): readonly LaterPriority[] {
  const all = [...model.contract.priorities.values()];
  return all.flatMap(({ id, label, when }, index): readonly LaterPriority[] => {
    const lower = all.slice(index + 1).map((one) => one.id);
    const filters = when === undefined ? undefined : conditionFilters(model, object, when);
    if (filters?.kind !== "filters" || filters.alternatives.length === 0 || lower.length === 0) return [];
    return [{ id, label, alternatives: filters.alternatives, lower }];
  });
}
