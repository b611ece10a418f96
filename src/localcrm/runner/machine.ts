import { asObject } from "../json.ts";
import type { StoredRun, StoredTrigger } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { type Zone, zoneNamed } from "../time/zone.ts";
import { type Behaviour, changeBehaviour, conservativeBehaviour } from "./behaviour.ts";
import { drawInteger } from "./draw.ts";
import { createDueHeap, type DueHeap } from "./due-heap.ts";
import { type FlowIndex, indexFlows, type Workflow } from "./flow-index.ts";

/** Something that happened to a record in a workflow. */
export interface RunStep {
  readonly at: number;
  readonly flowId: string;
  readonly flowName: string;
  readonly objectTypeId: string;
  readonly recordId: string;
  readonly kind: "entered" | "missed" | "acted" | "failed" | "skipped" | "held" | "left";
  readonly actionId?: string;
  /** What was done, or why it was not. */
  readonly text: string;
}

/** The working parts of a runner: the portal, what is due, and what was derived from the portal. */
export interface Machine {
  readonly store: Store;
  readonly heap: DueHeap;
  readonly index: () => FlowIndex;
  readonly behaviour: () => Behaviour;
  readonly zone: () => Zone;
  /** A number drawn for one purpose. */
  readonly draw: (...parts: readonly (number | string)[]) => number;
  readonly report: (step: RunStep) => void;
  readonly isReporting: () => boolean;
  /** Fills what is due from the portal, after a restart or a write that was taken back. */
  readonly rebuild: () => void;
}

/** Derives something from tables, anew only once one of them was written to. */
function derived<T>(store: Store, table: "flows" | "runner" | "account", derive: () => T): () => T {
  let known: { readonly revision: number; readonly value: T } | undefined;
  return () => {
    const revision = store.revision(table);
    if (known?.revision !== revision) known = { revision, value: derive() };
    return known.value;
  };
}

function readBehaviour(store: Store): { readonly seed: number; readonly behaviour: Behaviour } {
  const { seed = 0, behaviour = {} } = store.get("runner", "", "runner") ?? {};
  const changed = changeBehaviour(conservativeBehaviour, asObject(behaviour) ?? {});
  return { seed, behaviour: "wrong" in changed ? conservativeBehaviour : changed };
}

function fill(store: Store, heap: DueHeap): void {
  heap.clear();
  for (const { id } of store.list("flows", "")) {
    for (const [key, trigger] of store.entries("triggers", id)) pushTrigger(heap, id, key, trigger);
    for (const [, run] of store.entries("runs", id)) pushRun(heap, id, run);
  }
}

function pushTrigger(heap: DueHeap, flowId: string, key: string, { dueAt, order }: StoredTrigger): void {
  heap.push({ at: dueAt, order, kind: "trigger", flowId, key });
}

function pushRun(heap: DueHeap, flowId: string, { dueAt, order, recordId }: StoredRun): void {
  if (dueAt !== undefined) heap.push({ at: dueAt, order, kind: "run", flowId, key: recordId });
}

/** Assembles the parts over a portal; `onStep` hears what happens. */
export function createMachine(
  store: Store,
): Machine & { listen: (hear: ((step: RunStep) => void) | undefined) => void } {
  const heap = createDueHeap();
  const settings = derived(store, "runner", () => readBehaviour(store));
  let hear: ((step: RunStep) => void) | undefined;
  return {
    store,
    heap,
    index: derived(store, "flows", () => indexFlows(store.list("flows", ""))),
    behaviour: () => settings().behaviour,
    zone: derived(store, "account", () => zoneNamed(store.get("account", "", "account")?.timeZone ?? "UTC")),
    draw: (...parts) => drawInteger(settings().seed, ...parts),
    report: (step) => hear?.(step),
    isReporting: () => hear !== undefined,
    rebuild: () => fill(store, heap),
    listen: (next) => {
      hear = next;
    },
  };
}

/** The place of something among what is due at the same time. */
export function orderOf({ behaviour, draw }: Machine, ...parts: readonly (number | string)[]): number {
  return behaviour().simultaneous === "shuffled" ? draw("order", ...parts) : 0;
}

/** Keeps a trigger until it is noticed. */
export function keepTrigger({ store, heap }: Machine, flowId: string, trigger: StoredTrigger): void {
  const key = `${trigger.recordId}/${trigger.dueAt}/${trigger.order}/${trigger.kind}`;
  store.put("triggers", flowId, key, trigger);
  pushTrigger(heap, flowId, key, trigger);
}

/** Keeps where a record is in a workflow. */
export function keepRun({ store, heap }: Machine, flowId: string, run: StoredRun): void {
  store.put("runs", flowId, run.recordId, run);
  pushRun(heap, flowId, run);
}

/** Tells what happened, when anybody listens. */
export function tell(
  machine: Machine,
  { id, flow }: Workflow,
  step: Pick<RunStep, "at" | "recordId" | "kind" | "text"> & { readonly actionId?: string },
): void {
  if (!machine.isReporting()) return;
  const { objectTypeId, name } = flow;
  const { at, recordId, kind, text, actionId } = step;
  const place = { at, flowId: id, flowName: name, objectTypeId, recordId };
  machine.report(actionId === undefined ? { ...place, kind, text } : { ...place, kind, actionId, text });
}

/** A record leaves a workflow. */
export function leave(machine: Machine, workflow: Workflow, recordId: string, at: number, text: string): void {
  machine.store.remove("runs", workflow.id, recordId);
  tell(machine, workflow, { at, recordId, kind: "left", text });
}
