import type { Condition, Path } from "../criteria/index.ts";
import { openingConditions, scopeOf } from "./competitions.ts";
import type { Contract, Deadline, Stage } from "./contract.ts";
import { objectOf } from "./lifecycle.ts";

/** A condition where it stands, and what else must hold whenever it counts. */
export interface ConditionSite {
  readonly condition: Condition;
  /** The clause it belongs to, such as `["stages", "mql", "criteria"]`. */
  readonly path: Path;
  /** All of these hold too. */
  readonly together: readonly Condition[];
  /** None of these holds. */
  readonly excluded: readonly Condition[];
}

/** Every condition of the contract with the company it keeps, in the order of its sections. */
export function conditionSitesOf(contract: Contract): readonly ConditionSite[] {
  const { scope } = contract;
  return [
    ...[...contract.criteria.values()].map(({ condition, path }) => alone(condition, path)),
    ...(scope.include === undefined
      ? []
      : [{ ...alone(scope.include, ["scope", "include"]), excluded: scopeOf(contract).excluded }]),
    ...scope.exclude.map(({ when, path }) => alone(when, [...path, "when"])),
    ...[...contract.priorities.values()].flatMap(({ when, path }) =>
      when === undefined ? [] : [alone(when, [...path, "when"])],
    ),
    ...[...contract.stages.values()].flatMap((stage) => [
      ...stageSites(contract, stage),
      ...stopSites(stage.deadlines),
    ]),
    ...[...contract.handoffs.values()].flatMap((handoff) => [
      ...handoffSites(contract, handoff.id),
      ...stopSites(handoff.deadlines),
    ]),
  ];
}

function alone(condition: Condition, path: Path): ConditionSite {
  return { condition, path, together: [], excluded: [] };
}

/** Records enter by themselves only in scope; who is moved by hand may be anybody. */
function stageSites(contract: Contract, stage: Stage): readonly ConditionSite[] {
  if (stage.criteria === undefined) return [];
  const site = alone(stage.criteria, [...stage.path, "criteria"]);
  if (stage.by !== undefined || objectOf(contract, stage) !== contract.scope.object) return [site];
  const { universe, excluded } = scopeOf(contract);
  return [{ ...site, together: universe, excluded }];
}

/** A handoff that opens by itself needs the criteria of the stage it leaves as well; one opened by hand its own only. */
function handoffSites(contract: Contract, id: string): readonly ConditionSite[] {
  const handoff = contract.handoffs.get(id);
  if (handoff === undefined) return [];
  const [from] = handoff.from;
  const before = from === undefined || handoff.by !== undefined ? [] : openingConditions(contract, handoff, from);
  const own =
    handoff.criteria === undefined
      ? []
      : [
          {
            ...alone(handoff.criteria, [...handoff.path, "criteria"]),
            together: handoff.from.length === 1 ? before.filter((condition) => condition !== handoff.criteria) : [],
          },
        ];
  const lines = handoff.assign.flatMap((rule, index) =>
    rule.kind === "keep" || rule.when === undefined
      ? []
      : [
          {
            ...alone(rule.when, [...handoff.path, "assign", index, "when"]),
            together: handoff.from.length === 1 ? before : [],
          },
        ],
  );
  return [...own, ...lines];
}

function stopSites(deadlines: readonly Deadline[]): readonly ConditionSite[] {
  return deadlines.flatMap(({ stops, path }) =>
    stops.kind === "condition" ? [alone(stops.condition, [...path, "stops"])] : [],
  );
}
