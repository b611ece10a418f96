import { invalid } from "../http/problems.ts";
import { isProblem, type Problem } from "../http/reply.ts";
import { asArray, asObject, asString, type Json, type JsonObject } from "../json.ts";
import type { Option } from "../store/documents.ts";

const fieldTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ["bool", ["booleancheckbox", "calculation_equation"]],
  ["enumeration", ["booleancheckbox", "checkbox", "radio", "select", "calculation_equation"]],
  ["date", ["date"]],
  ["datetime", ["date"]],
  ["number", ["number", "calculation_equation"]],
  ["string", ["text", "textarea", "html", "file", "phonenumber", "calculation_equation"]],
  ["phone_number", ["phonenumber"]],
]);

/** 400 unless the field type is one that the type allows. */
export function checkFieldType(type: string, fieldType: string): Problem | undefined {
  const allowed = fieldTypes.get(type);
  if (allowed === undefined) {
    return invalid(`Invalid property type "${type}". Allowed types: [${[...fieldTypes.keys()].join(", ")}]`, {
      subCategory: "PropertyValidationError.INVALID_TYPE",
    });
  }
  if (allowed.includes(fieldType)) return undefined;
  return invalid(`Invalid fieldType "${fieldType}" for type "${type}". Allowed: [${allowed.join(", ")}]`, {
    subCategory: "PropertyValidationError.INVALID_FIELD_TYPE",
  });
}

/** 400 unless a name is one HubSpot would take. */
export function checkName(name: string): Problem | undefined {
  if (/^[a-z][a-z0-9_]{0,99}$/.test(name)) return undefined;
  return invalid(
    `Invalid name "${name}": it starts with a letter and has at most 100 lower-case letters, digits and underscores.`,
    { subCategory: "PropertyValidationError.INVALID_NAME" },
  );
}

function optionProblem(code: string, message: string): Problem {
  return invalid(message, { errors: [{ message, code }] });
}

function parseOption(item: Json): Option | Problem {
  const fields = asObject(item) ?? {};
  const label = asString(fields["label"]);
  const value = asString(fields["value"]);
  if (label === undefined || value === undefined || value === "") {
    return optionProblem("INVALID_OPTION", "Every option needs a label and a value.");
  }
  const description = asString(fields["description"]);
  return {
    label,
    value,
    ...(description === undefined ? {} : { description }),
    displayOrder: typeof fields["displayOrder"] === "number" ? fields["displayOrder"] : -1,
    hidden: fields["hidden"] === true,
  };
}

/** The options of a body: 400 when one is malformed or two share a value or a label. */
export function parseOptions(value: Json | undefined): readonly Option[] | Problem {
  const options: Option[] = [];
  for (const item of asArray(value)) {
    const option = parseOption(item);
    if (isProblem(option)) return option;
    const twin = options.find((each) => each.value === option.value || each.label === option.label);
    if (twin !== undefined) {
      return optionProblem(
        "DUPLICATE_OPTION",
        `Two options have the value or label "${option.value}" / "${option.label}".`,
      );
    }
    options.push(option);
  }
  return options;
}

/** What the rules on options look at. */
interface OptionHolder {
  readonly type: string;
  readonly options: readonly Option[];
  readonly externalOptions: boolean;
}

/** 400 unless a bool has exactly true and false, and an enumeration has options. */
export function checkOptions({ type, options, externalOptions }: OptionHolder): Problem | undefined {
  const values = options.map((option) => option.value).sort();
  if (type === "bool" && values.join() !== "false,true") {
    return optionProblem("INVALID_BOOLEAN_OPTION", 'A bool property has exactly two options, "true" and "false".');
  }
  if (type === "enumeration" && options.length === 0 && !externalOptions) {
    return optionProblem("MISSING_OPTIONS", "An enumeration property needs options.");
  }
  return undefined;
}

/** 400 for display hints that are empty and for a currency without its symbol. */
export function checkHints(fields: JsonObject): Problem | undefined {
  const empty = ["numberDisplayHint", "textDisplayHint"].find((name) => fields[name] === "");
  if (empty !== undefined) return invalid(`${empty} must not be empty.`);
  if (typeof fields["currencyPropertyName"] !== "string" || fields["showCurrencySymbol"] === true) return undefined;
  const message = "Only properties that show the currency symbol can name a currency property.";
  return invalid(message, { errors: [{ message, code: "ONLY_CURRENCY_PROPERTIES_CAN_SPECIFY_CURRENCY" }] });
}
