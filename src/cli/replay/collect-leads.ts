import { arrangeRows, type CellProblem, cellProblem } from "../../events/index.ts";
import { groupRows, idsOf } from "../../replay/index.ts";
import type { PlacedRow } from "./placed-row.ts";
import { createSeenRecords } from "./seen-records.ts";

/** Files up to this many bytes are kept in memory, so that the rows of a record may stand anywhere. */
export const mostInMemory = 64_000_000;

/** Takes rows one by one and hands on leads: all rows of a record, and of those that belong to it, in order of time. */
export interface LeadCollector {
  readonly take: (row: PlacedRow) => void;
  readonly end: () => void;
}

/** What becomes of what is collected; a row with an error is left out. */
export interface LeadSink {
  readonly onLead: (rows: readonly PlacedRow[]) => void;
  readonly onProblem: (row: PlacedRow, problem: CellProblem) => void;
}

/** A collector that keeps everything until the end, or one that hands on each lead when the next begins. */
export function createCollector(isInMemory: boolean, sink: LeadSink): LeadCollector {
  return isInMemory ? collectInMemory(sink) : collectInPassing(sink);
}

function collectInMemory(sink: LeadSink): LeadCollector {
  const rows: PlacedRow[] = [];
  return {
    take: (row) => {
      rows.push(row);
    },
    end: () => {
      const leads = groupRows(rows).map((group) => arrange(group, sink));
      for (const lead of leads.toSorted(compareLeads)) sink.onLead(lead);
    },
  };
}

function arrange(rows: readonly PlacedRow[], sink: LeadSink): readonly PlacedRow[] {
  const { rows: arranged, problems } = arrangeRows(rows);
  for (const { row, problem } of problems) sink.onProblem(row, problem);
  return arranged;
}

/** By id, numbers by their size, so that the order of the file shows nowhere. */
function compareLeads([one]: readonly PlacedRow[], [other]: readonly PlacedRow[]): number {
  const [a, b] = [one?.head.record ?? "", other?.head.record ?? ""];
  if (/^\d+$/.test(a) && /^\d+$/.test(b) && a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function collectInPassing(sink: LeadSink): LeadCollector {
  const seen = createSeenRecords();
  let rows: PlacedRow[] = [];
  let ids = new Set<string>();
  const close = () => {
    for (const id of ids) seen.add(id);
    const lead = arrange(rows, sink);
    if (lead.length > 0) sink.onLead(lead);
    rows = [];
    ids = new Set();
  };
  return {
    take: (row) => {
      const own = idsOf(row);
      if (!own.some((id) => ids.has(id))) close();
      const judged = own.find((id) => !ids.has(id) && seen.has(id));
      if (judged !== undefined) {
        sink.onProblem(row, cellProblem("EVT013", "record", { record: judged }));
        return;
      }
      rows.push(row);
      for (const id of own) ids.add(id);
    },
    end: close,
  };
}
