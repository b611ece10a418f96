import { fit } from "./walk-definitions.ts";
import type { Walker } from "./walker.ts";

const operation = {
  operationType: "ENUMERATION",
  operator: "IS_ANY_OF",
  values: ["high"],
  includeObjectsWithNoValueSet: false,
};
const filters = [{ filterType: "PROPERTY", property: "fit", operation }];
const and = { filterBranchType: "AND", filterBranchOperator: "AND", filterBranches: [], filters };

/** Contacts that fit. */
export const whoFits = { filterBranchType: "OR", filterBranchOperator: "OR", filterBranches: [and], filters: [] };

/** Lists, their members, their folders, and their way to a static list. */
export async function walkLists(walker: Walker): Promise<void> {
  const { send, version } = walker;
  const path = "/crm/v3/lists";
  await send(201, "POST", "/crm/v3/properties/contacts", fit);
  const contact = (
    await send(201, "POST", "/crm/v3/objects/contacts", { properties: { fit: "high" }, associations: [] })
  ).body.id;
  const list = { name: "High", objectTypeId: "0-1", processingType: "DYNAMIC", filterBranch: whoFits };
  const id = String((await send(200, "POST", path, list)).body.list["listId"]);
  await send(400, "POST", path, list);
  const all = version === "v3" ? {} : { listIds: [], processingTypes: [] };
  await send(200, "POST", `${path}/search`, { offset: 0, additionalProperties: [], ...all });
  await send(200, "GET", `${path}/${id}?includeFilters=true`);
  await send(200, "GET", `${path}?listIds=${id}&includeFilters=true`);
  await send(200, "GET", `${path}/object-type-id/0-1/name/High`);
  await send(200, "PUT", `${path}/${id}/update-list-filters?enrollObjectsInWorkflows=false`, { filterBranch: whoFits });
  await send(200, "PUT", `${path}/${id}/update-list-name?listName=Top`);
  await send(200, "GET", `${path}/${id}/memberships?limit=10`);
  await send(200, "GET", `${path}/${id}/memberships/join-order`);
  await send(200, "GET", `${path}/records/0-1/${contact}/memberships`);
  const records = (...ids: string[]) => ({ inputs: ids.map((recordId) => ({ objectTypeId: "0-1", recordId })) });
  await send(200, "POST", `${path}/records/memberships/batch/read`, records(contact));
  await send(207, "POST", `${path}/records/memberships/batch/read`, records(contact, "0"));
  await send(200, "GET", `${path}/idmapping?legacyListId=${id}`);
  await send(200, "POST", `${path}/idmapping`, [id, "77"]);
  await send(200, "GET", `${path}/${id}/size-and-edits-history/between?startDate=2027-03-01&endDate=2027-03-02`);
  await walkConversion(walker, `${path}/${id}/schedule-conversion`);
  await walkMembers(walker, { source: id, contact });
  await walkFolders(walker, id);
  await send(204, "DELETE", `${path}/${id}`);
  await send(200, "GET", `${path}/${id}`);
  await send(404, "GET", `${path}/${id}/memberships`);
  await send(204, "PUT", `${path}/${id}/restore`);
}

async function walkConversion({ send }: Walker, path: string): Promise<void> {
  await send(404, "GET", path);
  await send(200, "PUT", path, { conversionType: "CONVERSION_DATE", year: 2027, month: 4, day: 1 });
  await send(200, "PUT", path, { conversionType: "INACTIVITY", timeUnit: "WEEK", offset: 2 });
  await send(200, "GET", path);
  await send(204, "DELETE", path);
}

async function walkMembers({ send }: Walker, { source, contact }: { source: string; contact: string }): Promise<void> {
  const path = "/crm/v3/lists";
  const manual = { name: "Hand-picked", objectTypeId: "0-1", processingType: "MANUAL" };
  const id = String((await send(200, "POST", path, manual)).body.list["listId"]);
  const members = `${path}/${id}/memberships`;
  await send(200, "PUT", `${members}/add`, [contact, "0"]);
  await send(200, "PUT", `${members}/remove`, [contact]);
  await send(200, "PUT", `${members}/add-and-remove`, { recordIdsToAdd: [contact], recordIdsToRemove: [] });
  await send(204, "DELETE", members);
  await send(204, "PUT", `${members}/add-from/${source}`);
}

async function walkFolders({ send }: Walker, listId: string): Promise<void> {
  const path = "/crm/v3/lists/folders";
  const made = await send(200, "POST", path, { name: "Contract", parentFolderId: "0" });
  const { id } = made.body["folder"] as { id: string }; // HubSpot's shape
  const inner = await send(200, "POST", path, { name: "Inner", parentFolderId: id });
  const child = (inner.body["folder"] as { id: string }).id; // likewise
  await send(204, "PUT", `${path}/move-list`, { listId, newFolderId: child });
  await send(200, "PUT", `${path}/${child}/rename?newFolderName=Deeper`);
  await send(200, "PUT", `${path}/${child}/move/0`);
  await send(400, "PUT", `${path}/${child}/move/${child}`);
  await send(200, "GET", `${path}?folderId=0`);
  await send(400, "DELETE", `${path}/${child}`);
  await send(204, "DELETE", `${path}/${id}`);
}
