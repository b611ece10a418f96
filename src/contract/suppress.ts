import {
  type ArgsOf,
  catalogue,
  codes,
  type Finding,
  finding,
  hasErrors,
  isCode,
  nearest,
} from "../diagnostics/index.ts";
import type { Suppression } from "../language/index.ts";

/** A finding that a comment of the contract answers. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly until?: string;
}

/** Findings that stay, those that a comment answers, and what is wrong with such comments (VER908). */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Takes out the warnings and infos that comments answer, with a reason and until their date; errors stay. */
export function suppress(found: readonly Finding[], suppressions: readonly Suppression[], asOf: string): Suppressed {
  const usable = suppressions.filter((one) => faultOf(one, asOf) === undefined);
  const suppressed: SuppressedFinding[] = [];
  const kept: Finding[] = [];
  const used = new Set<string>();
  for (const item of found) {
    const by = usable.find((one) => covers(one, item));
    if (by === undefined) kept.push(item);
    else {
      used.add(useOf(by, item.code));
      suppressed.push({ finding: item, reason: by.reason, ...(by.until === undefined ? {} : { until: by.until }) });
    }
  }
  const isWhole = !hasErrors(found);
  const stale = suppressions.flatMap((one) => staleFindings(one, { asOf, used, isWhole }));
  return { findings: [...kept, ...stale], suppressed };
}

function covers({ codes: named, lines, span }: Suppression, item: Finding): boolean {
  const { file, start } = item.primary;
  if (item.severity === "error" || !named.includes(item.code)) return false;
  return file === span.file && start.line >= lines.first && start.line <= lines.last;
}

function useOf({ span }: Suppression, code: string): string {
  return `${span.file}:${span.start.offset} ${code}`;
}

type Cause = ArgsOf<"VER908">["cause"];

/** What makes a comment say nothing: no code, no reason, a date that is none or has passed. */
function faultOf({ codes: named, reason, until, isDated }: Suppression, asOf: string): Cause | undefined {
  if (named.length === 0) return "no-code";
  if (reason === "") return "no-reason";
  if (!isDated) return "no-date";
  return until !== undefined && until < asOf ? "expired" : undefined;
}

function staleFindings(
  one: Suppression,
  { asOf, used, isWhole }: { readonly asOf: string; readonly used: ReadonlySet<string>; readonly isWhole: boolean },
): readonly Finding[] {
  const stale = (cause: Cause, code: string) =>
    finding("VER908", one.span, { code, cause, until: one.until ?? "", suggestion: suggestionFor(code, cause) });
  const fault = faultOf(one, asOf);
  if (fault !== undefined) return [stale(fault, one.codes.join(", "))];
  return one.codes.flatMap((code) => {
    if (!isCode(code)) return [stale("unknown-code", code)];
    if (catalogue[code].severity === "error") return [stale("error", code)];
    // While a contract has errors, rules wait: what a comment answers may only not have been asked yet.
    return isWhole && !used.has(useOf(one, code)) ? [stale("unused", code)] : [];
  });
}

function suggestionFor(code: string, cause: Cause): string {
  return cause === "unknown-code" ? (nearest(code.toUpperCase(), codes) ?? "") : "";
}
