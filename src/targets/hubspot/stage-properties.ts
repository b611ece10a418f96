import type { CrmObject, Stage } from "../../contract/index.ts";
import { quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { datedStage, stageEnteredAt, touchCount } from "./clocks/stage-clocks.ts";
import { datedObjects, touchedObjects } from "./dated-objects.ts";
import { type HubSpotModel, labelOf, objectOfStage, ours, say, stagesOn, textIn } from "./model.ts";
import { compileProperty } from "./property.ts";
import { describeReasons } from "./reason-options.ts";
import { word } from "./words.ts";

/** The stage of the travelling record, when it entered it, and what belongs to single stages. */
export function compileStageProperties(model: HubSpotModel): readonly Resource[] {
  const { object } = model.contract.scope;
  const travelling = stagesOn(model, object);
  return [
    ...(travelling.length === 0 ? [] : compileCurrentStage(model, travelling)),
    ...datedObjects(model).flatMap((one) => compileEntryDates(model, one)),
    ...touchedObjects(model).map((one) => compileTouchCount(model, one)),
    ...(travelling.length === 0 ? [] : compileCoolOff(model, { object, clause: "reasons" })),
    ...travelling.flatMap((stage) => compileStageDates(model, stage)),
    ...[...model.contract.stages.values()].flatMap((stage) => compileStageDetails(model, stage)),
  ];
}

function compileCurrentStage(model: HubSpotModel, stages: readonly Stage[]): readonly Resource[] {
  const base = { object: model.contract.scope.object, clause: "stages" };
  const options = stages.map(({ id, label }) => ({ value: id, label: labelOf(model, label) }));
  return [
    compileProperty(model, {
      ...base,
      name: ours(model, "stage"),
      label: word(model, "stage"),
      purpose: { en: "The contract's stage that the record is in.", fr: "Étape du contrat où se trouve la fiche." },
      shape: { kind: "choice", options },
    }),
  ];
}

/** When the stage was entered, and which stage that date is about. */
function compileEntryDates(model: HubSpotModel, object: CrmObject): readonly Resource[] {
  const base = { object, clause: "stages" };
  const options = stagesOn(model, object).map(({ id, label }) => ({ value: id, label: labelOf(model, label) }));
  return [
    compileProperty(model, {
      ...base,
      name: stageEnteredAt(model),
      label: word(model, "stageEnteredAt"),
      purpose: { en: "When the record entered its stage.", fr: "Moment où la fiche est entrée dans son étape." },
      shape: { kind: "datetime" },
    }),
    compileProperty(model, {
      ...base,
      name: datedStage(model),
      label: word(model, "stageDated"),
      purpose: {
        en: "The stage whose entry is dated; until it is the record's stage, nothing compares with that date.",
        fr: "Étape dont l'entrée est datée\u00a0; tant que ce n'est pas celle de la fiche, rien n'est comparé à cette date.",
      },
      shape: { kind: "choice", options },
    }),
  ];
}

function compileTouchCount(model: HubSpotModel, object: CrmObject): Resource {
  return compileProperty(model, {
    object,
    clause: "stages",
    name: touchCount(model),
    label: word(model, "touches"),
    purpose: {
      en: "How often a person has contacted the lead since the stage was entered.",
      fr: "Nombre de contacts pris depuis l'entrée dans l'étape.",
    },
    shape: { kind: "number" },
  });
}

function compileCoolOff(
  model: HubSpotModel,
  base: { readonly object: CrmObject; readonly clause: string },
): readonly Resource[] {
  return [
    compileProperty(model, {
      ...base,
      name: ours(model, "cool", "off", "until"),
      label: word(model, "coolOffUntil"),
      purpose: {
        en: "Until then the record comes back only if it asks for a person.",
        fr: "D'ici là, la fiche ne revient que si elle demande à parler à quelqu'un.",
      },
      shape: { kind: "datetime" },
    }),
    compileProperty(model, {
      ...base,
      name: ours(model, "cool", "off"),
      label: word(model, "coolOff"),
      purpose: {
        en: "Whether the cool-off is running; a workflow keeps it.",
        fr: "Indique si la période de repos court\u00a0; tenu par un workflow.",
      },
      shape: {
        kind: "choice",
        options: [
          { value: "running", label: word(model, "running") },
          { value: "over", label: word(model, "over") },
        ],
      },
    }),
  ];
}

function compileStageDates(model: HubSpotModel, stage: Stage): readonly Resource[] {
  const draft = (which: "first" | "last") =>
    compileProperty(model, {
      object: model.contract.scope.object,
      clause: `stages.${stage.id}`,
      name: stageDateProperty(model, stage.id, which),
      label: `${labelOf(model, stage.label)} · ${word(model, which === "first" ? "firstEntered" : "lastEntered")}`,
      purpose: say((language) => {
        const name = quote(textIn(model, stage.label, language), language);
        if (language === "fr") return `${which === "first" ? "Première" : "Dernière"} entrée dans l'étape ${name}.`;
        return `When the record ${which} entered the stage ${name}.`;
      }),
      shape: { kind: "datetime" },
    });
  return [draft("first"), draft("last")];
}

/** The property that holds the first or the last time a record entered a stage. */
export const stageDateProperty = (model: HubSpotModel, stageId: string, which: "first" | "last"): string =>
  ours(model, stageId, which, "entered", "at");

function compileStageDetails(model: HubSpotModel, stage: Stage): readonly Resource[] {
  return [...compileStatuses(model, stage), ...compileExit(model, stage)];
}

// One property per stage that has statuses: a single one would offer the statuses of every other stage too.
function compileStatuses(model: HubSpotModel, stage: Stage): readonly Resource[] {
  if (stage.statuses.length === 0) return [];
  const status = compileProperty(model, {
    object: objectOfStage(model, stage),
    clause: `stages.${stage.id}.statuses`,
    name: ours(model, stage.id, "status"),
    label: `${labelOf(model, stage.label)} · ${word(model, "status")}`,
    purpose: say((language) => {
      const name = quote(textIn(model, stage.label, language), language);
      return language === "fr"
        ? `Où en est la fiche dans l'étape ${name}.`
        : `Where the record stands in the stage ${name}.`;
    }),
    shape: {
      kind: "choice",
      options: stage.statuses.map(({ id, label }) => ({ value: id, label: labelOf(model, label) })),
    },
  });
  return [status];
}

function compileExit(model: HubSpotModel, stage: Stage): readonly Resource[] {
  if (stage.exitReasons.length === 0) return [];
  const { options, needsDetail } = describeReasons(model, stage.exitReasons);
  const base = { object: objectOfStage(model, stage), clause: `stages.${stage.id}.exitReasons` };
  const label = labelOf(model, stage.label);
  const reason = compileProperty(model, {
    ...base,
    name: ours(model, stage.id, "exit", "reason"),
    label: `${label} · ${word(model, "exitReason")}`,
    purpose: say((language) => {
      const name = quote(textIn(model, stage.label, language), language);
      return language === "fr"
        ? `Pourquoi la fiche quitte l'étape ${name}.`
        : `Why the record leaves the stage ${name}.`;
    }),
    shape: { kind: "choice", options: [{ value: "none", label: word(model, "none") }, ...options] },
  });
  if (!needsDetail) return [reason];
  const detail = compileProperty(model, {
    ...base,
    name: ours(model, stage.id, "exit", "detail"),
    label: `${label} · ${word(model, "exitDetail")}`,
    purpose: {
      en: "The detail that some exit reasons require.",
      fr: "Précision exigée par certains motifs de sortie.",
    },
    shape: { kind: "long-text" },
  });
  return [reason, detail];
}
