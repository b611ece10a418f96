import { finding } from "../../diagnostics/index.ts";
import type { Contract, Stage } from "../contract.ts";
import { type Edge, isOpen, natureOf } from "../lifecycle.ts";
import { describePath } from "../paths.ts";
import { relatedRoles } from "../roles.ts";
import { hasDamaged, type Rule } from "./rule.ts";

/** GRA306: a record that goes from one owner's stage to another's worked stage although nobody hands it over. */
export const ownerChangeWithoutHandoff: Rule = {
  codes: ["GRA306"],
  judges: "entry",
  check: (contract, facts) => {
    if (hasDamaged(facts, "handoffs", "roles")) return [];
    const edges = facts.analysis.edges();
    const handedOver = new Set(edges.filter((edge) => edge.cause === "handoff").map(pairOf));
    return edges
      .filter((edge) => (edge.cause === "criteria" || edge.cause === "hand") && !handedOver.has(pairOf(edge)))
      .filter(({ from, to }) => !facts.damaged.has(`stages.${from}`) && !facts.damaged.has(`stages.${to}`))
      .flatMap((edge) => describe(contract, edge));
  },
};

function pairOf(edge: Edge): string {
  return `${edge.from} ${edge.to}`;
}

function describe(contract: Contract, edge: Edge) {
  const from = contract.stages.get(edge.from);
  const to = contract.stages.get(edge.to);
  if (from === undefined || to === undefined || !changesHands(contract, from, to)) return [];
  const args = { from: from.id, to: to.id, fromOwner: from.owner ?? "", toOwner: to.owner ?? "" };
  return [
    finding("GRA306", contract.locate.spanOf([...to.path, "from"], "value"), args, {
      clause: to.path.join("."),
      witness: describePath(contract, [edge]),
    }),
  ];
}

/** A mirror follows another object and parking is no work: neither takes a record out of anybody's hands. */
function changesHands(contract: Contract, from: Stage, to: Stage): boolean {
  if (!isOpen(from) || natureOf(contract, from) === "mirror" || natureOf(contract, to) !== "worked") return false;
  if (from.owner === undefined || to.owner === undefined) return false;
  return !relatedRoles(contract, from.owner).has(to.owner);
}
