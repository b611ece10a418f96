import type { Json, JsonObject, Resource } from "../../src/targets/index.ts";

/** One action of one compiled workflow, done wrong. */
export interface Mutation {
  /** Such as `acme-inbound · lead · expiry, action 3: dropped`. */
  readonly name: string;
  /** The workflow whose action it is, as it is and as the mutation makes it. */
  readonly workflow: Resource;
  readonly damaged: Resource;
  /** The workflow's name and the ids of the actions by which it is heard that the damaged one was carried out. */
  readonly places: readonly string[];
}

/** Where an action stands. */
export const placeOf = (workflow: string, actionId: string): string => `${workflow} #${actionId}`;

/** Of waits and branches nothing is heard but what comes after them. */
function heardAt(actions: readonly JsonObject[], action: JsonObject): readonly string[] {
  const isHeard = action["type"] === "SINGLE_CONNECTION" && !isWait(action);
  if (isHeard) return [String(action["actionId"])];
  const next = nextOf(action).flatMap((id) => actions.filter((one) => one["actionId"] === id));
  return next.flatMap((one) => heardAt(actions, one));
}

const isWait = ({ actionTypeId }: JsonObject): boolean => actionTypeId === "0-1" || actionTypeId === "0-35";

/** The ids of the actions that may come next. */
function nextOf(node: Json | undefined): readonly Json[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === "nextActionId" ? [value] : nextOf(value)));
}

type Damage = "dropped" | "other value" | "later";

const asObjects = (node: Json | undefined): readonly JsonObject[] => (Array.isArray(node) ? node : []);

/**
 * Every way to damage one action: leave it out, write another value or date, wait longer. Left alone is what nothing in
 * a portal reads and no track shows: the version under which a record last moved, and the tick of clocks.
 */
export function mutationsOf(resources: readonly Resource[]): readonly Mutation[] {
  return resources.filter(({ kind }) => kind === "workflow").flatMap(mutationsIn);
}

function mutationsIn(workflow: Resource): readonly Mutation[] {
  const all = asObjects(workflow.attributes["actions"]);
  return all.flatMap((action) =>
    damagesOf(all, action).map(({ damage, actions }) => ({
      name: `${workflow.name}, action ${String(action["actionId"])} (${describe(action)}): ${damage}`,
      workflow,
      damaged: { ...workflow, attributes: { ...workflow.attributes, actions } },
      places: heardAt(all, action).map((id) => placeOf(workflow.name, id)),
    })),
  );
}

const fieldsOf = (action: JsonObject): JsonObject => (action["fields"] ?? {}) as JsonObject; // an action's fields are an object
const writtenBy = (action: JsonObject): JsonObject => (fieldsOf(action)["value"] ?? {}) as JsonObject; // and so is the value of one that sets

function describe(action: JsonObject): string {
  const { property_name: property, delta, date } = fieldsOf(action);
  return [action["actionTypeId"], property, delta, JSON.stringify(date ?? writtenBy(action))].filter(Boolean).join(" ");
}

function damagesOf(
  actions: readonly JsonObject[],
  action: JsonObject,
): readonly { readonly damage: Damage; readonly actions: readonly JsonObject[] }[] {
  if (action["type"] !== "SINGLE_CONNECTION" || isUnseen(action)) return [];
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
  return /_contract_version$|_clock_tick$/.test(property);
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
