import { expect, test } from "vitest";
import { openPortal, type TestPortal } from "./portal-client.ts";

const lists = "/crm/v3/lists";

async function manualList({ call }: TestPortal, name: string): Promise<string> {
  const { body } = await call("POST", lists, { name, objectTypeId: "0-1", processingType: "MANUAL" });
  return String(body.list["listId"]);
}

async function contact({ call }: TestPortal): Promise<string> {
  return (await call("POST", "/crm/v3/objects/contacts", { properties: {} })).body.id;
}

test("members join and leave in one request, come from another list, and all leave at once", async () => {
  const portal = await openPortal();
  const { call } = portal;
  const [first, second] = [await contact(portal), await contact(portal)];
  const [from, to] = [await manualList(portal, "From"), await manualList(portal, "To")];
  await call("PUT", `${lists}/${from}/memberships/add`, [first]);
  const change = { recordIdsToAdd: [second, "0"], recordIdsToRemove: [first] };
  const changed = await call("PUT", `${lists}/${from}/memberships/add-and-remove`, change);
  expect(changed.body).toMatchObject({ recordsIdsAdded: [second], recordIdsRemoved: [first], recordIdsMissing: ["0"] });
  expect((await call("PUT", `${lists}/${to}/memberships/add-from/${from}`)).status).toBe(204);
  expect((await call("GET", `${lists}/records/0-1/${second}/memberships`)).body).toMatchObject({
    total: 2,
    results: [{ listId: from }, { listId: to }],
  });
  expect((await call("DELETE", `${lists}/${to}/memberships`)).status).toBe(204);
  expect((await call("GET", `${lists}/${to}/memberships`)).body.total).toBe(0);
});

test("folders hold lists and folders, and only empty ones can be deleted", async () => {
  const portal = await openPortal();
  const { call } = portal;
  const list = await manualList(portal, "Own");
  const { folder } = (await call("POST", `${lists}/folders`, { name: "Contract" })).body;
  const { id } = folder as { id: string }; // HubSpot's shape
  await call("PUT", `${lists}/folders/move-list`, { listId: list, newFolderId: id });
  expect((await call("GET", `${lists}/folders`)).body).toMatchObject({
    folder: { id: "0", childLists: [], childNodes: [{ id, name: "Contract", childLists: [Number(list)] }] },
  });
  expect((await call("DELETE", `${lists}/folders/${id}`)).status).toBe(400);
  expect((await call("DELETE", `${lists}/folders/0`)).status).toBe(400);
  await call("PUT", `${lists}/folders/move-list`, { listId: list, newFolderId: "0" });
  expect((await call("DELETE", `${lists}/folders/${id}`)).status).toBe(204);
  expect((await call("PUT", `${lists}/folders/move-list`, { listId: list, newFolderId: id })).status).toBe(404);
});
