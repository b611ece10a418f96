import { expect, test } from "vitest";
import { exampleText } from "../targets/compile-example.ts";
import { openSalesDesk } from "./sales-desk.ts";

const inbound = (name: string): string => `acme_inbound_${name}`;
const toSdr = (name: string): string => inbound(`marketing_to_sdr_${name}`);
const toSales = (name: string): string => inbound(`sdr_to_sales_${name}`);

// Accounts that every local CRM has.
const people =
  "{ sdr: { user: sdr@example.test }, account-executive: { user: ae@example.test }, head-of-sales: { team: Sales }, head-of-marketing: { user: marketing@example.test }, marketing-ops: { team: Marketing }, ceo: { team: Marketing } }";

test("a lead is overdue, sent back, accepted, refused, accepted and won: what people see on the way", async () => {
  const desk = await openSalesDesk(
    exampleText("classic-inbound").replace("  local: { crm: local }", `  local: { crm: local, people: ${people} }`),
  );
  const told: string[] = [];
  const scene = async (text: string, seen: string) => {
    const mail = (await desk.mail()).map((subject) => `@ ${subject}`);
    told.push([`# ${text}`, ...mail, seen].join("\n"));
  };

  await desk.until("2027-01-11T09:30");
  const company = await desk.create("companies", { name: "Une entreprise", numberofemployees: "120" });
  const lead = await desk.create(
    "contacts",
    { email: "lead@example.com", acme_fit: "72", firstname: "Exemple", lastname: "de lead" },
    [{ id: company, kind: 279 }],
  );
  const sees = (names: readonly string[]) => desk.card("contacts", lead, names);
  const handoff = [inbound("stage"), ...["state", "priority", "decision_due_at", "decision_alert"].map(toSdr)];

  await desk.until("2027-01-11T09:40");
  await desk.write("contacts", lead, { [inbound("signal_any_form_at")]: "2027-01-11T08:40:00Z" });
  await desk.until("2027-01-11T09:50");
  await scene("Monday 09:40: a form is filled in, but nobody knows the country", await sees(handoff));

  await desk.write("contacts", lead, { [inbound("country")]: "FR" });
  await desk.until("2027-01-11T10:00");
  await scene("09:50: marketing fills the country in: the SDR has until 15:20", await sees(handoff));

  await desk.until("2027-01-11T14:40");
  await scene("14:40: reminded twice", await sees(handoff));

  await desk.until("2027-01-11T15:40");
  await scene("15:40: overdue", await sees(handoff));

  await desk.until("2027-01-12T09:30");
  await scene("Tuesday 09:30: escalated to the heads", await sees(handoff));

  await desk.write("contacts", lead, { [toSdr("decision")]: "refused" });
  await desk.until("2027-01-12T09:40");
  const refusal = [inbound("stage"), ...["state", "decision", "reason", "repair", "repair_due_at"].map(toSdr)];
  await scene("09:30: refused, but without a reason it stays open", await sees(refusal));

  await desk.write("contacts", lead, { [toSdr("reason")]: "wrong-data" });
  await desk.until("2027-01-12T09:50");
  await scene("09:40: wrong contact data: marketing owes the repair", await sees(refusal));

  await desk.until("2027-01-13T11:00");
  await desk.write("contacts", lead, { [toSdr("repair")]: "done" });
  await desk.until("2027-01-13T11:10");
  await scene("Wednesday 11:00: repaired, handed over again", await sees([...handoff, toSdr("episode")]));

  await desk.call(lead);
  await desk.until("2027-01-13T11:20");
  await desk.write("contacts", lead, { [toSdr("decision")]: "accepted" });
  await desk.until("2027-01-13T11:30");
  const worked = [inbound("stage"), inbound("stage_entered_at"), inbound("sal_outcome_due_at")];
  await scene(
    "11:10: the SDR calls, and accepts at 11:20",
    await sees([...worked, toSdr("state"), toSdr("first_touch_at"), toSdr("decided_at")]),
  );

  await desk.until("2027-01-20T10:00");
  await desk.write("contacts", lead, {
    [inbound("signal_meeting_held_at")]: "2027-01-20T09:00:00Z",
    [inbound("budget")]: "true",
    [inbound("authority")]: "true",
    [inbound("need")]: "Un CRM qui tient ses engagements",
  });
  await desk.write("contacts", lead, { [toSales("hand_over")]: "yes" });
  await desk.until("2027-01-20T10:15");
  const sale = [inbound("stage"), ...["state", "hand_over", "decision", "decision_due_at", "reason"].map(toSales)];
  await scene("A week later the SDR hands over to sales", await sees(sale));

  await desk.write("contacts", lead, {
    [toSales("decision")]: "refused",
    [toSales("reason")]: "need-unclear",
    [toSales("reason_detail")]: "Quel volume ?",
  });
  await desk.until("2027-01-20T10:30");
  await scene("The account executive refuses: the need is not clear", await sees(sale));

  await desk.until("2027-01-20T15:00");
  await desk.write("contacts", lead, { [toSales("hand_over")]: "yes" });
  await desk.until("2027-01-20T15:10");
  await desk.write("contacts", lead, { [toSales("decision")]: "accepted" });
  await desk.until("2027-01-20T15:20");
  const [deal = ""] = await desk.dealsOf(lead);
  const dealCard = () => desk.card("deals", deal, ["dealname", "dealstage", inbound("discovery_outcome_due_at")]);
  await scene("In the afternoon again: accepted, a deal is made", `${await sees(sale)}\n${await dealCard()}`);

  await desk.until("2027-02-22T10:00");
  const late = () => desk.card("deals", deal, ["dealstage", inbound("discovery_outcome_alert")]);
  await scene(
    "A month later nothing has come of the deal: overdue",
    `${await sees([inbound("stage")])}\n${await late()}`,
  );

  await desk.write("deals", deal, { amount: "24000", dealstage: inbound("won") });
  await desk.until("2027-02-22T10:20");
  await scene("Won", `${await sees([inbound("stage")])}\n${await late()}`);

  await expect(`${told.join("\n\n")}\n`).toMatchFileSnapshot("../fixtures/stories/a-lead.txt");
});
