import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { expectRefusal, folderWithContract, revpact, smallContract, start } from "./run-command.ts";

const calendar = `calendars: { office: { timezone: America/New_York, hours: { mon-fri: ["09:00-17:00"] } } }\n`;

describe("what somebody deleted in the CRM", () => {
  const folder = folderWithContract();
  const run = (...args: readonly string[]) => revpact(args, { cwd: folder });
  const address = "property:contacts/small_remark";

  test("is drift: shown with the way back, and held", async () => {
    expect((await run("apply", "--yes")).code).toBe(0);
    const crm = start(["crm", "start"], { cwd: folder });
    const [url = ""] = /http:\/\/[\d.:]+/.exec(await crm.says("crm stop")) ?? [];
    const token = readFileSync(join(folder, ".revpact/local/crm/token"), "utf8").trim();
    const place = `${url}/crm/v3/properties/contacts/small_remark`;
    const deleted = await fetch(place, { method: "DELETE", headers: { authorization: `Bearer ${token}` } });
    expect(deleted.status).toBe(204);
    expect((await run("crm", "stop")).code).toBe(0);
    await crm.end;
    const planned = await run("plan", "--detailed-exitcode");
    expect(planned.out).toContain(`deleted in the CRM; to make it again: --recreate ${address} (or all)`);
    expect(planned.code).toBe(0);
  });

  test("is not guessed: a wrong address is refused with the nearest one", async () => {
    const refused = await run("plan", "--recreate", "property:contacts/small_remrak");
    expectRefusal(refused, 7, ["revpact has not applied", `did you mean ${address}`]);
  });

  test("is made again when it is asked for, and only then", async () => {
    const planned = await run("plan", "--recreate", address, "--detailed-exitcode");
    expect(planned.out).toMatch(/^ +1 to restore .*1 property$/m);
    expect(planned.code).toBe(2);
    const applied = await run("apply", "--recreate", "all", "--yes");
    expect(applied, applied.talk).toMatchObject({ code: 0 });
    expect((await run("plan", "--detailed-exitcode")).out).toContain("No changes");
  });
});

test("a portal in another time zone than the calendar is said in both languages before workflows run by it", async () => {
  const folder = folderWithContract(smallContract.replace("fields:\n", `${calendar}fields:\n`));
  const english = await revpact(["plan", "--verbose"], { cwd: folder });
  expect(english.out).toContain("The portal's time zone is Europe/Paris, the calendar's is America/New_York");
  const french = await revpact(["plan", "--verbose", "--lang", "fr"], { cwd: folder });
  expect(french.out).toContain("Régler le fuseau horaire du portail sur America/New_York");
});

test("a token with a line break is refused before it is sent, and is not shown", async () => {
  const environment =
    '  local: { crm: local }\n  live: { crm: hubspot, url: "http://127.0.0.1:9", token: env:SMALL_TOKEN }';
  const folder = folderWithContract(smallContract.replace("  local: { crm: local }", environment));
  const refused = await revpact(["plan", "-e", "live"], { cwd: folder, env: { SMALL_TOKEN: "pat-secret\nline" } });
  expectRefusal(refused, 7, ["SMALL_TOKEN holds characters"]);
  expect(refused.out + refused.talk).not.toContain("pat-secret");
});
