import type { JsonObject } from "../json.ts";
import type { StoredAudit, StoredPipeline, StoredStage } from "../store/documents.ts";
import type { Store } from "../store/store.ts";

/** Pipelines and stages may have the same ids. */
type Kind = "pipeline" | "stage";

const part = (objectTypeId: string, kind: Kind, id: string): string => `${objectTypeId}/${kind}/${id}`;

/** What a pipeline or stage has that its last change does not alter by itself. */
function contentOf({ updatedAt: _, ...content }: StoredPipeline | StoredStage): string {
  return JSON.stringify(content);
}

/** What was done to one of a pipeline's ids, a stage's included; undefined: nothing. */
function actionOn(
  before: StoredPipeline | StoredStage | undefined,
  after: StoredPipeline | StoredStage | undefined,
): StoredAudit["action"] | undefined {
  if (before === undefined) return after === undefined ? undefined : "CREATE";
  if (after === undefined) return "DELETE";
  return contentOf(before) === contentOf(after) ? undefined : "UPDATE";
}

/** The pipeline without its stages, and each of them, by kind and id. */
function partsOf(pipeline: StoredPipeline | undefined): ReadonlyMap<string, StoredPipeline | StoredStage> {
  if (pipeline === undefined) return new Map();
  const own = [`pipeline/${pipeline.id}`, { ...pipeline, stages: [] }] as const;
  const stages = pipeline.stages.map((stage) => [`stage/${stage.id}`, stage] as const);
  return new Map<string, StoredPipeline | StoredStage>([own, ...stages]);
}

/** Notes what a write changes of a pipeline and of its stages. */
export function auditPipeline(
  store: Store,
  objectTypeId: string,
  change: { readonly before?: StoredPipeline; readonly after?: StoredPipeline; readonly timestamp: string },
): void {
  const [before, after] = [partsOf(change.before), partsOf(change.after)];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const action = actionOn(before.get(key), after.get(key));
    const subject = after.get(key) ?? before.get(key);
    if (action === undefined || subject === undefined) continue;
    const rawObject = subject as unknown as JsonObject; // documents are JSON
    const audit: StoredAudit = { identifier: subject.id, action, timestamp: change.timestamp, rawObject };
    store.put("pipelineAudits", `${objectTypeId}/${key}`, store.nextId("pipelineAudits", 0), audit);
  }
}

/** What was done to a pipeline or stage, the latest first. */
export function readAudits(store: Store, objectTypeId: string, kind: Kind, id: string): readonly StoredAudit[] {
  return store.list("pipelineAudits", part(objectTypeId, kind, id)).toReversed();
}
