import { type Bilingual, type Finding, finding, type Language } from "../../diagnostics/index.ts";
import type { Contract } from "../contract.ts";
import type { Id } from "../entry.ts";
import { type Edge, follow, nextStages, reachableFrom } from "../lifecycle.ts";
import { describePath } from "../paths.ts";
import type { Rule } from "./rule.ts";

/** GRA301 and GRA314: a stage that no record can reach, or that nothing and nobody leads to. */
export const unreachableStage: Rule = {
  codes: ["GRA301", "GRA314"],
  judges: "contract",
  check: (contract, { analysis }) => {
    // Where a reason leads nobody knows (FBK705), so neither which stages it would make reachable.
    if ([...contract.reasons.values()].some((reason) => reason.moveTo === undefined)) return [];
    const edges = analysis.edges();
    const reached = reachableFrom("new", edges);
    if (reached.size === 1) return []; // without an entrance (GRA303) no stage is reached
    const unreached = [...contract.stages.keys()].filter((stage) => !reached.has(stage));
    const entered = new Set(edges.map(({ to }) => to));
    return causesAmong(unreached, edges).map((stage) => describe(contract, stage, { edges, entered }));
  },
};

/** Only where the trouble starts: not what merely follows from another unreached stage, and one stage per ring. */
function causesAmong(unreached: readonly Id[], edges: readonly Edge[]): readonly Id[] {
  const onward = nextStages(edges);
  const back = nextStages(edges.map(({ from, to }) => ({ from: to, to: from })));
  const covered = new Set<Id>();
  const causes = new Set<Id>();
  // The last to finish of what is left is reached from no other: it heads what it reaches.
  for (const head of finishOrder(unreached, onward).reverse()) {
    if (covered.has(head)) continue;
    for (const stage of follow(head, onward)) covered.add(stage);
    const ring = follow(head, back);
    const first = ring.size === 1 ? head : unreached.find((stage) => ring.has(stage));
    causes.add(first ?? head);
  }
  return unreached.filter((stage) => causes.has(stage));
}

type Ways = ReadonlyMap<Id, readonly Id[]>;

/** Stages in the order in which a depth-first walk leaves them. */
function finishOrder(stages: readonly Id[], onward: Ways): Id[] {
  const seen = new Set<Id>();
  return stages.flatMap((start) => (seen.has(start) ? [] : finishFrom(start, onward, seen)));
}

/** Without recursion, so that a long chain of stages is no danger. */
function finishFrom(start: Id, onward: Ways, seen: Set<Id>): readonly Id[] {
  const order: Id[] = [];
  const enter = (stage: Id) => {
    seen.add(stage);
    path.push({ stage, next: [...(onward.get(stage) ?? [])] });
  };
  const path: { readonly stage: Id; readonly next: Id[] }[] = [];
  enter(start);
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const stage = step.next.pop();
    if (stage !== undefined && !seen.has(stage)) enter(stage);
    if (stage !== undefined) continue;
    order.push(step.stage);
    path.pop();
  }
  return order;
}

function describe(
  contract: Contract,
  stage: Id,
  { edges, entered }: { readonly edges: readonly Edge[]; readonly entered: ReadonlySet<Id> },
): Finding {
  const path = ["stages", stage];
  const place = contract.locate.spanOf(path, "key");
  const clause = path.join(".");
  if (!entered.has(stage)) return finding("GRA314", place, { stage }, { clause });
  return finding("GRA301", place, { stage }, { clause, witness: onlyEntrances(contract, edges, stage) });
}

/** The moves that lead here, all from where no record is. */
function onlyEntrances(contract: Contract, edges: readonly Edge[], stage: Id): Bilingual {
  const moves = edges.filter(({ to }) => to === stage).map((edge) => describePath(contract, [edge]));
  const joined = (language: Language) => moves.map((move) => move[language]).join("; ");
  return { en: `only ${joined("en")}`, fr: `seulement ${joined("fr").replaceAll("; ", "\u202f; ")}` };
}
