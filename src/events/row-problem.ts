import type { ArgsOf, Code, FindingArgs } from "../diagnostics/index.ts";
import type { ColumnKey } from "./columns.ts";

/** The codes about files of events. */
export type EventCode = Extract<Code, `EVT${string}`>;

/** What is wrong with a cell; whoever knows the file makes the finding. */
export interface CellProblem {
  readonly code: EventCode;
  readonly args: FindingArgs;
  readonly column: ColumnKey;
}

/** Builds a problem with the arguments its code asks for. */
export function cellProblem<C extends EventCode>(code: C, column: ColumnKey, args: ArgsOf<C>): CellProblem {
  return { code, column, args };
}
