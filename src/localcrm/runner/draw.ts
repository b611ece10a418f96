/** Mixes one more whole number into a hash of 32 bits (two rounds of MurmurHash3), the same on every machine. */
function mixIn(before: number, part: number): number {
  let hash = Math.imul(before ^ (part >>> 0), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ Math.floor(part / 0x1_0000_0000), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function numberOf(part: number | string): number {
  if (typeof part === "number") return part;
  const number = Number(part);
  if (Number.isSafeInteger(number)) return number;
  let hash = 0;
  for (let index = 0; index < part.length; index += 1) hash = (Math.imul(hash, 31) + part.charCodeAt(index)) | 0;
  return hash >>> 0;
}

/**
 * A whole number from 0 up to 2^32 that follows from the seed and from what it is drawn for. Nothing is remembered
 * between draws: an event that is left out of a history changes no draw of the others.
 */
export function drawInteger(seed: number, ...parts: readonly (number | string)[]): number {
  let hash = mixIn(0x9e3779b9, seed);
  for (const part of parts) hash = mixIn(hash, numberOf(part));
  return hash >>> 0;
}

/** What is drawn evenly between two bounds, both included, in whole milliseconds. */
export function drawBetween(
  span: { readonly from: number; readonly to: number },
  unitMs: number,
  drawn: number,
): number {
  return Math.round((span.from + (span.to - span.from) * (drawn / 0xffff_ffff)) * unitMs);
}
