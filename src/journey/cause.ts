/** Why a record enters a stage. */
export type Cause =
  | "given"
  | "birth"
  | "criteria"
  | "hand"
  | "departure"
  | "handoff"
  | "reason"
  | "refusal"
  | "expiry"
  | "placement";
