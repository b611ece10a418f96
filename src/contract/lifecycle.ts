import type { Condition } from "../criteria/index.ts";
import type { Contract, Handoff, Stage } from "./contract.ts";
import type { Id } from "./entry.ts";

/** What an open stage is: every one must be one of the first four. */
export type StageNature = "worked" | "transmitting" | "waiting" | "mirror" | "parking" | "closed" | "sink";

/** How the contract keeps records in a stage from vanishing. */
export function natureOf(contract: Contract, stage: Stage): StageNature {
  if (stage.closed !== undefined) return "closed";
  if (stage.parking) return "parking";
  if (stage.criteria !== undefined && isMirror(stage.criteria)) return "mirror";
  if (stage.deadlines.length > 0 && stage.exitReasons.length > 0) return "worked";
  if (leavingHandoffs(contract, stage.id).some((handoff) => handoff.by === undefined)) return "transmitting";
  return stage.expires === undefined ? "sink" : "waiting";
}

/** True where nobody works here: neither parking nor closed means open. */
export function isOpen(stage: Stage): boolean {
  return stage.closed === undefined && !stage.parking;
}

/** True where a condition asks for nothing but the stages of linked records: a stage with such criteria follows them. */
export function isMirror(condition: Condition): boolean {
  return "of" in condition ? condition.of.length > 0 && condition.of.every(isMirror) : condition.kind === "linked";
}

/** The handoffs that leave a stage, in the order of the contract. */
export function leavingHandoffs(contract: Contract, stage: Id): readonly Handoff[] {
  return [...contract.handoffs.values()].filter((handoff) => handoff.from.includes(stage));
}

/** The CRM object on which records of a stage live. */
export function objectOf(contract: Contract, stage: Stage): string {
  return stage.pipeline === undefined
    ? contract.scope.object
    : (contract.pipelines.get(stage.pipeline)?.object ?? "deal");
}

/** Why a record may move from one stage to another. */
export type EdgeCause = "criteria" | "hand" | "handoff" | "reason" | "expiry" | "birth" | "placement";

/** A move that the contract provides for; `from` is `new` at birth. */
export interface Edge {
  readonly from: Id;
  readonly to: Id;
  readonly cause: EdgeCause;
  /** The handoff or reason behind it. */
  readonly by?: Id;
}

/** Every move the contract provides for, in the order it is written. */
export function edgesOf(contract: Contract): readonly Edge[] {
  return [...contract.stages.values()]
    .flatMap((stage) => [...entries(contract, stage), ...exits(contract, stage)])
    .concat(handoffEdges(contract));
}

function entries(contract: Contract, stage: Stage): readonly Edge[] {
  const isPlaced = contract.scope.existingRecords === "place" && stage.crm?.lifecycleStage !== undefined;
  const placement: readonly Edge[] = isPlaced ? [{ from: "new", to: stage.id, cause: "placement" }] : [];
  const cause = entryCause(stage);
  const origins = stage.from.flatMap((origin) => (origin === "any" ? openOrParking(contract, stage) : [origin]));
  // Without criteria or a hand, `from` opens a way only at birth; elsewhere a handoff or a reason has to bring the record.
  const usable = cause === undefined ? origins.filter((origin) => origin === "new") : origins;
  return [
    ...placement,
    ...usable.map((from) => ({ from, to: stage.id, cause: from === "new" ? ("birth" as const) : (cause ?? "birth") })),
  ];
}

function entryCause(stage: Stage): "criteria" | "hand" | undefined {
  if (stage.by !== undefined) return "hand";
  return stage.criteria === undefined ? undefined : "criteria";
}

function openOrParking(contract: Contract, stage: Stage): readonly Id[] {
  const object = objectOf(contract, stage);
  return [...contract.stages.values()]
    .filter((other) => other.id !== stage.id && other.closed === undefined && objectOf(contract, other) === object)
    .map((other) => other.id);
}

function exits(contract: Contract, stage: Stage): readonly Edge[] {
  const expiry = stage.expires === undefined ? [] : reasonEdges(contract, stage.id, [stage.expires.reason]);
  return [
    ...reasonEdges(contract, stage.id, stage.exitReasons),
    ...expiry.map((edge) => ({ ...edge, cause: "expiry" as const })),
  ];
}

function reasonEdges(contract: Contract, from: Id, reasons: readonly Id[]): readonly Edge[] {
  return reasons.flatMap((by) => {
    const to = contract.reasons.get(by)?.moveTo;
    return to === undefined || to === "sender" ? [] : [{ from, to, cause: "reason" as const, by }];
  });
}

function handoffEdges(contract: Contract): readonly Edge[] {
  return [...contract.handoffs.values()].flatMap((handoff) =>
    handoff.from.flatMap((from) => {
      const reasons = [
        ...(handoff.feedback?.reasons ?? []),
        ...(handoff.recycle === undefined ? [] : [handoff.recycle.reason]),
      ];
      return [
        { from, to: handoff.to, cause: "handoff" as const, by: handoff.id },
        ...reasonEdges(contract, from, reasons),
      ];
    }),
  );
}

/** The stages that records can reach from birth along these edges. */
export function reachableFrom(start: Id, edges: readonly Edge[]): ReadonlySet<Id> {
  return follow(start, nextStages(edges));
}

/** Where the edges lead, by where they start. */
export function nextStages(edges: readonly Pick<Edge, "from" | "to">[]): ReadonlyMap<Id, readonly Id[]> {
  const next = new Map<Id, Id[]>();
  for (const { from, to } of edges) {
    const known = next.get(from);
    if (known === undefined) next.set(from, [to]);
    else known.push(to);
  }
  return next;
}

/** A stage and all that lies behind it. */
export function follow(start: Id, next: ReadonlyMap<Id, readonly Id[]>): ReadonlySet<Id> {
  const reached = new Set<Id>([start]);
  const queue = [start];
  for (let stage = queue.pop(); stage !== undefined; stage = queue.pop()) {
    for (const to of next.get(stage) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      queue.push(to);
    }
  }
  return reached;
}
