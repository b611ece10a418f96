import type { Handoff } from "../../contract/index.ts";
import type { Condition } from "../../criteria/index.ts";
import type { HubSpotModel } from "./model.ts";

/** The handoff's own criteria; those of the stage it leaves were met on entering it. */
export function criteriaOf({ contract }: HubSpotModel, handoff: Handoff): readonly Condition[] {
  if (handoff.criteria !== undefined) return [handoff.criteria];
  if (!handoff.otherwise) return [];
  const rivals = [...contract.handoffs.values()].filter(
    (other) => other.id !== handoff.id && other.from.some((stage) => handoff.from.includes(stage)),
  );
  return [{ kind: "none", path: [], of: rivals.flatMap(({ criteria }) => criteria ?? []) }];
}

/** All conditions of both. */
export const both = (left: readonly Condition[], right: readonly Condition[]): Condition => ({
  kind: "all",
  path: [],
  of: [...left, ...right],
});

/** Not all of these hold. */
export const noneOf = (of: readonly Condition[]): Condition => ({
  kind: "none",
  path: [],
  of: [{ kind: "all", path: [], of }],
});

/** Every field that the handoff requires has a value. */
export const knownFields = (handoff: Handoff): readonly Condition[] =>
  handoff.requires.map((field) => ({
    kind: "field",
    path: [],
    field,
    test: { operator: "known", value: true },
    orUnknown: false,
  }));

/** Whether a handoff that lacks a required field waits for it: handed over by hand, only where a deadline says who owes it. */
export const isHeldBack = ({ requires, by, deadlines }: Handoff): boolean =>
  requires.length > 0 && (by === undefined || deadlines.some(({ stops }) => stops.kind === "complete"));
