import { type Finding, type Language, renderFinding } from "../../../diagnostics/index.ts";
import { countFindings, type Report, type ReportStyle } from "../report.ts";

/** Every finding with its place, words and identity, as `schemas/findings.v1.schema.json` describes it. */
export function renderJson(report: Report, { language }: ReportStyle): string {
  const { version, contracts, findings, suppressed } = report;
  const document = {
    formatVersion: 1,
    revpact: version,
    language,
    contracts,
    summary: { ...countFindings(findings), suppressed: suppressed.length },
    findings: findings.map((item) => findingAsJson(item, language)),
    suppressed: suppressed.map(({ finding, ...answer }) => ({ ...answer, finding: findingAsJson(finding, language) })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A finding in words of one language; `args` are what the words are made from. */
function findingAsJson(item: Finding, language: Language) {
  const { message, help, why, related, witness } = renderFinding(item, language);
  return {
    ...item,
    related: item.related.map((other, index) => ({ ...other, message: related[index] ?? "" })),
    message,
    help,
    why,
    url: urlOf(item),
    ...(witness === undefined ? {} : { witness }),
    fixes: item.fixes.map((fix) => ({ ...fix, title: fix.title[language] })),
  };
}

/** Where the page of a finding's code is: in the program itself. */
export function urlOf({ code }: Pick<Finding, "code">): string {
  return `revpact:explain/${code}`;
}
