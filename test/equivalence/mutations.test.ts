import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Resource } from "../../src/targets/index.ts";
import type { Act } from "./act.ts";
import { conservative } from "./behaviours.ts";
import { checkHistory } from "./check-history.ts";
import { mutationsOf } from "./mutate-workflow.ts";
import { historiesOf } from "./random-history.ts";
import { exampleSubject, preparePortal, type Subject } from "./subject.ts";

const isLong = process.env["REVPACT_TEST"] === "all";
const dayMs = 86_400_000;
const patienceMs = 1_800_000;

describe("a workflow of which one action is wrong", () => {
  test(
    "is found out by what happens to records",
    () => {
      const subject = exampleSubject("classic-inbound");
      const wanted = fc.sample(historiesOf(subject.contract), { numRuns: isLong ? 400 : 150, seed: 7 });
      // Of whole workflows nothing must be said, else all that follows says nothing.
      expect(whatIsFound(subject, subject.configuration.resources, wanted)).toBe("");
      const all = mutationsOf(subject.configuration.resources);
      const drawn = fc.sample(fc.constantFrom(...all), { numRuns: isLong ? 200 : 4, seed: 11 });
      const missed = drawn.filter(({ resources }) => whatIsFound(subject, resources, wanted) === "");
      // Of the few that are drawn in the usual run, one may be hard to find.
      const most = isLong ? drawn.length * 0.05 : 1;
      expect(missed.length, missed.map(({ name }) => name).join("\n")).toBeLessThanOrEqual(most);
    },
    patienceMs,
  );
});

/** The first difference that some history shows; nothing where all agree. */
function whatIsFound(subject: Subject, resources: readonly Resource[], histories: readonly (readonly Act[])[]): string {
  const portal = preparePortal(subject, resources);
  for (const [seed, wanted] of histories.entries()) {
    const trial = { seed, behaviour: conservative, watchMs: 45 * dayMs };
    const { difference } = checkHistory(subject, portal, { wanted, trial });
    if (difference !== undefined) return difference;
  }
  return "";
}
