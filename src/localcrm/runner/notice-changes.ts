import { type Surroundings, surroundingsOf } from "../filters/compile-filter.ts";
import { noteContact } from "../rules/last-contact.ts";
import { historyPart } from "../rules/record-writes.ts";
import type { StoredAssociation, StoredFlow, StoredList, StoredRecord } from "../store/documents.ts";
import type { Change } from "../store/memory.ts";
import type { CompiledFlow } from "./compiled-flow.ts";
import type { Workflow } from "./flow-index.ts";
import { type Affected, noticeEvent, noticeState } from "./judge-record.ts";
import { keepRun, leave, type Machine } from "./machine.ts";
import { momentOfWait } from "./waits.ts";

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

/** The properties whose histories were written right before their record. */
function changedNames(changes: readonly Change[], position: number): ReadonlySet<string> {
  const names = new Set<string>();
  const record = changes[position];
  const part = record === undefined ? "" : historyPart(record.part, record.key);
  for (let index = position - 1; ; index -= 1) {
    const change = changes[index];
    if (change?.table !== "histories" || change.part !== part) return names;
    names.add(change.key);
  }
}

function noticeAll(machine: Machine, workflows: Iterable<Workflow>, affected: Affected): void {
  for (const workflow of workflows) {
    noticeEvent(machine, workflow, affected);
    noticeState(machine, workflow, affected);
  }
}

/** The portal as it was before a record was written. */
function surroundingsBefore(now: Surroundings, objectTypeId: string, before: StoredRecord | undefined, id: string) {
  const linked: Surroundings["linked"] = (fromTypeId, fromId, toTypeId, typeId) => {
    const records = now.linked(fromTypeId, fromId, toTypeId, typeId);
    if (toTypeId !== objectTypeId) return records;
    return records.flatMap((record) => (record.id === id ? (before ?? []) : record));
  };
  return { ...now, linked };
}

/** Relative dates are not looked at again as time passes: what held before is what held at the last write. */
function beforeWriting(now: Surroundings, before: StoredRecord, changed: ReadonlySet<string>): Surroundings {
  return {
    ...now,
    now: Date.parse(before.updatedAt),
    past: (objectTypeId, id, property) => {
      const values = now.past(objectTypeId, id, property);
      return id === before.id && changed.has(property) ? values.slice(1) : values;
    },
  };
}

function noticeRecord(machine: Machine, change: Change, now: number, position: number): void {
  const { part: objectTypeId, key: id } = change;
  const before = (change.before ?? undefined) as unknown as StoredRecord | undefined; // documents of the records table
  const after = change.after as unknown as StoredRecord | null;
  if (after === null || after.archived) {
    if (before?.archived === false) noticeDeletion(machine, objectTypeId, id, now);
    return;
  }
  const surroundings = surroundingsOf(machine.store, now);
  const changed = changedNames(machine.store.changes(), position);
  const then = before === undefined ? surroundings : beforeWriting(surroundings, before, changed);
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

/** A link that was made, removed or labelled anew: the record it starts from has another neighbour. */
function noticeLink(machine: Machine, change: Change, now: number): void {
  const [fromTypeId = "", fromId = ""] = change.part.split("/");
  const [was, is] = [change.before, change.after] as unknown as readonly (StoredAssociation | null)[]; // its table's documents
  const link = is ?? was;
  if (link === null || link === undefined || isSameLink(was ?? null, is ?? null)) return;
  const { toObjectTypeId, toObjectId } = link;
  const ends = { from: { objectTypeId: fromTypeId, id: fromId }, to: { objectTypeId: toObjectTypeId, id: toObjectId } };
  if (was === null) noteContact(machine.store, ends, now);
  const after = machine.store.get("records", fromTypeId, fromId);
  if (after === undefined || after.archived) return;
  const surroundings = surroundingsOf(machine.store, now);
  const other = machine.store.get("records", toObjectTypeId, toObjectId);
  const linked: Surroundings["linked"] = (typeId, id, toTypeId, kind) => {
    const records = surroundings.linked(typeId, id, toTypeId, kind);
    if (typeId !== fromTypeId || id !== fromId || toTypeId !== toObjectTypeId) return records;
    const others = records.filter((record) => record.id !== toObjectId);
    const wasLinked = kind === undefined ? was !== null : was?.typeIds.includes(kind) === true;
    return wasLinked && other?.archived === false ? [...others, other] : others;
  };
  const then = { ...surroundings, linked };
  for (const workflow of machine.index().byAssociated.get(toObjectTypeId) ?? []) {
    if (workflow.flow.objectTypeId !== fromTypeId) continue;
    noticeState(machine, workflow, { before: after, after, changed: nothing, surroundings, surroundingsBefore: then });
  }
}

function isSameLink(was: StoredAssociation | null, is: StoredAssociation | null): boolean {
  return was !== null && is !== null && was.typeIds.join() === is.typeIds.join();
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

type Notice = (machine: Machine, change: Change, now: number, position: number) => void;

const notices: ReadonlyMap<string, Notice> = new Map<string, Notice>([
  ["records", noticeRecord],
  ["associations", noticeLink],
  ["lists", noticeList],
  ["flows", noticeFlow],
]);

/** What one of the writes since the last commit means for workflows: who is let in, who leaves, whose wait moves. */
export function noticeChange(machine: Machine, position: number, now: number): void {
  const change = machine.store.changes()[position];
  if (change !== undefined) notices.get(change.table)?.(machine, change, now, position);
}
