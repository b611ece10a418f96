import { spawnSync } from "node:child_process";
import { utimesSync } from "node:fs";
import { appendFile, mkdir, readdir, readFile, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFileStore } from "../../../src/state/index.ts";
import { begin, entry, hash, intent, ledger, openFolder, result, value } from "../state.ts";
import { createVirtualClock } from "../virtual-clock.ts";

async function open(leaseMs = 30_000) {
  const folder = join(await openFolder(), ".revpact", "local");
  const ids = Array.from({ length: 60 }, (_, index) => `id-${index + 1}`);
  const createId = () => ids.shift() ?? "none left";
  const clock = createVirtualClock();
  const { monotonic, sleep } = clock;
  const clocks = { now: () => new Date(0), monotonic, sleep, every: () => () => undefined };
  const lock = join(folder, "ledger.lock");
  const place = async (file: string, holder: object): Promise<void> => {
    await mkdir(folder, { recursive: true });
    await writeFile(file, JSON.stringify(holder));
    await utimes(file, new Date(0), new Date(0));
  };
  return { folder, lock, place, clock, store: createFileStore({ folder, ...clocks, createId, leaseMs, hash }) };
}

const holder = {
  ...{ pid: 1, host: hostname(), since: "2026-01-01T00:00:00.000Z", id: "old" },
  ...{ operation: "apply", leaseMs: 30_000 },
};

describe("the files of a folder", () => {
  test("are one ledger once a lease has ended, readable by its owner alone, with sorted keys", async () => {
    const { store, folder } = await open();
    for (let turn = 0; turn < 3; turn += 1) {
      const lease = value(await store.acquire("apply"));
      value(await lease.append(begin));
      value(await lease.save(ledger));
      await lease.release();
    }
    expect(await readdir(folder)).toEqual(["ledger.3.json"]);
    const file = join(folder, "ledger.3.json");
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = await readFile(file, "utf8");
    expect(text.indexOf('"contract"')).toBeLessThan(text.indexOf('"entries"'));
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("hold nothing of a lease that wrote nothing", async () => {
    const { store, folder } = await open();
    const lease = value(await store.acquire("apply"));
    await lease.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test("of an earlier version, with a ledger without a number, are read", async () => {
    const { store, folder } = await open();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "ledger.json"), JSON.stringify(ledger));
    expect(value(await store.load()).ledger).toEqual(ledger);
  });

  test.each([
    ["half a file", '{"formatVersion":1,"portalId":"4', { code: "not-json" }],
    ["another version", '{"formatVersion":2}', { code: "wrong-version", found: 2 }],
    ["no entries", '{"formatVersion":1,"portalId":"42","contract":"acme"}', { code: "wrong-shape", at: "entries" }],
    [
      "a wrong entry",
      '{"formatVersion":1,"portalId":"42","contract":"acme","entries":{"x":{"kind":"spell"}}}',
      { code: "wrong-shape", at: "entries.x" },
    ],
    ["a list", "[]", { code: "wrong-shape", at: "" }],
  ])("with %s for a ledger are named and left as they are", async (_, text, problem) => {
    const { store, folder } = await open();
    const file = join(folder, "ledger.1.json");
    await mkdir(folder, { recursive: true });
    await writeFile(file, text);
    const refused = { ok: false, error: { code: "corrupt", place: file, problem } };
    expect(await store.load()).toEqual(refused);
    expect(await store.acquire("apply")).toEqual(refused);
    expect(await readFile(file, "utf8")).toBe(text);
    expect(await readdir(folder)).toEqual(["ledger.1.json"]);
  });

  test("that cannot be written are named, and the lock is free again", async () => {
    const { store, folder } = await open();
    // A folder in the file's place cannot be replaced, whoever runs the test.
    await mkdir(join(folder, "journal.1.jsonl"), { recursive: true });
    expect(await store.acquire("apply")).toMatchObject({ ok: false, error: { code: "unreadable" } });
    expect(value(await store.lockStatus())).toBeUndefined();
  });
});

describe("a lease that was lost", () => {
  test("leaves every file as it is, and what it still writes by mistake is not read", async () => {
    const { store, folder } = await open();
    const lease = value(await store.acquire("apply"));
    value(await lease.append(begin));
    value(await store.breakLock("id-1"));
    const journal = await readFile(join(folder, "journal.1.jsonl"), "utf8");
    expect(await lease.append(intent("1", "a"))).toMatchObject({ ok: false, error: { code: "lease-lost" } });
    expect(await lease.save(ledger)).toMatchObject({ ok: false, error: { code: "lease-lost" } });
    expect(await readdir(folder)).toEqual(["journal.1.jsonl"]);
    expect(await readFile(join(folder, "journal.1.jsonl"), "utf8")).toBe(journal);
    const next = value(await store.acquire("apply"));
    value(await next.save(ledger));
    await writeFile(join(folder, "journal.1.jsonl"), "what is this\n");
    await writeFile(join(folder, "ledger.1.json"), "what is this\n");
    expect(value(await store.load()).ledger).toEqual(ledger);
    await next.release();
  });

  test("while a record was on its way to the disk says so: nothing is to be sent on the strength of it", async () => {
    const { folder } = await open();
    const clock = { ms: 0, perHash: 0 };
    const slowly = (text: string): string => {
      clock.ms += clock.perHash;
      return hash(text);
    };
    const ports = {
      now: () => new Date(0),
      monotonic: () => clock.ms,
      every: () => () => undefined,
      sleep: async () => undefined,
    };
    const store = createFileStore({ folder, ...ports, createId: () => "own", leaseMs: 1000, hash: slowly });
    const lease = value(await store.acquire("apply"));
    value(await lease.append(begin));
    clock.perHash = 900;
    expect(await lease.append(intent("1", "a"))).toMatchObject({ ok: false, error: { code: "lease-lost" } });
    expect(await lease.confirm()).toBe(false);
  });
});

describe("the journal of a killed apply", () => {
  async function killed() {
    const opened = await open();
    const lease = value(await opened.store.acquire("apply"));
    for (const record of [begin, intent("1", "a"), result("1", "a"), intent("2", "b")])
      value(await lease.append(record));
    return { ...opened, journal: join(opened.folder, "journal.1.jsonl") };
  }

  test.each([
    ["one byte", 1],
    ["half a line", 30],
  ])("that lost the last %s is read without that line", async (_, bytes) => {
    const { store, journal } = await killed();
    await truncate(journal, (await stat(journal)).size - bytes);
    expect(value(await store.load())).toMatchObject({ ledger: { entries: { a: entry } }, open: [] });
  });

  test("that ends in zeros, as after a power cut, is read without them", async () => {
    const { store, journal } = await killed();
    await appendFile(journal, Buffer.alloc(100));
    expect(value(await store.load()).open).toEqual([intent("2", "b")]);
  });

  test.each([
    ["a changed letter", (text: string) => text.replace('"acme"', '"acne"'), 1, "checksum"],
    ["a line that is none", (text: string) => text.replace(/\n/, "\nwhat is this\n"), 2, "not-a-record"],
    ["a line less", (text: string) => text.replace(/^.*\n/, ""), 1, "out-of-order"],
    ["a torn line that was written on", (text: string) => text.replace(/(\n.{40}).*\n/, "$1\n"), 2, "not-a-record"],
  ])("with %s in the middle is refused, and left as it is", async (_, damage, line, reason) => {
    const { store, journal } = await killed();
    const damaged = damage(await readFile(journal, "utf8"));
    await writeFile(journal, damaged);
    const refused = { ok: false, error: { code: "corrupt-journal", place: journal, problem: { line, reason } } };
    expect(await store.load()).toEqual(refused);
    expect(await readFile(journal, "utf8")).toBe(damaged);
  });
});

describe("the lock file", () => {
  test("left by a process of this machine that has ended is taken over by exactly one of twenty", async () => {
    const { store, folder, lock, place } = await open();
    await place(lock, { ...holder, pid: deadPid() });
    const results = await Promise.all(Array.from({ length: 20 }, () => store.acquire("apply")));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect((await readdir(folder)).sort()).toEqual(["journal.1.jsonl", "ledger.lock"]);
  });

  test("left by a dead process waits for whoever is taking it over, and outlives a remover that died too", async () => {
    const { store, lock, place, clock } = await open();
    const dead = { ...holder, pid: deadPid() };
    await place(lock, dead);
    const turn = `${lock}.takeover`;
    await place(turn, { ...holder, pid: process.pid, id: "alive", leaseMs: 100 });
    const stop = clock.signs().every(50, () => utimesSync(turn, new Date(), new Date(clock.monotonic())));
    expect(await store.acquire("apply")).toMatchObject({ ok: false, error: { code: "locked", holder: { id: "old" } } });
    stop();
    await place(turn, { ...dead, id: "dead" });
    expect(await store.acquire("apply")).toMatchObject({ ok: false, error: { code: "locked" } });
    expect(await store.acquire("apply")).toMatchObject({ ok: true });
  });

  test.each([
    ["is ten minutes ahead", 600_000],
    ["is right", 0],
    ["is ten minutes behind", -600_000],
  ])("of another machine whose clock %s is taken over only after a whole lease without a sign", async (_, skewMs) => {
    const leaseMs = 30_000;
    const { store, lock, place, clock } = await open(leaseMs);
    await place(lock, { ...holder, host: "elsewhere.invalid", leaseMs });
    // Our own clock stands at 0: a sign of theirs is as old as theirs is wrong.
    const sign = () => utimesSync(lock, new Date(), new Date(skewMs + clock.monotonic() - 1_000_000));
    sign();
    const stop = clock.signs().every(5_000, sign);
    const alive = await store.acquire("apply");
    expect(alive).toMatchObject({ ok: false, error: { code: "locked", holder: { host: "elsewhere.invalid" } } });
    stop();
    await utimes(lock, new Date(-3_600_000), new Date(-3_600_000));
    const startMs = clock.monotonic();
    expect(await store.acquire("apply")).toMatchObject({ ok: true });
    expect(clock.monotonic() - startMs).toBeGreaterThanOrEqual(leaseMs);
  });

  test("that is not one of ours is named and left alone", async () => {
    const { store, folder, lock } = await open();
    await mkdir(folder, { recursive: true });
    await writeFile(lock, "what is this");
    expect(await store.acquire("apply")).toMatchObject({ ok: false, error: { code: "unreadable", place: lock } });
    expect(await readFile(lock, "utf8")).toBe("what is this");
  });
});

function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}
