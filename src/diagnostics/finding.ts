import { type ArgsOf, type Code, catalogue, type FindingArgs, type Severity } from "./catalogue/index.ts";
import { compareText } from "./compare-text.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Bilingual } from "./language.ts";
import { compareSpans, type Span } from "./span.ts";

/** Why a second place is shown beside the first. */
export type RelatedRole =
  | "first-here"
  | "defined-here"
  | "conflicts-with"
  | "also-here"
  | "required-here"
  | "filled-by";

/** Another place that belongs to a finding. */
export interface Related {
  readonly span: Span;
  readonly role: RelatedRole;
}

/** Replaces the text of a span; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A change that removes the cause; `safe` ones may be applied without asking. */
export interface Fix {
  readonly title: Bilingual;
  readonly isSafe: boolean;
  readonly edits: readonly TextEdit[];
}

/** One diagnostic: what is wrong, where, and what follows from it. Rendered per language from `code` and `args`. */
export interface Finding {
  readonly code: Code;
  readonly name: string;
  readonly severity: Severity;
  readonly args: FindingArgs;
  readonly primary: Span;
  readonly related: readonly Related[];
  /** A lead, a timeline or a date that proves it. */
  readonly witness?: Bilingual;
  readonly fixes: readonly Fix[];
  /** The semantic path, such as `handoffs.marketing-to-sdr.deadlines.decision`. */
  readonly clause?: string;
  /** Stable across edits of text and position: a hash of code, clause and arguments. */
  readonly fingerprint: string;
}

/** What a finding may carry besides its code, place and arguments. */
export interface FindingExtras {
  readonly related?: readonly Related[];
  readonly witness?: Bilingual;
  readonly fixes?: readonly Fix[];
  readonly clause?: string;
  readonly severity?: Severity;
}

/** Builds a finding; nothing else may. */
export function finding<C extends Code>(code: C, primary: Span, args: ArgsOf<C>, extras: FindingExtras = {}): Finding {
  const { name, severity } = catalogue[code];
  const { clause, witness } = extras;
  return {
    code,
    name,
    severity: extras.severity ?? severity,
    args,
    primary,
    related: extras.related ?? [],
    fixes: extras.fixes ?? [],
    ...(clause === undefined ? {} : { clause }),
    ...(witness === undefined ? {} : { witness }),
    fingerprint: fingerprintOf(code, clause, args),
  };
}

/**
 * Sorted by place and code, without repetitions; SYN004 on the very place of an error is left out, and so is what was
 * read from a value of the wrong kind.
 */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const errorPlaces = new Set(findings.filter((item) => item.severity === "error").map(placeOf));
  const wrongKinds = new Set(findings.filter((item) => item.code === "SCH103").map(extentOf));
  const seen = new Set<string>();
  return findings
    .toSorted(
      (a, b) =>
        compareSpans(a.primary, b.primary) || compareText(a.code, b.code) || compareText(a.fingerprint, b.fingerprint),
    )
    .filter((item) => {
      const key = `${placeOf(item)} ${item.fingerprint}`;
      const isRepeated = seen.has(key);
      seen.add(key);
      const isConsequence = item.code !== "SCH103" && wrongKinds.has(extentOf(item));
      return !isRepeated && !isConsequence && (item.code !== "SYN004" || !errorPlaces.has(placeOf(item)));
    });
}

/** True when any finding is an error: then no contract is handed on. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((item) => item.severity === "error");
}

function placeOf(item: Finding): string {
  return `${item.primary.file}:${item.primary.start.offset}`;
}

function extentOf(item: Finding): string {
  return `${placeOf(item)}-${item.primary.end.offset}`;
}
