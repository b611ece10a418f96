import { describe, expect, test } from "vitest";
import { drawBehaviour } from "../../src/localcrm/runner/behaviour.ts";
import { frontDesk, staff } from "./front-desk.ts";
import { openWorkingPortal } from "./working-portal.ts";

const open = (assign: string, escalate = "escalate: [{ after: due, notify: [owner, chief] }]") =>
  openWorkingPortal(
    frontDesk
      .replace("assign: [{ rotate: seller }]", assign)
      .replace("escalate: [{ after: due, notify: [owner, chief] }]", escalate),
    staff,
    "2027-03-01T09:00:00Z",
  );

/** Mia of marketing has a contact whose need becomes known. */
async function arrival(portal: Awaited<ReturnType<typeof open>>, name: string, minutes = 1): Promise<string> {
  const { body } = await portal.call("GET", "/crm/v3/owners?email=mia@example.test");
  const id = await portal.contact({
    firstname: name,
    lastname: "Roux",
    hubspot_owner_id: String(body.results[0]?.["id"]),
  });
  await portal.pass({ minutes });
  await portal.write(id, { desk_need: "a desk" });
  await portal.pass({ minutes });
  return id;
}

const handingOn =
  "escalate: [{ after: due, notify: [owner, chief] }, { after: 1 calendar hour, reassign: seller, notify: [owner] }]";

describe("records that are handed over", () => {
  test("go to the team in turn, each announced to its new owner once its due time is known", async () => {
    const portal = await open("assign: [{ rotate: seller }]");
    const ids = [await arrival(portal, "Eva"), await arrival(portal, "Guy"), await arrival(portal, "Ann")];
    expect(await Promise.all(ids.map(portal.ownerOf))).toEqual([
      "ada@example.test",
      "ben@example.test",
      "ada@example.test",
    ]);
    expect(await portal.tasks()).toEqual([
      "ada@example.test: Accept or refuse: Eva Roux – To sales",
      "ben@example.test: Accept or refuse: Guy Roux – To sales",
      "ada@example.test: Accept or refuse: Ann Roux – To sales",
    ]);
    expect(await portal.value(ids[0] ?? "", "desk_to_sales_assignment")).toBe("assigned");
  });

  test("and forgotten are told to their owner and to the head of sales", async () => {
    const portal = await open("assign: [{ rotate: seller }]");
    await arrival(portal, "Eva");
    expect(await portal.post()).toEqual([]);
    await portal.pass({ minutes: 180 });
    expect((await portal.post()).toSorted()).toEqual([
      "ada@example.test: Overdue: Eva Roux – To sales · decision",
      "chief@example.test: Overdue: Eva Roux – To sales · decision",
    ]);
  });

  test("and refused to the sender are the sender's again", async () => {
    const portal = await open("assign: [{ rotate: seller }]");
    const id = await arrival(portal, "Eva");
    expect(await portal.ownerOf(id)).toBe("ada@example.test");
    await portal.write(id, { desk_to_sales_decision: "refused", desk_to_sales_reason: "wrong" });
    await portal.pass({ minutes: 1 });
    expect(await portal.ownerOf(id)).toBe("mia@example.test");
    expect(await portal.value(id, "desk_stage")).toBe("lead");
  });

  test("stay with their owner where the contract keeps it", async () => {
    const portal = await open("assign: [{ keep: contact-owner }, { rotate: seller }]");
    const id = await arrival(portal, "Eva");
    expect(await portal.ownerOf(id)).toBe("mia@example.test");
    expect(await portal.value(id, "desk_to_sales_assignment")).toBe("kept");
    expect(await portal.tasks()).toEqual(["mia@example.test: Accept or refuse: Eva Roux – To sales"]);
  });

  test("go to the one person whom the contract names, whoever else is in the team", async () => {
    const portal = await open("assign: [{ to: chief }]");
    expect(await portal.ownerOf(await arrival(portal, "Eva"))).toBe("chief@example.test");
  });

  test("and forgotten go to the next in turn, who gets the time anew and once only; what was missed stays on record", async () => {
    const portal = await open("assign: [{ rotate: seller }]", handingOn);
    const id = await arrival(portal, "Eva");
    expect(await portal.ownerOf(id)).toBe("ada@example.test");
    expect(await portal.value(id, "desk_to_sales_decision_due_at")).toBe("2027-03-01T11:01:00.000Z");
    await portal.pass({ minutes: 178 });
    expect(await portal.ownerOf(id)).toBe("ada@example.test");
    await portal.pass({ minutes: 5 });
    expect(await portal.ownerOf(id)).toBe("ben@example.test");
    expect(await portal.value(id, "desk_to_sales_assignment")).toBe("reassigned");
    expect(await portal.value(id, "desk_to_sales_decision_missed_at")).toBe("2027-03-01T11:01:00.000Z");
    expect(await portal.value(id, "desk_to_sales_decision_due_at")).toBe("2027-03-01T14:01:00.000Z");
    expect(await portal.value(id, "desk_to_sales_decision_alert")).toBe("none");
    expect(await portal.tasks()).toEqual([
      "ada@example.test: Accept or refuse: Eva Roux – To sales",
      "ben@example.test: Accept or refuse: Eva Roux – To sales",
    ]);
    await portal.pass({ minutes: 600 });
    expect(await portal.ownerOf(id)).toBe("ben@example.test");
    expect(await portal.value(id, "desk_to_sales_decision_alert")).toBe("escalated-2");
  });

  test.each([1, 2, 3, 4, 5, 6])("end up with the same people whatever HubSpot may do, seed %i", async (seed) => {
    const portal = await open("assign: [{ rotate: seller }]", handingOn);
    await portal.call("PUT", "/__revpact/runner", { seed, behaviour: drawBehaviour(seed) });
    const id = await arrival(portal, "Eva", 60);
    expect([await portal.ownerOf(id), (await portal.tasks()).length]).toEqual(["ada@example.test", 1]);
    await portal.pass({ minutes: 24 * 60 });
    expect([await portal.ownerOf(id), (await portal.post()).length]).toEqual(["ben@example.test", 6]);
    await portal.write(id, { desk_to_sales_decision: "refused", desk_to_sales_reason: "wrong" });
    await portal.pass({ minutes: 60 });
    expect([await portal.ownerOf(id), await portal.value(id, "desk_stage")]).toEqual(["mia@example.test", "lead"]);
  });
});
