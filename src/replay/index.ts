export type { Comparison, DifferenceKind, Parting } from "./compare.ts";
export type { Account } from "./explain.ts";
export { groupRows, idsOf } from "./group-rows.ts";
export { type Difference, type LeadReplay, replayLead } from "./replay-lead.ts";
export { type OneSided, type ReplayRow, type RowReading, readReplayRow } from "./replay-row.ts";
export { createTally, type OneSidedName, type Summary, type Tally } from "./tally.ts";
export type { Moment, MomentSource } from "./timeline.ts";
export { createVersions, type LabelledContract, type Side, type Version, type Versions } from "./version.ts";
