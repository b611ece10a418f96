import {
  type BusinessClock,
  createBusinessClock,
  type Duration,
  type Instant,
  instantAt,
  weekdays,
} from "../calendar/index.ts";
import {
  asksForSignal,
  type Contract,
  createAnalysis,
  type Deadline,
  deadlinesOf,
  type Handoff,
  type Id,
  isMirror,
  leavingHandoffs,
  natureOf,
  objectOf,
  openingConditions,
  type PlacedDeadline,
  placedDeadlines,
  receiverOf,
  type Stage,
  type StageNature,
  senderOf,
} from "../contract/index.ts";
import type { Condition } from "../criteria/index.ts";
import { type SignedLeaf, turningLeaves } from "./turning.ts";

/** A version of the agreement, looked up the way a journey asks: what leaves a stage, who owes, which clock. */
export interface Terms {
  readonly contract: Contract;
  readonly stages: ReadonlyMap<Id, StageTerms>;
  /** Stages that records of the scope's object are born into by themselves, in the order of the contract. */
  readonly births: readonly StageTerms[];
  readonly handoffs: ReadonlyMap<Id, HandoffTerms>;
  /** The clock of a role, else the contract's; one that is always open where there is no calendar. */
  readonly clockOf: (role: Id | undefined) => BusinessClock;
  readonly clock: BusinessClock;
  /** When a duration on the contract's own calendar has passed; Infinity where it never does. */
  readonly after: (moment: Instant, duration: Duration) => Instant;
  /** What may come to hold by time alone: for records not yet born, for priorities, and for what stops a deadline. */
  readonly birthTurns: readonly SignedLeaf[];
  readonly priorityTurns: readonly SignedLeaf[];
  readonly stopTurns: ReadonlyMap<Deadline, readonly SignedLeaf[]>;
  /** 00:00 on the effective date, on the contract's calendar. */
  readonly effectiveAt: Instant;
}

/** A stage with the ways out of it that need no hand. */
export interface StageTerms {
  readonly stage: Stage;
  readonly object: string;
  readonly nature: StageNature;
  /** It follows the records of another object: neither scope nor a new signal is asked. */
  readonly isMirror: boolean;
  /** Stages whose criteria may take a record from here, in the order of the contract. */
  readonly promotions: readonly StageTerms[];
  /** Handoffs that open by themselves here, the one that says `otherwise` last. */
  readonly automatic: readonly HandoffTerms[];
  readonly deadlines: readonly PlacedDeadline[];
  /** What may come to hold by time alone and take the record on. */
  readonly turns: readonly SignedLeaf[];
}

/** A handoff with who takes part, and when it opens from each of its stages. */
export interface HandoffTerms {
  readonly handoff: Handoff;
  readonly sender: Id | undefined;
  readonly receiver: Id | undefined;
  readonly openings: ReadonlyMap<Id, readonly Condition[]>;
  readonly asksForSignal: boolean;
  readonly deadlines: readonly PlacedDeadline[];
}

/** Looks up everything once; a journey then asks maps only. */
export function createTerms(contract: Contract): Terms {
  const handoffs = new Map([...contract.handoffs.values()].map((one) => [one.id, handoffTerms(contract, one)]));
  const stages = stageTerms(contract, handoffs);
  const { clockOf, clock } = createClocks(contract);
  const turns = (conditions: readonly (Condition | undefined)[]) => turnsOf(contract, conditions);
  const priorities = [...contract.priorities.values()].map(({ when }) => when);
  const births = [...stages.values()].filter(
    ({ stage, object }) => stage.from.includes("new") && stage.by === undefined && object === contract.scope.object,
  );
  return {
    contract,
    stages,
    births,
    handoffs,
    clockOf,
    clock,
    after: (moment, duration) => clock.dueAt(moment, duration) ?? Number.POSITIVE_INFINITY,
    birthTurns: turns([...births.map(({ stage }) => stage.criteria), ...scopeConditions(contract)]),
    priorityTurns: turns(priorities),
    stopTurns: new Map(
      placedDeadlines(contract).flatMap(({ deadline }) =>
        deadline.stops.kind === "condition" ? [[deadline, turns([deadline.stops.condition])]] : [],
      ),
    ),
    effectiveAt: instantAt(contract.effective, 0, clock.zone),
  };
}

function handoffTerms(contract: Contract, handoff: Handoff): HandoffTerms {
  const openings = handoff.from.map((stage) => [stage, openingConditions(contract, handoff, stage)] as const);
  return {
    handoff,
    sender: senderOf(contract, handoff),
    receiver: receiverOf(contract, handoff),
    openings: new Map(openings),
    asksForSignal: openings.some(([, conditions]) => conditions.some((one) => asksForSignal(contract, one))),
    deadlines: deadlinesOf(contract, handoff),
  };
}

function stageTerms(contract: Contract, handoffs: ReadonlyMap<Id, HandoffTerms>): ReadonlyMap<Id, StageTerms> {
  const stages = new Map(
    [...contract.stages.values()].map((stage) => {
      const leaving = leavingHandoffs(contract, stage.id).filter(({ by }) => by === undefined);
      const inOrder = [...leaving.filter(({ otherwise }) => !otherwise), ...leaving.filter((one) => one.otherwise)];
      const terms = {
        stage,
        object: objectOf(contract, stage),
        nature: natureOf(contract, stage),
        isMirror: stage.criteria !== undefined && isMirror(stage.criteria),
        promotions: [] as StageTerms[],
        turns: [] as SignedLeaf[],
        automatic: inOrder.flatMap(({ id }) => handoffs.get(id) ?? []),
        deadlines: deadlinesOf(contract, stage),
      };
      return [stage.id, terms];
    }),
  );
  const taking = [...stages.values()].filter(({ stage }) => stage.by === undefined && stage.criteria !== undefined);
  for (const origin of stages.values()) {
    origin.promotions.push(...taking.filter((target) => leadsTo(origin, target)));
    const openings = origin.automatic.flatMap(({ openings }) => openings.get(origin.stage.id) ?? []);
    const next = [...origin.promotions.map(({ stage }) => stage.criteria), ...openings];
    origin.turns.push(...turnsOf(contract, next.length === 0 ? [] : [...next, ...scopeConditions(contract)]));
  }
  return stages;
}

/** A record that comes into scope, or is excluded, by time alone. */
function scopeConditions({ scope }: Contract): readonly (Condition | undefined)[] {
  const outside = scope.exclude.map(({ when }) => when);
  return [scope.include, ...outside, ...outside.map((when): Condition => ({ kind: "none", path: [], of: [when] }))];
}

function turnsOf(contract: Contract, conditions: readonly (Condition | undefined)[]): readonly SignedLeaf[] {
  const resolveNamed = (name: Id) => contract.criteria.get(name)?.condition;
  return conditions.flatMap((condition) => (condition === undefined ? [] : turningLeaves(condition, resolveNamed)));
}

/** `any` is every stage of the same object that is neither closed nor the stage itself. */
function leadsTo(origin: StageTerms, target: StageTerms): boolean {
  if (origin === target || origin.object !== target.object) return false;
  const { from } = target.stage;
  return from.includes(origin.stage.id) || (from.includes("any") && origin.stage.closed === undefined);
}

const allDay = [{ from: 0, to: 24 * 60 }];

function createClocks(contract: Contract): Pick<Terms, "clockOf" | "clock"> {
  const { clockOf } = createAnalysis(contract, new Set());
  const always = { timezone: "UTC", hours: Object.fromEntries(weekdays.map((day) => [day, allDay])) };
  const clock = clockOf(undefined)?.clock ?? createBusinessClock({ ...always, holidays: [], exceptions: [] });
  const known = new Map<Id, BusinessClock>();
  return {
    clock,
    clockOf: (role) => {
      if (role === undefined) return clock;
      const found = known.get(role) ?? clockOf(role)?.clock ?? clock;
      known.set(role, found);
      return found;
    },
  };
}
