import type { Act } from "./act.ts";

/** A history that goes where chance seldom leads. */
export interface DirectedHistory {
  readonly acts: readonly Act[];
  /** How long the portal is watched after the last act. */
  readonly watchMs: number;
  /** The workflows into whose ways it leads; absent where it leads into many. */
  readonly aimsAt?: ReadonlySet<string>;
}
