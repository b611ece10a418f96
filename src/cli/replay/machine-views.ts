import { renderFinding } from "../../diagnostics/index.ts";
import type { DifferentLead, ReplayView, ViewOptions } from "./report.ts";

/** One JSON document: leads first, as they come, then the summary. */
export function createJsonView({ write, language }: ViewOptions): ReplayView {
  let count = 0;
  const open = '{\n  "formatVersion": 1,\n  "leads": [';
  return {
    lead: (describe) => {
      write(`${count === 0 ? open : ","}\n    ${JSON.stringify(plainLead(describe()))}`);
      count += 1;
    },
    end: (report) => {
      const { versions, until, totals, summary, log } = report;
      const { label: before } = versions.before;
      const { label: after } = versions.after;
      const rest = {
        contract: versions.after.contract.name,
        before,
        after,
        until: new Date(until.at).toISOString(),
        rows: { read: totals.rows, leftOut: totals.leftOut, later: totals.later },
        replayed: summary.leads,
        different: summary.different,
        kinds: Object.fromEntries(summary.kinds),
        deadlines: summary.deadlines,
        oneSided: summary.oneSided,
        problems: Object.fromEntries(log.counts()),
        findings: log.findings().map((item) => ({
          code: item.code,
          severity: item.severity,
          file: item.primary.file,
          line: item.primary.start.line,
          column: item.primary.start.column,
          message: renderFinding(item, language).message,
          help: renderFinding(item, language).help,
        })),
      };
      const tail = JSON.stringify(rest, null, 2).slice(1);
      write(`${count === 0 ? `${open}]` : "\n  ]"},${tail}\n`);
    },
  };
}

function plainLead({ record, at, kinds, before, after }: DifferentLead): object {
  return { record, at: new Date(at).toISOString(), kinds, before, after };
}

/** A row per lead that is treated differently. */
export function createCsvView({ write }: ViewOptions): ReplayView {
  const line = (cells: readonly string[]) => write(`${cells.map(quoteCell).join(",")}\r\n`);
  let isBegun = false;
  const begin = () => {
    if (!isBegun)
      line(["record", "at", "kinds", "before", "before-why", "before-clause", "after", "after-why", "after-clause"]);
    isBegun = true;
  };
  return {
    lead: (describe) => {
      begin();
      const { record, at, kinds, before, after } = describe();
      const sides = [before, after].flatMap(({ text, because, clause }) => [text, because.join("; "), clause]);
      line([record, new Date(at).toISOString(), kinds.join(";"), ...sides]);
    },
    end: begin,
  };
}

/** A cell that a spreadsheet would take for a formula is marked as text. */
function quoteCell(text: string): string {
  const safe = /^[=+@\t\r]|^-[^\d]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
