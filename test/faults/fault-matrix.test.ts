import { rmSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { smallContract } from "../cli/run-command.ts";
import { compiled, exampleText } from "../targets/compile-example.ts";
import { createMishap, type FaultName, faults, type Kill, kills } from "./mishap.ts";
import { changesOf, creationsOf, type Scenario } from "./scenarios.ts";
import { openWorld, type World } from "./world.ts";

const isLong = process.env["REVPACT_TEST"] === "all";

/** One combination takes a quarter of a second: the usual run plays some, the long one more, REVPACT_FAULTS=every all. */
const everyNth = (long: number, usual: number): number => {
  if (process.env["REVPACT_FAULTS"] === "every") return 1;
  return isLong ? long : usual; // no divisor of the number of mishaps, so that a sample meets each of them
};

/** The codes that docs/state.md has for an apply that a fault met. */
const documented: readonly (number | "killed")[] = [0, 3, 4, 8, "killed"];

/** Applies without new faults until the portal is right. */
const mostApplies = 3;

/**
 * Killed before it could note that the portal kept another text than was sent, nobody can tell that text from a hand's
 * edit: it is held as a conflict, for a person to decide.
 */
const afterSending: readonly Kill[] = ["after send", "after answer", "torn result"];

const counts = { ran: 0, possible: 0, applies: 0, held: 0 };
afterAll(() => {
  process.stdout.write(
    `Fault matrix: ${counts.ran} of ${counts.possible} combinations of call, kill and fault ran, in ${counts.applies} applies; ${counts.ran - counts.held} converged, ${counts.held} ended with a conflict that is held.\n`,
  );
});

interface Mishap {
  readonly kill: Kill;
  readonly fault: FaultName;
  /** After a kill: the very plan again, or a new one. */
  readonly isSamePlan: boolean;
}

const mishaps: readonly Mishap[] = kills.flatMap((kill) =>
  faults.map((fault, index) => ({ kill, fault, isSamePlan: kill !== "never" && index % 2 === 0 })),
);

async function play({ desired }: Scenario, { kill, fault, isSamePlan }: Mishap, world: World): Promise<void> {
  const between = createMishap(kill, fault);
  const first = await world.planNow(desired);
  const codes: (number | "killed")[] = [await world.applyOnce(first, desired, between)];
  if (codes[0] === "killed") {
    codes.push(await world.applyOnce(isSamePlan ? first : await world.planNow(desired), desired, between));
  }
  for (let applies = 0; applies < mostApplies; applies += 1) {
    const next = await world.planNow(desired);
    if (next.steps.length === 0) break;
    codes.push(await world.applyOnce(next, desired, between));
  }
  counts.applies += codes.length;
  const left = await world.planNow(desired);
  const about = `${kill}, ${fault}, ${isSamePlan ? "same plan" : "new plan"}: ${codes.join(" ")}`;
  expect(
    codes.filter((code) => !documented.includes(code)),
    about,
  ).toEqual([]);
  expect({ about, steps: left.steps.map(({ address, action }) => `${action} ${address}`) }).toEqual({
    about,
    steps: [],
  });
  expect(left, about).toMatchObject({ drift: [], blocked: [], heldRemovals: [] });
  const mayBeHeld = fault === "dropped field" && afterSending.includes(kill);
  expect(left.conflicts.length, about).toBeLessThanOrEqual(mayBeHeld ? 1 : 0);
  counts.held += left.conflicts.length;
  expect(await doubles(world), about).toEqual([]);
}

/** Names that two lists or two workflows bear. */
async function doubles(world: World): Promise<readonly string[]> {
  const { results } = await world.call("GET", "/automation/v4/flows?limit=100");
  const { lists } = await world.call("POST", "/crm/v3/lists/search", { offset: 0, count: 500 });
  const names = (rows: unknown): readonly string[] => (rows as { name: string }[]).map(({ name }) => name);
  return [names(results), names(lists)].flatMap((all) => all.filter((name, index) => all.indexOf(name) !== index));
}

/** Plays every nth combination, counted over all scenarios so that a sample meets each kind of each. */
async function playAll(contract: string, scenarios: readonly Scenario[], nth: number): Promise<void> {
  for (const scenario of scenarios) {
    const due = mishaps.filter(() => {
      counts.possible += 1;
      return counts.possible % nth === 0;
    });
    if (due.length === 0) continue;
    const kept = await prepare(contract, scenario);
    for (const mishap of due) {
      const world = await openWorld(contract, kept);
      try {
        await play(scenario, mishap, world);
        counts.ran += 1;
      } catch (error) {
        throw new Error(scenario.name, { cause: error });
      } finally {
        await world.end();
      }
    }
    rmSync(kept, { recursive: true, force: true });
  }
}

async function prepare(contract: string, { before }: Scenario): Promise<string> {
  const world = await openWorld(contract);
  const planned = await world.planNow(before);
  if (planned.steps.length > 0) expect(await world.applyOnce(planned, before)).toBe(0);
  return world.keep();
}

const small = compiled(smallContract, "local").resources;
const changed = compiled(
  smallContract
    .replace("en: Need,", "en: Wish,")
    .replace("later: {", "never: { en: Never, fr: Jamais }, later: {")
    .replace("within: 2 calendar days", "within: 4 calendar days")
    .replace("en: Working,", "en: At work,"),
  "local",
).resources;

describe("whatever goes wrong with a call, and wherever its process is killed, the portal comes out right", () => {
  test("of the small contract, created", () => playAll("small", creationsOf(small), everyNth(29, 149)), 1_800_000);
  test(
    "of the small contract, changed",
    () => playAll("small", changesOf(small, changed), everyNth(29, 73)),
    1_800_000,
  );
  test.runIf(isLong)(
    "of a whole contract, created",
    async () => {
      const { resources, standIns } = compiled(exampleText("classic-inbound"), "local");
      const world = await openWorld("acme-inbound");
      const { blocked } = await world.planNow(resources);
      await world.end();
      const missing = new Set(blocked.flatMap(({ address, reason }) => (reason === "missing" ? [address] : [])));
      const made = new Map(standIns.filter(({ address }) => missing.has(address)).map((one) => [one.address, one]));
      const whole = resources.map((one) => made.get(one.address) ?? one);
      await playAll("acme-inbound", creationsOf(whole), everyNth(331, 331));
    },
    3_600_000,
  );
});
