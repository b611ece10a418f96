import { renderFinding } from "../../../diagnostics/index.ts";
import { type Report, type ReportStyle, weighsAtLeast } from "../report.ts";

/** One line per finding, as compilers write them. */
export function renderConcise(report: Report, { language, least }: ReportStyle): string {
  return report.findings
    .filter((item) => weighsAtLeast(item, least))
    .map((item) => {
      const { file, start } = item.primary;
      return `${file}:${start.line}:${start.column}: ${item.severity} ${item.code} ${renderFinding(item, language).message}\n`;
    })
    .join("");
}
