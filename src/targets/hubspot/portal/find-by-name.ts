import { nearest } from "../../../diagnostics/index.ts";
import type { Listing } from "./portal-facts.ts";

/** Why a name leads to nothing, with what the portal has instead. */
export type NameProblem =
  | { readonly cause: "absent"; readonly guess: string | undefined; readonly candidates: readonly string[] }
  | { readonly cause: "several" }
  | { readonly cause: "refused"; readonly scopes: readonly string[] };

/** The one thing of a name, or why there is none. */
export type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: NameProblem };

/** Finds a thing by one of its names. Case counts only where it tells two apart: people write names as they say them. */
export function findByName<T>(listing: Listing<T>, name: string, namesOf: (entry: T) => readonly string[]): Found<T> {
  if (listing.kind === "refused") return { ok: false, problem: { cause: "refused", scopes: listing.scopes } };
  const wanted = folded(name);
  const alike = listing.entries.filter((entry) => namesOf(entry).some((other) => folded(other) === wanted));
  const exact = alike.filter((entry) => namesOf(entry).includes(name));
  const [only, second] = exact.length > 0 ? exact : alike;
  if (only !== undefined && second === undefined) return { ok: true, value: only };
  if (only !== undefined) return { ok: false, problem: { cause: "several" } };
  const candidates = [...new Set(listing.entries.flatMap((entry) => namesOf(entry).slice(0, 1)))].sort();
  return { ok: false, problem: { cause: "absent", guess: nearest(name, candidates), candidates } };
}

const folded = (name: string): string => name.trim().normalize("NFC").toLowerCase();
