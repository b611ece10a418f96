import { compareText } from "../diagnostics/index.ts";
import { canonicalJson, jsonOf } from "./canonical-json.ts";

/** JSON with sorted keys, two levels spread out and one line for each thing below: small, and a diff shows what changed. */
export function renderLines(value: object): string {
  return `${spread(value, 0)}\n`;
}

const levels = 2;

// A ledger is written after every step, and all of its entries but one are those of the step before.
const known = new WeakMap<object, string>();

function lineOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const line = known.get(value) ?? canonicalJson(jsonOf(value));
  known.set(value, line);
  return line;
}

function spread(value: unknown, level: number): string {
  if (level === levels || typeof value !== "object" || value === null) return lineOf(value);
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item: unknown) => spread(item, level + 1))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .sort(([a], [b]) => compareText(a, b))
        .map(([key, item]) => `${JSON.stringify(key)}: ${spread(item, level + 1)}`);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (items.length === 0) return `${open}${close}`;
  const indent = "  ".repeat(level);
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}
