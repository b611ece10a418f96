import type { Handoff } from "../../contract/index.ts";
import { quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { onlyIf, set } from "./actions.ts";
import { isAnyOf, isNoneOf } from "./filters.ts";
import { type HubSpotModel, handoffProperty, objectOfHandoff, say, textIn } from "./model.ts";
import { compileWorkflow, everyOf } from "./workflow.ts";

/** An act of handing over that opens nothing is no promise to open later: after a while it is taken back. */
export function compileInVain(model: HubSpotModel, handoff: Handoff): readonly Resource[] {
  if (handoff.by === undefined) return [];
  const handedOver = handoffProperty(model, handoff, "hand", "over");
  const isWaiting = [
    isAnyOf(handedOver, ["yes"]),
    isNoneOf(handoffProperty(model, handoff, "state"), ["incomplete"], "passes"),
  ];
  return [
    compileWorkflow(model, {
      object: objectOfHandoff(model, handoff),
      title: [handoff.id, model.language === "fr" ? "transmise en vain" : "handed over in vain"],
      clause: `handoffs.${handoff.id}.by`,
      purpose: say((language) => {
        const name = quote(textIn(model, handoff.label, language), language);
        return language === "fr"
          ? `Remet la réponse à non quand la transmission ${name} ne s'est pas ouverte\u00a0: ses critères ou un champ manquaient.`
          : `Sets the answer back to no when the handoff ${name} has not opened: its criteria or a field were missing.`;
      }),
      enrollment: { kind: "change", property: handedOver, values: ["yes"] },
      sequence: {
        ...onlyIf(model.language === "fr" ? "rien ne s'est ouvert" : "nothing has opened", everyOf(isWaiting), {
          steps: [set(handedOver, "no")],
        }),
        steps: [{ kind: "delay", minutes: 15 }],
      },
    }),
  ];
}
