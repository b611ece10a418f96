import { asArray, asObject, asString, type Json, type JsonObject } from "../json.ts";

/** Which requests a fault strikes: the nth (1 = next) whose method and path match, and `times` in all. */
interface FaultTarget {
  /** For people: shown nowhere but in the fault itself. */
  readonly name?: string;
  /** An HTTP method, or "*". */
  readonly method: string;
  /** A path without query; "*" stands for any characters. */
  readonly path: string;
  readonly nth?: number;
  readonly times?: number;
}

/** What goes wrong. Faults "before" leave the portal untouched; the `-after-commit` ones apply the request first. */
type FaultEffect =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: Json;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Answers properly after some milliseconds. */
  | { readonly kind: "slow"; readonly ms: number }
  /** 502 with an HTML page, before. */
  | { readonly kind: "html502" }
  /** Never answers, before. */
  | { readonly kind: "hang" }
  | { readonly kind: "hang-after-commit" }
  /** Closes the connection without an answer, before. */
  | { readonly kind: "drop" }
  | { readonly kind: "drop-after-commit" }
  /** Applies the request, sends the headers and half the body, and closes the connection. */
  | { readonly kind: "cut" };

/** A failure to produce for a test: which request, and what happens to it. */
export type Fault = FaultTarget & FaultEffect;

/** The faults still to strike. */
export interface Faults {
  readonly arm: (faults: readonly Fault[]) => void;
  readonly disarm: () => void;
  /** The fault for a request, if one strikes it; every call counts as a request. */
  readonly next: (method: string, path: string) => Fault | undefined;
}

function matchesPattern(pattern: string, text: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return text === pattern;
  if (!text.startsWith(first)) return false;
  const last = rest.pop() ?? "";
  let position = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}

function matches(fault: Fault, method: string, path: string): boolean {
  const isMethod = fault.method === "*" || fault.method.toUpperCase() === method;
  return isMethod && matchesPattern(fault.path, path);
}

/** Keeps the faults and counts the requests each has seen. */
export function openFaults(initial: readonly Fault[]): Faults {
  let armed = initial.map((fault) => ({ fault, seen: 0 }));
  const next = (method: string, path: string): Fault | undefined => {
    let strike: Fault | undefined;
    for (const each of armed.filter(({ fault }) => matches(fault, method, path))) {
      const isDue = each.seen + 1 >= (each.fault.nth ?? 1);
      // Two faults due at one request: the second waits for the next.
      if (isDue && strike !== undefined) continue;
      each.seen += 1;
      if (isDue) strike = each.fault;
    }
    armed = armed.filter(({ fault, seen }) => seen < (fault.nth ?? 1) + (fault.times ?? 1) - 1);
    return strike;
  };
  return {
    next,
    arm: (faults) => {
      armed = [...armed, ...faults.map((fault) => ({ fault, seen: 0 }))];
    },
    disarm: () => {
      armed = [];
    },
  };
}

const kinds = ["status", "slow", "html502", "hang", "hang-after-commit", "drop", "drop-after-commit", "cut"];

function isFault(fault: JsonObject): boolean {
  const kind = asString(fault["kind"]) ?? "";
  const hasTarget = typeof fault["method"] === "string" && typeof fault["path"] === "string";
  if (!hasTarget || !kinds.includes(kind)) return false;
  const count = (name: string) => fault[name] === undefined || Number.isInteger(fault[name]);
  if (!count("nth") || !count("times")) return false;
  if (kind === "status") return Number.isInteger(fault["status"]);
  return kind !== "slow" || typeof fault["ms"] === "number";
}

/** Faults from the body of the admin route, `{"faults": [...]}`; undefined when one of them is not a fault. */
export function parseFaults(body: Json | undefined): readonly Fault[] | undefined {
  const items = asObject(body)?.["faults"];
  if (!Array.isArray(items)) return undefined;
  const faults = asArray(items).map((item) => asObject(item) ?? {});
  return faults.every(isFault) ? (faults as unknown as readonly Fault[]) : undefined; // isFault checked each
}
