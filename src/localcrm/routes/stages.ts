import type { Call, Route } from "../http/call.ts";
import { emptyProblem, problem } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asObject, asString, type JsonObject } from "../json.ts";
import type { ObjectType } from "../portal/object-types.ts";
import {
  checkLabels,
  checkWholeNumber,
  inOrder,
  parseStage,
  settleOrder,
  takenStageId,
} from "../rules/pipeline-stages.ts";
import { mergeStageMetadata, parseStageMetadata } from "../rules/stage-metadata.ts";
import { checkStageReferences } from "../rules/stage-references.ts";
import type { StoredPipeline, StoredStage } from "../store/documents.ts";
import { findPipeline, withWritableType, writePipeline } from "./pipelines.ts";
import { withType } from "./with-type.ts";

interface Place {
  readonly pipeline: StoredPipeline;
  readonly stage: StoredStage;
}

function findStage(call: Call, type: ObjectType): Place | Problem {
  const pipeline = findPipeline(call, type);
  if (isProblem(pipeline)) return pipeline;
  const stage = pipeline.stages.find((each) => each.id === call.param("stageId"));
  return stage === undefined ? emptyProblem(404) : { pipeline, stage };
}

function keep(call: Call, type: ObjectType, pipeline: StoredPipeline): void {
  writePipeline(call, type, { ...pipeline, updatedAt: call.timestamp });
}

function list(call: Call, type: ObjectType): Reply {
  const pipeline = findPipeline(call, type);
  return isProblem(pipeline) ? pipeline : ok({ results: inOrder(pipeline.stages) });
}

function read(call: Call, type: ObjectType): Reply {
  const place = findStage(call, type);
  return isProblem(place) ? place : ok(place.stage);
}

/** A new stage at a taken position comes after the occupant, and the stages are numbered anew. */
function insert(stages: readonly StoredStage[], stage: StoredStage): readonly StoredStage[] {
  const sorted = inOrder(stages);
  const isTaken = sorted.some((each) => each.displayOrder === stage.displayOrder);
  if (!isTaken) return inOrder([...sorted, stage]);
  const position = sorted.findLastIndex((each) => each.displayOrder === stage.displayOrder) + 1;
  return sorted.toSpliced(position, 0, stage).map((each, displayOrder) => ({ ...each, displayOrder }));
}

function create(call: Call, type: ObjectType): Reply {
  const pipeline = findPipeline(call, type);
  if (isProblem(pipeline)) return pipeline;
  const { store, timestamp, fields } = call;
  const parsed = parseStage({ store, timestamp, objectTypeId: type.id }, fields);
  if (isProblem(parsed)) return parsed;
  if (takenStageId({ store, timestamp, objectTypeId: type.id }, [parsed.stage]) !== undefined) {
    return problem(400, `An existing active stage in another pipeline is already using stage id ${parsed.stage.id}`);
  }
  const refused = checkLabels(type.id, [...pipeline.stages, parsed.stage]);
  if (refused !== undefined) return refused;
  const stages = insert(pipeline.stages, parsed.stage);
  keep(call, type, { ...pipeline, stages });
  const stored = stages.find((stage) => stage.id === parsed.stage.id);
  return ok({ ...parsed.stage, ...stored, metadata: parsed.echo }, 201);
}

function writeStage(call: Call, type: ObjectType, { pipeline, stage }: Place): Reply {
  const stages = pipeline.stages.map((each) => (each.id === stage.id ? stage : each));
  const refused = checkLabels(type.id, stages);
  if (refused !== undefined) return refused;
  keep(call, type, { ...pipeline, stages: settleOrder(stages) });
  const sent: JsonObject = asObject(call.fields["metadata"]) ?? stage.metadata;
  return ok({ ...stage, metadata: sent });
}

function changed(call: Call, stage: StoredStage, metadata: StoredStage["metadata"]): StoredStage {
  const asked = call.fields["displayOrder"];
  return {
    ...stage,
    label: asString(call.fields["label"]) ?? stage.label,
    displayOrder: typeof asked === "number" ? asked : stage.displayOrder,
    metadata,
    updatedAt: call.timestamp,
  };
}

/** The stage of the path, when the body's display order is one. */
function findChange(call: Call, type: ObjectType): Place | Problem {
  return checkWholeNumber(call.fields["displayOrder"]) ?? findStage(call, type);
}

function update(call: Call, type: ObjectType): Reply {
  const place = findChange(call, type);
  if (isProblem(place)) return place;
  const metadata = mergeStageMetadata(type.id, place.stage.metadata, asObject(call.fields["metadata"]) ?? {});
  if (isProblem(metadata)) return metadata;
  return writeStage(call, type, { ...place, stage: changed(call, place.stage, metadata) });
}

function replace(call: Call, type: ObjectType): Reply {
  const place = findChange(call, type);
  if (isProblem(place)) return place;
  const metadata = parseStageMetadata(type.id, asObject(call.fields["metadata"]) ?? {});
  if (isProblem(metadata)) return metadata;
  return writeStage(call, type, { ...place, stage: changed(call, place.stage, metadata) });
}

/** 204 for anything, unknown stages included; 400 only when asked to validate and the stage is in use. */
function remove(call: Call, type: ObjectType): Reply {
  const place = findStage(call, type);
  if (isProblem(place)) return noContent;
  const used = checkStageReferences(call, type, [place.stage.id]);
  if (used !== undefined) return used;
  const stages = place.pipeline.stages.filter((stage) => stage.id !== place.stage.id);
  keep(call, type, { ...place.pipeline, stages });
  return noContent;
}

/** The stages of a pipeline. */
export const stageRoutes: readonly Route[] = [
  { method: "GET", path: "/{objectType}/{pipelineId}/stages", handler: withType(list) },
  { method: "POST", path: "/{objectType}/{pipelineId}/stages", handler: withWritableType(create) },
  { method: "GET", path: "/{objectType}/{pipelineId}/stages/{stageId}", handler: withType(read) },
  { method: "PUT", path: "/{objectType}/{pipelineId}/stages/{stageId}", handler: withWritableType(replace) },
  { method: "PATCH", path: "/{objectType}/{pipelineId}/stages/{stageId}", handler: withWritableType(update) },
  { method: "DELETE", path: "/{objectType}/{pipelineId}/stages/{stageId}", handler: withWritableType(remove) },
];
