import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectRefusal, folderWithContract, revpact, start } from "./run-command.ts";

test("the local CRM plays a smaller subscription with people of its own, and keeps both", async () => {
  const folder = folderWithContract();
  writeFileSync(
    join(folder, "seed.json"),
    '{"owners": [{"email": "chief@example.test", "teams": ["Board"]}], "forms": ["Devis"]}',
  );
  const crm = start(["crm", "start", "--tier", "starter", "--seed", "seed.json"], { cwd: folder });
  const [url = ""] = /http:\/\/[\d.:]+/.exec(await crm.says("crm stop")) ?? [];
  const headers = { authorization: `Bearer ${readFileSync(join(folder, ".revpact/local/crm/token"), "utf8").trim()}` };
  const owners = await (await fetch(`${url}/crm/v3/owners`, { headers })).text();
  expect(owners).toContain('"email":"chief@example.test"');
  expect((await fetch(`${url}/automation/v4/flows`, { headers })).status).toBe(403);
  expect((await revpact(["crm", "stop"], { cwd: folder })).code).toBe(0);
  await crm.end;
  const run = await revpact(["plan"], { cwd: folder });
  expect(run.talk).toContain("CRM811 The portal refuses what its subscription does not have");
});

test("the local CRM stands in the time zone that it was started in, and stays there", async () => {
  const folder = folderWithContract();
  const crm = start(["crm", "start", "--timezone", "Pacific/Auckland"], { cwd: folder });
  await crm.says("crm stop");
  expect((await revpact(["crm", "stop"], { cwd: folder })).code).toBe(0);
  await crm.end;
  const run = await revpact(["plan"], { cwd: folder });
  expect(run.out).toContain("The portal's time zone is Pacific/Auckland, the calendar's is Europe/Paris");
  const refused = await revpact(["crm", "start", "--timezone", "Auckland"], { cwd: folder });
  expect(refused.code).toBe(7);
  expect(refused.talk).toContain("Write a time zone like Europe/Paris or UTC.");
});

test("a seed that is none is refused with its shape", async () => {
  const folder = folderWithContract();
  writeFileSync(join(folder, "seed.json"), '{"people": []}');
  expectRefusal(await revpact(["crm", "start", "--seed", "seed.json"], { cwd: folder }), 7, [
    "seed.json is not a seed of a portal",
  ]);
  expectRefusal(await revpact(["crm", "start", "--seed", "none.json"], { cwd: folder }), 7, [
    "none.json can't be read (ENOENT)",
  ]);
});

test("a fault and a limit of requests can be asked for at the start", async () => {
  const folder = folderWithContract();
  const fault = "POST /crm/v3/lists 2 answer-lost";
  const crm = start(["crm", "start", "--fault", fault, "--fault", "GET /crm/v3/owners locked", "--rate-limit", "50"], {
    cwd: folder,
  });
  const [url = ""] = /http:\/\/[\d.:]+/.exec(await crm.says("crm stop")) ?? [];
  const headers = { authorization: `Bearer ${readFileSync(join(folder, ".revpact/local/crm/token"), "utf8").trim()}` };
  const owners = await fetch(`${url}/crm/v3/owners`, { headers });
  expect([owners.status, (await fetch(`${url}/crm/v3/owners`, { headers })).status]).toEqual([423, 200]);
  const limits = await (await fetch(`${url}/__revpact/limits`, { headers })).json();
  expect(limits).toMatchObject({ perTenSeconds: 50, isEnforced: true });
  const faults = await (await fetch(`${url}/__revpact/faults`, { headers })).json();
  expect(faults).toMatchObject({ armed: [{ name: "answer-lost", nth: 2 }] });
  expect((await revpact(["crm", "stop"], { cwd: folder })).code).toBe(0);
  await crm.end;
});

test("a fault that is none is refused with the names there are", async () => {
  const folder = folderWithContract();
  expectRefusal(await revpact(["crm", "start", "--fault", "POST /crm/v3/lists boom"], { cwd: folder }), 7, [
    '"POST /crm/v3/lists boom" is not a fault',
    "rate-limited, secondly-limited",
  ]);
});
