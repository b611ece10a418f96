import { type Duration, parseDuration } from "../calendar/index.ts";
import type { Contract } from "../contract/index.ts";
import { type EntryKind, type Finding, finding, nearest } from "../diagnostics/index.ts";
import { childOf, type Node, parseShare, spanOf } from "../language/index.ts";

/** What reading a profile collects on the way. */
export interface Reading {
  readonly contract: Contract;
  readonly findings: Finding[];
}

/** A value that is not written as it must be. */
export function refuse(reading: Reading, node: Node, { key, form }: { readonly key: string; readonly form: string }) {
  const args = { key, written: textOf(node), choices: [], form, suggestion: "" };
  reading.findings.push(finding("SCH104", spanOf(node), args));
  return undefined;
}

/** The text of a single value; empty for anything else. */
export function textOf(node: Node | undefined): string {
  return node?.kind === "scalar" && node.value !== null ? String(node.value) : "";
}

/** Each key of a group with its value; a key must be one of the names, else it is told and left out. */
export function entriesOf(
  reading: Reading,
  node: Node | undefined,
  { kind, names }: { readonly kind: EntryKind; readonly names: ReadonlySet<string> },
): readonly (readonly [string, Node])[] {
  if (node?.kind !== "map") return [];
  return [...node.entries].flatMap(([name, { key, value }]) => {
    if (names.has(name)) return [[name, value] as const];
    const known = [...names];
    const args = { kind, name, suggestion: nearest(name, known) ?? "", known };
    reading.findings.push(finding("REF201", spanOf(key), args));
    return [];
  });
}

/** A share under a key. */
export function shareAt(reading: Reading, node: Node | undefined, key: string): number | undefined {
  const place = childOf(node, key);
  return place === undefined ? undefined : readShare(reading, place, key);
}

/** A share of a hundred. */
export function readShare(reading: Reading, node: Node, key: string): number | undefined {
  const share = parseShare(textOf(node));
  return share.ok ? share.value : refuse(reading, node, { key, form: share.form });
}

/** Working time in milliseconds under a key: `12 minutes`. */
export function effortAt(reading: Reading, node: Node | undefined, key: string): number | undefined {
  const place = childOf(node, key);
  if (place === undefined) return undefined;
  const match = /^(\d{1,4}(?:\.\d)?) (minute|hour)s?$/.exec(textOf(place));
  const minutes = Number(match?.[1]) * (match?.[2] === "hour" ? 60 : 1);
  return minutes > 0 ? minutes * 60_000 : refuse(reading, place, { key, form: "12 minutes" });
}

/** A duration of the contract's language under a key. */
export function durationAt(reading: Reading, node: Node | undefined, key: string): Duration | undefined {
  const place = childOf(node, key);
  if (place === undefined) return undefined;
  const parsed = parseDuration(textOf(place));
  return parsed.ok ? parsed.value : refuse(reading, place, { key, form: "1 business day" });
}

/** Leaves out what was not said. */
export function defined<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): Partial<T>;
export function defined(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
