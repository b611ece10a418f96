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
