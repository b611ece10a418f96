import { describe, expect, test } from "vitest";
import { openApiFolder } from "../../targets/hubspot-openapi.ts";
import { type Endpoint, endpoints } from "../endpoints.ts";
import { type HubSpotApi, openHubSpotApi } from "./hubspot-api.ts";
import { lossesIn, modelOf } from "./sdk-models.ts";
import { walkAccount, walkFlows } from "./walk-account.ts";
import { walkPipelines, walkProperties, walkSchemas } from "./walk-definitions.ts";
import { walkLists } from "./walk-lists.ts";
import { walkAssociations, walkRecords } from "./walk-records.ts";
import { openWalker, type Version, type Walker } from "./walker.ts";

const folder = openApiFolder();
const title = folder === undefined ? "(HubSpot's API descriptions are not at hand: nothing compared)" : "";

const walks: readonly (readonly [subject: string, walk: (walker: Walker) => Promise<void>])[] = [
  ["properties and their groups", walkProperties],
  ["pipelines and their stages", walkPipelines],
  ["schemas of objects", walkSchemas],
  ["lists and their members", walkLists],
  ["records", walkRecords],
  ["associations and their labels", walkAssociations],
  ["workflows", walkFlows],
  ["the account, its people and its limits", walkAccount],
];

const versions: readonly Version[] = ["v3", "2026-03", "2026-09"];

/** What the local CRM has not; docs/local-crm.md says so. */
const notServed: readonly RegExp[] = [
  // Custom objects.
  /^(POST|PATCH|DELETE) \/crm-object-schemas\/(?!.*batch\/read)/,
  // How many labelled links a record may have.
  /\/definitions\/configurations\//,
  // The catalogue of actions, and revisions of before, of the beta.
  /^GET \/automation\/2026-09-beta\/(action-types|flows\/\{flowId\}\/revisions)/,
];

describe(`the local CRM's answers against HubSpot's own descriptions ${title}`, () => {
  const api: HubSpotApi | undefined = folder === undefined ? undefined : openHubSpotApi(folder);
  const answered = new Set<string>();
  const parsed = new Set<string>();

  test.each(versions.flatMap((version) => walks.map(([subject, walk]) => ({ subject, version, walk }))))(
    "$subject, at the paths of $version",
    async ({ version, walk }) => {
      const walker = await openWalker(version);
      await walk(walker);
      const models = walker.exchanges.flatMap((exchange) => modelOf(exchange) ?? []);
      for (const { name } of models) parsed.add(name);
      expect(walker.exchanges.flatMap(lossesIn)).toEqual([]);
      if (api === undefined) return;
      expect(walker.exchanges.flatMap((exchange) => api.compare(exchange) ?? [])).toEqual([]);
      for (const { method, path, status } of walker.exchanges) {
        const operation = api.find(method, path);
        if (operation !== undefined && status < 300) answered.add(`${method} ${operation.template}`);
      }
    },
  );

  test("the models of the official client took over every answer they are for", () => {
    expect(parsed.size).toBeGreaterThanOrEqual(39);
  });

  test("every request of the descriptions was granted, but for what the local CRM has not", () => {
    if (api === undefined) return;
    const all = api.operations.map(({ method, template }) => `${method} ${template}`);
    const wanted = all.filter((each) => !notServed.some((pattern) => pattern.test(each)));
    expect(wanted.filter((each) => !answered.has(each)).sort()).toEqual([]);
    expect(wanted.length).toBeGreaterThan(250);
  });

  test("the table of requests says what the descriptions say", () => {
    if (api === undefined) return;
    // Merges of companies, deals and tickets stand in files that say nothing else of their own.
    const isStated = ({ prefix, template }: Endpoint) =>
      (/v[34]/.test(prefix) || prefix === "/settings") && !/(companies|deals|tickets)\/merge$/.test(template);
    const stated = endpoints.filter(isStated);
    const wrong = stated.flatMap(({ method, template, answers }) => {
      const described = api.find(method, template)?.answers;
      const known = [...answers].every(
        ([status, schema]) => described?.has(status) && described.get(status) === schema,
      );
      return known ? [] : [`${method} ${template}: ${JSON.stringify([...(described ?? [])])}`];
    });
    expect(wrong).toEqual([]);
  });

  test("a key too many and one that lacks are seen", () => {
    if (api === undefined) return;
    const group = { name: "own", label: "Own", displayOrder: 1, archived: false };
    const read = (answer: object) => ({
      method: "GET",
      path: "/crm/v3/properties/contacts/groups/own",
      status: 200,
      answer: JSON.stringify(answer),
    });
    expect(api.compare(read(group))).toEqual([]);
    expect(api.compare(read({ ...group, isArchived: false }))).toHaveLength(1);
    expect(api.compare(read({ ...group, archived: undefined }))).toHaveLength(1);
    expect(api.compare({ ...read(group), path: `${read(group).path}?wrong=1` })).toHaveLength(1);
  });
});
