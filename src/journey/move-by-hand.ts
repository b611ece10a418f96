import { relatedRoles } from "../contract/index.ts";
import { holds } from "./conditions.ts";
import { isComplete, tellMissing } from "./handoffs.ts";
import { enter } from "./moves.ts";
import type { Note, RecordState, World } from "./state.ts";
import type { StageTerms } from "./terms.ts";

/** Somebody changes the stage: always obeyed; where the contract has no such way it is a departure. */
export function moveByHand(
  world: World,
  record: RecordState,
  { to, by }: { readonly to: string; readonly by?: string },
): Note | undefined {
  const target = world.terms.stages.get(to);
  if (target === undefined || target.object !== record.object || target === record.stage) return "no-such-stage";
  const why = { clause: `stages.${to}.by`, ...(by === undefined ? {} : { by }) };
  const flaw = flawOf(world, record, { target, by });
  if (flaw === undefined) {
    enter(world, record, target, { cause: "hand", ...why });
    return undefined;
  }
  enter(world, record, target, { cause: "departure", ...why });
  return flaw;
}

/** Why the contract has no such way; undefined where it has. */
function flawOf(
  world: World,
  record: RecordState,
  { target, by }: { readonly target: StageTerms; readonly by: string | undefined },
): Note | undefined {
  const { stage } = target;
  if (stage.by === undefined || !isOrigin(record, target)) return "no-way-by-hand";
  if (!isTheirs(world, stage.by, by)) return "not-their-move";
  if (!holds(world, record, stage.criteria)) return "criteria-not-met";
  tellMissing(world, record, stage);
  return isComplete(record, stage.requires) ? undefined : "fields-missing";
}

function isOrigin({ stage: before }: RecordState, { stage }: StageTerms): boolean {
  if (before === undefined) return stage.from.includes("new");
  return stage.from.includes(before.stage.id) || (stage.from.includes("any") && before.stage.closed === undefined);
}

/** A person, or a role that may stand for the one the contract names. */
function isTheirs(world: World, role: string, by: string | undefined): boolean {
  if (by === undefined || !world.terms.contract.roles.has(by)) return true;
  return relatedRoles(world.terms.contract, role).has(by);
}
