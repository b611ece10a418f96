import type { Call, Route } from "../http/call.ts";
import { batchError, checkRequired, invalid, notFound, problem, tooManyInputs } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asArray, asObject } from "../json.ts";
import { parseFlowReplacement, parseNewFlow } from "../rules/flow-definition.ts";
import { nextActionId } from "../rules/flow-graph.ts";
import { limitsOf } from "../rules/tier-limits.ts";
import type { StoredFlow } from "../store/documents.ts";
import { batchReply } from "./batch.ts";
import { pageOf } from "./paging.ts";

/** HubSpot sets a new workflow up in the background: this many reads see it unfinished. */
const readsBeforeComplete = 1;

function shown({ definition, pendingReads, ...rest }: StoredFlow): object {
  return {
    ...definition,
    ...rest,
    nextAvailableActionId: nextActionId(definition),
    crmObjectCreationStatus: pendingReads > 0 ? "PENDING" : "COMPLETE",
  };
}

function find({ store, param }: Call): StoredFlow | Problem {
  return store.get("flows", "", param("flowId")) ?? notFound(`Flow ${param("flowId")} does not exist`);
}

/** What a read shows, and one read less to wait. */
function showAndCount({ store }: Call, flow: StoredFlow): object {
  if (flow.pendingReads > 0) store.put("flows", "", flow.id, { ...flow, pendingReads: flow.pendingReads - 1 });
  return shown(flow);
}

function list(call: Call): Reply {
  const items = call.store.list("flows", "").map((flow) => {
    const { name, isEnabled, flowType, objectTypeId, uuid } = flow.definition;
    const { id, revisionId, createdAt, updatedAt } = flow;
    const optional = { ...(name === undefined ? {} : { name }), ...(uuid === undefined ? {} : { uuid }) };
    return { id, isEnabled, flowType, objectTypeId, revisionId, createdAt, updatedAt, ...optional };
  });
  const page = pageOf(call, items, { defaultLimit: 100, maxLimit: 100 });
  return "isProblem" in page ? page : ok(page);
}

function create(call: Call): Reply {
  const { store, fields, timestamp } = call;
  const definition = parseNewFlow(store, fields);
  if (isProblem(definition)) return definition;
  const most = limitsOf(store).workflows;
  if (store.list("flows", "").length >= most) return invalid(`A portal has at most ${most} workflows.`);
  const id = store.nextId("flows", 1_000_000_000);
  const times = { createdAt: timestamp, updatedAt: timestamp };
  const flow: StoredFlow = { id, revisionId: "1", ...times, pendingReads: readsBeforeComplete, definition };
  store.put("flows", "", id, flow);
  return { ...ok(shown(flow), 201), headers: { Location: `/automation/v4/flows/${id}` } };
}

function read(call: Call): Reply {
  const flow = find(call);
  return isProblem(flow) ? flow : ok(showAndCount(call, flow));
}

function replace(call: Call): Reply {
  const { store, fields, timestamp } = call;
  const flow = find(call);
  if (isProblem(flow)) return flow;
  if (flow.pendingReads > 0)
    return invalid(`Flow ${flow.id} is still being created (crmObjectCreationStatus PENDING).`);
  const refused = checkRequired(fields, ["type"]);
  if (refused !== undefined) return refused;
  if (fields["revisionId"] !== flow.revisionId) {
    return problem(400, `The revision ID of flow ${flow.id} is not the one in the request.`, {
      category: "VALIDATION_ERROR",
      subCategory: "INVALID_REVISION_ID_IN_PUT_REQUEST",
    });
  }
  const definition = parseFlowReplacement(store, flow.definition, fields);
  if (isProblem(definition)) return definition;
  const revisionId = String(Number(flow.revisionId) + 1);
  const next = { ...flow, revisionId, updatedAt: timestamp, definition };
  store.put("flows", "", flow.id, next);
  return ok(shown(next));
}

function remove(call: Call): Reply {
  const flow = find(call);
  if (isProblem(flow)) return flow;
  call.store.remove("flows", "", flow.id);
  return noContent;
}

function batchRead(call: Call): Reply {
  const inputs = asArray(call.fields["inputs"]);
  const tooMany = tooManyInputs(inputs);
  if (tooMany !== undefined) return tooMany;
  const ids = inputs.map((input) => String(asObject(input)?.["flowId"] ?? ""));
  const found = ids.map((id) => ({ id, flow: call.store.get("flows", "", id) }));
  const results = found.flatMap(({ flow }) => (flow === undefined ? [] : [showAndCount(call, flow)]));
  const absent = found.filter(({ flow }) => flow === undefined);
  const errors = absent.map(({ id }) => batchError(notFound(`Flow ${id} does not exist`), { ids: [id] }));
  return batchReply(call, { status: 200, results, errors });
}

/** Workflows. */
export const flowRoutes: readonly Route[] = [
  { method: "POST", path: "/batch/read", handler: batchRead },
  { method: "GET", path: "/", handler: list },
  { method: "POST", path: "/", handler: create },
  { method: "GET", path: "/{flowId}", handler: read },
  { method: "PUT", path: "/{flowId}", handler: replace },
  { method: "DELETE", path: "/{flowId}", handler: remove },
];
