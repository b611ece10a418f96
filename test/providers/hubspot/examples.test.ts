import { describe, expect, test } from "vitest";
import { compiled, contractOf, exampleText } from "../../targets/compile-example.ts";
import { openPortal, value } from "./portal.ts";

describe("the examples", () => {
  test("the first one, where the score it uses exists, is applied whole and leaves nothing to plan", async () => {
    const portal = await openPortal({}, "acme-inbound");
    const score = {
      name: "acme_fit",
      label: "Fit",
      type: "number",
      fieldType: "number",
      groupName: "contactinformation",
    };
    await portal.call("POST", "/crm/v3/properties/contacts", score);
    const { resources } = compiled(exampleText("classic-inbound"), "local");
    const plan = await portal.planNow(resources);
    expect(plan.blocked).toEqual([]);
    expect(value(await portal.applyPlan(plan, resources))).toMatchObject({ status: "converged", remaining: [] });
    expect(await portal.planNow(resources)).toMatchObject({ steps: [], drift: [], conflicts: [], blocked: [] });
  });

  test("the first one, changed in one option, plans that option and nothing else", async () => {
    const portal = await openPortal({}, "acme-inbound");
    await portal.applyNow(compiled(exampleText("classic-inbound"), "local").resources);
    const text = exampleText("classic-inbound");
    const changed = text.replace("FR: France", "FR: France métropolitaine");
    expect(changed).not.toBe(text);
    const { steps } = await portal.planNow(compiled(changed, "local").resources);
    expect(steps.map(({ name, changes }) => ({ name, paths: changes.map((change) => change.path.join("/")) }))).toEqual(
      [{ name: "acme_inbound_country", paths: ["options/FR/label"] }],
    );
  });

  test("the first one without the score says what is missing and holds back what needs it", async () => {
    const portal = await openPortal({}, "acme-inbound");
    const { resources } = compiled(exampleText("classic-inbound"), "local");
    const plan = await portal.planNow(resources);
    expect(plan.blocked.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
      "property missing",
      "workflow dependency",
      "workflow dependency",
    ]);
    expect(plan.blocked[0]).toMatchObject({ name: "acme_fit", clause: "fields.fit-score" });
  });

  test("the French one is applied whole and leaves nothing to plan", async () => {
    const text = exampleText("pme-francaise");
    const portal = await openPortal({}, contractOf(text).name);
    const { resources } = compiled(text, "local");
    expect(value(await portal.applyNow(resources))).toMatchObject({ status: "converged", remaining: [] });
    expect(await portal.planNow(resources)).toMatchObject({ steps: [], drift: [], conflicts: [], blocked: [] });
  });
});
