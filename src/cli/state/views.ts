import type { Language } from "../../diagnostics/index.ts";
import {
  canonicalJson,
  jsonOf,
  type LockHolder,
  type LockStatus,
  type RebuiltLedger,
  type StoredState,
} from "../../engine/index.ts";
import { stateWords } from "./words.ts";

/** How what is kept of an environment is printed. */
export interface StateView {
  readonly format: "text" | "json";
  readonly language: Language;
  readonly environment: string;
}

/** What was applied, object by object, and what is not known. */
export function renderState({ ledger, open }: StoredState, view: StateView): string {
  const words = stateWords(view.language);
  const unknown = open.flatMap(({ steps }) => steps.map(({ address }) => address));
  const entries = Object.entries(ledger?.entries ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (view.format === "json") {
    const objects = entries.map(([address, { remoteId }]) => ({
      address,
      ...(remoteId === undefined ? {} : { remoteId }),
    }));
    const { portalId, contract } = ledger ?? {};
    return json({ environment: view.environment, portalId, contract, objects, unknown });
  }
  const head =
    ledger === undefined
      ? words.nothing(view.environment)
      : words.kept(view.environment, ledger.portalId, entries.length);
  return lines([
    head,
    ...entries.map(([address, { remoteId }]) => `  ${address}${remoteId === undefined ? "" : `  #${remoteId}`}`),
    ...(unknown.length === 0 ? [] : [words.unknown(unknown.length), ...unknown.map((address) => `  ? ${address}`)]),
  ]);
}

/** Who holds the lock and when they last gave a sign. */
export function renderLock(status: LockStatus | undefined, view: StateView): string {
  const words = stateWords(view.language);
  if (view.format === "json") return json({ environment: view.environment, isLocked: status !== undefined, ...status });
  if (status === undefined) return lines([words.free(view.environment)]);
  const { holder, lastSign, isAbandoned } = status;
  return lines([
    words.held(view.environment, holder),
    `  ${words.lastSign(lastSign, holder.leaseMs)}`,
    ...(isAbandoned ? [`  ${words.abandoned}`] : []),
    `  id ${holder.id}`,
  ]);
}

/** Whose lock was broken. */
export function renderBroken(holder: LockHolder, view: StateView): string {
  if (view.format === "json") return json({ environment: view.environment, broken: holder });
  return lines([stateWords(view.language).broken(holder)]);
}

/** That an environment is no longer protected. */
export function renderUnprotected(view: StateView): string {
  if (view.format === "json") return json({ environment: view.environment, isProtected: false });
  return lines([stateWords(view.language).unprotected(view.environment)]);
}

/** What of a portal was recognised. */
export function renderRebuilt({ ledger: _, ...found }: RebuiltLedger, view: StateView): string {
  if (view.format === "json") return json({ environment: view.environment, ...found });
  const words = stateWords(view.language);
  const { alike, different, undeclared } = found;
  return lines([
    words.rebuilt(alike.length + different.length + undeclared.length),
    ...(different.length === 0 ? [] : [words.different(different.length), ...different.map((one) => `  ~ ${one}`)]),
    ...(undeclared.length === 0 ? [] : [words.undeclared(undeclared.length), ...undeclared.map((one) => `  . ${one}`)]),
  ]);
}

const lines = (all: readonly string[]): string => `${all.join("\n")}\n`;

const json = (value: object): string => `${canonicalJson(jsonOf({ formatVersion: 1, ...value }))}\n`;
