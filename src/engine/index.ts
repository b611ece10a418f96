export type { Address, Json, JsonObject, LiveResource, Resource, ResourceKind } from "../targets/index.ts";
export { type NotReady, type WorkflowState, workflowStates } from "./activation.ts";
export { apply, type Refusal } from "./apply.ts";
export type { ApplyInput, Progress, StepReport } from "./apply-input.ts";
export { canonicalJson, equalJson, isJsonArray, isJsonObject, jsonOf, parseJson } from "./canonical-json.ts";
export type { AttributeChange, AttributeVerdict } from "./compare-attributes.ts";
export {
  type Action,
  type BlockedReason,
  type Difference,
  type DiffInput,
  diff,
  type Reverting,
  soughtBy,
} from "./diff.ts";
export type { Hash, Precondition } from "./fingerprint.ts";
export { isHopeless } from "./hopeless.ts";
export { measureImpact } from "./impact.ts";
export {
  beginRun,
  type Intent,
  type JournalProblem,
  type JournalRecord,
  parseJournal,
  renderRecord,
  replay,
  type StoredState,
  stillOpen,
} from "./journal.ts";
export { emptyLedger, type Ledger, type LedgerEntry, type LedgerProblem, parseLedger, renderLedger } from "./ledger.ts";
export { done, failed, type Outcome } from "./outcome.ts";
export { type PlanProblem, parsePlan, renderPlan } from "./parse-plan.ts";
export {
  type Blocked,
  desiredDigest,
  type Held,
  type Impact,
  isEmptyPlan,
  type ManualStep,
  type Plan,
  type PlanInput,
  plan,
  type Step,
} from "./plan.ts";
export type {
  ApiVersion,
  CreateOutcome,
  Creation,
  Holding,
  Observation,
  PartialObservation,
  PortalIdentity,
  ProviderError,
  ProviderOutcome,
  ProviderReader,
  ProviderWriter,
  RecordCount,
  Semantics,
  SilenceReason,
  Sought,
  StatedCapabilities,
  UpdateRequest,
} from "./provider.ts";
export { type RebuiltLedger, rebuildLedger } from "./rebuild-ledger.ts";
export { type StaleObject, staleObjects } from "./stale-objects.ts";
export type { Lease, LeaseStart, LockHolder, LockStatus, StateProblem, StateStore } from "./state.ts";
export type { ApplyReport, ApplyStatus } from "./verify.ts";
