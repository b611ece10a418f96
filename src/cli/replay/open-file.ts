import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { codeOf } from "../files/find-contract.ts";

/** A file that is read piece by piece. */
export interface OpenFile {
  readonly descriptor: number;
  readonly size: number;
  /** As people are shown it. */
  readonly name: string;
}

/** Reads a file by a function and closes it whatever happens. */
export async function withFile<T>(path: string, read: (file: OpenFile) => Promise<Result<T>>): Promise<Result<T>> {
  const opened = open(path);
  if (!opened.ok) return opened;
  try {
    return await read(opened.value);
  } finally {
    closeSync(opened.value.descriptor);
  }
}

function open(path: string): Result<OpenFile> {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch (problem) {
    return fail(
      exitCodes.usage,
      `${path} can't be read (${codeOf(problem)})`,
      "check that the file exists and that you may read it",
    );
  }
  const stats = fstatSync(descriptor);
  if (stats.isFile()) return succeed({ descriptor, size: stats.size, name: path });
  closeSync(descriptor);
  return fail(exitCodes.usage, `${path} is no file`, "give the path of a CSV file");
}

const pieceBytes = 1 << 20;

/** The bytes of a file from an offset on, in pieces that their reader may keep. */
export function* piecesOf({ descriptor }: OpenFile, from = 0): Generator<Buffer> {
  for (let offset = from; ; ) {
    const buffer = Buffer.allocUnsafe(pieceBytes);
    const length = readSync(descriptor, buffer, 0, pieceBytes, offset);
    if (length === 0) return;
    offset += length;
    yield buffer.subarray(0, length);
  }
}

/** Some bytes of a file; fewer at its end. */
export function bytesAt({ descriptor }: OpenFile, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(descriptor, buffer, 0, length, from));
}
