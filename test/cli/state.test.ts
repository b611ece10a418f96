import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Fault, LocalCrmOptions } from "../../src/localcrm/index.ts";
import { type FarPortal, openFarPortal } from "./far-portal.ts";
import { expectRefusal, type Running } from "./run-command.ts";

type Seen = Parameters<NonNullable<LocalCrmOptions["onRequest"]>>[0];

const isWrite = ({ method, path }: Pick<Seen, "method" | "path">): boolean =>
  method !== "GET" && !/\/(search|batch\/read)\/?$|access-token-info/.test(path);

/** A portal that tells of every write as it is answered, or left without an answer. */
async function openWatched(faults: readonly Fault[], about: Parameters<typeof openFarPortal>[1] = {}) {
  const writes: string[] = [];
  const watchers: ((write: string) => void)[] = [];
  const onRequest = (seen: Seen): void => {
    if (!isWrite(seen)) return;
    const write = `${seen.method} ${seen.path} ${seen.status}`;
    writes.push(write);
    for (const watch of watchers) watch(write);
  };
  const portal = await openFarPortal({ onRequest, faults }, about);
  /** Resolves at the nth such write from now on. */
  const next = (pattern: RegExp, nth = 1): Promise<void> =>
    new Promise((resolve) => {
      let left = nth;
      watchers.push((write) => {
        if (pattern.test(write)) left -= 1;
        if (left === 0) resolve();
      });
    });
  return { portal, writes, next };
}

const stateOf = ({ folder }: FarPortal): string => join(folder, ".revpact", "far");

async function expectWhole(portal: FarPortal): Promise<void> {
  const planned = await portal.run("plan", "--detailed-exitcode");
  expect(planned, planned.out).toMatchObject({ code: 0, talk: "" });
  const { results } = await portal.call("GET", "/automation/v4/flows?limit=100");
  const names = (results as { name: string }[]).map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(names.length).toBeGreaterThan(5);
  const files = readdirSync(stateOf(portal)).filter((name) => name !== "terms.json");
  expect(files).toEqual([expect.stringMatching(/^ledger\.\d+\.json$/)]);
}

describe("an apply that is killed", () => {
  test.each([
    ["before its call is carried out", "/crm/v3/lists", "hang"],
    ["when its call was carried out and not answered", "/crm/v3/lists", "hang-after-commit"],
    ["when a workflow was made and not answered", "/automation/v4/flows", "hang-after-commit"],
    [
      "when a batch of properties was made and not answered",
      "/crm/v3/properties/contacts/batch/create",
      "hang-after-commit",
    ],
  ] as const)("%s goes on where it stopped, and makes nothing twice", async (_, path, kind) => {
    const { portal, next } = await openWatched([{ method: "POST", path, kind }]);
    const applying = portal.start(["apply", "--yes"]);
    await next(new RegExp(`^POST ${path} `));
    applying.process.kill("SIGKILL");
    await applying.end;
    expect(readdirSync(stateOf(portal))).toContain("journal.1.jsonl");
    const planned = await portal.run("plan", "--lang", "fr");
    expect(planned.talk).toMatch(
      /^une application a été interrompue\u00a0: revpact apply vérifie d'abord .* \d+ modifications?\n$/,
    );
    const resumed = await portal.run("apply", "--yes");
    expect(resumed.code, resumed.talk + resumed.out).toBe(0);
    await expectWhole(portal);
  });

  test("goes on with the very plan that was saved, and a plan that is done says so", async () => {
    const { portal, next, writes } = await openWatched([
      { method: "POST", path: "/automation/v4/flows", nth: 2, kind: "hang-after-commit" },
    ]);
    expect((await portal.run("plan", "--out", "plan.json")).code).toBe(0);
    const applying = portal.start(["apply", "plan.json"]);
    await next(/flows 201$/, 2);
    applying.process.kill("SIGKILL");
    await applying.end;
    const before = writes.length;
    const resumed = await portal.run("apply", "plan.json");
    expect(resumed.code, resumed.talk).toBe(0);
    expect(writes.slice(before).filter((write) => /properties|lists|pipelines/.test(write))).toEqual([]);
    await expectWhole(portal);
    const count = writes.length;
    expect(await portal.run("apply", "plan.json")).toMatchObject({ code: 0, out: expect.stringContaining("before") });
    expect(writes).toHaveLength(count);
  });

  test("and whose journal was damaged does nothing more until the ledger is made anew", async () => {
    const { portal, next } = await openWatched([
      { method: "POST", path: "/automation/v4/flows", nth: 2, kind: "hang-after-commit" },
    ]);
    const applying = portal.start(["apply", "--yes"]);
    await next(/flows 201$/, 2);
    applying.process.kill("SIGKILL");
    await applying.end;
    const journal = join(stateOf(portal), "journal.1.jsonl");
    writeFileSync(journal, readFileSync(journal, "utf8").replace('"label":"', '"label":"X'));
    const words = [/journal\.1\.jsonl is damaged at line \d \(checksum\)/, "revpact state rebuild"];
    expectRefusal(await portal.run("apply", "--yes"), 7, words);
    expectRefusal(await portal.run("plan"), 7, words);
    expect((await runState(portal, "rebuild")).out).toMatch(/^The ledger was made anew: \d+ objects recognised/);
    expect((await portal.run("apply", "--yes")).code).toBe(0);
    await expectWhole(portal);
  });
});

/** The command takes its environment after its own name and those of its parts. */
async function runState(portal: FarPortal, ...args: readonly string[]) {
  return portal.start(["state", ...args]).end;
}

const lease = { REVPACT_LEASE_MS: "1000" };

/** A process whose clock is wrong by so much, as on another machine. */
function skewed(folder: string, skewMs: number): Readonly<Record<string, string>> {
  const file = join(folder, "skew.mjs");
  const lines = [
    `const Real = Date;`,
    `globalThis.Date = class extends Real {`,
    `  constructor(...args) { if (args.length === 0) super(Real.now() + ${skewMs}); else super(...args); }`,
    `  static now() { return Real.now() + ${skewMs}; }`,
    `};`,
  ];
  writeFileSync(file, lines.join("\n"));
  return { ...lease, NODE_OPTIONS: `--import=${file}` };
}

async function untilLeaseRanOut(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_200));
}

describe("two applies to one portal", () => {
  const slow: Fault = { method: "POST", path: "/crm/v3/lists", kind: "slow", ms: 100 };

  test.each([
    ["ten minutes ahead", 600_000],
    ["ten minutes behind", -600_000],
  ])("never write both: one whose clock is %s stands still past its lease and writes no more", async (_, skewMs) => {
    const { portal, writes, next } = await openWatched([slow]);
    const first = portal.start(["apply", "--yes"], skewed(portal.folder, skewMs));
    await next(/^POST \/crm\/v3\/lists 200/);
    first.process.kill("SIGSTOP");
    await untilLeaseRanOut();
    const second = await portal.start(["apply", "--yes"], lease).end;
    expect(second.code, second.talk).toBe(0);
    await expectWhole(portal);
    const count = writes.length;
    expectStopped(await continued(first));
    expect(writes).toHaveLength(count);
    await expectWhole(portal);
  });

  test("never write both, also where the first comes back while the second is at it", async () => {
    const { portal, writes, next } = await openWatched([slow, { ...slow, path: "/automation/v4/flows", ms: 1_500 }]);
    const first = portal.start(["apply", "--yes"], lease);
    await next(/^POST \/crm\/v3\/lists 200/);
    first.process.kill("SIGSTOP");
    await untilLeaseRanOut();
    const count = writes.length;
    const second = portal.start(["apply", "--yes"], lease);
    await next(/flows 201/);
    expectStopped(await continued(first));
    expect((await second.end).code).toBe(0);
    await expectWhole(portal);
    const made = writes.slice(count).filter((write) => /POST .*(lists|flows) 20/.test(write)).length;
    const plan = JSON.parse((await portal.run("plan", "--format", "json")).out);
    expect(made).toBeLessThan(plan.summary.unchanged);
  });

  test("wait for each other: the lock is shown with its holder, broken by its id, and its holder stops", async () => {
    const { portal, writes, next } = await openWatched([slow]);
    const first = portal.start(["apply", "--yes"], { REVPACT_LEASE_MS: "600000" });
    await next(/^POST \/crm\/v3\/lists 200/);
    first.process.kill("SIGSTOP");
    const status = JSON.parse((await runState(portal, "lock", "status", "--format", "json")).out);
    expect(status).toMatchObject({ isLocked: true, holder: { operation: "apply", pid: first.process.pid } });
    const shown = await runState(portal, "lock", "status", "--lang", "fr");
    expect(shown.out).toMatch(/^Le verrou de far est tenu pour apply par le processus \d+ sur /);
    expectRefusal(await portal.run("apply", "--yes"), 6, ["another apply is running: process", status.holder.id]);
    expectRefusal(await runState(portal, "lock", "break", "--id", "other"), 7, ["the lock is another one"]);
    const broken = await runState(portal, "lock", "break", "--id", status.holder.id);
    expect(broken).toMatchObject({ code: 0, out: expect.stringMatching(/^The lock of process \d+ .* is broken/) });
    const count = writes.length;
    expectStopped(await continued(first));
    expect(writes).toHaveLength(count);
    expect((await runState(portal, "lock", "status")).out).toBe("Nobody holds the lock of far.\n");
    expect((await portal.run("apply", "--yes")).code).toBe(0);
    await expectWhole(portal);
  });
});

async function continued(held: Running) {
  held.process.kill("SIGCONT");
  return held.end;
}

function expectStopped(run: Awaited<Running["end"]>): void {
  expect(run, run.talk + run.out).toMatchObject({ code: 6 });
  expect(run.out).toContain("it writes no more");
}

test("what was applied is listed, and a new ledger is the old one but for what nobody can know", async () => {
  const { portal } = await openWatched([]);
  expect((await runState(portal, "show")).out).toBe("Nothing was applied to far yet.\n");
  expect((await portal.run("apply", "--yes")).code).toBe(0);
  const before = JSON.parse((await runState(portal, "show", "--format", "json")).out);
  expect(before.objects.length).toBeGreaterThan(30);
  await portal.call("PATCH", "/crm/v3/properties/contacts/small_need", { label: "By hand" });
  const rebuilt = JSON.parse((await runState(portal, "rebuild", "--format", "json")).out);
  expect(rebuilt.different).toEqual(["property:contacts/small_need"]);
  expect(JSON.parse((await runState(portal, "show", "--format", "json")).out)).toEqual(before);
  const plan = JSON.parse((await portal.run("plan", "--format", "json")).out);
  expect(plan.steps).toMatchObject([{ action: "update", name: "small_need" }]);
});
