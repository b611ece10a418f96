import { describe, expect, test } from "vitest";
import { openFarPortal } from "./far-portal.ts";
import { smallContract } from "./run-command.ts";

const seed = {
  owners: [
    { email: "chief@example.test", teams: ["Commerce"] },
    { email: "gone@example.test", teams: ["Commerce"], isInactive: true },
  ],
  teams: ["Secteur Nord"],
  forms: ["Demande de devis", "Nous contacter"],
  events: { trial_started: "Trial started" },
};
const signals = `
signals:
  quote: { label: { en: Quote, fr: Devis }, handRaise: true }
  trial: { label: { en: Trial, fr: Essai } }
  meeting: { label: { en: Meeting, fr: Rendez-vous } }
`;
const text = smallContract
  .replace("scope:", `${signals.trim()}\nscope:`)
  .replace(
    "criteria: { field: need, known: true }",
    "criteria: { any: [{ signal: quote }, { signal: trial }, { signal: meeting }] }",
  );

const open = (
  environment: string,
  env: Readonly<Record<string, string>> = {},
  tier: "enterprise" | "professional" = "enterprise",
) => openFarPortal({ seed, account: { tier } }, { environment, text, env });

describe("what an environment names", () => {
  test("is found in the portal: users, teams, forms, meetings and events, whatever their case; nothing is said", async () => {
    const portal = await open(
      `people: { marketer: { user: env:MARKETER }, seller: { team: commerce } }
signals: { quote: { form: demande de devis }, trial: { event: Trial started }, meeting: { meeting: scheduled } }`,
      { MARKETER: "Chief@example.test" },
    );
    const run = await portal.run("plan");
    expect(run, run.talk).toMatchObject({ code: 0, talk: "" });
    const facts = portal.requests.filter((request) => /owners|teams|forms|event-definitions/.test(request));
    expect(facts.sort()).toEqual(["GET /crm/v3/owners", "GET /events/v3/event-definitions", "GET /marketing/v3/forms"]);
    expect(run.out + JSON.stringify(await portal.run("plan", "--format", "json"))).not.toContain("chief@");
  });

  test("and is misspelt is told at its place, with the nearest and with what there is", async () => {
    const portal = await open(
      `people: { seller: { team: Comerce } }
signals: { quote: { form: Demande de dévis }, trial: { product: trial_start }, meeting: { meeting: planned } }`,
    );
    const run = await portal.run("plan", "--verbose");
    expect(run.code).toBe(0);
    expect(run.talk).toMatch(
      /contract\.yaml:\d+:\d+: warning CRM812 There is no team "Comerce" in the portal; did you mean "Commerce"\n/,
    );
    expect(run.talk).toContain('help  write a name as the CRM has it: "Commerce", "Secteur Nord"\n');
    expect(run.talk).toContain('There is no form "Demande de dévis" in the portal; did you mean "Demande de devis"');
    expect(run.talk).toContain('There is no event "trial_start" in the portal; did you mean "trial_started"');
    expect(run.talk).toContain('There is no meeting "planned" in the portal\n');
    expect(run.out).toContain('! There is no team "Comerce" in the portal; did you mean "Commerce".  left to people');
    expect(run.out).toContain("environments.far.people.seller");
    const french = await portal.run("plan", "--lang", "fr");
    expect(french.talk).toContain(
      "Il n'y a pas d'équipe «\u00a0Comerce\u00a0» dans le portail\u202f; vouliez-vous dire «\u00a0Commerce\u00a0»",
    );
  });

  test("and is a property: a wrong name is told with the one that was meant, and so is one that holds no date and time", async () => {
    const portal = await open("signals: { quote: { property: last_qoute }, trial: { property: trial_note } }");
    const base = { groupName: "contactinformation", label: "P" };
    const path = "/crm/v3/properties/contacts";
    await portal.call("POST", path, { ...base, name: "last_quote", type: "datetime", fieldType: "date" });
    await portal.call("POST", path, { ...base, name: "trial_note", type: "string", fieldType: "text" });
    const run = await portal.run("plan");
    expect(run.talk).toMatch(
      /contract\.yaml:\d+:\d+: warning CRM812 There is no property "last_qoute" in the portal; did you mean "last_quote"\n/,
    );
    expect(run.out).toContain("the contract uses it, and the CRM does not have it");
    expect(run.out).toContain("it has another type, or lacks an option, that the contract says");
  });

  test("is applied without: a name that leads nowhere stops nothing else", async () => {
    const portal = await open("people: { seller: { team: Comerce } }");
    const run = await portal.run("apply", "--yes");
    expect(run, run.talk).toMatchObject({ code: 0 });
    expect(run.out).toContain("read again and found as the contract says");
  });

  test("and has left is OWN605, with the role that waits for a successor; the variable is named, not the person", async () => {
    const portal = await open("people: { marketer: { user: env:MARKETER }, seller: { user: gone@example.test } }", {
      MARKETER: "gone@example.test",
    });
    const run = await portal.run("plan");
    expect(run.talk).toContain(
      'warning OWN605 "gone@example.test", who is "seller" in "far", is no longer active in the CRM',
    );
    expect(run.talk).toContain('warning OWN605 "MARKETER", who is "marketer" in "far", is no longer active in the CRM');
    expect(run.out).not.toContain("9002");
  });

  test("by a variable that is not set is told so; who else has an account is not", async () => {
    const portal = await open("people: { marketer: { user: env:MARKETER }, seller: { user: nobody@example.test } }");
    const run = await portal.run("plan", "--verbose");
    expect(run.talk).toContain("CRM812 The environment variable MARKETER is not set");
    expect(run.talk).toContain('There is no user "nobody@example.test" in the portal\n');
    expect(run.out + run.talk).not.toContain("chief@");
  });

  test("twice in the portal is told so", async () => {
    const { run } = await openFarPortal(
      { seed: { ...seed, forms: ["Devis", "Devis"] } },
      { text, environment: "signals: { quote: { form: Devis } }" },
    );
    expect((await run("plan")).talk).toContain('The portal has several forms called "Devis"');
  });

  test("and the token may not read is not looked up, with the scope that lacks", async () => {
    const { run } = await openFarPortal(
      {
        seed,
        account: {
          scopes: [
            "automation",
            "crm.lists.read",
            "crm.lists.write",
            "crm.schemas.contacts.write",
            "crm.schemas.contacts.read",
          ],
        },
      },
      { text, environment: "signals: { quote: { form: Demande de devis } }" },
    );
    const planned = await run("plan");
    expect(planned.talk).toContain('CRM812 "Demande de devis" can\'t be looked up: the token lacks forms');
    expect(planned.code).toBe(0);
  });

  test("in a portal where a team has nobody yet is found by its settings", async () => {
    const portal = await open("people: { seller: { team: Secteur Nord } }");
    expect((await portal.run("plan")).talk).toBe("");
    expect(portal.requests).toContain("GET /settings/v3/users/teams");
  });
});
