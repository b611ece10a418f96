import type { Path } from "../../criteria/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Reason } from "../contract.ts";
import type { Id } from "../entry.ts";
import { isOpen } from "../lifecycle.ts";
import type { Rule, RuleFacts } from "./rule.ts";

const fewest = 3;
const most = 7;
const another = /^(?:others?|autres?|divers|miscellaneous|misc)(?: (?:reasons?|motifs?|raisons?))?$/i;
const unreached =
  /unreach|no[- ]?(?:answer|reply|response)|not[- ]reached|injoignable|sans[- ]r[ée]ponse|ne[- ]r[ée]pond|messagerie|voice ?mail/i;

/** FBK702, FBK703, FBK706 and FBK707: reasons that people choose from, and what becomes of the answer. */
export const reasonLists: Rule = {
  codes: ["FBK702", "FBK703", "FBK706", "FBK707"],
  judges: "entry",
  check: (contract, facts) => {
    const lists = listsOf(contract);
    const offered = new Set(lists.flatMap(({ reasons }) => reasons));
    return [
      ...lists.flatMap((list) => countFinding(contract, list)),
      ...[...offered].flatMap((id) => judgeReason(contract, contract.reasons.get(id))),
      ...undated(contract),
      ...[...offered].flatMap((id) => recycles(contract, facts, id)),
    ];
  },
};

interface ReasonList {
  readonly owner: Id;
  readonly path: Path;
  readonly reasons: readonly Id[];
}

/** The lists that a person chooses from; a reason that only an expiry or a limit names is in none. */
function listsOf(contract: Contract): readonly ReasonList[] {
  return [
    ...[...contract.handoffs.values()]
      .filter(({ acceptance }) => acceptance !== "automatic")
      .map(({ id, path, feedback }) => ({
        owner: id,
        path: [...path, "feedback", "reasons"],
        reasons: feedback?.reasons ?? [],
      })),
    ...[...contract.stages.values()].map(({ id, path, exitReasons }) => ({
      owner: id,
      path: [...path, "exitReasons"],
      reasons: exitReasons,
    })),
  ].filter(({ reasons }) => reasons.length > 0);
}

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

function judgeReason(contract: Contract, reason: Reason | undefined): readonly Finding[] {
  if (reason === undefined) return [];
  const words = [reason.id.replaceAll("-", " "), ...Object.values(reason.label)];
  const place = contract.locate.spanOf(reason.path, "key");
  const clause = reason.path.join(".");
  const isOpenList = !reason.needsDetail && words.some((text) => another.test(text.trim()));
  const isUnproved = reason.onlyAfter === undefined && words.some((text) => unreached.test(text));
  return [
    ...(isOpenList
      ? [finding("FBK702", place, { owner: reason.id, count: 1, cause: "other" as const }, { clause })]
      : []),
    ...(isUnproved ? [finding("FBK707", place, { reason: reason.id }, { clause })] : []),
  ];
}

function undated(contract: Contract): readonly Finding[] {
  return [...contract.handoffs.values()]
    .filter(
      ({ feedback, acceptance }) =>
        acceptance !== "automatic" && feedback !== undefined && feedback.within === undefined,
    )
    .map(({ id, path }) =>
      finding(
        "FBK703",
        contract.locate.spanOf([...path, "feedback"], "key"),
        { handoff: id },
        { clause: path.join(".") },
      ),
    );
}

/** FBK706: refused into a stage from which criteria bring the record straight back to the same handoff. */
function recycles(contract: Contract, { analysis }: RuleFacts, id: Id): readonly Finding[] {
  const reason = contract.reasons.get(id);
  const rests = contract.stages.get(reason?.moveTo ?? "");
  if (reason === undefined || rests === undefined || rests.closed !== undefined) return [];
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
