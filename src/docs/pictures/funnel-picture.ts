import { partyOf } from "../../contract/index.ts";
import { deadlinesOfHandoff, describeWithin, durationsOf } from "../describe-deadline.ts";
import type { DocumentContext } from "../document-context.ts";
import { partyNumber } from "../sections/stage-map.ts";
import { mainWay, type WayStep } from "./main-way.ts";
import { joinedDurations } from "./short-durations.ts";

/** The strip of the page for management. */
export interface FunnelPicture {
  readonly title: string;
  readonly description: string;
  readonly steps: readonly FunnelStep[];
}

/** A stage on the way; one without a name stands for several that are left out. */
export interface FunnelStep {
  readonly name: string;
  readonly party: number;
  readonly partyName: string;
  readonly isSkip: boolean;
  /** How fast it is entered: `within 4 business hours`; empty where no deadline says so. */
  readonly within: string;
  /** The same where the strip has no room for the priorities: `30 business minutes / 4 business hours`. */
  readonly briefly: string;
}

const mostSteps = 8;

/** The main way through the stages; undefined where there is none of two stages or more. */
export function buildFunnelPicture(context: DocumentContext): FunnelPicture | undefined {
  const { pictures } = context;
  const way = mainWay(context.contract);
  if (way.length < 2) return undefined;
  const steps = shortened(way).map((step) => (step === undefined ? undefined : stepOf(context, step)));
  const left = way.length - steps.filter((step) => step !== undefined).length;
  const skip = { name: pictures.funnel.more(left), party: 0, partyName: "", isSkip: true, within: "", briefly: "" };
  return {
    title: pictures.funnel.title,
    description: pictures.funnel.description(way.map(({ stage }) => context.stage(stage))),
    steps: steps.map((step) => step ?? skip),
  };
}

/** The first, those on either side of handoffs and the last, with one gap for all that is left out. */
function shortened(way: readonly WayStep[]): readonly (WayStep | undefined)[] {
  if (way.length <= mostSteps) return way;
  const important = way.filter(
    (step, at) => at === 0 || at === way.length - 1 || step.by !== undefined || way[at + 1]?.by !== undefined,
  );
  const head = important.slice(0, mostSteps - 2);
  const last = way.at(-1);
  return [...head, undefined, ...(last === undefined || head.includes(last) ? [] : [last])];
}

function stepOf(context: DocumentContext, { stage, by }: WayStep): FunnelStep {
  const { contract, who } = context;
  const owner = contract.stages.get(stage)?.owner;
  const party = owner === undefined ? undefined : partyOf(contract, owner);
  const decision =
    by === undefined ? undefined : deadlinesOfHandoff(context, by).find(({ deadline }) => deadline.id === "decision");
  return {
    name: context.stage(stage),
    party: partyNumber(contract, owner),
    partyName: party === undefined ? "" : who(party),
    isSkip: false,
    within: decision === undefined ? "" : describeWithin(context, decision.deadline),
    briefly: decision === undefined ? "" : joinedDurations(context, durationsOf(decision.deadline)),
  };
}
