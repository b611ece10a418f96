import { beginRun, desiredDigest, type Plan, type StaleObject, soughtBy, staleObjects } from "../../engine/index.ts";
import { hubspotSemantics } from "../../providers/hubspot/index.ts";
import { compileHubSpot } from "../../targets/index.ts";
import type { UsableContract } from "../files/load-single.ts";
import { observePortal } from "../plan/observe-portal.ts";
import { withStandIns } from "../plan/stand-ins.ts";
import { chooseEnvironment, stateFolder } from "../portal/environment.ts";
import { type OpenPortal, openPortal } from "../portal/open-portal.ts";
import { loadState } from "../state/ledger-of.ts";
import { openStore } from "../state/open-store.ts";
import { sha256 } from "../state/sha256.ts";
import type { Terminal } from "../terminal.ts";

/** What has changed since a plan was made, as far as anybody can tell. */
export type Moves =
  | { readonly kind: "unknown"; readonly reason: "offline" | "no-contract" | "unreachable" }
  | { readonly kind: "fits" }
  /** This very plan was carried out. */
  | { readonly kind: "applied" }
  | {
      readonly kind: "moved";
      readonly hasContractChanged: boolean;
      readonly objects: readonly StaleObject[];
      /** Steps that an apply of this plan did before it stopped. */
      readonly done: number;
    };

/** Compares a plan with the contract and the portal as they are now; only reads. */
export async function findMoves(plan: Plan, usable: UsableContract, terminal: Terminal): Promise<Moves> {
  const environment = chooseEnvironment(usable.contract, plan.environment);
  if (!environment.ok) return { kind: "unknown", reason: "no-contract" };
  const portal = await openPortal(environment.value, usable.folder, terminal);
  if (!portal.ok) return { kind: "unknown", reason: "unreachable" };
  try {
    return await compare(plan, { usable, environment: environment.value, portal: portal.value });
  } finally {
    await portal.value.close();
  }
}

interface Place {
  readonly usable: UsableContract;
  readonly environment: Parameters<typeof compileHubSpot>[1];
  readonly portal: OpenPortal;
}

async function compare(plan: Plan, { usable, environment, portal }: Place): Promise<Moves> {
  const { contract, folder } = usable;
  const store = openStore(stateFolder(folder, environment));
  const known = store.ok ? await loadState(store.value, portal.identity.portalId, contract.name) : store;
  if (!known.ok) return { kind: "unknown", reason: "unreachable" };
  const { ledger } = known.value;
  const configuration = compileHubSpot(contract, environment);
  const sought = soughtBy(configuration.resources, ledger);
  const observed = await observePortal({ contract, environment }, configuration, { portal, sought });
  if (!observed.ok) return { kind: "unknown", reason: "unreachable" };
  const { bound, live } = observed.value;
  const desired =
    environment.crm === "local" ? withStandIns(bound.resources, configuration.standIns, live) : bound.resources;
  const done = new Set(beginRun(ledger.lastRun, plan.digest).done);
  const objects = staleObjects(plan, { resources: live }, { semantics: hubspotSemantics, hash: sha256 });
  const moved = objects.filter(({ address }) => !done.has(address));
  const hasContractChanged = desiredDigest(desired, sha256) !== plan.desiredDigest;
  if (ledger.lastRun?.plan === plan.digest && ledger.lastRun.isFinished === true) return { kind: "applied" };
  if (!hasContractChanged && moved.length === 0 && done.size === 0) return { kind: "fits" };
  return { kind: "moved", hasContractChanged, objects: moved, done: done.size };
}
