import { type Surroundings, surroundingsOf } from "../filters/compile-filter.ts";
import { own } from "../json.ts";
import type { StoredAssociation, StoredFlow, StoredList, StoredRecord } from "../store/documents.ts";
import type { Change } from "../store/memory.ts";
import type { ChangeTest, CompiledFlow } from "./compiled-flow.ts";
import { drawBetween } from "./draw.ts";
import type { Workflow } from "./flow-index.ts";
import { keepRun, keepTrigger, leave, type Machine, orderOf } from "./machine.ts";
import { momentOfWait } from "./waits.ts";

/** A record before and after something that concerns it: a write of its own, of a neighbour, of a list. */
interface Affected {
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
    const past = () => (own(after.history, property) ?? []).map((item) => item.value);
    return test({ value, past, other: () => undefined }, surroundings.now);
  });
}

/** A record that is created has values, but whether it has changed is another question. */
function countsAsChange(machine: Machine, { before }: Affected): boolean {
  return before !== undefined || machine.behaviour().valuesAtCreation === "event";
}

function noticeEvent(machine: Machine, workflow: Workflow, affected: Affected): void {
  const { entrance } = workflow.flow;
  if (entrance.kind !== "event" || !countsAsChange(machine, affected)) return;
  const { after, surroundings } = affected;
  const matching = matchingChanges(entrance.changes, affected);
  if (matching.length === 0) return;
  if (entrance.refinement !== undefined && !entrance.refinement(after, surroundings)) return;
  for (const { property } of matching) {
    trigger(machine, workflow, after.id, "event", `${surroundings.now} ${property} ${eventNumber(after, property)}`);
  }
}

/** How often a property was written: two events at the same time draw lags of their own. */
function eventNumber(record: StoredRecord, property: string): number {
  return own(record.history, property)?.length ?? 0;
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
  return property === undefined ? undefined : `${property} ${eventNumber(after, property)}`;
}

function noticeState(machine: Machine, workflow: Workflow, affected: Affected): void {
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

/** Where waits follow their date, a record that waits for a property that changed waits anew. */
function noticeMovedDates(machine: Machine, affected: Affected): void {
  if (machine.behaviour().movedDate !== "follows") return;
  const { after, changed, surroundings } = affected;
  for (const workflow of machine.index().all.values()) {
    const run = machine.store.get("runs", workflow.id, after.id);
    const node = run === undefined ? undefined : workflow.flow.nodes.get(run.actionId);
    if (run === undefined || node?.kind !== "until" || !changed.has(node.property ?? "")) continue;
    const moment = momentOfWait(machine, node, after, surroundings.now);
    if (moment !== undefined) keepRun(machine, workflow.id, { ...run, dueAt: Math.max(moment, surroundings.now) });
  }
}

function changedNames(before: StoredRecord | undefined, after: StoredRecord): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of Object.keys(after.history)) {
    if (before === undefined || own(before.history, name) !== after.history[name]) names.add(name);
  }
  return names;
}

function noticeAll(machine: Machine, workflows: Iterable<Workflow>, affected: Affected): void {
  for (const workflow of workflows) {
    noticeEvent(machine, workflow, affected);
    noticeState(machine, workflow, affected);
  }
}

/** The portal as it was before a record was written. */
function surroundingsBefore(now: Surroundings, objectTypeId: string, before: StoredRecord | undefined, id: string) {
  const linked: Surroundings["linked"] = (fromTypeId, fromId, toTypeId) => {
    const records = now.linked(fromTypeId, fromId, toTypeId);
    if (toTypeId !== objectTypeId) return records;
    return records.flatMap((record) => (record.id === id ? (before ?? []) : record));
  };
  return { ...now, linked };
}

function noticeRecord(machine: Machine, change: Change, now: number): void {
  const { part: objectTypeId, key: id } = change;
  const before = (change.before ?? undefined) as unknown as StoredRecord | undefined; // documents of the records table
  const after = change.after as unknown as StoredRecord | null;
  if (after === null || after.archived) {
    if (before?.archived === false) noticeDeletion(machine, objectTypeId, id, now);
    return;
  }
  const surroundings = surroundingsOf(machine.store, now);
  const changed = changedNames(before, after);
  // Relative dates are not looked at again as time passes: what held before is what held at the last write.
  const then = before === undefined ? surroundings : { ...surroundings, now: Date.parse(before.updatedAt) };
  const affected = { before, after, changed, surroundings, surroundingsBefore: then };
  noticeAll(machine, concerned(machine, objectTypeId, affected), affected);
  noticeMovedDates(machine, affected);
  noticeNeighbours(machine, { objectTypeId, id, before, changed, surroundings });
}

function concerned(machine: Machine, objectTypeId: string, { before, changed }: Affected): ReadonlySet<Workflow> {
  const index = machine.index();
  const found = new Set<Workflow>(before === undefined ? index.byType.get(objectTypeId) : []);
  for (const name of changed) {
    for (const workflow of index.byProperty.get(`${objectTypeId}/${name}`) ?? []) found.add(workflow);
  }
  return found;
}

interface WrittenNeighbour {
  readonly objectTypeId: string;
  readonly id: string;
  readonly before: StoredRecord | undefined;
  readonly changed: ReadonlySet<string>;
  readonly surroundings: Surroundings;
}

const nothing: ReadonlySet<string> = new Set();

/** Records linked to one that was written meet other criteria than before, perhaps. */
function noticeNeighbours(machine: Machine, written: WrittenNeighbour): void {
  const { objectTypeId, id, before, changed, surroundings } = written;
  for (const workflow of machine.index().byAssociated.get(objectTypeId) ?? []) {
    if (![...changed].some((name) => looksAt(workflow.flow, objectTypeId, name))) continue;
    for (const after of surroundings.linked(objectTypeId, id, workflow.flow.objectTypeId)) {
      const then = surroundingsBefore(surroundings, objectTypeId, before, id);
      noticeState(machine, workflow, {
        before: after,
        after,
        changed: nothing,
        surroundings,
        surroundingsBefore: then,
      });
    }
  }
}

function looksAt({ entrance }: CompiledFlow, objectTypeId: string, property: string): boolean {
  return entrance.kind === "state" && entrance.neighbourhood.associated.get(objectTypeId)?.has(property) === true;
}

function noticeDeletion(machine: Machine, objectTypeId: string, id: string, now: number): void {
  for (const workflow of machine.index().all.values()) {
    if (workflow.flow.objectTypeId !== objectTypeId) continue;
    if (machine.store.get("runs", workflow.id, id) !== undefined)
      leave(machine, workflow, id, now, "the record was deleted");
  }
}

/** A link that was made or removed: the record it starts from has another neighbour. */
function noticeLink(machine: Machine, change: Change, now: number): void {
  const [fromTypeId = "", fromId = ""] = change.part.split("/");
  const { toObjectTypeId, toObjectId } = (change.after ?? change.before) as unknown as StoredAssociation; // one of both is there
  const after = machine.store.get("records", fromTypeId, fromId);
  if (after === undefined || after.archived || (change.before !== null && change.after !== null)) return;
  const surroundings = surroundingsOf(machine.store, now);
  const other = machine.store.get("records", toObjectTypeId, toObjectId);
  const linked: Surroundings["linked"] = (typeId, id, toTypeId) => {
    const records = surroundings.linked(typeId, id, toTypeId);
    if (typeId !== fromTypeId || id !== fromId || toTypeId !== toObjectTypeId) return records;
    if (change.after !== null) return records.filter((record) => record.id !== toObjectId);
    return other === undefined || other.archived ? records : [...records, other];
  };
  const then = { ...surroundings, linked };
  for (const workflow of machine.index().byAssociated.get(toObjectTypeId) ?? []) {
    if (workflow.flow.objectTypeId !== fromTypeId) continue;
    noticeState(machine, workflow, { before: after, after, changed: nothing, surroundings, surroundingsBefore: then });
  }
}

/** Members that joined or left a list that workflows look at. */
function noticeList(machine: Machine, change: Change, now: number): void {
  const workflows = machine.index().byList.get(change.key) ?? [];
  if (workflows.length === 0) return;
  const members = (document: Change["before"]) => (document as unknown as StoredList | null)?.members ?? {};
  const [before, after] = [members(change.before), members(change.after)];
  const surroundings = surroundingsOf(machine.store, now);
  const isMember: Surroundings["isMember"] = (listId, recordId) =>
    listId === change.key ? Object.hasOwn(before, recordId) : surroundings.isMember(listId, recordId);
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (Object.hasOwn(before, id) === Object.hasOwn(after, id)) continue;
    for (const workflow of workflows) {
      const record = machine.store.get("records", workflow.flow.objectTypeId, id);
      if (record === undefined || record.archived) continue;
      const then = { ...surroundings, isMember };
      const affected = { before: record, after: record, changed: nothing, surroundings, surroundingsBefore: then };
      noticeState(machine, workflow, affected);
    }
  }
}

function noticeFlow(machine: Machine, change: Change, now: number): void {
  if (change.after === null) {
    for (const [key] of machine.store.entries("runs", change.key)) machine.store.remove("runs", change.key, key);
    for (const [key] of machine.store.entries("triggers", change.key))
      machine.store.remove("triggers", change.key, key);
    return;
  }
  const workflow = machine.index().all.get(change.key);
  const before = change.before as unknown as StoredFlow | null;
  const wasOff = before?.definition["isEnabled"] !== true;
  if (workflow?.flow.isEnabled !== true || !wasOff || machine.behaviour().enabling !== "existing-too") return;
  const surroundings = surroundingsOf(machine.store, now);
  for (const record of machine.store.list("records", workflow.flow.objectTypeId)) {
    if (record.archived || workflow.flow.entrance.kind !== "state") continue;
    const affected = {
      before: undefined,
      after: record,
      changed: nothing,
      surroundings,
      surroundingsBefore: surroundings,
    };
    noticeState(machine, workflow, affected);
  }
}

const notices: ReadonlyMap<string, (machine: Machine, change: Change, now: number) => void> = new Map([
  ["records", noticeRecord],
  ["associations", noticeLink],
  ["lists", noticeList],
  ["flows", noticeFlow],
]);

/** What one write to the portal means for its workflows: who is let in, who leaves, whose wait moves. */
export function noticeChange(machine: Machine, change: Change, now: number): void {
  notices.get(change.table)?.(machine, change, now);
}
