import type { Call, Route } from "../http/call.ts";
import { batchError, notFound, tooManyInputs } from "../http/problems.ts";
import { isProblem, ok, type Reply } from "../http/reply.ts";
import { asArray, asObject, asString, type JsonObject } from "../json.ts";
import { batchReply } from "./batch.ts";
import { pageOf } from "./paging.ts";

/** The marketing e-mails that a workflow sends: its actions say which. */
function campaignsOf(flowId: string, definition: JsonObject): readonly object[] {
  return asArray(definition["actions"]).flatMap((item) => {
    const action = asObject(item) ?? {};
    const contentId = asObject(action["fields"])?.["content_id"];
    if (action["actionTypeId"] !== "0-4" || contentId === undefined) return [];
    return [{ flowId, emailContentId: String(contentId), emailCampaignId: `${flowId}${String(action["actionId"])}` }];
  });
}

function listCampaigns(call: Call): Reply {
  const asked = call.query.getAll("flowId");
  const flows = call.store.list("flows", "").filter(({ id }) => asked.length === 0 || asked.includes(id));
  const campaigns = flows.flatMap(({ id, definition }) => campaignsOf(id, definition));
  const page = pageOf(call, campaigns, { defaultLimit: 100, maxLimit: 100 });
  return isProblem(page) ? page : ok(page);
}

/** How often records entered is not kept by day: the answer has no bucket. */
function readPerformance({ store, param }: Call): Reply {
  const flow = store.get("flows", "", param("flowId"));
  return flow === undefined ? notFound(`Flow ${param("flowId")} does not exist`) : ok({ results: [] });
}

/** A workflow has one number here for both APIs. */
function mapWorkflowIds(call: Call): Reply {
  const inputs = asArray(call.fields["inputs"]).map((input) => asObject(input) ?? {});
  const tooMany = tooManyInputs(inputs);
  if (tooMany !== undefined) return tooMany;
  const ids = inputs.map((input) => asString(input["flowId"]) ?? asString(input["workflowId"]) ?? "");
  const isKnown = (id: string) => call.store.get("flows", "", id) !== undefined;
  const results = ids.filter(isKnown).map((id) => ({ flowId: Number(id), workflowId: Number(id) }));
  const missing = ids.filter((id) => !isKnown(id));
  const errors = missing.map((id) => batchError(notFound(`Flow ${id} does not exist`), { ids: [id] }));
  return batchReply(call, { status: 200, results, errors });
}

/** What HubSpot tells about workflows besides their definition; they come before the routes with {flowId}. */
export const flowInsightRoutes: readonly Route[] = [
  { method: "GET", path: "/email-campaigns", handler: listCampaigns },
  { method: "GET", path: "/performance/{flowId}", handler: readPerformance },
];

/** Ids of workflows in the API of before. */
export const workflowIdRoutes: readonly Route[] = [{ method: "POST", path: "/batch/read", handler: mapWorkflowIds }];
