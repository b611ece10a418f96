import type { FindingArgs } from "./catalogue/index.ts";

/** 64 bits of FNV-1a (Fowler, Noll, Vo) over UTF-16 units, as 16 hexadecimal digits: an identity, not a seal. */
export function hashText(text: string): string {
  // The offset basis cbf29ce484222325 in two halves; the prime is 2^40 + 1b3. BigInt would be fifty times slower.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < text.length; index += 1) {
    low = (low ^ text.charCodeAt(index)) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}

/** The identity of a finding: it survives moved lines and rewritten messages. */
export function fingerprintOf(code: string, clause: string | undefined, args: FindingArgs): string {
  const sorted = Object.keys(args)
    .sort()
    .map((key) => [key, args[key]]);
  return hashText(JSON.stringify([code, clause ?? "", sorted]));
}
