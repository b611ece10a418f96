import type { CreateOutcome, Creation, Json, JsonObject, UpdateRequest } from "../../engine/index.ts";
import { equalJson, isJsonArray, isJsonObject } from "../../engine/index.ts";
import type { WritePlace } from "./write-place.ts";

/** After every pipeline a portal can have: HubSpot wants a place and moves nothing for it. */
const lastPlace = 99;

/** Creates a pipeline with its stages under the ids of the contract. */
export async function createPipeline(
  { object, name, attributes }: Creation,
  { transport, paths }: WritePlace,
): Promise<CreateOutcome> {
  const stages = isJsonArray(attributes["stages"]) ? attributes["stages"].map(stageBody) : [];
  const body = { displayOrder: lastPlace, ...attributes, stages, pipelineId: name };
  const answer = await transport.send({ method: "POST", path: paths.pipelines(object), body, replay: "never" });
  return answer.ok ? { ok: true, value: {} } : answer;
}

/** Changes a pipeline and its stages one by one; never a PUT, which would delete the stages it does not name. */
export async function updatePipeline(request: UpdateRequest, place: WritePlace): Promise<CreateOutcome> {
  const { live, set } = request;
  const { stages, ...own } = set;
  if (Object.keys(own).length > 0) {
    const path = place.paths.pipeline(live.object, live.name);
    const answer = await place.transport.send({ method: "PATCH", path, body: own, replay: "safe" });
    if (!answer.ok) return answer;
  }
  for (const [position, stage] of (isJsonArray(stages) ? stages : []).entries()) {
    const outcome = await writeStage({ stage: stageBody(stage, position), position }, request, place);
    if (!outcome.ok) return outcome;
  }
  return { ok: true, value: {} };
}

interface PlacedStage {
  readonly stage: JsonObject;
  /** Where it stands in the whole list. */
  readonly position: number;
}

/** A stage created at a taken place comes to stand behind the one that has it, and those behind are moved. */
async function writeStage(
  { stage, position }: PlacedStage,
  { live }: UpdateRequest,
  place: WritePlace,
): Promise<CreateOutcome> {
  const known = isJsonArray(live.attributes["stages"]) ? live.attributes["stages"].filter(isJsonObject) : [];
  const before = known.find((one) => one["id"] === stage["stageId"]);
  const { transport, paths } = place;
  if (before === undefined) {
    const path = paths.stages(live.object, live.name);
    const body = { ...stage, displayOrder: Math.max(0, position - 1) };
    const answer = await transport.send({ method: "POST", path, body, replay: "never" });
    return answer.ok ? { ok: true, value: {} } : answer;
  }
  const { label, metadata } = stage;
  if (equalJson(label, before["label"]) && equalJson(metadata, before["metadata"])) return { ok: true, value: {} };
  const path = paths.stage({ object: live.object, pipeline: live.name, stage: String(stage["stageId"]) });
  const body = { ...(label === undefined ? {} : { label }), metadata: metadata ?? {} };
  const answer = await transport.send({ method: "PATCH", path, body, replay: "safe" });
  return answer.ok ? { ok: true, value: {} } : answer;
}

/** `label`, `displayOrder` and `metadata` are required of a stage; HubSpot reads its id as `stageId`. */
function stageBody(stage: Json, position: number): JsonObject {
  if (!isJsonObject(stage)) return {};
  const { id, stageId, ...rest } = stage;
  return { displayOrder: position, metadata: {}, ...rest, stageId: stageId ?? id ?? null };
}
