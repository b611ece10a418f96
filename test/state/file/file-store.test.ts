import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { emptyLedger, type Ledger } from "../../../src/engine/index.ts";
import { createFileStore } from "../../../src/state/index.ts";

const entry = { kind: "property", object: "contacts", name: "p", attributes: { label: "P", options: [] } } as const;
const ledger: Ledger = { ...emptyLedger("42", "acme"), entries: { "property:contacts/p": entry } };

async function openFolder() {
  const root = await mkdtemp(join(tmpdir(), "revpact-state-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, ".revpact", "local");
  const ids = Array.from({ length: 40 }, (_, index) => `id-${index + 1}`);
  const createId = () => ids.shift() ?? "none left";
  return {
    folder,
    file: join(folder, "ledger.json"),
    lock: join(folder, "ledger.lock"),
    store: createFileStore({ folder, now: () => new Date(0), createId }),
  };
}

describe("the ledger file", () => {
  test("is absent at first, and read back as it was saved", async () => {
    const { store } = await openFolder();
    expect(await store.load()).toEqual({ ok: true, value: undefined });
    expect(await store.save(ledger)).toEqual({ ok: true, value: undefined });
    expect(await store.load()).toEqual({ ok: true, value: ledger });
  });

  test("is the only file left behind, readable by its owner alone, with sorted keys", async () => {
    const { store, folder, file } = await openFolder();
    await store.save(ledger);
    await store.save(ledger);
    expect(await readdir(folder)).toEqual(["ledger.json"]);
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = await readFile(file, "utf8");
    expect(text.indexOf('"contract"')).toBeLessThan(text.indexOf('"entries"'));
    expect(text.endsWith("}\n")).toBe(true);
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
  ])("with %s is named and left as it is", async (_, text, problem) => {
    const { store, folder, file } = await openFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(file, text);
    expect(await store.load()).toEqual({ ok: false, error: { code: "corrupt", place: file, problem } });
    expect(await readFile(file, "utf8")).toBe(text);
  });

  test("that cannot be written is named, and the old one stays whole", async () => {
    const { store, folder, file } = await openFolder();
    // A folder in the file's place cannot be replaced, whoever runs the test.
    await mkdir(file, { recursive: true });
    expect(await store.save(ledger)).toMatchObject({ ok: false, error: { code: "unwritable", place: file } });
    expect(await readdir(folder)).toEqual(["ledger.json"]);
    expect(await store.load()).toMatchObject({ ok: false, error: { code: "unreadable", place: file } });
  });
});

describe("the lock", () => {
  test("is taken once, names its holder, and is free again after release", async () => {
    const { store, lock } = await openFolder();
    const first = await store.lock();
    const holder = { pid: process.pid, host: hostname(), since: "1970-01-01T00:00:00.000Z", id: "id-1" };
    expect(await store.lock()).toEqual({ ok: false, error: { code: "locked", place: lock, holder } });
    if (!first.ok) throw new Error("not locked");
    await first.value();
    expect(await store.lock()).toMatchObject({ ok: true });
  });

  test("is taken by exactly one of twenty at once, and leaves no drafts", async () => {
    const { store, folder } = await openFolder();
    const results = await Promise.all(Array.from({ length: 20 }, () => store.lock()));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(["ledger.lock"]);
  });

  test("left by a dead process is taken over by exactly one of twenty", async () => {
    const { store, folder, lock } = await openFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(
      lock,
      JSON.stringify({ pid: deadPid(), host: hostname(), since: "2026-01-01T00:00:00.000Z", id: "old" }),
    );
    const results = await Promise.all(Array.from({ length: 20 }, () => store.lock()));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(["ledger.lock"]);
  });

  test("left by a dead process waits for whoever is taking it over, and outlives a remover that died too", async () => {
    const { store, folder, lock } = await openFolder();
    await mkdir(folder, { recursive: true });
    const holder = { pid: deadPid(), host: hostname(), since: "2026-01-01T00:00:00.000Z", id: "old" };
    await writeFile(lock, JSON.stringify(holder));
    const turn = `${lock}.takeover`;
    await writeFile(turn, JSON.stringify({ ...holder, pid: process.pid, id: "alive" }));
    expect(await store.lock()).toMatchObject({ ok: false, error: { code: "locked", holder } });
    await writeFile(turn, JSON.stringify({ ...holder, id: "dead" }));
    expect(await store.lock()).toMatchObject({ ok: false, error: { code: "locked", holder } });
    expect(await store.lock()).toMatchObject({ ok: true });
  });

  test("of another machine is never taken over", async () => {
    const { store, folder, lock } = await openFolder();
    await mkdir(folder, { recursive: true });
    const holder = { pid: deadPid(), host: "elsewhere.invalid", since: "2026-01-01T00:00:00.000Z", id: "old" };
    await writeFile(lock, JSON.stringify(holder));
    expect(await store.lock()).toMatchObject({ ok: false, error: { code: "locked", holder } });
  });

  test("that is not one of ours is named and left alone", async () => {
    const { store, folder, lock } = await openFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(lock, "what is this");
    expect(await store.lock()).toMatchObject({ ok: false, error: { code: "unreadable", place: lock } });
    expect(await readFile(lock, "utf8")).toBe("what is this");
  });
});

function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}
