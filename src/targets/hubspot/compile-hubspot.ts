import type { Contract, Environment } from "../../contract/index.ts";
import type { FidelityNote, TargetProblem } from "../fidelity.ts";
import type { Resource } from "../resource.ts";
import { compileClock } from "./clocks/alert-flows.ts";
import { compileClockProperties } from "./clocks/clock-properties.ts";
import { clocksOf } from "./clocks/clocks-of.ts";
import { separate } from "./collisions.ts";
import { merge } from "./compiled.ts";
import { compileDecisionFlows } from "./decision-flows.ts";
import { addDependencies } from "./dependencies.ts";
import { compileEntryFlows } from "./entry-flows.ts";
import { compileExitFlows } from "./exit-flows.ts";
import { compileFieldProperties } from "./field-properties.ts";
import { compileHandoffFlows } from "./handoff-flows.ts";
import { compileHandoffProperties } from "./handoff-properties.ts";
import { compileLifecycleFlows, compileLifecycleProperty } from "./lifecycle-flows.ts";
import { compileLists } from "./lists.ts";
import { createModel, type HubSpotModel } from "./model.ts";
import { compilePeopleFlows } from "./people/people-flows.ts";
import { compilePipelines } from "./pipelines.ts";
import { compileGroup } from "./property.ts";
import { remainingNotes } from "./remaining-notes.ts";
import { compileSentAway } from "./sent-away.ts";
import { compileSharedProperties } from "./shared-properties.ts";
import { compileSignalProperties } from "./signal-properties.ts";
import { compileStageFlows } from "./stage-flows.ts";
import { compileStageProperties } from "./stage-properties.ts";
import { compileStandIns } from "./stand-ins.ts";
import { compileWorkTouches } from "./work-touches.ts";

/** A contract as one portal will hold it. */
export interface HubSpotConfiguration {
  /** Desired objects; what another depends on stands before it. */
  readonly resources: readonly Resource[];
  /** For the local CRM alone: what its portal needs where a contract adopts a property it does not have yet. */
  readonly standIns: readonly Resource[];
  /** How far each clause is held, in the contract's order. */
  readonly notes: readonly FidelityNote[];
  /** Non-empty means that the contract can't be applied as it stands. */
  readonly problems: readonly TargetProblem[];
}

/** Compiles a contract for one environment. Pure: dated cases reach from the effective date to the end of the next year. */
export function compileHubSpot(contract: Contract, environment: Environment): HubSpotConfiguration {
  const model = createModel(contract, environment);
  const properties = compileProperties(model);
  const handoffs = [...contract.handoffs.values()];
  const clocks = merge(clocksOf(model).map((clock) => compileClock(model, clock)));
  const flows = merge([
    { resources: compileStageFlows(model), notes: [] },
    compileLifecycleFlows(model),
    compileEntryFlows(model),
    ...handoffs.flatMap((handoff) => [compileHandoffFlows(model, handoff), compileDecisionFlows(model, handoff)]),
    clocks,
    ...handoffs.map((handoff) => compilePeopleFlows(model, handoff, clocks.resources)),
    { resources: compileExitFlows(model), notes: [] },
  ]);
  const groups = [...new Set(properties.filter(({ isAdopted }) => !isAdopted).map(({ object }) => object))].sort();
  const { kept, problems } = separate([
    ...groups.map((object) => compileGroup(model, object)),
    ...properties,
    ...compilePipelines(model),
    ...compileLists(model, flows.resources),
    ...flows.resources,
  ]);
  const notes = uniqueNotes([...flows.notes, ...remainingNotes(model)]);
  return { resources: addDependencies(kept), standIns: compileStandIns(model), notes, problems };
}

/** A priority is judged by every handoff, but said once. */
const uniqueNotes = (notes: readonly FidelityNote[]): readonly FidelityNote[] => [
  ...new Map(notes.map((note) => [JSON.stringify(note), note])).values(),
];

function compileProperties(model: HubSpotModel): readonly Resource[] {
  return [
    ...compileFieldProperties(model),
    ...compileSignalProperties(model),
    ...compileStageProperties(model),
    ...compileLifecycleProperty(model),
    ...compileSharedProperties(model),
    ...compileWorkTouches(model),
    ...compileSentAway(model),
    ...compileHandoffProperties(model),
    ...compileClockProperties(model),
  ];
}
