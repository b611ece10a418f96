import type { Json } from "../json.ts";

/** Which requests a fault strikes: the nth (1 = next) whose method and path match, and `times` in all. */
interface FaultTarget {
  /** For people: what the list of faults calls it. */
  readonly name?: string;
  /** An HTTP method, or "*". */
  readonly method: string;
  /** A path without query, in which "*" stands for any characters; or a route such as /crm/v3/lists/{listId}, in any version. */
  readonly path: string;
  readonly nth?: number;
  readonly times?: number;
}

/** What goes wrong. Faults "before" leave the portal untouched; the `-after-commit` ones apply the request first. */
export type FaultEffect =
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
  | { readonly kind: "cut" }
  /** Somebody saves the workflow of the path just before the request is served. */
  | { readonly kind: "edited-meanwhile" }
  /** Answers as if the request were applied, and keeps nothing of it. */
  | { readonly kind: "echo-only" };

/** A failure to produce for a test: which request, and what happens to it. */
export type Fault = FaultTarget & FaultEffect;

/** A request as faults see it. */
export interface Struck {
  readonly method: string;
  readonly path: string;
  /** The route that serves it, as the oldest version writes it. */
  readonly route?: string;
}

/** The faults still to strike, and those that did. */
export interface Faults {
  readonly arm: (faults: readonly Fault[]) => void;
  readonly disarm: () => void;
  /** The fault for a request, if one strikes it; every call counts as a request. */
  readonly next: (request: Struck) => Fault | undefined;
  /** Faults that wait, each with the requests it has seen. */
  readonly armed: () => readonly (Fault & { readonly seen: number })[];
  /** What faults struck, in order. */
  readonly struck: () => readonly (Struck & { readonly fault: string })[];
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

function matches(fault: Fault, { method, path, route }: Struck): boolean {
  const isMethod = fault.method === "*" || fault.method.toUpperCase() === method;
  return isMethod && (fault.path === route || matchesPattern(fault.path, path));
}

/** How many strikes the list of them remembers. */
const mostStruck = 1000;

/** Keeps the faults and counts the requests each has seen. */
export function openFaults(initial: readonly Fault[]): Faults {
  let armed = initial.map((fault) => ({ fault, seen: 0 }));
  const struck: (Struck & { readonly fault: string })[] = [];
  const next = (request: Struck): Fault | undefined => {
    let strike: Fault | undefined;
    for (const each of armed.filter(({ fault }) => matches(fault, request))) {
      const isDue = each.seen + 1 >= (each.fault.nth ?? 1);
      // Two faults due at one request: the second waits for the next.
      if (isDue && strike !== undefined) continue;
      each.seen += 1;
      if (isDue) strike = each.fault;
    }
    armed = armed.filter(({ fault, seen }) => seen < (fault.nth ?? 1) + (fault.times ?? 1) - 1);
    return strike;
  };
  const note = (request: Struck, fault: Fault | undefined): Fault | undefined => {
    if (fault !== undefined && struck.length < mostStruck) struck.push({ ...request, fault: nameOf(fault) });
    return fault;
  };
  return {
    next: (request) => note(request, next(request)),
    armed: () => armed.map(({ fault, seen }) => ({ ...fault, name: nameOf(fault), seen })),
    struck: () => struck,
    arm: (faults) => {
      armed = [...armed, ...faults.map((fault) => ({ fault, seen: 0 }))];
    },
    disarm: () => {
      armed = [];
    },
  };
}

function nameOf(fault: Fault): string {
  return fault.name ?? (fault.kind === "status" ? `status ${fault.status}` : fault.kind);
}
