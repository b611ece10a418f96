import { renderConcise } from "./formats/concise.ts";
import { renderGitHub } from "./formats/github.ts";
import { renderGitLab } from "./formats/gitlab.ts";
import { renderJson } from "./formats/json.ts";
import { renderJUnit } from "./formats/junit.ts";
import { renderMarkdown } from "./formats/markdown.ts";
import { renderPretty } from "./formats/pretty.ts";
import { renderSarif } from "./formats/sarif.ts";
import type { Report, ReportStyle } from "./report.ts";

const formats = {
  pretty: renderPretty,
  concise: renderConcise,
  json: renderJson,
  sarif: renderSarif,
  junit: renderJUnit,
  github: renderGitHub,
  gitlab: renderGitLab,
  markdown: renderMarkdown,
} as const satisfies Readonly<Record<string, (report: Report, style: ReportStyle) => string>>;

/** The output formats of `validate`. */
export type ReportFormat = keyof typeof formats;

/** Every output format, the default of a terminal first. */
export const reportFormats: readonly ReportFormat[] = Object.keys(formats).filter(isReportFormat);

function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(formats, name);
}

/** A report in one format, ending in a line feed. */
export function renderReport(report: Report, format: ReportFormat, style: ReportStyle): string {
  return formats[format](report, style);
}
