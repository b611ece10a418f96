import type { Contract } from "../contract/index.ts";
import type { World } from "./state.ts";
import { createTerms, type StageTerms, type Terms } from "./terms.ts";

/** A new version takes effect: what is open keeps its terms, what starts from now on has the new ones. */
export function switchTerms(world: World, contract: Contract): void {
  const terms = createTerms(contract);
  world.terms = terms;
  for (const record of world.records.values())
    if (record.stage !== undefined) record.stage = stageIn(terms, record.stage);
}

/** The same stage in another version, under the id it has there; one that is gone stays as it was. */
function stageIn(terms: Terms, before: StageTerms): StageTerms {
  const { id } = before.stage;
  const renamed = [...terms.stages.values()].find(({ stage }) => stage.formerly.includes(id));
  return terms.stages.get(id) ?? renamed ?? before;
}
