import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract } from "../contract.ts";
import { isOpen } from "../lifecycle.ts";
import type { Rule } from "./rule.ts";

/** OWN603: a handoff into a stage without owner, or a recurring decision that nobody carries out. */
export const noResponsible: Rule = {
  codes: ["OWN603"],
  judges: "entry",
  check: (contract, { damaged }) => [
    ...handoffsWithoutReceiver(contract).filter(({ args }) => !damaged.has(`stages.${args["stage"]}`)),
    ...decisionsWithoutDoer(contract),
  ],
};

/** An open stage without owner is GRA302 already. */
function handoffsWithoutReceiver(contract: Contract): readonly Finding[] {
  return [...contract.handoffs.values()]
    .filter((handoff) => {
      const to = contract.stages.get(handoff.to);
      return (
        to !== undefined && to.owner === undefined && !isOpen(to) && handoff.responsibilities.responsible.length === 0
      );
    })
    .map((handoff) =>
      finding(
        "OWN603",
        contract.locate.spanOf([...handoff.path, "to"], "value"),
        { clause: handoff.id, stage: handoff.to },
        { clause: handoff.path.join(".") },
      ),
    );
}

function decisionsWithoutDoer(contract: Contract): readonly Finding[] {
  return contract.governance.decisions
    .filter((decision) => decision.responsible.length === 0)
    .map((decision) =>
      finding(
        "OWN603",
        contract.locate.spanOf(decision.path, "key"),
        { clause: decision.id, stage: "" },
        { clause: decision.path.join(".") },
      ),
    );
}
