import type { Id } from "../../contract/index.ts";
import type { JsonObject } from "../resource.ts";
import { ownerProperty, type Recipients, recipientFields } from "./people/recipients.ts";
import { referTo } from "./portal/references.ts";

/** What a workflow writes into a property. */
export type SetValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "now" }
  | { readonly kind: "in"; readonly minutes: number }
  | { readonly kind: "in-days"; readonly days: number }
  | { readonly kind: "in-months"; readonly months: number }
  /** The value of another property of the record. */
  | { readonly kind: "copy"; readonly property: string }
  /** The one person whom the environment names for a role. */
  | { readonly kind: "holder"; readonly role: Id }
  /** What the portal calls the lifecycle stage of a stage. */
  | { readonly kind: "lifecycle"; readonly stage: Id }
  | { readonly kind: "increment" };

/** One action without branches. */
export type Step =
  | { readonly kind: "set"; readonly property: string; readonly value: SetValue }
  | { readonly kind: "delay"; readonly minutes: number }
  | { readonly kind: "wait-until"; readonly property: string; readonly offsetMinutes: number }
  /** A record of another object, linked to the one enrolled. */
  | {
      readonly kind: "create-linked";
      readonly typeId: string;
      readonly associationTypeId: number;
      readonly properties: Readonly<Record<string, SetValue>>;
    }
  | { readonly kind: "email"; readonly to: Recipients; readonly subject: string; readonly body: string }
  /** A task for the record's owner, on the record. */
  | { readonly kind: "task"; readonly associationTypeId: number; readonly subject: string; readonly body: string }
  /** The next of these people in turn becomes the record's owner, whoever owned it before. */
  | { readonly kind: "rotate"; readonly to: Recipients };

/** One way out of a branch. */
export interface Way {
  readonly name: string;
  readonly filter: JsonObject;
  readonly leadsTo: Sequence;
}

/** Steps in a row that may end in a branch: the first way whose filter holds, else `otherwise`, else the end. */
export interface Sequence {
  readonly steps: readonly Step[];
  readonly ways?: readonly Way[];
  readonly otherwise?: Sequence;
}

/** Sets a property to a fixed value. */
export const set = (property: string, text: string): Step => ({
  kind: "set",
  property,
  value: { kind: "text", text },
});

/** Sets a datetime property to the time of execution. */
export const stampNow = (property: string): Step => ({ kind: "set", property, value: { kind: "now" } });

/** Continues only while a condition still holds: placed right before the writes that rely on it. */
export const onlyIf = (name: string, filter: JsonObject, leadsTo: Sequence): Sequence => ({
  steps: [],
  ways: [{ name, filter, leadsTo }],
});

/** The actions of a workflow as HubSpot wants them: a list with ids, chained by connections, each entered once. */
export function compileActions(sequence: Sequence): readonly JsonObject[] {
  return compileSequence(sequence, 1).actions;
}

interface Compiled {
  readonly actions: readonly JsonObject[];
  readonly next: number;
}

const connectionTo = (actionId: number): JsonObject => ({ edgeType: "STANDARD", nextActionId: String(actionId) });
const isEmpty = ({ steps, ways }: Sequence): boolean => steps.length === 0 && (ways ?? []).length === 0;

function compileSequence(sequence: Sequence, first: number): Compiled {
  const hasBranch = (sequence.ways ?? []).length > 0;
  const steps = sequence.steps.map((step, index) => {
    const isLast = index === sequence.steps.length - 1 && !hasBranch;
    const connection = isLast ? {} : { connection: connectionTo(first + index + 1) };
    return { ...compileStep(step, first + index), ...connection };
  });
  const next = first + steps.length;
  if (!hasBranch) return { actions: steps, next };
  const branch = compileBranch(sequence, next);
  return { actions: [...steps, ...branch.actions], next: branch.next };
}

function compileBranch({ ways = [], otherwise }: Sequence, actionId: number): Compiled {
  const listBranches: JsonObject[] = [];
  const inner: JsonObject[] = [];
  let next = actionId + 1;
  const follow = (sequence: Sequence): { readonly connection?: JsonObject } => {
    if (isEmpty(sequence)) return {};
    const connection = connectionTo(next);
    const compiled = compileSequence(sequence, next);
    inner.push(...compiled.actions);
    next = compiled.next;
    return { connection };
  };
  for (const { name, filter, leadsTo } of ways) {
    listBranches.push({ branchName: name, filterBranch: filter, ...follow(leadsTo) });
  }
  const defaultConnection = otherwise === undefined ? undefined : follow(otherwise).connection;
  const branch: JsonObject = {
    type: "LIST_BRANCH",
    actionId: String(actionId),
    listBranches,
    ...(defaultConnection === undefined ? {} : { defaultBranch: defaultConnection }),
  };
  return { actions: [branch, ...inner], next };
}

function compileStep(step: Step, actionId: number): JsonObject {
  const action = (actionTypeId: string, fields: JsonObject): JsonObject => ({
    type: "SINGLE_CONNECTION",
    actionId: String(actionId),
    actionTypeId,
    actionTypeVersion: 0,
    fields,
  });
  switch (step.kind) {
    case "set":
      return action("0-5", { property_name: step.property, value: compileValue(step.value) });
    case "delay":
      return action("0-1", { delta: String(step.minutes), time_unit: "MINUTES" });
    case "wait-until":
      return action("0-35", {
        date: { type: "OBJECT_PROPERTY", propertyName: step.property },
        delta: String(step.offsetMinutes),
        time_unit: "MINUTES",
      });
    case "create-linked":
      return action("0-14", {
        object_type_id: step.typeId,
        properties: Object.entries(step.properties).map(([targetProperty, value]) => ({
          targetProperty,
          value: compileValue(value),
        })),
        ...linkedToRecord(step.associationTypeId),
      });
    case "email":
      return action("0-8", { ...recipientFields(step.to), subject: step.subject, body: step.body });
    case "task":
      return action("0-3", {
        task_type: "TODO",
        subject: step.subject,
        body: step.body,
        priority: "HIGH",
        ...linkedToRecord(step.associationTypeId),
        owner_assignment: { type: "CUSTOM", value: { type: "OBJECT_PROPERTY", propertyName: ownerProperty } },
      });
    case "rotate":
      return action("0-11", {
        ...recipientFields(step.to),
        target_property: ownerProperty,
        overwrite_current_owner: "true",
      });
    default:
      return step satisfies never;
  }
}

const linkedToRecord = (associationTypeId: number): JsonObject => ({
  use_explicit_associations: "true",
  associations: [
    {
      target: { associationCategory: "HUBSPOT_DEFINED", associationTypeId },
      value: { type: "ENROLLED_OBJECT" },
    },
  ],
});

function compileValue(value: SetValue): JsonObject {
  const later = (delta: number, timeUnit: string): JsonObject => ({
    type: "RELATIVE_DATETIME",
    timeDelay: { delta, timeUnit, daysOfWeek: [] },
  });
  switch (value.kind) {
    case "text":
      return { type: "STATIC_VALUE", staticValue: value.text };
    case "now":
      return { type: "TIMESTAMP", timestampType: "EXECUTION_TIME" };
    case "in":
      return later(value.minutes, "MINUTES");
    case "in-days":
      return later(value.days, "DAYS");
    case "in-months":
      return later(value.months, "MONTHS");
    case "copy":
      return { type: "OBJECT_PROPERTY", propertyName: value.property };
    case "holder":
      return { type: "STATIC_VALUE", staticValue: referTo({ kind: "owner-id", role: value.role }) };
    case "lifecycle":
      return { type: "STATIC_VALUE", staticValue: referTo({ kind: "lifecycle-stage", stage: value.stage }) };
    case "increment":
      return { type: "INCREMENT", incrementAmount: 1 };
    default:
      return value satisfies never;
  }
}
