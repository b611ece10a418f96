import { finding } from "../../diagnostics/index.ts";
import type { Contract, Stage } from "../contract.ts";
import { isOpen, natureOf } from "../lifecycle.ts";
import { askCriteria } from "./criteria-questions.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/** CRI410: a stage that asks no more than the one before it, so that records pass through the first at once. */
export const weakerThanPreviousStage: Rule = {
  codes: ["CRI410", "CRI413"],
  judges: "entry",
  check: (contract, facts) =>
    [...contract.stages.values()].flatMap((stage) =>
      stage.from.flatMap((origin) => judge(contract, facts, { stage, previous: contract.stages.get(origin) })),
    ),
};

function judge(
  contract: Contract,
  facts: RuleFacts,
  { stage, previous }: { readonly stage: Stage; readonly previous: Stage | undefined },
) {
  // Who returns from parking comes back by a new signal, not by the old criteria.
  if (previous === undefined || previous === stage || !isOpen(previous)) return [];
  if (stage.criteria === undefined || previous.criteria === undefined) return [];
  if ([stage, previous].some((one) => natureOf(contract, one) === "mirror")) return [];
  const path = [...stage.path, "criteria"];
  const ask = (holding: readonly [] | readonly [NonNullable<Stage["criteria"]>]) =>
    askCriteria(contract, facts, {
      holding,
      failing: stage.criteria === undefined ? [] : [stage.criteria],
      clause: path,
      about: "weaker",
    });
  const answer = ask([previous.criteria]);
  if (answer.kind === "open") return answer.findings;
  // What holds for everybody is CRI402; what nobody meets, CRI401.
  if (answer.kind === "lead" || ask([]).kind !== "lead" || !isMet(contract, facts, previous)) return [];
  const related = [
    { span: contract.locate.spanOf([...previous.path, "criteria"], "value"), role: "conflicts-with" as const },
  ];
  return [
    finding(
      "CRI410",
      contract.locate.spanOf(path, "value"),
      { stage: stage.id, previous: previous.id },
      { clause: path.join("."), related },
    ),
  ];
}

function isMet(contract: Contract, facts: RuleFacts, { criteria, path }: Stage): boolean {
  const holding = criteria === undefined ? [] : [criteria];
  return askCriteria(contract, facts, { holding, clause: path, about: "weaker" }).kind === "lead";
}
