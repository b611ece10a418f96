import type { CrmObject, Stage } from "../../contract/index.ts";
import { quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { onlyIf, type Sequence, type Step, set, stampNow } from "./actions.ts";
import { resetSteps } from "./clocks/clock.ts";
import { lastContact } from "./clocks/handoff-clocks.ts";
import { datedStage, roundStartedAt, stageClocks, stageEnteredAt, touchCount } from "./clocks/stage-clocks.ts";
import { asksForTouches, datedObjects, touchedObjects } from "./dated-objects.ts";
import { anyOf, isAnyOf, isBeforeOrAfter, isLaterThan, isNoneOf, isUnknown, now } from "./filters.ts";
import { inStages } from "./literal-filters.ts";
import { type HubSpotModel, objectOfStage, ours, say, stageProperty, stagesOn, textIn } from "./model.ts";
import { backSteps } from "./sent-away.ts";
import { stageDateProperty } from "./stage-properties.ts";
import { word } from "./words.ts";
import { countWork, judgedObjects, resetAtEntry } from "./work-touches.ts";
import { compileWorkflow, everyOf } from "./workflow.ts";

/** Workflows that keep the stage dates, what counts from them, and the cool-off, whoever moves the record. */
export function compileStageFlows(model: HubSpotModel): readonly Resource[] {
  const { object } = model.contract.scope;
  const travelling = stagesOn(model, object);
  const dated = datedObjects(model).flatMap((one) => stagesOn(model, one));
  return [
    ...dated.map((stage) => compileEntered(model, stage)),
    ...dated.flatMap((stage) => compileRounds(model, stage)),
    ...[...new Set([...touchedObjects(model), ...judgedObjects(model)])].map((one) => compileTouches(model, one)),
    ...(travelling.length === 0 ? [] : [compileCoolOff(model)]),
  ];
}

/**
 * One workflow per stage, which a record enters while its stage is not the one that is dated: one move right after another
 * finds another workflow, not one that is still busy with the first.
 */
function compileEntered(model: HubSpotModel, stage: Stage): Resource {
  const object = objectOfStage(model, stage);
  const isNew = [inStages(model, object, [stage.id]), isNoneOf(datedStage(model), [stage.id], "passes")];
  const start: readonly Step[] = [
    ...resetSteps(model, stageClocks(model, stage)),
    // Before the count begins anew: the contact that led here is told from later ones by this date.
    stampNow(stageEnteredAt(model)),
    ...(asksForTouches(stage) && touchedObjects(model).includes(object) ? [set(touchCount(model), "0")] : []),
    ...resetAtEntry(model, stage),
    ...(object === model.contract.scope.object ? backSteps(model, stage.id) : []),
    ...stageClocks(model, stage)
      .filter(({ startsOn }) => startsOn === "round")
      .map((clock) => stampNow(roundStartedAt(model, clock))),
  ];
  const visits = stampVisits(model, stage, object);
  return compileWorkflow(model, {
    object,
    title: [stage.id, model.language === "fr" ? "date d'entrée" : "entry date"],
    clause: `stages.${stage.id}`,
    purpose: say((language) => {
      const name = quote(textIn(model, stage.label, language), language);
      return language === "fr"
        ? `Date l'entrée dans l'étape ${name}, à la main ou automatique.`
        : `Stamps when a record enters the stage ${name}, by hand or by itself.`;
    }),
    enrollment: {
      kind: "state",
      filter: everyOf(isNew),
      again: [stageProperty(model, object), datedStage(model)],
      whenLost: "stay",
    },
    sequence: onlyIf(model.language === "fr" ? "à dater" : "to be dated", everyOf(isNew), {
      ...visits,
      steps: [...start, ...visits.steps],
    }),
  });
}

/**
 * First and last entry, which HubSpot keeps of pipeline stages by itself; last of all the stage that is dated, if the record
 * is still there: whoever is sent back by this write must not be inside this workflow any more.
 */
function stampVisits(model: HubSpotModel, stage: Stage, object: CrmObject): Sequence {
  const here = everyOf([inStages(model, object, [stage.id])]);
  const end = onlyIf(word(model, "stillThere"), here, { steps: [set(datedStage(model), stage.id)] });
  if (object !== model.contract.scope.object) return end;
  const first = stageDateProperty(model, stage.id, "first");
  return {
    steps: [stampNow(stageDateProperty(model, stage.id, "last"))],
    ways: [
      {
        name: model.language === "fr" ? "première fois" : "first time",
        filter: everyOf([isUnknown(first)]),
        leadsTo: { ...end, steps: [stampNow(first)] },
      },
    ],
    otherwise: end,
  };
}

/** A touch begins the next round of a recurring deadline. */
function compileRounds(model: HubSpotModel, stage: Stage): readonly Resource[] {
  const clocks = stageClocks(model, stage).filter(({ startsOn, isTouched }) => startsOn === "round" && isTouched);
  if (clocks.length === 0) return [];
  const object = objectOfStage(model, stage);
  const here = everyOf([inStages(model, object, [stage.id]), isAnyOf(datedStage(model), [stage.id])]);
  const steps = clocks.flatMap((clock) => [...resetSteps(model, [clock]), stampNow(roundStartedAt(model, clock))]);
  return [
    compileWorkflow(model, {
      object,
      title: [stage.id, model.language === "fr" ? "tour suivant" : "next round"],
      clause: `stages.${stage.id}.deadlines`,
      purpose: {
        en: "Starts the recurring deadlines of the stage again after a touch.",
        fr: "Relance les délais récurrents de l'étape après un contact.",
      },
      enrollment: { kind: "change", property: lastContact, values: [] },
      sequence: onlyIf(model.language === "fr" ? "dans l'étape" : "in the stage", here, { steps }),
    }),
  ];
}

/** Counts contacts: of several deadlines that wait for one, each waits for one more; some reasons ask for so many. */
function compileTouches(model: HubSpotModel, object: CrmObject): Resource {
  return compileWorkflow(model, {
    object,
    title: [model.language === "fr" ? "contacts pris" : "touches"],
    clause: "stages",
    purpose: {
      en: "Counts the contacts that people log.",
      fr: "Compte les contacts que chacun enregistre.",
    },
    enrollment: { kind: "change", property: lastContact, values: [] },
    sequence: touchedObjects(model).includes(object) ? countStay(model, object) : countWork(model, object),
  });
}

/** A contact that has brought the record into the stage, or was made before, is none of this stay. */
function countStay(model: HubSpotModel, object: CrmObject): Sequence {
  const work = countWork(model, object);
  const count: Step = { kind: "set", property: touchCount(model), value: { kind: "increment" } };
  return {
    steps: [],
    ways: [
      {
        name: word(model, "stillThere"),
        filter: everyOf([isLaterThan(lastContact, stageEnteredAt(model))]),
        leadsTo: { ...work, steps: [count, ...work.steps] },
      },
    ],
    otherwise: work,
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
