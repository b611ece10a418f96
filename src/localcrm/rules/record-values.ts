import { invalid } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import type { Json, JsonObject } from "../json.ts";
import { objectTypeById } from "../portal/object-types.ts";
import type { StoredProperty } from "../store/documents.ts";
import type { Store } from "../store/store.ts";

/** Why a value was refused, in the shape HubSpot nests into its message. */
export interface ValueProblem {
  readonly isValid: false;
  readonly message: string;
  readonly error: string;
  readonly name: string;
}

/** A value as it is kept; empty clears the property. */
export interface KeptValue {
  readonly name: string;
  readonly value: string;
}

function refused(name: string, error: string, message: string): ValueProblem {
  return { isValid: false, message, error, name };
}

function stageIds(store: Store, property: StoredProperty): readonly string[] {
  return store.list("pipelines", property.objectTypeId).flatMap((pipeline) => pipeline.stages.map((stage) => stage.id));
}

/** The values a property may take; undefined when it is free. */
function allowedValues(store: Store, property: StoredProperty): readonly string[] | undefined {
  const type = objectTypeById(property.objectTypeId);
  if (property.name === "hubspot_owner_id") return store.list("owners", "").map(({ id }) => id);
  if (!property.externalOptions)
    return property.options.length > 0 ? property.options.map((each) => each.value) : undefined;
  if (property.name === type?.stageProperty) return stageIds(store, property);
  if (property.name !== type?.pipelineProperty) return undefined;
  return store.list("pipelines", property.objectTypeId).map((pipeline) => pipeline.id);
}

function checkOption(store: Store, property: StoredProperty, text: string): KeptValue | ValueProblem {
  const { name } = property;
  const allowed = allowedValues(store, property);
  const chosen = property.fieldType === "checkbox" ? text.split(";").filter((each) => each !== "") : [text];
  const odd = chosen.find((value) => allowed !== undefined && !allowed.includes(value));
  if (odd === undefined) return { name, value: text };
  return refused(name, "INVALID_OPTION", `${odd} was not one of the allowed options: [${allowed?.join(", ")}]`);
}

function parseTime(text: string): number {
  return /^-?\d+$/.test(text) ? Number(text) : Date.parse(text);
}

function checkTime(property: StoredProperty, text: string): KeptValue | ValueProblem {
  const { name, type } = property;
  const time = parseTime(text);
  const isMoment = Number.isFinite(time) && Math.abs(time) <= 8.64e15;
  if (!isMoment) return refused(name, "INVALID_DATE", `${text} was not a valid date.`);
  if (type === "datetime") return { name, value: new Date(time).toISOString() };
  if (time % 86_400_000 !== 0)
    return refused(name, "INVALID_DATE", `${text} is at ${new Date(time).toISOString()}, not at midnight!`);
  return { name, value: new Date(time).toISOString().slice(0, 10) };
}

function checkNumber(name: string, text: string): KeptValue | ValueProblem {
  const isNumber = text.trim() !== "" && Number.isFinite(Number(text));
  return isNumber ? { name, value: text.trim() } : refused(name, "INVALID_INTEGER", `${text} was not a valid number.`);
}

function checkText(property: StoredProperty, text: string): KeptValue | ValueProblem {
  const { name } = property;
  if (text.length > 65_536) return refused(name, "PROPERTY_VALUE_TOO_LONG", "A value has at most 65,536 characters.");
  if (name !== "email") return { name, value: text };
  const isAddress = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
  if (!isAddress) return refused(name, "INVALID_EMAIL", `Email address ${text} is invalid`);
  return { name, value: text.toLowerCase() };
}

function checkTyped(store: Store, property: StoredProperty, text: string): KeptValue | ValueProblem {
  switch (property.type) {
    case "number":
      return checkNumber(property.name, text);
    case "date":
    case "datetime":
      return checkTime(property, text);
    case "bool":
    case "enumeration":
      return checkOption(store, property, text);
    default:
      return checkText(property, text);
  }
}

function checkValue(store: Store, objectTypeId: string, [name, sent]: [string, Json]): KeptValue | ValueProblem {
  const property = store.get("properties", objectTypeId, name);
  if (property === undefined || property.archived) {
    return refused(name, "PROPERTY_DOESNT_EXIST", `Property "${name}" does not exist`);
  }
  if (property.modificationMetadata.readOnlyValue || property.calculated) {
    return refused(name, "READ_ONLY_VALUE", `"${name}" is a read only property; its value cannot be set.`);
  }
  const text = sent === null ? "" : String(sent);
  if (text === "") return { name, value: "" };
  if (typeof sent === "object") return refused(name, "INVALID_STRING", `"${name}" must be a string.`);
  return checkTyped(store, property, text);
}

/** The values of a record's body as they are kept, or HubSpot's 400 that lists what is wrong. */
export function parseValues(
  store: Store,
  objectTypeId: string,
  properties: JsonObject,
): readonly KeptValue[] | Problem {
  const checked = Object.entries(properties).map((entry) => checkValue(store, objectTypeId, entry));
  const problems = checked.filter((each) => "isValid" in each);
  const portalId = store.get("account", "", "account")?.portalId ?? 0;
  if (problems.length > 0) {
    const listed = problems.map((each) => ({ ...each, localizedErrorMessage: each.message, portalId }));
    return invalid(`Property values were not valid: ${JSON.stringify(listed)}`);
  }
  return checked.filter((each) => "value" in each);
}
