import {
  advance,
  applyEvent,
  createWorld,
  type Listener,
  type Notice,
  type Step,
  type Terms,
} from "../journey/index.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { createMoments } from "./moments.ts";
import { observe } from "./observe.ts";
import type { Expectation, TestCase, TestItem } from "./test-case.ts";

/** An expectation that was not met, with what the agreement did instead. */
export interface Mismatch {
  readonly expectation: Expectation;
  /** The moment of the look. */
  readonly at: number;
  readonly actual: string | readonly string[];
  /** Why it is so. */
  readonly evidence: Evidence;
  /** Messages and notes since the last look. */
  readonly notices: readonly Notice[];
  readonly notes: readonly Step[];
}

/** A test that was run; it passed where nothing differs. */
export interface TestResult {
  readonly test: TestCase;
  readonly mismatches: readonly Mismatch[];
}

/** How a test is run. */
export interface RunOptions {
  /** Hears everything, for coverage. */
  readonly listener?: Listener;
  /** Stops at the first look that differs: whether it passes is all that is asked. */
  readonly isBrief?: boolean;
}

const noEvidence: Evidence = { assessments: [], missing: [] };

/** Plays a story under the terms of a contract and looks where it says to. */
export function runTest(terms: Terms, test: TestCase, { listener = {}, isBrief = false }: RunOptions = {}): TestResult {
  const moments = createMoments(terms);
  const steps: Step[] = [];
  const notices: Notice[] = [];
  const world = createWorld(terms, {
    ...listener,
    onStep: (step) => {
      steps.push(step);
      listener.onStep?.(step);
    },
    onNotice: (notice) => {
      notices.push(notice);
      listener.onNotice?.(notice);
    },
  });
  const mismatches: Mismatch[] = [];
  // A look that does not ask who was told leaves the messages for the next one that does.
  const seen = { told: 0, notes: 0 };
  const look = ({ at, expectations }: Extract<TestItem, { kind: "look" }>): void => {
    advance(world, at);
    const recent = { notices: notices.slice(seen.told), steps: steps.slice(seen.notes) };
    for (const expectation of expectations) {
      const actual = actualOf(expectation, recent, (record, fact) =>
        observe(world, world.records.get(record), fact, moments),
      );
      if (actual === undefined) continue;
      const notes = recent.steps.filter(({ note }) => note !== undefined);
      const evidence = isBrief ? noEvidence : evidenceOf(world, expectation, steps);
      mismatches.push({ expectation, at, actual, evidence, notices: recent.notices, notes });
    }
    if (expectations.some(({ kind }) => kind === "told")) seen.told = notices.length;
    if (expectations.some(({ kind }) => kind === "notes")) seen.notes = steps.length;
  };
  for (const item of test.items) {
    if (item.kind === "event") applyEvent(world, item.event);
    else look(item);
    if (isBrief && mismatches.length > 0) break;
  }
  return { test, mismatches };
}

/** What is so instead; undefined where it is as expected. */
function actualOf(
  expectation: Expectation,
  recent: { readonly notices: readonly Notice[]; readonly steps: readonly Step[] },
  lookUp: (record: string, fact: string) => string,
): string | readonly string[] | undefined {
  switch (expectation.kind) {
    case "fact": {
      const actual = lookUp(expectation.record, expectation.fact);
      return actual === expectation.expected ? undefined : actual;
    }
    case "told": {
      const told = recent.notices.map((notice) => ({ short: notice.to, long: `${notice.to}: ${notice.clock.name}` }));
      return differingList(expectation.expected, told);
    }
    case "notes": {
      const notes = recent.steps.flatMap(({ note }) => (note === undefined ? [] : [{ short: note, long: note }]));
      return differingList(expectation.expected, notes);
    }
    default:
      return expectation satisfies never;
  }
}

/** Each expected item takes one that was found, in the short or the long form; what is left over on either side differs. */
function differingList(
  expected: readonly string[],
  found: readonly { readonly short: string; readonly long: string }[],
): readonly string[] | undefined {
  const left = [...found];
  // The more exact ones choose first.
  const inOrder = [...expected.filter((one) => one.includes(":")), ...expected.filter((one) => !one.includes(":"))];
  const matched = inOrder.map((one) => {
    const position = left.findIndex(({ short, long }) => one === long || one === short);
    return position < 0 ? undefined : left.splice(position, 1)[0];
  });
  const isSame = left.length === 0 && matched.every((one) => one !== undefined);
  return isSame ? undefined : found.map(({ long }) => long);
}
