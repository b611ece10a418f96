import type { Handoff } from "../../contract/index.ts";
import { type Bilingual, quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { onlyIf, type Sequence, set } from "./actions.ts";
import { datedStage, stageEnteredAt } from "./clocks/stage-clocks.ts";
import { type Alternative, conditionFilters, scopeFilters } from "./condition-filters.ts";
import { returnsBySign } from "./entry-alternatives.ts";
import { anyOf, type FilterNode, isAnyOf, isLaterThan } from "./filters.ts";
import { newHandRaises } from "./hand-raises.ts";
import { both, criteriaOf, knownFields } from "./handoff-criteria.ts";
import { inStages } from "./literal-filters.ts";
import { type HubSpotModel, handoffProperty, objectOfHandoff, say, textIn, visibleOrigins } from "./model.ts";
import { holdSteps, isSentBack, openingAnew } from "./opening-steps.ts";
import { noRivalUnderWay } from "./rival-handoffs.ts";
import { compileWorkflow, everyOf, propertiesOf } from "./workflow.ts";

/** How what was closed may be handed over again: by a new stay in the stage, a new sign, or a repair. */
export function compileReopeningFlows(model: HubSpotModel, handoff: Handoff): readonly Resource[] {
  const isTravelling = objectOfHandoff(model, handoff) === model.contract.scope.object;
  return [
    ...(isTravelling ? [compileNewStay(model, handoff)] : []),
    ...(isTravelling && handoff.by === undefined && isSentBack(model, handoff) ? compileNewSign(model, handoff) : []),
    ...(handoff.by === undefined && isSentBack(model, handoff) ? [compileRepair(model, handoff)] : []),
  ];
}

/** Refused, and in a stage from which it could open; or closed by any decision. */
function refusedHere(
  model: HubSpotModel,
  handoff: Handoff,
  states: readonly string[] = ["refused"],
): readonly FilterNode[] {
  return [
    isAnyOf(handoffProperty(model, handoff, "state"), states),
    inStages(model, objectOfHandoff(model, handoff), visibleOrigins(model, handoff)),
  ];
}

interface Draft {
  readonly title: Bilingual;
  readonly purpose: Bilingual;
  readonly alternatives: readonly (readonly FilterNode[])[];
  /** Asked again right before the writes. */
  readonly gate: readonly FilterNode[];
  readonly sequence: Sequence;
}

function compileReopening(model: HubSpotModel, handoff: Handoff, draft: Draft): Resource {
  const name = draft.title[model.language];
  return compileWorkflow(model, {
    object: objectOfHandoff(model, handoff),
    title: [handoff.id, name],
    clause: `handoffs.${handoff.id}`,
    purpose: say((language) =>
      draft.purpose[language].replace("…", quote(textIn(model, handoff.label, language), language)),
    ),
    enrollment: {
      kind: "state",
      filter: anyOf(draft.alternatives),
      again: propertiesOf(draft.alternatives),
      whenLost: "stay",
    },
    sequence: onlyIf(name, everyOf(draft.gate), draft.sequence),
  });
}

/** Who left and came back by hand is judged anew; entries by themselves reset the state on their way. */
function compileNewStay(model: HubSpotModel, handoff: Handoff): Resource {
  const closedHere = refusedHere(model, handoff, ["refused", "accepted"]);
  const isNewStay = isLaterThan(stageEnteredAt(model), handoffProperty(model, handoff, "closed", "at"));
  const isDated = isAnyOf(datedStage(model), visibleOrigins(model, handoff));
  return compileReopening(model, handoff, {
    title: { en: "new stay", fr: "nouveau séjour" },
    purpose: {
      en: "Lets the closed handoff … open again for a record that has come back to the stage.",
      fr: "Laisse la transmission … close s'ouvrir à nouveau pour une fiche revenue dans l'étape.",
    },
    alternatives: [[...closedHere, isDated, isNewStay]],
    gate: closedHere,
    sequence: { steps: [set(handoffProperty(model, handoff, "state"), "none")] },
  });
}

/** A signal newer than the refusal by which the criteria hold; during a cool-off one that asks for a person. */
function compileNewSign(model: HubSpotModel, handoff: Handoff): readonly Resource[] {
  const criteria = conditionFilters(model, objectOfHandoff(model, handoff), both(signCriteria(model, handoff), []));
  if (criteria.kind === "impossible") return [];
  const since = handoffProperty(model, handoff, "closed", "at");
  const here = refusedHere(model, handoff);
  const signed = criteria.alternatives.flatMap((way) => returnsBySign(model, way, { since, needs: "any signal" }));
  // Criteria that ask for no signal are content with any.
  const all = [...model.contract.signals.keys()];
  const ways =
    signed.length > 0
      ? signed
      : criteria.alternatives.flatMap((way) => returnsBySign(model, way, { since, needs: "any signal", signals: all }));
  if (ways.length === 0) return [];
  return [
    compileReopening(model, handoff, {
      title: { en: "new sign", fr: "nouveau signe" },
      purpose: {
        en: "Lets the refused handoff … open again on a new signal.",
        fr: "Laisse la transmission … refusée s'ouvrir à nouveau sur un nouveau signal.",
      },
      alternatives: inScope(model, handoff).flatMap((scope) =>
        ways.map(({ nodes }: Alternative) => [...here, ...scope, ...nodes]),
      ),
      gate: here,
      sequence: { steps: [set(handoffProperty(model, handoff, "state"), "none")] },
    }),
  ];
}

/** What the handoff asks, and what the stages it leaves ask: a new sign must make one of them hold. */
function signCriteria(model: HubSpotModel, handoff: Handoff) {
  const stages = visibleOrigins(model, handoff).flatMap((id) => model.contract.stages.get(id)?.criteria ?? []);
  return [
    ...criteriaOf(model, handoff),
    ...(stages.length === 0 ? [] : [{ kind: "any", path: [], of: stages } as const]),
  ];
}

/** The sender says that the repair is done: handed over again without asking the criteria a second time. */
function compileRepair(model: HubSpotModel, handoff: Handoff): Resource {
  const repair = handoffProperty(model, handoff, "repair");
  const known = conditionFilters(model, objectOfHandoff(model, handoff), both(knownFields(handoff), []));
  const complete = known.kind === "filters" ? known.alternatives.map(({ nodes }) => nodes) : undefined;
  // A request for a person passes even if something is missing.
  const isComplete = complete === undefined ? undefined : anyOf([...complete, ...newHandRaises(model, handoff)]);
  const opening = openingAnew(model, handoff);
  const sentBack = [...refusedHere(model, handoff), ...noRivalUnderWay(model, handoff)];
  const sequence: Sequence =
    handoff.requires.length === 0 || isComplete === undefined
      ? opening
      : {
          steps: [],
          ways: [{ name: model.language === "fr" ? "complète" : "complete", filter: isComplete, leadsTo: opening }],
          otherwise: holdSteps(model, handoff),
        };
  return compileReopening(model, handoff, {
    title: { en: "repaired", fr: "corrigée" },
    purpose: {
      en: "Hands over again what was sent back, once its sender says that it is repaired: …",
      fr: "Transmet à nouveau ce qui a été renvoyé, dès que l'émetteur dit l'avoir corrigé\u00a0: …",
    },
    alternatives: inScope(model, handoff).map((nodes) => [...sentBack, isAnyOf(repair, ["done"]), ...nodes]),
    gate: sentBack,
    sequence,
  });
}

/** Who left the scope meanwhile is not handed over again. */
function inScope(model: HubSpotModel, handoff: Handoff): readonly (readonly FilterNode[])[] {
  const scope = scopeFilters(model);
  const isTravelling = objectOfHandoff(model, handoff) === model.contract.scope.object;
  return isTravelling && scope.kind === "filters" ? scope.alternatives.map(({ nodes }) => nodes) : [[]];
}
