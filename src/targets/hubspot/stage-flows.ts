import type { Stage } from "../../contract/index.ts";
import type { Resource } from "../resource.ts";
import { onlyIf, type Sequence, set, stampNow } from "./actions.ts";
import { anyOf, isBeforeOrAfter, isUnknown, now } from "./filters.ts";
import { inStages } from "./literal-filters.ts";
import { type HubSpotModel, labelOf, ours, stageProperty, stagesOn } from "./model.ts";
import { stageDateProperty } from "./stage-properties.ts";
import { compileWorkflow, everyOf } from "./workflow.ts";

// HubSpot's limit of ways out of one branch.
const mostWays = 20;

/** Workflows that keep the stage dates and the cool-off, whoever moves the record. */
export function compileStageFlows(model: HubSpotModel): readonly Resource[] {
  const stages = stagesOn(model, model.contract.scope.object);
  return stages.length === 0 ? [] : [compileStageDates(model, stages), compileCoolOff(model)];
}

function compileStageDates(model: HubSpotModel, stages: readonly Stage[]): Resource {
  const { object } = model.contract.scope;
  return compileWorkflow(model, {
    object,
    title: [model.language === "fr" ? "dates des étapes" : "stage dates"],
    clause: "stages",
    purpose: {
      en: "Stamps when a record enters a stage, by hand or by itself.",
      fr: "Date l'entrée dans chaque étape, à la main ou automatique.",
    },
    enrollment: { kind: "change", property: stageProperty(model, object), values: stages.map(({ id }) => id) },
    sequence: { steps: [stampNow(ours(model, "stage", "entered", "at"))], ...stampEach(model, stages) },
  });
}

function stampEach(model: HubSpotModel, stages: readonly Stage[]): Pick<Sequence, "ways" | "otherwise"> {
  const rest = stages.slice(mostWays);
  const ways = stages.slice(0, mostWays).map((stage) => ({
    name: labelOf(model, stage.label),
    filter: everyOf([inStages(model, model.contract.scope.object, [stage.id])]),
    leadsTo: stampStage(model, stage),
  }));
  return rest.length === 0 ? { ways } : { ways, otherwise: { steps: [], ...stampEach(model, rest) } };
}

function stampStage(model: HubSpotModel, stage: Stage): Sequence {
  const first = stageDateProperty(model, stage.id, "first");
  const gate = onlyIf(model.language === "fr" ? "première fois" : "first time", everyOf([isUnknown(first)]), {
    steps: [stampNow(first)],
  });
  return {
    ...gate,
    steps: [stampNow(stageDateProperty(model, stage.id, "last")), set(ours(model, "stage", "dated"), stage.id)],
  };
}

/** Turns a date that someone or something set into "running" and "over", since filters are not asked again as time passes. */
function compileCoolOff(model: HubSpotModel): Resource {
  const until = ours(model, "cool", "off", "until");
  const state = ours(model, "cool", "off");
  const reached = isBeforeOrAfter(until, { operator: "IS_BEFORE", timePoint: now(model.timezone) }, "fails");
  const wait = { kind: "wait-until", property: until, offsetMinutes: 0 } as const;
  return compileWorkflow(model, {
    object: model.contract.scope.object,
    title: [model.language === "fr" ? "période de repos" : "cool-off"],
    clause: "reasons",
    purpose: {
      en: "Keeps the cool-off running until its date, then ends it.",
      fr: "Fait courir la période de repos jusqu'à sa date, puis la termine.",
    },
    enrollment: { kind: "change", property: until, values: [] },
    sequence: {
      steps: [set(state, "running"), wait],
      ways: [
        {
          name: model.language === "fr" ? "date atteinte" : "date reached",
          filter: anyOf([[reached]]),
          leadsTo: { steps: [set(state, "over")] },
        },
      ],
      // The date was moved while this workflow waited: wait once more.
      otherwise: { steps: [wait, set(state, "over")] },
    },
  });
}
