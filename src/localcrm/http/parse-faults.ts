import { asArray, asObject, asString, type Json, type JsonObject } from "../json.ts";
import type { Fault } from "./faults.ts";
import { effectNamed } from "./named-faults.ts";

const plainKinds = ["status", "slow", "html502", "hang", "hang-after-commit", "drop", "drop-after-commit", "cut"];
const kinds = [...plainKinds, "edited-meanwhile", "echo-only"];

function isFault(fault: JsonObject): boolean {
  const kind = asString(fault["kind"]) ?? "";
  const hasTarget = typeof fault["method"] === "string" && typeof fault["path"] === "string";
  if (!hasTarget || !kinds.includes(kind)) return false;
  const count = (name: string) =>
    fault[name] === undefined || (Number.isInteger(fault[name]) && Number(fault[name]) > 0);
  if (!count("nth") || !count("times")) return false;
  if (kind === "edited-meanwhile") return /\/flows(\/|$)/.test(String(fault["path"]));
  if (kind === "status") return Number.isInteger(fault["status"]);
  return kind !== "slow" || typeof fault["ms"] === "number";
}

/** A fault in words: METHOD PATH [NTH] NAME, such as "POST /crm/v3/lists 2 answer-lost"; undefined when it is none. */
export function parseFault(text: string): Fault | undefined {
  const [, method, path, nth, name = ""] =
    /^(\*|[A-Z]+)\s+(\S+)\s+(?:([1-9]\d{0,5})\s+)?(\S+)$/.exec(text.trim()) ?? [];
  const effect = effectNamed(name);
  if (method === undefined || path === undefined || effect === undefined) return undefined;
  const fault: Fault = { name, method, path, ...(nth === undefined ? {} : { nth: Number(nth) }), ...effect };
  return isFault(fault as unknown as JsonObject) ? fault : undefined; // a fault is made of JSON values
}

/** An object that says a fault: its kind is one of the names, or one of what they stand for. */
function readFault(item: Json): Fault | undefined {
  if (typeof item === "string") return parseFault(item);
  const fault = asObject(item) ?? {};
  const name = asString(fault["kind"]) ?? "";
  const effect = plainKinds.includes(name) ? undefined : effectNamed(name);
  const whole: JsonObject = effect === undefined ? fault : { name, ...fault, ...(effect as unknown as JsonObject) };
  return isFault(whole) ? (whole as unknown as Fault) : undefined; // isFault checked it
}

/** Faults from a body such as {"faults": ["GET /crm/v3/owners rate-limited"]}; undefined when one of them is none. */
export function parseFaults(body: Json | undefined): readonly Fault[] | undefined {
  const items = asObject(body)?.["faults"];
  if (!Array.isArray(items)) return undefined;
  const faults = asArray(items).map(readFault);
  return faults.includes(undefined) ? undefined : faults.filter((fault) => fault !== undefined);
}
