import type { CrmObject, Handoff, Reason } from "../../contract/index.ts";
import { type Bilingual, quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { onlyIf, type Sequence, type Step, set, stampNow, type Way } from "./actions.ts";
import { acceptsByTouch, lastContact } from "./clocks/handoff-clocks.ts";
import { windowDays } from "./clocks/window-days.ts";
import { type Compiled, merge } from "./compiled.ts";
import { outOfScope } from "./condition-filters.ts";
import {
  anyOf,
  type FilterNode,
  isAnyOf,
  isInRange,
  isLaterThan,
  isNoneOf,
  isWritten,
  now,
  todayPlus,
} from "./filters.ts";
import {
  type HubSpotModel,
  handoffProperty,
  labelOf,
  objectOfHandoff,
  objectOfStage,
  pipelineIdOf,
  say,
  stageProperty,
  stageValue,
  textIn,
  visibleOrigins,
} from "./model.ts";
import { associationTypeId, hubSpotObject } from "./objects.ts";
import { refusalMove } from "./refusal-move.ts";
import { judged } from "./work-touches.ts";
import { compileWorkflow, everyOf, propertiesOf } from "./workflow.ts";

/** What follows from the receiver's decision, and from none: accepted, refused, withdrawn. */
export function compileDecisionFlows(model: HubSpotModel, handoff: Handoff): Compiled {
  return merge([
    { resources: compileAcceptance(model, handoff), notes: [] },
    { resources: compileRefusal(model, handoff), notes: [] },
    { resources: [compileWithdrawal(model, handoff)], notes: [] },
    { resources: compileSelfAcceptance(model, handoff), notes: [] },
  ]);
}

const title = ({ language }: HubSpotModel, words: Bilingual): string => words[language];

function purposeOf(model: HubSpotModel, handoff: Handoff, words: Bilingual): Bilingual {
  return say((language) => words[language].replace("…", quote(textIn(model, handoff.label, language), language)));
}

/** The filters of a handoff that waits for what follows from a decision. */
function decided(model: HubSpotModel, handoff: Handoff, decision: string): readonly FilterNode[] {
  return [
    isAnyOf(handoffProperty(model, handoff, "state"), ["pending"]),
    isAnyOf(handoffProperty(model, handoff, "decision"), [decision]),
  ];
}

/** The state comes before the stage: what watches the stage must find the handoff closed. */
function compileAcceptance(model: HubSpotModel, handoff: Handoff): readonly Resource[] {
  const accepted = accepting(model, handoff);
  const gate = everyOf(accepted);
  const next = nextSteps(model, handoff);
  if (next === undefined) return [];
  return [
    compileWorkflow(model, {
      object: objectOfHandoff(model, handoff),
      title: [handoff.id, title(model, { en: "acceptance", fr: "acceptation" })],
      clause: `handoffs.${handoff.id}.to`,
      purpose: purposeOf(model, handoff, {
        en: "Closes the accepted handoff … and sends the record on.",
        fr: "Clôt la transmission … acceptée et fait avancer la fiche.",
      }),
      enrollment: {
        kind: "state",
        filter: gate,
        again: propertiesOf([accepted]),
        whenLost: "stay",
      },
      sequence: onlyIf(title(model, { en: "accepted", fr: "acceptée" }), gate, {
        steps: [...closing(model, handoff, "accepted"), ...next],
      }),
    }),
  ];
}

/** Accepted; where a touch accepts, somebody has touched the lead besides saying so. */
function accepting(model: HubSpotModel, handoff: Handoff): readonly FilterNode[] {
  const said = decided(model, handoff, "accepted");
  if (!acceptsByTouch(model, handoff)) return said;
  return [...said, isLaterThan(lastContact, handoffProperty(model, handoff, "opened", "at"))];
}

/** The date comes before the state: what opens again compares with it. */
const closing = (model: HubSpotModel, handoff: Handoff, state: string): readonly Step[] => [
  stampNow(handoffProperty(model, handoff, "closed", "at")),
  set(handoffProperty(model, handoff, "state"), state),
];

/** Moves the record, or makes the one of another object; undefined where HubSpot knows no association between the two. */
function nextSteps(model: HubSpotModel, handoff: Handoff): readonly Step[] | undefined {
  const object = objectOfHandoff(model, handoff);
  const target = model.contract.stages.get(handoff.to);
  if (target === undefined) return undefined;
  const next = objectOfStage(model, target);
  if (next === object) return [set(stageProperty(model, object), stageValue(model, target.id))];
  const association = associationOfMade(next, object);
  if (association === undefined) return undefined;
  const name = labelOf(model, handoff.label);
  const pipeline = next === "deal" ? "pipeline" : "hs_pipeline";
  return [
    {
      kind: "create-linked",
      typeId: hubSpotObject(next).typeId,
      associationTypeId: association,
      properties: {
        [next === "deal" ? "dealname" : "subject"]: { kind: "text", text: name },
        ...(target.pipeline === undefined
          ? {}
          : { [pipeline]: { kind: "text", text: pipelineIdOf(model, target.pipeline) } as const }),
        [stageProperty(model, next)]: { kind: "text", text: stageValue(model, target.id) },
        hubspot_owner_id: { kind: "copy", property: "hubspot_owner_id" },
      },
    },
  ];
}

/**
 * How a deal or a ticket that acceptance makes belongs to the record; undefined where HubSpot documents no association.
 * A contact or company is there already: it would have to be moved through its association, in a form nobody documents.
 */
export function associationOfMade(made: CrmObject, object: CrmObject): number | undefined {
  return made === "deal" || made === "ticket" ? associationTypeId(made, object) : undefined;
}

/** A touch accepts, or nobody has to. */
function compileSelfAcceptance(model: HubSpotModel, handoff: Handoff): readonly Resource[] {
  const { acceptance } = handoff;
  if (acceptance !== "automatic" && !acceptsByTouch(model, handoff)) return [];
  const isOpen = decided(model, handoff, "waiting");
  const opened = handoffProperty(model, handoff, "opened", "at");
  const ways = acceptance === "automatic" ? isOpen : [...isOpen, isLaterThan(lastContact, opened)];
  const watched = acceptance === "automatic" ? ["state", "decision"] : ["state"];
  return [
    compileWorkflow(model, {
      object: objectOfHandoff(model, handoff),
      title: [handoff.id, title(model, { en: "acceptance by itself", fr: "acceptation d'elle-même" })],
      clause: `handoffs.${handoff.id}.acceptance`,
      purpose: purposeOf(model, handoff, {
        en: "Accepts the handoff … without anybody's answer.",
        fr: "Accepte la transmission … sans réponse de personne.",
      }),
      enrollment: {
        kind: "state",
        filter: everyOf(ways),
        again: [
          ...watched.map((part) => handoffProperty(model, handoff, part)),
          ...(acceptance === "automatic" ? [] : [lastContact]),
        ],
        whenLost: "stay",
      },
      sequence: onlyIf(title(model, { en: "still open", fr: "encore ouverte" }), everyOf(ways), {
        steps: [set(handoffProperty(model, handoff, "decision"), "accepted")],
      }),
    }),
  ];
}

/** A refusal counts once its reason is there, and the detail that some reasons ask for. */
function compileRefusal(model: HubSpotModel, handoff: Handoff): readonly Resource[] {
  const reasons = (handoff.feedback?.reasons ?? []).flatMap((id) => model.contract.reasons.get(id) ?? []);
  if (reasons.length === 0) return [];
  const filter = anyOf(refused(model, handoff, reasons));
  const part = (...parts: readonly string[]): string => handoffProperty(model, handoff, ...parts);
  return [
    compileWorkflow(model, {
      object: objectOfHandoff(model, handoff),
      title: [handoff.id, title(model, { en: "refusal", fr: "refus" })],
      clause: `handoffs.${handoff.id}.feedback`,
      purpose: purposeOf(model, handoff, {
        en: "Closes the refused handoff … and sends the record where its reason says.",
        fr: "Clôt la transmission … refusée et envoie la fiche où le dit son motif.",
      }),
      enrollment: {
        kind: "state",
        filter,
        again: [part("decision"), part("reason"), part("reason", "detail"), part("state")],
        whenLost: "stay",
      },
      sequence: onlyIf(title(model, { en: "refused", fr: "refusée" }), filter, {
        steps: closing(model, handoff, "refused"),
        ways: reasons.map((reason) => reasonWay(model, handoff, reason)),
      }),
    }),
  ];
}

function refused(
  model: HubSpotModel,
  handoff: Handoff,
  reasons: readonly Reason[],
): readonly (readonly FilterNode[])[] {
  const base = decided(model, handoff, "refused");
  const reason = handoffProperty(model, handoff, "reason");
  const detail = handoffProperty(model, handoff, "reason", "detail");
  const plain = reasons.filter(({ needsDetail }) => !needsDetail).map(({ id }) => id);
  const detailed = reasons.filter(({ needsDetail }) => needsDetail).map(({ id }) => id);
  return [
    ...(plain.length === 0 ? [] : [[...base, isAnyOf(reason, plain)]]),
    ...(detailed.length === 0 ? [] : [[...base, isAnyOf(reason, detailed), isWritten(detail)]]),
  ];
}

function reasonWay(model: HubSpotModel, handoff: Handoff, reason: Reason): Way {
  const object = objectOfHandoff(model, handoff);
  const filter = everyOf([isAnyOf(handoffProperty(model, handoff, "reason"), [reason.id])]);
  const move = refusalMove(model, handoff, reason);
  const { recycle } = handoff;
  const isEnd = model.contract.stages.get(reason.moveTo ?? "")?.closed !== undefined;
  const limit = isEnd ? undefined : model.contract.reasons.get(recycle?.reason ?? "");
  const leadsTo = limit === undefined ? move : countedReturn(model, handoff, { move, limit });
  return { name: labelOf(model, reason.label), filter, leadsTo: judged(model, object, { reason, leadsTo }) };
}

/** One return too many goes where the limit's reason says; any other is dated, the latest first. */
function countedReturn(
  model: HubSpotModel,
  handoff: Handoff,
  { move, limit }: { readonly move: Sequence; readonly limit: Reason },
): Sequence {
  const { max = 1, per } = handoff.recycle ?? {};
  const date = (number: number): string => returnProperty(model, handoff, number);
  const days = per === undefined ? undefined : windowDays(model, per);
  const zone = model.timezone;
  const shifts = Array.from({ length: max - 1 }, (_, index): Step => {
    const number = max - index;
    return { kind: "set", property: date(number), value: { kind: "copy", property: date(number - 1) } };
  });
  const counted: readonly Step[] = [
    ...shifts,
    stampNow(date(1)),
    { kind: "set", property: handoffProperty(model, handoff, "returns"), value: { kind: "increment" } },
    ...move.steps,
  ];
  const returned = { ...move, steps: counted };
  if (days === undefined) return returned;
  const isFull = isInRange(date(max), { operator: "IS_BETWEEN", from: todayPlus(-days, zone), to: now(zone) }, "fails");
  const name = labelOf(model, limit.label);
  const leadsTo = refusalMove(model, handoff, limit);
  return { steps: [], ways: [{ name, filter: everyOf([isFull]), leadsTo }], otherwise: returned };
}

/** The date of one of the latest returns, the last one first. */
export const returnProperty = (model: HubSpotModel, handoff: Handoff, number: number): string =>
  handoffProperty(model, handoff, "return", String(number), "at");

/** Who is moved on while the receiver hesitates, or leaves the scope, is no longer waited for. */
function compileWithdrawal(model: HubSpotModel, handoff: Handoff): Resource {
  const object = objectOfHandoff(model, handoff);
  const isOpen = isAnyOf(handoffProperty(model, handoff, "state"), ["pending", "incomplete"]);
  const out = object === model.contract.scope.object ? outOfScope(model) : [];
  const gone = [[isOpen, notInStages(model, handoff)], ...out.map(({ nodes }) => [isOpen, ...nodes])];
  return compileWorkflow(model, {
    object,
    title: [handoff.id, title(model, { en: "withdrawal", fr: "retrait" })],
    clause: `handoffs.${handoff.id}.from`,
    purpose: purposeOf(model, handoff, {
      en: "Withdraws the handoff … when the record has left the stage or the scope.",
      fr: "Retire la transmission … quand la fiche a quitté l'étape ou le périmètre.",
    }),
    enrollment: { kind: "state", filter: anyOf(gone), again: propertiesOf(gone), whenLost: "stay" },
    sequence: onlyIf(title(model, { en: "gone", fr: "partie" }), anyOf(gone), {
      steps: closing(model, handoff, "withdrawn"),
    }),
  });
}

function notInStages(model: HubSpotModel, handoff: Handoff): FilterNode {
  const object = objectOfHandoff(model, handoff);
  const values = visibleOrigins(model, handoff).map((id) => stageValue(model, id));
  return isNoneOf(stageProperty(model, object), values, "passes");
}
