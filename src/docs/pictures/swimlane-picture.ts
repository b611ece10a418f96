import { type Contract, type Id, partyOf, type Stage } from "../../contract/index.ts";
import { deadlinesOfHandoff, durationsOf } from "../describe-deadline.ts";
import type { DocumentContext } from "../document-context.ts";
import { partyNumber } from "../sections/stage-map.ts";
import { joinedDurations } from "./short-durations.ts";
import { leadsByReason, ranksOf } from "./stage-ranks.ts";

/** Parties as lanes, stages in the order in which a record passes them. */
export interface SwimlanePicture {
  readonly title: string;
  readonly description: string;
  readonly lanes: readonly { readonly name: string; readonly party: number }[];
  readonly cards: readonly SwimlaneCard[];
  readonly moves: readonly SwimlaneMove[];
  readonly legend: Readonly<Record<SwimlaneMove["style"], string>>;
}

/** A stage: which lane, and after how many others. */
export interface SwimlaneCard {
  readonly stage: Id;
  readonly name: string;
  /** What the arrows do not say: that it is the end, or that records get here by a reason. */
  readonly note: string;
  readonly lane: number;
  readonly rank: number;
  readonly isEnd: boolean;
  readonly isParking: boolean;
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
  const ranks = ranksOf(
    contract,
    moves.filter(({ style }) => style !== "return"),
  );
  const parties = [...contract.parties.keys()];
  const stages = [...contract.stages.values()];
  const used = [...parties, undefined].filter((party) => stages.some((stage) => ownerParty(contract, stage) === party));
  const named = used.filter((party) => party !== undefined);
  if (named.length < 2) return undefined;
  return {
    title: pictures.swimlane.title,
    description: pictures.swimlane.description(say.list(named.map(who))),
    lanes: used.map((party) => ({
      name: party === undefined ? pictures.swimlane.nobody : who(party),
      party: partyNumber(contract, party),
    })),
    cards: stages.map((stage) => ({
      stage: stage.id,
      name: context.stage(stage.id),
      note: noteOf(context, stage, moves),
      lane: used.indexOf(ownerParty(contract, stage)),
      rank: ranks.get(stage.id) ?? 0,
      isEnd: stage.closed !== undefined,
      isParking: stage.parking,
    })),
    moves,
    legend: pictures.swimlane.legend,
  };
}

function ownerParty(contract: Contract, { owner }: Stage): Id | undefined {
  return owner === undefined ? undefined : partyOf(contract, owner);
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

function noteOf(context: DocumentContext, stage: Stage, moves: readonly SwimlaneMove[]): string {
  const { contract, pictures } = context;
  const { stageMap, swimlane } = pictures;
  const kind = stage.closed ?? (stage.parking ? "parking" : undefined);
  const name = context.stage(stage.id).toLowerCase();
  // A stage called "Won" need not say that it is won.
  const isSaid = (mark: string) => name === mark.toLowerCase();
  const isReached = moves.some(({ to, style }) => to === stage.id && style !== "return");
  const byReason = [...contract.stages.values()].some((other) => leadsByReason(contract, other, stage.id));
  const notes = [
    ...(kind === undefined || isSaid(stageMap[kind]) ? [] : [stageMap[kind]]),
    ...(stage.from.includes("new") ? [swimlane.birth] : []),
    ...(stage.from.includes("any") ? [swimlane.any] : []),
    ...(!isReached && byReason ? [swimlane.reason] : []),
  ];
  return notes.join(", ");
}
