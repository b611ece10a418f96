import { type Contract, type Id, partyOf } from "../../contract/index.ts";
import { deadlinesOfHandoff, durationsOf } from "../describe-deadline.ts";
import type { DocumentContext } from "../document-context.ts";
import { joinedDurations } from "./short-durations.ts";

/** Parties as lanes, stages in the order in which a record passes them. */
export interface SwimlanePicture {
  readonly title: string;
  readonly description: string;
  readonly lanes: readonly { readonly name: string; readonly party: number }[];
  readonly cards: readonly SwimlaneCard[];
  readonly moves: readonly SwimlaneMove[];
}

/** A stage: which lane, and after how many others. */
export interface SwimlaneCard {
  readonly stage: Id;
  readonly name: string;
  readonly lane: number;
  readonly rank: number;
  readonly isEnd: boolean;
}

/** A way from one stage to another; handoffs say how long they may take. */
export interface SwimlaneMove {
  readonly from: Id;
  readonly to: Id;
  readonly style: "entry" | "handoff" | "return";
  readonly label: string;
}

/** Who has the record when; undefined with fewer than two parties that own a stage. */
export function buildSwimlanePicture(context: DocumentContext): SwimlanePicture | undefined {
  const { contract, pictures, who, say } = context;
  const moves = movesOf(context);
  const ranks = ranksOf(contract, moves);
  const parties = [...contract.parties.keys()];
  const ownerParty = (stage: Id) => {
    const owner = contract.stages.get(stage)?.owner;
    return owner === undefined ? undefined : partyOf(contract, owner);
  };
  const stages = [...contract.stages.keys()];
  const used = [...parties, undefined].filter((party) => stages.some((stage) => ownerParty(stage) === party));
  if (used.filter((party) => party !== undefined).length < 2) return undefined;
  return {
    title: pictures.swimlane.title,
    description: pictures.swimlane.description(
      say.list(used.flatMap((party) => (party === undefined ? [] : [who(party)]))),
    ),
    lanes: used.map((party) => ({
      name: party === undefined ? pictures.swimlane.nobody : who(party),
      party: party === undefined ? 0 : (parties.indexOf(party) % 4) + 1,
    })),
    cards: stages.map((stage) => ({
      stage,
      name: context.stage(stage),
      lane: used.indexOf(ownerParty(stage)),
      rank: ranks.get(stage) ?? 0,
      isEnd: contract.stages.get(stage)?.closed !== undefined,
    })),
    moves,
  };
}

/** Handoffs with their deadline, entries by criteria or by hand, and refusals that go back to the sender. */
function movesOf(context: DocumentContext): readonly SwimlaneMove[] {
  const { contract } = context;
  const handoffs = [...contract.handoffs.values()].flatMap((handoff): readonly SwimlaneMove[] => {
    const decision = deadlinesOfHandoff(context, handoff).find(({ deadline }) => deadline.id === "decision");
    const label = decision === undefined ? "" : joinedDurations(context, durationsOf(decision.deadline));
    const returns = handoff.feedback?.reasons.some((id) => contract.reasons.get(id)?.moveTo === "sender") ?? false;
    return handoff.from.flatMap((from): readonly SwimlaneMove[] => [
      { from, to: handoff.to, style: "handoff", label },
      ...(returns ? [{ from: handoff.to, to: from, style: "return", label: "" } as const] : []),
    ]);
  });
  const entries = [...contract.stages.values()].flatMap(({ id, from, by, criteria }) =>
    by === undefined && criteria === undefined
      ? []
      : from
          .filter((origin) => contract.stages.has(origin))
          .map((origin): SwimlaneMove => ({ from: origin, to: id, style: "entry", label: "" })),
  );
  return [...handoffs, ...entries];
}

/** How many stages come before each on the longest way forward; ways back to a stage on the way do not count. */
function ranksOf(contract: Contract, moves: readonly SwimlaneMove[]): ReadonlyMap<Id, number> {
  const ranks = new Map<Id, number>();
  const open = new Set<Id>();
  const rests = (stage: Id) => {
    const { parking = false, closed } = contract.stages.get(stage) ?? {};
    return parking || closed !== undefined;
  };
  const rankOf = (stage: Id): number => {
    const known = ranks.get(stage);
    if (known !== undefined) return known;
    open.add(stage);
    const before = moves.filter(
      ({ to, from, style }) => to === stage && style !== "return" && !open.has(from) && !rests(from),
    );
    const rank = Math.max(-1, ...before.map(({ from }) => rankOf(from))) + 1;
    open.delete(stage);
    ranks.set(stage, rank);
    return rank;
  };
  for (const stage of contract.stages.keys()) rankOf(stage);
  // Where records rest or end stands to the right of all that leads there by a reason, too.
  const last = Math.max(...ranks.values());
  for (const stage of contract.stages.keys()) if (rests(stage) && ranks.get(stage) === 0) ranks.set(stage, last);
  return ranks;
}
