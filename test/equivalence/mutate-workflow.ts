import type { Json, JsonObject, Resource } from "../../src/targets/index.ts";

/** One action of one compiled workflow, done wrong. */
export interface Mutation {
  /** Such as `acme-inbound · lead · expiry, action 3: dropped`. */
  readonly name: string;
  /** The workflow's name and the action's id. */
  readonly place: string;
  readonly resources: readonly Resource[];
}

/** Where an action stands. */
export const placeOf = (workflow: string, actionId: string): string => `${workflow} #${actionId}`;

/** Of waits nothing is heard but what comes after them. */
function heardAt(action: JsonObject): string {
  const next = (action["connection"] ?? {}) as JsonObject; // an object with the id of the next action
  const isWait = action["actionTypeId"] === "0-1" || action["actionTypeId"] === "0-35";
  return String(isWait ? (next["nextActionId"] ?? action["actionId"]) : action["actionId"]);
}

type Damage = "dropped" | "other value" | "later";

const asObjects = (node: Json | undefined): readonly JsonObject[] => (Array.isArray(node) ? node : []);

/**
 * Every way to damage one action: leave it out, write another value or date, wait longer. Left alone is what nothing in
 * a portal reads and no track shows: mails, the version under which a record last moved, and the tick of clocks.
 */
export function mutationsOf(resources: readonly Resource[]): readonly Mutation[] {
  return resources.flatMap((resource, index) =>
    resource.kind !== "workflow"
      ? []
      : asObjects(resource.attributes["actions"]).flatMap((action) =>
          damagesOf(resource, action).map(({ damage, actions }) => ({
            place: placeOf(resource.name, heardAt(action)),
            name: `${resource.name}, action ${String(action["actionId"])} (${describe(action)}): ${damage}`,
            resources: resources.with(index, { ...resource, attributes: { ...resource.attributes, actions } }),
          })),
        ),
  );
}

const fieldsOf = (action: JsonObject): JsonObject => (action["fields"] ?? {}) as JsonObject; // an action's fields are an object
const writtenBy = (action: JsonObject): JsonObject => (fieldsOf(action)["value"] ?? {}) as JsonObject; // and so is the value of one that sets

function describe(action: JsonObject): string {
  const { property_name: property, delta, date } = fieldsOf(action);
  return [action["actionTypeId"], property, delta, JSON.stringify(date ?? writtenBy(action))].filter(Boolean).join(" ");
}

function damagesOf(
  resource: Resource,
  action: JsonObject,
): readonly { readonly damage: Damage; readonly actions: readonly JsonObject[] }[] {
  if (action["type"] !== "SINGLE_CONNECTION" || isUnseen(action)) return [];
  const actions = asObjects(resource.attributes["actions"]);
  const replaced = (next: JsonObject): readonly JsonObject[] =>
    actions.map((one) => (one === action ? { ...action, ...next } : one));
  const other = otherValue(action);
  const later = laterThan(action);
  return [
    { damage: "dropped", actions: dropped(actions, action) },
    ...(other === undefined ? [] : [{ damage: "other value" as const, actions: replaced(other) }]),
    ...(later === undefined ? [] : [{ damage: "later" as const, actions: replaced(later) }]),
  ];
}

function isUnseen(action: JsonObject): boolean {
  const property = String(fieldsOf(action)["property_name"] ?? "");
  return action["actionTypeId"] === "0-8" || /_contract_version$|_clock_tick$/.test(property);
}

/** Who led to the action leads to what came after it; the first action becomes a wait of no time. */
function dropped(actions: readonly JsonObject[], action: JsonObject): readonly JsonObject[] {
  const idle = { actionTypeId: "0-1", fields: { delta: "0", time_unit: "MINUTES" } };
  return actions.map((one) => (one === action ? { ...action, ...idle } : one));
}

const dayMinutes = 1440;

function otherValue(action: JsonObject): JsonObject | undefined {
  const fields = fieldsOf(action);
  const value = writtenBy(action);
  if (action["actionTypeId"] !== "0-5") return undefined;
  const changed = (next: JsonObject): JsonObject => ({ fields: { ...fields, value: next } });
  switch (value["type"]) {
    case "TIMESTAMP":
      return changed({
        type: "RELATIVE_DATETIME",
        timeDelay: { delta: dayMinutes, timeUnit: "MINUTES", daysOfWeek: [] },
      });
    case "INCREMENT":
      return changed({ type: "INCREMENT", incrementAmount: 2 });
    case "RELATIVE_DATETIME": {
      const delay = (value["timeDelay"] ?? {}) as JsonObject; // of a relative date
      return changed({ ...value, timeDelay: { ...delay, delta: Number(delay["delta"]) * 2 } });
    }
    default:
      return undefined;
  }
}

/** Waits one and a half times as long, or until the day after. */
function laterThan(action: JsonObject): JsonObject | undefined {
  const fields = fieldsOf(action);
  const minutes = Number(fields["delta"]);
  if (action["actionTypeId"] === "0-35") return { fields: { ...fields, delta: String(minutes + dayMinutes) } };
  return action["actionTypeId"] === "0-1" ? { fields: { ...fields, delta: String(minutes * 2) } } : undefined;
}
