import type { Call, Route } from "../http/call.ts";
import { notFound } from "../http/problems.ts";
import { ok, type Reply } from "../http/reply.ts";
import type { StoredOwner } from "../store/documents.ts";
import { pageOf } from "./paging.ts";

function list(call: Call): Reply {
  const email = call.query.get("email")?.toLowerCase();
  const isAsked = (owner: StoredOwner) =>
    owner.archived === (call.query.get("archived") === "true") &&
    (email === undefined || owner.email.toLowerCase() === email);
  const page = pageOf(call, call.store.list("owners", "").filter(isAsked), { defaultLimit: 100, maxLimit: 500 });
  return "isProblem" in page ? page : ok(page);
}

function read({ param, query, store }: Call): Reply {
  const isByUser = query.get("idProperty") === "userId";
  const owner = store
    .list("owners", "")
    .find((each) => (isByUser ? String(each.userId) : each.id) === param("ownerId"));
  return owner === undefined ? notFound() : ok(owner);
}

/** Owners. */
export const ownerRoutes: readonly Route[] = [
  { method: "GET", path: "/", handler: list },
  { method: "GET", path: "/{ownerId}", handler: read },
];
