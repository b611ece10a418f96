import type { ApiVersion, JsonObject } from "../../engine/index.ts";

type Area =
  | "properties"
  | "pipelines"
  | "lists"
  | "flows"
  | "account"
  | "owners"
  | "teams"
  | "limits"
  | "forms"
  | "events"
  | "objects";

/**
 * Teams and forms have no date-based path outside of betas, so both versions read them at the older one. Workflows are
 * a beta in every version: the dated path is the one that stays when v4 ends.
 */
const prefixes: Readonly<Record<ApiVersion, Readonly<Record<Area, string>>>> = {
  v3: {
    properties: "/crm/v3/properties",
    pipelines: "/crm/v3/pipelines",
    lists: "/crm/v3/lists",
    flows: "/automation/v4/flows",
    account: "/account-info/v3",
    owners: "/crm/v3/owners",
    teams: "/settings/v3/users/teams",
    limits: "/crm/v3/limits",
    forms: "/marketing/v3/forms",
    events: "/events/v3/event-definitions",
    objects: "/crm/v3/objects",
  },
  "2026-03": {
    properties: "/crm/properties/2026-03",
    pipelines: "/crm/pipelines/2026-03",
    lists: "/crm/lists/2026-03",
    flows: "/automation/2026-09-beta/flows",
    account: "/account-info/2026-03",
    owners: "/crm/owners/2026-03",
    teams: "/settings/v3/users/teams",
    limits: "/crm/limits/2026-03",
    forms: "/marketing/v3/forms",
    events: "/events/2026-03/event-definitions",
    objects: "/crm/objects/2026-03",
  },
};

/** HubSpot tells here which scopes the token of a private app has; one path in every version. */
const introspection = "/oauth/v2/private-apps/get/access-token-info";

/** Every path revpact calls, for one version of the API. */
export interface Paths {
  readonly account: string;
  readonly properties: (object: string) => string;
  readonly archivedProperties: (object: string) => string;
  readonly property: (object: string, name: string) => string;
  readonly createProperties: (object: string) => string;
  readonly groups: (object: string) => string;
  readonly group: (object: string, name: string) => string;
  readonly pipelines: (object: string) => string;
  /** Both validations are asked for explicitly: versions differ in their defaults. */
  readonly pipeline: (object: string, id: string) => string;
  readonly readPipeline: (object: string, id: string) => string;
  readonly stages: (object: string, pipeline: string) => string;
  readonly stage: (place: { readonly object: string; readonly pipeline: string; readonly stage: string }) => string;
  readonly lists: string;
  readonly searchLists: string;
  /** What a search of lists has to say besides; empty means all. Date-based versions require more of it. */
  readonly listSearch: JsonObject;
  readonly listsById: (ids: readonly string[]) => string;
  readonly list: (id: string) => string;
  readonly listFilters: (id: string) => string;
  readonly listName: (id: string, name: string) => string;
  readonly flows: string;
  readonly flowPage: (after: string | undefined) => string;
  readonly readFlows: string;
  readonly flow: (id: string) => string;
  /** People who can hold records; `archived` ones can no longer. */
  readonly ownerPage: (page: { readonly isArchived: boolean; readonly after: string | undefined }) => string;
  readonly teams: string;
  readonly propertyLimits: string;
  readonly formPage: (after: string | undefined) => string;
  readonly eventPage: (after: string | undefined) => string;
  readonly introspection: string;
  readonly searchRecords: (object: string) => string;
}

/** Builds the paths of one version. */
export function createPaths(version: ApiVersion): Paths {
  const { properties, pipelines, lists, flows, account, owners, teams, limits, forms, events, objects } =
    prefixes[version];
  const validate = "validateReferencesBeforeDelete=true&validateDealStageUsagesBeforeDelete=true";
  return {
    account: `${account}/details`,
    properties: (object) => join(properties, object),
    archivedProperties: (object) => `${join(properties, object)}?archived=true`,
    property: (object, name) => join(properties, object, name),
    createProperties: (object) => `${join(properties, object)}/batch/create`,
    groups: (object) => `${join(properties, object)}/groups`,
    group: (object, name) => `${join(properties, object)}/groups/${encodeURIComponent(name)}`,
    pipelines: (object) => join(pipelines, object),
    pipeline: (object, id) => `${join(pipelines, object, id)}?${validate}`,
    readPipeline: (object, id) => join(pipelines, object, id),
    stages: (object, pipeline) => `${join(pipelines, object, pipeline)}/stages`,
    stage: ({ object, pipeline, stage }) => `${join(pipelines, object, pipeline)}/stages/${encodeURIComponent(stage)}`,
    lists,
    searchLists: `${lists}/search`,
    listSearch: { additionalProperties: [], ...(version === "v3" ? {} : { listIds: [], processingTypes: [] }) },
    listsById: (ids) =>
      `${lists}?${ids.map((id) => `listIds=${encodeURIComponent(id)}`).join("&")}&includeFilters=true`,
    list: (id) => `${join(lists, id)}?includeFilters=true`,
    listFilters: (id) => `${join(lists, id)}/update-list-filters`,
    listName: (id, name) => `${join(lists, id)}/update-list-name?listName=${encodeURIComponent(name)}`,
    flows,
    flowPage: (after) => paged(`${flows}?limit=100`, after),
    readFlows: `${flows}/batch/read`,
    flow: (id) => join(flows, id),
    ownerPage: ({ isArchived, after }) => paged(`${owners}?limit=500&archived=${isArchived}`, after),
    teams,
    propertyLimits: `${limits}/custom-properties`,
    formPage: (after) => paged(`${forms}?limit=100`, after),
    eventPage: (after) => paged(`${events}?limit=100`, after),
    introspection,
    searchRecords: (object) => `${join(objects, object)}/search`,
  };
}

/** Whether a POST only reads: searches, batch reads and the question about the token, whatever the version. */
export function isReadingPost(path: string): boolean {
  const plain = path.split("?")[0] ?? "";
  return plain === introspection || /\/(search|batch\/read)$/.test(plain);
}

function paged(path: string, after: string | undefined): string {
  return after === undefined ? path : `${path}&after=${encodeURIComponent(after)}`;
}

function join(prefix: string, ...parts: readonly string[]): string {
  return [prefix, ...parts.map(encodeURIComponent)].join("/");
}
