import type { JsonObject, LiveResource } from "../targets/index.ts";
import { canonicalJson, jsonOf } from "./canonical-json.ts";
import type { Semantics } from "./provider.ts";

/** SHA-256 of a UTF-8 text as 64 lower-case hex digits; passed in, because the engine has no built-ins. */
export type Hash = (text: string) => string;

/** What a step expects to find: nothing, an archived object of the name, or an object with this fingerprint. */
export type Precondition = string;

/** The precondition of a creation: nothing has the name. */
export const absent: Precondition = "absent";
const archived: Precondition = "archived";

/** The precondition that the portal meets now, over the attributes named and the revision. */
export function preconditionOf(
  live: LiveResource | undefined,
  attributes: readonly string[],
  { semantics, hash }: { readonly semantics: Semantics; readonly hash: Hash },
): Precondition {
  if (live === undefined) return absent;
  if (live.isArchived) return archived;
  const normalised = semantics.normalise(live);
  const seen: JsonObject = Object.fromEntries(attributes.map((name) => [name, normalised[name] ?? null]));
  return hash(canonicalJson({ attributes: seen, remoteId: live.remoteId ?? null, revision: live.revision ?? null }));
}

/** SHA-256 of the canonical text of a value. */
export function digestOf(value: unknown, hash: Hash): string {
  return hash(canonicalJson(jsonOf(value)));
}
