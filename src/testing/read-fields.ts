import { isCalendarDate } from "../calendar/index.ts";
import type { Field } from "../contract/index.ts";
import type { FieldValue } from "../journey/index.ts";
import type { Node } from "../language/index.ts";
import { isKnown, type Reading, report } from "./reading.ts";

/** The values of fields under `fields` or `set`; undefined clears one. */
export function readFields(reading: Reading, node: Node | undefined): ReadonlyMap<string, FieldValue | undefined> {
  const values = new Map<string, FieldValue | undefined>();
  if (node?.kind !== "map") return values;
  for (const [name, { key, value }] of node.entries) {
    const field = reading.contract.fields.get(name);
    if (field === undefined) isKnown(reading, key, { name, kind: "field" });
    else values.set(name, readValue(reading, field, value));
  }
  return values;
}

function readValue(reading: Reading, field: Field, node: Node): FieldValue | undefined {
  if (node.kind === "scalar" && node.value === null) return undefined;
  const value = node.kind === "scalar" ? node.value : listOf(node);
  const form = value === undefined || value === null ? formOf(field) : problemOf(field, value);
  if (form === undefined && value !== null) return value;
  const { text } = spanText(node);
  report(reading, node, "TST004", { field: field.id, written: text, form: form ?? formOf(field) });
  return undefined;
}

function spanText(node: Node): { readonly text: string } {
  return { text: node.source.text.slice(node.start, node.end) };
}

function listOf(node: Node): readonly string[] | undefined {
  if (node.kind !== "list") return undefined;
  return node.items.map((item) => (item.kind === "scalar" ? String(item.value) : ""));
}

/** What the field holds instead; undefined where the value fits. */
function problemOf(field: Field, value: FieldValue): string | undefined {
  return fits(field, value) ? undefined : formOf(field);
}

function fits({ type, options, min, max }: Field, value: FieldValue): boolean {
  const isOption = (text: string): boolean => options.some(({ id }) => id === text);
  switch (type) {
    case "number":
    case "money":
      return typeof value === "number" && value >= (min ?? value) && value <= (max ?? value);
    case "boolean":
      return typeof value === "boolean";
    case "text":
      return typeof value === "string";
    case "date":
      return typeof value === "string" && isCalendarDate(value);
    case "datetime":
      return typeof value === "string" && !Number.isNaN(Date.parse(value));
    case "enum":
      return !Array.isArray(value) && isOption(String(value));
    case "enums":
      return Array.isArray(value) && value.every((one) => isOption(String(one)));
    default:
      return type satisfies never;
  }
}

/** What a field holds, in English and in French. */
function formOf({ type, options, min, max }: Field): string {
  const names = options.map(({ id }) => id).join(", ");
  const limits = [min, max].filter((limit) => limit !== undefined).join("–");
  const between = limits === "" ? "" : ` (${limits})`;
  switch (type) {
    case "number":
    case "money":
      return `it holds a number${between}|il contient un nombre${between}`;
    case "boolean":
      return "it holds true or false|il contient true ou false";
    case "text":
      return "it holds a text: put it between quotes|il contient un texte\u00a0: le mettre entre guillemets";
    case "date":
      return "it holds a date such as 2027-03-01|il contient une date comme 2027-03-01";
    case "datetime":
      return "it holds a moment such as 2027-03-01T09:00:00Z|il contient un moment comme 2027-03-01T09:00:00Z";
    case "enum":
      return `it holds one of ${names}|il contient l'une des options ${names}`;
    case "enums":
      return `it holds a list of ${names}|il contient une liste parmi ${names}`;
    default:
      return type satisfies never;
  }
}
