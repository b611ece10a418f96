import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/localcrm/json.ts";
import {
  action,
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
import { exact, openRunnerPortal } from "./runner-portal.ts";

const company = (value: string) => set("company", text(value));
const edge = (nextActionId: string, edgeType = "STANDARD") => ({ edgeType, nextActionId });
const linkTo = (id: string, associationTypeId: number) => ({
  to: { id },
  types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId }],
});
const increment: JsonObject = { type: "INCREMENT", incrementAmount: 1 };

describe("who enters a workflow", () => {
  test("on a change: each time the property takes one of the values", async () => {
    const portal = await openRunnerPortal();
    await portal.flow(contactFlow("count", onChange("step", ["one", "two"]), chain(set("tally", increment))));
    const id = await portal.contact();
    for (const step of ["one", "three", "two", "one"]) {
      await portal.write(id, { step });
      await portal.pass({ minutes: 1 });
    }
    expect(await portal.value(id, "tally")).toBe("3");
  });

  test("on a change, once only, where the workflow does not enrol again", async () => {
    const portal = await openRunnerPortal();
    await portal.flow(contactFlow("once", onChange("step", [], { again: false }), chain(set("tally", increment))));
    const id = await portal.contact();
    for (const step of ["one", "two"]) {
      await portal.write(id, { step });
      await portal.pass({ minutes: 1 });
    }
    expect(await portal.value(id, "tally")).toBe("1");
  });

  test("on a change: the refinement is asked of the record at that moment", async () => {
    const portal = await openRunnerPortal({ ...exact, triggerLagSeconds: { from: 60, to: 60 } });
    const refinement = allOf(isAnyOf("hs_lead_status", "OPEN"));
    await portal.flow(contactFlow("refined", onChange("step", ["one"], { refinement }), chain(company("Acme"))));
    const [then, later] = [await portal.contact({ hs_lead_status: "OPEN" }), await portal.contact()];
    for (const id of [then, later]) await portal.write(id, { step: "one" });
    await portal.write(then, { hs_lead_status: "NEW" });
    await portal.write(later, { hs_lead_status: "OPEN" });
    await portal.pass({ minutes: 5 });
    expect([await portal.value(then, "company"), await portal.value(later, "company")]).toEqual(["Acme", null]);
  });

  test("on a state: when it begins to hold, and again only by a change that lets in again", async () => {
    const portal = await openRunnerPortal();
    const entrance = onState(allOf(isAnyOf("step", "one"), isAnyOf("hs_lead_status", "OPEN")), { again: ["step"] });
    await portal.flow(contactFlow("state", entrance, chain(set("tally", increment))));
    const id = await portal.contact({ step: "one", hs_lead_status: "OPEN" });
    const tally = async (properties: JsonObject) => {
      await portal.write(id, properties);
      await portal.pass({ minutes: 1 });
      return portal.value(id, "tally");
    };
    expect(await tally({ city: "Paris" })).toBe("1");
    await portal.write(id, { hs_lead_status: "NEW" });
    expect(await tally({ hs_lead_status: "OPEN" })).toBe("1");
    await portal.write(id, { step: "two" });
    expect(await tally({ step: "one" })).toBe("2");
  });

  test("on the state of what it is linked to: by a link, by a change of a deal, and no longer", async () => {
    const portal = await openRunnerPortal();
    const won = allOf(linkedTo("0-3", 4, isAnyOf("dealstage", "closedwon")));
    const actions = chain(company("won"), delay(600), set("city", text("late")));
    await portal.flow(contactFlow("won", onState(won, { leaves: true }), actions));
    const [linked, changed] = [await portal.contact(), await portal.contact()];
    const done = await portal.create("deals", { dealname: "a", dealstage: "closedwon" });
    const open = await portal.create("deals", { dealname: "b", dealstage: "contractsent" }, [linkTo(changed, 3)]);
    await portal.pass({ minutes: 1 });
    expect([await portal.value(linked, "company"), await portal.value(changed, "company")]).toEqual([null, null]);
    await portal.call("PUT", `/crm/v4/objects/contacts/${linked}/associations/default/deals/${done}`);
    await portal.call("PATCH", `/crm/v3/objects/deals/${open}`, { properties: { dealstage: "closedwon" } });
    await portal.pass({ minutes: 1 });
    expect([await portal.value(linked, "company"), await portal.value(changed, "company")]).toEqual(["won", "won"]);
    await portal.call("DELETE", `/crm/v4/objects/contacts/${linked}/associations/deals/${done}`);
    await portal.pass({ minutes: 1000 });
    expect([await portal.value(linked, "city"), await portal.value(changed, "city")]).toEqual([null, "late"]);
  });

  test("nobody by itself, into one that is manual", async () => {
    const portal = await openRunnerPortal();
    await portal.flow(contactFlow("manual", { type: "MANUAL", shouldReEnroll: true }, chain(company("Acme"))));
    const id = await portal.contact();
    await portal.write(id, { step: "one" });
    expect((await portal.pass({ minutes: 60 })).flows).toEqual([]);
  });

  test("not while it is inside: triggers in between are lost", async () => {
    const portal = await openRunnerPortal();
    await portal.flow(contactFlow("slow", onChange("step"), chain(set("tally", increment), delay(60))));
    const id = await portal.contact();
    for (const step of ["one", "two", "three"]) {
      await portal.write(id, { step });
      await portal.pass({ minutes: 10 });
    }
    expect(await portal.value(id, "tally")).toBe("1");
    await portal.pass({ minutes: 60 });
    await portal.write(id, { step: "one" });
    await portal.pass({ minutes: 1 });
    expect(await portal.value(id, "tally")).toBe("2");
  });

  test("not while the workflow is off; who is inside then passes delays, and actions are skipped", async () => {
    const portal = await openRunnerPortal();
    const flow = await portal.flow(contactFlow("off", onChange("step"), chain(delay(60), company("Acme"))));
    const [inside, late] = [await portal.contact(), await portal.contact()];
    await portal.write(inside, { step: "one" });
    await portal.pass({ minutes: 1 });
    await portal.switchFlow(flow, false);
    await portal.write(late, { step: "one" });
    const { steps } = await portal.pass({ minutes: 120 });
    expect(steps.map(({ kind, recordId }) => [kind, recordId])).toEqual([
      ["skipped", inside],
      ["left", inside],
    ]);
    expect(await portal.value(inside, "company")).toBeNull();
  });

  test("a deleted record leaves", async () => {
    const portal = await openRunnerPortal();
    await portal.flow(contactFlow("wait", onChange("step"), chain(delay(60), company("Acme"))));
    const id = await portal.contact();
    await portal.write(id, { step: "one" });
    await portal.pass({ minutes: 1 });
    await portal.call("DELETE", `/crm/v3/objects/contacts/${id}`);
    expect((await portal.call("GET", "/__revpact/enrollments")).body.results).toEqual([]);
    expect((await portal.pass({ minutes: 120 })).steps).toEqual([]);
  });

  test("a member of a suppression list does not", async () => {
    const portal = await openRunnerPortal();
    const list = { name: "never", objectTypeId: "0-1", processingType: "MANUAL" };
    const listId = String((await portal.call("POST", "/crm/v3/lists", list)).body.list["listId"]);
    const id = await portal.contact();
    await portal.call("PUT", `/crm/v3/lists/${listId}/memberships/add`, [id]);
    const more = { suppressionListIds: [Number(listId)] };
    await portal.flow(contactFlow("kept out", onChange("step"), chain(company("Acme")), more));
    await portal.write(id, { step: "one" });
    const { steps } = await portal.pass({ minutes: 1 });
    expect(steps).toMatchObject([{ kind: "missed", text: "the record is on a suppression list" }]);
  });
});

describe("what a workflow does", () => {
  /** Lets a contact through a workflow of these actions. */
  async function through(actions: readonly JsonObject[], properties: JsonObject = {}) {
    const portal = await openRunnerPortal();
    await portal.flow(contactFlow("does", onChange("step"), actions));
    const id = await portal.contact({ email: "lead@example.test", ...properties });
    await portal.write(id, { step: "one" });
    const { steps } = await portal.pass({ minutes: 3 * 1440 });
    return { portal, id, steps };
  }

  test("waits: some time, and until so long before or after a date", async () => {
    const actions = chain(delay(90), set("stamp", now), until("due_at", -60), set("other_at", now));
    const { portal, id } = await through(actions, { due_at: "2027-03-02T09:00:00Z" });
    expect(await portal.value(id, "stamp")).toBe("2027-03-01T10:30:00.000Z");
    expect(await portal.value(id, "other_at")).toBe("2027-03-02T08:00:00.000Z");
  });

  test("writes: a text, the time, another property, a time from now, one more", async () => {
    const in90 = { type: "RELATIVE_DATETIME", timeDelay: { delta: 90, timeUnit: "MINUTES", daysOfWeek: [] } };
    const nextMonth = { type: "RELATIVE_DATETIME", timeDelay: { delta: 1, timeUnit: "MONTHS", daysOfWeek: [] } };
    const copy = { type: "OBJECT_PROPERTY", propertyName: "email" };
    const { portal, id } = await through(
      chain(
        set("company", copy),
        set("stamp", now),
        set("due_at", in90),
        set("other_at", nextMonth),
        set("tally", increment),
      ),
      { tally: "41" },
    );
    const names = ["company", "stamp", "due_at", "other_at", "tally"];
    expect(await Promise.all(names.map((name) => portal.value(id, name)))).toEqual([
      "lead@example.test",
      "2027-03-01T09:00:00.000Z",
      "2027-03-01T10:30:00.000Z",
      "2027-04-01T08:00:00.000Z",
      "42",
    ]);
  });

  test("writes into what the record is linked to", async () => {
    const portal = await openRunnerPortal();
    const association = { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 279 };
    const fields = { property_name: "industry", value: text("Steel"), association };
    await portal.flow(contactFlow("industry", onChange("step"), chain(action("0-5", fields))));
    const id = await portal.contact();
    const firm = await portal.create("companies", { name: "Acme" }, [linkTo(id, 280)]);
    await portal.write(id, { step: "one" });
    await portal.pass({ minutes: 1 });
    const read = await portal.call("GET", `/crm/v3/objects/companies/${firm}?properties=industry`);
    expect(read.body.properties["industry"]).toBe("Steel");
  });

  test("a value that the property does not take fails, is told, and the workflow goes on", async () => {
    const { portal, id, steps } = await through(chain(set("hs_lead_status", text("nonsense")), company("Acme")));
    expect(steps.map((step) => step.kind)).toEqual(["entered", "failed", "acted", "left"]);
    expect(steps[1]?.text).toContain("not one of the allowed options");
    expect(await portal.value(id, "company")).toBe("Acme");
  });

  test("creates a task for the owner, linked to the record", async () => {
    const fields = {
      task_type: "CALL",
      subject: "Call back",
      body: "Soon",
      priority: "HIGH",
      use_explicit_associations: "true",
      associations: [
        {
          target: { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 204 },
          value: { type: "ENROLLED_OBJECT" },
        },
      ],
      owner_assignment: { type: "CUSTOM", value: { type: "OBJECT_PROPERTY", propertyName: "hubspot_owner_id" } },
      due_time: { delta: 1, timeUnit: "DAYS", timeOfDay: { hour: 8, minute: 30 }, daysOfWeek: [] },
    };
    const { portal, id } = await through(chain(action("0-3", fields)), { hubspot_owner_id: "102" });
    const names = "hs_task_subject,hs_task_type,hs_task_priority,hs_timestamp,hubspot_owner_id,hs_task_status";
    const tasks = await portal.call("GET", `/crm/v3/objects/tasks?properties=${names}&associations=contacts`);
    expect(tasks.body.results).toMatchObject([
      {
        properties: {
          hs_task_subject: "Call back",
          hs_task_type: "CALL",
          hs_task_priority: "HIGH",
          hs_task_status: "NOT_STARTED",
          hs_timestamp: "2027-03-02T07:30:00.000Z",
          hubspot_owner_id: "102",
        },
        associations: { contacts: { results: [{ id }] } },
      },
    ]);
  });

  test("tells people by mail and in the app: users, teams, whoever a property names", async () => {
    const mail = { owner_properties: ["hubspot_owner_id"], subject: "{{ enrolled_object.email }} waits", body: "Act." };
    const note = { user_ids: ["9001"], team_ids: ["502"], delivery_method: "APP", subject: "Look", body: "" };
    const { portal, id } = await through(chain(action("0-8", mail), action("0-9", note)), { hubspot_owner_id: "102" });
    const to = (email: string) => ({ email });
    expect(await portal.messages()).toMatchObject([
      {
        kind: "email",
        at: "2027-03-01T09:00:00.000Z",
        flowName: "does",
        recordId: id,
        to: [{ email: "sdr@example.test", userId: "9002" }],
        subject: "lead@example.test waits",
      },
      { kind: "in-app", to: ["marketing@example.test", "sdr@example.test", "ae@example.test"].map(to) },
    ]);
  });

  test("hands a record on only where nobody has it, unless it overwrites", async () => {
    const rotate = (overwrite: string) =>
      chain(
        action("0-11", { user_ids: ["9003"], target_property: "hubspot_owner_id", overwrite_current_owner: overwrite }),
      );
    const owner = async (overwrite: string, properties: JsonObject) => {
      const { portal, id } = await through(rotate(overwrite), properties);
      return portal.value(id, "hubspot_owner_id");
    };
    expect(await owner("false", {})).toBe("103");
    expect(await owner("false", { hubspot_owner_id: "102" })).toBe("102");
    expect(await owner("true", { hubspot_owner_id: "102" })).toBe("103");
  });

  test("creates a deal linked to the record", async () => {
    const fields = {
      object_type_id: "0-3",
      properties: [
        { targetProperty: "dealname", value: { type: "OBJECT_PROPERTY", propertyName: "email" } },
        { targetProperty: "dealstage", value: text("qualifiedtobuy") },
      ],
      associations: [
        {
          target: { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 3 },
          value: { type: "ENROLLED_OBJECT" },
        },
      ],
      use_explicit_associations: "true",
    };
    const { portal, id } = await through(chain(action("0-14", fields)));
    const deals = await portal.call("GET", "/crm/v3/objects/deals?associations=contacts");
    expect(deals.body.results).toMatchObject([
      {
        properties: { dealname: "lead@example.test", dealstage: "qualifiedtobuy" },
        associations: { contacts: { results: [{ id }] } },
      },
    ]);
  });

  test("branches: the first way that holds, a way per value, and jumps to a common end", async () => {
    const list = (property: string, value: string, next: string) => ({
      branchName: value,
      filterBranch: allOf(isAnyOf(property, value)),
      connection: edge(next),
    });
    const actions: JsonObject[] = [
      {
        type: "LIST_BRANCH",
        actionId: "1",
        listBranches: [list("hs_lead_status", "OPEN", "2"), list("step", "one", "3")],
        defaultBranch: edge("4"),
      },
      { ...company("open"), actionId: "2", connection: edge("5") },
      { ...company("one"), actionId: "3", connection: edge("5", "GOTO") },
      { ...company("other"), actionId: "4", connection: edge("5", "GOTO") },
      {
        type: "STATIC_BRANCH",
        actionId: "5",
        inputValue: { type: "OBJECT_PROPERTY", propertyName: "company" },
        staticBranches: [{ branchValue: "open", connection: edge("6") }],
        defaultBranch: edge("7"),
      },
      { ...set("city", text("Paris")), actionId: "6" },
      { ...set("city", text("elsewhere")), actionId: "7" },
    ];
    const both = await through(actions, { hs_lead_status: "OPEN" });
    expect(await both.portal.value(both.id, "company")).toBe("open");
    expect(await both.portal.value(both.id, "city")).toBe("Paris");
    const one = await through(actions);
    expect(await one.portal.value(one.id, "company")).toBe("one");
    expect(await one.portal.value(one.id, "city")).toBe("elsewhere");
  });

  test("what the local CRM cannot run is kept, but not switched on", async () => {
    const portal = await openRunnerPortal();
    const definition = contactFlow("mail", onChange("step"), chain(action("0-4", { content_id: "1" })));
    const { status, body } = await portal.call("POST", "/automation/v4/flows", definition);
    expect(status).toBe(201);
    await portal.call("GET", `/automation/v4/flows/${body.id}`);
    const on = await portal.call("PUT", `/automation/v4/flows/${body.id}`, { ...body, isEnabled: true });
    expect(on.status).toBe(400);
    expect(on.body.message).toContain("cannot be switched on: action 1 (0-4)");
  });

  test("writes are told from those through the API in the history of contacts and deals", async () => {
    const portal = await openRunnerPortal();
    const definition = contactFlow("won", onChange("dealname"), chain(set("closedate", now)), {
      type: "PLATFORM_FLOW",
      objectTypeId: "0-3",
    });
    const flow = await portal.flow(definition);
    const deal = await portal.create("deals", { dealname: "a" });
    await portal.call("PATCH", `/crm/v3/objects/deals/${deal}`, { properties: { dealname: "b" } });
    await portal.pass({ minutes: 1 });
    const query = "propertiesWithHistory=closedate,dealname";
    const read = await portal.call("GET", `/crm/v3/objects/deals/${deal}?${query}`);
    expect(read.body["propertiesWithHistory"]).toMatchObject({
      closedate: [{ sourceType: "AUTOMATION_PLATFORM", sourceId: flow, sourceLabel: "won" }],
      dealname: [
        { value: "b", sourceType: "INTEGRATION" },
        { value: "a", sourceType: "INTEGRATION" },
      ],
    });
  });
});
