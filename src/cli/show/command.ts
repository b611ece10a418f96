import type { Language } from "../../diagnostics/index.ts";
import { canonicalJson, jsonOf, type Plan, renderPlan } from "../../engine/index.ts";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { loadSingle, type UsableContract } from "../files/load-single.ts";
import { createClauseTitles } from "../plan/clause-titles.ts";
import { renderPlanMarkdown } from "../plan/markdown-view.ts";
import type { PlanReader } from "../plan/plan-sections.ts";
import { readPlanFile } from "../plan/read-plan-file.ts";
import { renderPlanText } from "../plan/text-view.ts";
import type { Terminal } from "../terminal.ts";
import { renderBanner, renderMarkdownBanner } from "./banner.ts";
import { findMoves, type Moves } from "./moves.ts";

/** The options of `revpact show`. */
export interface ShowOptions {
  readonly file: string;
  readonly contract?: string;
  readonly offline?: boolean;
  readonly verbose?: boolean;
  readonly lang: Language;
  readonly format: "text" | "json" | "markdown";
}

/** Prints a saved plan, and above it what has changed since it was made. */
export async function runShow(options: ShowOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const plan = readPlanFile(options.file);
  if (!plan.ok) return plan;
  // A plan can be read without its contract: then clauses have no names, and nobody can tell what moved.
  const quiet: Terminal = { ...terminal, talk: () => undefined };
  const loaded = loadSingle(options.contract, options.lang, quiet);
  const usable = loaded.ok && loaded.value.contract.name === plan.value.contract.name ? loaded.value : undefined;
  const moves: Moves =
    options.offline === true || usable === undefined
      ? { kind: "unknown", reason: options.offline === true ? "offline" : "no-contract" }
      : await findMoves(plan.value, usable, quiet);
  terminal.out(print(plan.value, moves, { options, reader: readerOf(usable, options.lang), terminal }));
  return succeed(exitCodes.done);
}

function readerOf(usable: UsableContract | undefined, language: Language): PlanReader {
  if (usable !== undefined) return { language, titleOf: createClauseTitles(usable.contract, language) };
  return { language, titleOf: (clause) => ({ title: clause.split(".").slice(0, 2).join("."), rank: 0 }) };
}

interface Printing {
  readonly options: ShowOptions;
  readonly reader: PlanReader;
  readonly terminal: Terminal;
}

function print(plan: Plan, moves: Moves, { options, reader, terminal }: Printing): string {
  const paint = terminal.outPaint;
  switch (options.format) {
    case "json":
      return `${canonicalJson(jsonOf({ formatVersion: 1, since: moves, plan: JSON.parse(renderPlan(plan)) }))}\n`;
    case "markdown":
      return renderMarkdownBanner(moves, options.lang) + renderPlanMarkdown(plan, reader);
    case "text": {
      const body = renderPlanText(plan, { ...reader, paint, isWhole: options.verbose === true });
      return renderBanner(moves, { language: options.lang, paint }) + body;
    }
    default:
      return options.format satisfies never;
  }
}
