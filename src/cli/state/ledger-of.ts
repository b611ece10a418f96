import { emptyLedger, type Intent, type Ledger, type StateStore } from "../../engine/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { describeStateProblem } from "./state-failure.ts";

/** What was applied last to this portal for this contract, and the calls whose end is not known. */
export interface KnownState {
  readonly ledger: Ledger;
  readonly open: readonly Intent[];
}

/** What is kept of this portal and contract; an empty ledger before the first apply. */
export async function loadState(
  store: Pick<StateStore, "load">,
  portalId: string,
  contract: string,
): Promise<Result<KnownState>> {
  const loaded = await store.load();
  if (!loaded.ok) return { ok: false, failure: describeStateProblem(loaded.error) };
  const ledger = ledgerOf(loaded.value.ledger, portalId, contract);
  return ledger.ok ? succeed({ ledger: ledger.value, open: loaded.value.open }) : ledger;
}

/** The ledger of this portal and contract; another one's is refused. */
export function ledgerOf(kept: Ledger | undefined, portalId: string, contract: string): Result<Ledger> {
  const ledger = kept ?? emptyLedger(portalId, contract);
  if (ledger.contract !== contract) {
    return fail(
      exitCodes.usage,
      `what revpact keeps of this environment belongs to the contract ${ledger.contract}, not ${contract}`,
      "keep each contract in a folder of its own",
    );
  }
  if (ledger.portalId !== portalId) {
    return fail(
      exitCodes.usage,
      `this environment was applied to portal ${ledger.portalId}, and the token opens portal ${portalId}: nothing was read or written`,
      "use the token of that portal, or give the other portal an environment of its own",
    );
  }
  return succeed(ledger);
}
