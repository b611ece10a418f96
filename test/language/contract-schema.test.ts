import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const root = new URL("../../", import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, root), "utf8");
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

const contractSchema: JsonObject = JSON.parse(textOf("schemas/contract.v1.schema.json"));
const partSchema: JsonObject = JSON.parse(textOf("schemas/part.v1.schema.json"));
const reference: JsonObject = parse(textOf("examples/classic-inbound/contract.yaml"));
const fragments: readonly JsonObject[] = parseAllDocuments(textOf("test/fixtures/language/fragments.yaml"))
  .map((document): JsonObject => document.toJS())
  .filter(isObject);

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addSchema(contractSchema);
ajv.addSchema(partSchema);

const phrase = (error: ErrorObject): string => `${error.instancePath || "/"} ${error.keyword} ${keyOf(error)}`.trim();
const keyOf = (error: ErrorObject): string =>
  String(error.params["additionalProperty"] ?? error.params["missingProperty"] ?? error.params["propertyName"] ?? "");

/** What ajv says about a document, as `place keyword key`. */
function errorsOf(schema: string, document: Json): readonly string[] {
  const validate = ajv.getSchema(schema);
  validate?.(document);
  return (validate?.errors ?? []).map(phrase);
}

const checkContract = (document: Json): readonly string[] => errorsOf("contract.v1.schema.json", document);
const checkPart = (document: Json): readonly string[] => errorsOf("part.v1.schema.json", document);

/** Puts `other` over `base`: maps are merged, everything else is replaced. */
function merge(base: JsonObject, other: JsonObject): JsonObject {
  const entries = Object.entries(other).map(([key, value]): [string, Json] => {
    const before = base[key];
    return [key, isObject(before) && isObject(value) ? merge(before, value) : value];
  });
  return { ...base, ...Object.fromEntries(entries) };
}

const maps = new Set(["properties", "$defs"]);
const texts = new Set(["examples", "enum", "const", "required"]);

/** Calls `visit` for every schema below `schema`, with its place. */
function walk(schema: JsonObject, place: string, visit: (schema: JsonObject, place: string) => void): void {
  visit(schema, place);
  for (const [key, value] of Object.entries(schema)) {
    if (texts.has(key) || !isObject(value)) continue;
    if (!maps.has(key)) walk(value, `${place}/${key}`, visit);
    else for (const [name, inner] of Object.entries(value)) walk(objectOf(inner), `${place}/${key}/${name}`, visit);
  }
}

/** Every place of both schemas where `fails` says so. */
function placesWhere(fails: (schema: JsonObject, place: string) => boolean): readonly string[] {
  const places: string[] = [];
  const visit = (schema: JsonObject, place: string): void => {
    if (fails(schema, place)) places.push(place);
  };
  walk(contractSchema, "contract", visit);
  walk(partSchema, "part", visit);
  return places;
}

/** A schema with what its reference says, when it has one. */
function follow(schema: JsonObject): JsonObject {
  const target = schema["$ref"];
  if (typeof target !== "string") return schema;
  const steps = target.slice(target.indexOf("#/") + 2).split("/");
  const found = steps.reduce<JsonObject>((at, step) => objectOf(at[step]), contractSchema);
  return { ...found, ...schema };
}

const propertiesOf = (name: string): readonly string[] =>
  Object.keys(objectOf(objectOf(objectOf(contractSchema["$defs"])[name])["properties"]));

describe("the schemas of a contract and of its parts", () => {
  test("compile in strict mode, union types allowed", () => {
    expect(ajv.getSchema("contract.v1.schema.json")).toBeTypeOf("function");
    expect(ajv.getSchema("part.v1.schema.json")).toBeTypeOf("function");
  });

  test("leave no choice that a person has to guess through", () => {
    const guesses = ["anyOf", "oneOf", "allOf", "if", "then", "else", "dependentSchemas"];
    expect(placesWhere((schema) => guesses.some((keyword) => keyword in schema))).toEqual([]);
  });

  test("describe every key for editors in words that end with a full stop", () => {
    const isProperty = /\/properties\/[^/]+$/;
    const describes = /^[A-Za-z0-9`].*\.$/;
    const lacks = (schema: JsonObject, place: string): boolean =>
      isProperty.test(place) && !describes.test(String(follow(schema)["description"] ?? ""));
    expect(placesWhere(lacks)).toEqual([]);
  });

  test("name every kind of object, for messages such as `no key ownr in a stage`", () => {
    const isNameless = (schema: JsonObject): boolean =>
      schema["additionalProperties"] === false && typeof schema["title"] !== "string";
    expect(placesWhere(isNameless)).toEqual([]);
    const definitions = Object.entries(objectOf(contractSchema["$defs"]));
    expect(definitions.filter(([, value]) => typeof objectOf(value)["title"] !== "string")).toEqual([]);
  });

  test("say what may stand in every object, and nothing else", () => {
    const isObjectSchema = (schema: JsonObject): boolean =>
      schema["type"] === "object" || (Array.isArray(schema["type"]) && schema["type"].includes("object"));
    const isOpen = (schema: JsonObject): boolean =>
      isObjectSchema(schema) && schema["additionalProperties"] !== false && !isObject(schema["additionalProperties"]);
    expect(placesWhere(isOpen)).toEqual([]);
    const isUnchecked = (schema: JsonObject): boolean =>
      isObject(schema["additionalProperties"]) && !isObject(schema["propertyNames"]);
    expect(placesWhere(isUnchecked)).toEqual([]);
  });

  test("check with no other keywords than those that have a finding", () => {
    const used = new Set<string>();
    placesWhere((schema) => {
      for (const key of Object.keys(schema)) used.add(key);
      return false;
    });
    const annotations = ["$schema", "$id", "$comment", "$defs", "$ref", "title", "description", "examples"];
    expect([...used].filter((key) => !annotations.includes(key)).sort()).toEqual([
      "additionalProperties",
      "const",
      "enum",
      "items",
      "maxItems",
      "maxProperties",
      "minItems",
      "minLength",
      "minProperties",
      "minimum",
      "not",
      "pattern",
      "properties",
      "propertyNames",
      "required",
      "type",
      "uniqueItems",
    ]);
  });

  test("know the same operators wherever a condition may stand", () => {
    expect(propertiesOf("namedCriteria")).toEqual(["label", ...propertiesOf("condition")]);
    expect(propertiesOf("stop")).toEqual(propertiesOf("condition"));
  });

  test("let a part hold every section that is made of entries", () => {
    const whole = ["revpact", "name", "version", "title", "effective", "reviewBy", "languages", "uses"];
    const single = ["calendar", "scope", "governance"];
    const sections = Object.keys(objectOf(contractSchema["properties"])).filter(
      (key) => !whole.includes(key) && !single.includes(key),
    );
    expect(Object.keys(objectOf(partSchema["properties"]))).toEqual(["partOf", ...sections]);
  });
});

describe("a contract that is well formed", () => {
  test.each(readdirSync(new URL("examples/", root)))("is accepted when it is the example %s", (name) => {
    expect(checkContract(parse(textOf(`examples/${name}/contract.yaml`)))).toEqual([]);
  });

  test.each(fragments.map((fragment, index) => [index + 1, fragment] as const))(
    "is accepted when fragment %i is merged into the reference contract",
    (_, fragment) => {
      expect(Object.keys(fragment).length).toBeGreaterThan(0);
      expect(checkContract(merge(reference, fragment))).toEqual([]);
    },
  );

  test("may hold its stages and handoffs in parts", () => {
    const { stages, handoffs, ...head } = reference;
    expect(checkContract(head)).toEqual([]);
    expect(checkPart({ partOf: "acme-inbound", stages: stages ?? null, handoffs: handoffs ?? null })).toEqual([]);
  });

  test("may use keys that the reference contract does not show", () => {
    const more: JsonObject = {
      uses: ["../shared"],
      calendars: { "office-fr": { exceptions: [{ on: "2027-01-02", hours: ["09:00-24:00"], days: "all" }] } },
      governance: { worstWait: "5 calendar days", reviews: { rejections: { label: "Weekly review" } } },
      glossary: {
        lead: { label: "Lead", definition: { fr: "Un contact.", en: "A contact." }, avoid: { en: ["MQL"] } },
      },
      handoffs: { "marketing-to-sdr": { deadlines: { decision: { stops: { signal: "meeting-held" } } } } },
      environments: { local: { url: "http://127.0.0.1:4600", drift: "revert", prefix: "acme" } },
    };
    expect(checkContract(merge(reference, more))).toEqual([]);
  });
});

describe("a contract that is not well formed", () => {
  const withStage = (stage: JsonObject): readonly string[] =>
    checkContract(merge(reference, { stages: { extra: stage } }));

  test("is told which keys it lacks", () => {
    expect(checkContract({})).toEqual(
      ["revpact", "name", "version", "title", "effective", "languages", "scope"].map((key) => `/ required ${key}`),
    );
    expect(checkContract(merge(reference, { handoffs: { extra: { from: "lead" } } }))).toEqual([
      "/handoffs/extra required to",
    ]);
  });

  test.each([
    ["a stage", { stages: { extra: { ownr: "sdr" } } }, "/stages/extra additionalProperties ownr"],
    ["a condition", { criteria: { extra: { feild: "need" } } }, "/criteria/extra additionalProperties feild"],
    ["the contract", { stage: {} }, "/ additionalProperties stage"],
    [
      "an approval",
      { governance: { approvals: [{ role: "ceo", four: [] }] } },
      "/governance/approvals/0 additionalProperties four",
    ],
  ])("is told about an unknown key in %s", (_, change, expected) => {
    expect(checkContract(merge(reference, change))).toEqual([expected]);
  });

  test.each(["new", "any", "sender", "nobody", "owner", "due", "otherwise", "Mql", "m_q_l", "1st", "a--b"])(
    "may not call a stage %s",
    (id) => {
      expect(checkContract(merge(reference, { stages: { [id]: {} } }))).toContain(`/stages propertyNames ${id}`);
    },
  );

  test.each<[string, JsonObject, string]>([
    ["a number for a duration", { coolOff: 24 }, "/reasons/extra/coolOff type"],
    ["an unknown choice", { detail: "maybe" }, "/reasons/extra/detail enum"],
    ["a text in no language", { label: {} }, "/reasons/extra/label minProperties"],
    ["a text in a language that is none", { label: { french: "Prix" } }, "/reasons/extra/label propertyNames french"],
    ["a list for a stage", { moveTo: ["lost"] }, "/reasons/extra/moveTo type"],
  ])("may not give %s in a reason", (_, reason, expected) => {
    expect(checkContract(merge(reference, { reasons: { extra: reason } }))).toContain(expected);
  });

  test.each<[string, JsonObject, string]>([
    ["another language version", { revpact: 2 }, "/revpact const"],
    ["a version of two numbers", { version: "2.1" }, "/version pattern"],
    ["a thirteenth month", { effective: "2027-13-01" }, "/effective pattern"],
    ["a name with capitals", { name: "Acme" }, "/name pattern"],
    [
      "a token in the clear",
      { environments: { production: { token: "pat-123" } } },
      "/environments/production/token pattern",
    ],
    [
      "two measures at once",
      { commitments: { "on-time": { measure: { worked: "sdr-to-sales" } } } },
      "/commitments/on-time/measure maxProperties",
    ],
    [
      "a period that is none",
      { commitments: { "on-time": { except: { August: 3 } } } },
      "/commitments/on-time/except propertyNames August",
    ],
  ])("may not have %s", (_, change, expected) => {
    expect(checkContract(merge(reference, change))).toContain(expected);
  });

  test("may not stop a deadline by a word that means nothing", () => {
    const stage = (stops: Json): readonly string[] =>
      withStage({ deadlines: { answer: { within: "2 business days", stops } } });
    expect(stage("touched")).toEqual([]);
    expect(stage("answered")).toEqual(["/stages/extra/deadlines/answer/stops pattern"]);
    expect(stage({ sygnal: "meeting-held" })).toEqual([
      "/stages/extra/deadlines/answer/stops additionalProperties sygnal",
    ]);
  });

  test("may not be a part without the name of its contract, nor a part with a scope", () => {
    expect(checkPart({ stages: {} })).toEqual(["/ required partOf"]);
    expect(checkPart({ partOf: "acme-inbound", scope: { object: "contact" } })).toEqual([
      "/ additionalProperties scope",
    ]);
  });
});
