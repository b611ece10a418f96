/** The versions of HubSpot's API that paths exist for; date-based ones join this union and `prefixes` together. */
export type ApiVersion = "v3";

type Area = "properties" | "pipelines" | "lists" | "flows" | "account";

const prefixes: Readonly<Record<ApiVersion, Readonly<Record<Area, string>>>> = {
  v3: {
    properties: "/crm/v3/properties",
    pipelines: "/crm/v3/pipelines",
    lists: "/crm/v3/lists",
    flows: "/automation/v4/flows",
    account: "/account-info/v3",
  },
};

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
  readonly listsById: (ids: readonly string[]) => string;
  readonly list: (id: string) => string;
  readonly listFilters: (id: string) => string;
  readonly listName: (id: string, name: string) => string;
  readonly flows: string;
  readonly flowPage: (after: string | undefined) => string;
  readonly readFlows: string;
  readonly flow: (id: string) => string;
}

/** Builds the paths of one version. */
export function createPaths(version: ApiVersion): Paths {
  const { properties, pipelines, lists, flows, account } = prefixes[version];
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
    listsById: (ids) =>
      `${lists}?${ids.map((id) => `listIds=${encodeURIComponent(id)}`).join("&")}&includeFilters=true`,
    list: (id) => `${join(lists, id)}?includeFilters=true`,
    listFilters: (id) => `${join(lists, id)}/update-list-filters`,
    listName: (id, name) => `${join(lists, id)}/update-list-name?listName=${encodeURIComponent(name)}`,
    flows,
    flowPage: (after) => `${flows}?limit=100${after === undefined ? "" : `&after=${encodeURIComponent(after)}`}`,
    readFlows: `${flows}/batch/read`,
    flow: (id) => join(flows, id),
  };
}

/** Whether a POST only reads: searches and batch reads, whatever the version. */
export function isReadingPost(path: string): boolean {
  return /\/(search|batch\/read)$/.test(path.split("?")[0] ?? "");
}

function join(prefix: string, ...parts: readonly string[]): string {
  return [prefix, ...parts.map(encodeURIComponent)].join("/");
}
