import type { Duration } from "../../calendar/index.ts";
import { isBusinessTime, type Reason, type Stage } from "../../contract/index.ts";
import { quote } from "../../diagnostics/index.ts";
import type { FidelityNote } from "../fidelity.ts";
import { onlyIf, type Step, stampNow } from "./actions.ts";
import { expiryBounds } from "./clocks/alert-times.ts";
import { atMostEarly, upTo } from "./clocks/clock-notes.ts";
import type { Horizon } from "./clocks/horizon.ts";
import { ticksOf } from "./clocks/ticks.ts";
import { compileOpeningHours } from "./clocks/workflow-hours.ts";
import { type Compiled, merge, onlyNote } from "./compiled.ts";
import { expiryProperty } from "./expiry-property.ts";
import { inStages } from "./literal-filters.ts";
import { type HubSpotModel, objectOfStage, ours, say, stageProperty, textIn } from "./model.ts";
import { afterwards, moveSteps } from "./reason-moves.ts";
import { compileWorkflow, everyOf } from "./workflow.ts";

/** Workflows by which records leave stages whose time has run out. */
export function compileExpiryFlows(model: HubSpotModel): Compiled {
  return merge([...model.contract.stages.values()].map((stage) => compileExpiry(model, stage)));
}

function compileExpiry(model: HubSpotModel, stage: Stage): Compiled {
  const { expires } = stage;
  if (expires === undefined) return { resources: [], notes: [] };
  const reason = model.contract.reasons.get(expires.reason);
  const object = objectOfStage(model, stage);
  const horizon = model.horizonOf(stage.owner);
  const waits = waitsFor(model, { stage, after: expires.after }, horizon);
  const moves = reason === undefined ? [] : moveSteps(model, object, reason);
  if (waits === undefined || moves.length === 0) return onlyNote(byHand(stage));
  const here = everyOf([inStages(model, object, [stage.id])]);
  const workflow = compileWorkflow(model, {
    object,
    title: [stage.id, model.language === "fr" ? "expiration" : "expiry"],
    clause: `stages.${stage.id}.expires`,
    purpose: purposeOf(model, stage, reason),
    // A record that stayed enrolled could not wait again after its next entry.
    enrollment: { kind: "state", filter: here, again: [stageProperty(model, object)], whenLost: "leave" },
    sequence: {
      ...onlyIf(model.language === "fr" ? "encore là" : "still there", here, { steps: moves }),
      steps: waits,
    },
    ...(isBusinessTime(expires.after) && horizon !== undefined ? { hours: compileOpeningHours(horizon) } : {}),
  });
  return { resources: [workflow], notes: [noteOf(stage, expires.after, horizon)] };
}

function purposeOf(model: HubSpotModel, stage: Stage, reason: Reason | undefined) {
  return say((language) => {
    const name = quote(textIn(model, stage.label, language), language);
    const why = quote(reason === undefined ? "" : textIn(model, reason.label, language), language);
    return language === "fr"
      ? `Fait sortir la fiche de l'étape ${name} quand son temps est écoulé\u00a0: ${why}.`
      : `Moves the record out of the stage ${name} when its time has run out: ${why}.`;
  });
}

/** Calendar time waits for a date, business time hops from opening to opening. */
function waitsFor(
  model: HubSpotModel,
  { stage, after }: { readonly stage: Stage; readonly after: Duration },
  horizon: Horizon | undefined,
): readonly Step[] | undefined {
  if (!isBusinessTime(after)) {
    const value = afterwards(model, after);
    const property = expiryProperty(model, stage);
    if (value === undefined) return undefined;
    return [
      { kind: "set", property, value },
      { kind: "wait-until", property, offsetMinutes: 0 },
    ];
  }
  const ticks = ticksOf(after, horizon);
  if (ticks === undefined) return undefined;
  const tick = stampNow(ours(model, "clock", "tick"));
  const hops = Array.from({ length: ticks.count }, (): readonly Step[] => [
    { kind: "delay", minutes: ticks.delayMinutes },
    tick,
  ]);
  return [tick, ...hops.flat()];
}

function noteOf({ id }: Stage, after: Duration, horizon: Horizon | undefined): FidelityNote {
  const clause = `stages.${id}.expires`;
  const ticks = isBusinessTime(after) ? ticksOf(after, horizon) : undefined;
  const bounds = horizon && ticks && expiryBounds(horizon, after, ticks);
  if (horizon === undefined || bounds === undefined)
    return {
      clause,
      level: "enforced",
      text: {
        en: "A workflow moves the record when its time is over.",
        fr: "Un workflow déplace la fiche quand son temps est écoulé.",
      },
    };
  return {
    clause,
    level: "approximated",
    text: {
      en: `A workflow moves the record: ${atMostEarly(bounds, "en")},${upTo(bounds, horizon, "en")}.`,
      fr: `Un workflow déplace la fiche\u00a0: ${atMostEarly(bounds, "fr")},${upTo(bounds, horizon, "fr")}.`,
    },
    errors: [{ of: "expired", ...bounds }],
  };
}

const byHand = ({ id }: Stage): FidelityNote => ({
  clause: `stages.${id}.expires`,
  level: "manual",
  text: { en: "No workflow moves expired records.", fr: "Aucun workflow ne déplace les fiches échues." },
  howTo: {
    en: "Filter records by the date on which they entered the stage, and move them.",
    fr: "Filtrer les fiches par date d'entrée dans l'étape et les déplacer.",
  },
});
