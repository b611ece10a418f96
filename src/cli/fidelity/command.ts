import type { Language } from "../../diagnostics/index.ts";
import { compileHubSpot, type FidelityLevel } from "../../targets/index.ts";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { loadSingle } from "../files/load-single.ts";
import { chooseEnvironment } from "../portal/environment.ts";
import type { Terminal } from "../terminal.ts";
import { fidelityOf } from "./clause-fidelity.ts";
import { renderAsJson, renderAsText } from "./views.ts";

/** The options of `revpact fidelity`. */
export interface FidelityOptions {
  readonly path: string | undefined;
  readonly environment: string | undefined;
  readonly level: FidelityLevel | undefined;
  readonly format: "text" | "json";
  readonly language: Language;
}

/** Compiles the contract for an environment and tells how far it is held there; asks no CRM. */
export function runFidelity(options: FidelityOptions, terminal: Terminal): Result<ExitCode> {
  const loaded = loadSingle(options.path, options.language, terminal);
  if (!loaded.ok) return loaded;
  const { contract } = loaded.value;
  const environment = chooseEnvironment(contract, options.environment);
  if (!environment.ok) return environment;
  const clauses = fidelityOf(compileHubSpot(contract, environment.value).notes);
  const shown = { contract, environment: environment.value.id, clauses, level: options.level };
  if (options.format === "json") terminal.out(renderAsJson(shown, options.language));
  else terminal.out(renderAsText(shown, { language: options.language, paint: terminal.outPaint }));
  return succeed(exitCodes.done);
}
