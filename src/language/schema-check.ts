import { type Finding, finding, nearest } from "../diagnostics/index.ts";
import { validateContract, validatePart } from "./generated/validators.js";
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

/** Which of the two kinds of file a text is. */
export type FileKind = "contract" | "part";

/** Checks the shape of one file against its published schema; one finding per problem, at the smallest token. */
export function checkShape(root: Node, kind: FileKind): readonly Finding[] {
  const version = versionFinding(root);
  if (version !== undefined) return [version];
  const validate: SchemaValidator = kind === "contract" ? validateContract : validatePart;
  if (validate(dataOf(root))) return [];
  return (validate.errors ?? []).map((error) => describe(root, error)).filter((item) => item !== undefined);
}

function versionFinding(root: Node): Finding | undefined {
  const { node, isExact } = walk(root, ["revpact"]);
  if (!isExact || node.kind !== "scalar" || node.value === 1) return undefined;
  return finding("SCH106", spanOf(node), { written: String(node.value), supported: "1" });
}

interface Place {
  readonly path: readonly string[];
  readonly node: Node;
  /** The key the value stands under, for messages; the last key of the path. */
  readonly key: string;
}

function describe(root: Node, error: SchemaError): Finding | undefined {
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  const { node } = walk(root, path);
  const key = path.findLast((step) => !/^\d+$/.test(step)) ?? "";
  const place = { path, node, key };
  const clause = path.length === 0 ? {} : { clause: path.join(".") };
  switch (error.keyword) {
    case "additionalProperties":
    case "unevaluatedProperties":
      return unknownKey(place, error, clause);
    case "required":
      return missingKey(root, place, error, clause);
    case "type":
      return finding(
        "SCH103",
        spanOf(node),
        { key: place.key || "this file", expected: typesOf(error), found: kindOf(node) },
        clause,
      );
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

function unknownKey({ node }: Place, error: SchemaError, clause: { clause?: string }): Finding {
  const key = String(error.params["additionalProperty"] ?? error.params["unevaluatedProperty"]);
  const entry = node.kind === "map" ? node.entries.get(key) : undefined;
  const span = spanOf(entry?.key ?? node);
  const known = Object.keys(recordOf(error.parentSchema?.["properties"]));
  const taken = node.kind === "map" ? new Set(node.entries.keys()) : new Set<string>();
  const suggestion =
    nearest(
      key,
      known.filter((name) => !taken.has(name)),
    ) ?? "";
  const fixes =
    suggestion === ""
      ? []
      : [
          {
            title: { en: `Write "${suggestion}"`, fr: `Écrire «\u00a0${suggestion}\u00a0»` },
            isSafe: true,
            edits: [{ span, text: suggestion }],
          },
        ];
  return finding("SCH101", span, { key, place: titleOf(error), suggestion, known }, { ...clause, fixes });
}

function missingKey(root: Node, { path, node }: Place, error: SchemaError, clause: { clause?: string }): Finding {
  const parentKey = path.length === 0 ? undefined : walk(root, path).key;
  const span = parentKey === undefined ? spanBetween(node.source, node.start, node.start) : spanOf(parentKey);
  return finding("SCH102", span, { key: String(error.params["missingProperty"]), place: titleOf(error) }, clause);
}

function invalidId({ node }: Place, error: SchemaError, clause: { clause?: string }): Finding {
  const id = String(error.params["propertyName"]);
  const entry = node.kind === "map" ? node.entries.get(id) : undefined;
  return finding(
    "SCH105",
    spanOf(entry?.key ?? node),
    { id, isReserved: reservedIds.includes(id) ? "yes" : "no" },
    clause,
  );
}

function invalidValue({ node, key }: Place, error: SchemaError, clause: { clause?: string }): Finding {
  const written = node.kind === "scalar" ? String(node.value) : kindOf(node);
  const choices = choicesOf(error);
  const form = exampleOf(error);
  return finding(
    "SCH104",
    spanOf(node),
    { key, written, choices, form, suggestion: nearest(written, choices) ?? "" },
    clause,
  );
}

function choicesOf(error: SchemaError): readonly string[] {
  const allowed = error.keyword === "const" ? [error.params["allowedValue"]] : error.params["allowedValues"];
  return Array.isArray(allowed) ? allowed.map(String) : [];
}

function exampleOf(error: SchemaError): string {
  const examples = error.parentSchema?.["examples"];
  if (Array.isArray(examples) && examples.length > 0) return examples.slice(0, 3).map(String).join(", ");
  return limitOf(error);
}

function limitOf(error: SchemaError): string {
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
