import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { StateStore } from "../../src/engine/index.ts";
import { createFileStore } from "../../src/state/index.ts";
import { createMemoryStore } from "./memory-store.ts";
import { begin, entry, hash, intent, ledger, openFolder, result, value } from "./state.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";

/** One process that uses a store: `pause` makes it stand still, so that it gives no sign while its clock goes on. */
interface Process {
  readonly store: StateStore;
  readonly pause: () => void;
}

/** A place for state that processes join, each with a clock that may be wrong. */
type Place = (clock?: { readonly skewMs?: number }) => Process;

const leaseMs = 30_000;

const createId = (() => {
  let count = 0;
  return () => {
    count += 1;
    return `lock-${count}`;
  };
})();

/** The wall clock that people are shown, which may be wrong. */
const wallOf =
  ({ monotonic }: VirtualClock, skewMs: number) =>
  () =>
    new Date(Date.UTC(2027, 0, 4) + monotonic() + skewMs);

async function placeInFolder(clock: VirtualClock): Promise<Place> {
  const folder = join(await openFolder(), "state");
  const { monotonic, sleep } = clock;
  return ({ skewMs = 0 } = {}) => {
    const { every, pause } = clock.signs();
    const ports = { now: wallOf(clock, skewMs), monotonic, sleep, every };
    return { store: createFileStore({ folder, ...ports, createId, leaseMs, hash }), pause };
  };
}

async function placeInMemory(clock: VirtualClock): Promise<Place> {
  const join = createMemoryStore({ createId, leaseMs, monotonic: clock.monotonic });
  return ({ skewMs = 0 } = {}) => {
    const { every, pause } = clock.signs();
    return { store: join({ now: wallOf(clock, skewMs), every }), pause };
  };
}

const later = { ...entry, attributes: { label: "Later" } };
const lost = { ok: false, error: { code: "lease-lost" } };

/** What the engine relies on: a new backend is right when it passes. */
describe.each([
  ["a folder", placeInFolder],
  ["memory", placeInMemory],
] as const)("state in %s", (_, openAt) => {
  const clock = createVirtualClock();
  const open = (): Promise<Place> => openAt(clock);
  const untilItRanOut = (): Promise<void> => clock.sleep(leaseMs * 1.5);

  test("is empty at first, and after a save what was saved", async () => {
    const place = await open();
    const { store } = place();
    expect(value(await store.load())).toEqual({ ledger: undefined, open: [] });
    const lease = value(await store.acquire("apply"));
    expect(lease.state).toEqual({ ledger: undefined, open: [] });
    value(await lease.save(ledger));
    await lease.release();
    expect(value(await place().store.load())).toEqual({ ledger, open: [] });
  });

  test("shows what was appended at once, to others too: the last word on an object counts", async () => {
    const place = await open();
    const lease = value(await place().store.acquire("apply"));
    for (const record of [begin, intent("1", "a", "b"), result("1", "a"), { ...result("2"), entries: { a: later } }])
      value(await lease.append(record as typeof begin));
    const { ledger: seen, open: unknown } = value(await place().store.load());
    expect(seen).toMatchObject({ portalId: "42", contract: "acme", entries: { a: later } });
    expect(seen?.lastRun).toEqual({ plan: "digest", done: ["a"] });
    expect(unknown).toEqual([intent("1", "b")]);
    await lease.release();
  });

  test("keeps calls whose end is not known through a save and a release, until that is known", async () => {
    const place = await open();
    const { store } = place();
    const first = value(await store.acquire("apply"));
    for (const record of [begin, intent("1", "a"), intent("2", "b")]) value(await first.append(record));
    value(await first.save(ledger));
    value(await first.append(result("1", "a")));
    await first.release();
    expect(value(await store.load())).toMatchObject({ ledger: { entries: { a: entry } }, open: [intent("2", "b")] });
    const second = value(await store.acquire("apply"));
    expect(second.state.open).toEqual([intent("2", "b")]);
    value(await second.append({ type: "result", intent: "2", entries: {}, undone: ["b"] }));
    value(await second.save(ledger));
    await second.release();
    expect(value(await store.load())).toEqual({ ledger, open: [] });
  });

  test("is written by one at a time, and the next one's number is higher", async () => {
    const place = await open();
    const first = value(await place().store.acquire("apply"));
    const refused = await place().store.acquire("apply");
    const status = value(await place().store.lockStatus());
    expect(refused).toMatchObject({ ok: false, error: { code: "locked", holder: { operation: "apply", leaseMs } } });
    expect(refused).toMatchObject({ error: { holder: status?.holder } });
    value(await first.append(begin));
    await first.release();
    expect(value(await place().store.lockStatus())).toBeUndefined();
    const second = value(await place().store.acquire("apply"));
    expect(second.fence).toBeGreaterThan(first.fence);
    await second.release();
  });

  test("is taken by exactly one of twenty at once", async () => {
    const place = await open();
    const all = await Promise.all(Array.from({ length: 20 }, () => place().store.acquire("apply")));
    const taken = all.flatMap((one) => (one.ok ? [one.value] : []));
    expect(taken).toHaveLength(1);
    await taken[0]?.release();
  });

  test.each([-600_000, 0, 600_000])(
    "stays with a holder that gives signs, whose clock is off by %d ms",
    async (skewMs) => {
      const place = await open();
      const lease = value(await place({ skewMs }).store.acquire("apply"));
      await untilItRanOut();
      expect(await place().store.acquire("apply")).toMatchObject({ ok: false, error: { code: "locked" } });
      await untilItRanOut();
      expect(await lease.confirm()).toBe(true);
      value(await lease.append(begin));
      await lease.release();
    },
  );

  test.each([-600_000, 0, 600_000])(
    "passes from a holder that stood still, whose clock is off by %d ms, and takes nothing more from it",
    async (skewMs) => {
      const place = await open();
      const still = place({ skewMs });
      const first = value(await still.store.acquire("apply"));
      for (const record of [begin, intent("1", "a")]) value(await first.append(record));
      still.pause();
      await untilItRanOut();
      const second = value(await place().store.acquire("apply"));
      expect(second.fence).toBeGreaterThan(first.fence);
      expect(second.state.open).toEqual([intent("1", "a")]);
      expect(await first.confirm()).toBe(false);
      expect(await first.append(result("1", "a"))).toMatchObject(lost);
      expect(await first.save(ledger)).toMatchObject(lost);
      await first.release();
      expect(value(await place().store.lockStatus())).toBeDefined();
      expect(value(await place().store.load())).toMatchObject({ ledger: { entries: {} }, open: [intent("1", "a")] });
      value(await second.append({ ...result("1"), entries: { a: later } } as typeof begin));
      value(await second.save({ ...ledger, entries: { a: later } }));
      await second.release();
      expect(value(await place().store.load())).toEqual({ ledger: { ...ledger, entries: { a: later } }, open: [] });
    },
  );

  test("takes nothing from a holder that stood still, even before anybody succeeded it", async () => {
    const place = await open();
    const still = place();
    const lease = value(await still.store.acquire("apply"));
    still.pause();
    await untilItRanOut();
    expect(await lease.confirm()).toBe(false);
    expect(await lease.append(begin)).toMatchObject(lost);
    await lease.release();
  });

  test("has its lock broken by whoever names it, and then takes nothing from its holder", async () => {
    const place = await open();
    const { store } = place();
    expect(await store.breakLock("lock-0")).toMatchObject({ ok: false, error: { code: "other-lock" } });
    const lease = value(await place().store.acquire("apply"));
    const id = value(await store.lockStatus())?.holder.id ?? "";
    const refused = await store.breakLock("another");
    expect(refused).toMatchObject({ ok: false, error: { code: "other-lock", holder: { id } } });
    expect(await lease.confirm()).toBe(true);
    expect(value(await store.breakLock(id))).toMatchObject({ id, operation: "apply" });
    expect(await lease.confirm()).toBe(false);
    expect(await lease.append(begin)).toMatchObject(lost);
    expect(value(await store.lockStatus())).toBeUndefined();
    await lease.release();
    value(await store.acquire("apply"));
  });

  test("is replaced by one that starts from nothing, once that saves", async () => {
    const place = await open();
    const { store } = place();
    const first = value(await store.acquire("apply"));
    for (const record of [begin, intent("1", "a")]) value(await first.append(record));
    await first.release();
    const idle = value(await store.acquire("state rebuild", "nothing"));
    expect(idle.state).toEqual({ ledger: undefined, open: [] });
    await idle.release();
    expect(value(await store.load()).open).toEqual([intent("1", "a")]);
    const second = value(await store.acquire("state rebuild", "nothing"));
    value(await second.save(ledger));
    await second.release();
    expect(value(await store.load())).toEqual({ ledger, open: [] });
  });
});
