import type { Json } from "../../targets/index.ts";

/** What fits on a line stands on one: a filter or a date of a workflow is read whole, and its diff stays short. */
const lineWidth = 200;

/** A JSON value as lines of a screen's width or two, one element or key per line where it does not fit. */
export function layOutJson(value: Json, indent = ""): string {
  const flat = JSON.stringify(value);
  if (typeof value !== "object" || value === null || indent.length + flat.length <= lineWidth) return flat;
  const deeper = `${indent} `;
  const lines = Array.isArray(value)
    ? value.map((item: Json) => layOutJson(item, deeper))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${layOutJson(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.map((line) => `${deeper}${line}`).join(",\n")}\n${indent}${close}`;
}
