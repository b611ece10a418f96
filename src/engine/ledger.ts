import type { Address, Json, JsonObject, ResourceKind } from "../targets/index.ts";
import { isJsonArray, isJsonObject, parseJson } from "./canonical-json.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { renderLines } from "./render-lines.ts";

/** What revpact last wrote to one object. */
export interface LedgerEntry {
  readonly kind: ResourceKind;
  readonly object: string;
  readonly name: string;
  /** Declared attributes as last applied, normalised. */
  readonly attributes: JsonObject;
  readonly remoteId?: string;
}

/** What revpact last applied to one portal for one contract: the third input of every comparison. */
export interface Ledger {
  readonly formatVersion: 1;
  readonly portalId: string;
  readonly contract: string;
  readonly entries: Readonly<Record<Address, LedgerEntry>>;
  readonly lastRun?: LastRun;
  /** The environment was protected at an apply: it stays so when the contract no longer says it. */
  readonly isProtected?: true;
}

/** The plan applied last, by its digest, and what of it is done: until it is finished, the same plan goes on from there. */
export interface LastRun {
  readonly plan: string;
  readonly done: readonly Address[];
  readonly isFinished?: true;
}

/** Why a ledger's text cannot be used. */
export type LedgerProblem =
  | { readonly code: "not-json" }
  | { readonly code: "wrong-shape"; readonly at: string }
  | { readonly code: "wrong-version"; readonly found: Json };

/** The ledger of a portal to which nothing was applied yet. */
export function emptyLedger(portalId: string, contract: string): Ledger {
  return { formatVersion: 1, portalId, contract, entries: {} };
}

/** The ledger as text: sorted keys, one line per entry, a final line feed. */
export function renderLedger(ledger: Ledger): string {
  return renderLines(ledger);
}

/** Reads a ledger's text; anything unknown in it is a problem, never a guess. */
export function parseLedger(text: string): Outcome<Ledger, LedgerProblem> {
  const value = parseJson(text);
  if (value === undefined) return failed({ code: "not-json" });
  if (!isJsonObject(value)) return wrongShape("");
  if (value["formatVersion"] !== 1) return failed({ code: "wrong-version", found: value["formatVersion"] ?? null });
  const { portalId, contract, entries, lastRun, isProtected } = value;
  if (typeof portalId !== "string") return wrongShape("portalId");
  if (typeof contract !== "string") return wrongShape("contract");
  if (!isJsonObject(entries)) return wrongShape("entries");
  const wrong = Object.entries(entries).find(([, entry]) => !isLedgerEntry(entry));
  if (wrong !== undefined) return wrongShape(`entries.${wrong[0]}`);
  const more = readMore({ lastRun, isProtected });
  if (!more.ok) return more;
  // Every entry has just been checked by isLedgerEntry, which a Record cannot express.
  return done({
    formatVersion: 1,
    portalId,
    contract,
    entries: entries as unknown as Ledger["entries"],
    ...more.value,
  });
}

const kinds: readonly Json[] = ["property-group", "property", "pipeline", "list", "workflow"] satisfies ResourceKind[];

type More = Pick<Ledger, "lastRun" | "isProtected">;

function readMore(keys: { readonly [key in keyof More]: Json | undefined }): Outcome<More, LedgerProblem> {
  const { lastRun, isProtected } = keys;
  if (lastRun !== undefined && !isRun(lastRun)) return wrongShape("lastRun");
  if (isProtected !== undefined && isProtected !== true) return wrongShape("isProtected");
  return done({
    ...(lastRun === undefined ? {} : { lastRun }),
    ...(isProtected === undefined ? {} : { isProtected }),
  });
}

/** Whether a JSON value is an entry of a ledger. */
export function isLedgerEntry(entry: Json): boolean {
  if (!isJsonObject(entry)) return false;
  const { kind, object, name, attributes, remoteId } = entry;
  const isNamed = typeof object === "string" && typeof name === "string";
  const hasId = remoteId === undefined || typeof remoteId === "string";
  return kinds.includes(kind ?? null) && isNamed && hasId && isJsonObject(attributes);
}

function isRun(run: Json): run is Json & LastRun {
  if (!isJsonObject(run) || typeof run["plan"] !== "string") return false;
  if (run["isFinished"] !== undefined && run["isFinished"] !== true) return false;
  return isJsonArray(run["done"]) && run["done"].every((address) => typeof address === "string");
}

function wrongShape(at: string): Outcome<never, LedgerProblem> {
  return failed({ code: "wrong-shape", at });
}
