import { checkRequired, emptyProblem, invalid, problem } from "../http/problems.ts";
import { isProblem, type Problem } from "../http/reply.ts";
import { asArray, asObject, asString, type Json, type JsonObject } from "../json.ts";
import type { StoredPipeline, StoredStage } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { parseStageMetadata } from "./stage-metadata.ts";

/** A stage to keep, and the metadata to echo: HubSpot answers writes with what was sent, reads with what it kept. */
export interface ParsedStage {
  readonly stage: StoredStage;
  readonly echo: JsonObject;
}

/** Where and when stages are written. */
export interface StageWriting {
  readonly store: Store;
  readonly objectTypeId: string;
  readonly timestamp: string;
  /** The pipeline written to, when it exists already. */
  readonly pipeline?: StoredPipeline;
}

const longestStageId = 100;

/** Stages by display order; ties by label. */
export function inOrder<T extends { readonly displayOrder: number; readonly label: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => a.displayOrder - b.displayOrder || (a.label < b.label ? -1 : 1));
}

/** Stages renumbered 0..n-1 when two share a position, else as they are. */
export function settleOrder(stages: readonly StoredStage[]): readonly StoredStage[] {
  const sorted = inOrder(stages);
  const hasTies = new Set(sorted.map((stage) => stage.displayOrder)).size < sorted.length;
  return hasTies ? sorted.map((stage, displayOrder) => ({ ...stage, displayOrder })) : sorted;
}

/** 400 for a display order that is given and no whole number. */
export function checkWholeNumber(displayOrder: Json | undefined): Problem | undefined {
  if (displayOrder === undefined || displayOrder === null || Number.isSafeInteger(displayOrder)) return undefined;
  return invalid(`displayOrder must be a whole number, not ${JSON.stringify(displayOrder)}.`);
}

/** Reads one stage of a body; its id must be new to the object type, or of the pipeline written to. */
export function parseStage(writing: StageWriting, item: Json): ParsedStage | Problem {
  const { store, objectTypeId, timestamp, pipeline } = writing;
  const fields = asObject(item) ?? {};
  const missing = checkRequired(fields, ["label", "displayOrder"]) ?? checkWholeNumber(fields["displayOrder"]);
  if (missing !== undefined) return missing;
  const sent = asObject(fields["metadata"]) ?? {};
  const metadata = parseStageMetadata(objectTypeId, sent);
  if (isProblem(metadata)) return metadata;
  const id = asString(fields["stageId"]) ?? store.nextId("stages", 1_000_000);
  if (id.length > longestStageId) return emptyProblem(500);
  const before = pipeline?.stages.find((stage) => stage.id === id);
  return {
    echo: sent,
    stage: {
      id,
      label: asString(fields["label"]) ?? "",
      displayOrder: Number(fields["displayOrder"]),
      metadata,
      createdAt: before?.createdAt ?? timestamp,
      updatedAt: timestamp,
      archived: false,
      writePermissions: before?.writePermissions ?? "CRM_PERMISSIONS_ENFORCEMENT",
    },
  };
}

/** Reads the stages of a pipeline's body. */
export function parseStages(writing: StageWriting, value: Json | undefined): readonly ParsedStage[] | Problem {
  const parsed: ParsedStage[] = [];
  for (const item of asArray(value)) {
    const stage = parseStage(writing, item);
    if (isProblem(stage)) return stage;
    parsed.push(stage);
  }
  if (parsed.length === 0) return invalid("Pipeline must have at least one stage");
  return (
    checkStages(
      writing,
      parsed.map(({ stage }) => stage),
    ) ?? parsed
  );
}

/** The id of a stage that another pipeline of the type has too. */
export function takenStageId(writing: StageWriting, stages: readonly StoredStage[]): string | undefined {
  const { store, objectTypeId, pipeline } = writing;
  const others = store.list("pipelines", objectTypeId).filter((each) => each.id !== pipeline?.id);
  const taken = new Set(others.flatMap((each) => each.stages.map((stage) => stage.id)));
  return stages.find((stage) => taken.has(stage.id))?.id;
}

/** 400 unless labels differ (in any case of letters) and a ticket pipeline can be closed. */
export function checkLabels(objectTypeId: string, stages: readonly StoredStage[]): Problem | undefined {
  const labels = stages.map((stage) => stage.label.toLowerCase());
  const twin = stages.find((stage, index) => labels.indexOf(stage.label.toLowerCase()) < index);
  if (twin !== undefined) {
    return invalid(`A stage with label ${twin.label} already exists in this pipeline.`, {
      subCategory: "PipelineError.STAGE_LABEL_EXISTS",
    });
  }
  const needsClosed = objectTypeId === "0-5" && stages.every((stage) => stage.metadata["ticketState"] !== "CLOSED");
  if (!needsClosed) return undefined;
  return invalid("A ticket pipeline must have at least one closed stage", {
    subCategory: "PipelineError.MISSING_CLOSED_STAGE",
  });
}

function checkStages(writing: StageWriting, stages: readonly StoredStage[]): Problem | undefined {
  const taken = takenStageId(writing, stages);
  if (taken !== undefined) {
    return problem(409, `Stage ID ${taken} exists in another pipeline.`, {
      category: "OBJECT_ALREADY_EXISTS",
      subCategory: "PipelineError.STAGE_ID_EXISTS_IN_ANOTHER_PIPELINE",
    });
  }
  const ids = new Set(stages.map((stage) => stage.id));
  if (ids.size < stages.length) return invalid("Two stages have the same stageId.");
  return checkLabels(writing.objectTypeId, stages);
}
