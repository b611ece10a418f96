import { compileContract } from "../../contract/index.ts";
import type { Finding, Fix, Language } from "../../diagnostics/index.ts";
import { applyEdits, createSource, type Source } from "../../language/index.ts";
import type { LoadedContract } from "../files/load-contract.ts";
import { countFindings } from "./report.ts";

/** Which fixes are applied, and what they are judged by. */
export interface FixOptions {
  readonly asOf: string;
  readonly language: Language;
  /** Also those that may change what the contract means. */
  readonly isUnsafeAllowed: boolean;
}

/** One fix that was made, in words. */
export interface FixDone {
  readonly place: string;
  readonly title: string;
}

/** The texts after all fixes, and what was done. */
export interface Fixed {
  readonly sources: readonly Source[];
  readonly done: readonly FixDone[];
}

/** A fix may make another one possible; more rounds than this are a fix that undoes another. */
const mostRounds = 20;

/** Makes all fixes of a contract that can be made without a new error, round after round. */
export function fixContract(loaded: LoadedContract, options: FixOptions): Fixed {
  let fixed: Fixed = { sources: loaded.sources, done: [] };
  let findings = loaded.findings;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = fixOnce(fixed, findings, options);
    if (next === undefined) break;
    fixed = next;
    findings = compileContract(fixed.sources, { asOf: options.asOf }).findings;
  }
  return fixed;
}

/** All fixes of a round together; where that adds an error, one that does not. */
function fixOnce({ sources, done }: Fixed, findings: readonly Finding[], options: FixOptions): Fixed | undefined {
  const fixes = findings.flatMap((item) => {
    const fix = item.fixes.find(({ isSafe }) => isSafe || options.isUnsafeAllowed);
    return fix === undefined ? [] : [{ item, fix }];
  });
  const before = countFindings(findings).errors;
  for (const chosen of [fixes, ...fixes.map((one) => [one])]) {
    const tried = apply(sources, chosen);
    if (tried.made.length === 0) continue;
    const after = compileContract(tried.sources, { asOf: options.asOf }).findings;
    // A text that can't be read any more has few findings: one error, and the rest unasked.
    if (countFindings(after).errors > before || (isUnreadable(after) && !isUnreadable(findings))) continue;
    return { sources: tried.sources, done: [...done, ...tried.made.map((one) => inWords(one, options.language))] };
  }
  return undefined;
}

function isUnreadable(findings: readonly Finding[]): boolean {
  return findings.some(({ code, severity }) => severity === "error" && code.startsWith("SYN"));
}

interface Proposal {
  readonly item: Finding;
  readonly fix: Fix;
}

/** A fix with several edits is made whole or not at all. */
function apply(
  sources: readonly Source[],
  proposals: readonly Proposal[],
): { readonly sources: readonly Source[]; readonly made: readonly Proposal[] } {
  let made = proposals;
  for (;;) {
    const edits = made.flatMap(({ fix }) => fix.edits);
    const results = sources.map((source) => ({
      source,
      ...applyEdits(
        source.text,
        edits.filter(({ span }) => span.file === source.file),
      ),
    }));
    const applied = new Set(results.flatMap((result) => result.applied));
    const whole = made.filter(({ fix }) => fix.edits.every((edit) => applied.has(edit)));
    if (whole.length === made.length)
      return {
        made,
        sources: results.map(({ source, text }) => (text === source.text ? source : createSource(source.file, text))),
      };
    made = whole;
  }
}

function inWords({ item, fix }: Proposal, language: Language): FixDone {
  const { file, start } = item.primary;
  return { place: `${file}:${start.line}:${start.column}`, title: `${item.code} ${fix.title[language]}` };
}
