import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { expectRefusal, folderWithContract, type Run, revpact, start } from "./run-command.ts";

const crmFolder = ".revpact/local/crm";

/** Asks the local CRM that a command keeps running. */
function caller(folder: string, url: string) {
  const headers = {
    authorization: `Bearer ${readFileSync(join(folder, crmFolder, "token"), "utf8").trim()}`,
    "content-type": "application/json",
  };
  return async (method: string, path: string, body?: unknown) => {
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${url}${path}`, init);
    expect(response.status, path).toBeLessThan(300);
    return (await response.json()) as Record<string, unknown>;
  };
}

const urlIn = (text: string): string => /http:\/\/[\d.:]+/.exec(text)?.[0] ?? "";

/** A workflow that waits for two days after a contact became open, and then tells the owner and closes it. */
const followUp = {
  name: "acme · follow up",
  type: "CONTACT_FLOW",
  flowType: "WORKFLOW",
  objectTypeId: "0-1",
  isEnabled: true,
  startActionId: "1",
  enrollmentCriteria: {
    type: "EVENT_BASED",
    shouldReEnroll: true,
    listMembershipFilterBranches: [],
    eventFilterBranches: [
      {
        filterBranchType: "UNIFIED_EVENTS",
        filterBranchOperator: "AND",
        eventTypeId: "4-655002",
        operator: "HAS_COMPLETED",
        filterBranches: [],
        filters: [
          {
            filterType: "PROPERTY",
            property: "hs_name",
            operation: { operationType: "STRING", operator: "IS_EQUAL_TO", value: "hs_lead_status" },
          },
        ],
      },
    ],
  },
  actions: [
    {
      type: "SINGLE_CONNECTION",
      actionId: "1",
      actionTypeId: "0-1",
      actionTypeVersion: 0,
      fields: { delta: "2", time_unit: "DAYS" },
      connection: { edgeType: "STANDARD", nextActionId: "2" },
    },
    {
      type: "SINGLE_CONNECTION",
      actionId: "2",
      actionTypeId: "0-5",
      actionTypeVersion: 0,
      fields: { property_name: "company", value: { type: "STATIC_VALUE", staticValue: "Overdue" } },
    },
  ],
};

describe("revpact crm clock", () => {
  let folder = "";
  const clock = (...args: readonly string[]): Promise<Run> => revpact(["crm", "clock", ...args], { cwd: folder });

  beforeAll(() => {
    folder = folderWithContract();
  });

  test("shows real time until it is set, and what would run", async () => {
    const { code, out } = await clock();
    expect(code).toBe(0);
    expect(out).toMatch(/^The portal's clock shows real time: .+ \(Europe\/Paris\)\n {2}it has no workflows\n$/);
  });

  test("reports what workflows did while time passed, and keeps the time when the local CRM is stopped by Ctrl-C", async () => {
    const crm = start(["crm", "start"], { cwd: folder });
    const call = caller(folder, urlIn(await crm.says("crm stop")));
    expect((await clock("set", "2027-03-01T09:00")).out).toContain("stands at Monday 1 March 2027, 09:00");
    await call("POST", "/automation/v4/flows", followUp);
    const { id } = await call("POST", "/crm/v3/objects/contacts", { properties: { firstname: "Ann" } });
    await call("PATCH", `/crm/v3/objects/contacts/${id}`, { properties: { hs_lead_status: "OPEN" } });

    const waiting = await clock("advance", "1d");
    expect(waiting.out.split("\n")).toEqual([
      "The portal's clock stands at Tuesday 2 March 2027, 09:00 (Europe/Paris)",
      "  acme · follow up  1 record entered",
      "  1 of 1 workflows is on",
      expect.stringMatching(/^ {2}next due Wednesday 3 March 2027, 09:0\d$/),
      "",
    ]);

    crm.process.kill("SIGINT");
    expect((await crm.end).code).toBe(0);

    const done = await clock("advance", "2d", "--verbose", "--lang", "fr");
    const [step, left, ...summary] = done.out.split("\n");
    expect(step).toMatch(
      new RegExp(
        `^ {2}mercredi 3 mars 2027 à 9\\sh(?:\\s0\\d)? {2}contact ${id} {2}acme · follow up {2}company = Overdue$`,
      ),
    );
    expect(left).toMatch(/acme · follow up {2}sort$/);
    expect(summary).toEqual([
      expect.stringMatching(/^L’horloge du portail est arrêtée au jeudi 4 mars 2027 à 9\sh \(Europe\/Paris\)$/),
      "  acme · follow up  1 action, 1 sortie",
      "  1 workflow activé sur 1",
      "",
    ]);
  });

  test("gives the same as JSON", async () => {
    const { code, out } = await clock("advance", "1d12h", "--json");
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        formatVersion: 1,
        from: "2027-03-04T08:00:00.000Z",
        now: "2027-03-05T20:00:00.000Z",
        isStanding: true,
        timeZone: "Europe/Paris",
        workflows: { on: 1, off: 0 },
        flows: [],
      },
    ]);
  });

  test.each<[readonly string[], RegExp]>([
    [["advance", "3x"], /3x is no duration[\s\S]*90m, 2h, 3d/],
    [["advance", "999999w"], /up to the year 9999/],
    [["set", "tomorrow"], /tomorrow is no time[\s\S]*2027-03-01T09:00/],
    [["set", "2027-02-30T09:00"], /2027-02-30T09:00 is no time/],
    [["set", "2020-01-01T09:00"], /cannot go back before 2027-03-0\dT/],
    [["advance", "3d", "nowhere.yaml"], /no file or folder nowhere\.yaml/],
  ])("refuses %j and says what to write", async (args, words) => {
    expectRefusal(await clock(...args), 7, [words]);
  });
});
