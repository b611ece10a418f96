import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { asObject, type Json } from "../json.ts";
import { localCrmError } from "../problem.ts";

/** table → part → key → document. */
export type Tables = Map<string, Map<string, Map<string, Json>>>;

/** A whole portal as of an entry of the journal. */
export interface Snapshot {
  readonly sequence: number;
  readonly tables: Tables;
}

/** 2: histories stand beside the records. */
const format = 2;

function mapOf<T>(value: Json | undefined, read: (inner: Json) => T): Map<string, T> {
  return new Map(Object.entries(asObject(value) ?? {}).map(([key, inner]) => [key, read(inner)]));
}

function parseSnapshot(text: string): Snapshot | "corrupt" | "other-version" {
  try {
    const root = asObject(JSON.parse(text) as Json); // JSON.parse yields Json by definition
    const sequence = root?.["sequence"];
    if (typeof sequence !== "number" || asObject(root?.["tables"]) === undefined) return "corrupt";
    if (root?.["format"] !== format) return "other-version";
    const tables = mapOf(root["tables"], (parts) =>
      mapOf(parts, (documents) => mapOf(documents, (document) => document)),
    );
    return { sequence, tables };
  } catch {
    return "corrupt";
  }
}

/** The snapshot in a file, undefined when there is none; throws "corrupt" or "other-version" when it cannot be read. */
export function readSnapshot(file: string): Snapshot | undefined {
  if (!existsSync(file)) return undefined;
  const snapshot = parseSnapshot(readFileSync(file, "utf8"));
  if (typeof snapshot === "string") throw localCrmError({ kind: snapshot, file });
  return snapshot;
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}

/** Makes a rename in a folder durable; some platforms cannot open folders, where the rename itself must do. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    return;
  }
}

/** Replaces a file at once and durably, mode 0600: a reader sees the old text or the new one. */
export function replaceFile(file: string, text: string): void {
  const temporary = `${file}.new`;
  const descriptor = openSync(temporary, "w", 0o600);
  writeFileSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(temporary, file);
  syncFolder(dirname(file));
}

/** Writes a snapshot in place of the one before; about how many bytes it has. */
export function writeSnapshot(file: string, snapshot: Snapshot): number {
  const text = `${JSON.stringify({ format, ...snapshot }, plain)}\n`;
  replaceFile(file, text);
  return text.length;
}
