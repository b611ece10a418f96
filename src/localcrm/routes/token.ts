import type { Call, Route } from "../http/call.ts";
import { checkRequired } from "../http/problems.ts";
import { ok, type Reply } from "../http/reply.ts";
import { allScopes } from "../rules/scopes.ts";

/** The server has checked the token of the request already; the one asked about is the same in practice. */
function introspect({ store, fields }: Call): Reply {
  const refused = checkRequired(fields, ["tokenKey"]);
  if (refused !== undefined) return refused;
  const account = store.get("account", "", "account");
  return ok({
    userId: 9001,
    hubId: account?.portalId ?? 0,
    appId: 1,
    scopes: account?.scopes ?? allScopes,
    isUserToken: false,
  });
}

/** What a token may do. */
export const tokenRoutes: readonly Route[] = [{ method: "POST", path: "/access-token-info", handler: introspect }];
