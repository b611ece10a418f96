import { type ArgsOf, type Finding, finding } from "../../diagnostics/index.ts";
import { leavesIn } from "../conditions-of.ts";
import type { Contract, Deadline } from "../contract.ts";
import { unloggedTouches } from "../hubspot-properties.ts";
import type { Rule } from "./rule.ts";

/** CRM807: a deadline whose stop the CRM can't see: touches of kinds that it has no activity for, a signal bound to nothing. */
export const unmeasurableDeadline: Rule = {
  codes: ["CRM807"],
  judges: "entry",
  check: (contract) => {
    const portals = [...contract.environments.values()].filter(({ crm }) => crm === "hubspot");
    if (portals.length === 0) return [];
    const bound = new Set(portals.flatMap(({ signals }) => [...signals.keys()]));
    return [...contract.handoffs.values(), ...contract.stages.values()]
      .flatMap(({ deadlines }) => deadlines)
      .flatMap((deadline) => [...unlogged(contract, deadline), ...unbound(contract, deadline, bound)]);
  },
};

function unlogged(contract: Contract, { id, path, counts, stops }: Deadline): readonly Finding[] {
  if (stops.kind !== "touched" || counts.length === 0 || !counts.every((kind) => unloggedTouches.has(kind))) return [];
  const args: ArgsOf<"CRM807"> = { deadline: id, what: counts, cause: "touch" };
  return [finding("CRM807", contract.locate.spanOf([...path, "counts"], "value"), args, { clause: path.join(".") })];
}

function unbound(contract: Contract, { id, path, stops }: Deadline, bound: ReadonlySet<string>): readonly Finding[] {
  if (stops.kind !== "condition") return [];
  const leaves = leavesIn(contract, stops.condition);
  const signals = leaves.flatMap((leaf) => (leaf.kind === "signal" ? [leaf.signal] : []));
  if (signals.length === 0 || signals.length < leaves.length || signals.some((signal) => bound.has(signal))) return [];
  const args: ArgsOf<"CRM807"> = { deadline: id, what: signals, cause: "signal" };
  return [finding("CRM807", contract.locate.spanOf([...path, "stops"], "value"), args, { clause: path.join(".") })];
}
