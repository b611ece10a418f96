import { fit } from "./walk-definitions.ts";
import type { Walker } from "./walker.ts";

const fields = { property_name: "fit", value: { type: "STATIC_VALUE", staticValue: "low" } };
const setFit = { type: "SINGLE_CONNECTION", actionId: "1", actionTypeId: "0-5", actionTypeVersion: 0, fields };
const common = {
  flowType: "WORKFLOW",
  isEnabled: false,
  timeWindows: [],
  blockedDates: [],
  customProperties: {},
  dataSources: [],
};
const contactFlow = {
  ...{ name: "Flow", type: "CONTACT_FLOW", objectTypeId: "0-1", ...common, startActionId: "1", actions: [setFit] },
  ...{ suppressionListIds: [], canEnrollFromSalesforce: false },
};
const dealFlow = { name: "Deals", type: "PLATFORM_FLOW", objectTypeId: "0-3", ...common, actions: [] };

/** What only the server says of a workflow, and what can't be changed. */
const readOnly = ["flowType", "objectTypeId", "dataSources", "id", "createdAt", "updatedAt"];
const alsoReadOnly = ["nextAvailableActionId", "crmObjectCreationStatus"];

/** Workflows. */
export async function walkFlows({ send }: Walker): Promise<void> {
  await send(201, "POST", "/crm/v3/properties/contacts", fit);
  const path = "/automation/v4/flows";
  const { id } = (await send(201, "POST", path, contactFlow)).body;
  await send(201, "POST", path, dealFlow);
  await send(400, "POST", path, { ...dealFlow, objectTypeId: "0-1" });
  await send(200, "GET", `${path}/${id}`);
  const { body } = await send(200, "GET", `${path}/${id}`);
  const put = Object.fromEntries(
    Object.entries(body).filter(([name]) => ![...readOnly, ...alsoReadOnly].includes(name)),
  );
  await send(200, "PUT", `${path}/${id}`, put);
  await send(400, "PUT", `${path}/${id}`, put);
  await send(200, "GET", `${path}?limit=1`);
  const inputs = [id, "404"].map((flowId) => ({ type: "FLOW_ID", flowId }));
  await send(200, "POST", `${path}/batch/read`, { inputs: inputs.slice(0, 1) });
  await send(207, "POST", `${path}/batch/read`, { inputs });
  await send(200, "GET", `${path}/email-campaigns?flowId=${id}`);
  await send(200, "GET", `${path}/performance/${id}`);
  const ids = "/automation/v4/workflow-id-mappings/batch/read";
  await send(200, "POST", ids, { inputs: inputs.slice(0, 1) });
  await send(207, "POST", ids, { inputs });
  await send(204, "DELETE", `${path}/${id}`);
  await send(404, "GET", `${path}/${id}`);
}

/** The account, its people and its limits. */
export async function walkAccount({ send }: Walker): Promise<void> {
  await send(200, "GET", "/account-info/v3/details");
  await send(200, "GET", "/account-info/v3/api-usage/daily/private-apps");
  await send(200, "GET", "/crm/v3/owners?limit=1");
  await send(200, "GET", "/crm/v3/owners/101");
  await send(404, "GET", "/crm/v3/owners/1");
  await send(200, "GET", "/settings/users/v3?limit=1");
  await send(200, "GET", "/settings/v3/users/roles");
  await send(200, "GET", "/settings/v3/users/teams");
  await send(200, "GET", "/settings/v3/users/9001");
  const someone = { email: "new@example.test", sendWelcomeEmail: false, primaryTeamId: "501" };
  const { id } = (await send(201, "POST", "/settings/users/v3", someone)).body;
  await send(200, "PUT", `/settings/v3/users/${id}`, { secondaryTeamIds: ["502"] });
  await send(204, "DELETE", `/settings/v3/users/${id}`);
  const limits = "/crm/v3/limits";
  for (const name of ["custom-properties", "calculated-properties", "custom-object-types", "pipelines", "records"])
    await send(200, "GET", `${limits}/${name}`);
  await send(200, "GET", `${limits}/associations/labels?fromObjectTypeId=0-1&toObjectTypeId=0-2`);
  await send(200, "GET", `${limits}/associations/records/from`);
  await send(200, "GET", `${limits}/associations/records/0-1/to`);
  await send(200, "GET", `${limits}/associations/records/0-1/0-2`);
}
