import type { CrmObject, Reason, Stage } from "../../contract/index.ts";
import { quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { onlyIf, type Sequence, type Step, set } from "./actions.ts";
import { anyOf, type FilterNode, isAnyOf, isNoneOf, isWritten } from "./filters.ts";
import { inStages } from "./literal-filters.ts";
import { type HubSpotModel, labelOf, objectOfStage, ours, say, stageProperty, stageValue, textIn } from "./model.ts";
import { moveSteps } from "./reason-moves.ts";
import { judged } from "./work-touches.ts";
import { compileWorkflow, everyOf } from "./workflow.ts";

/** Workflows by which records leave worked stages for the reason a person gave. */
export function compileExitFlows(model: HubSpotModel): readonly Resource[] {
  return [...model.contract.stages.values()].flatMap((stage) => compileExits(model, stage));
}

function compileExits(model: HubSpotModel, stage: Stage): readonly Resource[] {
  const object = objectOfStage(model, stage);
  const reasons = stage.exitReasons
    .flatMap((id) => model.contract.reasons.get(id) ?? [])
    .filter((reason) => moveSteps(model, object, reason).length > 0);
  if (reasons.length === 0) return [];
  const filter = anyOf([...leaving(model, stage, reasons), elsewhere(model, stage, reasons)]);
  return [
    compileWorkflow(model, {
      object,
      title: [stage.id, model.language === "fr" ? "sortie" : "exit"],
      clause: `stages.${stage.id}.exitReasons`,
      purpose: say((language) => {
        const name = quote(textIn(model, stage.label, language), language);
        return language === "fr"
          ? `Fait sortir la fiche de l'étape ${name} pour le motif donné.`
          : `Moves the record out of the stage ${name} for the reason given.`;
      }),
      enrollment: {
        kind: "state",
        filter,
        again: [exitProperty(model, stage, "reason"), ...details(model, stage, reasons), stageProperty(model, object)],
        whenLost: "stay",
      },
      sequence: onlyIf(
        model.language === "fr" ? "motif donné" : "reason given",
        filter,
        byReason(model, stage, { object, reasons }),
      ),
    }),
  ];
}

/** A property of a stage's exit: why, and the detail of it. */
export const exitProperty = (model: HubSpotModel, stage: Stage, part: "reason" | "detail"): string =>
  ours(model, stage.id, "exit", part);

function leaving(model: HubSpotModel, stage: Stage, reasons: readonly Reason[]): readonly (readonly FilterNode[])[] {
  const here = inStages(model, objectOfStage(model, stage), [stage.id]);
  const reason = exitProperty(model, stage, "reason");
  const detail = exitProperty(model, stage, "detail");
  const plain = reasons.filter(({ needsDetail }) => !needsDetail).map(({ id }) => id);
  const detailed = reasons.filter(({ needsDetail }) => needsDetail).map(({ id }) => id);
  return [
    ...(plain.length === 0 ? [] : [[here, isAnyOf(reason, plain)]]),
    ...(detailed.length === 0 ? [] : [[here, isAnyOf(reason, detailed), isWritten(detail)]]),
  ];
}

/** A reason given while the record is in another stage says nothing, and must not wait until it comes here. */
const elsewhere = (model: HubSpotModel, stage: Stage, reasons: readonly Reason[]): readonly FilterNode[] => [
  isNoneOf(stageProperty(model, objectOfStage(model, stage)), [stageValue(model, stage.id)], "passes"),
  isAnyOf(
    exitProperty(model, stage, "reason"),
    reasons.map(({ id }) => id),
  ),
];

/** The reason stands in the record's last reason; here it makes room for the next time. */
function resetSteps(model: HubSpotModel, stage: Stage, reasons: readonly Reason[]): readonly Step[] {
  return [
    set(exitProperty(model, stage, "reason"), "none"),
    ...details(model, stage, reasons).map((detail) => set(detail, "-")),
  ];
}

/** The property of the detail, where a reason asks for one: without, there is none. */
function details(model: HubSpotModel, stage: Stage, reasons: readonly Reason[]): readonly string[] {
  return reasons.some(({ needsDetail }) => needsDetail) ? [exitProperty(model, stage, "detail")] : [];
}

function byReason(
  model: HubSpotModel,
  stage: Stage,
  { object, reasons }: { readonly object: CrmObject; readonly reasons: readonly Reason[] },
): Sequence {
  const here = inStages(model, object, [stage.id]);
  return {
    steps: [],
    ways: reasons.map((reason) => ({
      name: labelOf(model, reason.label),
      filter: everyOf([here, isAnyOf(exitProperty(model, stage, "reason"), [reason.id])]),
      leadsTo: judged(model, object, {
        reason,
        leadsTo: { steps: [...resetSteps(model, stage, reasons), ...moveSteps(model, object, reason)] },
      }),
    })),
    otherwise: { steps: resetSteps(model, stage, reasons) },
  };
}
