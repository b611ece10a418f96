import { type Finding, type ForeignEncoding, finding, startOfFile } from "../diagnostics/index.ts";
import { createSource, type Source, spanBetween } from "./source.ts";

/** The largest contract file that is read, in bytes. */
export const maximumFileBytes = 5_000_000;

/** Bytes of a file → text. A byte-order mark of UTF-8 is accepted; anything but UTF-8 is a finding. */
export function decodeSource(
  file: string,
  bytes: Uint8Array,
): { readonly value?: Source; readonly findings: readonly Finding[] } {
  if (bytes.length > maximumFileBytes) {
    const detail = `${(bytes.length / 1_000_000).toFixed(1)} MB > ${maximumFileBytes / 1_000_000} MB`;
    return { findings: [finding("SYN003", startOfFile(file), { problem: "size", detail })] };
  }
  const source = createSource(file, new TextDecoder("utf-8").decode(bytes));
  const foreign = foreignPlace(source, bytes);
  if (foreign === undefined) return { value: source, findings: [] };
  const { found, place } = foreign;
  return { findings: [finding("SYN005", spanBetween(source, place, place + 1), { found })] };
}

function foreignPlace(
  source: Source,
  bytes: Uint8Array,
): { readonly found: ForeignEncoding; readonly place: number } | undefined {
  if (isUtf16(bytes)) return { found: "UTF-16", place: 0 };
  const zero = source.text.indexOf("\u0000");
  if (zero >= 0) return { found: "binary", place: zero };
  return isUtf8(bytes) ? undefined : { found: "Latin-1", place: source.text.indexOf("\ufffd") };
}

/** By its byte-order mark, or without one by a zero in the first character: text starts with an ASCII one. */
function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const isLittleEndian = first !== 0 && second === 0 && third !== 0 && fourth === 0;
  const isBigEndian = first === 0 && second !== 0 && third === 0 && fourth !== 0;
  return isMarked || isLittleEndian || isBigEndian;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
