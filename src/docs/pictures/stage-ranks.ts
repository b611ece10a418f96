import type { Contract, Id, Stage } from "../../contract/index.ts";
import type { Condition } from "../../criteria/index.ts";

/** A way forward from one stage to another. */
export interface Step {
  readonly from: Id;
  readonly to: Id;
}

/**
 * How many stages come before each on the longest way forward. Ways back count for nothing: neither to a stage that is on
 * the way, nor out of one where records rest or end. A stage that no way leads to stands beside the stage it mirrors, or
 * after the first one that a reason takes to it.
 */
export function ranksOf(contract: Contract, steps: readonly Step[]): ReadonlyMap<Id, number> {
  const ranks = new Map<Id, number>();
  const open = new Set<Id>();
  const rankOf = (id: Id): number => {
    const known = ranks.get(id);
    if (known !== undefined) return known;
    open.add(id);
    const others = (ids: readonly Id[]) => ids.filter((other) => !open.has(other)).map(rankOf);
    const before = others(steps.filter(({ from, to }) => to === id && !rests(contract, from)).map(({ from }) => from));
    const rank = before.length > 0 ? Math.max(...before) + 1 : rankBeside(contract, id, others);
    open.delete(id);
    ranks.set(id, rank);
    return rank;
  };
  for (const id of contract.stages.keys()) rankOf(id);
  // An end that can be reached from anywhere stands where the longest way ends.
  const last = Math.max(...ranks.values());
  for (const { id, closed, from } of contract.stages.values()) {
    if (closed !== undefined && from.includes("any") && ranks.get(id) === 0) ranks.set(id, last);
  }
  return ranks;
}

function rankBeside(contract: Contract, id: Id, ranksOfOthers: (ids: readonly Id[]) => readonly number[]): number {
  const stage = contract.stages.get(id);
  if (stage === undefined) return 0;
  if (stage.from.includes("new")) {
    return stage.pipeline === undefined ? 0 : Math.max(-1, ...ranksOfOthers(stagesOfTheRecord(contract))) + 1;
  }
  const mirrored = ranksOfOthers(stage.criteria === undefined ? [] : linkedStages(stage.criteria));
  if (mirrored.length > 0) return Math.max(...mirrored);
  const sources = ranksOfOthers(
    [...contract.stages.values()].filter((other) => leadsByReason(contract, other, id)).map((other) => other.id),
  );
  return sources.length > 0 ? Math.min(...sources) + 1 : 0;
}

/** Where the record of the scope is worked: what a pipeline begins with by hand comes after that. */
function stagesOfTheRecord(contract: Contract): readonly Id[] {
  return [...contract.stages.values()]
    .filter(({ id, pipeline, criteria }) => {
      const isMirror = criteria !== undefined && linkedStages(criteria).length > 0;
      return pipeline === undefined && !isMirror && !rests(contract, id);
    })
    .map(({ id }) => id);
}

function rests(contract: Contract, id: Id): boolean {
  const { parking = false, closed } = contract.stages.get(id) ?? {};
  return parking || closed !== undefined;
}

function linkedStages(condition: Condition): readonly Id[] {
  if ("of" in condition) return condition.kind === "none" ? [] : condition.of.flatMap(linkedStages);
  return condition.kind === "linked" ? condition.stages : [];
}

/** Whether a reason given in a stage takes records to another. */
export function leadsByReason(contract: Contract, stage: Stage, to: Id): boolean {
  const refusals = [...contract.handoffs.values()]
    .filter(({ from }) => from.includes(stage.id))
    .flatMap(({ feedback, recycle }) => [...(feedback?.reasons ?? []), recycle?.reason]);
  return [...stage.exitReasons, ...refusals, stage.expires?.reason].some(
    (reason) => contract.reasons.get(reason ?? "")?.moveTo === to,
  );
}
