import type { Id } from "../contract/index.ts";
import type { Step, Terms } from "../journey/index.ts";
import type { HandoffProfile, Profile, StageProfile } from "./profile.ts";
import { addTo } from "./tally.ts";

/** What people did with past leads, counted. */
export interface Habits {
  readonly onStep: (step: Step) => void;
  /** A touch while a record is in a stage. */
  readonly onTouch: (stage: Id | undefined) => void;
  readonly handoffs: ReadonlyMap<Id, HandoffHabit>;
  readonly stages: ReadonlyMap<Id, StageHabit>;
}

interface HandoffHabit {
  accepted: number;
  readonly reasons: Map<Id, number>;
}

interface StageHabit {
  stays: number;
  touches: number;
  readonly ways: Map<Id, number>;
  readonly reasons: Map<Id, number>;
}

/** Fewer cases than this say nothing about a habit: the usual supposition stays. */
const enoughCases = 10;

/** Counters at zero. */
export function createHabits(): Habits {
  const handoffs = new Map<Id, HandoffHabit>();
  const stages = new Map<Id, StageHabit>();
  const handoff = (id: Id) => known(handoffs, id, () => ({ accepted: 0, reasons: new Map() }));
  const stage = (id: Id) => known(stages, id, () => ({ stays: 0, touches: 0, ways: new Map(), reasons: new Map() }));
  return {
    handoffs,
    stages,
    onTouch: (id) => {
      if (id !== undefined) stage(id).touches += 1;
    },
    onStep: (step) => {
      if (step.kind === "accepted" && step.handoff !== undefined) handoff(step.handoff).accepted += 1;
      if (step.kind === "refused" && step.handoff !== undefined)
        addTo(handoff(step.handoff).reasons, step.reason ?? "");
      if (step.kind === "opened" && step.episode?.handoff.by !== undefined)
        addTo(stage(step.episode.from).ways, step.episode.handoff.id);
      if (step.kind === "entered") enter(stage, step);
    },
  };
}

function enter(stage: (id: Id) => StageHabit, { cause, from, reason, stage: to = "" }: Step): void {
  stage(to).stays += 1;
  if (from === undefined) return;
  if (cause === "hand") addTo(stage(from).ways, to);
  if (cause === "reason" && reason !== undefined) addTo(stage(from).reasons, reason);
}

function known<T>(entries: Map<Id, T>, id: Id, make: () => T): T {
  const found = entries.get(id) ?? make();
  entries.set(id, found);
  return found;
}

/** Habits as a profile says them. */
export function habitsProfile({ handoffs, stages }: Habits, { contract }: Terms): Pick<Profile, "handoffs" | "stages"> {
  return {
    handoffs: new Map([...handoffs].flatMap(([id, habit]) => asHandoff(id, habit))),
    stages: new Map([...stages].flatMap(([id, habit]) => (contract.stages.has(id) ? asStage(id, habit) : []))),
  };
}

function asHandoff(id: Id, { accepted, reasons }: HandoffHabit): readonly (readonly [Id, HandoffProfile])[] {
  const refused = sumOf(reasons);
  if (accepted + refused < enoughCases) return [];
  const share = refused / (accepted + refused);
  return [[id, refused === 0 ? { refused: share } : { refused: share, reasons: sharesOf(reasons) }]];
}

function asStage(id: Id, { stays, touches, ways, reasons }: StageHabit): readonly (readonly [Id, StageProfile])[] {
  const [onward, left] = [sumOf(ways), sumOf(reasons)];
  if (stays < enoughCases || onward + left < enoughCases) return [];
  return [
    [
      id,
      {
        touches: Math.max(1, touches / stays),
        goesOn: onward / (onward + left),
        ...(onward === 0 ? {} : { ways: sharesOf(ways) }),
        ...(left === 0 ? {} : { reasons: sharesOf(reasons) }),
      },
    ],
  ];
}

function sumOf(counts: ReadonlyMap<Id, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function sharesOf(counts: ReadonlyMap<Id, number>): ReadonlyMap<Id, number> {
  const total = sumOf(counts);
  return new Map([...counts].map(([name, count]) => [name, count / total]));
}
