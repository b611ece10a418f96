import type { Bilingual, Finding } from "../../diagnostics/index.ts";

/** What a check of a pipeline came to. */
export type CheckState = "passed" | "failed" | "skipped";

/** One check: its name, what it came to, and why in one sentence. */
export interface Check {
  readonly id: "contract" | "tests" | "changes" | "approvals" | "documents" | "plan";
  readonly state: CheckState;
  readonly summary: Bilingual;
  /** Details in the reader's language, as plain lines. */
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
}

/** A check with what it is about, and nothing found. */
export function checkOf(
  id: Check["id"],
  state: CheckState,
  summary: Bilingual,
  details: { readonly lines?: readonly string[]; readonly findings?: readonly Finding[] } = {},
): Check {
  return { id, state, summary, lines: details.lines ?? [], findings: details.findings ?? [] };
}

/** What people call a check. */
export const checkNames: Readonly<Record<Check["id"], Bilingual>> = {
  contract: { en: "Contract", fr: "Contrat" },
  tests: { en: "Tests", fr: "Tests" },
  changes: { en: "Changes", fr: "Changements" },
  approvals: { en: "Approvals", fr: "Approbations" },
  documents: { en: "Documents", fr: "Documents" },
  plan: { en: "CRM plan", fr: "Plan CRM" },
};

/** How a state is said. */
export const stateNames: Readonly<Record<CheckState, Bilingual>> = {
  passed: { en: "passed", fr: "réussi" },
  failed: { en: "failed", fr: "échoué" },
  skipped: { en: "skipped", fr: "sauté" },
};
