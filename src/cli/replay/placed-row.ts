import type { ReplayRow } from "../../replay/index.ts";
import type { RowPlace } from "./parse-rows.ts";

/** A row that was read, with where it stands. */
export interface PlacedRow extends ReplayRow {
  readonly place: RowPlace;
}
