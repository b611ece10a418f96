import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, onTestFinished, test } from "vitest";
import { openPortal, temporaryFolder } from "../portal-client.ts";
import { chain, contactFlow, delay, now, onChange, set, text } from "./flow-builder.ts";
import { openRunnerPortal, runnerOver } from "./runner-portal.ts";

const hour = 3_600_000;
const clock = "/__revpact/clock";
const contacts = "/crm/v3/objects/contacts";

describe("the portal's clock", () => {
  test("shows real time until it is set; then it stands still, and all times come from it", async () => {
    const { call, advance } = await openPortal();
    advance(hour);
    expect((await call("GET", clock)).body).toMatchObject({ now: "2027-03-01T10:00:00.000Z", isStanding: false });
    await call("POST", clock, { byMs: hour });
    advance(24 * hour);
    expect((await call("GET", clock)).body).toMatchObject({ now: "2027-03-01T11:00:00.000Z", isStanding: true });
    const { body } = await call("POST", contacts, { properties: { company: "Acme" } });
    expect(body["createdAt"]).toBe("2027-03-01T11:00:00.000Z");
    expect(body.properties).toMatchObject({
      createdate: "2027-03-01T11:00:00.000Z",
      lastmodifieddate: "2027-03-01T11:00:00.000Z",
    });
    const read = await call("GET", `${contacts}/${body.id}?propertiesWithHistory=company`);
    expect(read.body["propertiesWithHistory"]).toMatchObject({ company: [{ timestamp: "2027-03-01T11:00:00.000Z" }] });
    expect((await call("GET", "/account-info/v3/details")).body["utcOffset"]).toBe("+01:00");
  });

  test("in real time, what has become due is done before the next request is answered", async () => {
    const portal = await openPortal();
    const { flow, contact, write, value } = runnerOver(portal);
    await portal.call("PUT", "/__revpact/runner", { behaviour: { triggerLagSeconds: { from: 60, to: 60 } } });
    await flow(contactFlow("later", onChange("hs_lead_status"), chain(set("company", text("Acme")))));
    const id = await contact();
    await write(id, { hs_lead_status: "OPEN" });
    expect(await value(id, "company")).toBeNull();
    portal.advance(hour);
    expect(await value(id, "company")).toBe("Acme");
  });

  test("goes back only as far as nothing has happened", async () => {
    const { call } = await openPortal();
    expect((await call("POST", clock, { to: "2026-01-01T00:00:00Z" })).status).toBe(200);
    await call("POST", clock, { to: "2026-06-01T00:00:00Z" });
    await call("POST", contacts, { properties: {} });
    const refused = await call("POST", clock, { to: "2026-05-01T00:00:00Z" });
    expect(refused.status).toBe(409);
    expect(refused.body.message).toContain("2026-06-01");
    for (const body of [{}, { to: "soon" }, { byMs: -1 }, { byMs: 1e15 }]) {
      expect((await call("POST", clock, body)).status).toBe(400);
    }
  });

  test("is the local CRM's own: it needs the token, and HubSpot's paths know nothing of it", async () => {
    const { crm, call } = await openPortal();
    expect((await fetch(`${crm.url}${clock}`)).status).toBe(401);
    expect((await call("GET", "/__revpact/secrets")).status).toBe(404);
    expect((await call("GET", "/crm/v3/clock")).status).toBe(404);
  });

  test("carries out everything due on the way in order of time, and counts it by workflow", async () => {
    const portal = await openRunnerPortal();
    await portal.flow(contactFlow("late", onChange("step"), chain(delay(120), set("stamp", now))));
    await portal.flow(contactFlow("early", onChange("step"), chain(delay(60), set("due_at", now))));
    const ids = [await portal.contact(), await portal.contact()];
    for (const id of ids) await portal.write(id, { step: "one" });
    const { flows, steps } = await portal.pass({ minutes: 180 });
    expect(flows).toMatchObject([
      { name: "early", entered: 2, acted: 2, left: 2 },
      { name: "late", entered: 2, acted: 2, left: 2 },
    ]);
    const times = steps.map((step) => step.at);
    expect(times).toEqual([...times].sort());
  });

  test("leaves no timer behind: a process that stops the local CRM ends by itself, whatever still waits", async () => {
    const folder = temporaryFolder();
    const portal = await openRunnerPortal(undefined, 1, folder);
    await portal.flow(contactFlow("wait", onChange("step"), chain(delay(600), set("stamp", now))));
    await portal.write(await portal.contact(), { step: "one" });
    await portal.pass({ minutes: 30 });
    await portal.crm.stop();
    const script = `
      import { startLocalCrm } from "./src/localcrm/index.ts";
      const crm = await startLocalCrm({ folder: process.argv[2], token: "t", now: () => Date.now() });
      const headers = { Authorization: "Bearer t", Connection: "close" };
      await fetch(crm.url + "/__revpact/clock", { method: "POST", headers, body: '{"byMs":60000}' });
      await crm.stop();
      console.log(JSON.stringify(process.getActiveResourcesInfo().filter((name) => name === "Timeout")));
    `;
    const child = spawn(process.execPath, [await bundled(script), folder], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const printed = once(child.stdout, "data");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(String((await printed)[0]).trim()).toBe("[]");
  });
});

/** A script that uses the local CRM, as one file that node runs. */
async function bundled(contents: string): Promise<string> {
  const outfile = join(temporaryFolder(), "crm.mjs");
  const stdin = { contents, resolveDir: process.cwd(), loader: "ts" as const };
  await build({ stdin, bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" });
  return outfile;
}

/** Drives ten leads through two workflows with the usual lags, and returns all that can be read afterwards. */
async function history(seed: number, folder = temporaryFolder(), isRestarted = false): Promise<string> {
  let portal = await openPortal({ folder });
  let words = runnerOver(portal);
  await words.pass({ to: "2027-03-01T09:00:00Z" });
  await portal.call("PUT", "/__revpact/runner", { seed });
  await words.flow(contactFlow("a", onChange("hs_lead_status"), chain(delay(30), set("company", text("a")))));
  await words.flow(contactFlow("b", onChange("hs_lead_status"), chain(delay(30), set("company", text("b")))));
  for (let each = 0; each < 10; each += 1) await words.write(await words.contact(), { hs_lead_status: "OPEN" });
  await words.pass({ minutes: 31 });
  if (isRestarted) {
    await portal.crm.stop();
    portal = await openPortal({ folder });
    words = runnerOver(portal);
  }
  await words.pass({ minutes: 60 });
  const read = {
    propertiesWithHistory: ["company"],
    inputs: Array.from({ length: 10 }, (_, n) => ({ id: `${1001 + n}` })),
  };
  return JSON.stringify((await portal.call("POST", `${contacts}/batch/read`, read)).body.results);
}

describe("a history", () => {
  test("is the same for the same portal, seed and calls, and another for another seed", async () => {
    const first = await history(1);
    expect(await history(1)).toBe(first);
    expect(await history(2)).not.toBe(first);
  });

  test("is the same when the local CRM is restarted in between", async () => {
    expect(await history(3, temporaryFolder(), true)).toBe(await history(3));
  });
});

describe("a kill in the middle of an advance", () => {
  test("loses no acknowledged write; the clock stands where it got to, and goes on from there", async () => {
    const folder = temporaryFolder();
    const prepared = await openPortal({ folder, now: () => Date.parse("2027-03-01T09:00:00Z") });
    const words = runnerOver(prepared);
    await words.pass({ to: "2027-03-01T09:00:00Z" });
    const ticks = Array.from({ length: 300 }, () => [
      set("company", text("x")),
      delay(60),
      set("company", text("y")),
      delay(60),
    ]);
    await words.flow(contactFlow("ticks", onChange("hs_lead_status"), chain(...ticks.flat())));
    for (let each = 0; each < 60; each += 1) await words.write(await words.contact(), { hs_lead_status: "OPEN" });
    await prepared.crm.stop();

    const script = `
      import { startLocalCrm } from "./src/localcrm/index.ts";
      const crm = await startLocalCrm({ folder: process.argv[2], token: "pat-local-test", now: () => Date.now() });
      console.log(crm.url);
    `;
    const child = spawn(process.execPath, [await bundled(script), folder], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const url = String((await once(child.stdout, "data"))[0]).trim();
    const headers = { Authorization: "Bearer pat-local-test" };
    const advance = fetch(`${url}${clock}`, {
      method: "POST",
      headers,
      body: JSON.stringify({ byMs: 60 * 24 * hour }),
    });
    advance.catch(() => undefined);
    const start = "2027-03-01T09:00:00.000Z";
    for (let at = start; at === start; )
      at = ((await (await fetch(`${url}${clock}`, { headers })).json()) as { now: string }).now;
    const body = JSON.stringify({ properties: { city: "kept" } });
    const written = await fetch(`${url}${contacts}/1001`, { method: "PATCH", headers, body });
    expect(written.status).toBe(200);
    const stamp = ((await written.json()) as { updatedAt: string }).updatedAt;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
    await expect(advance).rejects.toThrow();

    const again = runnerOver(await openPortal({ folder }));
    expect(await again.value("1001", "city")).toBe("kept");
    const { now: reached } = (await again.call("GET", clock)).body as unknown as { now: string };
    expect(Date.parse(stamp)).toBeGreaterThan(Date.parse(start));
    expect(Date.parse(reached)).toBeGreaterThanOrEqual(Date.parse(stamp));
    expect(Date.parse(reached)).toBeLessThan(Date.parse("2027-04-30T09:00:00Z"));
    const rest = await again.pass({ to: "2027-04-30T09:00:00Z" });
    expect(rest.flows).toMatchObject([{ name: "ticks", left: 60 }]);
    expect(await again.history("1001", "company")).toHaveLength(600);
  });
});
