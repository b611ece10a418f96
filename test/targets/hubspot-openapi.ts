import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";

/** Where HubSpot's own API descriptions lie, when they are at hand: a folder named by the environment, or beside the project. */
export function openApiFolder(): string | undefined {
  const beside = fileURLToPath(new URL("../../../shared/hubspot-openapi/", import.meta.url));
  return [process.env["REVPACT_HUBSPOT_OPENAPI"], beside].find((folder) => folder !== undefined && existsSync(folder));
}

/** Checks bodies against one schema of a description; unknown keys are refused, so that a misspelt one is seen. */
export function bodyValidator(folder: string, file: string, schema: string): ValidateFunction {
  return openDescription(folder, file)(schema);
}

/** The checks that one description holds, by the name of the schema; what schemas share is compiled once. */
export function openDescription(folder: string, file: string): (schema: string) => ValidateFunction {
  const document: unknown = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: "openapi", ...asObject(chooseByTag(close(document), schemasOf(document))) });
  return (schema) => {
    const validate = ajv.getSchema(`openapi#/components/schemas/${schema}`);
    if (validate === undefined) throw new Error(`${file} has no schema ${schema}`);
    return validate;
  };
}

const asObject = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});

/** Objects with declared properties take no others; an action's fields take any value, which HubSpot's file forgets to say. */
function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== "object" || value === null) return value;
  const closed = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, close(inner)]));
  if (closed["title"] === "SINGLE_CONNECTION") {
    return {
      ...closed,
      properties: { ...asObject(closed["properties"]), fields: { type: "object" } },
      additionalProperties: false,
    };
  }
  const hasProperties = Object.keys(asObject(closed["properties"])).length > 0 && closed["type"] === "object";
  return hasProperties && closed["additionalProperties"] === undefined
    ? { ...closed, additionalProperties: false }
    : closed;
}

type Schemas = ReadonlyMap<string, object>;

function schemasOf(document: unknown): Schemas {
  const components = Object(Object(document)["components"]);
  return new Map(Object.entries(Object(components["schemas"])));
}

/** The only value that a schema allows under each of its keys, where it allows just one. */
function tagsOf(schema: unknown, schemas: Schemas): ReadonlyMap<string, unknown> {
  const name =
    String(Object(schema)["$ref"] ?? "")
      .split("/")
      .at(-1) ?? "";
  const properties = Object(Object(schemas.get(name))["properties"]);
  const tags = Object.entries(properties).map(([key, property]) => [key, Object(property)["enum"]] as const);
  return new Map(
    tags.flatMap(([key, values]) => (Array.isArray(values) && values.length === 1 ? [[key, values[0]]] : [])),
  );
}

/** A key whose value says which of several schemas is meant. */
function tagAmong(choices: readonly unknown[], schemas: Schemas): string | undefined {
  const tags = choices.map((choice) => tagsOf(choice, schemas));
  const names = [...(tags[0]?.keys() ?? [])];
  return names.find((name) => {
    const values = new Set(tags.map((each) => each.get(name)));
    return values.size === choices.length && !values.has(undefined);
  });
}

/**
 * Of several schemas only the one that a key names is tried: a workflow is a tree of such choices, and trying all of
 * them at every node takes as long as there are ways through it.
 */
function chooseByTag(value: unknown, schemas: Schemas): unknown {
  if (Array.isArray(value)) return value.map((item) => chooseByTag(item, schemas));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, chooseByTag(inner, schemas)] as const);
  const choices: unknown = Object(value)["oneOf"];
  const tag = Array.isArray(choices) ? tagAmong(choices, schemas) : undefined;
  if (!Array.isArray(choices) || tag === undefined) return Object.fromEntries(entries);
  const named = choices.map((choice) => ({ choice, called: tagsOf(choice, schemas).get(tag) }));
  return {
    ...Object.fromEntries(entries.filter(([key]) => key !== "oneOf")),
    required: [tag],
    properties: { [tag]: { enum: named.map(({ called }) => called) } },
    allOf: named.map(({ choice, called }) => ({
      anyOf: [{ properties: { [tag]: { not: { const: called } } } }, choice],
    })),
  };
}
