export { groupRows, idsOf } from "./group-rows.ts";
export { type OneSided, type ReplayRow, type RowReading, readReplayRow } from "./replay-row.ts";
export { createVersions, type LabelledContract, type Side, type Version, type Versions } from "./version.ts";
