import type { Resource, ResourceKind } from "../../resource.ts";

/** What a token and its portal can do, as far as HubSpot tells. */
export interface Capabilities {
  /** What the token may do; absent where HubSpot does not tell, as for service keys. */
  readonly scopes?: readonly string[];
  /** How many more custom properties fit, in all and by object; absent where HubSpot does not tell. */
  readonly room?: { readonly overall: number; readonly byObject: ReadonlyMap<string, number> };
  /** What could not be read, with the scopes that the refusal named. */
  readonly refused: readonly RefusedRead[];
}

/** Objects of one kind that the portal would not show. */
export interface RefusedRead {
  readonly kind: ResourceKind;
  /** `contacts`, …; lists and workflows are refused as a whole. */
  readonly object: string;
  readonly scopes: readonly string[];
}

/** Resources of one kind and object that can not be written, and why. */
export interface Lack {
  readonly kind: ResourceKind;
  /** Empty for lists and workflows. */
  readonly object: string;
  readonly cause: "scope" | "tier" | "room";
  /** Any one of each; empty where the scope is not what lacks. */
  readonly scopes: readonly string[];
  readonly resources: readonly Resource[];
  readonly room: number;
}

/** Kinds that a clause can do without, at a lower level; properties and pipelines carry everything else. */
export const dispensableKinds: ReadonlySet<ResourceKind> = new Set(["list", "workflow"]);

/** What of a configuration a portal can't take, known before anything is written. `present` are addresses it has. */
export function lacksOf(
  resources: readonly Resource[],
  capabilities: Capabilities,
  present: ReadonlySet<string>,
): readonly Lack[] {
  const own = resources.filter(({ isAdopted }) => !isAdopted);
  return [...groupByPlace(own).values()].flatMap((group) => {
    const lack = lackOf(group, capabilities) ?? roomFor(group, capabilities, present);
    return lack === undefined ? [] : [lack];
  });
}

function groupByPlace(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const key = `${resource.kind} ${placeOf(resource)}`;
    groups.set(key, [...(groups.get(key) ?? []), resource]);
  }
  return groups;
}

const placeOf = ({ kind, object }: Pick<Resource, "kind" | "object">): string =>
  dispensableKinds.has(kind) ? "" : object;

function lackOf(group: readonly Resource[], { scopes, refused }: Capabilities): Lack | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  const { kind } = first;
  const object = placeOf(first);
  const needed = writeScopes(first);
  const missing = scopes === undefined ? [] : needed.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) return { kind, object, cause: "scope", scopes: missing, resources: group, room: 0 };
  const refusal = refused.find((one) => one.kind === kind && placeOf(one) === object);
  if (refusal === undefined) return undefined;
  // The token has the scope that the refusal asks for: then it is the subscription that lacks the tool.
  const isGranted = scopes !== undefined && refusal.scopes.some((scope) => scopes.includes(scope));
  const isScope = !isGranted && refusal.scopes.length > 0;
  return {
    ...{ kind, object, resources: group, room: 0 },
    cause: isScope ? "scope" : "tier",
    scopes: isScope ? refusal.scopes : [],
  };
}

/** What HubSpot's documents ask for to write; for leads they name no scope, so none is asked for here. */
function writeScopes({ kind, object }: Resource): readonly string[] {
  switch (kind) {
    case "workflow":
      return ["automation"];
    case "list":
      return ["crm.lists.read", "crm.lists.write"];
    case "property-group":
    case "property":
    case "pipeline":
      return object === "leads" ? [] : [`crm.schemas.${object}.write`];
    default:
      return kind satisfies never;
  }
}

function roomFor(group: readonly Resource[], { room }: Capabilities, present: ReadonlySet<string>): Lack | undefined {
  const [first] = group;
  if (first?.kind !== "property" || room === undefined) return undefined;
  const fresh = group.filter(({ address }) => !present.has(address));
  const left = Math.min(room.overall, room.byObject.get(first.object) ?? room.overall);
  if (fresh.length <= left) return undefined;
  return {
    kind: "property",
    object: first.object,
    cause: "room",
    scopes: [],
    resources: fresh,
    room: Math.max(0, left),
  };
}
