import type { Call, Route } from "../http/call.ts";
import { notFound } from "../http/problems.ts";
import { ok, type Reply } from "../http/reply.ts";
import { pageOf } from "./paging.ts";

const pages = { defaultLimit: 20, maxLimit: 100 };

function listForms(call: Call): Reply {
  const isArchived = call.query.get("archived") === "true";
  const forms = call.store.list("forms", "").filter(({ archived }) => archived === isArchived);
  const page = pageOf(call, forms, pages);
  return "isProblem" in page ? page : ok(page);
}

function readForm({ store, param }: Call): Reply {
  const form = store.get("forms", "", param("formId"));
  return form === undefined ? notFound() : ok(form);
}

function listEvents(call: Call): Reply {
  const events = call.store.list("events", "");
  const page = pageOf(call, events, pages);
  return "isProblem" in page ? page : ok({ total: events.length, ...page });
}

/** Forms, without their fields. */
export const formRoutes: readonly Route[] = [
  { method: "GET", path: "/", handler: listForms },
  { method: "GET", path: "/{formId}", handler: readForm },
];

/** Definitions of custom events. */
export const eventRoutes: readonly Route[] = [{ method: "GET", path: "/", handler: listEvents }];
