import type { Surroundings } from "../filters/compile-filter.ts";
import { own } from "../json.ts";
import { historyPart } from "../rules/record-writes.ts";
import type { StoredRecord } from "../store/documents.ts";
import type { ChangeTest } from "./compiled-flow.ts";
import { drawBetween } from "./draw.ts";
import type { Workflow } from "./flow-index.ts";
import { keepTrigger, leave, type Machine, orderOf } from "./machine.ts";

/** A record before and after something that concerns it: a write of its own, of a neighbour, of a list. */
export interface Affected {
  readonly before: StoredRecord | undefined;
  readonly after: StoredRecord;
  /** Properties of its own that were written. */
  readonly changed: ReadonlySet<string>;
  readonly surroundingsBefore: Surroundings;
  readonly surroundings: Surroundings;
}

function trigger(machine: Machine, { id }: Workflow, recordId: string, kind: "state" | "event", reason: string): void {
  const { behaviour, draw, store } = machine;
  const at = reasonTime(reason);
  if (behaviour().triggersWhileInside === "missed-when-happening" && store.get("runs", id, recordId) !== undefined)
    return;
  const lag = drawBetween(behaviour().triggerLagSeconds, 1000, draw("trigger", id, recordId, reason));
  const order = orderOf(machine, id, recordId, reason);
  keepTrigger(machine, id, { recordId, dueAt: at + lag, order, kind });
}

/** Reasons begin with their time, so that draws for the same change at another time differ. */
function reasonTime(reason: string): number {
  return Number(reason.slice(0, reason.indexOf(" ")));
}

function matchingChanges(changes: readonly ChangeTest[], { after, changed, surroundings }: Affected) {
  return changes.filter(({ property, test }) => {
    if (!changed.has(property)) return false;
    const value = own(after.properties, property) ?? "";
    return test({ value, past: () => [value], other: () => undefined }, surroundings.now);
  });
}

/** A record that is created has values, but whether it has changed is another question. */
function countsAsChange(machine: Machine, { before }: Affected): boolean {
  return before !== undefined || machine.behaviour().valuesAtCreation === "event";
}

/** A change lets the record in where it is one that the workflow waits for. */
export function noticeEvent(machine: Machine, workflow: Workflow, affected: Affected): void {
  const { entrance } = workflow.flow;
  if (entrance.kind !== "event" || !countsAsChange(machine, affected)) return;
  const { after, surroundings } = affected;
  const matching = matchingChanges(entrance.changes, affected);
  if (matching.length === 0) return;
  if (entrance.refinement !== undefined && !entrance.refinement(after, surroundings)) return;
  for (const { property } of matching) {
    trigger(
      machine,
      workflow,
      after.id,
      "event",
      `${surroundings.now} ${property} ${eventNumber(machine, workflow, after, property)}`,
    );
  }
}

/** How often a property was written: two events at the same time draw lags of their own. */
function eventNumber({ store }: Machine, { flow }: Workflow, { id }: StoredRecord, property: string): number {
  return store.get("histories", historyPart(flow.objectTypeId, id), property)?.length ?? 0;
}

/** Whether a state that holds lets a record in: for the first time, or again. */
function reasonToEnter(machine: Machine, workflow: Workflow, affected: Affected): string | undefined {
  const { entrance } = workflow.flow;
  if (entrance.kind !== "state") return undefined;
  const { before, after, surroundingsBefore } = affected;
  const hasEntered = machine.store.get("entries", workflow.id, after.id) !== undefined;
  const isNew = !hasEntered && (before === undefined || !entrance.test(before, surroundingsBefore));
  if (isNew) return "state";
  const isOpenAgain = hasEntered ? entrance.isRepeatable : machine.behaviour().reEnrollment === "anyone";
  if (!isOpenAgain || !countsAsChange(machine, affected)) return undefined;
  const property = matchingChanges(entrance.changes, affected)[0]?.property;
  return property === undefined ? undefined : `${property} ${eventNumber(machine, workflow, after, property)}`;
}

/** A state lets the record in that has come to meet it, and out when it no longer does. */
export function noticeState(machine: Machine, workflow: Workflow, affected: Affected): void {
  const { entrance } = workflow.flow;
  if (entrance.kind !== "state") return;
  const { after, surroundings } = affected;
  if (!entrance.test(after, surroundings)) {
    if (entrance.isLeftWhenLost) unenroll(machine, workflow, after.id, surroundings.now);
    return;
  }
  const reason = reasonToEnter(machine, workflow, affected);
  if (reason !== undefined) trigger(machine, workflow, after.id, "state", `${surroundings.now} ${reason}`);
}

function unenroll(machine: Machine, workflow: Workflow, recordId: string, now: number): void {
  const run = machine.store.get("runs", workflow.id, recordId);
  if (run === undefined) return;
  const isActing = run.phase !== "waiting" && run.dueAt !== undefined;
  if (machine.behaviour().leaving === "after-action" && isActing) {
    machine.store.put("runs", workflow.id, recordId, { ...run, isLeaving: true });
    return;
  }
  leave(machine, workflow, recordId, now, "no longer meets the criteria");
}
