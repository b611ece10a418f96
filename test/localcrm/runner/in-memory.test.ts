import { describe, expect, test } from "vitest";
import { createLocalPortal, drawBehaviour, possibleValues, settings } from "../../../src/localcrm/index.ts";
import {
  allOf,
  chain,
  contactFlow,
  delay,
  isAnyOf,
  linkedTo,
  now,
  onChange,
  onState,
  set,
  text,
  until,
} from "./flow-builder.ts";

const start = Date.parse("2027-03-01T09:00:00Z");
const minute = 60_000;

describe("a portal in memory", () => {
  test("runs a workflow as time passes, and keeps who wrote what", () => {
    const portal = createLocalPortal({ seed: 7, now: start });
    portal.createProperty("contacts", { name: "stage_at", type: "datetime", fieldType: "date" });
    const flow = portal.createFlow(
      contactFlow(
        "stamp",
        onChange("hs_lead_status", ["OPEN"]),
        chain(delay(30), set("stage_at", now), set("company", text("Acme"))),
      ),
    );
    portal.setFlowEnabled(flow, true);
    const id = portal.createRecord("contacts", { email: "lead@example.test" });
    portal.update("contacts", id, { hs_lead_status: "OPEN" });
    portal.advanceTo(start + 20 * minute);
    expect(portal.properties("contacts", id)?.["company"]).toBeUndefined();
    portal.advanceTo(start + 40 * minute);
    const [stamp] = portal.history("contacts", id, "stage_at");
    expect(stamp).toMatchObject({ sourceType: "AUTOMATION_PLATFORM", sourceId: flow, sourceLabel: "stamp" });
    expect(Date.parse(stamp?.value ?? "") - start).toBeGreaterThanOrEqual(30 * minute);
    expect(stamp?.value).toBe(stamp?.timestamp);
    expect(portal.history("contacts", id, "hs_lead_status")).toMatchObject([
      { value: "OPEN", timestamp: "2027-03-01T09:00:00.000Z", sourceType: "INTEGRATION" },
    ]);
  });

  test("forks start alike and go their own ways", () => {
    const portal = createLocalPortal({ now: start });
    const id = portal.createRecord("contacts", { email: "lead@example.test" });
    const fork = portal.fork({ seed: 2, now: start });
    fork.update("contacts", id, { company: "Acme" });
    expect(portal.properties("contacts", id)?.["company"]).toBeUndefined();
    expect(fork.properties("contacts", id)?.["company"]).toBe("Acme");
  });

  test("a seed draws one possible behaviour for each unknown", () => {
    const drawn = drawBehaviour(3);
    expect(drawBehaviour(3)).toEqual(drawn);
    for (const setting of settings) expect(possibleValues(setting)).toContainEqual(drawn[setting]);
    const seen = Array.from({ length: 40 }, (_, seed) => JSON.stringify(drawBehaviour(seed)));
    expect(new Set(seen).size).toBeGreaterThan(30);
  });

  test("what HubSpot would refuse throws its message and changes nothing", () => {
    const portal = createLocalPortal({ now: start });
    expect(() => portal.createRecord("contacts", { hs_lead_status: "nonsense" })).toThrow("not valid");
    expect(() =>
      portal.createFlow({ ...contactFlow("odd", onChange("company"), []), type: "PLATFORM_FLOW" }),
    ).toThrow();
    expect(portal.recordIds("contacts")).toEqual([]);
  });

  test("lets records in when what they are linked to comes to meet the criteria, and out again", () => {
    const portal = createLocalPortal({ now: start });
    portal.createProperty("contacts", { name: "due_at", type: "datetime", fieldType: "date" });
    const won = linkedTo("0-3", 4, isAnyOf("dealstage", "closedwon"));
    const actions = chain(until("due_at", -60), set("company", text("won")));
    const flow = portal.createFlow(contactFlow("won", onState(allOf(won), { leaves: true }), actions));
    portal.setFlowEnabled(flow, true);
    const steps: string[] = [];
    portal.listen((step) => steps.push(step.kind));
    const due = new Date(start + 180 * minute).toISOString();
    const contact = portal.createRecord("contacts", { email: "lead@example.test", due_at: due });
    const deal = portal.createRecord("deals", { dealname: "Acme", dealstage: "contractsent" }, [
      { objectType: "contacts", id: contact },
    ]);
    portal.advanceTo(start + 10 * minute);
    expect(steps).toEqual([]);
    portal.update("deals", deal, { dealstage: "closedwon" });
    portal.advanceTo(start + 20 * minute);
    portal.update("deals", deal, { dealstage: "contractsent" });
    expect(steps).toEqual(["entered", "left"]);
    portal.advanceTo(start + 300 * minute);
    expect(portal.properties("contacts", contact)?.["company"]).toBeUndefined();
  });
});
