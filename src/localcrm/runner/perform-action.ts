import { isProblem, type Problem } from "../http/reply.ts";
import { asObject, asString, own } from "../json.ts";
import { objectTypeById } from "../portal/object-types.ts";
import { associate, linkedRecords } from "../rules/association-links.ts";
import { findAssociationType } from "../rules/association-types.ts";
import { createRecord, type RecordWriting, updateRecord } from "../rules/record-writes.ts";
import type { StoredOwner, StoredRecord } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { habitsOf } from "./behaviour.ts";
import type { Action, Assignment, Recipients } from "./compiled-flow.ts";
import type { Workflow } from "./flow-index.ts";
import type { Machine } from "./machine.ts";
import { fillTokens, type ValueScene } from "./values.ts";

/** An action about to be carried out. */
export interface Performance {
  readonly machine: Machine;
  readonly workflow: Workflow;
  readonly actionId: string;
  readonly scene: ValueScene;
}

/** What came of an action. */
export interface Outcome {
  readonly isDone: boolean;
  readonly text: string;
}

const done = (text: string): Outcome => ({ isDone: true, text });
const failed = (text: string): Outcome => ({ isDone: false, text });

function writing({ machine, workflow, scene }: Performance, objectTypeId: string): RecordWriting | undefined {
  const type = objectTypeById(objectTypeId);
  if (type === undefined) return undefined;
  return {
    store: machine.store,
    type,
    timestamp: new Date(scene.now).toISOString(),
    source: { sourceType: "AUTOMATION_PLATFORM", sourceId: workflow.id, sourceLabel: workflow.flow.name },
    habits: habitsOf(scene.behaviour),
  };
}

/** A moment as a date property takes it: its local day. */
function fitted({ machine, scene }: Performance, objectTypeId: string, property: string, value: string): string {
  const isDate = machine.store.get("properties", objectTypeId, property)?.type === "date";
  if (!isDate || !value.includes("T")) return value;
  const time = Date.parse(value);
  return new Date(time + scene.zone.offsetAt(time)).toISOString().slice(0, 10);
}

function refusal(problem: Problem): string {
  return asString(asObject(problem.body)?.["message"]) ?? `status ${problem.status}`;
}

/** Writes one value into a record; undefined when there was nothing to write. */
function write(performance: Performance, objectTypeId: string, record: StoredRecord, assignment: Assignment): Outcome {
  const target = writing(performance, objectTypeId);
  const { property } = assignment;
  const value = assignment.value(performance.scene, own(record.properties, property) ?? "");
  if (target === undefined || value === undefined) return done(`${property} stays as it is`);
  const text = fitted(performance, objectTypeId, property, value);
  const outcome = updateRecord(target, record, { [property]: text });
  if (isProblem(outcome)) return failed(refusal(outcome));
  return done(text === "" ? `${property} cleared (unproven in HubSpot)` : `${property} = ${text}`);
}

function set(performance: Performance, action: Extract<Action, { kind: "set" }>, current: StoredRecord): Outcome {
  const { machine, workflow } = performance;
  const { objectTypeId } = workflow.flow;
  if (action.associationTypeId === undefined) return write(performance, objectTypeId, current, action.assignment);
  const toTypeId = findAssociationType(machine.store, objectTypeId, action.associationTypeId)?.toTypeId;
  if (toTypeId === undefined) return failed(`association type ${action.associationTypeId} is unknown`);
  const from = { objectTypeId, id: current.id };
  const links = linkedRecords(machine.store, from, toTypeId, action.associationTypeId);
  const outcomes = links.flatMap(({ toObjectId }) => {
    const record = machine.store.get("records", toTypeId, toObjectId);
    return record === undefined ? [] : write(performance, toTypeId, record, action.assignment);
  });
  const problem = outcomes.find((outcome) => !outcome.isDone);
  return problem ?? done(`${action.assignment.property} of ${outcomes.length} associated records`);
}

/** The people that recipients stand for on a record, each once. */
function peopleOf(
  store: Store,
  { userIds, teamIds, ownerProperties }: Recipients,
  record: StoredRecord,
): readonly StoredOwner[] {
  const held = new Set(ownerProperties.map((name) => own(record.properties, name)));
  const isMeant = (owner: StoredOwner): boolean =>
    userIds.includes(String(owner.userId)) ||
    owner.teams.some((team) => teamIds.includes(team.id)) ||
    held.has(owner.id);
  return store.list("owners", "").filter((owner) => !owner.archived && isMeant(owner));
}

function notify(performance: Performance, action: Extract<Action, { kind: "notify" }>, record: StoredRecord): Outcome {
  const { machine, workflow, actionId, scene } = performance;
  const people = peopleOf(machine.store, action.recipients, record);
  if (people.length === 0) return failed("nobody to tell: no such user, team or owner");
  const id = machine.store.nextId("messages", 0);
  const told = { record, zone: scene.zone };
  const subject = fillTokens(action.subject, told);
  machine.store.put("messages", "", id, {
    id,
    at: new Date(scene.now).toISOString(),
    kind: action.channel,
    flowId: workflow.id,
    flowName: workflow.flow.name,
    actionId,
    objectTypeId: workflow.flow.objectTypeId,
    recordId: record.id,
    to: people.map(({ userId, email }) => ({ userId: String(userId), email })),
    subject,
    body: fillTokens(action.body, told),
  });
  return done(`${action.channel} to ${people.map((owner) => owner.email).join(", ")}: ${subject}`);
}

/** Round robin over the owners in order of their ids; who left in between is not known. */
function rotate(performance: Performance, action: Extract<Action, { kind: "rotate" }>, record: StoredRecord): Outcome {
  const { machine, workflow, actionId } = performance;
  const { property } = action;
  if (!action.isOverwriting && (own(record.properties, property) ?? "") !== "")
    return done(`${property} has an owner already`);
  const people = peopleOf(machine.store, { ...action.recipients, ownerProperties: [] }, record);
  const turn = Number(machine.store.nextId(`rotation/${workflow.id}/${actionId}`, -1));
  const next = people[turn % people.length];
  if (next === undefined) return failed("nobody to rotate to: no such user or team");
  return write(performance, workflow.flow.objectTypeId, record, { property, value: () => next.id });
}

function create(performance: Performance, action: Extract<Action, { kind: "create" }>, record: StoredRecord): Outcome {
  const { machine, workflow, scene } = performance;
  const { objectTypeId } = action;
  const target = writing(performance, objectTypeId);
  if (target === undefined) return failed(`object type ${objectTypeId} is unknown`);
  const values = action.assignments.flatMap(({ property, value }) => {
    const text = value(scene, "");
    return text === undefined || text === "" ? [] : [[property, fitted(performance, objectTypeId, property, text)]];
  });
  const created = createRecord(target, Object.fromEntries(values));
  if (isProblem(created)) return failed(refusal(created));
  if (action.isLinked) {
    const enrolled = { objectTypeId: workflow.flow.objectTypeId, id: record.id };
    const linked = associate(machine.store, { objectTypeId, id: created.id }, enrolled);
    if ("isProblem" in linked) return failed(refusal(linked));
  }
  return done(`created ${target.type.singular} ${created.id}`);
}

/** Carries out an action on the record as it is now. */
export function performAction(performance: Performance, action: Action, record: StoredRecord): Outcome {
  switch (action.kind) {
    case "set":
      return set(performance, action, record);
    case "notify":
      return notify(performance, action, record);
    case "rotate":
      return rotate(performance, action, record);
    case "create":
      return create(performance, action, record);
    default:
      return action satisfies never;
  }
}
