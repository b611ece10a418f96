import type { Pipeline, Stage } from "../../contract/index.ts";
import type { JsonObject, Resource } from "../resource.ts";
import { distinctLabels } from "./distinct-labels.ts";
import { type HubSpotModel, labelOf, pipelineIdOf, stageIdOf } from "./model.ts";
import { hubSpotObject } from "./objects.ts";
import { addressOf } from "./property.ts";

// The lowest that HubSpot takes for an open stage: a forecast must not count money that nobody promised.
const unstatedProbability = 0.1;

/** The pipelines whose records go through stages of the contract; HubSpot takes none without a stage. */
export function compilePipelines(model: HubSpotModel): readonly Resource[] {
  return [...model.contract.pipelines.values()]
    .filter((pipeline) => stagesOf(model, pipeline).length > 0)
    .map((pipeline) => compilePipeline(model, pipeline));
}

/** The stages of a pipeline, in the contract's order. */
export const stagesOf = ({ contract }: HubSpotModel, pipeline: Pipeline): readonly Stage[] =>
  [...contract.stages.values()].filter((stage) => stage.pipeline === pipeline.id);

// Where a pipeline stands among those of others is not the contract's to say: no displayOrder of its own.
function compilePipeline(model: HubSpotModel, pipeline: Pipeline): Resource {
  const pipelineId = pipelineIdOf(model, pipeline.id);
  const object = hubSpotObject(pipeline.object).name;
  const stages = stagesOf(model, pipeline);
  const labels = distinctLabels(stages.map(({ id, label }) => ({ value: id, label: labelOf(model, label) })));
  return {
    kind: "pipeline",
    address: addressOf("pipeline", object, pipelineId),
    object,
    name: pipelineId,
    attributes: {
      pipelineId,
      label: pipelineLabel(model, pipeline),
      stages: stages.map((stage, displayOrder) => ({
        stageId: stageIdOf(model, stage),
        label: labels.get(stage.id) ?? stage.id,
        displayOrder,
        metadata: metadataOf(pipeline, stage),
      })),
    },
    dependsOn: [],
    clause: `pipelines.${pipeline.id}`,
    purpose: {
      en: "The pipeline whose stages the contract defines.",
      fr: "Pipeline dont le contrat définit les étapes.",
    },
    isAdopted: false,
  };
}

function pipelineLabel(model: HubSpotModel, { id, object }: Pipeline): string {
  const siblings = [...model.contract.pipelines.values()].filter((pipeline) => pipeline.object === object);
  return distinctLabels(siblings.map((one) => ({ value: one.id, label: labelOf(model, one.label) }))).get(id) ?? id;
}

function metadataOf(pipeline: Pipeline, stage: Stage): JsonObject {
  if (pipeline.object === "ticket") return { ticketState: stage.closed === undefined ? "OPEN" : "CLOSED" };
  return { probability: hubSpotProbability(stage).toFixed(1) };
}

/** What HubSpot will hold: tenths only, 1 for won, 0 for lost, and neither for an open stage, which it would close. */
export function hubSpotProbability(stage: Stage): number {
  if (stage.closed !== undefined) return stage.closed === "won" ? 1 : 0;
  const tenths = Math.round((stage.probability ?? unstatedProbability) * 10) / 10;
  return Math.min(0.9, Math.max(0.1, tenths));
}
