import type { Condition, Path } from "../criteria/index.ts";
import type { Contract, Handoff, Stage } from "./contract.ts";
import type { Id } from "./entry.ts";
import { leavingHandoffs, natureOf, objectOf } from "./lifecycle.ts";

/** One of several ways that compete for the same record. */
export interface Competitor {
  /** What people call it in messages: its id, or the number of its line. */
  readonly name: string;
  readonly path: Path;
  /** When it takes a record; absent means always. */
  readonly condition?: Condition;
  /** Where a record that it took may go on to by itself: whoever wins, it ends up there. */
  readonly leadsOnTo: readonly Id[];
}

/** What becomes of a record that no competitor takes: `nothing` is a hole in the agreement. */
export type Leftover = "nothing" | "fallback" | "stays";

/** Ways that compete for the same record: the first that takes it wins where it is `ordered`, else only one may. */
export interface Competition {
  readonly kind: "handoffs" | "entry" | "promotion" | "priorities" | "assignment";
  /** The stage that handoffs leave, or the handoff that is assigned; empty for the others. */
  readonly about: Id;
  readonly path: Path;
  readonly isOrdered: boolean;
  readonly leftover: Leftover;
  /** Which records it is about: all of these hold for them. */
  readonly universe: readonly Condition[];
  /** None of these holds for them. */
  readonly excluded: readonly Condition[];
  readonly competitors: readonly Competitor[];
  /** The one that takes what the others leave. */
  readonly fallback?: Competitor;
  /** Those that stand after it, where order counts. */
  readonly late: readonly Competitor[];
}

/** Everything that competes for a record in a contract. */
export function competitionsOf(contract: Contract): readonly Competition[] {
  const stages = [...contract.stages.values()];
  return [
    ...stages.map((stage) => handoffsFrom(contract, stage)),
    entryOf(contract),
    ...promotions(contract, stages),
    prioritiesOf(contract),
    ...[...contract.handoffs.values()].map((handoff) => assignmentOf(contract, handoff)),
  ].filter(({ competitors, late }) => competitors.length + late.length > 0);
}

/** Records in scope: what the automatic ways are about. */
export function scopeOf(contract: Contract): Pick<Competition, "universe" | "excluded"> {
  const { include, exclude } = contract.scope;
  return { universe: include === undefined ? [] : [include], excluded: exclude.map(({ when }) => when) };
}

/** When a handoff opens by itself: the criteria of the stage it leaves, and its own. */
export function openingConditions(contract: Contract, handoff: Handoff, from: Id): readonly Condition[] {
  return [contract.stages.get(from)?.criteria, handoff.criteria].filter((condition) => condition !== undefined);
}

/** Handoffs that open by themselves from one stage; those that a person starts compete with none. */
function handoffsFrom(contract: Contract, stage: Stage): Competition {
  const automatic = leavingHandoffs(contract, stage.id).filter((handoff) => handoff.by === undefined);
  const named = automatic.filter((handoff) => !handoff.otherwise);
  const [rest] = automatic.filter((handoff) => handoff.otherwise);
  // A worked stage has other ways out: who is left over is still somebody's work.
  const leftover = natureOf(contract, stage) === "transmitting" ? "nothing" : "stays";
  const scope = scopeOf(contract);
  const isInScope = objectOf(contract, stage) === contract.scope.object;
  return {
    kind: "handoffs",
    about: stage.id,
    path: stage.path,
    isOrdered: false,
    leftover: rest === undefined ? leftover : "fallback",
    // A record that leaves the scope withdraws its handoff: outside of it there is nothing to compete for.
    universe: [...(stage.criteria === undefined ? [] : [stage.criteria]), ...(isInScope ? scope.universe : [])],
    excluded: isInScope ? scope.excluded : [],
    competitors: named.map(({ id, path, criteria }) => competitor(id, path, criteria)),
    ...(rest === undefined ? {} : { fallback: competitor(rest.id, rest.path) }),
    late: [],
  };
}

function competitor(name: string, path: Path, condition?: Condition): Competitor {
  return { name, path, leadsOnTo: [], ...(condition === undefined ? {} : { condition }) };
}

/** The stages that records are born into. */
function entryOf(contract: Contract): Competition {
  const born = [...contract.stages.values()].filter(
    (stage) =>
      stage.from.includes("new") && stage.by === undefined && objectOf(contract, stage) === contract.scope.object,
  );
  return { ...stageCompetition(contract, born), kind: "entry", about: "", path: ["stages"], leftover: "nothing" };
}

/** Stages that take records by themselves from one and the same stage; a mirror only follows another object. */
function promotions(contract: Contract, stages: readonly Stage[]): readonly Competition[] {
  const automatic = stages.filter(
    (stage) => stage.by === undefined && stage.criteria !== undefined && natureOf(contract, stage) !== "mirror",
  );
  return stages.map((origin) => {
    const taking = automatic.filter((stage) => stage.from.includes(origin.id));
    return {
      ...stageCompetition(contract, taking),
      kind: "promotion",
      about: origin.id,
      path: origin.path,
      leftover: "stays",
    };
  });
}

function stageCompetition(contract: Contract, stages: readonly Stage[]) {
  const competitors = stages.map(({ id, path, criteria }) => ({
    ...competitor(id, path, criteria),
    leadsOnTo: stages.filter((next) => next.from.includes(id)).map((next) => next.id),
  }));
  return { isOrdered: false, ...scopeOf(contract), competitors, late: [] };
}

function prioritiesOf(contract: Contract): Competition {
  const priorities = [...contract.priorities.values()].map(({ id, path, when }) => competitor(id, path, when));
  return {
    kind: "priorities",
    about: "",
    path: ["priorities"],
    universe: [],
    excluded: [],
    ...firstThatApplies(priorities),
  };
}

/** Who receives: the first line that applies. Keeping an owner applies only to records that have one. */
function assignmentOf(contract: Contract, handoff: Handoff): Competition {
  const lines = handoff.assign.flatMap((rule, index) =>
    rule.kind === "keep" ? [] : [competitor(String(index + 1), [...handoff.path, "assign", index], rule.when)],
  );
  const [from, other] = handoff.from;
  return {
    kind: "assignment",
    about: handoff.id,
    path: [...handoff.path, "assign"],
    universe: from === undefined || other !== undefined ? [] : openingConditions(contract, handoff, from),
    excluded: [],
    ...firstThatApplies(lines),
  };
}

/** Lines in order, up to the first that always applies: that one takes what is left, and those after it nothing. */
function firstThatApplies(lines: readonly Competitor[]) {
  const last = lines.findIndex(({ condition }) => condition === undefined);
  const fallback = lines[last];
  return {
    isOrdered: true,
    leftover: fallback === undefined ? ("nothing" as const) : ("fallback" as const),
    competitors: last < 0 ? lines : lines.slice(0, last),
    ...(fallback === undefined ? {} : { fallback }),
    late: last < 0 ? [] : lines.slice(last + 1),
  };
}
