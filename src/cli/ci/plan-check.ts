import type { Contract, Environment } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import { isEmptyPlan } from "../../engine/index.ts";
import { compileHubSpot, type Resource } from "../../targets/index.ts";
import type { Difference } from "../diff/difference.ts";
import { createClauseTitles } from "../plan/clause-titles.ts";
import { countImpact } from "../plan/count-impact.ts";
import { renderPlanMarkdown } from "../plan/markdown-view.ts";
import { preparePlan } from "../plan/prepare-plan.ts";
import type { OpenPortal } from "../portal/open-portal.ts";
import type { Terminal } from "../terminal.ts";
import { type Check, checkOf } from "./check.ts";

/** An option that is no longer offered, and how many records hold it. */
export interface HeldOption {
  readonly clause: string;
  readonly count: number;
}

/** What would be done in the CRM, as Markdown, and whom it concerns there. */
export interface PlanOutcome {
  readonly check: Check;
  readonly markdown?: string;
  readonly held: readonly HeldOption[];
}

/** What the plan is asked for. */
export interface PlanQuestion {
  readonly path: string | undefined;
  readonly contract: Contract;
  readonly environment: string | undefined;
  readonly language: Language;
  readonly difference: Difference | undefined;
}

/** The plan with a token that reads; without one (a fork gets none) it is left out, and the verdict stands without it. */
export async function checkPlan(question: PlanQuestion, terminal: Terminal): Promise<PlanOutcome> {
  const environment = environmentOf(question);
  if (environment === undefined)
    return skipped({ en: "no HubSpot environment in the contract", fr: "aucun environnement HubSpot dans le contrat" });
  const { tokenVariable } = environment;
  const isWithoutToken =
    environment.crm === "hubspot" && (tokenVariable === undefined || (process.env[tokenVariable] ?? "") === "");
  if (isWithoutToken)
    return skipped({
      en: `no token in ${tokenVariable ?? "the environment"}: a pipeline of a fork gets none`,
      fr: `aucun jeton dans ${tokenVariable ?? "l'environnement"}\u00a0: le pipeline d'un fork n'en reçoit pas`,
    });
  const { path, language, difference } = question;
  const prepared = await preparePlan({ path, environment: environment.id, lang: language }, terminal);
  if (!prepared.ok) {
    const { message } = prepared.failure;
    return { check: checkOf("plan", "failed", { en: message, fr: message }, { lines: [message] }), held: [] };
  }
  const { portal, contract } = prepared.value;
  const plan = await countImpact(prepared.value);
  const held = difference === undefined ? [] : await heldOptions(difference, environment, portal);
  await portal.close();
  const markdown = renderPlanMarkdown(plan, { language, titleOf: createClauseTitles(contract, language) });
  const summary = isEmptyPlan(plan)
    ? { en: `nothing to do in ${environment.id}`, fr: `rien à faire dans ${environment.id}` }
    : { en: `changes for ${environment.id}, see below`, fr: `changements pour ${environment.id}, voir plus bas` };
  return { check: checkOf("plan", "passed", summary), markdown, held };
}

function skipped(summary: Check["summary"]): PlanOutcome {
  return { check: checkOf("plan", "skipped", summary), held: [] };
}

function environmentOf({ contract, environment }: PlanQuestion): Environment | undefined {
  if (environment !== undefined) return contract.environments.get(environment);
  return [...contract.environments.values()].find(({ crm }) => crm === "hubspot");
}

/** Of each option that was taken out, how many records hold it; what the token may not see is not told. */
async function heldOptions(
  { base, comparison }: Difference,
  environment: Environment,
  portal: OpenPortal,
): Promise<readonly HeldOption[]> {
  const gone = comparison.changes.filter(({ kind }) => kind === "option-removed");
  if (gone.length === 0) return [];
  const properties = compileHubSpot(base.contract, environment).resources.filter(({ kind }) => kind === "property");
  const held: HeldOption[] = [];
  for (const { clause } of gone) {
    const [, field = "", , ...option] = clause.split(".");
    const property = properties.find((one) => isOfField(one, field));
    if (property === undefined) continue;
    const { object, name } = property;
    const counted = await portal.reader.countHolders({ kind: "property", object, name, value: option.join(".") });
    if (counted.ok && counted.value.records > 0) held.push({ clause, count: counted.value.records });
  }
  return held;
}

function isOfField({ clause }: Resource, field: string): boolean {
  return clause === `fields.${field}`;
}
