import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ErrorObject } from "ajv";
import { openDescription } from "../../targets/hubspot-openapi.ts";
import { finderOf } from "./path-template.ts";

/** A request that was sent, and what came back. */
export interface Exchange {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly request?: unknown;
  readonly status: number;
  readonly answer: string;
}

/** An operation of one of HubSpot's descriptions. */
export interface Operation {
  readonly file: string;
  readonly method: string;
  readonly template: string;
  readonly parameters: readonly Parameter[];
  /** The name of the schema of its body; undefined: it takes none, or a plain list. */
  readonly body: string | undefined;
  readonly takesBody: boolean;
  /** By status: the name of the schema, undefined for an empty answer. */
  readonly answers: ReadonlyMap<number, string | undefined>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

/** HubSpot's descriptions, ready to hold exchanges against. */
export interface HubSpotApi {
  readonly operations: readonly Operation[];
  readonly find: (method: string, path: string) => Operation | undefined;
  /** What in an exchange is not as HubSpot describes it; undefined where no description has the path. */
  readonly compare: (exchange: Exchange) => readonly string[] | undefined;
}

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

interface DescribedOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Contents };
  readonly responses: Readonly<Record<string, { readonly content?: Contents }>>;
}

type Contents = Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;

/** The descriptions that say the same of one object type only, and those of what the local CRM has not. */
const leftOut =
  /^(companies|deals|goalTargets|leads|tasks|tickets|users|oauth|exports|auditLogs|objectLibrary|propertyValidations|accountInfo\.v3\.136890|leadScoring|pipelineGovernance|teams|.*2026-09-beta)/;

function descriptionsIn(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  const dated = readdirSync(folder).includes("date-based")
    ? readdirSync(join(folder, "date-based")).map((name) => `date-based/${name}`)
    : [];
  const isUsed = (name: string) => {
    const plain = name.replace("date-based/", "");
    return plain.startsWith("automation") || !leftOut.test(plain);
  };
  return [...names, ...dated].filter((name) => name.endsWith(".json") && isUsed(name));
}

const schemaIn = (content: Contents | undefined): string | undefined =>
  content?.["application/json"]?.schema?.$ref?.split("/").at(-1);

function operationsIn(folder: string, file: string): readonly Operation[] {
  const { paths } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Described; // HubSpot's own files
  return Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      file,
      method: method.toUpperCase(),
      template,
      parameters,
      takesBody: requestBody !== undefined,
      body: schemaIn(requestBody?.content),
      answers: new Map(
        Object.entries(responses)
          .filter(([status]) => status !== "default")
          .map(([status, { content }]) => [Number(status), schemaIn(content)] as const),
      ),
    })),
  );
}

/** Where HubSpot answers or takes otherwise than its description says, as captured exchanges show; nothing else is forgiven. */
const knownDeviations: readonly { readonly at: RegExp; readonly keyword: string; readonly only?: RegExp }[] = [
  // An entry of a batch's errors has a subCategory like every other error: a text, not an object.
  { at: /^\/errors\/\d+\/subCategory$/, keyword: "type" },
  // A property without a value is null in a record that is read.
  { at: /^(\/results\/\d+)?\/properties\/\w+$/, keyword: "type" },
  // A link without a label has null for one.
  { at: /^\/results\/\d+(\/(to\/\d+\/)?associationTypes\/\d+)?\/label$/, keyword: "type" },
  // Every refusal says "status": "error", those of the rate limit more.
  { at: /^$/, keyword: "additionalProperties", only: /"(status|errorType|policyName|groupName|requestId)"/ },
  // Callers choose the ids of pipelines and stages, though the description has no key for them.
  { at: /^$/, keyword: "additionalProperties", only: /"(pipelineId|stageId)"/ },
  { at: /^\/stages\/\d+$/, keyword: "additionalProperties", only: /"stageId"/ },
];

/** What the description of 2026-09 leaves out and that of 2026-03 has; whether HubSpot left it out is not known. */
const knownOmissions: readonly RegExp[] = [
  /^POST \/crm\/(properties|lists)\/2026-09\/.*\/batch\/\w+ → 20[17]: status 20[17] is not described$/,
  /^DELETE \/crm\/pipelines\/2026-09\/.*: no parameter validateReferencesBeforeDelete$/,
];

function isKnown({ instancePath, keyword, params }: ErrorObject): boolean {
  return knownDeviations.some(
    (each) =>
      each.keyword === keyword && each.at.test(instancePath) && (each.only?.test(JSON.stringify(params)) ?? true),
  );
}

function wrongParameters({ parameters }: Operation, query: URLSearchParams): readonly string[] {
  const known = new Set(parameters.filter((each) => each.in === "query").map(({ name }) => name));
  const unknown = [...query.keys()].filter((name) => !known.has(name)).map((name) => `no parameter ${name}`);
  const missing = parameters
    .filter((each) => each.in === "query" && each.required === true && !query.has(each.name))
    .map(({ name }) => `parameter ${name} is missing`);
  return [...unknown, ...missing];
}

/** What a description says of contacts only, where another says it of every type. */
function isGeneral(operation: Operation, all: readonly Operation[]): boolean {
  const shape = (template: string) => template.replace(/\{\w+\}/g, "{}");
  const general = shape(operation.template.replace("/objects/contacts", "/objects/{objectType}"));
  return general === shape(operation.template) || !all.some((each) => shape(each.template) === general);
}

/** Opens the descriptions in a folder. */
export function openHubSpotApi(folder: string): HubSpotApi {
  const described = descriptionsIn(folder).flatMap((file) => operationsIn(folder, file));
  const operations = described.filter((each) => isGeneral(each, described));
  const opened = new Map<string, ReturnType<typeof openDescription>>();
  const differences = (file: string, schema: string, value: unknown): readonly string[] => {
    const description = opened.get(file) ?? openDescription(folder, file);
    opened.set(file, description);
    const validate = description(schema);
    validate(value);
    const errors = (validate.errors ?? []).filter((error) => !isKnown(error));
    return errors.map((error) => `${schema}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  };
  const find = finderOf(operations);
  const answerDifferences = (operation: Operation, { status, answer }: Exchange): readonly string[] => {
    if (status >= 400) return answer === "" ? [] : differences(operation.file, "Error", JSON.parse(answer));
    if (!operation.answers.has(status)) return [`status ${status} is not described`];
    const schema = operation.answers.get(status);
    if (schema === undefined) return answer === "" ? [] : ["an answer where none is described"];
    return differences(operation.file, schema, JSON.parse(answer));
  };
  const requestDifferences = (operation: Operation, { path, request, status }: Exchange): readonly string[] => {
    if (status >= 400) return []; // it was refused: what was sent may well be wrong
    const query = wrongParameters(operation, new URLSearchParams(path.split("?")[1] ?? ""));
    if (operation.body !== undefined) return [...query, ...differences(operation.file, operation.body, request)];
    return request !== undefined && !operation.takesBody ? [...query, "a body where none is described"] : query;
  };
  const compare: HubSpotApi["compare"] = (exchange) => {
    const operation = find(exchange.method, exchange.path);
    if (operation === undefined) return undefined;
    const found = [...requestDifferences(operation, exchange), ...answerDifferences(operation, exchange)];
    const said = found.map((each) => `${exchange.method} ${exchange.path} → ${exchange.status}: ${each}`);
    return said.filter((each) => !knownOmissions.some((pattern) => pattern.test(each)));
  };
  return { operations, find, compare };
}
