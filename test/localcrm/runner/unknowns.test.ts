import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/localcrm/json.ts";
import {
  action,
  allOf,
  chain,
  contactFlow,
  delay,
  filter,
  isAnyOf,
  now,
  onChange,
  onState,
  set,
  text,
  until,
} from "./flow-builder.ts";
import { exact, openRunnerPortal } from "./runner-portal.ts";

const workdays = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"];
const window = (day: string, from: number, to: number): JsonObject => ({
  day,
  startTime: { hour: from, minute: 0 },
  endTime: { hour: to, minute: 0 },
});
/** 9–12 and 14–18 in Paris, Monday to Friday. */
const office = workdays.flatMap((day) => [window(day, 9, 12), window(day, 14, 18)]);
const branch = (filterBranch: JsonObject, yes: string): JsonObject => ({
  type: "LIST_BRANCH",
  listBranches: [{ branchName: "yes", filterBranch, connection: { edgeType: "STANDARD", nextActionId: yes } }],
});
const stamping = (more: JsonObject = {}) =>
  contactFlow("stamp", onChange("step", ["one"]), chain(set("stamp", now)), more);
const increment: JsonObject = { type: "INCREMENT", incrementAmount: 1 };

/** When a contact whose step becomes "one" at a time is stamped. */
async function stampedWhen(behaviour: JsonObject, at: string, more: JsonObject, seed = 1): Promise<string | null> {
  const portal = await openRunnerPortal({ ...exact, ...behaviour }, seed);
  await portal.flow(stamping(more));
  const id = await portal.contact();
  await portal.pass({ to: at });
  await portal.write(id, { step: "one" });
  await portal.pass({ minutes: 10 * 1440 });
  return portal.value(id, "stamp");
}

describe("what HubSpot leaves unproved is a setting", () => {
  test("1 switching on lets in newcomers only, or those too who meet the criteria already", async () => {
    for (const [enabling, value] of [
      ["newcomers-only", null],
      ["existing-too", "Acme"],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, enabling });
      const id = await portal.contact({ step: "one" });
      await portal.flow(
        contactFlow("state", onState(allOf(isAnyOf("step", "one"))), chain(set("company", text("Acme")))),
      );
      await portal.pass({ minutes: 60 });
      expect(await portal.value(id, "company"), enabling).toBe(value);
    }
  });

  test("2 a trigger is noticed within a minute, an action carried out within five seconds", async () => {
    const from = Date.parse("2027-03-01T09:00:00Z");
    const lags = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (seed) => {
        const { triggerLagSeconds: _, actionLagSeconds: __, ...rest } = exact;
        const portal = await openRunnerPortal(rest, seed);
        await portal.flow(stamping());
        const id = await portal.contact();
        await portal.write(id, { step: "one" });
        await portal.pass({ minutes: 2 });
        return Date.parse((await portal.value(id, "stamp")) ?? "") - from;
      }),
    );
    for (const lag of lags) expect(lag).toBeLessThanOrEqual(65_000);
    expect(new Set(lags).size).toBeGreaterThan(4);
    expect(Math.max(...lags)).toBeGreaterThan(10_000);
    const slow = { triggerLagSeconds: { from: 300, to: 300 } };
    expect(await stampedWhen(slow, "2027-03-01T10:00:00Z", {})).toBe("2027-03-01T10:05:00.000Z");
  });

  test("3 workflows on the same event are carried out in an order that the seed draws", async () => {
    const orders = new Set<string>();
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const portal = await openRunnerPortal(exact, seed);
      for (const name of ["a", "b", "c"])
        await portal.flow(contactFlow(name, onChange("step", ["one"]), chain(set("company", text(name)))));
      const id = await portal.contact();
      await portal.write(id, { step: "one" });
      await portal.pass({ minutes: 1 });
      orders.add((await portal.history(id, "company")).map((item) => item.value).join(""));
    }
    expect(orders.size).toBeGreaterThan(2);
  });

  test("4 held actions are spread over fifteen minutes after the opening, or not at all", async () => {
    const held = { timeWindows: office };
    const at = "2027-03-01T18:30:00Z"; // 19:30 in Paris
    expect(await stampedWhen({}, at, held)).toBe("2027-03-02T08:00:00.000Z");
    const spread = await Promise.all(
      [1, 2, 3, 4].map((seed) => stampedWhen({ spreadMinutes: { from: 0, to: 15 } }, at, held, seed)),
    );
    const opening = Date.parse("2027-03-02T08:00:00Z");
    for (const stamp of spread) expect(Date.parse(stamp ?? "") - opening).toBeLessThanOrEqual(15 * 60_000);
    expect(new Set(spread).size).toBe(4);
    expect(await stampedWhen({ spreadMinutes: { from: 15, to: 15 } }, at, held)).toBe("2027-03-02T08:15:00.000Z");
  });

  test("5 the lunch gap ends with the next window, or with the next day", async () => {
    const noon = "2027-03-01T11:30:00Z"; // 12:30 in Paris
    expect(await stampedWhen({}, noon, { timeWindows: office })).toBe("2027-03-01T13:00:00.000Z");
    const nextDay = await stampedWhen({ lunchGap: "next-day" }, noon, { timeWindows: office });
    expect(nextDay).toBe("2027-03-02T08:00:00.000Z");
  });

  test("6 an action reached in hours on a blocked date waits for the next opening, or for the same time", async () => {
    const blocked = { timeWindows: office, blockedDates: [{ month: "MARCH", dayOfMonth: 2, year: 2027 }] };
    const at = "2027-03-02T14:30:00Z"; // 15:30 in Paris
    expect(await stampedWhen({}, at, blocked)).toBe("2027-03-03T08:00:00.000Z");
    expect(await stampedWhen({ blockedDate: "same-time" }, at, blocked)).toBe("2027-03-03T14:30:00.000Z");
    const yearly = { timeWindows: office, blockedDates: [{ month: "MARCH", dayOfMonth: 2 }] };
    expect(await stampedWhen({}, at, yearly)).toBe("2027-03-03T08:00:00.000Z");
  });

  test("7 delays and branches pass outside the hours, the action after them is held", async () => {
    const portal = await openRunnerPortal();
    const actions = chain(delay(60), branch(allOf(isAnyOf("step", "one")), "3"), set("stamp", now));
    const [first = {}, second = {}, third = {}] = actions;
    const { connection: _, ...ending } = second;
    await portal.flow(contactFlow("held", onChange("step", ["one"]), [first, ending, third], { timeWindows: office }));
    const id = await portal.contact();
    await portal.pass({ to: "2027-03-01T16:30:00Z" }); // 17:30 in Paris
    await portal.write(id, { step: "one" });
    await portal.pass({ minutes: 90 });
    await portal.write(id, { step: "two" }); // too late for the branch, which was passed at 18:30
    const { steps } = await portal.pass({ to: "2027-03-02T12:00:00Z" });
    expect(await portal.value(id, "stamp")).toBe("2027-03-02T08:00:00.000Z");
    expect(steps.map((step) => step.kind)).toEqual(["acted", "left"]);
  });

  test("8 writing the value that is there already is nothing, or a change like others", async () => {
    for (const [sameValue, times] of [
      ["ignored", 1],
      ["recorded", 2],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, sameValue });
      await portal.flow(contactFlow("count", onChange("step", ["one"]), chain(set("tally", increment))));
      const id = await portal.contact();
      for (const _ of [1, 2]) {
        await portal.write(id, { step: "one" });
        await portal.pass({ minutes: 1 });
      }
      expect(await portal.value(id, "tally"), sameValue).toBe(String(times));
      expect(await portal.history(id, "step"), sameValue).toHaveLength(times);
    }
  });

  test("9 values at creation are no change, or one; a state sees them either way", async () => {
    for (const [valuesAtCreation, stamped] of [
      ["no-event", false],
      ["event", true],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, valuesAtCreation });
      await portal.flow(stamping());
      await portal.flow(
        contactFlow("state", onState(allOf(isAnyOf("step", "one"))), chain(set("company", text("seen")))),
      );
      const id = await portal.contact({ step: "one" });
      await portal.pass({ minutes: 1 });
      expect((await portal.value(id, "stamp")) !== null, valuesAtCreation).toBe(stamped);
      expect(await portal.value(id, "company"), valuesAtCreation).toBe("seen");
    }
  });

  test("10 a wait for a date that is past or unknown is over at once, or never", async () => {
    for (const due of ["2027-02-01T09:00:00Z", undefined]) {
      for (const [pastDate, stamped] of [
        ["continues", "2027-03-01T09:00:00.000Z"],
        ["waits-for-ever", null],
      ] as const) {
        const portal = await openRunnerPortal({ ...exact, pastDate });
        await portal.flow(contactFlow("wait", onChange("step", ["one"]), chain(until("due_at"), set("stamp", now))));
        const id = await portal.contact(due === undefined ? {} : { due_at: due });
        await portal.write(id, { step: "one" });
        await portal.pass({ minutes: 600 });
        expect(await portal.value(id, "stamp"), `${pastDate} ${due}`).toBe(stamped);
      }
    }
  });

  test("11 a wait keeps its first date, or follows it", async () => {
    for (const [movedDate, stamped] of [
      ["keeps-first", "2027-03-01T12:00:00.000Z"],
      ["follows", "2027-03-01T15:00:00.000Z"],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, movedDate });
      await portal.flow(contactFlow("wait", onChange("step", ["one"]), chain(until("due_at"), set("stamp", now))));
      const id = await portal.contact({ due_at: "2027-03-01T12:00:00Z" });
      await portal.write(id, { step: "one" });
      await portal.pass({ minutes: 60 });
      await portal.write(id, { due_at: "2027-03-01T15:00:00Z" });
      await portal.pass({ minutes: 1440 });
      expect(await portal.value(id, "stamp"), movedDate).toBe(stamped);
    }
  });

  test("12 days across a clock change keep the local time, or have 24 hours", async () => {
    const inOneDay: JsonObject = {
      type: "RELATIVE_DATETIME",
      timeDelay: { delta: 1, timeUnit: "DAYS", daysOfWeek: [] },
    };
    for (const [relativeDays, due] of [
      ["local-time", "2027-03-28T10:00:00.000Z"],
      ["24-hours", "2027-03-28T11:00:00.000Z"],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, relativeDays });
      await portal.flow(contactFlow("due", onChange("step", ["one"]), chain(set("due_at", inOneDay))));
      const id = await portal.contact();
      await portal.pass({ to: "2027-03-27T11:00:00Z" }); // noon in Paris; clocks go forward in the night
      await portal.write(id, { step: "one" });
      await portal.pass({ minutes: 1 });
      expect(await portal.value(id, "due_at"), relativeDays).toBe(due);
    }
  });

  test("13 days of the week in a relative date cannot be switched on", async () => {
    const portal = await openRunnerPortal();
    const monday: JsonObject = {
      type: "RELATIVE_DATETIME",
      timeDelay: { delta: 1, timeUnit: "DAYS", daysOfWeek: ["MONDAY"] },
    };
    const definition = contactFlow("due", onChange("step", ["one"]), chain(set("due_at", monday)), { isEnabled: true });
    const refused = await portal.call("POST", "/automation/v4/flows", definition);
    expect(refused.body).toMatchObject({ category: "VALIDATION_ERROR" });
    expect(refused.body.message).toContain("action 1 (0-5)");
  });

  test("14 a workflow reads what it has just written, or what was there before", async () => {
    for (const [ownWrites, company] of [
      ["fresh", "yes"],
      ["stale", null],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, ownWrites });
      const [first = {}, second = {}, third = {}] = chain(
        set("step", text("two")),
        branch(allOf(isAnyOf("step", "two")), "3"),
        set("company", text("yes")),
      );
      const { connection: _, ...ending } = second;
      await portal.flow(contactFlow("read", onChange("step", ["one"]), [first, ending, third]));
      const id = await portal.contact();
      await portal.write(id, { step: "one" });
      await portal.pass({ minutes: 1 });
      expect(await portal.value(id, "company"), ownWrites).toBe(company);
    }
  });

  test("15 counting up from nothing starts at zero, or does nothing", async () => {
    for (const [incrementOfUnknown, tally] of [
      ["from-zero", "1"],
      ["ignored", null],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, incrementOfUnknown });
      await portal.flow(contactFlow("count", onChange("step", ["one"]), chain(set("tally", increment))));
      const id = await portal.contact();
      await portal.write(id, { step: "one" });
      await portal.pass({ minutes: 1 });
      expect(await portal.value(id, "tally"), incrementOfUnknown).toBe(tally);
    }
  });

  test("16 a comparison with an unknown value does not hold, unless it says so", async () => {
    const portal = await openRunnerPortal();
    const notOne = (includeObjectsWithNoValueSet: boolean) =>
      filter("step", {
        operationType: "ENUMERATION",
        operator: "IS_NONE_OF",
        values: ["one"],
        includeObjectsWithNoValueSet,
      });
    const entrance = (isIncluded: boolean) => onChange("tally", [], { refinement: allOf(notOne(isIncluded)) });
    await portal.flow(contactFlow("without", entrance(false), chain(set("company", text("wrong")))));
    await portal.flow(contactFlow("with", entrance(true), chain(set("city", text("right")))));
    const id = await portal.contact();
    await portal.write(id, { tally: "1" });
    await portal.pass({ minutes: 1 });
    expect([await portal.value(id, "company"), await portal.value(id, "city")]).toEqual([null, "right"]);
  });

  test("17 setting the empty text clears, with a word of warning, or does nothing", async () => {
    for (const [emptyText, company] of [
      ["clears", null],
      ["ignored", "Acme"],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, emptyText });
      await portal.flow(contactFlow("clear", onChange("step", ["one"]), chain(set("company", text("")))));
      const id = await portal.contact({ company: "Acme" });
      await portal.write(id, { step: "one" });
      const { steps } = await portal.pass({ minutes: 1 });
      expect(await portal.value(id, "company"), emptyText).toBe(company);
      expect(
        steps.some((step) => step.text.includes("unproven")),
        emptyText,
      ).toBe(emptyText === "clears");
    }
  });

  test("18 who no longer meets the criteria leaves at once, or after the action under way", async () => {
    for (const [leaving, company] of [
      ["at-once", null],
      ["after-action", "Acme"],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, leaving, actionLagSeconds: { from: 60, to: 60 } });
      const actions = chain(set("company", text("Acme")), set("city", text("Paris")));
      await portal.flow(contactFlow("state", onState(allOf(isAnyOf("step", "one")), { leaves: true }), actions));
      const id = await portal.contact({ step: "one" });
      await portal.pass({ minutes: 0.5 });
      await portal.write(id, { step: "two" });
      await portal.pass({ minutes: 60 });
      expect(await portal.value(id, "company"), leaving).toBe(company);
      expect(await portal.value(id, "city"), leaving).toBeNull();
    }
  });

  test("19 relative dates are not looked at again as time passes", async () => {
    const portal = await openRunnerPortal();
    const zone = { zoneId: "Europe/Paris", timezoneSource: "CUSTOM" };
    const yesterday = {
      timeType: "INDEXED",
      indexReference: { referenceType: "TODAY" },
      offset: { days: -1 },
      ...zone,
    };
    const old = filter("due_at", {
      operationType: "TIME_POINT",
      operator: "IS_BEFORE",
      type: "FIXED",
      timePoint: yesterday,
    });
    await portal.flow(contactFlow("old", onState(allOf(old)), chain(set("company", text("old")))));
    const id = await portal.contact({ due_at: "2027-03-01T09:00:00Z" });
    await portal.pass({ minutes: 7 * 1440 });
    expect(await portal.value(id, "company")).toBeNull();
    await portal.write(id, { due_at: "2027-03-02T09:00:00Z" });
    await portal.pass({ minutes: 1 });
    expect(await portal.value(id, "company")).toBe("old");
  });

  test("20 owners take turns in order of their ids", async () => {
    const portal = await openRunnerPortal();
    const rotate = action("0-11", {
      user_ids: ["9003", "9002"],
      target_property: "hubspot_owner_id",
      overwrite_current_owner: "true",
    });
    await portal.flow(contactFlow("rotate", onChange("step", ["one"]), chain(rotate)));
    const owners: (string | null)[] = [];
    for (const _ of [1, 2, 3]) {
      const id = await portal.contact();
      await portal.write(id, { step: "one" });
      await portal.pass({ minutes: 1 });
      owners.push(await portal.value(id, "hubspot_owner_id"));
    }
    expect(owners).toEqual(["102", "103", "102"]);
  });

  test("21 a record stays at its action when its workflow is changed, and leaves when that is gone", async () => {
    const portal = await openRunnerPortal();
    const waiting = chain(delay(60), set("company", text("old")));
    const flow = await portal.flow(contactFlow("edited", onChange("step", ["one"]), waiting));
    const [first, second] = [await portal.contact(), await portal.contact()];
    await portal.write(first, { step: "one" });
    await portal.pass({ minutes: 30 });
    await portal.switchFlow(flow, true, { actions: chain(delay(600), set("company", text("new"))) });
    await portal.pass({ minutes: 31 });
    expect(await portal.value(first, "company")).toBe("new");
    await portal.write(second, { step: "one" });
    await portal.pass({ minutes: 30 });
    await portal.switchFlow(flow, true, {
      startActionId: "7",
      actions: [{ ...set("company", text("newest")), actionId: "7" }],
    });
    const { steps } = await portal.pass({ minutes: 6000 });
    expect(await portal.value(second, "company")).toBeNull();
    expect(steps).toMatchObject([{ kind: "left", text: "its step was removed" }]);
  });

  test("22 a call, a meeting or mail that went out makes its contact contacted, and that is a change", async () => {
    const portal = await openRunnerPortal();
    await portal.flow(contactFlow("touched", onChange("notes_last_contacted"), chain(set("tally", increment))));
    const id = await portal.contact();
    const touch = (type: string, typeId: number, properties: JsonObject) =>
      portal.create(type, properties, [
        { to: { id }, types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: typeId }] },
      ]);
    await touch("calls", 194, { hs_timestamp: "2027-02-27T10:00:00Z" });
    expect(await portal.value(id, "notes_last_contacted")).toBe("2027-02-27T10:00:00.000Z");
    await touch("emails", 198, { hs_timestamp: "2027-03-01T08:00:00Z", hs_email_direction: "INCOMING_EMAIL" });
    await touch("meetings", 200, { hs_timestamp: "2027-02-26T10:00:00Z" });
    expect(await portal.value(id, "notes_last_contacted")).toBe("2027-02-27T10:00:00.000Z");
    await portal.pass({ minutes: 1 });
    await touch("emails", 198, { hs_timestamp: "2027-03-01T08:00:00Z", hs_email_direction: "EMAIL" });
    await portal.pass({ minutes: 1 });
    expect(await portal.value(id, "tally")).toBe("2");
    expect(await portal.value(id, "num_contacted_notes")).toBe("3");
  });

  test("23 actions that lead back to one another are refused", async () => {
    const portal = await openRunnerPortal();
    const [first = {}, second = {}] = chain(delay(1), set("company", text("round")));
    const back = { ...second, connection: { edgeType: "GOTO", nextActionId: "1" } };
    const refused = await portal.call(
      "POST",
      "/automation/v4/flows",
      contactFlow("round", onChange("step"), [first, back]),
    );
    expect(refused.status).toBe(400);
    expect(refused.body.message).toContain("lead back");
  });

  test("24 one date is after another only when it is later", async () => {
    const portal = await openRunnerPortal();
    const later = filter("due_at", {
      operationType: "COMPARATIVE_DATE",
      operator: "IS_AFTER",
      comparisonPropertyName: "other_at",
    });
    await portal.flow(contactFlow("later", onState(allOf(later)), chain(set("company", text("later")))));
    const same = await portal.contact({ due_at: "2027-03-01T09:00:00Z", other_at: "2027-03-01T09:00:00Z" });
    const after = await portal.contact({ due_at: "2027-03-01T09:00:01Z", other_at: "2027-03-01T09:00:00Z" });
    await portal.pass({ minutes: 1 });
    expect([await portal.value(same, "company"), await portal.value(after, "company")]).toEqual([null, "later"]);
  });

  test("25 time points from the week, and hours from today, are refused", async () => {
    const portal = await openRunnerPortal();
    const zone = { zoneId: "Europe/Paris", timezoneSource: "CUSTOM" };
    for (const point of [
      { indexReference: { referenceType: "WEEK" } },
      { indexReference: { referenceType: "TODAY" }, offset: { hours: 2 } },
    ]) {
      const timePoint = { timeType: "INDEXED", ...point, ...zone };
      const odd = filter("due_at", { operationType: "TIME_POINT", operator: "IS_AFTER", type: "FIXED", timePoint });
      const definition = contactFlow("odd", onState(allOf(odd)), chain(set("company", text("odd"))), {
        isEnabled: true,
      });
      expect((await portal.call("POST", "/automation/v4/flows", definition)).status).toBe(400);
    }
  });

  test("26 twenty branches, two hundred and fifty filters, three hundred workflows are the limit", async () => {
    const portal = await openRunnerPortal();
    const branches = Array.from({ length: 21 }, () => ({
      branchName: "b",
      filterBranch: allOf(isAnyOf("step", "one")),
    }));
    const wide = contactFlow("wide", onChange("step"), [
      { type: "LIST_BRANCH", actionId: "1", listBranches: branches },
    ]);
    expect((await portal.call("POST", "/automation/v4/flows", wide)).body.message).toContain("20 branches");
    const filters = Array.from({ length: 251 }, () => isAnyOf("step", "one"));
    const long = contactFlow("long", onState(allOf(...filters)), chain(set("company", text("long"))));
    expect((await portal.call("POST", "/automation/v4/flows", long)).body.message).toContain("at most 250 filters");
    // A trigger on an event is one filter, though it asks for the property and its value.
    const triggers = onChange("step", ["one"])["eventFilterBranches"] as readonly JsonObject[];
    for (const [count, status] of [
      [250, 201],
      [251, 400],
    ] as const) {
      const eventFilterBranches = Array.from({ length: count }, () => triggers).flat();
      const entrance = { ...onChange("step", ["one"]), eventFilterBranches };
      const flow = contactFlow(`on ${count} events`, entrance, chain(set("company", text("events"))));
      expect((await portal.call("POST", "/automation/v4/flows", flow)).status).toBe(status);
    }
  });

  test("criteria are asked again when a trigger is noticed, or count as they were", async () => {
    for (const [criteriaWhenNoticed, company] of [
      ["checked-again", null],
      ["as-they-were", "Acme"],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, criteriaWhenNoticed, triggerLagSeconds: { from: 60, to: 60 } });
      await portal.flow(
        contactFlow("state", onState(allOf(isAnyOf("step", "one"))), chain(set("company", text("Acme")))),
      );
      const id = await portal.contact({ step: "one" });
      await portal.pass({ minutes: 0.5 });
      await portal.write(id, { step: "two" });
      await portal.pass({ minutes: 5 });
      expect(await portal.value(id, "company"), criteriaWhenNoticed).toBe(company);
    }
  });

  test("who is inside misses the triggers noticed meanwhile, or also those that happen meanwhile", async () => {
    for (const [triggersWhileInside, tally] of [
      ["missed-when-noticed", "2"],
      ["missed-when-happening", "1"],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, triggersWhileInside, triggerLagSeconds: { from: 60, to: 60 } });
      await portal.flow(contactFlow("count", onChange("step"), chain(delay(1), set("tally", increment))));
      const id = await portal.contact();
      await portal.write(id, { step: "one" });
      await portal.pass({ minutes: 1.5 }); // inside from 1:00 to 2:00
      await portal.write(id, { step: "two" }); // noticed at 2:30
      await portal.pass({ minutes: 60 });
      expect(await portal.value(id, "tally"), triggersWhileInside).toBe(tally);
    }
  });

  test("a change lets in anyone who meets the criteria, or only who was inside before", async () => {
    for (const [reEnrollment, company] of [
      ["anyone", "Acme"],
      ["returning-only", null],
    ] as const) {
      const portal = await openRunnerPortal({ ...exact, reEnrollment });
      const id = await portal.contact({ step: "one" });
      const entrance = onState(allOf(isAnyOf("step", "one", "two")), { again: ["step"] });
      await portal.flow(contactFlow("state", entrance, chain(set("company", text("Acme")))));
      await portal.write(id, { step: "two" });
      await portal.pass({ minutes: 1 });
      expect(await portal.value(id, "company"), reEnrollment).toBe(company);
    }
  });
});
