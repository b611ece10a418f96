import type { CrmObject, Handoff, Reason, Stage } from "../../contract/index.ts";
import type { Resource } from "../resource.ts";
import { type Sequence, type Step, set, stampNow } from "./actions.ts";
import { seesTouches } from "./clocks/handoff-clocks.ts";
import { windowDays } from "./clocks/window-days.ts";
import { anyOf, compares, type FilterNode, isInRange, isUnknown, now, todayPlus } from "./filters.ts";
import { type HubSpotModel, objectOfHandoff, objectOfStage, ours } from "./model.ts";
import { compileProperty } from "./property.ts";
import { word } from "./words.ts";

/** How often a person has contacted the lead since it was handed over, or came into a stage that nobody hands over. */
export const workTouches = (model: HubSpotModel): string => ours(model, "work", "touches");

/** The property that holds the first of these contacts. */
export const firstWorkTouch = (model: HubSpotModel): string => ours(model, "first", "work", "touch", "at");

/** Whether the last refusal or exit lacked the contacts that its reason asks for. */
export const hollow = (model: HubSpotModel): string => ours(model, "hollow");

/** The objects on which some reason asks for contacts first. */
export function judgedObjects(model: HubSpotModel): readonly CrmObject[] {
  const { handoffs, stages } = model.contract;
  const objects = [
    ...[...handoffs.values()]
      .filter(({ feedback }) => asks(model, feedback?.reasons ?? []))
      .map((handoff) => objectOfHandoff(model, handoff)),
    ...[...stages.values()]
      .filter(({ exitReasons }) => asks(model, exitReasons))
      .map((stage) => objectOfStage(model, stage)),
  ];
  return [...new Set(objects)].filter(seesTouches);
}

const asks = ({ contract }: HubSpotModel, reasons: readonly string[]): boolean =>
  reasons.some((id) => contract.reasons.get(id)?.onlyAfter !== undefined);

/** Contacts count anew once a handoff opens. */
export const resetAtOpening = (model: HubSpotModel, handoff: Handoff): readonly Step[] =>
  judgedObjects(model).includes(objectOfHandoff(model, handoff)) ? [set(workTouches(model), "0")] : [];

/** Contacts count anew in a worked stage to which no handoff of its own object leads. */
export function resetAtEntry(model: HubSpotModel, stage: Stage): readonly Step[] {
  const object = objectOfStage(model, stage);
  const isHandedOver = [...model.contract.handoffs.values()].some(
    (handoff) => handoff.to === stage.id && objectOfHandoff(model, handoff) === object,
  );
  return asks(model, stage.exitReasons) && !isHandedOver ? [set(workTouches(model), "0")] : [];
}

/** What a contact changes: its number, and the date of the first one. */
export function countWork(model: HubSpotModel, object: CrmObject): Sequence {
  if (!judgedObjects(model).includes(object)) return { steps: [] };
  const count: Step = { kind: "set", property: workTouches(model), value: { kind: "increment" } };
  const isFirst = anyOf([[isUnknown(workTouches(model))], [isFewer(model, 1)]]);
  const name = word(model, "firstOfThem");
  return {
    steps: [],
    ways: [{ name, filter: isFirst, leadsTo: { steps: [stampNow(firstWorkTouch(model)), count] } }],
    otherwise: { steps: [count] },
  };
}

const isFewer = (model: HubSpotModel, count: number): FilterNode =>
  compares(workTouches(model), { type: "NUMBER", operator: "IS_LESS_THAN", value: count }, "passes");

/** The steps of a refusal or an exit, marked where the contacts that the reason asks for were not made. */
export function judged(
  model: HubSpotModel,
  object: CrmObject,
  {
    reason,
    leadsTo,
  }: {
    readonly reason: Reason;
    readonly leadsTo: Sequence;
  },
): Sequence {
  if (!judgedObjects(model).includes(object)) return leadsTo;
  const marked = (value: "yes" | "no"): Sequence => ({
    ...leadsTo,
    steps: [set(hollow(model), value), ...leadsTo.steps],
  });
  const { onlyAfter } = reason;
  if (onlyAfter === undefined) return marked("no");
  const days = onlyAfter.over === undefined ? undefined : windowDays(model, onlyAfter.over);
  const zone = model.timezone;
  const tooSoon =
    days === undefined
      ? []
      : [
          [
            isInRange(
              firstWorkTouch(model),
              { operator: "IS_BETWEEN", from: todayPlus(1 - days, zone), to: now(zone) },
              "fails",
            ),
          ],
        ];
  return {
    steps: [],
    ways: [
      {
        name: word(model, "withoutTouches"),
        filter: anyOf([[isFewer(model, onlyAfter.count)], ...tooSoon]),
        leadsTo: marked("yes"),
      },
    ],
    otherwise: marked("no"),
  };
}

/** The properties by which contacts are counted and hollow refusals shown. */
export function compileWorkTouches(model: HubSpotModel): readonly Resource[] {
  return judgedObjects(model).flatMap((object) => {
    const base = { object, clause: "reasons" };
    return [
      compileProperty(model, {
        ...base,
        name: workTouches(model),
        label: word(model, "workTouches"),
        purpose: {
          en: "Contacts logged since the record was handed over.",
          fr: "Contacts enregistrés depuis que la fiche a été transmise.",
        },
        shape: { kind: "number" },
      }),
      compileProperty(model, {
        ...base,
        name: firstWorkTouch(model),
        label: word(model, "firstWorkTouch"),
        purpose: { en: "The first of these contacts.", fr: "Le premier de ces contacts." },
        shape: { kind: "datetime" },
      }),
      compileProperty(model, {
        ...base,
        name: hollow(model),
        label: word(model, "hollow"),
        purpose: {
          en: "Whether the last refusal or exit lacked the contacts that its reason asks for.",
          fr: "Indique si le dernier refus ou la dernière sortie manquait des contacts que son motif exige.",
        },
        shape: {
          kind: "choice",
          options: [
            { value: "no", label: word(model, "no") },
            { value: "yes", label: word(model, "yes") },
          ],
        },
      }),
    ];
  });
}
