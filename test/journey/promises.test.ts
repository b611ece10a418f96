import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileContract } from "../../src/contract/index.ts";
import {
  advance,
  applyEvent,
  type Cause,
  type Clock,
  createTerms,
  createWorld,
  type JourneyEvent,
  nextTimer,
  openEpisode,
  type RecordState,
  type Step,
  type Terms,
  verdictOf,
  type World,
} from "../../src/journey/index.ts";
import { createSource } from "../../src/language/index.ts";
import { contractOf, type Shape, shapes } from "./random-contract.ts";
import { histories } from "./random-events.ts";

const isLong = process.env["REVPACT_TEST"] === "all";
const numRuns = isLong ? 300 : 60;
/** Of the long run, on a busy machine. */
const patienceMs = 300_000;

function termsOf(shape: Shape): Terms | undefined {
  const { value } = compileContract([createSource("contract.yaml", contractOf(shape))], { asOf: "2027-01-04" });
  return value === undefined ? undefined : createTerms(value);
}

/** Plays a history; `onTime` sees the steps that time alone brought, `onState` the world after each event and timer. */
function play(
  terms: Terms,
  events: readonly JourneyEvent[],
  look: { readonly onTime: (steps: readonly Step[], world: World) => void; readonly onState: (world: World) => void },
): void {
  const steps: Step[] = [];
  const world = createWorld(terms, { onStep: (step) => steps.push(step) });
  const passTo = (until: number): void => {
    for (let timer = nextTimer(world); timer < until; timer = nextTimer(world)) {
      steps.length = 0;
      advance(world, timer);
      look.onTime([...steps], world);
      look.onState(world);
    }
  };
  for (const event of events) {
    // A deal that no acceptance made would be a contact here: nobody can act on it.
    if (event.record === "deal" && !world.records.has("deal")) continue;
    passTo(event.at);
    applyEvent(world, event);
    look.onState(world);
  }
  passTo((events.at(-1)?.at ?? 0) + 400 * 86_400_000);
}

function property(check: (terms: Terms, events: readonly JourneyEvent[]) => void): void {
  let sound = 0;
  let all = 0;
  fc.assert(
    fc.property(shapes, fc.array(histories, { minLength: 1, maxLength: 6 }), (shape, played) => {
      const terms = termsOf(shape);
      all += 1;
      if (terms === undefined) return;
      sound += 1;
      for (const events of played) check(terms, events);
    }),
    { numRuns },
  );
  expect(sound / all).toBeGreaterThan(0.9);
}

function expectPlace(terms: Terms, record: RecordState, entered: Set<string>): void {
  if (record.stage !== undefined) entered.add(record.id);
  if (!entered.has(record.id)) return;
  expect(terms.stages.get(record.stage?.stage.id ?? "")).toBe(record.stage);
  expect(record.stage).toBeDefined();
  expect(record.owner.role ?? "").not.toBe("");
  expect(record.episodes.filter(({ closedAt }) => closedAt === undefined).length).toBeLessThanOrEqual(1);
}

/** Which clock has to run, where one has to; placed on the effective date, nothing was promised yet. */
function clockOwed(record: RecordState): ((clock: Clock) => boolean) | undefined {
  const episode = openEpisode(record);
  if (episode?.status === "incomplete") return (clock) => clock.episode === episode && waitsFor(clock) === "complete";
  if (episode?.decision === "refused")
    return (clock) => clock.episode === episode && clock.clause.endsWith(".feedback");
  if (episode !== undefined) return (clock) => clock.episode === episode && waitsFor(clock) === "decided";
  if (record.sentBack?.repair !== undefined) return (clock) => clock === record.sentBack?.repair;
  return record.stage?.nature === "worked" ? (clock) => clock.episode === undefined : undefined;
}

const waitsFor = ({ placed }: Clock): string | undefined => placed?.deadline.stops.kind;

function expectDeadline(world: World, record: RecordState): void {
  if (record.isGone === true || record.stage === undefined || record.awaySince === world.terms.effectiveAt) return;
  const isOwed = clockOwed(record);
  if (isOwed === undefined) return;
  const verdicts = record.running.filter(isOwed).map((clock) => verdictOf(clock, world.now));
  expect(verdicts).not.toEqual([]);
  expect(verdicts.filter((verdict) => verdict !== "pending" && verdict !== "overdue")).toEqual([]);
}

/** What time alone may bring: nobody's decision, and moves that the contract provides for. */
function expectTimely(terms: Terms, { kind, episode, stage = "", from = "", cause = "hand", ...step }: Step): void {
  const isAutomatic = episode?.handoff.acceptance === "automatic";
  if (!isAutomatic) expect(["accepted", "refused", "decided", "departed", "withdrawn"]).not.toContain(kind);
  if (kind === "expired") expect(episode?.handoff.by).toBeDefined();
  if (kind !== "entered") return;
  const expiry = terms.stages.get(from)?.stage.expires?.reason;
  const isWay: Readonly<Partial<Record<Cause, boolean>>> = {
    expiry: step.reason !== undefined && step.reason === expiry,
    criteria: terms.stages.get(stage)?.stage.criteria !== undefined,
    handoff: step.clause === "handoffs.over.to",
    birth: from === "",
    placement: step.at === terms.effectiveAt,
  };
  expect({ cause, isWay: isWay[cause] }).toEqual({ cause, isWay: true });
}

describe("whatever happens under whatever contract", () => {
  test(
    "a record that entered has one stage and an owner, for ever",
    () => {
      property((terms, events) => {
        const entered = new Set<string>();
        play(terms, events, {
          onTime: () => undefined,
          onState: (world) => {
            for (const record of world.records.values()) expectPlace(terms, record, entered);
          },
        });
      });
    },
    patienceMs,
  );

  test(
    "where a person must act, a deadline waits for it",
    () => {
      property((terms, events) => {
        play(terms, events, {
          onTime: () => undefined,
          onState: (world) => {
            for (const record of world.records.values()) expectDeadline(world, record);
          },
        });
      });
    },
    patienceMs,
  );

  test(
    "time alone decides no handoff, and moves nobody but by a reason or a way of the contract",
    () => {
      property((terms, events) => {
        play(terms, events, {
          onState: () => undefined,
          onTime: (steps) => {
            for (const step of steps) expectTimely(terms, step);
          },
        });
      });
    },
    patienceMs,
  );

  test(
    "the same events give the same journey, and no step comes before the one above it",
    () => {
      property((terms, events) => {
        const told = (): readonly string[] => {
          const lines: string[] = [];
          const world = createWorld(terms, {
            onStep: ({ at, kind, clause, record }) =>
              lines.push(`${String(at).padStart(15)} ${kind} ${clause} ${record}`),
            onNotice: ({ at, to, clause }) => lines.push(`${String(at).padStart(15)} told ${to} ${clause}`),
          });
          for (const event of events) applyEvent(world, event);
          advance(world, (events.at(-1)?.at ?? 0) + 86_400_000);
          return lines;
        };
        const lines = told();
        expect(told()).toEqual(lines);
        const moments = lines.map((line) => line.slice(0, 15));
        expect(moments.toSorted()).toEqual(moments);
      });
    },
    patienceMs,
  );
});
