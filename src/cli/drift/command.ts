import { nearest } from "../../diagnostics/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { differencesOf, writeSources } from "../files/write-sources.ts";
import { type PlanRequest, type PreparedPlan, preparePlan } from "../plan/prepare-plan.ts";
import type { Terminal } from "../terminal.ts";
import { acceptLabels } from "./accept.ts";
import { type Drifted, driftOf } from "./drifted.ts";
import { renderDriftJson, renderDriftText } from "./views.ts";

/** The options of `revpact drift`. */
export interface DriftOptions extends PlanRequest {
  readonly accept?: readonly string[];
  readonly dryRun?: boolean;
  readonly format: "text" | "json";
}

/** Tells what was changed in the CRM by hand, or takes labels of it over into the contract. */
export async function runDrift(options: DriftOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  if (options.dryRun === true && options.accept === undefined)
    return fail(exitCodes.usage, "--dry-run has no effect without --accept", "drift itself never writes anything");
  const prepared = await preparePlan(options, terminal);
  if (!prepared.ok) return prepared;
  await prepared.value.portal.close();
  const drifted = driftOf(prepared.value);
  if (options.accept !== undefined) return accept(drifted, { prepared: prepared.value, options, terminal });
  if (options.format === "json") terminal.out(renderDriftJson(drifted));
  else terminal.out(renderDriftText(drifted, { language: options.lang, paint: terminal.outPaint }));
  return succeed(drifted.length === 0 ? exitCodes.done : exitCodes.changesPending);
}

interface Work {
  readonly prepared: PreparedPlan;
  readonly options: DriftOptions;
  readonly terminal: Terminal;
}

function accept(drifted: readonly Drifted[], { prepared, options, terminal }: Work): Result<ExitCode> {
  const named = options.accept ?? [];
  const addresses = drifted.map(({ item }) => item.address);
  const unknown = named.find((address) => address !== "all" && !addresses.includes(address));
  if (unknown !== undefined) {
    const guess = nearest(unknown, addresses);
    return fail(
      exitCodes.usage,
      `${unknown} was not changed by hand${guess === undefined ? "" : `; did you mean ${guess}`}`,
      "take an address that revpact drift shows, or all",
    );
  }
  const chosen = drifted.filter(({ item }) => named.includes("all") || named.includes(item.address));
  const { sources } = prepared;
  const accepted = acceptLabels(sources, chosen, prepared);
  if (!accepted.ok) return accepted;
  const { after, taken, left } = accepted.value;
  const written = options.dryRun === true ? succeed(undefined) : writeSources(sources, after, process.cwd());
  if (!written.ok) return written;
  terminal.out(differencesOf(sources, after));
  const say = said[options.lang];
  terminal.talk(`${say.taken(taken.length, options.dryRun === true)}\n`);
  for (const name of left) terminal.talk(`${say.left(name)}\n`);
  return succeed(taken.length === 0 && chosen.length > 0 ? exitCodes.blocked : exitCodes.done);
}

const said = {
  en: {
    taken: (count: number, isDry: boolean) =>
      `${count} ${count === 1 ? "label" : "labels"} ${isDry ? "to take over, nothing written" : "taken over into the contract: revpact plan shows what is left"}`,
    left: (name: string) => `not taken over: ${name} (no single text of the contract says it)`,
  },
  fr: {
    taken: (count: number, isDry: boolean) =>
      `${count} ${count < 2 ? "libellé" : "libellés"} ${isDry ? "à reprendre, rien n'est écrit" : "repris dans le contrat\u00a0: revpact plan montre ce qui reste"}`,
    left: (name: string) => `non repris\u00a0: ${name} (aucun texte du contrat ne le dit à lui seul)`,
  },
} as const;
