import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../../contract/index.ts";
import type { Json } from "../../engine/index.ts";
import { compareTerms, type Terms, termsOf } from "../../review/index.ts";
import { writeFileAtomically } from "../files/write-file.ts";

/** Where the terms of the last apply are kept, beside the ledger. */
export const termsFile = "terms.json";

/** The terms that were applied last; undefined before the first apply, or where the file is not ours. */
export function loadTerms(folder: string): Terms | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(folder, termsFile), "utf8"));
    return isTerms(parsed) ? parsed : undefined;
  } catch {
    return undefined; // only words for people hang on it: without it the plan shows the CRM's changes alone
  }
}

function isTerms(value: unknown): value is Terms {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every(
    (term) => typeof term === "object" && term !== null && isBilingual(term, "subject") && isBilingual(term, "value"),
  );
}

function isBilingual(term: object, key: string): boolean {
  const words: unknown = Object.entries(term).find(([name]) => name === key)?.[1];
  return typeof words === "object" && words !== null && "en" in words && "fr" in words;
}

/** Keeps the terms of a contract that is now in the CRM. */
export function saveTerms(folder: string, contract: Contract): void {
  writeFileAtomically(join(folder, termsFile), `${JSON.stringify(termsOf(contract), null, 2)}\n`);
}

/** What changed in the agreement since the last apply, a sentence per clause in each language. */
export function describeTermChanges(before: Terms | undefined, contract: Contract): readonly Json[] {
  return before === undefined ? [] : compareTerms(before, termsOf(contract)).map((change) => ({ ...change }));
}
