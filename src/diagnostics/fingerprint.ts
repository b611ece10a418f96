import type { FindingArgs } from "./catalogue/index.ts";

const prime = 0x100000001b3n;
const offsetBasis = 0xcbf29ce484222325n;
const mask = 0xffffffffffffffffn;

/** 64 bits of FNV-1a (Fowler, Noll, Vo) over UTF-16 units, as 16 hexadecimal digits: an identity, not a seal. */
export function hashText(text: string): string {
  let hash = offsetBasis;
  for (let index = 0; index < text.length; index += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(index))) * prime) & mask;
  }
  return hash.toString(16).padStart(16, "0");
}

/** The identity of a finding: it survives moved lines and rewritten messages. */
export function fingerprintOf(code: string, clause: string | undefined, args: FindingArgs): string {
  const sorted = Object.keys(args)
    .sort()
    .map((key) => [key, args[key]]);
  return hashText(JSON.stringify([code, clause ?? "", sorted]));
}
