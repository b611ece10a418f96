import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonObject, LiveResource } from "../../../src/engine/index.ts";
import type { HubSpotConfiguration, Resource } from "../../../src/targets/index.ts";
import { compiled, contractOf, exampleText } from "../../targets/compile-example.ts";
import { openPortal, value } from "./portal.ts";

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/targets/contracts/${name}.yaml`, import.meta.url), "utf8");

/** What the contract adopts is made first, as the command does for a local CRM. */
async function applied(text: string) {
  const configuration = compiled(text, "local");
  expect(configuration.problems).toEqual([]);
  const portal = await openPortal({}, contractOf(text).name);
  const { resources } = value(await portal.reader.read(configuration.resources));
  const desired = withStandIns(configuration, resources);
  const report = value(await portal.applyNow(desired));
  return { portal, configuration, report, lists: await listIds(desired, portal) };
}

function withStandIns(
  { resources, standIns }: HubSpotConfiguration,
  live: readonly LiveResource[],
): readonly Resource[] {
  const present = new Set(live.map(({ address }) => address));
  const missing = new Map(standIns.filter(({ address }) => !present.has(address)).map((one) => [one.address, one]));
  return resources.map((resource) => missing.get(resource.address) ?? resource);
}

type Portal = Awaited<ReturnType<typeof openPortal>>;

async function listIds(desired: readonly Resource[], portal: Portal): Promise<ReadonlyMap<string, string>> {
  const { resources } = value(await portal.reader.read(desired.filter(({ kind }) => kind === "list")));
  return new Map(resources.map(({ name, remoteId }) => [name, remoteId ?? ""]));
}

const idOf = ({ id }: JsonObject): string => String(id);

async function members(portal: Portal, listId: string | undefined): Promise<readonly string[]> {
  const { results } = await portal.call("GET", `/crm/v3/lists/${listId}/memberships`);
  return Array.isArray(results) ? results.map((row) => String(Object.values(row ?? {})[0])).sort() : [];
}

const changed = (from: string | RegExp, to: string, text = exampleText("classic-inbound")): string => {
  const result = text.replace(from, to);
  if (result === text) throw new Error("nothing was changed");
  return result;
};

/** A whole contract in a portal is seconds of work: the usual run applies some, the long one all. */
type Variation = [name: string, from: string | RegExp, to: string];
const rest: readonly Variation[] =
  process.env["REVPACT_TEST"] === "all"
    ? [
        ["a lead", "object: contact\n", "object: lead\n"],
        ["stages of one label", "{ fr: Proposition, en: Proposal }", "{ fr: découverte, en: Proposal }"],
        ["a pipeline without stages", "pipelines:\n", "pipelines:\n  other: { label: Other, object: deal }\n"],
        ["a calendar that never closes", /hours: \{ mon-thu.*\}/, 'hours: { mon-sun: ["00:00-24:00"] }'],
        [
          "a calendar that works at night",
          /hours: \{ mon-thu.*\}/,
          'hours: { mon-fri: ["00:00-06:00", "22:00-24:00"] }',
        ],
        ["a calendar of one morning a week", /hours: \{ mon-thu.*\}/, 'hours: { wed: ["09:00-12:00"] }'],
      ]
    : [];

describe("a whole contract in a portal", () => {
  test.each(["product-led", "enterprise"])("%s: is applied whole and leaves nothing to plan", async (name) => {
    const { portal, configuration, report } = await applied(fixture(name));
    expect(report).toMatchObject({ status: "converged", remaining: [] });
    const again = await portal.planNow(configuration.resources);
    expect(again).toMatchObject({ steps: [], drift: [], conflicts: [], blocked: [], heldRemovals: [] });
  });

  test.each<Variation>([
    ["a company", "object: contact\n", "object: company\n"],
    ["options that differ by case", "options: { FR: France,", "options: { a.b: A B, A.B: a b, FR: France,"],
    ["a calendar far away", "Europe/Paris", "Australia/Lord_Howe"],
    ...rest,
  ])("%s: is applied whole and leaves nothing to plan", async (_, from, to) => {
    const { portal, configuration, report } = await applied(changed(from, to));
    expect(report).toMatchObject({ status: "converged", remaining: [] });
    expect(await portal.planNow(configuration.resources)).toMatchObject({ steps: [], drift: [], conflicts: [] });
  });
});
describe("labels and ids that are in each other's way", () => {
  test("two pipelines of one label are told apart by their ids", async () => {
    const { report, configuration } = await applied(
      changed("label: Renewals,", "label: new business,", fixture("enterprise")),
    );
    expect(report.status).toBe("converged");
    const pipelines = configuration.resources.filter(({ kind }) => kind === "pipeline");
    expect(pipelines.map(({ attributes }) => attributes["label"])).toEqual([
      "Partner registrations",
      "New business (new-business)",
      "new business (renewals)",
    ]);
  });

  test("a reason that bears the name of the resting value is a problem that names both", () => {
    const text = changed("  wrong-data: ", "  none: { label: Rien, moveTo: nurture }\n  wrong-data: ");
    const { problems } = compiled(
      changed("reasons: [not-a-fit, wrong-data,", "reasons: [none, wrong-data,", text),
      "local",
    );
    expect(problems).toEqual([
      {
        kind: "name-collision",
        address: "property:contacts/acme_inbound_marketing_to_sdr_reason (option none)",
        clauses: ["handoffs.marketing-to-sdr.feedback", "reasons.none"],
      },
    ]);
  });
});

describe("a property that the contract only uses", () => {
  const text = changed(
    "filledBy: enrichment, crm: { property: numberofemployees, object: company } }",
    "filledBy: enrichment, crm: { property: numberofemployees, object: company } }\n  tier: { type: enum, label: Tier, filledBy: crm, options: { a: A, b: B }, crm: { property: tier } }",
  );
  const planWith = async (own: JsonObject) => {
    const portal = await openPortal({}, "acme-inbound");
    const score = {
      name: "acme_fit",
      label: "Fit",
      type: "number",
      fieldType: "number",
      groupName: "contactinformation",
    };
    for (const body of [score, { ...own, name: "tier", label: "Tier", groupName: "contactinformation" }]) {
      await portal.call("POST", "/crm/v3/properties/contacts", body);
    }
    return portal.planNow(compiled(text, "local").resources);
  };
  const options = (...values: readonly string[]) =>
    values.map((one) => ({ value: one, label: one, displayOrder: 0, hidden: false }));

  test("is enough with the values that the contract names and others besides", async () => {
    const own = { type: "enumeration", fieldType: "radio", options: options("z", "b", "a") };
    expect((await planWith(own)).blocked).toEqual([]);
  });

  test("blocks where it is of another type, or lacks a value", async () => {
    const asText = await planWith({ type: "string", fieldType: "text" });
    const lacking = await planWith({ type: "enumeration", fieldType: "radio", options: options("a") });
    expect(asText.blocked).toMatchObject([{ name: "tier", reason: "not-as-used", clause: "fields.tier" }]);
    expect(lacking.blocked).toMatchObject([
      { name: "tier", reason: "not-as-used", changes: [{ path: ["options", "b"] }] },
    ]);
  });
});

describe("the lists of a contract", () => {
  test("show exactly the records that wait, are late, were refused or lack something", async () => {
    const { portal, lists } = await applied(exampleText("classic-inbound"));
    const part = "acme_inbound_marketing_to_sdr";
    const record = async (state: string | undefined, alert?: string): Promise<string> => {
      const properties = {
        ...(state === undefined ? {} : { [`${part}_state`]: state, [`${part}_decision`]: "waiting" }),
        ...(alert === undefined ? {} : { [`${part}_decision_alert`]: alert }),
      };
      return idOf(await portal.call("POST", "/crm/v3/objects/contacts", { properties }));
    };
    const fresh = await record("pending", "none");
    const unmarked = await record("pending");
    const reminded = await record("pending", "reminded-2");
    const overdue = await record("pending", "overdue");
    const escalated = await record("pending", "escalated-2");
    const refused = await record("refused", "overdue");
    const held = await record("incomplete");
    for (const state of [undefined, "none", "accepted", "withdrawn"]) await record(state, "overdue");
    const of = (title: string) => members(portal, lists.get(`acme-inbound · marketing-to-sdr · ${title}`));
    expect(await of("en attente")).toEqual([fresh, unmarked, reminded, overdue, escalated].sort());
    expect(await of("en retard (décision)")).toEqual([overdue, escalated].sort());
    expect(await of("refusées")).toEqual([refused]);
    expect(await of("retenues (incomplètes)")).toEqual([held]);
  });
});
