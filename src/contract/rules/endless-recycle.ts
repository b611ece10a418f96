import { describeDuration } from "../../calendar/index.ts";
import type { Condition } from "../../criteria/index.ts";
import { type ArgsOf, type Finding, finding, inBoth } from "../../diagnostics/index.ts";
import type { Contract, Handoff } from "../contract.ts";
import type { Id } from "../entry.ts";
import { type Edge, isOpen, natureOf } from "../lifecycle.ts";
import { describePath, shortestPath } from "../paths.ts";
import { askCriteria } from "./criteria-questions.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/**
 * GRA305: records that go round for ever. Either by themselves, by expiries, criteria and handoffs that nobody decides,
 * without a person or a new signal in between; or between a sender and a receiver who may refuse and send again without limit.
 */
export const endlessRecycle: Rule = {
  codes: ["GRA305"],
  judges: "contract",
  check: (contract, facts) => [
    ...automaticCycles(contract, facts),
    ...[...contract.handoffs.values()].flatMap((handoff) => pingPong(contract, handoff)),
  ],
};

function automaticCycles(contract: Contract, facts: RuleFacts): readonly Finding[] {
  const steps = facts.analysis
    .edges()
    .filter((edge) => isAutomatic(contract, edge))
    .flatMap(stepsOf);
  const told = new Set<Id>();
  return [...contract.stages.keys()].flatMap((stage) => {
    const cycle = told.has(stage) ? undefined : cycleThrough(stage, steps);
    if (cycle === undefined || !canGoRound(contract, facts, cycle)) return [];
    for (const { from } of cycle) told.add(from);
    return [describe(contract, cycle)];
  });
}

/** A move between places: a stage entered by an expiry is another place than the same stage entered otherwise. */
interface Step extends Edge {
  readonly move: Edge;
}

const afterExpiry = (stage: Id): Id => `${stage} after expiry`;

/** After an expiry criteria take a record only on a new signal; every other move is as from any place. */
function stepsOf(move: Edge): readonly Step[] {
  const to = move.cause === "expiry" ? afterExpiry(move.to) : move.to;
  const plain = { ...move, to, move };
  return move.cause === "criteria" ? [plain] : [plain, { ...plain, from: afterExpiry(move.from) }];
}

/** The shortest way from a stage back to itself. */
function cycleThrough(stage: Id, steps: readonly Step[]): readonly Edge[] | undefined {
  const rounds = [stage, afterExpiry(stage)].flatMap((start) =>
    steps
      .filter(({ from }) => from === start)
      .flatMap((step) => {
        const back = shortestPath(steps, step.to, start);
        return back === undefined ? [] : [[step, ...back]];
      }),
  );
  const [shortest] = rounds.toSorted((a, b) => a.length - b.length);
  return shortest?.map(({ move }) => move);
}

/** Moves that need neither a person nor a new signal. A mirror follows another object, which people move. */
function isAutomatic(contract: Contract, edge: Edge): boolean {
  const [from, to] = [contract.stages.get(edge.from), contract.stages.get(edge.to)];
  if (from === undefined || to === undefined) return false;
  if (edge.cause === "expiry") return true;
  if (edge.cause === "criteria") return isOpen(from) && natureOf(contract, to) !== "mirror";
  const handoff = edge.cause === "handoff" ? contract.handoffs.get(edge.by ?? "") : undefined;
  return handoff !== undefined && handoff.by === undefined && handoff.acceptance === "automatic";
}

/** Criteria that can't hold together stop the round, until something about the lead changes. */
function canGoRound(contract: Contract, facts: RuleFacts, cycle: readonly Edge[]): boolean {
  const holding = cycle.flatMap((edge): readonly Condition[] => {
    const criteria = edge.cause === "criteria" ? contract.stages.get(edge.to)?.criteria : undefined;
    return criteria === undefined ? [] : [criteria];
  });
  return askCriteria(contract, facts, { holding, clause: ["stages"], about: "satisfiable" }).kind === "lead";
}

function describe(contract: Contract, cycle: readonly Edge[]): Finding {
  const [first] = cycle;
  const stages = cycle.map(({ from }) => from);
  const args: ArgsOf<"GRA305"> = {
    stages,
    handoff: "",
    cause: cycle.some(({ cause }) => cause === "expiry") ? "expiry" : "criteria",
  };
  const waits = cycle.flatMap((edge) => {
    const after = edge.cause === "expiry" ? contract.stages.get(edge.from)?.expires?.after : undefined;
    return after === undefined ? [] : [after];
  });
  const way = describePath(contract, cycle);
  const path = ["stages", first?.from ?? ""];
  return finding("GRA305", contract.locate.spanOf(path, "key"), args, {
    clause: path.join("."),
    witness: inBoth((language) => {
      const turn = waits.map((after) => describeDuration(after, language)).join(" + ");
      if (turn === "") return way[language];
      return `${way[language]}, ${{ en: `one turn takes ${turn}`, fr: `un tour prend ${turn}` }[language]}`;
    }),
  });
}

/** Refused to the sender, who may send it again: without `recycle` there is no last time. */
function pingPong(contract: Contract, handoff: Handoff): readonly Finding[] {
  if (handoff.recycle !== undefined || handoff.acceptance === "automatic") return [];
  const back = (handoff.feedback?.reasons ?? []).filter((id) => {
    const reason = contract.reasons.get(id);
    // One that opens by itself opens again only once the repair is done, or on a new signal.
    return reason?.moveTo === "sender" && (handoff.by !== undefined || reason.repair !== undefined);
  });
  if (back.length === 0) return [];
  const [from = ""] = handoff.from;
  const args: ArgsOf<"GRA305"> = { stages: [from], handoff: handoff.id, cause: "refusal" };
  const there: Edge = { from, to: handoff.to, cause: "handoff", by: handoff.id };
  const again: Edge = { from: handoff.to, to: from, cause: "reason", by: back[0] ?? "" };
  return [
    finding("GRA305", contract.locate.spanOf(handoff.path, "key"), args, {
      clause: handoff.path.join("."),
      related: back.map((id) => ({
        span: contract.locate.spanOf(["reasons", id, "moveTo"], "value"),
        role: "conflicts-with",
      })),
      witness: describePath(contract, [there, again, there, again]),
    }),
  ];
}
