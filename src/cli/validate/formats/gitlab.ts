import { posix } from "node:path";
import { type Finding, renderFinding, type Severity } from "../../../diagnostics/index.ts";
import type { Report, ReportStyle } from "../report.ts";

/** GitLab's words for weights, from its Code Quality report format. */
const severities: Readonly<Record<Severity, string>> = { error: "blocker", warning: "major", info: "info" };

/** GitLab's Code Quality report: a list of issues; paths from the repository's root. */
export function renderGitLab(report: Report, { language }: ReportStyle): string {
  const seen = new Map<string, number>();
  const issues = report.findings.map((item) => {
    const { message, help } = renderFinding(item, language);
    const { file, start, end } = item.primary;
    return {
      description: `${item.code} ${message}. ${help}`,
      check_name: item.code,
      fingerprint: uniqueFingerprint(item, seen),
      severity: severities[item.severity],
      location: { path: posix.join(report.below, file), lines: { begin: start.line, end: end.line } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** GitLab merges issues with the same fingerprint: the second one of a kind gets a number. */
function uniqueFingerprint({ fingerprint }: Finding, seen: Map<string, number>): string {
  const count = (seen.get(fingerprint) ?? 0) + 1;
  seen.set(fingerprint, count);
  return count === 1 ? fingerprint : `${fingerprint}-${count}`;
}
