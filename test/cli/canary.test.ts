import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Fault, startLocalCrm } from "../../src/localcrm/index.ts";
import { createFolder, type Run, revpact, smallContract, start } from "./run-command.ts";

/** The part of the token that is nowhere else: a token printed in part is a token printed. */
const canary = "4f1d9c2e7b";
const token = `pat-eu1-${canary}`;
const disguised = [token, canary].map((text) => Buffer.from(text).toString("base64").slice(0, 12));

/** Every file below a folder. */
function filesBelow(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  return paths.filter((path) => statSync(path).isFile());
}

/** Expects no trace of the token in what was printed nor in any file but the one that is for it. */
function expectNoCanary(runs: readonly Run[], folder: string, ownFile?: string): void {
  const files = filesBelow(folder).filter((path) => path !== ownFile);
  const printed = runs.map((run, index) => [`output ${index}`, run.out + run.talk] as const);
  const written = files.map((path) => [path, path + readFileSync(path, "latin1")] as const);
  const holders = [...printed, ...written].filter(([, text]) =>
    [canary, ...disguised].some((one) => text.includes(one)),
  );
  expect(holders.map(([name]) => name)).toEqual([]);
}

/** A HubSpot portal of one's own, behind the canary token, and a contract with an environment for it. */
async function openFar(faults: readonly Fault[] = []) {
  const folder = createFolder();
  const requests: string[] = [];
  const crm = await startLocalCrm({
    folder: createFolder(),
    token,
    now: Date.now,
    faults,
    onRequest: ({ method, path, status }) => requests.push(`${method} ${path} ${status}`),
  });
  onTestFinished(() => crm.stop());
  const environment = `  far: { crm: hubspot, url: "${crm.url}", token: env:FAR_TOKEN, portal: ${crm.portalId} }\n`;
  writeFileSync(join(folder, "contract.yaml"), `${smallContract.trimEnd()}\n${environment}`);
  const env = { FAR_TOKEN: token, REVPACT_DEBUG: "1", TMPDIR: folder, REVPACT_TIMEOUT_MS: "5000" };
  const run = (...args: readonly string[]): Promise<Run> => revpact(args, { cwd: folder, env });
  return { folder, run, requests };
}

/** An answer that repeats what it was sent, as a careless proxy does. */
const echo = { status: "error", message: `refused: Bearer ${token}`, correlationId: token, category: "ODD" };
const repeat = (method: string, path: string, status: number): Fault => ({
  ...{ method, path, status, kind: "status", body: echo },
});

describe("the token of a portal", () => {
  test("opens it and stays out of every output and every file", async () => {
    const { folder, run, requests } = await openFar();
    const runs = [
      await run("validate"),
      await run("plan", "-e", "far", "--verbose"),
      await run("plan", "-e", "far", "--format", "json", "--out", "saved.json"),
      await run("apply", "-e", "far", "--yes"),
      await run("plan", "-e", "far", "--detailed-exitcode"),
      await run("docs"),
    ];
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(requests.some((request) => / 201$/.test(request))).toBe(true);
    expect(filesBelow(folder).length).toBeGreaterThan(4);
    expectNoCanary(runs, folder);
  });

  test("stays out of them when the CRM fails and repeats it", async () => {
    const [account, lists, flows] = ["/account-info/v3/details", "/crm/v3/lists", "/automation/v4/flows"];
    const { folder, run, requests } = await openFar([
      repeat("POST", lists, 400),
      repeat("POST", lists, 500),
      { method: "POST", path: lists, kind: "cut" },
      repeat("POST", flows, 403),
      // An apply asks twice who the portal is, the plan after it once.
      { ...repeat("GET", account, 401), nth: 3 },
    ]);
    const [applied, planned] = [await run("apply", "-e", "far", "--yes"), await run("plan", "-e", "far")];
    expect([applied.code, planned.code]).toEqual([3, 8]);
    const struck = requests.filter((request) => / [45]\d\d$/.test(request));
    expect(struck).toEqual([`POST ${lists} 400`, `POST ${lists} 500`, `POST ${flows} 403`, `GET ${account} 401`]);
    expect(applied.out).toContain("refused: Bearer [redacted]");
    expect(planned.talk).toContain("refused: Bearer [redacted]");
    expectNoCanary([applied, planned], folder);
  });

  test("stays out of them when it opens nothing, and when the variable holds what no header can", async () => {
    const { folder } = await openFar();
    const runs: Run[] = [];
    for (const wrong of [`${token}-old`, `${token}\n${token}`, `${token}é漢`]) {
      const env = { FAR_TOKEN: wrong, REVPACT_DEBUG: "1", TMPDIR: folder };
      const run = await revpact(["plan", "-e", "far"], { cwd: folder, env });
      expect(run.code, run.talk).not.toBe(0);
      runs.push(run);
    }
    expectNoCanary(runs, folder);
  });

  test("of a local portal is in its own file and nowhere else", async () => {
    const folder = createFolder();
    writeFileSync(join(folder, "contract.yaml"), smallContract);
    const portal = join(folder, ".revpact", "local", "crm");
    mkdirSync(portal, { recursive: true });
    const ownFile = join(portal, "token");
    writeFileSync(ownFile, `${token}\n`);
    const surroundings = { cwd: folder, env: { REVPACT_DEBUG: "1", TMPDIR: folder } };
    const crm = start(["crm", "start"], surroundings);
    await crm.says("crm stop");
    const commands = [["plan"], ["apply", "--yes"], ["crm", "start"], ["crm", "stop"], ["crm", "reset"], ["docs"]];
    const runs: Run[] = [];
    for (const command of commands) runs.push(await revpact(command, surroundings));
    runs.push(await crm.end);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 6, 0, 0, 0, 0]);
    expectNoCanary(runs, folder, ownFile);
  });
});
