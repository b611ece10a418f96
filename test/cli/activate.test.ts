import { describe, expect, test } from "vitest";
import { type FarPortal, openFarPortal } from "./far-portal.ts";
import { expectRefusal } from "./run-command.ts";

interface Shown {
  readonly workflows: readonly {
    readonly name: string;
    readonly isOn: boolean;
    readonly notReady?: string;
    readonly waitsForChange: boolean;
    readonly enteringNow?: { readonly records: number; readonly isExact: boolean };
    readonly outcome?: string;
  }[];
}

async function applied(): Promise<FarPortal> {
  const portal = await openFarPortal();
  const run = await portal.run("apply", "--yes");
  expect(run, run.talk).toMatchObject({ code: 0 });
  portal.requests.length = 0;
  return portal;
}

const parsed = (text: string): Shown["workflows"] => (JSON.parse(text) as Shown).workflows;
const shown = async (portal: FarPortal): Promise<Shown["workflows"]> =>
  parsed((await portal.run("activate", "--format", "json")).out);
const isWrite = (request: string): boolean => !/^GET|\/search$|batch\/read$|access-token-info$/.test(request);

interface Flow {
  readonly id: string;
  readonly name: string;
  readonly isEnabled: boolean;
}

const flowsOf = async ({ call }: FarPortal): Promise<readonly Flow[]> =>
  (await call("GET", "/automation/v4/flows"))["results"] as readonly Flow[];

async function rename({ call }: FarPortal, { id }: Flow): Promise<void> {
  const { flowType: _, objectTypeId: __, dataSources: ___, ...flow } = await call("GET", `/automation/v4/flows/${id}`);
  await call("PUT", `/automation/v4/flows/${id}`, { ...flow, actions: [], startActionId: undefined });
}

describe("workflows that were applied", () => {
  test("are shown with the records that would enter, and nothing is written", async () => {
    const portal = await applied();
    for (const stage of ["lead", "lead", "working"])
      await portal.call("POST", "/crm/v3/objects/contacts", { properties: { small_stage: stage } });
    portal.requests.length = 0;
    const text = await portal.run("activate");
    expect(text, text.talk).toMatchObject({ code: 0 });
    expect(text.out).toMatch(/^0 of \d+ workflows are switched on\n/);
    expect(text.out).toMatch(/off +waits for a change/);
    const counted = (await shown(portal)).flatMap(({ enteringNow }) =>
      enteringNow === undefined ? [] : [enteringNow],
    );
    expect(counted.map(({ records }) => records)).toContain(2);
    expect(portal.requests.filter(isWrite)).toEqual([]);
  });

  test("are switched on by name or clause, those that wait for a change first, and the plan stays empty", async () => {
    const portal = await applied();
    const all = await shown(portal);
    const [first] = all;
    const one = await portal.run("activate", "--only", first?.name ?? "", "--yes");
    expect(one.out).toContain("Switched on: 1 workflow.");
    expect((await flowsOf(portal)).filter(({ isEnabled }) => isEnabled).map(({ name }) => name)).toEqual([first?.name]);
    const rest = await portal.run("activate", "--all", "--yes", "--format", "json");
    expect(rest, rest.talk).toMatchObject({ code: 0 });
    expect(parsed(rest.out).filter(({ outcome }) => outcome === "done")).toHaveLength(all.length - 1);
    const kinds = all.map(({ waitsForChange }) => waitsForChange);
    expect(kinds.lastIndexOf(true)).toBeLessThan(kinds.indexOf(false));
    expect((await flowsOf(portal)).every(({ isEnabled }) => isEnabled)).toBe(true);
    expect((await portal.run("plan")).out).toContain("No changes");
    expect((await portal.run("activate", "--all", "--yes")).out).toContain("switched on already");
  });

  test("are switched off again, whatever was done to them", async () => {
    const portal = await applied();
    await portal.run("activate", "--all", "--yes");
    for (const flow of await flowsOf(portal)) await rename(portal, flow);
    const off = await portal.run("activate", "--all", "--off", "--yes", "--lang", "fr");
    expect(off, off.talk).toMatchObject({ code: 0 });
    expect(off.out).toContain("Désactivés");
    expect((await flowsOf(portal)).some(({ isEnabled }) => isEnabled)).toBe(false);
  });

  test("that were edited in the CRM stay off, with the reason", async () => {
    const portal = await applied();
    const [flow] = await flowsOf(portal);
    await rename(portal, flow as Flow);
    const run = await portal.run("activate", "--only", flow?.name ?? "", "--yes");
    expect(run.code).toBe(5);
    expect(run.out).toContain("was edited in the CRM: see revpact plan");
    expect((await flowsOf(portal)).some(({ isEnabled }) => isEnabled)).toBe(false);
  });

  test("of a portal that refuses a search are shown without counts", async () => {
    const portal = await applied();
    await portal.call("POST", "/__revpact/faults", {
      faults: ["POST /crm/v3/objects/{objectType}/search token-expired"],
    });
    const run = await portal.run("activate");
    expect(run.code).toBe(0);
    expect(run.out).toContain("not counted");
  });
});

describe("switching", () => {
  test("asks first: without a terminal it names the flag", async () => {
    const portal = await applied();
    expectRefusal(await portal.run("activate", "--all"), 7, ["no terminal to ask on", "--yes"]);
    expect((await flowsOf(portal)).some(({ isEnabled }) => isEnabled)).toBe(false);
  });

  test("takes no name that no workflow has, and suggests one", async () => {
    const portal = await openFarPortal();
    expectRefusal(await portal.run("activate", "--only", "handofs"), 7, ["did you mean handoffs"]);
  });

  test("before an apply says what to do first", async () => {
    const portal = await openFarPortal();
    const run = await portal.run("activate", "--all", "--yes");
    expect(run.code).toBe(5);
    expect(run.out).toContain("not in the CRM yet: run revpact apply");
  });

  test("whose answer never came is settled by looking", async () => {
    const portal = await applied();
    const [flow] = await flowsOf(portal);
    await portal.call("POST", "/__revpact/faults", {
      faults: ["PUT /automation/v4/flows/{flowId} answer-lost"],
    });
    const run = await portal.run("activate", "--only", flow?.name ?? "", "--yes");
    expect(run, run.talk).toMatchObject({ code: 0 });
    expect((await flowsOf(portal)).filter(({ isEnabled }) => isEnabled)).toHaveLength(1);
  });
});
