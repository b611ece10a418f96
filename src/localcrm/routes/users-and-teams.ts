import type { Call, Route } from "../http/call.ts";
import { checkRequired, invalid, notFound, problem } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asString, asStrings } from "../json.ts";
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

function findUser(call: Call): StoredOwner | Problem {
  const asked = call.param("userId");
  const isByEmail = call.query.get("idProperty") === "EMAIL";
  const user = activeUsers(call).find((each) => (isByEmail ? each.email === asked : String(each.userId) === asked));
  return user ?? notFound();
}

function readUser(call: Call): Reply {
  const user = findUser(call);
  return isProblem(user) ? user : ok(shownUser(user));
}

/** The teams that a body names by id, the primary one first; 400 for one that is not there. */
function teamsOf({ store, fields }: Call): StoredOwner["teams"] | Problem {
  const primary = asString(fields["primaryTeamId"]);
  const ids = [...(primary === undefined ? [] : [primary]), ...asStrings(fields["secondaryTeamIds"])];
  const teams = ids.map((id) => store.get("teams", "", id));
  if (teams.includes(undefined)) return invalid(`There is no team ${ids[teams.indexOf(undefined)]}.`);
  return teams.flatMap((team) => (team === undefined ? [] : [{ ...team, primary: team.id === primary }]));
}

/** Whoever is a user can hold records here: HubSpot, too, makes an owner of each. */
function createUser(call: Call): Reply {
  const { store, fields, timestamp } = call;
  const refused = checkRequired(fields, ["email"]);
  if (refused !== undefined) return refused;
  const email = asString(fields["email"]) ?? "";
  if (activeUsers(call).some((user) => user.email.toLowerCase() === email.toLowerCase()))
    return problem(409, `A user with the email ${email} already exists.`, { category: "CONFLICT" });
  const teams = teamsOf(call);
  if (isProblem(teams)) return teams;
  const known = store
    .list("owners", "")
    .map(({ id, userIdIncludingInactive }) => [Number(id), userIdIncludingInactive]);
  const next = (position: number) => Math.max(0, ...known.map((ids) => ids[position] ?? 0)) + 1;
  const userId = Math.max(next(1), 9001);
  const user: StoredOwner = {
    id: String(Math.max(next(0), 101)),
    email,
    firstName: asString(fields["firstName"]) ?? "",
    lastName: asString(fields["lastName"]) ?? "",
    type: "PERSON",
    userId,
    userIdIncludingInactive: userId,
    teams,
    createdAt: timestamp,
    updatedAt: timestamp,
    archived: false,
  };
  store.put("owners", "", user.id, user);
  return ok(shownUser(user), 201);
}

function updateUser(call: Call): Reply {
  const { store, fields, timestamp } = call;
  const user = findUser(call);
  if (isProblem(user)) return user;
  const namesTeams = fields["primaryTeamId"] !== undefined || fields["secondaryTeamIds"] !== undefined;
  const teams = namesTeams ? teamsOf(call) : user.teams;
  if (isProblem(teams)) return teams;
  const firstName = asString(fields["firstName"]) ?? user.firstName;
  const lastName = asString(fields["lastName"]) ?? user.lastName;
  const changed = { ...user, firstName, lastName, teams, updatedAt: timestamp };
  store.put("owners", "", user.id, changed);
  return ok(shownUser(changed));
}

/** The owner stays, without a user, so that what it held is still its own. */
function removeUser(call: Call): Reply {
  const user = findUser(call);
  if (isProblem(user)) return user;
  const { userId: _, ...owner } = user;
  call.store.put("owners", "", user.id, { ...owner, archived: true, updatedAt: call.timestamp });
  return noContent;
}

/** Permissions are not modelled: everybody may do everything. */
function listRoles(): Reply {
  return ok({ results: [{ id: "1", name: "Super Admin", requiresBillingWrite: false }] });
}

/** Teams. */
export const teamRoutes: readonly Route[] = [{ method: "GET", path: "/", handler: listTeams }];

/** Users: the people of an account, by user id. */
export const userRoutes: readonly Route[] = [
  { method: "GET", path: "/", handler: listUsers },
  { method: "POST", path: "/", handler: createUser },
  { method: "GET", path: "/roles", handler: listRoles },
  { method: "GET", path: "/{userId}", handler: readUser },
  { method: "PUT", path: "/{userId}", handler: updateUser },
  { method: "DELETE", path: "/{userId}", handler: removeUser },
];
