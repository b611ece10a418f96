import type { Condition, Path } from "../../criteria/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Analysis } from "../analysis.ts";
import type { Contract, Field, Handoff, Stage } from "../contract.ts";
import type { Id } from "../entry.ts";
import { natureOf, objectOf, reachableFrom } from "../lifecycle.ts";
import { relatedRoles } from "../roles.ts";
import { hasDamaged, type Rule, type RuleFacts } from "./rule.ts";

/** GRA313: a handoff that needs, before it opens, what only its receiver fills, or what nobody fills. */
export const handoffNeverOpens: Rule = {
  codes: ["GRA313"],
  judges: "entry",
  check: (contract, facts) => {
    // Who comes later follows from all ways through the contract; where one is damaged, only "nobody" is certain.
    const isSure = !hasDamaged(facts, "the contract", "stages", "handoffs", "reasons", "roles", "criteria");
    return [...contract.handoffs.values()]
      .flatMap((handoff) => judge(contract, handoff, facts))
      .filter(({ args }) => isSure || args["cause"] === "nobody");
  },
};

function judge(contract: Contract, handoff: Handoff, { damaged, analysis }: RuleFacts): readonly Finding[] {
  const late = rolesThatComeLater(contract, handoff, analysis);
  const isBlocked = (field: Id) => !damaged.has(`fields.${field}`) && isFilledTooLate(contract, field, late);
  const required = handoff.requires.flatMap((field, index) =>
    isBlocked(field) ? [{ field, at: placeOfItem(contract, [...handoff.path, "requires"], index) }] : [],
  );
  const blocking = [...required, ...blockedCriteria(contract, handoff, isBlocked)];
  return blocking.map((blocked) => describe(contract, handoff, blocked));
}

/** What its criteria ask for; those of the stages it leaves are its own too, where every one of them is blocked. */
function blockedCriteria(contract: Contract, handoff: Handoff, isBlocked: (field: Id) => boolean) {
  const own = handoff.criteria === undefined ? undefined : blocker(contract, handoff.criteria, isBlocked);
  if (own !== undefined) return [{ field: own, at: [...handoff.path, "criteria"] }];
  const inherited = handoff.from.flatMap((id) => {
    const stage = contract.stages.get(id);
    const field = stage?.criteria === undefined ? undefined : blocker(contract, stage.criteria, isBlocked);
    return stage === undefined || field === undefined ? [] : [{ field, at: [...stage.path, "criteria"] }];
  });
  return handoff.by === undefined && inherited.length === handoff.from.length ? inherited.slice(0, 1) : [];
}

function describe(
  contract: Contract,
  handoff: Handoff,
  { field, at }: { readonly field: Id; readonly at: Path },
): Finding {
  const definition = contract.fields.get(field);
  const fillers = (definition?.filledBy ?? []).map((filler) => (filler.kind === "role" ? filler.role : filler.source));
  const related = [
    { span: contract.locate.spanOf(["fields", field, "filledBy"], "value"), role: "filled-by" as const },
    { span: contract.locate.spanOf([...handoff.path, "to"], "value"), role: "defined-here" as const },
  ];
  return finding(
    "GRA313",
    contract.locate.spanOf(at, "value"),
    { handoff: handoff.id, field, fillers, cause: causeOf(contract, handoff, fillers) },
    { clause: handoff.path.join("."), related },
  );
}

/** One item of a list; the value itself where a single one stands without brackets. */
function placeOfItem(contract: Contract, list: Path, index: number): Path {
  const item = [...list, index];
  return contract.locate.has(item) ? item : list;
}

function causeOf(contract: Contract, handoff: Handoff, fillers: readonly Id[]): "nobody" | "receiver" | "later" {
  if (fillers.length === 0) return "nobody";
  const receiver = contract.stages.get(handoff.to)?.owner;
  const receivers = receiver === undefined ? new Set() : relatedRoles(contract, receiver);
  return fillers.every((filler) => receivers.has(filler)) ? "receiver" : "later";
}

/** True for a field that nobody can have filled before the handoff opens. */
function isFilledTooLate(contract: Contract, id: Id, late: ReadonlySet<Id>): boolean {
  const field = contract.fields.get(id);
  return (
    field !== undefined &&
    !isAdopted(field) &&
    field.filledBy.every((filler) => filler.kind === "role" && late.has(filler.role))
  );
}

/** An adopted property without a filler is filled by what the CRM already has. */
function isAdopted(field: Field): boolean {
  return field.crm !== undefined && field.filledBy.length === 0;
}

/** The receiver, and roles that own stages but none that a record can be in before this handoff. */
function rolesThatComeLater(contract: Contract, handoff: Handoff, analysis: Analysis): ReadonlySet<Id> {
  const edges = analysis.edges().filter((edge) => edge.by !== handoff.id);
  const before = reachableFrom("new", edges);
  const senders = new Set(handoff.from);
  const object = [...senders]
    .map((id) => contract.stages.get(id))
    .map((stage) => (stage === undefined ? "" : objectOf(contract, stage)));
  const earlyOwners = new Set(
    [...contract.stages.values()]
      .filter(
        (stage) => before.has(stage.id) && object.includes(objectOf(contract, stage)) && isWorkedIn(contract, stage),
      )
      .map((stage) => stage.owner),
  );
  const receiver = contract.stages.get(handoff.to)?.owner;
  const isEarly = (role: Id) =>
    [...relatedRoles(contract, role)].some((related) => earlyOwners.has(related) || related === handoff.by);
  const owners = [...contract.stages.values()].map((stage) => stage.owner).filter((owner) => owner !== undefined);
  const later = [receiver, ...owners].filter((role) => role !== undefined).filter((role) => !isEarly(role));
  return new Set(later.flatMap((role) => [...relatedRoles(contract, role)]));
}

/** A mirror follows another object and what is closed is over: nobody fills anything in there. */
function isWorkedIn(contract: Contract, stage: Stage): boolean {
  return stage.closed === undefined && natureOf(contract, stage) !== "mirror";
}

/** A field without which the condition can't hold, if there is one. */
function blocker(contract: Contract, condition: Condition, isBlocked: (field: Id) => boolean): Id | undefined {
  switch (condition.kind) {
    case "field":
      return !condition.orUnknown && needsValue(condition) && isBlocked(condition.field) ? condition.field : undefined;
    case "meets": {
      const named = contract.criteria.get(condition.criteria);
      return named === undefined ? undefined : blocker(contract, named.condition, isBlocked);
    }
    case "all":
      return blockersOf(contract, condition.of, isBlocked)[0];
    case "any":
      return neededBlocker(contract, condition.of, { isBlocked, count: 1 });
    case "at-least":
      return neededBlocker(contract, condition.of, { isBlocked, count: condition.count });
    case "none":
    case "signal":
    case "linked":
      return undefined;
    default:
      return condition satisfies never;
  }
}

function needsValue(condition: Extract<Condition, { kind: "field" }>): boolean {
  return !(condition.test.operator === "known" && !condition.test.value);
}

function blockersOf(
  contract: Contract,
  conditions: readonly Condition[],
  isBlocked: (field: Id) => boolean,
): readonly Id[] {
  return conditions.map((condition) => blocker(contract, condition, isBlocked)).filter((field) => field !== undefined);
}

/** Of several conditions `count` must hold: blocked when too few remain. */
function neededBlocker(
  contract: Contract,
  conditions: readonly Condition[],
  { isBlocked, count }: { readonly isBlocked: (field: Id) => boolean; readonly count: number },
): Id | undefined {
  const blockers = blockersOf(contract, conditions, isBlocked);
  return conditions.length - blockers.length < count ? blockers[0] : undefined;
}
