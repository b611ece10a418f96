import type { JsonObject, ProviderError, ProviderOutcome } from "../../engine/index.ts";
import { isJsonArray, isJsonObject } from "../../engine/index.ts";
import type { FactNeeds, Listing, PortalFacts, PortalOwner, PortalTeam, PortalThing } from "../../targets/index.ts";
import type { Paths } from "./paths.ts";
import { type Rows, readCollection, readPages } from "./reading-calls.ts";
import type { Transport } from "./transport.ts";

interface Place {
  readonly transport: Transport;
  readonly paths: Paths;
}

/** Whether an answer says that the token may not do this, and which scope it lacks; a refused token is no such answer. */
export function isRefusal(error: ProviderError): error is Extract<ProviderError, { code: "forbidden" }> {
  return error.code === "forbidden" && error.status === 403;
}

/** Reads what an environment names, and nothing that it does not name. */
export async function readFacts(needs: FactNeeds, place: Place): Promise<ProviderOutcome<PortalFacts>> {
  const isAboutPeople = needs.emails.length > 0 || needs.teams.length > 0;
  const [people, forms, events] = await Promise.all([
    isAboutPeople ? readPeople(needs, place) : nobody,
    needs.forms ? readListing(place, place.paths.formPage, thingOf) : nothing,
    needs.events ? readListing(place, place.paths.eventPage, eventOf) : nothing,
  ]);
  if (!people.ok) return people;
  if (!forms.ok) return forms;
  if (!events.ok) return events;
  return { ok: true, value: { ...people.value, forms: forms.value, events: events.value } };
}

type People = Pick<PortalFacts, "owners" | "teams">;

const none = { kind: "known", entries: [] } as const;
const nobody: ProviderOutcome<People> = { ok: true, value: { owners: none, teams: none } };
const nothing: ProviderOutcome<Listing<PortalThing>> = { ok: true, value: none };

/** One call tells people and their teams; more only for who or what is not among them. */
async function readPeople(needs: FactNeeds, place: Place): Promise<ProviderOutcome<People>> {
  const pages = (isArchived: boolean) => (after: string | undefined) => place.paths.ownerPage({ isArchived, after });
  const active = await settled(readPages(place.transport, pages(false)));
  if (!active.ok) return active;
  if (active.value.kind === "refused") return { ok: true, value: { owners: active.value, teams: active.value } };
  const rows = active.value.entries;
  const known = new Set(rows.map((row) => String(row["email"]).toLowerCase()));
  const isAnyMissing = needs.emails.some((email) => !known.has(email.toLowerCase()));
  const gone = isAnyMissing ? await settled(readPages(place.transport, pages(true))) : emptyRows;
  if (!gone.ok) return gone;
  const inactive = gone.value.kind === "known" ? gone.value.entries : [];
  const owners = [...rows.map((row) => ownerOf(row, true)), ...inactive.map((row) => ownerOf(row, false))];
  const teams = await readTeams(needs, teamsOf(rows), place);
  return teams.ok ? { ok: true, value: { owners: { kind: "known", entries: owners }, teams: teams.value } } : teams;
}

const emptyRows: ProviderOutcome<Listing<JsonObject>> = { ok: true, value: none };

/** Teams that nobody active is in are in the settings only, which take a scope of their own: asked where one is missing. */
async function readTeams(
  { teams }: FactNeeds,
  ofOwners: readonly PortalTeam[],
  { transport, paths }: Place,
): Promise<ProviderOutcome<Listing<PortalTeam>>> {
  const known = new Set(ofOwners.map(({ name }) => name.toLowerCase()));
  const found: Listing<PortalTeam> = { kind: "known", entries: ofOwners };
  if (teams.every((name) => known.has(name.toLowerCase()))) return { ok: true, value: found };
  const settings = await settled(readCollection(transport, paths.teams));
  if (!settings.ok) return settings;
  if (settings.value.kind === "refused") return { ok: true, value: found };
  const seen = new Set(ofOwners.map(({ id }) => id));
  const others = settings.value.entries.map(teamOf).filter(({ id }) => !seen.has(id));
  return { ok: true, value: { kind: "known", entries: [...ofOwners, ...others] } };
}

function ownerOf(row: JsonObject, isActive: boolean): PortalOwner {
  const { id, userId, email } = row;
  const user = userId === undefined || userId === null ? {} : { userId: String(userId) };
  return { id: String(id), email: typeof email === "string" ? email : "", isActive, ...user };
}

/** The teams of owners, with the users among them. */
function teamsOf(rows: readonly JsonObject[]): readonly PortalTeam[] {
  const teams = new Map<string, PortalTeam>();
  for (const row of rows) {
    const userIds = row["userId"] === undefined || row["userId"] === null ? [] : [String(row["userId"])];
    for (const team of objectsIn(row["teams"])) {
      const id = String(team["id"]);
      const known = teams.get(id)?.userIds ?? [];
      teams.set(id, { id, name: String(team["name"]), userIds: [...known, ...userIds] });
    }
  }
  return [...teams.values()];
}

function teamOf(row: JsonObject): PortalTeam {
  const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
  const userIds = [...idsIn(row["userIds"]), ...idsIn(row["secondaryUserIds"])];
  return { id: String(row["id"]), name: String(row["name"]), userIds };
}

const thingOf = (row: JsonObject): PortalThing => ({ id: String(row["id"]), name: String(row["name"]) });

function eventOf(row: JsonObject): PortalThing {
  const labels = isJsonObject(row["labels"]) ? row["labels"] : {};
  const label = typeof labels["singular"] === "string" ? { alias: labels["singular"] } : {};
  return { id: String(row["objectTypeId"]), name: String(row["name"]), ...label };
}

async function readListing<T>(
  { transport }: Place,
  page: (after: string | undefined) => string,
  read: (row: JsonObject) => T,
): Promise<ProviderOutcome<Listing<T>>> {
  const rows = await settled(readPages(transport, page));
  if (!rows.ok || rows.value.kind === "refused") return rows as ProviderOutcome<Listing<T>>; // nothing of T in these
  return { ok: true, value: { kind: "known", entries: rows.value.entries.map(read) } };
}

/** A refusal is an answer here; any other failure stays one. */
async function settled(reading: Promise<ProviderOutcome<Rows>>): Promise<ProviderOutcome<Listing<JsonObject>>> {
  const rows = await reading;
  if (rows.ok) return { ok: true, value: { kind: "known", entries: rows.value.rows } };
  return isRefusal(rows.error) ? { ok: true, value: { kind: "refused", scopes: rows.error.scopes } } : rows;
}

const objectsIn = (value: JsonObject[string] | undefined): readonly JsonObject[] =>
  isJsonArray(value) ? value.filter(isJsonObject) : [];
