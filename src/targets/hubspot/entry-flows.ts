import type { Stage } from "../../contract/index.ts";
import { type Bilingual, quote } from "../../diagnostics/index.ts";
import type { FidelityNote } from "../fidelity.ts";
import { onlyIf, type Step, set } from "./actions.ts";
import { type Compiled, merge, onlyNote } from "./compiled.ts";
import type { Alternative, ConditionFilters } from "./condition-filters.ts";
import { mostFilters, scopeFilters } from "./condition-filters.ts";
import { bornSince, entryAlternatives, originsOf } from "./entry-alternatives.ts";
import { anyOf, countFilters, type FilterNode, isBeforeOrAfter, isUnknown, onDate } from "./filters.ts";
import { inStages } from "./literal-filters.ts";
import {
  type HubSpotModel,
  handoffProperty,
  labelOf,
  objectOfHandoff,
  objectOfStage,
  ours,
  say,
  scopeObject,
  stageProperty,
  textIn,
} from "./model.ts";
import { signalProperty } from "./signal-properties.ts";
import { compileWorkflow, propertiesOf } from "./workflow.ts";

/** Workflows that move records into a stage by themselves: at birth, or when the stage's criteria hold. */
export function compileEntryFlows(model: HubSpotModel): Compiled {
  return merge([...model.contract.stages.values()].map((stage) => compileEntry(model, stage)));
}

function compileEntry(model: HubSpotModel, stage: Stage): Compiled {
  if (stage.by !== undefined) return onlyNote(byHand(model, stage));
  if (stage.from.length === 0) return { resources: [], notes: [] };
  const isTravelling = objectOfStage(model, stage) === model.contract.scope.object;
  if (!isTravelling) return onlyNote(otherObject(stage));
  return stage.criteria === undefined ? compileBirth(model, stage) : compileAutomatic(model, stage);
}

/** `from: new` alone: records enter at birth when in scope; older ones on their first signal. */
function compileBirth(model: HubSpotModel, stage: Stage): Compiled {
  const scope = scopeFilters(model);
  if (!stage.from.includes("new")) return { resources: [], notes: [] };
  if (scope.kind === "impossible") return onlyNote(notAutomatic(stage, scope.why));
  const starts = [bornSince(model), ...[...model.contract.signals.keys()].map((signal) => signalled(model, signal))];
  const alternatives = starts.flatMap((start) =>
    scope.alternatives.map(({ term, nodes }) => ({ term, nodes: [...start, ...nodes] })),
  );
  return compileMove(model, stage, { alternatives, gate: [[isUnknown(stageOf(model))]], clause: `stages.${stage.id}` });
}

function signalled(model: HubSpotModel, signal: string): readonly FilterNode[] {
  const timePoint = onDate(model.contract.effective, model.timezone);
  return [
    isUnknown(stageOf(model)),
    isBeforeOrAfter(signalProperty(model, signal), { operator: "IS_AFTER", timePoint }, "fails"),
  ];
}

const stageOf = (model: HubSpotModel): string => stageProperty(model, model.contract.scope.object);

function compileAutomatic(model: HubSpotModel, stage: Stage): Compiled {
  const origins = originsOf(model, stage);
  const found: ConditionFilters = entryAlternatives(model, stage, origins);
  if (found.kind === "impossible") return onlyNote(notAutomatic(stage, found.why));
  if (found.alternatives.length === 0) return onlyNote(notAutomatic(stage, noWayIn));
  const from = [...origins.open, ...origins.parked, ...origins.lost];
  const gate = [
    ...(from.length === 0 ? [] : [[inStages(model, model.contract.scope.object, from)]]),
    ...(origins.isFromNew ? [[isUnknown(stageOf(model))]] : []),
  ];
  return compileMove(model, stage, { alternatives: found.alternatives, gate, clause: `stages.${stage.id}.criteria` });
}

interface Move {
  readonly alternatives: readonly Alternative[];
  /** Asked again right before the write: another workflow or a person may have been faster. */
  readonly gate: readonly (readonly FilterNode[])[];
  readonly clause: string;
}

function compileMove(model: HubSpotModel, stage: Stage, move: Move): Compiled {
  const ways = move.alternatives.map(({ nodes }) => nodes);
  const filter = anyOf(ways);
  if (countFilters(filter) > mostFilters) return onlyNote(notAutomatic(stage, tooManyFilters));
  const steps: readonly Step[] = [
    ...resetHandoffs(model, stage),
    set(ours(model, "contract", "version"), model.contract.version),
    set(stageOf(model), stage.id),
  ];
  const workflow = compileWorkflow(model, {
    object: model.contract.scope.object,
    title: [stage.id, model.language === "fr" ? "entrée automatique" : "automatic entry"],
    clause: move.clause,
    purpose: say((language) => {
      const name = quote(textIn(model, stage.label, language), language);
      return language === "fr"
        ? `Fait entrer la fiche dans l'étape ${name} dès que le contrat le dit.`
        : `Moves the record into the stage ${name} as soon as the contract says so.`;
    }),
    enrollment: { kind: "state", filter, again: watched(model, ways), whenLost: "stay" },
    sequence: onlyIf(labelOf(model, stage.label), anyOf(move.gate), { steps }),
  });
  return { resources: [workflow], notes: [entryNote(move)] };
}

/** What a change of should ask the question again; a birth date never changes. */
const watched = (model: HubSpotModel, ways: readonly (readonly FilterNode[])[]): readonly string[] =>
  propertiesOf(ways).filter((property) => property !== scopeObject(model).createdProperty);

/** A record that enters a stage anew may be handed over anew, unless it was already on its way from another stage. */
function resetHandoffs(model: HubSpotModel, stage: Stage): readonly Step[] {
  const before = originsOf(model, stage);
  const origins = [...before.open, ...before.parked, ...before.lost];
  return [...model.contract.handoffs.values()]
    .filter(
      (handoff) => handoff.from.includes(stage.id) && objectOfHandoff(model, handoff) === model.contract.scope.object,
    )
    .filter((handoff) => !handoff.from.some((id) => origins.includes(id)))
    .map((handoff) => set(handoffProperty(model, handoff, "state"), "none"));
}

function entryNote({ alternatives, clause }: Move): FidelityNote {
  const leaves = alternatives.flatMap(({ term }) => term.map(({ leaf }) => leaf));
  const isDayGrained = leaves.some(
    (leaf) =>
      (leaf.kind === "signal" && leaf.withinLast !== undefined) || (leaf.kind === "field" && "duration" in leaf.test),
  );
  const isLinked = leaves.some((leaf) => leaf.kind === "linked");
  if (!isDayGrained && !isLinked) return { clause, level: "enforced", text: enforcedEntry };
  const texts = [...(isDayGrained ? [dayGrain] : []), ...(isLinked ? [linkedEntry] : [])];
  return { clause, level: "approximated", text: say((language) => texts.map((text) => text[language]).join(" ")) };
}

const enforcedEntry: Bilingual = {
  en: "A workflow moves the record by itself.",
  fr: "Un workflow déplace la fiche de lui-même.",
};

const dayGrain: Bilingual = {
  en: "A workflow moves the record; it counts windows in whole days since midnight, up to a day more than the contract, and business days as the calendar days that contain them in an ordinary week.",
  fr: "Un workflow déplace la fiche\u00a0; il compte en jours entiers depuis minuit, jusqu'à un jour de plus que le contrat, et prend pour des jours ouvrés les jours calendaires qui les contiennent dans une semaine ordinaire.",
};

const linkedEntry: Bilingual = {
  en: "A workflow moves the record when it first comes to meet the criteria; a later return through the same deal is seen only once a property of the record itself changes.",
  fr: "Un workflow déplace la fiche la première fois qu'elle remplit les critères\u00a0; un retour par la même affaire n'est vu qu'au prochain changement d'une propriété de la fiche elle-même.",
};

const noWayIn: Bilingual = {
  en: "no criterion holds the signal that a return from these stages needs",
  fr: "aucun critère ne contient le signal qu'exige un retour depuis ces étapes",
};

const tooManyFilters: Bilingual = {
  en: `it would take more than ${mostFilters} filters`,
  fr: `il faudrait plus de ${mostFilters} filtres`,
};

function notAutomatic(stage: Stage, why: Bilingual): FidelityNote {
  return {
    clause: `stages.${stage.id}.criteria`,
    level: "manual",
    text: {
      en: `The entry is not automated: ${why.en}.`,
      fr: `L'entrée n'est pas automatisée\u00a0: ${why.fr}.`,
    },
    howTo: {
      en: "Set the stage by hand when the criteria hold.",
      fr: "Changer l'étape à la main quand les critères sont remplis.",
    },
  };
}

const otherObject = (stage: Stage): FidelityNote => ({
  clause: `stages.${stage.id}`,
  level: "manual",
  text: {
    en: "Entries into a pipeline stage are not automated yet.",
    fr: "L'entrée dans une étape de pipeline n'est pas encore automatisée.",
  },
  howTo: { en: "Move the record in its pipeline.", fr: "Déplacer la fiche dans son pipeline." },
});

function byHand(model: HubSpotModel, stage: Stage): FidelityNote {
  const role = model.contract.roles.get(stage.by ?? "");
  const who = (language: string): string =>
    role === undefined ? (stage.by ?? "") : textIn(model, role.label, language);
  return {
    clause: `stages.${stage.id}.by`,
    level: "manual",
    text: {
      en: `${quote(who("en"), "en")} moves the record by hand; HubSpot lets anyone do it, and does not check the criteria.`,
      fr: `${quote(who("fr"), "fr")} déplace la fiche à la main\u00a0; HubSpot laisse chacun le faire, sans vérifier les critères.`,
    },
    howTo: {
      en: "Change the stage on the record, or limit who may in HubSpot's permissions.",
      fr: "Changer l'étape sur la fiche, ou limiter ce droit dans les autorisations de HubSpot.",
    },
  };
}
