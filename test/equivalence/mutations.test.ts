import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conservative } from "./behaviours.ts";
import { checkHistory, type Trial } from "./check-history.ts";
import { directedHistories } from "./directed-histories.ts";
import type { DirectedHistory } from "./directed-history.ts";
import { type Mutation, mutationsOf, placeOf } from "./mutate-workflow.ts";
import { historiesOf } from "./random-history.ts";
import { exampleSubject, exchangeWorkflow, type Prepared, prepareWorkflows, type Subject } from "./subject.ts";

const isLong = process.env["REVPACT_TEST"] === "all";
const dayMs = 86_400_000;
const patienceMs = 1_800_000;

/** The share of damaged workflows that is found out; of the usual six one may be missed. */
const leastShare = isLong ? 0.95 : 5 / 6;
/** As many histories as one damaged workflow is tried with: those in which the damaged action was carried out. */
const mostTries = isLong ? 60 : 12;

describe("a workflow of which one action is wrong", () => {
  test(
    "is found out by what happens to records",
    () => {
      const subject = exampleSubject("classic-inbound");
      const drawn = fc.sample(fc.constantFrom(...mutationsOf(subject.configuration.resources)), {
        numRuns: isLong ? 200 : 6,
        seed: isLong ? 11 : 2,
      });
      const prepared = prepareWorkflows(subject);
      const histories = [...byChance(subject), ...directedHistories(subject)];
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
  fc
    .sample(historiesOf(contract), { numRuns: isLong ? 60 : 0, seed: 7 })
    .map((acts) => ({ acts, watchMs: 45 * dayMs }));

/** Of the stories the last come first: they are the most particular. */
const triesOf = ({ places }: Mutation, reached: Reached): readonly number[] =>
  [...new Set(places.flatMap((place) => reached.get(place) ?? []))]
    .sort((one, other) => other - one)
    .slice(0, mostTries);

/** Looks for histories that carry the drawn actions out; of whole workflows nothing is found, else all that follows says nothing. */
function reachPlaces({ subject, prepared, histories }: Scene, drawn: readonly Mutation[]): Reached {
  const wanted = new Set(drawn.flatMap(({ places }) => places));
  const reached = new Map<string, number[]>();
  const isWorthwhile = ({ aimsAt }: DirectedHistory): boolean =>
    [...wanted].some(
      (place) => (reached.get(place)?.length ?? 0) < enough && aimsAt?.has(place.split(" #")[0] ?? "") !== false,
    );
  for (const [at, history] of inOrder(histories)) {
    if (!isWorthwhile(history)) continue;
    const seen = new Set<string>();
    const hear: Trial["hear"] = ({ flowName, actionId, kind }) => {
      if (actionId !== undefined && kind === "acted") seen.add(placeOf(flowName, actionId));
    };
    const trial = { ...trialOf(at, history.watchMs), hear };
    const { difference } = checkHistory(subject, prepared.portal, { wanted: history.acts, trial });
    expect(difference ?? "").toBe("");
    for (const place of seen) if (wanted.has(place)) reached.set(place, [...(reached.get(place) ?? []), at]);
  }
  return reached;
}

/** Those that aim at single workflows, of which few are needed; then the others, the most particular first. */
function inOrder(histories: readonly DirectedHistory[]): readonly (readonly [at: number, history: DirectedHistory])[] {
  const numbered = [...histories.entries()];
  const isAimed = ([, { aimsAt }]: (typeof numbered)[number]): boolean => aimsAt !== undefined;
  return [...numbered.filter(isAimed), ...numbered.filter((one) => !isAimed(one)).reverse()];
}

/** So many histories per action make it likely that one of them shows what it does. */
const enough = isLong ? 2 : 1;

const trialOf = (seed: number, watchMs: number) => ({ seed, behaviour: conservative, watchMs });

function isRed({ subject, prepared, histories }: Scene, { damaged }: Mutation, at: number): boolean {
  const history = histories[at];
  if (history === undefined) return false;
  const portal = exchangeWorkflow(prepared, damaged);
  const { acts, watchMs } = history;
  return checkHistory(subject, portal, { wanted: acts, trial: trialOf(at, watchMs) }).difference !== undefined;
}
