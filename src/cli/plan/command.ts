import { resolve } from "node:path";
import { isEmptyPlan, type Plan, renderPlan } from "../../engine/index.ts";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import type { Terminal } from "../terminal.ts";
import { createClauseTitles } from "./clause-titles.ts";
import { countImpact } from "./count-impact.ts";
import { renderPlanMarkdown } from "./markdown-view.ts";
import type { PlanReader } from "./plan-sections.ts";
import { type PlanRequest, preparePlan } from "./prepare-plan.ts";
import { renderPlanText } from "./text-view.ts";

/** The options of `revpact plan`. */
export interface PlanOptions extends PlanRequest {
  readonly format: "text" | "json" | "markdown";
  readonly out?: string;
  readonly detailedExitcode?: boolean;
  readonly verbose?: boolean;
}

/** Shows what apply would do, and saves it where asked. */
export async function runPlan(options: PlanOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const prepared = await preparePlan(options, terminal);
  if (!prepared.ok) return prepared;
  const { portal, contract } = prepared.value;
  const plan = await countImpact(prepared.value);
  await portal.close();
  if (options.out !== undefined) {
    const written = writeFileAtomically(resolve(options.out), renderPlan(plan));
    if (!written.ok) return written;
  }
  const reader = { language: options.lang, titleOf: createClauseTitles(contract, options.lang) };
  terminal.out(printPlan(plan, { options, reader, terminal }));
  return succeed(options.detailedExitcode === true && !isEmptyPlan(plan) ? exitCodes.changesPending : exitCodes.done);
}

interface Printing {
  readonly options: PlanOptions;
  readonly reader: PlanReader;
  readonly terminal: Terminal;
}

function printPlan(plan: Plan, { options, reader, terminal }: Printing): string {
  switch (options.format) {
    case "json":
      return renderPlan(plan);
    case "markdown":
      return renderPlanMarkdown(plan, reader);
    case "text":
      return renderPlanText(plan, {
        ...reader,
        paint: terminal.outPaint,
        isWhole: options.verbose === true,
        next: nextCommand(plan, options),
      });
    default:
      return options.format satisfies never;
  }
}

function nextCommand({ acceptance, digest }: Plan, { out, path, environment }: PlanOptions): string {
  const accept = acceptance === undefined ? "" : ` --accept ${digest.slice(0, 12)}`;
  const place = [...(path === undefined ? [] : [path]), ...(environment === undefined ? [] : ["-e", environment])].join(
    " ",
  );
  const command =
    out === undefined
      ? `revpact apply ${place}`.trimEnd()
      : `revpact apply ${place === "" ? "" : `${place} `}--plan ${out}`;
  return `${command}${accept}`;
}
