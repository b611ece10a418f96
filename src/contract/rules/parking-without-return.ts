import { finding } from "../../diagnostics/index.ts";
import { natureOf, reachableFrom } from "../lifecycle.ts";
import { witnessWay } from "../paths.ts";
import type { Rule } from "./rule.ts";

/** GRA310: a stage where records rest, and which none ever leaves again for work. */
export const parkingWithoutReturn: Rule = {
  codes: ["GRA310"],
  judges: "contract",
  check: (contract, { analysis }) => {
    const edges = analysis.edges();
    const reached = reachableFrom("new", edges);
    return [...contract.stages.values()]
      .filter(({ id, parking }) => parking && reached.has(id))
      .filter(({ id }) => {
        const leaving = edges.filter((edge) => edge.from === id && edge.to !== id && edge.cause !== "expiry");
        return !leaving.some(({ to }) => isWork(to));
      })
      .map((stage) =>
        finding(
          "GRA310",
          contract.locate.spanOf(stage.path, "key"),
          { stage: stage.id },
          { clause: stage.path.join("."), ...witnessWay(contract, edges, stage.id) },
        ),
      );

    function isWork(id: string): boolean {
      const stage = contract.stages.get(id);
      return stage !== undefined && natureOf(contract, stage) !== "mirror";
    }
  },
};
