import type { Instant } from "../../calendar/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { DifferenceKind, Summary, Versions } from "../../replay/index.ts";
import type { Paint } from "../terminal.ts";
import type { DifferenceText } from "./describe-account.ts";
import type { FindingLog } from "./finding-log.ts";
import type { RowTotals } from "./read-events.ts";

/** A lead that is treated differently, in words, and in which ways. */
export interface DifferentLead extends DifferenceText {
  readonly kinds: readonly DifferenceKind[];
}

/** What is known once every lead was replayed. */
export interface ReplayReport {
  readonly versions: Versions;
  readonly until: { readonly at: Instant; readonly isAsked: boolean };
  readonly totals: RowTotals;
  readonly summary: Summary;
  readonly log: FindingLog;
}

/** How a report is put into words. */
export interface ReportStyle {
  readonly language: Language;
  readonly paint: Paint;
}

/** Writes leads as they come, then what they come to: a million of them never wait in memory. */
export interface ReplayView {
  /** Putting a lead into words takes time, and is left to the view. */
  readonly lead: (describe: () => DifferentLead) => void;
  readonly end: (report: ReplayReport) => void;
}

/** Where a view writes, and how. */
export interface ViewOptions extends ReportStyle {
  readonly write: (text: string) => void;
}
