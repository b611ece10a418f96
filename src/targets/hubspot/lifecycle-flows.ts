import type { CrmObject, Stage } from "../../contract/index.ts";
import { quote } from "../../diagnostics/index.ts";
import type { FidelityNote } from "../fidelity.ts";
import type { Resource } from "../resource.ts";
import { onlyIf } from "./actions.ts";
import { type Compiled, merge, onlyNote } from "./compiled.ts";
import { isNoneOf } from "./filters.ts";
import { type HubSpotModel, objectOfStage, say, stageProperty, stageValue, textIn } from "./model.ts";
import { notes } from "./note-texts.ts";
import { referTo } from "./portal/references.ts";
import { adoptProperty } from "./property.ts";
import { compileWorkflow, everyOf } from "./workflow.ts";

/** HubSpot's own property for the lifecycle stage of contacts and companies. */
export const lifecycleProperty = "lifecyclestage";

/** Whether HubSpot knows lifecycle stages on an object. */
const hasLifecycle = (object: CrmObject): boolean => object === "contact" || object === "company";

/**
 * Moves HubSpot's lifecycle stage forward with the contract's: one small workflow for each stage, so that a lifecycle
 * stage which the portal lacks holds back its own alone.
 */
export function compileLifecycleFlows(model: HubSpotModel): Compiled {
  const stages = [...model.contract.stages.values()];
  return merge(
    stages.flatMap((stage) => {
      if (stage.crm?.lifecycleStage === undefined) return [];
      if (!hasLifecycle(objectOfStage(model, stage))) return [onlyNote(otherObject(stage))];
      return [{ resources: [compileMirror(model, stage)], notes: [mirrored(stage, stage.crm.lifecycleStage)] }];
    }),
  );
}

/** The property that the mirror writes, where a stage asks for it: read, never changed. */
export function compileLifecycleProperty(model: HubSpotModel): readonly Resource[] {
  const stages = [...model.contract.stages.values()].filter(({ crm }) => crm?.lifecycleStage !== undefined);
  const objects = new Set(stages.map((stage) => objectOfStage(model, stage)).filter(hasLifecycle));
  return [...objects].map((object) =>
    adoptProperty(
      {
        object,
        name: lifecycleProperty,
        clause: "stages",
        purpose: { en: "HubSpot's own lifecycle stage.", fr: "Phase du cycle de vie propre à HubSpot." },
      },
      { type: "enumeration" },
    ),
  );
}

function compileMirror(model: HubSpotModel, stage: Stage): Resource {
  const object = objectOfStage(model, stage);
  const isEarlier = isNoneOf(lifecycleProperty, referTo({ kind: "lifecycle-from", stage: stage.id }), "passes");
  const name = model.language === "fr" ? "plus tôt dans le cycle" : "earlier in the lifecycle";
  return compileWorkflow(model, {
    object,
    title: [stage.id, model.language === "fr" ? "phase du cycle de vie" : "lifecycle stage"],
    clause: `stages.${stage.id}.crm.lifecycleStage`,
    purpose: say((language) => {
      const label = quote(textIn(model, stage.label, language), language);
      return language === "fr"
        ? `Fait avancer la phase du cycle de vie d'une fiche qui entre dans l'étape ${label}.`
        : `Moves the lifecycle stage of a record forward that enters the stage ${label}.`;
    }),
    enrollment: { kind: "change", property: stageProperty(model, object), values: [stageValue(model, stage.id)] },
    sequence: onlyIf(name, everyOf([isEarlier]), {
      steps: [{ kind: "set", property: lifecycleProperty, value: { kind: "lifecycle", stage: stage.id } }],
    }),
  });
}

const mirrored = (stage: Stage, name: string): FidelityNote => ({
  clause: `stages.${stage.id}.crm.lifecycleStage`,
  level: "enforced",
  text: {
    en: `A workflow moves HubSpot's lifecycle stage forward to ${quote(name, "en")}, never back.`,
    fr: `Un workflow fait avancer la phase du cycle de vie de HubSpot jusqu'à ${quote(name, "fr")}, sans jamais reculer.`,
  },
});

const otherObject = (stage: Stage): FidelityNote => ({
  clause: `stages.${stage.id}.crm.lifecycleStage`,
  level: "manual",
  text: notes.lifecycle[0],
  howTo: notes.lifecycle[1],
});
