import type { Id } from "../../contract/index.ts";
import type { Resource } from "../resource.ts";
import { type Step, set } from "./actions.ts";
import { type FilterNode, isAnyOf, isNoneOf } from "./filters.ts";
import { type HubSpotModel, labelOf, objectOfStage, ours } from "./model.ts";
import { compileProperty } from "./property.ts";
import { word } from "./words.ts";

/** The property that names the open stage to which a refusal or an expiry has sent a record: only a new signal leads on. */
const sentAwayTo = (model: HubSpotModel): string => ours(model, "sent", "away", "to");

const nowhere = "none";

/** Open stages of the travelling record to which a refusal or an expiry may send it. */
export function sentAwayStages(model: HubSpotModel): readonly Id[] {
  const { handoffs, stages, reasons, scope } = model.contract;
  const used = [
    ...[...handoffs.values()].flatMap(({ feedback, recycle }) => [
      ...(feedback?.reasons ?? []),
      ...(recycle === undefined ? [] : [recycle.reason]),
    ]),
    ...[...stages.values()].flatMap(({ expires }) => (expires === undefined ? [] : [expires.reason])),
  ];
  const targets = new Set(used.map((id) => reasons.get(id)?.moveTo));
  return [...stages.values()]
    .filter((stage) => targets.has(stage.id) && !stage.parking && stage.closed === undefined)
    .filter((stage) => objectOfStage(model, stage) === scope.object)
    .map(({ id }) => id);
}

/** Marks a record that a refusal or an expiry sends to an open stage. */
export const awaySteps = (model: HubSpotModel, target: Id): readonly Step[] =>
  sentAwayStages(model).includes(target) ? [set(sentAwayTo(model), target)] : [];

/** A record that has come to another stage is no longer away. */
export const backSteps = (model: HubSpotModel, entered: Id): readonly Step[] => {
  const stages = sentAwayStages(model);
  return stages.length === 0 || stages.includes(entered) ? [] : [set(sentAwayTo(model), nowhere)];
};

/** Sent to one of these stages, or there by another way. */
export const isAway = (model: HubSpotModel, stages: readonly Id[]): FilterNode => isAnyOf(sentAwayTo(model), stages);
export const isNotAway = (model: HubSpotModel, stages: readonly Id[]): FilterNode =>
  isNoneOf(sentAwayTo(model), stages, "passes");

/** The property, where some reason needs it. */
export function compileSentAway(model: HubSpotModel): readonly Resource[] {
  const stages = sentAwayStages(model).flatMap((id) => model.contract.stages.get(id) ?? []);
  if (stages.length === 0) return [];
  return [
    compileProperty(model, {
      object: model.contract.scope.object,
      clause: "reasons",
      name: sentAwayTo(model),
      label: word(model, "sentAwayTo"),
      purpose: {
        en: "The stage to which a refusal or an expiry has sent the record: it goes on by itself on a new signal only.",
        fr: "Étape où un refus ou une expiration a envoyé la fiche\u00a0: elle n'avance d'elle-même que sur un nouveau signal.",
      },
      shape: {
        kind: "choice",
        options: [
          { value: nowhere, label: word(model, "noStage") },
          ...stages.map(({ id, label }) => ({ value: id, label: labelOf(model, label) })),
        ],
      },
    }),
  ];
}
