import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Reason } from "../contract.ts";
import { namesOfReason, offeredReasons, type ReasonList, reasonListsOf } from "../reason-lists.ts";
import type { Rule } from "./rule.ts";

const fewest = 3;
const most = 7;
const another = /^(?:others?|autres?|divers|miscellaneous|misc)(?: (?:reasons?|motifs?|raisons?))?$/i;

/** FBK702: too few reasons to choose from, too many to choose well, or "other" without a detail. */
export const openReasonList: Rule = {
  codes: ["FBK702"],
  judges: "entry",
  check: (contract) => [
    ...reasonListsOf(contract).flatMap((list) => countFinding(contract, list)),
    ...offeredReasons(contract).flatMap((reason) => judgeReason(contract, reason)),
  ],
};

function countFinding(contract: Contract, { owner, path, reasons }: ReasonList): readonly Finding[] {
  const count = reasons.length;
  // A stage may have one way out; who refuses has to have a choice.
  const least = path[0] === "handoffs" ? fewest : 1;
  if (count >= least && count <= most) return [];
  const cause = count < fewest ? ("few" as const) : ("many" as const);
  return [
    finding(
      "FBK702",
      contract.locate.spanOf(path, "value"),
      { owner, count, cause },
      { clause: path.slice(0, 2).join(".") },
    ),
  ];
}

function judgeReason(contract: Contract, reason: Reason): readonly Finding[] {
  if (reason.needsDetail || !namesOfReason(reason).some((text) => another.test(text.trim()))) return [];
  const args = { owner: reason.id, count: 1, cause: "other" as const };
  const clause = reason.path.join(".");
  return [finding("FBK702", contract.locate.spanOf(reason.path, "key"), args, { clause })];
}
