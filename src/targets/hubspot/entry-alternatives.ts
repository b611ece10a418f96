import type { Stage } from "../../contract/index.ts";
import type { Condition, Term } from "../../criteria/index.ts";
import { datedStage, stageEnteredAt } from "./clocks/stage-clocks.ts";
import {
  type Alternative,
  bothHold,
  type ConditionFilters,
  conditionFilters,
  mostAlternatives,
  scopeFilters,
} from "./condition-filters.ts";
import { type FilterNode, isAnyOf, isBeforeOrAfter, isLaterThan, isNoneOf, isUnknown, onDate } from "./filters.ts";
import { inStages } from "./literal-filters.ts";
import { type HubSpotModel, ours, scopeObject, stageProperty, stagesOn } from "./model.ts";
import { isAway, isNotAway, sentAwayStages } from "./sent-away.ts";
import { signalProperty } from "./signal-properties.ts";

/** Where the records of an automatic entry come from, by what each asks of them. */
export interface Origins {
  readonly isFromNew: boolean;
  /** Worked, waiting or transmitting stages, and won ones that the contract names: the criteria suffice. */
  readonly open: readonly string[];
  /** Only on a signal newer than the exit, and outside the cool-off. */
  readonly parked: readonly string[];
  /** Only on a newer signal that asks for a person. */
  readonly lost: readonly string[];
}

/** Reads `from`: `any` is every open or parking stage of the same object but the stage itself. */
export function originsOf(model: HubSpotModel, stage: Stage): Origins {
  const siblings = stagesOn(model, model.contract.scope.object).filter(({ id }) => id !== stage.id);
  const isNamed = ({ id, closed }: Stage): boolean =>
    stage.from.includes(id) || (stage.from.includes("any") && closed === undefined);
  const origins = siblings.filter(isNamed);
  const ids = (keep: (origin: Stage) => boolean): readonly string[] => origins.filter(keep).map(({ id }) => id);
  // A mirror says a fact of another object: a deal that opens brings its contact along, parked or not.
  const isMirror = stage.criteria !== undefined && isOnlyLinked(stage.criteria);
  return {
    isFromNew: stage.from.includes("new"),
    open: ids((origin) => isMirror || (!origin.parking && origin.closed !== "lost")),
    parked: ids((origin) => !isMirror && origin.parking),
    lost: ids((origin) => !isMirror && origin.closed === "lost"),
  };
}

function isOnlyLinked(condition: Condition): boolean {
  if (condition.kind === "linked") return true;
  return "of" in condition && condition.of.every(isOnlyLinked);
}

/** Every way into a stage by its criteria, from each of its origins. */
export function entryAlternatives(model: HubSpotModel, stage: Stage, origins: Origins): ConditionFilters {
  const { object } = model.contract.scope;
  const criteria = conditionFilters(model, object, stage.criteria);
  const isMirror = stage.criteria !== undefined && isOnlyLinked(stage.criteria);
  const inScope = isMirror ? criteria : bothHold(scopeFilters(model), criteria);
  if (inScope.kind === "impossible") return inScope;
  const { alternatives } = inScope;
  const from = (stages: readonly string[]): readonly FilterNode[] => [inStages(model, object, stages)];
  // Right after an exit the date of the stage before still stands: it must not make an old signal look new.
  const dated = (stages: readonly string[]): readonly FilterNode[] => [
    ...from(stages),
    isAnyOf(datedStage(model), stages),
  ];
  const since = stageEnteredAt(model);
  const away = isMirror ? [] : sentAwayStages(model).filter((id) => origins.open.includes(id));
  const there = away.length === 0 ? [] : [isNotAway(model, away)];
  const ways: Alternative[] = [
    ...(origins.isFromNew ? alternatives.map((way) => prefixed(bornSince(model), way)) : []),
    ...(origins.open.length > 0 ? alternatives.map((way) => prefixed([...from(origins.open), ...there], way)) : []),
    ...(away.length > 0
      ? alternatives.flatMap((way) =>
          returnsBySign(model, prefixed([...dated(away), isAway(model, away)], way), { since, needs: "any signal" }),
        )
      : []),
    ...(origins.parked.length > 0
      ? alternatives.flatMap((way) =>
          returnsBySign(model, prefixed(dated(origins.parked), way), { since, needs: "any signal" }),
        )
      : []),
    ...(origins.lost.length > 0
      ? alternatives.flatMap((way) =>
          returnsBySign(model, prefixed(dated(origins.lost), way), { since, needs: "hand raise" }),
        )
      : []),
  ];
  return ways.length > mostAlternatives ? tooMany(ways.length) : { kind: "filters", alternatives: ways };
}

const tooMany = (count: number): ConditionFilters => ({
  kind: "impossible",
  why: {
    en: `there are ${count} ways in, and ${mostAlternatives} are the most that one workflow keeps readable`,
    fr: `il y a ${count} façons d'entrer, et un workflow n'en garde pas plus de ${mostAlternatives} lisibles`,
  },
});

const prefixed = (nodes: readonly FilterNode[], way: Alternative): Alternative => ({
  term: way.term,
  nodes: [...nodes, ...way.nodes],
});

/** A record without a stage that was born under the contract; older ones wait for a signal or a hand. */
export function bornSince(model: HubSpotModel): readonly FilterNode[] {
  const { createdProperty } = scopeObject(model);
  const timePoint = onDate(model.contract.effective, model.timezone);
  return [
    isUnknown(stageProperty(model, model.contract.scope.object)),
    isBeforeOrAfter(createdProperty, { operator: "IS_AFTER", timePoint }, "fails"),
  ];
}

/** What a return needs besides its criteria. */
export interface ReturnSign {
  /** The property that holds when the record went away. */
  readonly since: string;
  readonly needs: "any signal" | "hand raise";
  /** The signals that may bring it back; those of the criteria where none are named. */
  readonly signals?: readonly string[];
}

/** One alternative per signal: that signal is newer than the exit, and no cool-off holds it back. */
export function returnsBySign(model: HubSpotModel, way: Alternative, sign: ReturnSign): readonly Alternative[] {
  return (sign.signals ?? signalsOf(way.term)).flatMap((signal) => {
    const isHandRaise = model.contract.signals.get(signal)?.handRaise === true;
    if (sign.needs === "hand raise" && !isHandRaise) return [];
    const isRested = isHandRaise ? [] : [isNoneOf(ours(model, "cool", "off"), ["running"], "passes")];
    const isNewer = isLaterThan(signalProperty(model, signal), sign.since);
    return [{ term: way.term, nodes: [...way.nodes, isNewer, ...isRested] }];
  });
}

function signalsOf(term: Term): readonly string[] {
  const signals = term.flatMap(({ leaf, isNegated }) => (leaf.kind === "signal" && !isNegated ? [leaf.signal] : []));
  return [...new Set(signals)];
}
