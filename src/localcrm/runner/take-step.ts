import { surroundingsOf } from "../filters/compile-filter.ts";
import type { StoredRecord, StoredRun, StoredTrigger } from "../store/documents.ts";
import type { FlowNode } from "./compiled-flow.ts";
import { drawBetween } from "./draw.ts";
import type { Workflow } from "./flow-index.ts";
import { nextOpening } from "./hours.ts";
import { keepRun, leave, type Machine, orderOf, tell } from "./machine.ts";
import { withoutOwnWrites } from "./own-writes.ts";
import { performAction } from "./perform-action.ts";
import { addDelay } from "./values.ts";
import { momentOfWait, sceneOf } from "./waits.ts";

/** A record at a step of a workflow. */
interface Position {
  readonly machine: Machine;
  readonly workflow: Workflow;
  readonly run: StoredRun;
  readonly now: number;
}

function recordOf({ store }: Machine, { flow }: Workflow, id: string): StoredRecord | undefined {
  const record = store.get("records", flow.objectTypeId, id);
  return record === undefined || record.archived ? undefined : record;
}

/** The record as the workflow sees it. */
function seen({ machine, workflow, now }: Position, record: StoredRecord): StoredRecord {
  return machine.behaviour().ownWrites === "stale" ? withoutOwnWrites(machine.store, workflow, record, now) : record;
}

function isSuppressed({ store }: Machine, { flow }: Workflow, recordId: string): boolean {
  return flow.suppressionListIds.some((id) => Object.hasOwn(store.get("lists", "", id)?.members ?? {}, recordId));
}

/** Why a trigger that was noticed leads nowhere; undefined when the record enters. */
function obstacle(machine: Machine, workflow: Workflow, trigger: StoredTrigger, now: number): string | undefined {
  const { entrance, isEnabled, start } = workflow.flow;
  const { recordId, kind } = trigger;
  const record = recordOf(machine, workflow, recordId);
  if (record === undefined) return "the record was deleted";
  if (!isEnabled || start === undefined || entrance.kind === "manual") return "the workflow is off";
  if (machine.store.get("runs", workflow.id, recordId) !== undefined) return "the record is inside already";
  const hasEntered = machine.store.get("entries", workflow.id, recordId) !== undefined;
  if (hasEntered && !entrance.isRepeatable) return "the record has been inside before";
  if (isSuppressed(machine, workflow, recordId)) return "the record is on a suppression list";
  if (kind === "event" || entrance.kind !== "state") return undefined;
  const isAsked = machine.behaviour().criteriaWhenNoticed === "checked-again" || entrance.isLeftWhenLost;
  if (!isAsked || entrance.test(record, surroundingsOf(machine.store, now))) return undefined;
  return "no longer meets the criteria";
}

/** A trigger is noticed: its record enters, or not. */
export function noticeTrigger(machine: Machine, workflow: Workflow, trigger: StoredTrigger, now: number): void {
  const { recordId } = trigger;
  const text = obstacle(machine, workflow, trigger, now);
  if (text !== undefined) {
    tell(machine, workflow, { at: now, recordId, kind: "missed", text });
    return;
  }
  const before = machine.store.get("entries", workflow.id, recordId) ?? 0;
  machine.store.put("entries", workflow.id, recordId, before + 1);
  tell(machine, workflow, { at: now, recordId, kind: "entered", text: "entered" });
  const order = orderOf(machine, workflow.id, recordId, now);
  const run: StoredRun = { recordId, enteredAt: now, actionId: "", steps: 0, order, phase: "waiting" };
  reach({ machine, workflow, run, now }, workflow.flow.start);
}

function nodeAfterBranch(
  position: Position,
  node: Extract<FlowNode, { kind: "branch" | "switch" }>,
  record: StoredRecord,
) {
  const { machine, now } = position;
  const view = seen(position, record);
  if (node.kind === "switch") {
    const value = node.value(sceneOf(machine, view, now), "") ?? "";
    return node.ways.has(value) ? node.ways.get(value) : node.otherwise;
  }
  const surroundings = surroundingsOf(machine.store, now);
  const way = node.ways.find(({ test }) => test(view, surroundings));
  return way === undefined ? node.otherwise : way.next;
}

/** When a wait is over: a time after now, "over" already, or "never". */
function endOfWait(
  position: Position,
  node: Extract<FlowNode, { kind: "delay" | "until" }>,
  record: StoredRecord,
): number | "over" | "never" {
  const { machine, now } = position;
  // A delay is time that passes: its days have 24 hours, whatever the clocks do.
  if (node.kind === "delay") return addDelay(now, node.delay, { zone: machine.zone(), days: "24-hours" });
  const moment = momentOfWait(machine, node, seen(position, record), now);
  if (moment !== undefined && moment > now) return moment;
  return machine.behaviour().pastDate === "continues" ? "over" : "never";
}

/** A record reaches a step: branches are passed at once, waits begin, actions are carried out a little later. */
function reach(position: Position, actionId: string | undefined): void {
  const { machine, workflow, now } = position;
  const { recordId } = position.run;
  let [id, steps] = [actionId, position.run.steps];
  for (;;) {
    const node = id === undefined ? undefined : workflow.flow.nodes.get(id);
    const record = recordOf(machine, workflow, recordId);
    if (node === undefined || record === undefined || id === undefined) {
      leave(machine, workflow, recordId, now, "reached the end");
      return;
    }
    steps += 1;
    const at: Position = { ...position, run: { ...position.run, actionId: id, steps } };
    const next = pass(at, node, record);
    if (next === "stays") return;
    id = next.id;
  }
}

/** What follows a step that takes no time, or "stays" where the record waits now. */
function pass(at: Position, node: FlowNode, record: StoredRecord): { readonly id: string | undefined } | "stays" {
  const { machine, workflow, run, now } = at;
  switch (node.kind) {
    case "branch":
    case "switch":
      return { id: nodeAfterBranch(at, node, record) };
    case "delay":
    case "until": {
      const end = endOfWait(at, node, record);
      if (end === "over") return { id: node.next };
      const { dueAt: _, ...endless } = run;
      keepRun(machine, workflow.id, { ...endless, phase: "waiting", ...(end === "never" ? {} : { dueAt: end }) });
      return "stays";
    }
    case "act": {
      const drawn = machine.draw("action", workflow.id, run.recordId, run.enteredAt, run.steps);
      const lag = drawBetween(machine.behaviour().actionLagSeconds, 1000, drawn);
      keepRun(machine, workflow.id, { ...run, phase: "acting", dueAt: now + lag });
      return "stays";
    }
    default:
      return node satisfies never;
  }
}

/** Holds an action back that was reached outside the hours; whether it was. */
function hold({ machine, workflow, run, now }: Position): "held" | "free" {
  const { hours } = workflow.flow;
  if (hours === undefined || run.phase === "released") return "free";
  const opening = nextOpening(hours, machine.behaviour(), machine.zone(), now);
  if (opening === now) return "free";
  const { recordId, actionId } = run;
  const { dueAt: _, ...endless } = run;
  const drawn = machine.draw("spread", workflow.id, recordId, run.enteredAt, run.steps);
  const at =
    opening === undefined ? undefined : opening + drawBetween(machine.behaviour().spreadMinutes, 60_000, drawn);
  keepRun(machine, workflow.id, { ...endless, phase: "released", ...(at === undefined ? {} : { dueAt: at }) });
  const text = at === undefined ? "never in hours" : `until ${new Date(at).toISOString()}`;
  tell(machine, workflow, { at: now, recordId, kind: "held", actionId, text });
  return "held";
}

function act(position: Position, node: Extract<FlowNode, { kind: "act" }>, record: StoredRecord): void {
  const { machine, workflow, run, now } = position;
  const { recordId, actionId } = run;
  if (!workflow.flow.isEnabled) {
    tell(machine, workflow, { at: now, recordId, kind: "skipped", actionId, text: "the workflow is off" });
    return;
  }
  const scene = sceneOf(machine, seen(position, record), now);
  const outcome = performAction({ machine, workflow, actionId, scene }, node.action, record);
  tell(machine, workflow, {
    at: now,
    recordId,
    kind: outcome.isDone ? "acted" : "failed",
    actionId,
    text: outcome.text,
  });
}

/** Something due in a workflow. */
export interface DueRun {
  readonly run: StoredRun;
  readonly now: number;
  /** Lets what was written be noticed. */
  readonly settle: () => void;
}

/** Carries out the action a record is at; whether the record goes on after it. */
function actAndSettle(
  position: Position,
  node: Extract<FlowNode, { kind: "act" }>,
  due: DueRun & { readonly record: StoredRecord },
): "goes on" | "stays" {
  const { machine, workflow, run, now } = position;
  if (workflow.flow.isEnabled && hold(position) === "held") return "stays";
  act(position, node, due.record);
  due.settle();
  // What the action wrote may have ended the criteria, and with them the record's stay.
  const after = machine.store.get("runs", workflow.id, run.recordId);
  if (after?.isLeaving !== true) return after === run ? "goes on" : "stays";
  leave(machine, workflow, run.recordId, now, "no longer meets the criteria");
  return "stays";
}

/** A run is due: its wait is over, or its action is carried out. */
export function continueRun(machine: Machine, workflow: Workflow, due: DueRun): void {
  const { run, now } = due;
  const position = { machine, workflow, run, now };
  const node = workflow.flow.nodes.get(run.actionId);
  const record = recordOf(machine, workflow, run.recordId);
  if (record === undefined || node === undefined) {
    const text = node === undefined ? "its step was removed" : "the record was deleted";
    leave(machine, workflow, run.recordId, now, text);
    return;
  }
  // A workflow that was changed may have a branch where the record waited before.
  if (node.kind === "branch" || node.kind === "switch") reach(position, run.actionId);
  else if (node.kind !== "act" || actAndSettle(position, node, { ...due, record }) === "goes on")
    reach({ ...position, run: { ...run, phase: "waiting" } }, node.next);
}
