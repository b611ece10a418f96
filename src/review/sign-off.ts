import type { Contract, Id } from "../contract/index.ts";
import { partyOf } from "../contract/index.ts";
import { type Change, union } from "./change.ts";
import type { Comparison } from "./compare/compare-contracts.ts";

/** Who has to approve a change: the roles of one party together, or a role that belongs to none. */
export interface Signatory {
  /** The party; of a role without one, the role. */
  readonly id: Id;
  readonly roles: readonly Id[];
  /** What they approve. */
  readonly changes: readonly Change[];
}

type Approval = Contract["governance"]["approvals"][number];

/**
 * Who has to approve what changed, from `governance.approvals` of both versions: who is taken out still approves that. A role
 * without sections approves what binds, relieves or breaks for its party (one without a party, whatever breaks); a role with
 * sections approves what is more than wording in them. Without any approvals nobody is asked.
 */
export function signatoriesOf({ before, after, changes }: Comparison): readonly Signatory[] {
  const approvals = [
    ...after.governance.approvals,
    ...before.governance.approvals.filter((old) => !isKept(old, after)),
  ];
  const asked = new Map<Id, { roles: Id[]; changes: Set<Change> }>();
  for (const approval of approvals) {
    const contract = after.roles.has(approval.role) ? after : before;
    const party = partyOf(contract, approval.role);
    const id = party ?? approval.role;
    const entry = asked.get(id) ?? { roles: [], changes: new Set<Change>() };
    const concerned = changes.filter((change) => concerns(change, approval, party));
    if (concerned.length === 0) continue;
    if (!entry.roles.includes(approval.role)) entry.roles.push(approval.role);
    for (const change of concerned) entry.changes.add(change);
    asked.set(id, entry);
  }
  return [...asked].map(([id, { roles, changes: own }]) => ({
    id,
    roles,
    changes: changes.filter((change) => own.has(change)),
  }));
}

function isKept({ role, for: sections }: Approval, { governance }: Contract): boolean {
  return governance.approvals.some((now) => now.role === role && sections.join() === now.for.join());
}

function concerns(change: Change, { for: sections }: Approval, party: Id | undefined): boolean {
  if (change.level === "wording") return false;
  if (sections.length > 0) return sections.includes(change.clause.split(".")[0] ?? "");
  if (party === undefined) return change.level === "breaking";
  return union(change.bound, change.relieved, change.breaksFor).includes(party);
}

/** What one party has approved, as its file says. */
export interface Approved {
  readonly party: Id;
  readonly version: string;
  readonly fingerprints: readonly string[];
}

/** What a party has not approved, and what it approved that is no longer there. */
export interface OpenApproval extends Signatory {
  readonly missing: readonly Change[];
  readonly stale: readonly string[];
  /** The version that was approved, where it is not the one that is proposed. */
  readonly otherVersion?: string;
}

/** Of each signatory what is open; nobody where everything is approved as it stands. */
export function openApprovals(comparison: Comparison, approved: readonly Approved[]): readonly OpenApproval[] {
  const { version } = comparison.after;
  return signatoriesOf(comparison).flatMap((signatory) => {
    const own = approved.find(({ party }) => party === signatory.id);
    const known = new Set(own?.fingerprints ?? []);
    const needed = new Set(signatory.changes.map(({ fingerprint }) => fingerprint));
    const missing = signatory.changes.filter(({ fingerprint }) => !known.has(fingerprint));
    const stale = [...known].filter((fingerprint) => !needed.has(fingerprint));
    const isOther = own !== undefined && own.version !== version;
    if (missing.length === 0 && stale.length === 0 && !isOther) return [];
    return [{ ...signatory, missing, stale, ...(isOther ? { otherVersion: own.version } : {}) }];
  });
}
