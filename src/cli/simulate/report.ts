import type { Contract } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { Comparison, Preparation, SimulationResult } from "../../simulation/index.ts";
import type { Paint } from "../terminal.ts";

/** A simulation with what it was made from. */
export interface Report {
  readonly contract: Contract;
  readonly preparation: Preparation;
  readonly result: SimulationResult;
  readonly months: number;
  readonly against?: Against;
}

/** The other version, what it came to, and how the two differ. */
export interface Against {
  /** As the user named it. */
  readonly name: string;
  readonly contract: Contract;
  readonly result: SimulationResult;
  readonly comparison: Comparison;
}

/** How a report is put into words. */
export interface TextStyle {
  readonly language: Language;
  readonly paint: Paint;
}
