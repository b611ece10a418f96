import type { Address, Json, JsonObject, Resource, ResourceKind } from "../targets/index.ts";
import { type Acceptance, acceptanceOf, type Limits } from "./acceptance.ts";
import type { AttributeChange } from "./compare-attributes.ts";
import { type Action, type BlockedReason, type Difference, type DiffInput, diff } from "./diff.ts";
import { digestOf, type Hash, type Precondition, preconditionOf } from "./fingerprint.ts";
import { batchSteps, orderSteps } from "./order-steps.ts";
import type { PortalIdentity, RecordCount, Semantics } from "./provider.ts";
import { attributesToSet, settledAttributes } from "./settled-attributes.ts";

interface Addressed {
  readonly address: Address;
  readonly kind: ResourceKind;
  readonly object: string;
  readonly name: string;
  /** Absent for what the contract no longer declares. */
  readonly clause?: string;
  readonly purpose?: Resource["purpose"];
}

/** One write to the portal, or for `adopt` without updates one entry in the ledger. */
export interface Step extends Addressed {
  readonly action: "create" | "revive" | "adopt" | "update";
  readonly changes: readonly AttributeChange[];
  /** Addresses of earlier steps of this plan. */
  readonly dependsOn: readonly Address[];
  readonly precondition: Precondition;
  /** What is sent: every declared attribute for a creation, the final value of each changed one for an update. */
  readonly send: JsonObject;
  /** What the ledger keeps once an adoption or update is done; after a creation it keeps what was sent. */
  readonly record?: JsonObject;
  readonly remoteId?: string;
}

/** Something seen and not acted upon. */
export interface Held extends Addressed {
  readonly changes: readonly AttributeChange[];
  readonly isMissing: boolean;
}

/** Something that can not be carried out, and why. */
export interface Blocked extends Held {
  readonly reason: BlockedReason;
}

/** A clause the CRM cannot enforce, as the compilation says it; words in both languages. */
export interface ManualStep {
  readonly clause: string;
  readonly level: string;
  readonly text: { readonly en: string; readonly fr: string };
  /** How a person does what the CRM does not. */
  readonly howTo?: { readonly en: string; readonly fr: string };
}

/** Everything an apply does and everything it leaves alone; canonical JSON, same bytes for same inputs. */
export interface Plan {
  readonly formatVersion: 1;
  readonly tool: { readonly name: "revpact"; readonly version: string };
  readonly environment: string;
  readonly portal: { readonly id: string };
  readonly contract: { readonly name: string; readonly version: string; readonly digest: string };
  /** Digest of the resources the contract compiled to; an apply from another contract is refused. */
  readonly desiredDigest: string;
  readonly steps: readonly Step[];
  readonly drift: readonly Held[];
  readonly conflicts: readonly Held[];
  /** Options and stages no longer declared that records may hold; kept. */
  readonly heldRemovals: readonly Held[];
  readonly unmanaged: readonly Held[];
  readonly blocked: readonly Blocked[];
  readonly manual: readonly ManualStep[];
  /** The changes of the contract in business words, from the review; plain JSON here. */
  readonly contractChanges: readonly Json[];
  readonly summary: Readonly<Record<Action | "heldRemovals" | "manual", number>>;
  /** Calls that an apply makes at least, retries apart. */
  readonly cost: { readonly reads: number; readonly writes: number };
  /** How many records hold what changes, when the plan was made; not covered by the digest. */
  readonly impact?: readonly Impact[];
  /** It changes so much of what is there that it is carried out only for whoever names its digest. */
  readonly acceptance?: Acceptance;
  readonly digest: string;
}

/** How many records hold what a change of the plan is about. */
export interface Impact {
  readonly address: Address;
  /** `["options", "FR"]`, `["stages", "proposal"]`, `["type"]`. */
  readonly path: readonly string[];
  /** Absent where the CRM would not say. */
  readonly count?: RecordCount;
  /** When they were counted, ISO 8601 UTC. */
  readonly asOf: string;
}

/** What a plan is made from, besides what the diff needs. */
export interface PlanInput extends DiffInput {
  readonly tool: { readonly version: string };
  readonly environment: string;
  readonly portal: PortalIdentity;
  readonly contractVersion: string;
  readonly contractDigest: string;
  readonly manual: readonly ManualStep[];
  readonly contractChanges: readonly Json[];
  /** Calls that reading the portal took, from the observation. */
  readonly requests: number;
  /** Without, any number of objects may change unasked. */
  readonly limits?: Limits;
  readonly hash: Hash;
}

/** Decides everything an apply will do; no clock, no calls: the same inputs in any order give the same bytes. */
export function plan(input: PlanInput): Plan {
  const differences = diff(input);
  const steps = stepsOf(differences, input);
  const acceptance = acceptanceOf(differences, steps, input.limits);
  const held = (action: Action) => differences.filter((one) => one.action === action).map(heldOf);
  const body: Omit<Plan, "digest"> = {
    formatVersion: 1,
    tool: { name: "revpact", version: input.tool.version },
    environment: input.environment,
    portal: { id: input.portal.portalId },
    contract: { name: input.contract, version: input.contractVersion, digest: input.contractDigest },
    desiredDigest: desiredDigest(input.desired, input.hash),
    steps,
    drift: withVerdict(differences, "drift"),
    conflicts: withVerdict(differences, "conflict"),
    heldRemovals: withVerdict(differences, "removal-held"),
    unmanaged: held("unmanaged"),
    blocked: differences.flatMap(blockedOf),
    manual: input.manual,
    contractChanges: input.contractChanges,
    summary: summarise(differences, input.manual.length),
    cost: costOf(steps, input),
    ...(acceptance === undefined ? {} : { acceptance }),
  };
  return { ...body, digest: digestOf(body, input.hash) };
}

/** The digest that ties a plan to the resources of one contract, whatever their order. */
export function desiredDigest(desired: readonly Resource[], hash: Hash): string {
  const sorted = [...desired].sort((a, b) => (a.address < b.address ? -1 : 1));
  return digestOf(sorted, hash);
}

/** The digest that a plan's content should have; how many records it touches is as of a moment, and no part of it. */
export function planDigest({ digest: _, impact: __, ...body }: Plan, hash: Hash): string {
  return digestOf(body, hash);
}

/** Whether applying would change nothing, in the portal or in the ledger. */
export function isEmptyPlan(candidate: Pick<Plan, "steps">): boolean {
  return candidate.steps.length === 0;
}

/** What the ledger keeps once a step is done. */
export function recordAfter(
  step: Pick<Step, "kind" | "name" | "send" | "record">,
  semantics: Pick<Semantics, "normalise">,
): JsonObject {
  return step.record ?? semantics.normalise({ ...step, attributes: step.send });
}

/** The names of the attributes a step's precondition covers. */
export function watchedAttributes(step: Pick<Step, "record" | "send">): readonly string[] {
  return [...new Set([...Object.keys(step.record ?? {}), ...Object.keys(step.send)])].sort();
}

function stepsOf(differences: readonly Difference[], input: PlanInput): readonly Step[] {
  const acting = differences.filter((one) => one.action !== "unchanged" && isStep(one.action));
  const addresses = new Set(acting.map((one) => one.address));
  return orderSteps(acting.flatMap((one) => stepOf(one, addresses, input)));
}

function isStep(action: Action): action is Step["action"] {
  return action === "create" || action === "revive" || action === "adopt" || action === "update";
}

function stepOf(one: Difference, addresses: ReadonlySet<Address>, input: PlanInput): readonly Step[] {
  const { action, desired, live } = one;
  if (!isStep(action) || desired === undefined) return [];
  const { semantics, hash } = input;
  const isNew = action === "create" || action === "revive";
  const record = isNew ? {} : { record: recordOf(one, semantics.normalise(desired), semantics) };
  const content = { send: sendOf(one, desired, semantics), ...record };
  return [
    {
      ...addressed(one),
      ...content,
      action,
      changes: one.changes,
      dependsOn: desired.dependsOn.filter((address) => addresses.has(address)).sort(),
      precondition: preconditionOf(live, watchedAttributes(content), { semantics, hash }),
      ...(live?.remoteId === undefined ? {} : { remoteId: live.remoteId }),
    },
  ];
}

function sendOf(one: Difference, desired: Resource, semantics: Semantics): JsonObject {
  if (one.action === "create" || one.action === "revive") return desired.attributes;
  const live = one.live?.attributes ?? {};
  return attributesToSet(
    one.kind,
    { want: { name: desired.name, ...desired.attributes }, live, changes: one.changes },
    semantics,
  );
}

function recordOf(one: Difference, want: JsonObject, semantics: Semantics): JsonObject {
  return settledAttributes(one.kind, want, { changes: one.changes, semantics });
}

function addressed(one: Difference): Addressed {
  const { address, kind, object, name, desired } = one;
  const clause = desired === undefined ? {} : { clause: desired.clause, purpose: desired.purpose };
  return { address, kind, object, name, ...clause };
}

function heldOf(one: Difference): Held {
  return { ...addressed(one), changes: one.changes, isMissing: one.isMissing };
}

function withVerdict(differences: readonly Difference[], verdict: AttributeChange["verdict"]): readonly Held[] {
  return differences.flatMap((one) => {
    const changes = one.changes.filter((change) => change.verdict === verdict);
    const isDeleted = verdict === "drift" && one.action === "drift" && one.isMissing;
    if (one.action === "blocked" || (changes.length === 0 && !isDeleted)) return [];
    return [{ ...heldOf(one), changes }];
  });
}

function blockedOf(one: Difference): readonly Blocked[] {
  return one.blocked === undefined ? [] : [{ ...heldOf(one), reason: one.blocked }];
}

function summarise(differences: readonly Difference[], manual: number): Plan["summary"] {
  const count = (action: Action) => differences.filter((one) => one.action === action).length;
  return {
    create: count("create"),
    revive: count("revive"),
    adopt: count("adopt"),
    update: count("update"),
    drift: withVerdict(differences, "drift").length,
    conflict: withVerdict(differences, "conflict").length,
    unchanged: count("unchanged"),
    unmanaged: count("unmanaged"),
    blocked: count("blocked"),
    heldRemovals: withVerdict(differences, "removal-held").length,
    manual,
  };
}

/** Reading before and after, naming the portal once; one write per batch. */
function costOf(steps: readonly Step[], { requests, semantics }: PlanInput): Plan["cost"] {
  const writing = steps.filter((step) => step.action !== "adopt" || Object.keys(step.send).length > 0);
  const writes = batchSteps(writing, (step) => batchSize(step, semantics)).length;
  return { reads: 2 * requests + 1, writes };
}

/** How many steps like this one go into one call. */
export function batchSize(step: Pick<Step, "action" | "kind">, semantics: Pick<Semantics, "createBatch">): number {
  return step.action === "create" ? semantics.createBatch(step.kind) : 1;
}
