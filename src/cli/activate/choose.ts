import { nearest } from "../../diagnostics/index.ts";
import type { WorkflowState } from "../../engine/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";

/** What was asked for: names of workflows or clauses, or all of them. */
export interface Asked {
  readonly only?: readonly string[];
  readonly all?: boolean;
}

/** The workflows that are asked for; undefined where none is, so that they are only shown. */
export function choose(
  states: readonly WorkflowState[],
  { only, all }: Asked,
): Result<readonly WorkflowState[] | undefined> {
  if (all === true) return succeed(states);
  if (only === undefined) return succeed(undefined);
  const unknown = only.find((name) => !states.some((state) => isMeant(state, name)));
  if (unknown === undefined) return succeed(states.filter((state) => only.some((name) => isMeant(state, name))));
  const known = states.flatMap(({ name, clause }) => [name, ...prefixesOf(clause)]);
  const guess = nearest(unknown, [...new Set(known)]);
  return fail(
    exitCodes.usage,
    `no workflow of the contract is named ${unknown}${guess === undefined ? "" : `; did you mean ${guess}`}`,
    "take a name or a clause that revpact activate shows",
  );
}

const isMeant = ({ name, clause }: WorkflowState, asked: string): boolean =>
  name === asked || prefixesOf(clause).includes(asked);

/** `handoffs.over.deadlines` → `handoffs`, `handoffs.over`, and itself. */
function prefixesOf(clause: string): readonly string[] {
  const parts = clause.split(".");
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}
