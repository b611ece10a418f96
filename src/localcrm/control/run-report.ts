import type { RunStep } from "../runner/machine.ts";

/** What ran of one workflow. */
export interface FlowCounts {
  readonly flowId: string;
  readonly name: string;
  entered: number;
  acted: number;
  held: number;
  failed: number;
  skipped: number;
  missed: number;
  left: number;
}

/** What ran, counted by workflow, and each step of it where that was asked for. */
export interface RunReport {
  readonly hear: (step: RunStep) => void;
  readonly flows: () => readonly FlowCounts[];
  readonly steps: () => readonly RunStep[];
  /** Steps beyond the first ones, which are counted only. */
  readonly stepsLeftOut: () => number;
}

/** An answer has room for so many. */
const keptSteps = 10_000;

/** An empty report. */
export function openRunReport(detail: "counts" | "steps"): RunReport {
  const counts = new Map<string, FlowCounts>();
  const steps: RunStep[] = [];
  let heard = 0;
  const countsOf = ({ flowId, flowName }: RunStep): FlowCounts => {
    const known = counts.get(flowId);
    if (known !== undefined) return known;
    const fresh = { entered: 0, acted: 0, held: 0, failed: 0, skipped: 0, missed: 0, left: 0 };
    const added: FlowCounts = { flowId, name: flowName, ...fresh };
    counts.set(flowId, added);
    return added;
  };
  return {
    hear: (step) => {
      countsOf(step)[step.kind] += 1;
      heard += 1;
      if (detail === "steps" && steps.length < keptSteps) steps.push(step);
    },
    flows: () => [...counts.values()].sort((a, b) => a.name.localeCompare(b.name) || a.flowId.localeCompare(b.flowId)),
    steps: () => steps,
    stepsLeftOut: () => (detail === "steps" ? heard - steps.length : 0),
  };
}
