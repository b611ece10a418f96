import { type Finding, finding, nearest, type Span } from "../diagnostics/index.ts";
import { validateContract, validatePart, validateProfile, validateTest } from "./generated/validators.js";
import { type Data, dataOf, type Node, spanOf, walk } from "./node.ts";
import { spanBetween } from "./source.ts";

/** The words of the language that can't name an entry (SCH105). */
export const reservedIds: readonly string[] = ["new", "any", "sender", "nobody", "owner", "due", "otherwise"];

/** What ajv reports, as far as it is used; `parentSchema` is the schema that holds the failing keyword. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  readonly propertyName?: string;
}

/** A validator compiled from one of `schemas/*.json` when the package is built. */
export interface SchemaValidator {
  (data: Data): boolean;
  errors?: readonly SchemaError[] | null;
}

/** Which kind of file a text is. */
export type FileKind = "contract" | "part" | "test" | "profile";

const validators: Readonly<Record<FileKind, SchemaValidator>> = {
  contract: validateContract,
  part: validatePart,
  test: validateTest,
  profile: validateProfile,
};

/** Checks the shape of one file against its published schema; one finding per problem, at the smallest token. */
export function checkShape(root: Node, kind: FileKind): readonly Finding[] {
  const version = versionFinding(root);
  if (version !== undefined) return [version];
  const validate = validators[kind];
  if (validate(dataOf(root))) return [];
  return (validate.errors ?? [])
    .map((error, index) => describe(root, error, index < mostSuggestions))
    .filter((item) => item !== undefined);
}

function versionFinding(root: Node): Finding | undefined {
  const { node, isExact } = walk(root, ["revpact"]);
  if (!isExact || node.kind !== "scalar" || node.value === 1) return undefined;
  return finding("SCH106", spanOf(node), { written: String(node.value), supported: "1" });
}

/** What was meant is searched for in so many findings of a file; a file with more is no contract with typing mistakes. */
const mostSuggestions = 200;

interface Place {
  readonly path: readonly string[];
  readonly node: Node;
  /** The key the value stands under, for messages; the last key of the path. */
  readonly key: string;
}

function describe(root: Node, error: SchemaError, isSuggesting: boolean): Finding | undefined {
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  const { node } = walk(root, path);
  const key = path.findLast((step) => !/^\d+$/.test(step)) ?? "";
  const place = { path, node, key };
  const clause = path.length === 0 ? {} : { clause: path.join(".") };
  switch (error.keyword) {
    case "additionalProperties":
    case "unevaluatedProperties":
      return isSuggesting ? suggestKey(place, error, clause) : unknownKey(place, error, clause);
    case "required":
      return missingKey(root, place, error, clause);
    case "type":
      return wrongType(place, error, clause);
    case "propertyNames":
      return invalidId(place, error, clause);
    case "pattern":
    case "not":
      // Reported once, by the propertyNames error that follows, where it is about a key.
      return error.propertyName === undefined ? invalidValue(place, error, clause) : undefined;
    default:
      return error.propertyName === undefined ? invalidValue(place, error, clause) : undefined;
  }
}

function unescapePointer(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

interface UnknownKey {
  readonly key: string;
  readonly span: Span;
  readonly known: readonly string[];
}

function readUnknownKey({ node }: Place, error: SchemaError): UnknownKey {
  const key = String(error.params["additionalProperty"] ?? error.params["unevaluatedProperty"]);
  const entry = node.kind === "map" ? node.entries.get(key) : undefined;
  const known = Object.keys(recordOf(error.parentSchema?.["properties"]));
  return { key, span: spanOf(entry?.key ?? node), known };
}

function unknownKey(place: Place, error: SchemaError, clause: { clause?: string }): Finding {
  const { key, span, known } = readUnknownKey(place, error);
  return finding("SCH101", span, { key, place: titleOf(error), suggestion: "", known }, clause);
}

function suggestKey(place: Place, error: SchemaError, clause: { clause?: string }): Finding {
  const { key, span, known } = readUnknownKey(place, error);
  const { node } = place;
  const isFree = (name: string) => node.kind !== "map" || !node.entries.has(name);
  const suggestion = nearest(key, known.filter(isFree));
  if (suggestion === undefined) return unknownKey(place, error, clause);
  const title = { en: `Write "${suggestion}"`, fr: `Écrire «\u00a0${suggestion}\u00a0»` };
  const fixes = [{ title, isSafe: true, edits: [{ span, text: suggestion }] }];
  return finding("SCH101", span, { key, place: titleOf(error), suggestion, known }, { ...clause, fixes });
}

function missingKey(root: Node, { path, node }: Place, error: SchemaError, clause: { clause?: string }): Finding {
  const parentKey = path.length === 0 ? undefined : walk(root, path).key;
  const span = parentKey === undefined ? spanBetween(node.source, node.start, node.start) : spanOf(parentKey);
  return finding("SCH102", span, { key: String(error.params["missingProperty"]), place: titleOf(error) }, clause);
}

function wrongType({ node, key }: Place, error: SchemaError, clause: { clause?: string }): Finding {
  const args = {
    key,
    expected: typesOf(error),
    found: isEndless(node) ? "endless" : kindOf(node),
    form: formOf(node, error),
  };
  return finding("SCH103", spanOf(node), args, clause);
}

/** `.inf` and `.nan` are numbers to YAML; no schema takes them for one. */
function isEndless(node: Node): boolean {
  return node.kind === "scalar" && typeof node.value === "number" && !Number.isFinite(node.value);
}

/** What a value of the right kind looks like: an example of the schema, or an outline of it. */
function formOf(node: Node, error: SchemaError): string {
  const examples = error.parentSchema?.["examples"];
  if (Array.isArray(examples) && examples.length > 0) return writeExample(examples[0]);
  const choices = error.parentSchema?.["enum"];
  if (Array.isArray(choices)) return String(choices[0]);
  const types = typesOf(error);
  const isScalar = node.kind === "scalar" && node.value !== null;
  if (types.includes("string")) return isScalar ? `"${asWritten(node)}"` : "";
  if (types.includes("array")) return isScalar ? `[${asWritten(node)}]` : "[{ … }]";
  return types.includes("object") ? outlineOf(error.parentSchema) : "";
}

function outlineOf(schema: SchemaError["parentSchema"]): string {
  const required = schema?.["required"];
  const known = Object.keys(recordOf(schema?.["properties"]));
  const keys = Array.isArray(required) && required.length > 0 ? required.map(String) : known.slice(0, 2);
  return keys.length === 0 ? "" : `{ ${keys.map((key) => `${key}: …`).join(", ")} }`;
}

/** Groups whose keys are days, periods or languages; resolving reads those and says what is wrong with them. */
const readLater: ReadonlySet<string> = new Set(["hours", "except", "label", "title", "definition", "because"]);

function invalidId({ node, key }: Place, error: SchemaError, clause: { clause?: string }): Finding | undefined {
  const id = String(error.params["propertyName"]);
  const entry = node.kind === "map" ? node.entries.get(id) : undefined;
  const span = spanOf(entry?.key ?? node);
  const reference = String(recordOf(error.parentSchema?.["propertyNames"])["$ref"]);
  if (/\/(?:entryId|optionId)$/.test(reference))
    return finding("SCH105", span, { id, isReserved: reservedIds.includes(id) ? "yes" : "no" }, clause);
  if (readLater.has(key)) return undefined;
  const form = reference.endsWith("/languageCode") ? "fr, en" : "stages.pre-mql";
  return finding("SCH104", span, { key, written: id, choices: [], form, suggestion: "" }, clause);
}

/** A token written out is not repeated: findings get into logs. */
function invalidValue({ node, key }: Place, error: SchemaError, clause: { clause?: string }): Finding {
  const written = key === "token" ? "[redacted]" : writtenAt(node);
  const choices = choicesOf(error);
  const form = exampleOf(error);
  return finding(
    "SCH104",
    spanOf(node),
    { key, written, choices, form, suggestion: nearest(written, choices) ?? "" },
    clause,
  );
}

/** A value as the text has it: `.nan` is no NaN to a reader. */
function asWritten({ value, source, start, end }: Extract<Node, { kind: "scalar" }>): string {
  return typeof value === "string" ? value : source.text.slice(start, end);
}

function writtenAt(node: Node): string {
  return node.kind === "scalar" ? String(node.value) : shorten(node.source.text.slice(node.start, node.end));
}

function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function choicesOf(error: SchemaError): readonly string[] {
  const allowed = error.keyword === "const" ? [error.params["allowedValue"]] : error.params["allowedValues"];
  return Array.isArray(allowed) ? allowed.map(String) : [];
}

function exampleOf(error: SchemaError): string {
  const examples = error.parentSchema?.["examples"];
  if (Array.isArray(examples) && examples.length > 0) return examples.slice(0, 3).map(writeExample).join(", ");
  return limitOf(error);
}

/** An example of the schema as one would write it in YAML, on one line. */
function writeExample(example: unknown): string {
  if (Array.isArray(example)) return `[${example.map(writeExample).join(", ")}]`;
  if (typeof example !== "object" || example === null) return String(example);
  const pairs = Object.entries(example).map(([key, value]) => `${key}: ${writeExample(value)}`);
  return `{ ${pairs.join(", ")} }`;
}

function limitOf(error: SchemaError): string {
  if (error.keyword === "minItems") return "[…]";
  if (error.keyword === "minLength") return '"…"';
  const limit = error.params["limit"];
  const comparison = error.params["comparison"];
  if (limit !== undefined) return comparison === undefined ? String(limit) : `${String(comparison)} ${String(limit)}`;
  return String(error.parentSchema?.["title"] ?? error.keyword);
}

function titleOf(error: SchemaError): string {
  return String(error.parentSchema?.["title"] ?? "this group");
}

function typesOf(error: SchemaError): readonly string[] {
  const { type } = error.params;
  return Array.isArray(type) ? type.map(String) : String(type).split(",");
}

function kindOf(node: Node): string {
  if (node.kind === "map") return "object";
  if (node.kind === "list") return "array";
  return node.value === null ? "null" : typeof node.value;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  // Schemas are our own JSON: an object here is a plain one.
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
