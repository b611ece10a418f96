import type { Handoff } from "../../contract/index.ts";
import { type Bilingual, quote } from "../../diagnostics/index.ts";
import type { FidelityNote } from "../fidelity.ts";
import type { Resource } from "../resource.ts";
import { onlyIf, stampNow } from "./actions.ts";
import { lastContact, seesTouches } from "./clocks/handoff-clocks.ts";
import { datedStage, stageEnteredAt } from "./clocks/stage-clocks.ts";
import { type Compiled, onlyNote } from "./compiled.ts";
import {
  type Alternative,
  type ConditionFilters,
  conditionFilters,
  inScope,
  mostAlternatives,
} from "./condition-filters.ts";
import { returnsBySign } from "./entry-alternatives.ts";
import { anyOf, type FilterNode, isAnyOf, isEarlierOrUnknown, isLaterThan, isNoneOf } from "./filters.ts";
import { compileInVain } from "./hand-over-flows.ts";
import { newHandRaises, noNewHandRaise } from "./hand-raises.ts";
import { both, criteriaOf, isHeldBack, knownFields, noneOf } from "./handoff-criteria.ts";
import { inStages } from "./literal-filters.ts";
import { type HubSpotModel, handoffProperty, labelOf, objectOfHandoff, say, textIn, visibleOrigins } from "./model.ts";
import { holdSteps, openingSteps } from "./opening-steps.ts";
import { compilePriorityFlows } from "./priority-flows.ts";
import { compileReopeningFlows } from "./reopening-flows.ts";
import { besideRivals, noRivalUnderWay } from "./rival-handoffs.ts";
import { isAway, isNotAway, sentAwayStages } from "./sent-away.ts";
import { compileWorkflow, everyOf, propertiesOf } from "./workflow.ts";

/** Opens a handoff, holds back what is incomplete, and dates the decision. */
export function compileHandoffFlows(model: HubSpotModel, handoff: Handoff): Compiled {
  const clause = `handoffs.${handoff.id}`;
  const criteria = criteriaOf(model, handoff);
  const object = objectOfHandoff(model, handoff);
  const complete = inScope(model, object, conditionFilters(model, object, both(criteria, knownFields(handoff))));
  const missing = inScope(
    model,
    object,
    conditionFilters(model, object, both(criteria, [noneOf(knownFields(handoff))])),
  );
  if (complete.kind === "impossible") return onlyNote(notOpened(clause, complete.why));
  if (missing.kind === "impossible") return onlyNote(notOpened(clause, missing.why));
  const opened = bySign(model, handoff, [...complete.alternatives, ...handRaised(model, handoff)]);
  const ways = besideRivals(model, handoff, opened);
  if (ways.length > mostAlternatives) return onlyNote(notOpened(clause, tooManyWays));
  const lacking = besideRivals(model, handoff, bySign(model, handoff, missing.alternatives));
  const held = isHeldBack(handoff) ? [compileHold(model, handoff, lacking)] : [];
  return {
    resources: [
      compileOpening(model, handoff, { ways, completed: completedWays(model, handoff) }),
      ...held,
      ...compileReopeningFlows(model, handoff),
      ...compileInVain(model, handoff),
      ...(seesTouches(object) ? [compileFirstTouch(model, handoff)] : []),
      compileDecisionDate(model, handoff),
      ...compilePriorityFlows(model, handoff),
    ],
    notes: [openingNote(handoff), ...originNotes(model, handoff), ...priorityNotes(model, handoff)],
  };
}

/** What a refusal or an expiry has sent to a stage of the handoff is handed over on a new signal only. */
function bySign(model: HubSpotModel, handoff: Handoff, ways: readonly Alternative[]): readonly Alternative[] {
  const away = sentAwayStages(model).filter((id) => handoff.from.includes(id));
  if (away.length === 0 || handoff.by !== undefined) return ways;
  const all = [...model.contract.signals.keys()];
  const dated = [isAway(model, away), isAnyOf(datedStage(model), away)];
  return ways.flatMap(({ term, nodes }) => {
    const asked = term.some(({ leaf, isNegated }) => leaf.kind === "signal" && !isNegated);
    const sign = { since: stageEnteredAt(model), needs: "any signal", ...(asked ? {} : { signals: all }) } as const;
    const back = returnsBySign(model, { term, nodes: [...nodes, ...dated] }, sign);
    return [{ term, nodes: [...nodes, isNotAway(model, away)] }, ...back];
  });
}

/** A signal that asks for a person is transmitted even if something is missing, once per signal. */
function handRaised(model: HubSpotModel, handoff: Handoff): readonly Alternative[] {
  if (handoff.by !== undefined || handoff.requires.length === 0) return [];
  const object = objectOfHandoff(model, handoff);
  const criteria: ConditionFilters = inScope(
    model,
    object,
    conditionFilters(model, object, both(criteriaOf(model, handoff), [])),
  );
  if (criteria.kind === "impossible" || objectOfHandoff(model, handoff) !== model.contract.scope.object) return [];
  return criteria.alternatives.flatMap(({ term, nodes }) =>
    newHandRaises(model, handoff).map((more) => ({ term, nodes: [...nodes, ...more] })),
  );
}

/** Where a record must stand for the handoff to open: in the sender's stage, with no handoff open, handed over if by hand. */
function standing(model: HubSpotModel, handoff: Handoff, closedStates: readonly string[]): readonly FilterNode[] {
  const isHandedOver =
    handoff.by === undefined ? [] : [isAnyOf(handoffProperty(model, handoff, "hand", "over"), ["yes"])];
  return [
    inStages(model, objectOfHandoff(model, handoff), visibleOrigins(model, handoff)),
    isNoneOf(handoffProperty(model, handoff, "state"), closedStates, "passes"),
    ...noRivalUnderWay(model, handoff),
    ...isHandedOver,
  ];
}

// After a refusal only the sender's act, a repair, a new sign or a new entry into the stage opens it again. An acceptance
// says so before it moves the record: in between, the record stands accepted in the stage it leaves.
const statesThatStay = (handoff: Handoff): readonly string[] =>
  handoff.by === undefined ? ["pending", "refused", "accepted"] : ["pending"];

/** What was held back is under way: once it is complete the receiver gets it, whether its criteria still hold or not. */
function completedWays(model: HubSpotModel, handoff: Handoff): readonly (readonly FilterNode[])[] {
  const isAskedAgain = handoff.by !== undefined || criteriaOf(model, handoff).length > 0;
  if (!isHeldBack(handoff) || !isAskedAgain) return [];
  const object = objectOfHandoff(model, handoff);
  const known = inScope(model, object, conditionFilters(model, object, both(knownFields(handoff), [])));
  const anyway = inScope(model, object, conditionFilters(model, object, both([], [])));
  const isTravelling = object === model.contract.scope.object;
  const raised = handoff.by === undefined && isTravelling ? newHandRaises(model, handoff) : [];
  return [
    ...(known.kind === "filters" ? known.alternatives.map(({ nodes }) => nodes) : []),
    ...(anyway.kind === "filters"
      ? anyway.alternatives.flatMap(({ nodes }) => raised.map((more) => [...nodes, ...more]))
      : []),
  ];
}

interface Openings {
  readonly ways: readonly Alternative[];
  readonly completed: readonly (readonly FilterNode[])[];
}

function compileOpening(model: HubSpotModel, handoff: Handoff, { ways, completed }: Openings): Resource {
  const gate = standing(model, handoff, statesThatStay(handoff));
  const heldBack = [
    inStages(model, objectOfHandoff(model, handoff), visibleOrigins(model, handoff)),
    isAnyOf(handoffProperty(model, handoff, "state"), ["incomplete"]),
  ];
  const gates = completed.length === 0 ? [gate] : [gate, heldBack];
  const alternatives = [
    ...ways.map(({ nodes }) => [...gate, ...nodes]),
    ...completed.map((nodes) => [...heldBack, ...nodes]),
  ];
  return compileWorkflow(model, {
    object: objectOfHandoff(model, handoff),
    title: [handoff.id, model.language === "fr" ? "ouverture" : "opening"],
    clause: `handoffs.${handoff.id}`,
    purpose: say((language) => {
      const name = quote(textIn(model, handoff.label, language), language);
      return language === "fr"
        ? `Ouvre la transmission ${name} et lance les délais de celui qui reçoit.`
        : `Opens the handoff ${name} and starts the receiver's clocks.`;
    }),
    enrollment: { kind: "state", filter: anyOf(alternatives), again: propertiesOf(alternatives), whenLost: "stay" },
    sequence: onlyIf(labelOf(model, handoff.label), anyOf(gates), openingSteps(model, handoff)),
  });
}

/** Else opening and holding back would both act at once. */
const unraised = (model: HubSpotModel, handoff: Handoff): readonly (readonly FilterNode[])[] =>
  handRaised(model, handoff).length === 0 ? [[]] : noNewHandRaise(model, handoff);

function compileHold(model: HubSpotModel, handoff: Handoff, missing: readonly Alternative[]): Resource {
  const gate = standing(model, handoff, [...statesThatStay(handoff), "incomplete"]);
  const alternatives = missing.flatMap(({ nodes }) =>
    unraised(model, handoff).map((more) => [...gate, ...nodes, ...more]),
  );
  return compileWorkflow(model, {
    object: objectOfHandoff(model, handoff),
    title: [handoff.id, model.language === "fr" ? "mise en attente" : "held back"],
    clause: `handoffs.${handoff.id}.requires`,
    purpose: {
      en: "Marks a handoff that lacks a required field as incomplete: its sender owes it.",
      fr: "Marque comme incomplète la transmission où manque un champ exigé\u00a0: l'émetteur le doit.",
    },
    enrollment: { kind: "state", filter: anyOf(alternatives), again: propertiesOf(alternatives), whenLost: "stay" },
    sequence: {
      ...onlyIf(labelOf(model, handoff.label), everyOf(gate), holdSteps(model, handoff)),
      // The opening dates what it receives before it says "pending": in between a request for a person looks answered.
      steps: [{ kind: "delay", minutes: 2 }],
    },
  });
}

function compileDecisionDate(model: HubSpotModel, handoff: Handoff): Resource {
  const part = (...parts: readonly string[]): string => handoffProperty(model, handoff, ...parts);
  return compileWorkflow(model, {
    object: objectOfHandoff(model, handoff),
    title: [handoff.id, model.language === "fr" ? "date de décision" : "decision date"],
    clause: `handoffs.${handoff.id}.deadlines.decision`,
    purpose: { en: "Stamps when the receiver decided.", fr: "Date la décision de celui qui reçoit." },
    enrollment: { kind: "change", property: part("decision"), values: ["accepted", "refused"] },
    // The first decision counts; by now another workflow may have closed the handoff on it.
    sequence: onlyIf(
      model.language === "fr" ? "première décision" : "first decision",
      everyOf([
        isAnyOf(part("state"), ["pending", "accepted", "refused"]),
        isEarlierOrUnknown(part("decided", "at"), part("received", "at")),
      ]),
      { steps: [stampNow(part("decided", "at"))] },
    ),
  });
}

/** Dated once per passing, at the time the contact was logged for. */
function compileFirstTouch(model: HubSpotModel, handoff: Handoff): Resource {
  const part = (...parts: readonly string[]): string => handoffProperty(model, handoff, ...parts);
  const isFirst = [
    isAnyOf(part("state"), ["pending", "accepted"]),
    isLaterThan(lastContact, part("opened", "at")),
    isEarlierOrUnknown(part("first", "touch", "at"), part("opened", "at")),
  ];
  return compileWorkflow(model, {
    object: objectOfHandoff(model, handoff),
    title: [handoff.id, model.language === "fr" ? "date du premier contact" : "date of the first touch"],
    clause: `handoffs.${handoff.id}`,
    purpose: { en: "Stamps the first touch of the handoff.", fr: "Date le premier contact de la transmission." },
    enrollment: { kind: "state", filter: everyOf(isFirst), again: [lastContact, part("state")], whenLost: "stay" },
    sequence: onlyIf(model.language === "fr" ? "premier contact" : "first touch", everyOf(isFirst), {
      steps: [{ kind: "set", property: part("first", "touch", "at"), value: { kind: "copy", property: lastContact } }],
    }),
  });
}

const openingNote = (handoff: Handoff): FidelityNote => ({
  clause: `handoffs.${handoff.id}`,
  level: "approximated",
  text: {
    en: "A workflow opens the handoff within minutes. It trusts the stage: a record put there by hand is handed over without its criteria.",
    fr: "Un workflow ouvre la transmission en quelques minutes. Il se fie à l'étape\u00a0: une fiche placée là à la main est transmise sans ses critères.",
  },
});

function originNotes(model: HubSpotModel, handoff: Handoff): readonly FidelityNote[] {
  const unseen = handoff.from.filter((id) => !visibleOrigins(model, handoff).includes(id));
  if (unseen.length === 0) return [];
  const text = {
    en: `Not opened from ${unseen.join(", ")}: these stages are of another object.`,
    fr: `N'est pas ouverte depuis ${unseen.join(", ")}\u00a0: ces étapes sont d'un autre objet.`,
  };
  return [{ clause: `handoffs.${handoff.id}.from`, level: "manual", text, howTo: openByHand }];
}

function priorityNotes(model: HubSpotModel, handoff: Handoff): readonly FidelityNote[] {
  return [...model.contract.priorities.values()].flatMap(({ id, when }): readonly FidelityNote[] => {
    const filters = when === undefined ? undefined : conditionFilters(model, objectOfHandoff(model, handoff), when);
    if (filters === undefined) return [];
    const clause = `priorities.${id}`;
    if (filters.kind === "filters") return [{ clause, level: "approximated", text: judgedUntilDecided }];
    return [{ clause, level: "manual", text: say((language) => `${notJudged[language]} ${filters.why[language]}.`) }];
  });
}

const judgedUntilDecided: Bilingual = {
  en: "Judged when the handoff opens and again until its decision, windows in whole days; a higher priority counts from then on and never gives more time than was promised.",
  fr: "Jugée à l'ouverture et de nouveau jusqu'à la décision, en jours entiers\u00a0; une priorité plus haute compte à partir de ce moment et ne laisse jamais plus de temps que promis.",
};

const notJudged: Bilingual = { en: "This priority is never given:", fr: "Cette priorité n'est jamais donnée\u00a0:" };

const tooManyWays: Bilingual = {
  en: `there are more than ${mostAlternatives} ways to open it`,
  fr: `il y a plus de ${mostAlternatives} façons de l'ouvrir`,
};

const notOpened = (clause: string, why: Bilingual): FidelityNote => ({
  clause,
  level: "manual",
  text: {
    en: `No workflow opens this handoff: ${why.en}.`,
    fr: `Aucun workflow n'ouvre cette transmission\u00a0: ${why.fr}.`,
  },
  howTo: openByHand,
});

// The clocks start on the state and only where they are not set, so the state comes last.
const openByHand: Bilingual = {
  en: "On the record, set the handoff's decision to “To decide”, the clock of its deadlines to “Not set”, its received date to now, and last its state to “Pending”.",
  fr: "Sur la fiche, mettre la décision de la transmission sur «\u00a0À décider\u00a0», l'horloge de ses délais sur «\u00a0Non posée\u00a0», la date de réception à maintenant et, en dernier, l'état sur «\u00a0En attente\u00a0».",
};
