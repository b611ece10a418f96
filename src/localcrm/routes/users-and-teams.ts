import type { Call, Route } from "../http/call.ts";
import { notFound } from "../http/problems.ts";
import { ok, type Reply } from "../http/reply.ts";
import type { StoredOwner } from "../store/documents.ts";
import { pageOf } from "./paging.ts";

/** Teams with the user ids of their members: those whose primary team it is, and the others. */
function listTeams({ store }: Call): Reply {
  const owners = store.list("owners", "").filter(({ userId }) => userId !== undefined);
  const results = store.list("teams", "").map((team) => {
    const membersWhere = (isPrimary: boolean) =>
      owners
        .filter(({ teams }) => teams.some(({ id, primary }) => id === team.id && primary === isPrimary))
        .map(({ userId }) => String(userId));
    return { ...team, userIds: membersWhere(true), secondaryUserIds: membersWhere(false) };
  });
  return ok({ results });
}

function shownUser({ userId, email, firstName, lastName, teams }: StoredOwner): object {
  const primary = teams.find((team) => team.primary);
  return {
    id: String(userId),
    email,
    firstName,
    lastName,
    roleIds: [],
    superAdmin: false,
    secondaryTeamIds: teams.filter((team) => !team.primary).map(({ id }) => id),
    ...(primary === undefined ? {} : { primaryTeamId: primary.id }),
  };
}

function activeUsers({ store }: Call): readonly StoredOwner[] {
  return store.list("owners", "").filter(({ userId }) => userId !== undefined);
}

function listUsers(call: Call): Reply {
  const page = pageOf(call, activeUsers(call).map(shownUser), { defaultLimit: 100, maxLimit: 100 });
  return "isProblem" in page ? page : ok(page);
}

function readUser(call: Call): Reply {
  const asked = call.param("userId");
  const isByEmail = call.query.get("idProperty") === "EMAIL";
  const user = activeUsers(call).find((each) => (isByEmail ? each.email === asked : String(each.userId) === asked));
  return user === undefined ? notFound() : ok(shownUser(user));
}

/** Teams. */
export const teamRoutes: readonly Route[] = [{ method: "GET", path: "/", handler: listTeams }];

/** Users: the people of an account, by user id. */
export const userRoutes: readonly Route[] = [
  { method: "GET", path: "/", handler: listUsers },
  { method: "GET", path: "/{userId}", handler: readUser },
];
