import { posix } from "node:path";
import { type Finding, type Language, renderFinding } from "../../diagnostics/index.ts";
import { escapeData, escapeProperty } from "../formats/workflow-command.ts";
import type { Verdict } from "./verdict.ts";

/** GitHub shows ten errors and ten warnings of a step and forgets the rest. */
const mostPerKind = 10;

/** Findings and breaking changes as annotations at their lines, the worst first; `below` leads from the root to where the command runs. */
export function renderAnnotations(verdict: Verdict, below: string, language: Language): string {
  const findings = verdict.checks.flatMap((check) => check.findings);
  const errors = findings
    .filter(({ severity }) => severity === "error")
    .map((item) => annotation(item, below, language));
  const changes = breakingChanges(verdict, below, language);
  const warnings = findings
    .filter(({ severity }) => severity === "warning")
    .map((item) => annotation(item, below, language));
  const shown = [...errors.slice(0, mostPerKind), ...[...changes, ...warnings].slice(0, mostPerKind)];
  return shown.map((line) => `${line}\n`).join("");
}

function annotation(item: Finding, below: string, language: Language): string {
  const { message, help } = renderFinding(item, language);
  const { file, start, end } = item.primary;
  const place = `file=${escapeProperty(posix.join(below, file))},line=${start.line},endLine=${end.line}`;
  return `::${item.severity} ${place},title=${escapeProperty(`${item.code} ${item.name}`)}::${escapeData(`${message}\n→ ${help}`)}`;
}

/** At the clause in the newer version, or the nearest above it that is still there. */
function breakingChanges({ difference }: Verdict, below: string, language: Language): readonly string[] {
  if (difference === undefined) return [];
  return difference.comparison.changes
    .filter(({ level }) => level === "breaking")
    .map(({ clause, sentence, kind }) => {
      const { file, start } = difference.head.contract.locate.spanOf(clause.split("."), "key");
      const place = `file=${escapeProperty(posix.join(below, file))},line=${start.line}`;
      return `::warning ${place},title=${escapeProperty(kind)}::${escapeData(sentence[language])}`;
    });
}
