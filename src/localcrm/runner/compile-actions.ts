import { asArray, asObject, asString, type JsonObject } from "../json.ts";
import type { Action, Assignment, Recipients } from "./compiled-flow.ts";
import { addDelay, atTimeOfDay, compileValue, fillTokens, parseDelay, type ValueReader } from "./values.ts";

const texts = (value: JsonObject[string] | undefined): readonly string[] => asArray(value).map(String);

function recipientsOf(fields: JsonObject): Recipients {
  return {
    userIds: texts(fields["user_ids"]),
    teamIds: texts(fields["team_ids"]),
    ownerProperties: texts(fields["owner_properties"]),
  };
}

function setAction(fields: JsonObject): Action | undefined {
  const property = asString(fields["property_name"]);
  const value = compileValue(asObject(fields["value"]) ?? {});
  if (property === undefined || value === undefined) return undefined;
  const typeId = asObject(fields["association"])?.["associationTypeId"];
  if (fields["association"] !== undefined && typeof typeId !== "number") return undefined;
  return {
    kind: "set",
    assignment: { property, value },
    ...(typeof typeId === "number" ? { associationTypeId: typeId } : {}),
  };
}

function notifyAction(channel: "email" | "in-app", fields: JsonObject): Action {
  return {
    kind: "notify",
    channel,
    recipients: recipientsOf(fields),
    subject: asString(fields["subject"]) ?? "",
    body: asString(fields["body"]) ?? "",
  };
}

const fixed =
  (text: string): ValueReader =>
  () =>
    text;

const written =
  (text: JsonObject[string] | undefined): ValueReader =>
  (scene) =>
    fillTokens(asString(text) ?? "", scene);

/** When a task is due: so long after now, at a time of day where one is given. */
function dueTime(value: JsonObject | undefined): ValueReader | undefined {
  if (value === undefined) return ({ now }) => new Date(now).toISOString();
  const delay = parseDelay(value["delta"] ?? 0, value["timeUnit"] ?? value["time_unit"] ?? "DAYS");
  if (delay === undefined || asArray(value["daysOfWeek"]).length > 0) return undefined;
  const timeOfDay = asObject(value["timeOfDay"]);
  return ({ now, zone, behaviour }) =>
    new Date(atTimeOfDay(addDelay(now, delay, { zone, days: behaviour.relativeDays }), timeOfDay, zone)).toISOString();
}

function taskAction(fields: JsonObject): Action | undefined {
  const due = dueTime(asObject(fields["due_time"]));
  const assignment = asObject(fields["owner_assignment"]);
  const owner = assignment === undefined ? fixed("") : compileValue(asObject(assignment["value"]) ?? {});
  if (due === undefined || owner === undefined) return undefined;
  const text = (property: string, key: string, otherwise: string): Assignment => ({
    property,
    value: fixed(asString(fields[key]) ?? otherwise),
  });
  return {
    kind: "create",
    objectTypeId: "0-27",
    isLinked: true,
    assignments: [
      { property: "hs_task_subject", value: written(fields["subject"]) },
      { property: "hs_task_body", value: written(fields["body"]) },
      text("hs_task_type", "task_type", "TODO"),
      text("hs_task_priority", "priority", "NONE"),
      { property: "hs_task_status", value: fixed("NOT_STARTED") },
      { property: "hs_timestamp", value: due },
      { property: "hubspot_owner_id", value: owner },
    ],
  };
}

function createAction(fields: JsonObject): Action | undefined {
  const objectTypeId = asString(fields["object_type_id"]);
  if (objectTypeId === undefined) return undefined;
  const assignments: Assignment[] = [];
  for (const item of asArray(fields["properties"])) {
    const property = asString(asObject(item)?.["targetProperty"]);
    const value = compileValue(asObject(asObject(item)?.["value"]) ?? {});
    if (property === undefined || value === undefined) return undefined;
    assignments.push({ property, value });
  }
  const isExplicit = String(fields["use_explicit_associations"] ?? "false") === "true";
  const isLinked = !isExplicit || asArray(fields["associations"]).length > 0;
  return { kind: "create", objectTypeId, assignments, isLinked };
}

function rotateAction(fields: JsonObject): Action {
  return {
    kind: "rotate",
    recipients: recipientsOf(fields),
    property: asString(fields["target_property"]) ?? "hubspot_owner_id",
    isOverwriting: String(fields["overwrite_current_owner"] ?? "false") === "true",
  };
}

const compilers: ReadonlyMap<string, (fields: JsonObject) => Action | undefined> = new Map([
  ["0-3", taskAction],
  ["0-5", setAction],
  ["0-8", (fields) => notifyAction("email", fields)],
  ["0-9", (fields) => notifyAction("in-app", fields)],
  ["0-11", rotateAction],
  ["0-14", createAction],
]);

/** What an action of HubSpot's catalogue does; undefined where the local CRM does not carry it out. */
export function compileAction(actionTypeId: string, fields: JsonObject): Action | undefined {
  return compilers.get(actionTypeId)?.(fields);
}
