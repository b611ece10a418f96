import type { Contract } from "../../../src/contract/index.ts";
import type { Language } from "../../../src/diagnostics/index.ts";
import { deadlinesOfHandoff, deadlinesOfStage } from "../../../src/docs/describe-deadline.ts";
import { createDocumentContext } from "../../../src/docs/document-context.ts";
import {
  buildCriteriaPicture,
  buildFunnelPicture,
  buildLoopPicture,
  buildStageMapPicture,
  buildSwimlanePicture,
  buildTimelinePicture,
  drawCriteria,
  drawFunnel,
  drawLoop,
  drawStageMap,
  drawSwimlane,
  drawTimeline,
} from "../../../src/docs/pictures/index.ts";
import { buildStageMap } from "../../../src/docs/sections/stage-map.ts";

/** Every picture of a contract, by the id it is drawn with: `stage-map`, `loop-marketing-to-sdr` … */
export async function drawAll(contract: Contract, language: Language): Promise<ReadonlyMap<string, string>> {
  const context = createDocumentContext(contract, language);
  const [stages, handoffs] = [[...contract.stages.values()], [...contract.handoffs.values()]];
  const map = buildStageMapPicture(context, buildStageMap(context).diagram);
  const pictures = new Map([["stage-map", await drawStageMap(map, "stage-map")]]);
  const draw = <T>(id: string, built: T | undefined, drawer: (built: T, id: string) => string) => {
    if (built !== undefined) pictures.set(id, drawer(built, id));
  };
  draw("swimlane", buildSwimlanePicture(context), drawSwimlane);
  draw("funnel", buildFunnelPicture(context), drawFunnel);
  for (const handoff of handoffs) draw(`loop-${handoff.id}`, buildLoopPicture(context, handoff), drawLoop);
  for (const { id, criteria } of [...stages, ...handoffs]) {
    if (criteria === undefined) continue;
    draw(`criteria-${id}`, buildCriteriaPicture(context, { name: id, condition: criteria }), drawCriteria);
  }
  const deadlines = [
    ...handoffs.flatMap((handoff) => deadlinesOfHandoff(context, handoff)),
    ...stages.flatMap((stage) => deadlinesOfStage(context, stage)),
  ];
  for (const [index, placed] of deadlines.entries())
    draw(`clock-${index}`, buildTimelinePicture(context, placed), drawTimeline);
  return pictures;
}
