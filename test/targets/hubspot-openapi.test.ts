import type { ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import type { Json, Resource } from "../../src/targets/index.ts";
import { exampleText } from "./compile-example.ts";
import { bodyValidator, openApiFolder } from "./hubspot-openapi.ts";
import { boundIn } from "./named-portal.ts";

const folder = openApiFolder();
const title = folder === undefined ? "(HubSpot's API descriptions are not at hand: nothing compared)" : "";
const examples = ["classic-inbound", "pme-francaise"];
const resources = examples
  .flatMap((name) => [
    ...boundIn(exampleText(name), "local").resources,
    ...boundIn(exampleText(name), "production").resources,
  ])
  .filter((item) => !item.isAdopted);

const schemas = {
  "property-group": ["properties.v3.json", "PropertyGroupCreate"],
  property: ["properties.v3.json", "PropertyCreate"],
  pipeline: ["pipelines.v3.json", "PipelineInput"],
  list: ["lists.v3.json", "ListCreateRequest"],
} as const;

/** The addresses that HubSpot would refuse, with what it would say. */
function refused(validate: ValidateFunction, bodies: readonly Resource[]): readonly string[] {
  return bodies.flatMap(({ address, attributes }) =>
    validate(attributes) ? [] : [`${address}: ${JSON.stringify(validate.errors?.slice(0, 3))}`],
  );
}

const flowSchema = (type: Json | undefined): string =>
  type === "CONTACT_FLOW" ? "ApiContactFlowCreateRequest" : "ApiPlatformFlowCreateRequest";

describe(`create bodies against HubSpot's own descriptions ${title}`, () => {
  test.each(["property-group", "property", "pipeline", "list"] as const)("every %s would be taken", (kind) => {
    if (folder === undefined) return;
    const bodies = resources.filter((resource) => resource.kind === kind).map(withoutCallerIds);
    const [file, schema] = schemas[kind];
    expect(bodies.length).toBeGreaterThan(0);
    expect(refused(bodyValidator(folder, file, schema), bodies)).toEqual([]);
  });

  test("every workflow would be taken", () => {
    if (folder === undefined) return;
    const flows = resources.filter(({ kind }) => kind === "workflow");
    for (const type of new Set(flows.map(({ attributes }) => attributes["type"]))) {
      const bodies = flows.filter(({ attributes }) => attributes["type"] === type);
      expect(refused(bodyValidator(folder, "automation.v4.json", flowSchema(type)), bodies)).toEqual([]);
    }
    expect(flows.length).toBeGreaterThan(20);
  });

  test("a misspelt key is seen", () => {
    if (folder === undefined) return;
    const flow = resources.find(({ kind }) => kind === "workflow");
    const validate = bodyValidator(folder, "automation.v4.json", "ApiContactFlowCreateRequest");
    expect(validate({ ...flow?.attributes, isEnable: false })).toBe(false);
  });
});

/** HubSpot's description leaves out the ids that a caller may choose, and wants a place that whoever sends it adds. */
function withoutCallerIds(resource: Resource): Resource {
  if (resource.kind !== "pipeline") return resource;
  const { pipelineId: _pipelineId, stages, ...attributes } = resource.attributes;
  const withoutId = (stage: Json): Json => {
    const { stageId: _stageId, ...rest } = Object(stage);
    return rest;
  };
  return {
    ...resource,
    attributes: { displayOrder: 0, ...attributes, stages: Array.isArray(stages) ? stages.map(withoutId) : [] },
  };
}
