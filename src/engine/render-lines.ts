import type { Json } from "../targets/index.ts";
import { isJsonArray, isJsonObject, jsonOf, sortKeys } from "./canonical-json.ts";

/** JSON with sorted keys, two levels spread out and one line for each thing below: small, and a diff shows what changed. */
export function renderLines(value: unknown): string {
  return `${spread(sortKeys(jsonOf(value)), 0)}\n`;
}

const levels = 2;

function spread(value: Json, level: number): string {
  const compact = JSON.stringify(value);
  if (level === levels || compact.length <= 2) return compact;
  const [open, close, items] = itemsOf(value, level);
  if (items === undefined) return compact;
  const indent = "  ".repeat(level);
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}

function itemsOf(value: Json, level: number): readonly [string, string, readonly string[] | undefined] {
  if (isJsonArray(value)) return ["[", "]", value.map((item) => spread(item, level + 1))];
  if (!isJsonObject(value)) return ["", "", undefined];
  const items = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${spread(item, level + 1)}`);
  return ["{", "}", items];
}
