import type { CrmObject, Handoff, Id } from "../../contract/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { type Clock, clockProperty } from "./clocks/clock.ts";
import { clocksOf } from "./clocks/clocks-of.ts";
import { anyOf, type FilterNode, isAnyOf, isNoneOf } from "./filters.ts";
import { isHeldBack } from "./handoff-criteria.ts";
import { type HubSpotModel, handoffProperty, objectOfHandoff, say, titleOf } from "./model.ts";
import { hubSpotObject } from "./objects.ts";
import { addressOf } from "./property.ts";
import { deadlineName } from "./words.ts";
import { hollow, judgedObjects } from "./work-touches.ts";
import { writesValue } from "./workflow.ts";

interface ListDraft {
  readonly object: CrmObject;
  /** The stage or handoff it is about; none where it is about all. */
  readonly holder?: Id;
  readonly title: Bilingual;
  readonly clause: string;
  readonly purpose: Bilingual;
  readonly alternatives: readonly (readonly FilterNode[])[];
}

/**
 * The lists on which nothing disappears: pending, overdue, refused and held back. A list of overdue records exists only
 * where one of the workflows marks them: without, it would be empty for ever and seem to say that nothing is late.
 */
export function compileLists(model: HubSpotModel, workflows: readonly Resource[]): readonly Resource[] {
  const drafts = [
    ...judgedObjects(model).map((object) => hollowList(model, object)),
    ...[...model.contract.handoffs.values()].flatMap((handoff) => handoffLists(model, handoff)),
    ...clocksOf(model)
      .filter((clock) => isMarked(model, clock, workflows))
      .map((clock) => overdueList(model, clock)),
  ];
  return drafts.map((draft) => compileList(model, draft));
}

function handoffLists(model: HubSpotModel, handoff: Handoff): readonly ListDraft[] {
  const clause = `handoffs.${handoff.id}`;
  const about = { object: objectOfHandoff(model, handoff), holder: handoff.id };
  const inState = (state: string) => [[isAnyOf(handoffProperty(model, handoff, "state"), [state])]];
  const held: ListDraft = {
    ...about,
    title: { en: "held back (incomplete)", fr: "retenues (incomplètes)" },
    clause: `${clause}.requires`,
    purpose: { en: "Records that lack what the handoff requires", fr: "Fiches où manque ce que la transmission exige" },
    alternatives: inState("incomplete"),
  };
  const unassigned: ListDraft = {
    ...about,
    title: { en: "to assign", fr: "à attribuer" },
    clause: `${clause}.assign`,
    purpose: { en: "Records that wait and were given to nobody", fr: "Fiches en attente que personne n'a reçues" },
    alternatives: [
      [
        isAnyOf(handoffProperty(model, handoff, "state"), ["pending"]),
        isNoneOf(handoffProperty(model, handoff, "assignment"), ["kept", "assigned", "reassigned"], "passes"),
      ],
    ],
  };
  return [
    {
      ...about,
      title: { en: "pending", fr: "en attente" },
      clause,
      purpose: { en: "Records that wait for the receiver", fr: "Fiches qui attendent celui qui reçoit" },
      alternatives: inState("pending"),
    },
    ...(handoff.assign.length === 0 ? [] : [unassigned]),
    {
      ...about,
      title: { en: "refused", fr: "refusées" },
      clause: `${clause}.feedback`,
      purpose: { en: "Records that the receiver refused", fr: "Fiches refusées par celui qui reçoit" },
      alternatives: inState("refused"),
    },
    ...(isHeldBack(handoff) ? [held] : []),
  ];
}

const isMarked = (model: HubSpotModel, clock: Clock, workflows: readonly Resource[]): boolean =>
  workflows.some(
    (one) => one.clause === clock.clause && writesValue(one, clockProperty(model, clock, "alert"), "overdue"),
  );

/** Refused or left without the contacts that the reason asks for. */
const hollowList = (model: HubSpotModel, object: CrmObject): ListDraft => ({
  object,
  // HubSpot wants names of lists to differ, whatever they list.
  ...(object === model.contract.scope.object ? {} : { holder: hubSpotObject(object).name }),
  title: { en: "refusals without touches", fr: "refus sans contact" },
  clause: "reasons",
  purpose: {
    en: "Records refused or left without the contacts that the reason asks for",
    fr: "Fiches refusées ou abandonnées sans les contacts que le motif exige",
  },
  alternatives: [[isAnyOf(hollow(model), ["yes"])]],
});

/** Who is still waited for after the due time. */
function overdueList(model: HubSpotModel, clock: Clock): ListDraft {
  return {
    object: clock.object,
    holder: clock.holder.id,
    title: { en: `overdue (${deadlineName(clock.id, "en")})`, fr: `en retard (${deadlineName(clock.id, "fr")})` },
    clause: clock.clause,
    purpose: { en: "Records whose deadline has passed", fr: "Fiches dont le délai est dépassé" },
    alternatives: (clock.gate ?? clock.runs).map((nodes) => [...nodes, isLate(model, clock)]),
  };
}

/** Overdue or escalated: every alert but none and the reminders. */
function isLate(model: HubSpotModel, clock: Clock): FilterNode {
  const early = ["none", ...clock.remind.map((_, index) => `reminded-${index + 1}`)];
  return isNoneOf(clockProperty(model, clock, "alert"), early, "fails");
}

function compileList(model: HubSpotModel, draft: ListDraft): Resource {
  const { name: object, typeId } = hubSpotObject(draft.object);
  const name = titleOf(model, ...(draft.holder === undefined ? [] : [draft.holder]), draft.title[model.language]);
  return {
    kind: "list",
    address: addressOf("list", object, name),
    object,
    name,
    attributes: { name, objectTypeId: typeId, processingType: "DYNAMIC", filterBranch: anyOf(draft.alternatives) },
    dependsOn: [],
    clause: draft.clause,
    purpose: say((language) => `${draft.purpose[language]}.`),
    isAdopted: false,
  };
}
