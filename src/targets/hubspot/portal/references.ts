import type { Id } from "../../../contract/index.ts";
import type { Address, Json, JsonObject, Resource } from "../../resource.ts";
import type { LifecycleMirror } from "./lifecycle-stages.ts";
import type { Holder, ResolvedNames } from "./resolve-names.ts";

/** What a compiled resource names and only a portal can number: its numbers differ from portal to portal. */
export type Reference =
  /** The users whom the environment names for these roles: persons, and the members of teams. */
  | { readonly kind: "user-ids"; readonly roles: readonly Id[] }
  | { readonly kind: "team-ids"; readonly roles: readonly Id[] }
  /** The one person who holds a role, as an owner of records. */
  | { readonly kind: "owner-id"; readonly role: Id }
  /** The lifecycle stage of a stage as records hold it; or it and those after it. */
  | { readonly kind: "lifecycle-stage" | "lifecycle-from"; readonly stage: Id }
  | { readonly kind: "form-id"; readonly signal: Id }
  | { readonly kind: "event-type-id"; readonly signal: Id };

const mark = "revpact:reference";

/** Stands in a resource's attributes until a portal is known. */
export function referTo(reference: Reference): JsonObject {
  return { [mark]: { ...reference } };
}

/** What references stand for in one portal. */
export interface References extends Pick<ResolvedNames, "people" | "signals"> {
  readonly lifecycle: ReadonlyMap<Id, LifecycleMirror>;
}

/** Resources with the numbers of a portal in them, and those that name what it does not have. */
export interface Bound {
  readonly resources: readonly Resource[];
  readonly unresolved: ReadonlySet<Address>;
}

/** Puts the numbers of a portal where resources refer to it; what stays unresolved stays as it is. */
export function bindReferences(resources: readonly Resource[], names: References): Bound {
  const unresolved = new Set<Address>();
  const bound = resources.map((resource) => {
    const onMissing = (): void => {
      unresolved.add(resource.address);
    };
    const attributes = replaceIn(resource.attributes, (reference) => {
      const value = numberOf(reference, names);
      if (value === undefined) onMissing();
      return value;
    });
    // Replacing values inside an object gives an object.
    return attributes === resource.attributes ? resource : { ...resource, attributes: attributes as JsonObject };
  });
  return { resources: bound, unresolved };
}

/** The same value where nothing in it refers to anything. */
function replaceIn(value: Json, replace: (reference: Reference) => Json | undefined): Json {
  if (typeof value !== "object" || value === null) return value;
  const reference = referenceIn(value);
  if (reference !== undefined) return replace(reference) ?? value;
  if (Array.isArray(value)) return replaceInList(value, replace);
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [key, replaceIn(inner, replace)]);
  const isSame = entries.every(([key, inner]) => inner === (value as JsonObject)[key]);
  return isSame ? value : Object.fromEntries(entries);
}

function replaceInList(list: readonly Json[], replace: (reference: Reference) => Json | undefined): Json {
  const items = list.map((item) => replaceIn(item, replace));
  return items.every((item, position) => item === list[position]) ? list : items;
}

function referenceIn(value: Json): Reference | undefined {
  if (typeof value !== "object" || value === null || !(mark in value)) return undefined;
  // Only referTo writes the mark.
  return (value as JsonObject)[mark] as unknown as Reference;
}

function numberOf(reference: Reference, { people, signals, lifecycle }: References): Json | undefined {
  switch (reference.kind) {
    case "user-ids":
      return unlessEmpty(holdersOf(reference.roles, people).flatMap(({ userIds }) => userIds));
    case "team-ids":
      return unlessEmpty(holdersOf(reference.roles, people).flatMap(({ teamIds }) => teamIds));
    case "owner-id":
      return people.get(reference.role)?.ownerId;
    case "lifecycle-stage":
      return lifecycle.get(reference.stage)?.value;
    case "lifecycle-from":
      return lifecycle.get(reference.stage)?.from;
    case "form-id": {
      const source = signals.get(reference.signal);
      return source?.kind === "form" ? source.formId : undefined;
    }
    case "event-type-id": {
      const source = signals.get(reference.signal);
      return source?.kind === "event" ? source.eventTypeId : undefined;
    }
    default:
      return reference satisfies never;
  }
}

const unlessEmpty = (ids: readonly string[]): Json | undefined =>
  ids.length === 0 ? undefined : [...new Set(ids)].sort();

/** What is known of those whom the environment names; a name that leads nowhere leaves the others. */
const holdersOf = (roles: readonly Id[], people: ReadonlyMap<Id, Holder>): readonly Holder[] =>
  roles.flatMap((role) => people.get(role) ?? []);
