import { type Condition, type Path, printCondition } from "../../criteria/index.ts";
import { type ArgsOf, type Finding, type Fix, finding } from "../../diagnostics/index.ts";
import { type ConditionSite, conditionSitesOf } from "../condition-sites.ts";
import { leavesIn } from "../conditions-of.ts";
import type { Contract } from "../contract.ts";
import { askCriteria, entryName } from "./criteria-questions.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/** CRI411: a part of a condition without which it would mean the same. */
export const redundantCondition: Rule = {
  codes: ["CRI411", "CRI413"],
  judges: "entry",
  check: (contract, facts) =>
    conditionSitesOf(contract).flatMap((site) => {
      const judgement = { contract, facts, site };
      return isMeaningful(judgement) ? redundantParts(judgement, site.condition) : [];
    }),
};

interface Judgement {
  readonly contract: Contract;
  readonly facts: RuleFacts;
  readonly site: ConditionSite;
}

/** What nobody or everybody meets has its own finding; every part of it would look redundant. */
function isMeaningful({ contract, facts, site }: Judgement): boolean {
  const { condition, path } = site;
  const ask = (query: { readonly holding: readonly Condition[]; readonly failing: readonly Condition[] }) =>
    askCriteria(contract, facts, { ...query, clause: path, about: "redundant" }).kind === "lead";
  return ask({ holding: [condition], failing: [] }) && ask({ holding: [], failing: [condition] });
}

type Group = Extract<Condition, { readonly kind: "all" | "any" | "none" }>;

function redundantParts(judgement: Judgement, condition: Condition): readonly Finding[] {
  if (!("of" in condition) || isDead(judgement, condition)) return [];
  const deeper = condition.of.flatMap((child) => redundantParts(judgement, child));
  if (deeper.length > 0 || condition.kind === "at-least") return deeper;
  return idleIn(judgement, condition);
}

/** From the last to the first, so that of two that say the same the later one is told. */
function idleIn(judgement: Judgement, group: Group): readonly Finding[] {
  let kept = group.of;
  const findings: Finding[] = [];
  for (const part of group.of.toReversed()) {
    const others = kept.filter((other) => other !== part);
    const cause = causeOf(judgement, { group, part, others });
    if (cause === undefined) continue;
    kept = others;
    findings.push(describe(judgement, { group, part, cause }));
  }
  return findings;
}

type Cause = ArgsOf<"CRI411">["cause"];

function causeOf(
  judgement: Judgement,
  { group, part, others }: { readonly group: Group; readonly part: Condition; readonly others: readonly Condition[] },
): Cause | undefined {
  if (group.kind === "all") return impliedBy(judgement, part, others);
  if (!isDead(judgement, part)) return coveredBy(judgement, part, others);
  return group.kind === "none" ? "idle" : undefined;
}

function impliedBy(
  { contract, facts, site }: Judgement,
  part: Condition,
  others: readonly Condition[],
): Cause | undefined {
  if (others.length === 0) return undefined;
  const answer = askCriteria(contract, facts, {
    holding: others,
    failing: [part],
    clause: site.path,
    about: "redundant",
  });
  return answer.kind === "none" ? "implied" : undefined;
}

/** A signal counts anew when a record returns: an alternative that names one is idle only beside another that names the same. */
function coveredBy(
  { contract, facts, site }: Judgement,
  part: Condition,
  others: readonly Condition[],
): Cause | undefined {
  const own = signalsIn(contract, part);
  const rivals = others.filter((other) => own.every((signal) => signalsIn(contract, other).includes(signal)));
  const answer = askCriteria(contract, facts, {
    holding: [part],
    failing: rivals,
    clause: site.path,
    about: "redundant",
  });
  return answer.kind === "none" ? "covered" : undefined;
}

/** What nobody meets is CRI401 wherever it matters. */
function isDead({ contract, facts, site }: Judgement, condition: Condition): boolean {
  return askCriteria(contract, facts, { holding: [condition], clause: site.path, about: "redundant" }).kind === "none";
}

function signalsIn(contract: Contract, condition: Condition): readonly string[] {
  return leavesIn(contract, condition).flatMap((leaf) => (leaf.kind === "signal" ? [leaf.signal] : []));
}

function describe(
  { contract, site }: Judgement,
  { group, part, cause }: { readonly group: Group; readonly part: Condition; readonly cause: Cause },
): Finding {
  const args = { clause: entryName(site.path), part: printCondition(part), cause };
  const fix = removal(contract, part.path, group.of.length);
  return finding("CRI411", contract.locate.spanOf(part.path, "value"), args, {
    clause: site.path.join("."),
    fixes: fix === undefined ? [] : [fix],
  });
}

/** Takes an item out of a list that is written on one line, with the comma between it and its neighbour. */
function removal(contract: Contract, path: Path, count: number): Fix | undefined {
  const index = Number(path.at(-1));
  if (!Number.isInteger(index) || count < 2) return undefined;
  const item = (at: number) => contract.locate.spanOf([...path.slice(0, -1), at], "value");
  const own = item(index);
  const neighbour = item(index === 0 ? 1 : index - 1);
  const isOneLine =
    own.start.line === own.end.line && neighbour.end.line === own.start.line && own.start.line === neighbour.start.line;
  if (!isOneLine || own.file !== neighbour.file) return undefined;
  const span =
    index === 0
      ? { file: own.file, start: own.start, end: neighbour.start }
      : { file: own.file, start: neighbour.end, end: own.end };
  return {
    title: { en: "Take out the redundant condition", fr: "Retirer la condition superflue" },
    isSafe: true,
    edits: [{ span, text: "" }],
  };
}
