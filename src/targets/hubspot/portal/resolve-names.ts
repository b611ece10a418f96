import type { Environment, Id } from "../../../contract/index.ts";
import { anyForm, type LookUp, readUser } from "./fact-needs.ts";
import { type Found, findByName, type NameProblem } from "./find-by-name.ts";
import type { PortalFacts, PortalOwner } from "./portal-facts.ts";

/** Who holds a role in a portal, in the portal's own numbers. */
export interface Holder {
  readonly userIds: readonly string[];
  readonly teamIds: readonly string[];
  /** Of a single person: owners and users have different numbers. */
  readonly ownerId?: string;
}

/** What a signal is in a portal. */
export type SignalSource =
  | { readonly kind: "form"; readonly formId: string | undefined }
  | { readonly kind: "event"; readonly eventTypeId: string }
  | { readonly kind: "page"; readonly url: string }
  | { readonly kind: "meeting"; readonly when: "scheduled" | "completed" }
  | { readonly kind: "property"; readonly property: string };

/** The kinds of thing that an environment names. */
export type NamedKind = "user" | "team" | "form" | "event" | "meeting" | "variable";

/** A name of an environment that leads to nothing in the portal. */
export interface UnresolvedName {
  readonly of: { readonly section: "people" | "signals"; readonly id: Id };
  readonly kind: NamedKind;
  readonly name: string;
  readonly problem: NameProblem | { readonly cause: "unset" | "inactive" };
}

/** Everything an environment names, in the numbers of one portal. */
export interface ResolvedNames {
  readonly people: ReadonlyMap<Id, Holder>;
  readonly signals: ReadonlyMap<Id, SignalSource>;
  readonly unresolved: readonly UnresolvedName[];
}

type Resolved<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly kind: NamedKind;
      readonly name: string;
      readonly problem: UnresolvedName["problem"];
    };

/** Looks up every name of an environment; each is resolved or told with what the portal has instead. */
export function resolveNames(environment: Environment, facts: PortalFacts, lookUp: LookUp): ResolvedNames {
  const people = new Map<Id, Holder>();
  const signals = new Map<Id, SignalSource>();
  const unresolved: UnresolvedName[] = [];
  for (const [id, written] of environment.people) {
    const holder = written.team === undefined ? findUser(written.user, facts, lookUp) : findTeam(written.team, facts);
    if (holder === undefined) continue;
    if (holder.ok) people.set(id, holder.value);
    else unresolved.push(problemOf("people", id, holder));
  }
  for (const [id, written] of environment.signals) {
    const source = findSource(written, facts);
    if (source.ok) signals.set(id, source.value);
    else unresolved.push(problemOf("signals", id, source));
  }
  return { people, signals, unresolved };
}

function problemOf(
  section: "people" | "signals",
  id: Id,
  { kind, name, problem }: Exclude<Resolved<unknown>, { readonly ok: true }>,
): UnresolvedName {
  return { of: { section, id }, kind, name, problem };
}

function findTeam(name: string, { teams }: PortalFacts): Resolved<Holder> {
  const found = findByName(teams, name, (team) => [team.name]);
  return within(found, "team", name, ({ id, userIds }) => ({ userIds, teamIds: [id] }));
}

function findUser(written: string | undefined, { owners }: PortalFacts, lookUp: LookUp): Resolved<Holder> | undefined {
  if (written === undefined) return undefined;
  const { variable, email } = readUser(written, lookUp);
  // What a variable holds is for the terminal alone: a plan names the variable.
  const name = variable ?? email ?? "";
  if (email === undefined) return { ok: false, kind: "variable", name, problem: { cause: "unset" } };
  const found = findByName(owners, email, (owner) => [owner.email]);
  if (found.ok && !canAct(found.value)) return { ok: false, kind: "user", name, problem: { cause: "inactive" } };
  return within(found, "user", name, ({ id, userId }) => ({
    userIds: userId === undefined ? [] : [userId],
    teamIds: [],
    ownerId: id,
  }));
}

const canAct = ({ isActive, userId }: PortalOwner): boolean => isActive && userId !== undefined;

const meetings = ["scheduled", "completed"] as const;

function findSource(
  { kind, value }: { readonly kind: string; readonly value: string },
  { forms, events }: PortalFacts,
): Resolved<SignalSource> {
  switch (kind) {
    case "form": {
      if (value === anyForm) return { ok: true, value: { kind: "form", formId: undefined } };
      const found = findByName(forms, value, ({ name }) => [name]);
      return within(found, "form", value, ({ id }) => ({ kind: "form", formId: id }));
    }
    case "event":
    case "product": {
      const found = findByName(events, value, ({ name, alias }) => (alias === undefined ? [name] : [name, alias]));
      return within(found, "event", value, ({ id }) => ({ kind: "event", eventTypeId: id }));
    }
    case "meeting": {
      const entries = meetings.map((name) => ({ name }));
      const found = findByName({ kind: "known", entries }, value, ({ name }) => [name]);
      return within(found, "meeting", value, ({ name }) => ({ kind: "meeting", when: name }));
    }
    case "page":
      return { ok: true, value: { kind: "page", url: value } };
    default:
      return { ok: true, value: { kind: "property", property: value } };
  }
}

function within<T, U>(found: Found<T>, kind: NamedKind, name: string, read: (value: T) => U): Resolved<U> {
  return found.ok ? { ok: true, value: read(found.value) } : { ok: false, kind, name, problem: found.problem };
}
