import { describe, expect, test } from "vitest";
import type { Condition, Test } from "../../src/criteria/index.ts";
import { conditionFilters } from "../../src/targets/hubspot/condition-filters.ts";
import { anyOf } from "../../src/targets/hubspot/filters.ts";
import { createModel } from "../../src/targets/hubspot/model.ts";
import { openPortal } from "../localcrm/portal-client.ts";
import { contractOf, exampleText } from "./compile-example.ts";

const text = exampleText("classic-inbound").replace(
  "  need: ",
  "  signed: { type: date, label: Signed, filledBy: sdr }\n  seen: { type: datetime, label: Seen, filledBy: sdr }\n  need: ",
);
const path: readonly string[] = [];
const field = (name: string, asked: Test, orUnknown = false): Condition => ({
  kind: "field",
  path,
  field: name,
  test: asked,
  orUnknown,
});
const not = (condition: Condition): Condition => ({ kind: "none", path, of: [condition] });

/** A portal with the fields of the contract; answers which contacts a list of the condition shows. */
async function portalOf(zone = "Europe/Paris") {
  const contract = contractOf(text.replaceAll("Europe/Paris", zone));
  const environment = [...contract.environments.values()][0];
  if (environment === undefined) throw new Error("the example has environments");
  const model = createModel(contract, environment);
  const { call } = await openPortal();
  const create = async (path: string, body: Record<string, unknown>) => {
    const answer = await call("POST", path, body);
    if (answer.status > 201) throw new Error(answer.text);
    return JSON.parse(answer.text);
  };
  await create("/crm/v3/properties/contacts/groups", { name: "ours", label: "Ours" });
  for (const [name, type] of [
    ["acme_inbound_signed", "date"],
    ["acme_inbound_seen", "datetime"],
  ]) {
    await create("/crm/v3/properties/contacts", { name, label: name, type, fieldType: "date", groupName: "ours" });
  }
  const shown = async (condition: Condition): Promise<readonly string[]> => {
    const filters = conditionFilters(model, "contact", condition);
    if (filters.kind === "impossible") throw new Error(filters.why.en);
    const filterBranch = anyOf(filters.alternatives.map(({ nodes }) => nodes));
    const name = JSON.stringify(condition);
    const { list } = await create("/crm/v3/lists", {
      name,
      objectTypeId: "0-1",
      processingType: "DYNAMIC",
      filterBranch,
    });
    const { text: found } = await call("GET", `/crm/v3/lists/${list.listId}/memberships`);
    return JSON.parse(found).results.map((row: { readonly recordId: string }) => row.recordId);
  };
  const record = async (object: string, properties: Record<string, string>): Promise<string> =>
    (await create(`/crm/v3/objects/${object}`, { properties })).id;
  return { call, shown, record };
}

describe("dates", () => {
  test.each(["Europe/Paris", "America/New_York", "Asia/Kathmandu"])(
    "a day is before or after another, never both or neither, whatever the zone (%s)",
    async (zone) => {
      const { record, shown } = await portalOf(zone);
      const eve = await record("contacts", { acme_inbound_signed: "2027-01-03" });
      const day = await record("contacts", { acme_inbound_signed: "2027-01-04" });
      const next = await record("contacts", { acme_inbound_signed: "2027-01-05" });
      const unknown = await record("contacts", {});
      const before = field("signed", { operator: "before", value: "2027-01-04" });
      const after = field("signed", { operator: "after", value: "2027-01-04" });
      expect(await shown(before)).toEqual([eve]);
      expect(await shown(after)).toEqual([next]);
      expect(await shown(not(before))).toEqual([day, next, unknown]);
      expect(await shown(not(after))).toEqual([eve, day, unknown]);
      expect(await shown({ ...before, orUnknown: true } as Condition)).toEqual([eve, unknown]);
    },
  );

  test("a moment keeps its time of day, in the zone of the contract or its own", async () => {
    const { record, shown } = await portalOf();
    const early = await record("contacts", { acme_inbound_seen: "2027-01-04T08:59:00Z" });
    const exact = await record("contacts", { acme_inbound_seen: "2027-01-04T09:00:00Z" });
    const late = await record("contacts", { acme_inbound_seen: "2027-01-04T09:01:00Z" });
    for (const value of ["2027-01-04T10:00", "2027-01-04T09:00Z", "2027-01-04T04:00-05:00"]) {
      expect(await shown(field("seen", { operator: "before", value }))).toEqual([early]);
      expect(await shown(field("seen", { operator: "after", value }))).toEqual([late]);
      expect(await shown(not(field("seen", { operator: "before", value })))).toEqual([exact, late]);
    }
  });
});

describe("a field of the company", () => {
  test("is unknown where the company does not say, and where there is no company", async () => {
    const { call, record, shown } = await portalOf();
    const contactOf = async (size: string | undefined): Promise<string> => {
      const contact = await record("contacts", {});
      const company = await record("companies", size === undefined ? { name: "X" } : { numberofemployees: size });
      await call("PUT", `/crm/v4/objects/contacts/${contact}/associations/default/companies/${company}`);
      return contact;
    };
    const small = await contactOf("10");
    const large = await contactOf("2000");
    const silent = await contactOf(undefined);
    const alone = await record("contacts", {});
    const isSmall = (orUnknown: boolean) => field("company-size", { operator: "lessThan", value: 1000 }, orUnknown);
    expect(await shown(isSmall(false))).toEqual([small]);
    expect(await shown(isSmall(true))).toEqual([small, silent, alone]);
    expect(await shown(not(isSmall(false)))).toEqual([large, silent, alone]);
    expect(await shown(not(isSmall(true)))).toEqual([large]);
    expect(await shown(field("company-size", { operator: "known", value: false }))).toEqual([silent, alone]);
  });
});
