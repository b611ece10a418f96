import type { Call, Route } from "../http/call.ts";
import { checkRequired, invalid, notFound } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asString } from "../json.ts";
import type { StoredFolder } from "../store/documents.ts";
import type { Store } from "../store/store.ts";

/** The folder that holds all others; it has no document. */
const root = "0";

function find({ store }: Call, id: string): StoredFolder | Problem {
  if (id === root) return { id: root, name: "", parentFolderId: root, createdAt: "", updatedAt: "" };
  return store.get("listFolders", "", id) ?? notFound(`Folder does not exist with ID ${id}.`);
}

function children(store: Store, id: string): readonly StoredFolder[] {
  return store.list("listFolders", "").filter((folder) => folder.parentFolderId === id && folder.id !== root);
}

function listsIn(store: Store, id: string): readonly string[] {
  const lists = store.list("lists", "").filter(({ deletedAt }) => deletedAt === undefined);
  return lists.filter(({ folderId = root }) => folderId === id).map(({ listId }) => listId);
}

/** A folder with all that it holds. */
function shown(store: Store, folder: StoredFolder): object {
  const childNodes: readonly object[] = children(store, folder.id).map((child) => shown(store, child));
  const childLists = listsIn(store, folder.id).map(Number);
  if (folder.id === root) return { id: root, parentFolderId: root, name: "root", childNodes, childLists };
  return { ...folder, childNodes, childLists };
}

function read(call: Call): Reply {
  const folder = find(call, call.query.get("folderId") ?? root);
  return isProblem(folder) ? folder : ok({ folder: shown(call.store, folder) });
}

function create(call: Call): Reply {
  const { store, fields, timestamp } = call;
  const refused = checkRequired(fields, ["name"]);
  if (refused !== undefined) return refused;
  const parent = find(call, String(fields["parentFolderId"] ?? root));
  if (isProblem(parent)) return parent;
  const times = { createdAt: timestamp, updatedAt: timestamp };
  const id = store.nextId("listFolders", 0);
  const folder = { id, name: asString(fields["name"]) ?? "", parentFolderId: parent.id, ...times };
  store.put("listFolders", "", id, folder);
  return ok({ folder: shown(store, folder) });
}

function change(call: Call, changes: Partial<StoredFolder>): Reply {
  const id = call.param("folderId");
  const folder = id === root ? notFound("The root folder cannot be changed.") : find(call, id);
  if (isProblem(folder)) return folder;
  const changed = { ...folder, ...changes, updatedAt: call.timestamp };
  call.store.put("listFolders", "", id, changed);
  return ok({ folder: shown(call.store, changed) });
}

function rename(call: Call): Reply {
  const name = call.query.get("newFolderName") ?? "";
  return name === "" ? invalid("Some required fields were not set: [newFolderName]") : change(call, { name });
}

/** Whether a folder lies in another, or is it. */
function isWithin(store: Store, id: string, ancestor: string): boolean {
  if (id === ancestor) return true;
  const folder = store.get("listFolders", "", id);
  return folder !== undefined && isWithin(store, folder.parentFolderId, ancestor);
}

function move(call: Call): Reply {
  const parent = find(call, call.param("newParentFolderId"));
  if (isProblem(parent)) return parent;
  if (isWithin(call.store, parent.id, call.param("folderId")))
    return invalid("A folder cannot be moved into itself or into one of its own folders.");
  return change(call, { parentFolderId: parent.id });
}

function remove(call: Call): Reply {
  const folder = find(call, call.param("folderId"));
  if (isProblem(folder)) return folder;
  const isEmpty = children(call.store, folder.id).length === 0 && listsIn(call.store, folder.id).length === 0;
  if (folder.id === root || !isEmpty) return invalid("Only an empty folder can be deleted.");
  call.store.remove("listFolders", "", folder.id);
  return noContent;
}

function moveList(call: Call): Reply {
  const refused = checkRequired(call.fields, ["listId", "newFolderId"]);
  if (refused !== undefined) return refused;
  const list = call.store.get("lists", "", String(call.fields["listId"]));
  if (list === undefined || list.deletedAt !== undefined) return notFound("List does not exist.");
  const folder = find(call, String(call.fields["newFolderId"]));
  if (isProblem(folder)) return folder;
  call.store.put("lists", "", list.listId, { ...list, folderId: folder.id });
  return noContent;
}

/** The folders that lists lie in; they come before the list routes, whose {listId} would match "folders". */
export const listFolderRoutes: readonly Route[] = [
  { method: "GET", path: "/folders", handler: read },
  { method: "POST", path: "/folders", handler: create },
  { method: "PUT", path: "/folders/move-list", handler: moveList },
  { method: "DELETE", path: "/folders/{folderId}", handler: remove },
  { method: "PUT", path: "/folders/{folderId}/move/{newParentFolderId}", handler: move },
  { method: "PUT", path: "/folders/{folderId}/rename", handler: rename },
];
