import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conservative } from "./behaviours.ts";
import { checkHistory } from "./check-history.ts";
import { directedHistories } from "./directed-histories.ts";
import type { DirectedHistory } from "./directed-history.ts";
import { type Mutation, mutationsOf, placeOf } from "./mutate-workflow.ts";
import { historiesOf } from "./random-history.ts";
import { exampleSubject, exchangeWorkflow, type Prepared, prepareWorkflows, type Subject } from "./subject.ts";

const isLong = process.env["REVPACT_TEST"] === "all";
const dayMs = 86_400_000;
const patienceMs = 1_800_000;

/** The share of damaged workflows that is found out. FIXME: 95 % is asked for. */
const leastShare = isLong ? 0.8 : 0.6;
/** As many histories as one damaged workflow is tried with: those in which the damaged action was carried out. */
const mostTries = isLong ? 12 : 4;

describe("a workflow of which one action is wrong", () => {
  test(
    "is found out by what happens to records",
    () => {
      const subject = exampleSubject("classic-inbound");
      const drawn = fc.sample(fc.constantFrom(...mutationsOf(subject.configuration.resources)), {
        numRuns: isLong ? 200 : 10,
        seed: 11,
      });
      const prepared = prepareWorkflows(subject);
      const histories = [...directedHistories(subject), ...byChance(subject)];
      const reached = reachPlaces({ subject, prepared, histories }, drawn);
      const missed = drawn.filter((mutation) => {
        const tries = triesOf(mutation, reached);
        return !tries.some((at) => isRed({ subject, prepared, histories }, mutation, at));
      });
      const names = missed.map(
        (mutation) => `${triesOf(mutation, reached).length === 0 ? "never carried out: " : ""}${mutation.name}`,
      );
      expect(1 - missed.length / drawn.length, names.join("\n")).toBeGreaterThanOrEqual(leastShare);
    },
    patienceMs,
  );
});

interface Scene {
  readonly subject: Subject;
  readonly prepared: Prepared;
  readonly histories: readonly DirectedHistory[];
}

/** Which histories carry out which action, by their positions. */
type Reached = ReadonlyMap<string, readonly number[]>;

const byChance = ({ contract }: Subject): readonly DirectedHistory[] =>
  fc.sample(historiesOf(contract), { numRuns: 60, seed: 7 }).map((acts) => ({ acts, watchMs: 45 * dayMs }));

const triesOf = ({ places }: Mutation, reached: Reached): readonly number[] =>
  [...new Set(places.flatMap((place) => reached.get(place) ?? []))].slice(0, mostTries);

/** Looks for histories that carry the drawn actions out; of whole workflows nothing is found, else all that follows says nothing. */
function reachPlaces({ subject, prepared, histories }: Scene, drawn: readonly Mutation[]): Reached {
  const wanted = new Set(drawn.flatMap(({ places }) => places));
  const reached = new Map<string, number[]>();
  for (const [at, { acts, watchMs, aimsAt }] of histories.entries()) {
    const isWanted = (place: string): boolean => (reached.get(place)?.length ?? 0) < enough;
    if (aimsAt !== undefined && ![...wanted].some((place) => aimsAt.has(place.split(" #")[0] ?? "") && isWanted(place)))
      continue;
    const seen = new Set<string>();
    const { difference } = checkHistory(subject, prepared.portal, {
      wanted: acts,
      trial: {
        ...trialOf(at, watchMs),
        hear: ({ flowName, actionId, kind }) => {
          if (actionId !== undefined && kind !== "entered") seen.add(placeOf(flowName, actionId));
        },
      },
    });
    expect(difference ?? "").toBe("");
    for (const place of seen) if (wanted.has(place)) reached.set(place, [...(reached.get(place) ?? []), at]);
  }
  return reached;
}

/** So many histories per action make it likely that one of them shows what it does. */
const enough = 2;

const trialOf = (seed: number, watchMs: number) => ({ seed, behaviour: conservative, watchMs });

function isRed({ subject, prepared, histories }: Scene, { damaged }: Mutation, at: number): boolean {
  const history = histories[at];
  if (history === undefined) return false;
  const portal = exchangeWorkflow(prepared, damaged);
  const { acts, watchMs } = history;
  return checkHistory(subject, portal, { wanted: acts, trial: trialOf(at, watchMs) }).difference !== undefined;
}
