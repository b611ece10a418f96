import { quote } from "../../../diagnostics/index.ts";
import type { Resource } from "../../resource.ts";
import { onlyIf } from "../actions.ts";
import { anyOf, isAnyOf } from "../filters.ts";
import { type HubSpotModel, say, textIn } from "../model.ts";
import { sendAwaySteps } from "../reason-moves.ts";
import { compileWorkflow } from "../workflow.ts";
import { type ClockPlace, clockProperty } from "./clock.ts";

/** The workflow by which a record leaves a stage whose time has run out, for the reason that the contract names. */
export function compileExpiry(model: HubSpotModel, { clock }: ClockPlace): Resource {
  const clockSet = clockProperty(model, clock, "clock");
  const waits = anyOf(clock.runs.map((nodes) => [...nodes, isAnyOf(clockSet, ["set"])]));
  const reason = model.contract.reasons.get(clock.expires?.reason ?? "");
  return compileWorkflow(model, {
    object: clock.object,
    title: [clock.holder.id, model.language === "fr" ? "expiration" : "expiry"],
    clause: clock.clause,
    purpose: say((language) => {
      const name = quote(textIn(model, clock.holder.label, language), language);
      const why = quote(reason === undefined ? "" : textIn(model, reason.label, language), language);
      return language === "fr"
        ? `Fait sortir la fiche de l'étape ${name} quand son temps est écoulé\u00a0: ${why}.`
        : `Moves the record out of the stage ${name} when its time has run out: ${why}.`;
    }),
    // A record that stayed enrolled could not wait again after its next entry.
    enrollment: { kind: "state", filter: waits, again: [clockSet], whenLost: "leave" },
    sequence: {
      ...onlyIf(model.language === "fr" ? "encore là" : "still there", waits, {
        steps: reason === undefined ? [] : sendAwaySteps(model, clock.object, reason),
      }),
      steps: [{ kind: "wait-until", property: clockProperty(model, clock, "due", "at"), offsetMinutes: 0 }],
    },
  });
}
