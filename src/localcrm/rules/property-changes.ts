import { checkRequired, invalid } from "../http/problems.ts";
import { isProblem, type Problem } from "../http/reply.ts";
import { asString, defined, type JsonObject } from "../json.ts";
import { objectTypes } from "../portal/object-types.ts";
import type { StoredProperty } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { canonicalFormula, checkFormula } from "./formula.ts";
import { checkFieldType, checkHints, checkName, checkOptions, parseOptions } from "./property-definition.ts";
import { checkPropertyLimit } from "./tier-limits.ts";

function boolean(fields: JsonObject, name: string): boolean | undefined {
  const value = fields[name];
  return typeof value === "boolean" ? value : undefined;
}

function integer(fields: JsonObject, name: string): number | undefined {
  const value = fields[name];
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
}

function formulaIn(fields: JsonObject): string | undefined {
  const formula = asString(fields["calculationFormula"]);
  return formula === undefined ? undefined : canonicalFormula(formula);
}

/** Fields that both a create and a PATCH may set; what is absent, null or of the wrong type is left out. */
function sharedFields(fields: JsonObject) {
  return defined({
    label: asString(fields["label"]),
    type: asString(fields["type"]),
    fieldType: asString(fields["fieldType"]),
    groupName: asString(fields["groupName"]),
    description: asString(fields["description"]),
    displayOrder: integer(fields, "displayOrder"),
    hidden: boolean(fields, "hidden"),
    formField: boolean(fields, "formField"),
    calculationFormula: formulaIn(fields),
    numberDisplayHint: asString(fields["numberDisplayHint"]),
    textDisplayHint: asString(fields["textDisplayHint"]),
    showCurrencySymbol: boolean(fields, "showCurrencySymbol"),
    currencyPropertyName: asString(fields["currencyPropertyName"]),
  });
}

function checkGroup(store: Store, objectTypeId: string, groupName: string): Problem | undefined {
  if (store.get("groups", objectTypeId, groupName) !== undefined) return undefined;
  return invalid(`Property group ${groupName} does not exist.`, {
    subCategory: "PropertyValidationError.GROUP_DOES_NOT_EXIST",
  });
}

function checkDefinition(store: Store, property: StoredProperty): Problem | undefined {
  return (
    checkName(property.name) ??
    checkFieldType(property.type, property.fieldType) ??
    checkGroup(store, property.objectTypeId, property.groupName) ??
    checkOptions(property) ??
    checkFormula(store, property.objectTypeId, property.calculationFormula)
  );
}

/** What every property starts with. */
const fresh = {
  label: "",
  type: "",
  fieldType: "",
  groupName: "",
  description: "",
  displayOrder: -1,
  hidden: false,
  formField: false,
  calculated: false,
  archived: false,
  modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
} as const;

const objectTypeIds = objectTypes.map(({ id }) => id);

/** Where and when a definition is written. */
export interface Writing {
  readonly store: Store;
  readonly objectTypeId: string;
  readonly timestamp: string;
}

function checkUniqueLimit({ store, objectTypeId }: Writing, property: StoredProperty): Problem | undefined {
  if (!property.hasUniqueValue) return undefined;
  const live = store.list("properties", objectTypeId).filter((each) => !each.archived && each.hubspotDefined !== true);
  const others = live.filter((each) => each.hasUniqueValue && each.name !== property.name);
  return others.length < 10 ? undefined : invalid("An object has at most 10 unique-identifier properties.");
}

function checkSensitivity(fields: JsonObject): Problem | undefined {
  const sensitivity = asString(fields["dataSensitivity"]) ?? "non_sensitive";
  if (sensitivity === "non_sensitive") return undefined;
  return invalid("This portal is not enabled for sensitive data.", {
    subCategory: "PropertyValidationError.PORTAL_NOT_ENABLED_FOR_SENSITIVE_DATA",
  });
}

/** The property a create body describes: 400 when it may not be, 409 when a live one has its name. Revives an archived one. */
export function parseNewProperty(writing: Writing, fields: JsonObject): StoredProperty | Problem {
  const { store, objectTypeId, timestamp } = writing;
  const required = ["name", "label", "type", "fieldType", "groupName"];
  const missing = checkRequired(fields, required) ?? checkHints(fields) ?? checkSensitivity(fields);
  if (missing !== undefined) return missing;
  const options = parseOptions(fields["options"]);
  if (isProblem(options)) return options;
  const name = asString(fields["name"]) ?? "";
  const before = store.get("properties", objectTypeId, name);
  if (before !== undefined && !before.archived) return duplicate(name);
  const formula = formulaIn(fields);
  const property: StoredProperty = {
    objectTypeId,
    name,
    ...fresh,
    ...sharedFields(fields),
    ...(formula === undefined ? {} : { fieldType: "calculation_equation", calculated: true }),
    hasUniqueValue: boolean(fields, "hasUniqueValue") ?? false,
    externalOptions: boolean(fields, "externalOptions") ?? false,
    ...defined({ referencedObjectType: asString(fields["referencedObjectType"]) }),
    dataSensitivity: "non_sensitive",
    options,
    createdAt: before?.createdAt ?? timestamp,
    updatedAt: timestamp,
  };
  return (
    checkDefinition(store, property) ??
    checkUniqueLimit(writing, property) ??
    checkPropertyLimit(store, objectTypeId, objectTypeIds) ??
    property
  );
}

function duplicate(name: string): Problem {
  return {
    isProblem: true,
    status: 409,
    body: {
      status: "error",
      message: `A property named '${name}' already exists.`,
      category: "OBJECT_ALREADY_EXISTS",
      subCategory: "Properties.PROPERTY_WITH_NAME_EXISTS",
    },
  };
}

function readOnly(property: StoredProperty): Problem {
  return invalid(`Property ${property.name} is defined by HubSpot and its definition is read-only.`, {
    subCategory: "PropertyValidationError.READ_ONLY_DEFINITION",
    context: { property: [property.name] },
  });
}

function mayChange(property: StoredProperty, fields: JsonObject): boolean {
  const metadata = property.modificationMetadata;
  if (!metadata.readOnlyDefinition) return true;
  return metadata.readOnlyOptions === false && Object.keys(fields).every((name) => name === "options");
}

/** A property after a PATCH. Fields HubSpot ignores are ignored here; options, when given, replace the whole list. */
export function changeProperty(
  writing: Writing,
  property: StoredProperty,
  fields: JsonObject,
): StoredProperty | Problem {
  if (!mayChange(property, fields)) return readOnly(property);
  const isShown = property.showCurrencySymbol === true ? { showCurrencySymbol: true } : {};
  const hints = checkHints({ ...fields, ...isShown });
  if (hints !== undefined) return hints;
  const hasOptions = fields["options"] !== undefined && fields["options"] !== null;
  const options = hasOptions ? parseOptions(fields["options"]) : property.options;
  if (isProblem(options)) return options;
  const changed = { ...property, ...sharedFields(fields), ...isShown, options, updatedAt: writing.timestamp };
  return checkDefinition(writing.store, changed) ?? changed;
}
