import { type Condition, printCondition } from "../../criteria/index.ts";
import { type ArgsOf, type Finding, finding } from "../../diagnostics/index.ts";
import { type ConditionSite, conditionSitesOf } from "../condition-sites.ts";
import type { Contract } from "../contract.ts";
import { askCriteria, conjunctsOf, entryName } from "./criteria-questions.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/** CRI401: a condition, or one alternative of it, that no lead can meet, with the parts that exclude each other. */
export const unsatisfiableCriteria: Rule = {
  codes: ["CRI401", "CRI413"],
  judges: "entry",
  check: (contract, facts) => [
    ...[...contract.criteria.values()]
      .filter(({ id }) => namesItself(contract, id))
      .map(({ id }) => cycle(contract, id)),
    ...conditionSitesOf(contract).flatMap((site) => judge({ contract, facts, site })),
  ],
};

interface Judgement {
  readonly contract: Contract;
  readonly facts: RuleFacts;
  readonly site: ConditionSite;
}

function judge({ contract, facts, site }: Judgement): readonly Finding[] {
  const inItself = deadParts({ contract, facts, site }, site.condition);
  if (inItself.length > 0 || site.together.length + site.excluded.length === 0) return inItself;
  const holding = [site.condition, ...site.together];
  const answer = askCriteria(contract, facts, {
    holding,
    failing: site.excluded,
    clause: site.path,
    about: "satisfiable",
  });
  if (answer.kind === "open") return answer.findings;
  if (answer.kind === "lead") return [];
  // What the company itself can't meet is its own finding.
  const company = askCriteria(contract, facts, {
    holding: site.together,
    failing: site.excluded,
    clause: site.path,
    about: "satisfiable",
  });
  if (company.kind === "none") return [];
  return [conflict({ contract, facts, site }, [site.condition, ...site.together], "scope")];
}

/** The smallest parts of a condition that nothing meets; a part that is dead for the sake of its own parts is not one. */
function deadParts(judgement: Judgement, condition: Condition): readonly Finding[] {
  const { contract, facts, site } = judgement;
  // A named criteria is judged where it is defined; what stands under `none` only has to fail.
  if (condition.kind === "meets") return [];
  const inside =
    condition.kind === "all" || condition.kind === "any" || condition.kind === "at-least" ? condition.of : [];
  const deeper = inside.flatMap((child) => deadParts(judgement, child));
  if (deeper.length > 0) return deeper;
  const answer = askCriteria(contract, facts, { holding: [condition], clause: site.path, about: "satisfiable" });
  if (answer.kind === "open") return answer.findings;
  if (answer.kind === "lead" || isDeadByName(judgement, condition)) return [];
  return [conflict(judgement, [condition], "conflict")];
}

/** Where a named criteria that nobody meets is asked for, it is wrong where it is defined. */
function isDeadByName(judgement: Judgement, condition: Condition): boolean {
  const { contract, facts, site } = judgement;
  if (condition.kind === "all") return condition.of.some((child) => isDeadByName(judgement, child));
  const named = condition.kind === "meets" ? contract.criteria.get(condition.criteria)?.condition : undefined;
  if (named === undefined) return false;
  return askCriteria(contract, facts, { holding: [named], clause: site.path, about: "satisfiable" }).kind === "none";
}

function conflict(
  { contract, facts, site }: Judgement,
  conditions: readonly Condition[],
  cause: "conflict" | "scope",
): Finding {
  const parts = conditions.flatMap((condition) => conjunctsOf(contract, condition));
  const blamed = facts.analysis.algebra().conflictAmong(parts);
  const own = blamed.findLast(({ path }) => startsWith(path, site.path)) ?? blamed.at(-1) ?? site.condition;
  const related = blamed
    .filter((part) => part !== own)
    .map(({ path }) => ({ span: contract.locate.spanOf(path, "value"), role: "conflicts-with" as const }));
  const args: ArgsOf<"CRI401"> = {
    clause: entryName(site.path),
    parts: blamed.map(printCondition),
    cause: blamed.length === 1 && cause === "conflict" ? "alone" : cause,
  };
  const clause = site.path.join(".");
  return finding("CRI401", contract.locate.spanOf(own.path, "value"), args, { clause, related });
}

function startsWith(path: readonly (string | number)[], start: readonly (string | number)[]): boolean {
  return start.every((step, index) => path[index] === step);
}

function cycle(contract: Contract, id: string): Finding {
  const path = ["criteria", id];
  const args: ArgsOf<"CRI401"> = { clause: id, parts: [], cause: "cycle" };
  return finding("CRI401", contract.locate.spanOf(path, "key"), args, { clause: path.join(".") });
}

/** True for named criteria that lead back to themselves. */
function namesItself(contract: Contract, id: string): boolean {
  const seen = new Set<string>();
  const queue = namedIn(contract.criteria.get(id)?.condition);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (name === id) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    queue.push(...namedIn(contract.criteria.get(name)?.condition));
  }
  return false;
}

function namedIn(condition: Condition | undefined): string[] {
  if (condition === undefined) return [];
  if ("of" in condition) return condition.of.flatMap(namedIn);
  return condition.kind === "meets" ? [condition.criteria] : [];
}
