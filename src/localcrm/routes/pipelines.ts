import type { Call, Handler, Route } from "../http/call.ts";
import { checkRequired, emptyProblem, invalid, notFound } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asString, defined, type Json } from "../json.ts";
import type { ObjectType } from "../portal/object-types.ts";
import { keepPipeline } from "../portal/stage-dates.ts";
import { auditPipeline } from "../rules/pipeline-audit.ts";
import { checkWholeNumber, inOrder, type ParsedStage, parseStages, settleOrder } from "../rules/pipeline-stages.ts";
import { checkStageReferences } from "../rules/stage-references.ts";
import type { StoredPipeline } from "../store/documents.ts";
import { withType } from "./with-type.ts";

const longestPipelineId = 36;
const lifecycleTypes = new Set(["0-1", "0-2"]);

/** Like withType, for writes: lifecycle stages are refused, since nobody has shown that HubSpot lets them be written. */
export function withWritableType(handler: (call: Call, type: ObjectType) => Reply): Handler {
  return withType((call, type) =>
    lifecycleTypes.has(type.id)
      ? invalid("The local CRM does not let lifecycle stages be written: HubSpot's API is not known to allow it.")
      : handler(call, type),
  );
}

/** The pipeline of the path, or HubSpot's 404 without a body. */
export function findPipeline({ store, param }: Call, type: ObjectType): StoredPipeline | Problem {
  return store.get("pipelines", type.id, param("pipelineId")) ?? emptyProblem(404);
}

/** Keeps a pipeline, and notes what changed of it. */
export function writePipeline(call: Call, type: ObjectType, after: StoredPipeline): void {
  const before = call.store.get("pipelines", type.id, after.id);
  keepPipeline(call.store, type.id, after);
  auditPipeline(call.store, type.id, { ...defined({ before }), after, timestamp: call.timestamp });
}

function echoed(pipeline: StoredPipeline, parsed: readonly ParsedStage[]): object {
  const echoes = new Map(parsed.map(({ stage, echo }) => [stage.id, echo]));
  const stages = pipeline.stages.map((stage) => ({ ...stage, metadata: echoes.get(stage.id) ?? stage.metadata }));
  return { ...pipeline, stages };
}

function list({ store }: Call, type: ObjectType): Reply {
  return ok({ results: inOrder(store.list("pipelines", type.id)) });
}

function read(call: Call, type: ObjectType): Reply {
  const pipeline = findPipeline(call, type);
  return isProblem(pipeline) ? pipeline : ok(pipeline);
}

function checkLabel({ store }: Call, type: ObjectType, pipeline: { id: string; label: string }): Problem | undefined {
  const others = store.list("pipelines", type.id).filter((each) => each.id !== pipeline.id);
  const isTaken = others.some((each) => each.label.toLowerCase() === pipeline.label.toLowerCase());
  return isTaken ? invalid(`An active pipeline with label ${pipeline.label} already exists.`) : undefined;
}

function checkOrder(displayOrder: Json | undefined): Problem | undefined {
  const isNegative = typeof displayOrder === "number" && displayOrder < 0;
  return isNegative ? invalid("Pipeline display order cannot be negative") : checkWholeNumber(displayOrder);
}

/** Pipeline ids are unique over deals and tickets together, and within every other type. */
function isTaken({ store }: Call, type: ObjectType, id: string): boolean {
  const dealsAndTickets = ["0-3", "0-5"];
  const sharing = dealsAndTickets.includes(type.id) ? dealsAndTickets : [type.id];
  return sharing.some((objectTypeId) => store.get("pipelines", objectTypeId, id) !== undefined);
}

function create(call: Call, type: ObjectType): Reply {
  const { store, fields, timestamp } = call;
  const refused = checkRequired(fields, ["label", "displayOrder", "stages"]) ?? checkOrder(fields["displayOrder"]);
  if (refused !== undefined) return refused;
  const id = asString(fields["pipelineId"]) ?? store.nextId("pipelines", 1_000_000);
  if (id.length > longestPipelineId) return emptyProblem(500);
  if (isTaken(call, type, id)) return invalid(`There's another pipeline in this portal with pipelineId (${id}).`);
  const label = asString(fields["label"]) ?? "";
  const twin = checkLabel(call, type, { id, label });
  if (twin !== undefined) return twin;
  const parsed = parseStages({ store, timestamp, objectTypeId: type.id }, fields["stages"]);
  if (isProblem(parsed)) return parsed;
  const pipeline: StoredPipeline = {
    id,
    label,
    displayOrder: Number(fields["displayOrder"]),
    stages: settleOrder(parsed.map(({ stage }) => stage)),
    createdAt: timestamp,
    updatedAt: timestamp,
    archived: false,
  };
  writePipeline(call, type, pipeline);
  return ok(echoed(pipeline, parsed), 201);
}

/** PUT: stages named by id stay, others are new, and the stages left out are gone for good. */
function replace(call: Call, type: ObjectType): Reply {
  const { store, fields, timestamp } = call;
  const before = findPipeline(call, type);
  if (isProblem(before)) return before;
  const label = asString(fields["label"]) ?? before.label;
  const refused =
    checkRequired(fields, ["label", "displayOrder", "stages"]) ??
    checkOrder(fields["displayOrder"]) ??
    checkLabel(call, type, { id: before.id, label });
  if (refused !== undefined) return refused;
  const parsed = parseStages({ store, timestamp, objectTypeId: type.id, pipeline: before }, fields["stages"]);
  if (isProblem(parsed)) return parsed;
  const kept = new Set(parsed.map(({ stage }) => stage.id));
  const dropped = before.stages.map((stage) => stage.id).filter((id) => !kept.has(id));
  const used = checkStageReferences(call, type, dropped);
  if (used !== undefined) return used;
  const stages = settleOrder(parsed.map(({ stage }) => stage));
  const displayOrder = Number(fields["displayOrder"]);
  const pipeline = { ...before, label, displayOrder, stages, updatedAt: timestamp };
  writePipeline(call, type, pipeline);
  return ok(echoed(pipeline, parsed));
}

/** PATCH: label and order; HubSpot then counts every stage as updated. */
function update(call: Call, type: ObjectType): Reply {
  const { fields, timestamp } = call;
  const before = findPipeline(call, type);
  if (isProblem(before)) return before;
  const label = asString(fields["label"]) ?? before.label;
  const refused = checkOrder(fields["displayOrder"]) ?? checkLabel(call, type, { id: before.id, label });
  if (refused !== undefined) return refused;
  const asked = fields["displayOrder"];
  const pipeline = {
    ...before,
    ...defined({ displayOrder: typeof asked === "number" ? asked : undefined }),
    label,
    updatedAt: timestamp,
    stages: before.stages.map((stage) => ({ ...stage, updatedAt: timestamp })),
  };
  writePipeline(call, type, pipeline);
  return ok(pipeline);
}

function remove(call: Call, type: ObjectType): Reply {
  const pipeline = findPipeline(call, type);
  if (isProblem(pipeline)) return notFound(`Pipeline ${call.param("pipelineId")} does not exist`);
  const stageIds = pipeline.stages.map((stage) => stage.id);
  const used = checkStageReferences(call, type, stageIds);
  if (used !== undefined) return used;
  call.store.remove("pipelines", type.id, pipeline.id);
  auditPipeline(call.store, type.id, { before: pipeline, timestamp: call.timestamp });
  return noContent;
}

/** Pipelines. */
export const pipelineRoutes: readonly Route[] = [
  { method: "GET", path: "/{objectType}", handler: withType(list) },
  { method: "POST", path: "/{objectType}", handler: withWritableType(create) },
  { method: "GET", path: "/{objectType}/{pipelineId}", handler: withType(read) },
  { method: "PUT", path: "/{objectType}/{pipelineId}", handler: withWritableType(replace) },
  { method: "PATCH", path: "/{objectType}/{pipelineId}", handler: withWritableType(update) },
  { method: "DELETE", path: "/{objectType}/{pipelineId}", handler: withWritableType(remove) },
];
