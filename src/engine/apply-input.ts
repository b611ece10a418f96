import type { Address, Resource } from "../targets/index.ts";
import type { AttributeChange } from "./compare-attributes.ts";
import type { Hash, Precondition } from "./fingerprint.ts";
import type { Intent } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import type { Plan, Step } from "./plan.ts";
import type { ProviderError, ProviderReader, ProviderWriter, Semantics } from "./provider.ts";
import type { Lease } from "./state.ts";

/** Everything an apply needs from outside; `signal` is looked at between two calls, never during one. */
export interface ApplyInput {
  readonly plan: Plan;
  readonly environment: string;
  /** What the contract compiles to now; must be what the plan was made from. */
  readonly desired: readonly Resource[];
  readonly ledger: Ledger;
  readonly reader: ProviderReader;
  readonly writer: ProviderWriter;
  readonly semantics: Semantics;
  /** Calls of an apply before, whose end is not known. */
  readonly open: readonly Intent[];
  readonly lease: Pick<Lease, "fence" | "append" | "save">;
  readonly hash: Hash;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly signal: { readonly aborted: boolean };
  readonly onProgress: (progress: Progress) => void;
}

/** One step just finished, the `done`-th of `total`. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly report: StepReport;
}

/** What became of one step; `skipped` names the failed step it needed, `not-run` came after a stop. */
export type StepReport = {
  readonly address: Address;
  readonly action: Step["action"];
} /** `isEarlier`: by an apply of the same plan before this one. */ & (
  | { readonly status: "done"; readonly isEarlier?: true }
  | { readonly status: "failed"; readonly error: ProviderError }
  /** Left as it is; `changes` three ways: `was` as the plan saw it, `now`, and `want`. */
  | {
      readonly status: "stale";
      readonly planned: Precondition;
      readonly found: Precondition;
      readonly changes: readonly AttributeChange[];
    }
  | { readonly status: "skipped"; readonly because: Address }
  | { readonly status: "not-run" }
);
