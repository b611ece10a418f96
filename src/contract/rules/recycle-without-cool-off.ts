import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Reason } from "../contract.ts";
import type { Id } from "../entry.ts";
import { isOpen } from "../lifecycle.ts";
import { offeredReasons } from "../reason-lists.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/** FBK706: refused into a stage from which criteria bring the record straight back to the same handoff. */
export const recycleWithoutCoolOff: Rule = {
  codes: ["FBK706"],
  judges: "entry",
  check: (contract, facts) => offeredReasons(contract).flatMap((reason) => recycles(contract, facts, reason)),
};

function recycles(contract: Contract, { analysis }: RuleFacts, reason: Reason): readonly Finding[] {
  const { id } = reason;
  const rests = contract.stages.get(reason.moveTo ?? "");
  if (rests === undefined || rests.closed !== undefined) return [];
  if (reason.coolOff !== undefined || reason.repair !== undefined) return [];
  const back = new Set(
    analysis
      .edges()
      .filter(({ cause, from, to }) => cause === "criteria" && from === rests.id && isOpenStage(contract, to))
      .map(({ to }) => to),
  );
  const again = [...contract.handoffs.values()].find(
    ({ from, feedback }) => feedback?.reasons.includes(id) === true && from.some((stage) => back.has(stage)),
  );
  if (again === undefined) return [];
  const place = contract.locate.spanOf(reason.path, "key");
  return [
    finding("FBK706", place, { reason: id, handoff: again.id, stage: rests.id }, { clause: reason.path.join(".") }),
  ];
}

function isOpenStage(contract: Contract, id: Id): boolean {
  const stage = contract.stages.get(id);
  return stage !== undefined && isOpen(stage);
}
