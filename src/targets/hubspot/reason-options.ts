import { type HubSpotModel, labelOf } from "./model.ts";
import type { PropertyOption } from "./property.ts";

/** The reasons of a list as options, and whether one of them requires a detail. */
export function describeReasons(
  model: HubSpotModel,
  reasons: readonly string[],
): { readonly options: readonly PropertyOption[]; readonly needsDetail: boolean } {
  const known = reasons.flatMap((id) => model.contract.reasons.get(id) ?? []);
  return {
    options: known.map(({ id, label }) => ({ value: id, label: labelOf(model, label) })),
    needsDetail: known.some(({ needsDetail }) => needsDetail),
  };
}
