import { type Finding, finding } from "../../diagnostics/index.ts";
import { asksForSignal, leavesIn } from "../conditions-of.ts";
import type { Contract, Stage } from "../contract.ts";
import type { Id } from "../entry.ts";
import { natureOf } from "../lifecycle.ts";
import { askCriteria, witnessLead } from "./criteria-questions.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/**
 * GRA312: criteria that take records back from parking or from lost and ask for no signal at all. Where some alternative
 * holds a signal, records come back through that one only: the others are for records that were never away.
 */
export const returnWithoutSignal: Rule = {
  codes: ["GRA312"],
  judges: "entry",
  check: (contract, facts) =>
    [...contract.stages.values()]
      .filter((stage) => stage.by === undefined && natureOf(contract, stage) !== "mirror")
      .flatMap((stage) => judge(contract, facts, stage)),
};

function judge(contract: Contract, facts: RuleFacts, stage: Stage): readonly Finding[] {
  const [origin] = originsLeft(contract, stage);
  if (stage.criteria === undefined || origin === undefined) return [];
  const path = [...stage.path, "criteria"];
  const leaves = leavesIn(contract, stage.criteria);
  // A mirror's own condition, such as "no deal any more", moves only when people have moved the deal.
  if (asksForSignal(contract, stage.criteria) || leaves.every((leaf) => leaf.kind === "linked")) return [];
  const answer = askCriteria(contract, facts, { holding: [stage.criteria], clause: path, about: "satisfiable" });
  if (answer.kind !== "lead") return [];
  const place = contract.locate.spanOf(path, "value");
  return [
    finding(
      "GRA312",
      place,
      { stage: stage.id, from: origin },
      {
        clause: stage.path.join("."),
        witness: witnessLead(contract, answer.lead),
        related: [{ span: contract.locate.spanOf(["stages", origin], "key"), role: "conflicts-with" }],
      },
    ),
  ];
}

/** The parking and lost stages that the stage names as its origins. */
function originsLeft(contract: Contract, stage: Stage): readonly Id[] {
  return stage.from.filter((id) => {
    const origin = contract.stages.get(id);
    return origin !== undefined && origin !== stage && (origin.parking || origin.closed === "lost");
  });
}
