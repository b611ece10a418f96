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
  ajv.addSchema({ $id: "openapi", ...asObject(close(document)) });
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
