import { closeSync, fdatasyncSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import type { Json } from "../json.ts";
import { localCrmError } from "../problem.ts";
import type { Write } from "./documents.ts";

/** One acknowledged request: its number and what it wrote. */
export interface Entry {
  readonly sequence: number;
  readonly writes: readonly Write[];
}

/** An append-only file of entries; an entry is on disk once `append` returns. */
export interface Journal {
  /** Bytes in the file. */
  readonly size: () => number;
  readonly append: (entry: Entry) => void;
  readonly clear: () => void;
  readonly close: () => void;
}

function parseEntry(line: string): Entry | undefined {
  try {
    const [sequence, writes] = JSON.parse(line) as [Json, Json]; // shape checked on the next line
    if (typeof sequence !== "number" || !Array.isArray(writes)) return undefined;
    return { sequence, writes: writes as unknown as readonly Write[] }; // only append writes this file
  } catch {
    return undefined;
  }
}

/** Entries of a journal file and the length of its intact part. A torn last entry was never acknowledged: it is left out. */
function readEntries(file: string): { entries: readonly Entry[]; intactBytes: number } {
  const bytes = readFileSync(file);
  const entries: Entry[] = [];
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    const entry = end < 0 ? undefined : parseEntry(bytes.toString("utf8", start, end));
    if (entry === undefined) {
      const isLast = end < 0 || end === bytes.length - 1;
      if (!isLast) throw localCrmError({ kind: "corrupt", file });
      break;
    }
    entries.push(entry);
    start = end + 1;
  }
  return { entries, intactBytes: start };
}

function writeAll(descriptor: number, bytes: Buffer, from: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(descriptor, bytes, written, bytes.length - written, from + written);
  }
}

/** Opens (or creates, mode 0600) a journal, drops a torn last entry, and returns what it held. */
export function openJournal(file: string): { journal: Journal; entries: readonly Entry[] } {
  closeSync(openSync(file, "a", 0o600));
  const { entries, intactBytes } = readEntries(file);
  const descriptor = openSync(file, "r+", 0o600);
  ftruncateSync(descriptor, intactBytes);
  let length = intactBytes;
  const append = (entry: Entry): void => {
    const bytes = Buffer.from(`${JSON.stringify([entry.sequence, entry.writes])}\n`);
    try {
      writeAll(descriptor, bytes, length);
      fdatasyncSync(descriptor);
    } catch (error) {
      // A half-written entry must not precede the next one.
      ftruncateSync(descriptor, length);
      throw error;
    }
    length += bytes.length;
  };
  const clear = (): void => {
    ftruncateSync(descriptor, 0);
    fsyncSync(descriptor);
    length = 0;
  };
  return { journal: { size: () => length, append, clear, close: () => closeSync(descriptor) }, entries };
}
