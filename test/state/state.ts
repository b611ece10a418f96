import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  emptyLedger,
  type JournalRecord,
  type Ledger,
  type LedgerEntry,
  type Outcome,
} from "../../src/engine/index.ts";

export const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

export const entry: LedgerEntry = {
  ...{ kind: "property", object: "contacts", name: "p" },
  attributes: { label: "Prénom 🙂", options: [] },
};

export const ledger: Ledger = { ...emptyLedger("42", "acme"), entries: { "property:contacts/p": entry } };

export const begin: JournalRecord = { type: "begin", portalId: "42", contract: "acme", plan: "digest" };

export function intent(id: string, ...addresses: readonly string[]): JournalRecord {
  const steps = addresses.map((address) => ({
    ...{ address, kind: "property" as const, object: "contacts", name: address, action: "create" as const },
    send: { label: "P" },
  }));
  return { type: "intent", id, steps };
}

export function result(id: string, ...addresses: readonly string[]): JournalRecord {
  const entries = Object.fromEntries(addresses.map((address) => [address, entry]));
  return { type: "result", intent: id, entries, undone: [] };
}

export function value<T, E>(outcome: Outcome<T, E>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** A folder that is gone after the test. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "revpact-state-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
