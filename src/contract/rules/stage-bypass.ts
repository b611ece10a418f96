import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Stage } from "../contract.ts";
import { type Edge, isOpen, natureOf } from "../lifecycle.ts";
import { describePath } from "../paths.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/** GRA309: a move past a stage that the same record would otherwise have to go through, with what that stage asks. */
export const stageBypass: Rule = {
  codes: ["GRA309"],
  judges: "contract",
  check: (contract, facts) =>
    [...contract.stages.values()]
      .filter((stage) => isOpen(stage) && natureOf(contract, stage) !== "mirror")
      .flatMap((stage) => stage.from.flatMap((origin) => judge(contract, facts, { stage, origin }))),
};

function judge(
  contract: Contract,
  facts: RuleFacts,
  { stage, origin }: { readonly stage: Stage; readonly origin: string },
): readonly Finding[] {
  const from = contract.stages.get(origin);
  if (from === undefined || !isOpen(from)) return [];
  const skipped = [...contract.stages.values()].find(
    (between) =>
      between !== from &&
      between !== stage &&
      stage.from.includes(between.id) &&
      between.from.includes(origin) &&
      asksMore(contract, between, stage),
  );
  if (skipped === undefined) return [];
  const direct = facts.analysis.edges().find((edge) => edge.from === origin && edge.to === stage.id && isOwn(edge));
  if (direct === undefined) return [];
  const long = facts.analysis.edges().filter((edge) => isOwn(edge) && isStep(edge, [origin, skipped.id, stage.id]));
  return [
    finding(
      "GRA309",
      contract.locate.spanOf([...stage.path, "from"], "value"),
      { stage: stage.id, from: origin, skipped: skipped.id },
      {
        clause: stage.path.join("."),
        related: [{ span: contract.locate.spanOf(skipped.path, "key"), role: "conflicts-with" }],
        witness: bothWays(contract, [direct], long),
      },
    ),
  ];
}

/**
 * What the stage between owes or asks for, and what would go unasked: required fields, or deadlines that never run. Criteria
 * alone are no obligation: who meets those of the later stage may well come straight to it.
 */
function asksMore(contract: Contract, between: Stage, stage: Stage): boolean {
  if (!isOpen(between) || natureOf(contract, between) === "mirror") return false;
  return between.deadlines.length > 0 || between.requires.some((field) => !stage.requires.includes(field));
}

function isOwn({ cause }: Edge): boolean {
  return cause === "criteria" || cause === "hand";
}

function isStep({ from, to }: Edge, stations: readonly string[]): boolean {
  return stations.some((station, index) => station === from && stations[index + 1] === to);
}

function bothWays(contract: Contract, direct: readonly Edge[], long: readonly Edge[]) {
  const [short, round] = [describePath(contract, direct), describePath(contract, long)];
  return { en: `${short.en} instead of ${round.en}`, fr: `${short.fr} au lieu de ${round.fr}` };
}
