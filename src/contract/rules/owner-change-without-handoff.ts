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
      .filter((edge) => causes.has(edge.cause) && !handedOver.has(pairOf(edge)))
      .filter(({ from, to }) => !facts.damaged.has(`stages.${from}`) && !facts.damaged.has(`stages.${to}`))
      .flatMap((edge) => describe(contract, edge));
  },
};

/** What moves a record without anybody handing it over; a reason is somebody's decision, an expiry nobody's. */
const causes: ReadonlySet<Edge["cause"]> = new Set(["criteria", "hand", "expiry"]);

function pairOf(edge: Edge): string {
  return `${edge.from} ${edge.to}`;
}

function describe(contract: Contract, edge: Edge) {
  const from = contract.stages.get(edge.from);
  const to = contract.stages.get(edge.to);
  if (from === undefined || to === undefined || !changesHands(contract, from, to)) return [];
  const args = { from: from.id, to: to.id, fromOwner: from.owner ?? "", toOwner: to.owner ?? "" };
  const isExpiry = edge.cause === "expiry";
  const place = isExpiry ? [...from.path, "expires"] : [...to.path, "from"];
  return [
    finding("GRA306", contract.locate.spanOf(place, "value"), args, {
      clause: (isExpiry ? from : to).path.join("."),
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
