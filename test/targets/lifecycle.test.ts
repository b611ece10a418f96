import { describe, expect, test } from "vitest";
import { lifecycleStagesIn } from "../../src/targets/index.ts";
import { exampleText } from "./compile-example.ts";
import { flowText } from "./flow-text.ts";
import { frontDesk, staff } from "./front-desk.ts";
import { boundIn } from "./named-portal.ts";
import { openWorkingPortal } from "./working-portal.ts";

const classic = exampleText("classic-inbound");

/** A portal's own lifecycle, in the order of `displayOrder`. */
const own = (...stages: readonly (readonly [value: string, label: string])[]) =>
  lifecycleStagesIn([
    {
      ...{ kind: "property", address: "property:contacts/lifecyclestage", object: "contacts", name: "lifecyclestage" },
      ...{ isArchived: false, isReadOnly: true },
      attributes: { options: stages.map(([value, label], displayOrder) => ({ value, label, displayOrder })).reverse() },
    },
  ]);
const mirrors = (bound: ReturnType<typeof boundIn>): string =>
  bound.resources
    .filter(({ name }) => name.endsWith("phase du cycle de vie"))
    .map(flowText)
    .join("");

describe("the lifecycle stage of HubSpot", () => {
  test("follows the contract's stage forward, in the order of the portal at hand", () => {
    const stages = own(
      ["lead", "Lead"],
      ["123456", "Marketing qualified"],
      ["customer", "Customer"],
      ["opportunity", "Opportunity"],
    );
    const text = classic.replace("lifecycleStage: marketingqualifiedlead", "lifecycleStage: Marketing qualified");
    const bound = boundIn(text, "production", { lifecycleStages: stages });
    expect(bound.findings).toEqual([]);
    expect(mirrors(bound)).toBe(`acme-inbound · lead · phase du cycle de vie [0-1]
  on acme_inbound_stage ∈ lead
  if lifecyclestage ∉ lead,123456,customer,opportunity or unknown:
    lifecyclestage := "lead"
acme-inbound · mql · phase du cycle de vie [0-1]
  on acme_inbound_stage ∈ mql
  if lifecyclestage ∉ 123456,customer,opportunity or unknown:
    lifecyclestage := "123456"
acme-inbound · opportunity · phase du cycle de vie [0-1]
  on acme_inbound_stage ∈ opportunity
  if lifecyclestage ∉ opportunity or unknown:
    lifecyclestage := "opportunity"
acme-inbound · customer · phase du cycle de vie [0-1]
  on acme_inbound_stage ∈ customer
  if lifecyclestage ∉ customer,opportunity or unknown:
    lifecyclestage := "customer"
`);
  });

  test("that the portal lacks is told at its place with what there is, and holds back its own workflow alone", () => {
    const stages = own(["lead", "Lead"], ["customer", "Customer"], ["opportunity", "Opportunity"]);
    const text = classic.replace("lifecycleStage: customer", "lifecycleStage: custommer");
    const bound = boundIn(text, "production", { lifecycleStages: stages });
    expect(bound.findings.map(({ code, clause, args }) => [code, clause, args])).toMatchObject([
      ["CRM812", "stages.mql.crm.lifecycleStage", { name: "marketingqualifiedlead", guess: "" }],
      ["CRM812", "stages.customer.crm.lifecycleStage", { name: "custommer", guess: "customer" }],
    ]);
    expect([...bound.withheld.keys()]).toEqual([
      "workflow:contacts/acme-inbound · mql · phase du cycle de vie",
      "workflow:contacts/acme-inbound · customer · phase du cycle de vie",
    ]);
    const said = bound.notes.filter(({ clause }) => clause === "stages.mql.crm.lifecycleStage");
    expect(said.map(({ level }) => level)).toEqual(["manual", "manual"]);
    expect(said[0]?.howTo?.en).toBe(
      'Write one that is there: "lead", "customer", "opportunity"; or let a super admin add it in HubSpot\'s settings, under Objects, Contacts, Lifecycle stage, and write its internal name.',
    );
  });

  test("moves forward with the record and never back", async () => {
    const text = frontDesk.replace("from: new }", "from: new, crm: { lifecycleStage: marketingqualifiedlead } }");
    const portal = await openWorkingPortal(text, staff, "2027-03-01T09:00:00Z");
    const fresh = await portal.contact({ firstname: "Eva" });
    const customer = await portal.contact({ firstname: "Guy", lifecyclestage: "customer" });
    await portal.pass({ minutes: 1 });
    expect(await portal.value(fresh, "lifecyclestage")).toBe("marketingqualifiedlead");
    expect(await portal.value(customer, "lifecyclestage")).toBe("customer");
  });
});
