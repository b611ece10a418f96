import { compareText } from "../diagnostics/index.ts";
import {
  type Address,
  type LiveResource,
  type Resource,
  type ResourceKind,
  type WithholdReason,
  withKnownIds,
} from "../targets/index.ts";
import { isJsonObject } from "./canonical-json.ts";
import { type AttributeChange, compareAttributes } from "./compare-attributes.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import type { Semantics, Sought } from "./provider.ts";

/** Why an object cannot be brought to what the contract asks. */
export type BlockedReason =
  /** Somebody else's object has the name: it carries no marker of this contract. */
  | "name-taken"
  /** Several objects of the portal bear the name and nothing tells which is ours. */
  | "several"
  /** An attribute differs that the CRM cannot change after creation. */
  | "fixed-attribute"
  | "read-only"
  /** An object the contract only uses does not exist, or is not what the contract takes it for. */
  | "missing"
  | "not-as-used"
  /** Something it depends on is blocked. */
  | "dependency"
  /** It names a person, a team or a form that the portal does not have, or depends on what does. */
  | "unresolved"
  /** The token or the subscription lacks what it takes. */
  | "capability";

/** What the comparison means for one address; `drift`, `conflict`, `unmanaged` and `blocked` write nothing. */
export type Action =
  | "create"
  | "revive"
  | "adopt"
  | "update"
  | "drift"
  | "conflict"
  | "unchanged"
  | "unmanaged"
  | "blocked";

/** One address compared three ways. */
export interface Difference {
  readonly address: Address;
  readonly kind: ResourceKind;
  readonly object: string;
  readonly name: string;
  readonly action: Action;
  /** Every attribute not equal in all three places, held ones included. */
  readonly changes: readonly AttributeChange[];
  readonly blocked?: BlockedReason;
  /** The portal no longer has an object that was applied: a deletion by hand, held like any drift. */
  readonly isMissing: boolean;
  readonly desired?: Resource;
  readonly live?: LiveResource;
  readonly recorded?: LedgerEntry;
}

/** `drift`: every edit but those where the contract changed too. `named`: these objects, whatever changed. */
export interface Reverting {
  readonly drift: boolean;
  readonly named: readonly Address[];
}

/** The three inputs of every comparison, and what the attributes mean. */
export interface DiffInput {
  readonly contract: string;
  readonly desired: readonly Resource[];
  readonly live: readonly LiveResource[];
  readonly ledger: Ledger;
  readonly semantics: Semantics;
  /** Objects deleted by hand that a person asks for again; without, a deletion is held like any drift. */
  readonly recreate?: readonly Address[];
  /** Whose hand's edits are put back to what the contract says; without, they are held. */
  readonly revert?: Reverting;
  /** What must not be written to this portal; what is there and as it should be is none the worse for it. */
  readonly withheld?: ReadonlyMap<Address, WithholdReason>;
}

/** Compares contract, portal and ledger; the only comparison there is, for plan, drift and apply. Sorted by address. */
export function diff(input: DiffInput): readonly Difference[] {
  const live = groupByAddress(input.live);
  const wanted = new Set(input.desired.map((resource) => resource.address));
  const declared = input.desired
    .map((resource) => inThisPortal(resource, live, input.ledger))
    .map((resource) => compareResource(resource, live.get(resource.address) ?? [], input))
    .map((difference) => withhold(difference, input));
  const dropped = Object.entries(input.ledger.entries)
    .filter(([address]) => !wanted.has(address))
    .flatMap(([address, entry]) => unmanaged(address, entry, live.get(address) ?? []));
  const all = [...blockDependents(declared), ...dropped];
  return all.sort((a, b) => compareText(a.address, b.address));
}

/** A list or workflow that another refers to has its id in this portal only: the ledger's, else that of the one found. */
function inThisPortal(
  resource: Resource,
  live: ReadonlyMap<Address, readonly LiveResource[]>,
  ledger: Ledger,
): Resource {
  const attributes = withKnownIds(resource.attributes, (address) => {
    const alive = (live.get(address) ?? []).filter(({ isArchived }) => !isArchived);
    const known = ledger.entries[address]?.remoteId;
    return alive.some(({ remoteId }) => remoteId === known) ? known : alive[0]?.remoteId;
  });
  return attributes === resource.attributes ? resource : { ...resource, attributes };
}

/** What has to be read from the portal for `diff`: all that the contract declares and all that the ledger knows. */
export function soughtBy(desired: readonly Resource[], ledger: Ledger): readonly Sought[] {
  const sought = new Map<Address, Sought>();
  for (const [address, { kind, object, name, remoteId }] of Object.entries(ledger.entries)) {
    sought.set(address, { kind, object, name, address, ...(remoteId === undefined ? {} : { remoteId }) });
  }
  for (const { kind, object, name, address } of desired) {
    const remoteId = sought.get(address)?.remoteId;
    sought.set(address, { kind, object, name, address, ...(remoteId === undefined ? {} : { remoteId }) });
  }
  return [...sought.values()].sort((a, b) => compareText(a.address, b.address));
}

function groupByAddress(live: readonly LiveResource[]): ReadonlyMap<Address, readonly LiveResource[]> {
  const groups = new Map<Address, LiveResource[]>();
  for (const resource of live) {
    const group = groups.get(resource.address);
    if (group === undefined) groups.set(resource.address, [resource]);
    else group.push(resource);
  }
  return groups;
}

function compareResource(resource: Resource, candidates: readonly LiveResource[], input: DiffInput): Difference {
  const recorded = input.ledger.entries[resource.address];
  const base = differenceOf(resource, recorded);
  const alive = candidates.filter((candidate) => !candidate.isArchived);
  const ours = chooseOurs(alive, recorded, input);
  if (ours === "several") return { ...base, action: "blocked", blocked: "several" };
  if (ours === undefined) return absent(base, candidates, input);
  const found = { ...base, live: ours, changes: changesOf(resource, ours, input) };
  if (resource.isAdopted) return compareUsed(found);
  if (recorded === undefined && !isOurs(ours, input)) return { ...found, action: "blocked", blocked: "name-taken" };
  return judgeChanges(found, input.semantics);
}

function differenceOf(resource: Resource, recorded: LedgerEntry | undefined): Difference {
  const { address, kind, object, name } = resource;
  return {
    ...{ address, kind, object, name, action: "unchanged", changes: [], isMissing: false, desired: resource },
    ...(recorded === undefined ? {} : { recorded }),
  };
}

function chooseOurs(
  alive: readonly LiveResource[],
  recorded: LedgerEntry | undefined,
  input: DiffInput,
): LiveResource | "several" | undefined {
  const [first, second] = alive;
  if (second === undefined) return first;
  const byId = alive.filter((one) => one.remoteId !== undefined && one.remoteId === recorded?.remoteId);
  const [ours, other] = byId.length > 0 ? byId : alive.filter((one) => isOurs(one, input));
  return ours !== undefined && other === undefined ? ours : "several";
}

/** The marker is `revpact:<contract>` in the description; kinds without a description are known by name alone. */
export function isOurs(
  live: LiveResource,
  { contract, semantics }: Pick<DiffInput, "contract" | "semantics">,
): boolean {
  if (!semantics.isMarked(live.kind)) return true;
  const description = live.attributes["description"];
  if (typeof description !== "string") return false;
  const [, ...after] = description.split(`revpact:${contract}`);
  return after.some((rest) => !/^[\w-]/.test(rest));
}

function absent(base: Difference, candidates: readonly LiveResource[], { recreate = [] }: DiffInput): Difference {
  if (base.desired?.isAdopted === true) return { ...base, action: "blocked", blocked: "missing", isMissing: true };
  const isHeld = base.recorded !== undefined && !recreate.includes(base.address);
  if (isHeld) return { ...base, action: "drift", isMissing: true };
  const tombstone = candidates.find((candidate) => candidate.isArchived);
  return tombstone === undefined ? { ...base, action: "create" } : { ...base, action: "revive", live: tombstone };
}

function changesOf(
  resource: Resource,
  live: LiveResource,
  { ledger, semantics, revert }: DiffInput,
): readonly AttributeChange[] {
  const want = semantics.normalise(resource);
  const now = semantics.normalise(live);
  const was = ledger.entries[resource.address]?.attributes;
  const changes = compareAttributes(resource.kind, { want, now, was: isJsonObject(was) ? was : undefined }, semantics);
  return revert === undefined ? changes : changes.map((change) => reverted(change, resource.address, revert));
}

/** An edit that is put back is an update like any other, and says so. */
function reverted(change: AttributeChange, address: Address, { drift, named }: Reverting): AttributeChange {
  const isMeant = change.verdict === "drift" ? drift || named.includes(address) : named.includes(address);
  const isEdit = change.verdict === "drift" || change.verdict === "conflict";
  return isEdit && isMeant ? { ...change, verdict: "update", isRevert: true } : change;
}

function compareUsed(found: Difference): Difference {
  if (found.changes.length === 0) return found;
  return { ...found, action: "blocked", blocked: "not-as-used" };
}

function judgeChanges(found: Difference, semantics: Semantics): Difference {
  const has = (verdict: AttributeChange["verdict"]) => found.changes.some((change) => change.verdict === verdict);
  const fixed = semantics.fixedAttributes(found.kind);
  const updates = found.changes.filter((change) => change.verdict === "update");
  if (updates.some((change) => fixed.includes(change.path[0] ?? ""))) {
    return { ...found, action: "blocked", blocked: "fixed-attribute" };
  }
  if (updates.length > 0 && found.live?.isReadOnly === true) {
    return { ...found, action: "blocked", blocked: "read-only" };
  }
  if (found.recorded === undefined) return { ...found, action: "adopt" };
  if (updates.length > 0) return { ...found, action: "update" };
  if (has("conflict")) return { ...found, action: "conflict" };
  return { ...found, action: has("drift") ? "drift" : "unchanged" };
}

function unmanaged(address: Address, entry: LedgerEntry, live: readonly LiveResource[]): readonly Difference[] {
  const alive = live.find((candidate) => !candidate.isArchived);
  if (alive === undefined) return [];
  const { kind, object, name } = entry;
  const base = { address, kind, object, name, changes: [], isMissing: false };
  return [{ ...base, action: "unmanaged", live: alive, recorded: entry }];
}

function withhold(difference: Difference, { withheld }: DiffInput): Difference {
  const reason = withheld?.get(difference.address);
  if (reason === undefined || !writes(difference)) return difference;
  return { ...difference, action: "blocked", blocked: reason };
}

const writes = ({ action }: Difference): boolean => action === "create" || action === "revive" || action === "update";

/** A chain of dependents is as long as the graph is deep: repeats until nothing new is blocked. */
function blockDependents(differences: readonly Difference[]): readonly Difference[] {
  const stopped = new Map(differences.filter(stops).map((difference) => [difference.address, difference]));
  const next = differences.map((difference) => {
    const causes = (difference.desired?.dependsOn ?? []).flatMap((address) => stopped.get(address) ?? []);
    if (!writes(difference) || causes.length === 0) return difference;
    const isUnresolved = causes.every(({ blocked }) => blocked === "unresolved");
    const blocked: BlockedReason = isUnresolved ? "unresolved" : "dependency";
    return { ...difference, action: "blocked" as const, blocked };
  });
  const grew = next.some((difference, position) => difference !== differences[position]);
  return grew ? blockDependents(next) : next;
}

function stops(difference: Difference): boolean {
  return difference.action === "blocked" || (difference.isMissing && difference.action === "drift");
}
