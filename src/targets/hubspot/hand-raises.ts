import type { Handoff } from "../../contract/index.ts";
import { type FilterNode, isEarlierThan, isKnown, isLaterThan, isUnknown } from "./filters.ts";
import { type HubSpotModel, handoffProperty } from "./model.ts";
import { signalProperty } from "./signal-properties.ts";

const handRaises = ({ contract }: HubSpotModel): readonly string[] =>
  [...contract.signals.values()].filter(({ handRaise }) => handRaise).map(({ id }) => id);

/** Some signal that asks for a person is newer than the last time the receiver got the record. */
export function newHandRaises(model: HubSpotModel, handoff: Handoff): readonly (readonly FilterNode[])[] {
  const received = handoffProperty(model, handoff, "received", "at");
  return handRaises(model).flatMap((signal): readonly (readonly FilterNode[])[] => {
    const at = signalProperty(model, signal);
    return [[isKnown(at), isUnknown(received)], [isLaterThan(at, received)]];
  });
}

/** None of them is. */
export function noNewHandRaise(model: HubSpotModel, handoff: Handoff): readonly (readonly FilterNode[])[] {
  const received = handoffProperty(model, handoff, "received", "at");
  let ways: readonly (readonly FilterNode[])[] = [[]];
  for (const signal of handRaises(model)) {
    const at = signalProperty(model, signal);
    ways = ways.flatMap((nodes) => [
      [...nodes, isUnknown(at)],
      [...nodes, isEarlierThan(at, received)],
    ]);
  }
  return ways;
}
