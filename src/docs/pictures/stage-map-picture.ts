import type { DocumentContext } from "../document-context.ts";
import type { Diagram } from "../section-model.ts";
import type { StageMapPicture } from "./stage-map.ts";

/** The map of the stages in words: what it is called and shows. */
export function buildStageMapPicture({ contract, pictures, who }: DocumentContext, diagram: Diagram): StageMapPicture {
  const { title, description, legend, parking, won, lost } = pictures.stageMap;
  return {
    title,
    description: description(contract.stages.size, contract.handoffs.size),
    diagram,
    legend,
    parties: [...contract.parties.keys()].map((id, place) => ({ name: who(id), party: (place % 4) + 1 })),
    marks: { parking, won, lost },
  };
}
