const longestPropertyName = 100;
const longestPipelineId = 36;

/** Lower-case letters, digits and underscores, as HubSpot wants names; `Découverte-1` becomes `decouverte_1`. */
export function snakeCase(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{Diacritic}/gu, "");
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

/** A property, group or pipeline stage name of at most 100 characters, from its prefix and parts. */
export const propertyName = (parts: readonly string[]): string => join(parts, longestPropertyName);

/** A pipeline id of at most 36 characters. */
export const pipelineName = (parts: readonly string[]): string => join(parts, longestPipelineId);

/** Too long a name keeps its beginning and ends in a hash of the whole, so that it stays the same and stays apart. */
function join(parts: readonly string[], longest: number): string {
  const whole = parts
    .map(snakeCase)
    .filter((part) => part !== "")
    .join("_");
  if (whole.length <= longest) return whole;
  const hash = fnv1a(whole);
  return `${whole.slice(0, longest - hash.length - 1)}_${hash}`;
}

/** FNV-1a, 32 bits, as 8 hexadecimal digits: short and the same everywhere; it protects nothing. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
