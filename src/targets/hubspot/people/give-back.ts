import type { Handoff, Reason } from "../../../contract/index.ts";
import type { Sequence, Step } from "../actions.ts";
import { isKnown } from "../filters.ts";
import { type HubSpotModel, handoffProperty } from "../model.ts";
import { everyOf } from "../workflow.ts";
import { ownerProperty } from "./recipients.ts";

const senderOf = (model: HubSpotModel, handoff: Handoff): string => handoffProperty(model, handoff, "sender");

/** Remembers who owned the record before its receiver did. */
export const keepSender = (model: HubSpotModel, handoff: Handoff): Step => ({
  kind: "set",
  property: senderOf(model, handoff),
  value: { kind: "copy", property: ownerProperty },
});

/** The end of a refusal to the sender: who owned the record before owns it again. */
export function giveBack(model: HubSpotModel, handoff: Handoff, { moveTo }: Reason): Pick<Sequence, "ways"> {
  if (moveTo !== "sender") return {};
  const sender = senderOf(model, handoff);
  return {
    ways: [
      {
        name: model.language === "fr" ? "émetteur connu" : "sender known",
        filter: everyOf([isKnown(sender)]),
        leadsTo: { steps: [{ kind: "set", property: ownerProperty, value: { kind: "copy", property: sender } }] },
      },
    ],
  };
}
