import { type Finding, finding, startOfFile } from "../diagnostics/index.ts";
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
  const encoding = foreignEncoding(bytes);
  if (encoding !== undefined) return { findings: [finding("SYN005", startOfFile(file), { found: encoding })] };
  const source = createSource(file, new TextDecoder("utf-8").decode(bytes));
  const place = isUtf8(bytes) ? -1 : source.text.indexOf("\ufffd");
  const binary = source.text.indexOf("\u0000");
  if (place >= 0)
    return { findings: [finding("SYN005", spanBetween(source, place, place + 1), { found: "Latin-1?" })] };
  if (binary >= 0)
    return { findings: [finding("SYN005", spanBetween(source, binary, binary + 1), { found: "binary" })] };
  return { value: source, findings: [] };
}

function foreignEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "UTF-16 LE";
  if (first === 0xfe && second === 0xff) return "UTF-16 BE";
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
