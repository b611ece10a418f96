import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { expect } from "vitest";
import { compileContract } from "../../src/contract/index.ts";
import { type Finding, languages, type Position, renderFinding, type Span } from "../../src/diagnostics/index.ts";
import { decodeSource, type Source } from "../../src/language/index.ts";
import { baseContract } from "../diagnostics/example-text.ts";
import { createDice, mutate } from "./mutations.ts";

/** CPU time that one contract may take. */
const mostMs = 2000;
/** Wall time after which one contract is stopped: what hangs is named, instead of the whole run hanging with it. */
const stoppedAfterMs = 20_000;
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The smallest most often: what breaks it breaks the others, and it takes a fifth of the time. */
const seeds = [
  ...Array.from({ length: 30 }, () => read("test/fixtures/cli/small.yaml")),
  ...Array.from({ length: 4 }, () => baseContract),
  read("test/fixtures/validate/criteria.yaml"),
  read("test/fixtures/validate/lifecycle-loops.yaml"),
  read("examples/classic-inbound/contract.yaml"),
  read("examples/pme-francaise/contract.yaml"),
];

/** How many mutated contracts one file of tests tries: 5,000 in all, 100,000 where every test runs. */
export const fuzzRuns = (process.env["REVPACT_TEST"] === "all" ? 100_000 : 2000) / 2;

/** Tries so many mutated contracts, numbered from `first`; a failure tells the number and the text. */
export function fuzz(first: number, count: number): void {
  for (let seed = first; seed < first + count; seed += 1) {
    const dice = createDice(seed);
    const text = mutate(dice.one(seeds), dice);
    try {
      within(stoppedAfterMs, () => tryOne(text, seed % 20 === 0));
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      throw new Error(`mutated contract ${seed}: ${message}\n${JSON.stringify(text)}`, { cause: problem });
    }
  }
}

const call = new Script("(work) => { globalThis.fuzzed = work; }");
const run = new Script("globalThis.fuzzed()");

/** Calls it, and stops it in the midst of a loop where it takes longer: V8 can, from outside. */
export function within(timeoutMs: number, work: () => void): void {
  call.runInThisContext()(work);
  run.runInThisContext({ timeout: timeoutMs });
}

function tryOne(text: string, isRepeated: boolean): void {
  const started = process.cpuUsage();
  const { source, findings } = check(text);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(mostMs);
  for (const item of findings) checkFinding(item, source);
  if (isRepeated) expect(JSON.stringify(check(text).findings)).toBe(JSON.stringify(findings));
}

function check(text: string): { readonly source: Source | undefined; readonly findings: readonly Finding[] } {
  const { value, findings } = decodeSource("contract.yaml", new TextEncoder().encode(text));
  if (value === undefined) return { source: undefined, findings };
  return { source: value, findings: compileContract([value], { asOf: "2027-01-04" }).findings };
}

function checkFinding(item: Finding, source: Source | undefined): void {
  for (const span of [
    item.primary,
    ...item.related.map((other) => other.span),
    ...item.fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
  ])
    checkSpan(span, source?.text ?? "");
  for (const language of languages) {
    const { message, help, why, witness = "", related } = renderFinding(item, language);
    for (const words of [message, help, why, ...related])
      if (words.trim() === "") throw new Error(`${item.code} is wordless`);
    if (/undefined|\[object|NaN|Infinity/.test(`${message}${help}${witness}`.replaceAll(/["«][^"»]*["»]/g, "")))
      throw new Error(`${item.code} says: ${message} ${help} ${witness}`);
  }
}

function checkSpan({ start, end }: Span, text: string): void {
  if (end.offset < start.offset || end.offset > text.length)
    throw new Error(`a span ${start.offset}–${end.offset} in a text of ${text.length}`);
  checkPosition(start, text);
  checkPosition(end, text);
}

/** Lines end at line feeds; columns count code points from 1. */
function checkPosition({ line, column, offset }: Position, text: string): void {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  let lines = 1;
  for (let index = before.indexOf("\n"); index >= 0; index = before.indexOf("\n", index + 1)) lines += 1;
  const columns = [...before.slice(lineStart)].length + 1;
  if (line !== lines || column !== columns)
    throw new Error(`${line}:${column} for offset ${offset}, which is ${lines}:${columns}`);
}
