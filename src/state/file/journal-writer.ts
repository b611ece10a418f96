import { closeSync, fdatasyncSync, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { type Hash, type JournalRecord, renderRecord } from "../../engine/index.ts";
import { syncFolder, writeAtomically } from "./write-atomically.ts";

/** A journal that only its maker appends to. */
export interface JournalWriter {
  /** The record is on the disk once this returns; throws Node's error, with nothing of it left behind. */
  readonly append: (record: JournalRecord) => void;
  /** Puts a journal of these records in its place. */
  readonly renew: (records: readonly JournalRecord[]) => Promise<void>;
  readonly isEmpty: () => boolean;
  readonly close: () => void;
  readonly remove: () => void;
}

/** Makes a journal that must not exist yet: of two makers of one number only one succeeds, the other's error is EEXIST. */
export async function createJournal(
  file: string,
  { records, hash }: { readonly records: readonly JournalRecord[]; readonly hash: Hash },
): Promise<JournalWriter> {
  let descriptor = openSync(file, "wx", 0o600);
  let count = 0;
  let length = 0;
  const append = (record: JournalRecord): void => {
    const bytes = Buffer.from(renderRecord(record, count + 1, hash));
    try {
      for (let written = 0; written < bytes.length; )
        written += writeSync(descriptor, bytes, written, bytes.length - written, length + written);
      fdatasyncSync(descriptor);
    } catch (error) {
      ftruncateSync(descriptor, length); // half a record must not stand before the next one
      throw error;
    }
    count += 1;
    length += bytes.length;
  };
  const renew = async (next: readonly JournalRecord[]): Promise<void> => {
    const text = next.map((record, index) => renderRecord(record, index + 1, hash)).join("");
    await writeAtomically(file, text, 0o600);
    closeSync(descriptor);
    descriptor = openSync(file, "r+", 0o600);
    count = next.length;
    length = Buffer.byteLength(text);
  };
  for (const record of records) append(record);
  await syncFolder(dirname(file));
  return {
    ...{ append, renew, isEmpty: () => count === 0 },
    close: () => closeSync(descriptor),
    remove: () => rmSync(file, { force: true }),
  };
}
