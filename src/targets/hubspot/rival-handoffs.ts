import type { Handoff } from "../../contract/index.ts";
import type { Alternative } from "./condition-filters.ts";
import { returnsBySign } from "./entry-alternatives.ts";
import { type FilterNode, isAnyOf, isNoneOf } from "./filters.ts";
import { type HubSpotModel, handoffProperty, objectOfHandoff, visibleOrigins } from "./model.ts";
import { isSentBack } from "./opening-steps.ts";

// An acceptance says so before it moves the record: in between, the record still stands where the others leave from.
const underWay = ["incomplete", "pending", "accepted"];

/** One handoff at a time: none of those that leave the same stages is under way. */
export const noRivalUnderWay = (model: HubSpotModel, handoff: Handoff): readonly FilterNode[] =>
  rivalsOf(model, handoff).map((rival) => isNoneOf(stateOf(model, rival), underWay, "passes"));

/**
 * A refusal, too, says so before it moves the record; where it leaves it with its sender, another handoff opens as the
 * same would: on a new signal.
 */
export function besideRivals(
  model: HubSpotModel,
  handoff: Handoff,
  ways: readonly Alternative[],
): readonly Alternative[] {
  const rivals = rivalsOf(model, handoff);
  if (rivals.length === 0 || handoff.by !== undefined) return ways;
  const all = [...model.contract.signals.keys()];
  const isQuiet = (rival: Handoff): FilterNode => isNoneOf(stateOf(model, rival), [...underWay, "refused"], "passes");
  const sentBack = rivals.filter((rival) => isSentBack(model, rival));
  return ways.flatMap(({ term, nodes }) => {
    const asks = term.some(({ leaf, isNegated }) => leaf.kind === "signal" && !isNegated);
    const back = sentBack.flatMap((rival) => {
      const others = rivals.filter((other) => other !== rival).map(isQuiet);
      const way = { term, nodes: [...nodes, isAnyOf(stateOf(model, rival), ["refused"]), ...others] };
      const since = handoffProperty(model, rival, "closed", "at");
      return returnsBySign(model, way, { since, needs: "any signal", ...(asks ? {} : { signals: all }) });
    });
    return [{ term, nodes: [...nodes, ...rivals.map(isQuiet)] }, ...back];
  });
}

function rivalsOf(model: HubSpotModel, handoff: Handoff): readonly Handoff[] {
  const origins = new Set(visibleOrigins(model, handoff));
  return [...model.contract.handoffs.values()]
    .filter((other) => other.id !== handoff.id && objectOfHandoff(model, other) === objectOfHandoff(model, handoff))
    .filter((other) => visibleOrigins(model, other).some((stage) => origins.has(stage)));
}

const stateOf = (model: HubSpotModel, handoff: Handoff): string => handoffProperty(model, handoff, "state");
