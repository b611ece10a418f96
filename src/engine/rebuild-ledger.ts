import type { Address, LiveResource } from "../targets/index.ts";
import { type Difference, type DiffInput, diff, isOurs } from "./diff.ts";
import { emptyLedger, type Ledger, type LedgerEntry } from "./ledger.ts";
import type { Semantics } from "./provider.ts";
import { settledAttributes } from "./settled-attributes.ts";

/** A ledger made from what a portal holds, and what was recognised there. */
export interface RebuiltLedger {
  readonly ledger: Ledger;
  /** As the contract asks. */
  readonly alike: readonly Address[];
  /** Ours, and not as the contract asks: the next plan brings them to it. */
  readonly different: readonly Address[];
  /** Carries our mark, and the contract no longer declares it. */
  readonly undeclared: readonly Address[];
}

/** What a ledger is made from; `others` are live objects that the contract does not declare. */
export interface RebuildInput extends Omit<DiffInput, "ledger"> {
  readonly portalId: string;
  readonly others: readonly LiveResource[];
}

/**
 * The ledger of a portal whose own was lost, from marks and names. What was applied last is not known: it is taken to be
 * what the portal has, so that a difference shows as a change to make and nothing counts as edited by hand.
 */
export function rebuildLedger(input: RebuildInput): RebuiltLedger {
  const { contract, portalId, semantics } = input;
  const empty = emptyLedger(portalId, contract);
  const ours = diff({ ...input, ledger: empty }).filter(isRecognised);
  const marked = input.others.filter(
    (live) => semantics.isMarked(live.kind) && !live.isArchived && isOurs(live, input),
  );
  const entries = [
    ...ours.map((one): [Address, LedgerEntry] => [one.address, entryOf(one, semantics)]),
    ...marked.map((live): [Address, LedgerEntry] => [live.address, entryOfLive(live, semantics)]),
  ];
  return {
    ledger: { ...empty, entries: Object.fromEntries(entries) },
    alike: ours.filter(({ changes }) => changes.length === 0).map(({ address }) => address),
    different: ours.filter(({ changes }) => changes.length > 0).map(({ address }) => address),
    undeclared: marked.map(({ address }) => address),
  };
}

/** Only what would be adopted, or would be but for what can't be changed, is ours for certain. */
function isRecognised({ action, blocked }: Difference): boolean {
  return action === "adopt" || blocked === "fixed-attribute" || blocked === "read-only";
}

function entryOf({ kind, object, name, live, desired, changes }: Difference, semantics: Semantics): LedgerEntry {
  const want = desired === undefined ? {} : semantics.normalise(desired);
  const asSeen = changes.map(({ now, path, was: _ }) => ({
    ...{ path, verdict: "drift" as const },
    ...(now === undefined ? {} : { was: now }),
  }));
  const attributes = settledAttributes(kind, want, { changes: asSeen, semantics });
  return { kind, object, name, attributes, ...(live?.remoteId === undefined ? {} : { remoteId: live.remoteId }) };
}

function entryOfLive(live: LiveResource, semantics: Semantics): LedgerEntry {
  const { kind, object, name, remoteId } = live;
  const attributes = semantics.normalise(live);
  return { kind, object, name, attributes, ...(remoteId === undefined ? {} : { remoteId }) };
}
