import { compare, type Preparation, prepare, type SimulationResult, simulate } from "../../simulation/index.ts";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import type { Output } from "../options.ts";
import { createPaint, type Terminal } from "../terminal.ts";
import { type InputOptions, type Inputs, loadInputs } from "./inputs.ts";
import { renderJson } from "./json-view.ts";
import { renderHtml } from "./page/html-view.ts";
import type { Report, TextStyle } from "./report.ts";
import { renderText } from "./text-view.ts";

const formats = {
  text: renderText,
  json: renderJson,
  html: renderHtml,
} as const satisfies Readonly<Record<string, (report: Report, style: TextStyle) => string>>;

/** The output formats of `revpact simulate`. */
export type SimulateFormat = keyof typeof formats;

/** The options of `revpact simulate`. */
export interface SimulateOptions extends InputOptions {
  readonly seed: number;
  readonly runs: number;
  readonly months: number;
  readonly outputs: readonly Output<SimulateFormat>[];
}

/** Simulates a contract, and another version of it to compare with. */
export async function runSimulate(options: SimulateOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const inputs = await loadInputs(options, terminal);
  if (!inputs.ok) return inputs;
  const report = reportOf(inputs.value, options);
  for (const { format, file } of options.outputs) {
    const { language } = options;
    if (file === undefined) {
      terminal.out(
        formats[format](report, { language, paint: format === "text" ? terminal.outPaint : createPaint(false) }),
      );
      continue;
    }
    const written = writeFileAtomically(file, formats[format](report, { language, paint: createPaint(false) }));
    if (!written.ok) return written;
  }
  return succeed(exitCodes.done);
}

function reportOf(inputs: Inputs, options: SimulateOptions): Report {
  const { contract, profile, perDay, from, against } = inputs;
  const { staff, months } = options;
  const preparation = prepare(contract, { profile, perDay, staff, from });
  const result = played(preparation, options);
  const base = { contract, preparation, result, months };
  if (against === undefined) return base;
  const { kinds } = preparation.scheme;
  const other = played(prepare(against.contract, { profile, perDay, staff, from, kinds }), options);
  return { ...base, against: { ...against, result: other, comparison: compare(other, result) } };
}

function played({ terms, scheme }: Preparation, { seed, runs, months }: SimulateOptions): SimulationResult {
  const start = terms.effectiveAt;
  return simulate({ terms, scheme, start, end: terms.after(start, { kind: "months", amount: months }), seed, runs });
}
