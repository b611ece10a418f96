import type { Call, Route } from "../http/call.ts";
import { ok, type Reply } from "../http/reply.ts";
import type { ObjectType } from "../portal/object-types.ts";
import { readAudits } from "../rules/pipeline-audit.ts";
import { withType } from "./with-type.ts";

function listOf(kind: "pipeline" | "stage"): (call: Call, type: ObjectType) => Reply {
  return ({ store, param }, type) => {
    const portalId = store.get("account", "", "account")?.portalId ?? 0;
    const audits = readAudits(store, type.id, kind, param(kind === "pipeline" ? "pipelineId" : "stageId"));
    return ok({ results: audits.map((audit) => ({ portalId, ...audit })) });
  };
}

/** What was done to a pipeline and to a stage, also to one that is gone. */
export const pipelineAuditRoutes: readonly Route[] = [
  { method: "GET", path: "/{objectType}/{pipelineId}/audit", handler: withType(listOf("pipeline")) },
  { method: "GET", path: "/{objectType}/{pipelineId}/stages/{stageId}/audit", handler: withType(listOf("stage")) },
];
