import type { Contract, Environment } from "../../contract/index.ts";
import type { Resource } from "../resource.ts";
import { createModel, type HubSpotModel, stageIdOf } from "./model.ts";

/** Where the contract says a label that the portal shows, and in which of its languages; keys of the YAML text. */
export interface LabelPlace {
  readonly path: readonly string[];
  readonly language: string;
}

/**
 * The place in the contract of an attribute of a CRM object; undefined where revpact words it from several clauses, so
 * that no single text of the contract could be the one that was edited.
 */
export function labelPlace(
  { contract, environment }: { readonly contract: Contract; readonly environment: Environment },
  { kind, clause }: Pick<Resource, "kind" | "clause">,
  attribute: readonly string[],
): LabelPlace | undefined {
  const model = createModel(contract, environment);
  const [holder = "", id = "", ...deeper] = clause.split(".");
  const holders: Partial<Record<Resource["kind"], string>> = { property: "fields", pipeline: "pipelines" };
  if (deeper.length > 0 || holders[kind] !== holder) return undefined;
  const path = isOwnLabel(attribute) ? [holder, id, "label"] : elementPath(model, [holder, id], attribute);
  return path && { path, language: contract.languages[0] ?? model.language };
}

const isOwnLabel = (attribute: readonly string[]): boolean => attribute.join("/") === "label";

/** An option of a field, or a stage of a pipeline. */
function elementPath(
  model: HubSpotModel,
  holder: readonly string[],
  [list, key = "", last]: readonly string[],
): readonly string[] | undefined {
  if (last !== "label") return undefined;
  if (list === "options") return [...holder, "options", key];
  const stage = [...model.contract.stages.values()].find((one) => stageIdOf(model, one) === key);
  return stage && ["stages", stage.id, "label"];
}
