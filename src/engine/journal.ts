import type { Address, Json } from "../targets/index.ts";
import { canonicalJson, isJsonArray, isJsonObject, jsonOf, parseJson } from "./canonical-json.ts";
import type { Hash } from "./fingerprint.ts";
import { emptyLedger, isLedgerEntry, type LastRun, type Ledger, type LedgerEntry } from "./ledger.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { Step } from "./plan.ts";

/** What of a step is needed to find out later whether it was carried out. */
export type IntendedStep = Pick<
  Step,
  "address" | "kind" | "object" | "name" | "action" | "send" | "remoteId" | "record"
>;

/** An apply begins to carry out a plan. */
export interface Beginning {
  readonly type: "begin";
  readonly portalId: string;
  readonly contract: string;
  readonly plan: string;
}

/** One call is about to be sent; on the disk before it leaves. */
export interface Intent {
  readonly type: "intent";
  /** Of this call alone, whatever the lease. */
  readonly id: string;
  readonly steps: readonly IntendedStep[];
}

/** What became of a call, or of steps that need none; a step in neither list is still unknown. */
export interface CallResult {
  readonly type: "result";
  readonly intent?: string;
  /** What the ledger says of these from now on. */
  readonly entries: Readonly<Record<Address, LedgerEntry>>;
  /** Steps that were certainly not carried out. */
  readonly undone: readonly Address[];
}

/** One line of the journal. */
export type JournalRecord = Beginning | Intent | CallResult;

/** What a store holds: the ledger with the journal laid over it, and the calls whose end is not known. */
export interface StoredState {
  /** Undefined before the first apply. */
  readonly ledger: Ledger | undefined;
  readonly open: readonly Intent[];
}

/** The line of a journal that is not as it was written; 1 is the first. */
export interface JournalProblem {
  readonly line: number;
  readonly reason: "not-a-record" | "checksum" | "out-of-order";
}

const sumLength = 16;

/** A record as the line that is appended; `position` is 1 for the first of a journal. */
export function renderRecord(record: JournalRecord, position: number, hash: Hash): string {
  const text = canonicalJson(jsonOf(record));
  return `{"n":${position},"sum":"${sumOf(text, position, hash)}","record":${text}}\n`;
}

/**
 * Reads a journal. A last line that was not written to its end is left out: the call it speaks of was not sent, or its
 * end is asked of the CRM. Anything else that is not as it was written is a problem, never skipped.
 */
export function parseJournal(text: string, hash: Hash): Outcome<readonly JournalRecord[], JournalProblem> {
  const lines = text.split("\n");
  // What follows the last line feed was torn off.
  const torn = lines.pop() ?? "";
  // A disk that lost its power may show zeros where the line feed should be, and a later line behind them.
  if (/^\0+$/.test(lines.at(-1) ?? "") && torn === "") lines.pop();
  const records: JournalRecord[] = [];
  for (const [index, line] of lines.entries()) {
    const record = parseLine(line, index + 1, hash);
    if (!record.ok) return record;
    records.push(record.value);
  }
  return done(records);
}

const linePattern = /^\{"n":(\d+),"sum":"([0-9a-f]{16})","record":(.*)\}$/s;

function parseLine(line: string, position: number, hash: Hash): Outcome<JournalRecord, JournalProblem> {
  const problem = (reason: JournalProblem["reason"]) => failed({ line: position, reason });
  const [, number, sum, text = ""] = linePattern.exec(line) ?? [];
  if (number === undefined) return problem("not-a-record");
  if (sum !== sumOf(text, Number(number), hash)) return problem("checksum");
  if (Number(number) !== position) return problem("out-of-order");
  const record = parseJson(text);
  return isRecord(record) ? done(record) : problem("not-a-record");
}

function sumOf(text: string, position: number, hash: Hash): string {
  return hash(`${position} ${text}`).slice(0, sumLength);
}

// The checksum says that we wrote it; the shape, that this version knows what it means.
function isRecord(value: Json | undefined): value is Json & JournalRecord {
  if (!isJsonObject(value)) return false;
  switch (value["type"]) {
    case "begin":
      return ["portalId", "contract", "plan"].every((key) => typeof value[key] === "string");
    case "intent":
      return typeof value["id"] === "string" && isJsonArray(value["steps"]);
    case "result": {
      const { entries, undone } = value;
      return isJsonObject(entries) && Object.values(entries).every(isLedgerEntry) && isJsonArray(undone);
    }
    default:
      return false;
  }
}

/** Lays records over a ledger, in order; any part of them may be in the ledger already. */
export function replay(base: StoredState, records: readonly JournalRecord[]): StoredState {
  const open = records.reduce(stillOpen, base.open);
  const first = records.find((record) => record.type === "begin");
  const ledger = base.ledger ?? (first === undefined ? undefined : emptyLedger(first.portalId, first.contract));
  if (ledger === undefined) return { ledger, open };
  const entries = new Map(Object.entries(ledger.entries));
  for (const record of records.filter(isResult)) {
    for (const [address, entry] of Object.entries(record.entries)) entries.set(address, entry);
  }
  const run = records.reduce(runAfter, ledger.lastRun);
  const lastRun = run === undefined ? {} : { lastRun: { ...run, done: [...new Set(run.done)].sort() } };
  return { ledger: { ...ledger, entries: Object.fromEntries(entries), ...lastRun }, open };
}

function isResult(record: JournalRecord): record is CallResult {
  return record.type === "result";
}

function runAfter(run: LastRun | undefined, record: JournalRecord): LastRun | undefined {
  if (record.type === "begin") return beginRun(run, record.plan);
  if (record.type === "intent" || run === undefined || run.isFinished === true) return run;
  return { ...run, done: [...run.done, ...Object.keys(record.entries)] };
}

/** A plan that is begun again goes on where it stopped. */
export function beginRun(run: LastRun | undefined, plan: string): LastRun {
  return run?.plan === plan && run.isFinished !== true ? run : { plan, done: [] };
}

/** The calls whose end is not known, after one more record. */
export function stillOpen(open: readonly Intent[], record: JournalRecord): readonly Intent[] {
  if (record.type === "intent") return [...open.filter(({ id }) => id !== record.id), record];
  if (record.type !== "result" || record.intent === undefined) return open;
  const isSettled = (address: Address): boolean => address in record.entries || record.undone.includes(address);
  return open.flatMap((intent) => {
    if (intent.id !== record.intent) return [intent];
    const steps = intent.steps.filter(({ address }) => !isSettled(address));
    return steps.length === 0 ? [] : [{ ...intent, steps }];
  });
}
