import {
  type Analysis,
  type Contract,
  createAnalysis,
  type Handoff,
  type Id,
  partyOf,
  receiverOf,
  senderOf,
} from "../../contract/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import type { Rename } from "../align-names.ts";
import { type Sides, union } from "../change.ts";

/** How one time differs from another; a start shows it where a calendar had to be asked. */
export interface TimeVerdict {
  readonly kind: "same" | "restated" | "shortened" | "lengthened" | "shifted" | "undecided";
  readonly witness?: Bilingual;
}

/** Two versions of a contract with the same ids, and what is worked out once for both. */
export interface Pair {
  readonly before: Contract;
  readonly after: Contract;
  /** The day of judgement, an ISO date. */
  readonly asOf: string;
  readonly renames: readonly Rename[];
  readonly analyses: { readonly before: Analysis; readonly after: Analysis };
  /** The parties of both. */
  readonly everyone: readonly Id[];
  readonly comparedTimes: Map<string, TimeVerdict>;
}

/** Takes two versions together; the older one with the ids of the newer. */
export function pairOf(before: Contract, after: Contract, told: Pick<Pair, "asOf" | "renames">): Pair {
  return {
    before,
    after,
    ...told,
    analyses: { before: createAnalysis(before, new Set()), after: createAnalysis(after, new Set()) },
    everyone: union([...before.parties.keys()], [...after.parties.keys()]),
    comparedTimes: new Map(),
  };
}

/** The parties of roles and parties, in order; a role without a party stands for itself. */
export function signatories(contract: Contract, names: readonly (Id | undefined)[]): readonly Id[] {
  const known = names.filter((name) => name !== undefined && name !== "owner" && name !== "nobody");
  return union(known.map((name) => partyOf(contract, name ?? "") ?? name ?? ""));
}

/** Both sides are everyone: a clause of the whole agreement. */
export function ofEveryone({ everyone }: Pair): Sides {
  return { obligated: everyone, relying: everyone };
}

/** One side owes, all others rely on it. */
export function owedBy(pair: Pair, names: readonly (Id | undefined)[]): Sides {
  const obligated = signatories(pair.after, names);
  const others = pair.everyone.filter((party) => !obligated.includes(party));
  return { obligated, relying: others.length === 0 ? obligated : others };
}

/** A duty that goes from some to others. */
export function movedBetween(pair: Pair, former: readonly (Id | undefined)[], now: readonly (Id | undefined)[]): Sides {
  const sides = owedBy(pair, now);
  return { obligated: sides.obligated, relying: [], former: signatories(pair.before, former) };
}

/** Sender and receiver of a handoff. */
export function partiesOfHandoff(
  contract: Contract,
  handoff: Handoff,
): { readonly sender: readonly Id[]; readonly receiver: readonly Id[] } {
  return {
    sender: signatories(contract, [senderOf(contract, handoff)]),
    receiver: signatories(contract, [receiverOf(contract, handoff)]),
  };
}

/** The sender owes what is handed over, the receiver relies on it. */
export function fromSender(pair: Pair, handoff: Handoff): Sides {
  const { sender, receiver } = partiesOfHandoff(pair.after, handoff);
  return { obligated: sender, relying: receiver };
}

/** The receiver owes an answer, the sender relies on it. */
export function fromReceiver(pair: Pair, handoff: Handoff): Sides {
  const { sender, receiver } = partiesOfHandoff(pair.after, handoff);
  return { obligated: receiver, relying: sender };
}
