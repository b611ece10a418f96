import type { StoredOwner, StoredTeam } from "../store/documents.ts";
import type { Store } from "../store/store.ts";

/** Someone of a portal, told in few words. */
export interface SeedOwner {
  readonly email: string;
  readonly name?: string;
  /** Names of teams, the primary one first; a team that nobody named before is made. */
  readonly teams?: readonly string[];
  /** No longer active: HubSpot keeps it, without a user. */
  readonly isInactive?: boolean;
}

/** What a portal holds that people made in its settings and tools; each part given replaces the whole of it. */
export interface PortalSeed {
  readonly owners?: readonly SeedOwner[];
  /** Teams beside those of the owners: without members. */
  readonly teams?: readonly string[];
  /** Names of forms. */
  readonly forms?: readonly string[];
  /** Labels of custom events, by internal name. */
  readonly events?: Readonly<Record<string, string>>;
}

const epoch = new Date(0).toISOString();

/** Accounts of roles, not of people. */
const roles: readonly SeedOwner[] = [
  { name: "Marketing", email: "marketing@example.test", teams: ["Marketing"] },
  { name: "SDR", email: "sdr@example.test", teams: ["Sales"] },
  { name: "Account Executive", email: "ae@example.test", teams: ["Sales"] },
];

/** Fills in what every local portal has, then what a seed says. */
export function seedPeople(store: Store, seed: PortalSeed): void {
  const isNew = store.list("owners", "").length === 0 && store.list("teams", "").length === 0;
  const owners = seed.owners ?? (isNew ? roles : undefined);
  if (owners !== undefined || seed.teams !== undefined) replacePeople(store, owners ?? [], seed.teams ?? []);
  if (seed.forms !== undefined) replaceForms(store, seed.forms);
  if (seed.events !== undefined) replaceEvents(store, seed.events);
}

function replacePeople(store: Store, owners: readonly SeedOwner[], others: readonly string[]): void {
  clear(store, "owners");
  clear(store, "teams");
  const names = [...new Set([...owners.flatMap(({ teams = [] }) => teams), ...others])];
  const teams = names.map((name, index): StoredTeam => ({ id: String(501 + index), name }));
  for (const team of teams) store.put("teams", "", team.id, team);
  for (const [index, owner] of owners.entries()) {
    const stored = ownerOf(owner, index, teams);
    store.put("owners", "", stored.id, stored);
  }
}

/** Owner ids and user ids differ, as in HubSpot. */
function ownerOf(owner: SeedOwner, index: number, known: readonly StoredTeam[]): StoredOwner {
  const isInactive = owner.isInactive === true;
  const userId = 9001 + index;
  const teams = (owner.teams ?? []).flatMap((name, position) => {
    const team = known.find((each) => each.name === name);
    return team === undefined ? [] : [{ ...team, primary: position === 0 }];
  });
  return {
    id: String(101 + index),
    email: owner.email,
    firstName: owner.name ?? owner.email.split("@")[0] ?? "",
    lastName: "Role",
    type: "PERSON",
    ...(isInactive ? {} : { userId }),
    userIdIncludingInactive: userId,
    teams,
    createdAt: epoch,
    updatedAt: epoch,
    archived: isInactive,
  };
}

function replaceForms(store: Store, names: readonly string[]): void {
  clear(store, "forms");
  for (const [index, name] of names.entries()) {
    const id = `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`;
    const times = { createdAt: epoch, updatedAt: epoch };
    store.put("forms", "", id, { id, name, formType: "hubspot", ...times, archived: false });
  }
}

function replaceEvents(store: Store, labels: Readonly<Record<string, string>>): void {
  clear(store, "events");
  for (const [index, [name, label]] of Object.entries(labels).entries()) {
    const objectTypeId = `6-${7001 + index}`;
    const names = { name, fullyQualifiedName: `pe_${name}`, labels: { singular: label, plural: label } };
    store.put("events", "", objectTypeId, { id: String(7001 + index), objectTypeId, ...names, archived: false });
  }
}

function clear(store: Store, table: "owners" | "teams" | "forms" | "events"): void {
  for (const [key] of store.entries(table, "")) store.remove(table, "", key);
}
