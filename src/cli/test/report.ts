import type { Finding, Language } from "../../diagnostics/index.ts";
import type { Terms } from "../../journey/index.ts";
import type { Source } from "../../language/index.ts";
import type { Coverage, MutationResult, TestResult } from "../../testing/index.ts";
import type { Paint } from "../terminal.ts";

/** What one contract's tests came to. */
export interface TestReport {
  readonly contract: { readonly name: string; readonly version: string; readonly file: string };
  readonly terms: Terms;
  readonly files: readonly { readonly file: string; readonly results: readonly TestResult[] }[];
  readonly findings: readonly Finding[];
  readonly sources: readonly Source[];
  /** Tests that `--filter` left out. */
  readonly leftOut: number;
  readonly coverage?: Coverage;
  readonly mutation?: MutationResult;
}

/** How a report is laid out. */
export interface ReportStyle {
  readonly language: Language;
  readonly paint: Paint;
}

/** True where a test did not pass. */
export function isFailed({ mismatches }: TestResult): boolean {
  return mismatches.length > 0;
}

/** Every result of a report. */
export function resultsOf({ files }: TestReport): readonly TestResult[] {
  return files.flatMap(({ results }) => results);
}
