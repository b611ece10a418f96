import { isUtf8 } from "node:buffer";
import { type Finding, finding } from "../../diagnostics/index.ts";
import { type OpenFile, piecesOf } from "./open-file.ts";

/** How the letters of a file are written. */
export type TextEncoding = "utf8" | "latin1";

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Where the text of a file begins: after its byte-order mark. */
export function startOfText(first: Buffer): number {
  return first.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
}

/** Reads a whole file once to make sure that it is text in its encoding, before anything is concluded from it. */
export function checkEncoding(file: OpenFile, encoding: TextEncoding): Finding | undefined {
  let offset = 0;
  let line = 1;
  // The end of a piece may cut a letter, or the line that a finding is about: it is judged with the next one.
  let rest: Buffer = Buffer.alloc(0);
  for (const piece of piecesOf(file)) {
    const bytes = Buffer.concat([rest, piece]);
    if (offset === 0 && isUtf16(bytes)) return wrongEncoding(file, "UTF-16", { line: 1, column: 1, offset: 0 });
    const cut = endOfPiece(bytes);
    const bad = badPlace(bytes.subarray(0, cut), encoding);
    if (bad !== undefined) return findingAt(file, bad, { bytes, line, offset });
    line += countLines(bytes.subarray(0, cut));
    offset += cut;
    rest = Buffer.from(bytes.subarray(cut));
  }
  const bad = badPlace(rest, encoding);
  return bad === undefined ? undefined : findingAt(file, bad, { bytes: rest, line, offset });
}

type Encoding = "UTF-16" | "Latin-1" | "binary";

interface BadPlace {
  readonly encoding: Encoding;
  readonly index: number;
}

function badPlace(bytes: Buffer, encoding: TextEncoding): BadPlace | undefined {
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { encoding: "binary", index: zero };
  if (encoding === "latin1" || isUtf8(bytes)) return undefined;
  return { encoding: "Latin-1", index: firstInvalid(bytes) };
}

/** Halves the bytes until the first that can't be UTF-8 is left. */
function firstInvalid(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 4) {
    const middle = startOfLetter(bytes, low + Math.floor((high - low) / 2));
    if (middle <= low) break;
    if (isUtf8(bytes.subarray(low, middle))) low = middle;
    else high = middle;
  }
  for (let index = low; index < bytes.length; index = Math.max(index + 1, endOfLetter(bytes, index)))
    if (!isUtf8(bytes.subarray(index, endOfLetter(bytes, index)))) return index;
  return low;
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

function startOfLetter(bytes: Buffer, index: number): number {
  let start = index;
  while (start > index - 3 && isContinuation(bytes[start])) start -= 1;
  return start;
}

function endOfLetter(bytes: Buffer, index: number): number {
  let end = index + 1;
  while (end < index + 4 && isContinuation(bytes[end])) end += 1;
  return end;
}

function findingAt(
  file: OpenFile,
  { encoding, index }: BadPlace,
  { bytes, line, offset }: { readonly bytes: Buffer; readonly line: number; readonly offset: number },
): Finding {
  const before = bytes.subarray(0, index);
  const lineStart = lastLineEnd(before);
  const column = [...before.subarray(lineStart).toString("utf8")].length + 1;
  return wrongEncoding(file, encoding, { line: line + countLines(before), column, offset: offset + index });
}

function wrongEncoding(
  { name }: OpenFile,
  encoding: Encoding,
  start: { readonly line: number; readonly column: number; readonly offset: number },
): Finding {
  const end = { ...start, column: start.column + 1, offset: start.offset + 1 };
  return finding("EVT003", { file: name, start, end }, { encoding, file: name });
}

// A line without end is judged in parts, so that no file fills the memory.
const longestLine = 4 << 20;

function endOfPiece(bytes: Buffer): number {
  const end = lastLineEnd(bytes);
  return end === 0 && bytes.length > longestLine ? startOfLetter(bytes, bytes.length - 1) : end;
}

/** After the last line break; 0 where there is none. */
function lastLineEnd(bytes: Buffer): number {
  return bytes.lastIndexOf(0x0a) + 1;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

/** By its byte-order mark, or by a zero in one of the first two characters. */
function isUtf16([first, second, third, fourth]: Buffer): boolean {
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const isLittleEndian = first !== 0 && second === 0 && third !== 0 && fourth === 0;
  const isBigEndian = first === 0 && second !== 0 && third === 0 && fourth !== 0;
  return isMarked || isLittleEndian || isBigEndian;
}
