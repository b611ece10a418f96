import type { Contract, Environment } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { StateProblem, StateStore } from "../../engine/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { loadSingle } from "../files/load-single.ts";
import { chooseEnvironment, stateFolder } from "../portal/environment.ts";
import type { Terminal } from "../terminal.ts";
import { openStore } from "./open-store.ts";
import { rebuild } from "./rebuild.ts";
import { describeStateProblem } from "./state-failure.ts";
import { renderBroken, renderLock, renderRebuilt, renderState, renderUnprotected, type StateView } from "./views.ts";

/** The options of `revpact state …`. */
export interface StateOptions {
  readonly path: string | undefined;
  readonly environment?: string;
  readonly format: "text" | "json";
  readonly lang: Language;
}

/** What is kept of one environment of one contract. */
interface Place {
  readonly contract: Contract;
  readonly environment: Environment;
  readonly folder: string;
  readonly store: StateStore;
}

/** Lists what was applied. */
export async function runShow(options: StateOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const place = locate(options, terminal);
  if (!place.ok) return place;
  const kept = await place.value.store.load();
  if (!kept.ok) return failure(kept.error);
  return print(terminal, renderState(kept.value, viewOf(options, place.value)));
}

/** Tells who holds the lock. */
export async function runLockStatus(options: StateOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const place = locate(options, terminal);
  if (!place.ok) return place;
  const status = await place.value.store.lockStatus();
  if (!status.ok) return failure(status.error);
  return print(terminal, renderLock(status.value, viewOf(options, place.value)));
}

/** Takes the lock from its holder. */
export async function runLockBreak(
  options: StateOptions & { readonly id: string },
  terminal: Terminal,
): Promise<Result<ExitCode>> {
  const place = locate(options, terminal);
  if (!place.ok) return place;
  const broken = await place.value.store.breakLock(options.id);
  if (!broken.ok) return failure(broken.error);
  return print(terminal, renderBroken(broken.value, viewOf(options, place.value)));
}

/** Ends a protection that only the ledger remembers. */
export async function runUnprotect(options: StateOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const place = locate(options, terminal);
  if (!place.ok) return place;
  const { environment, store } = place.value;
  if (environment.isProtected)
    return fail(
      exitCodes.blocked,
      `the contract says that ${environment.id} is protected`,
      `take protected: true out of environments.${environment.id} first`,
    );
  const lease = await store.acquire("state unprotect");
  if (!lease.ok) return failure(lease.error);
  try {
    const { ledger } = lease.value.state;
    if (ledger !== undefined) {
      const { isProtected: _, ...rest } = ledger;
      const saved = await lease.value.save(rest);
      if (!saved.ok) return failure(saved.error);
    }
    return print(terminal, renderUnprotected(viewOf(options, place.value)));
  } finally {
    await lease.value.release();
  }
}

/** Makes the ledger anew from the portal. */
export async function runRebuild(options: StateOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const place = locate(options, terminal);
  if (!place.ok) return place;
  const lease = await place.value.store.acquire("state rebuild", "nothing");
  if (!lease.ok) return failure(lease.error);
  try {
    const rebuilt = await rebuild(place.value, terminal);
    if (!rebuilt.ok) return rebuilt;
    const saved = await lease.value.save(rebuilt.value.ledger);
    if (!saved.ok) return failure(saved.error);
    return print(terminal, renderRebuilt(rebuilt.value, viewOf(options, place.value)));
  } finally {
    await lease.value.release();
  }
}

function locate(options: StateOptions, terminal: Terminal): Result<Place> {
  const usable = loadSingle(options.path, options.lang, terminal);
  if (!usable.ok) return usable;
  const { contract, folder } = usable.value;
  const environment = chooseEnvironment(contract, options.environment);
  if (!environment.ok) return environment;
  const store = openStore(stateFolder(folder, environment.value));
  return store.ok ? succeed({ contract, environment: environment.value, folder, store: store.value }) : store;
}

function viewOf({ format, lang }: StateOptions, { environment }: Place): StateView {
  return { format, language: lang, environment: environment.id };
}

function print(terminal: Terminal, text: string): Result<ExitCode> {
  terminal.out(text);
  return succeed(exitCodes.done);
}

function failure(problem: StateProblem): Result<never> {
  return { ok: false, failure: describeStateProblem(problem) };
}
