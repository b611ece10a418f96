import type { Handoff, Id } from "../../contract/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { type HubSpotModel, handoffProperty, labelOf, objectOfHandoff, priorityOptions, say } from "./model.ts";
import { isSentBack } from "./opening-steps.ts";
import { givenRoles, wantedFor } from "./people/assignment.ts";
import { compileProperty, type PropertyOption, type PropertyShape } from "./property.ts";
import { describeReasons } from "./reason-options.ts";
import { type Word, word } from "./words.ts";

/** One property of a handoff before its names are known. */
interface Part {
  readonly parts: readonly string[];
  readonly word: Word;
  readonly suffix?: string;
  readonly clause?: string;
  readonly purpose: Bilingual;
  readonly shape: PropertyShape;
}

/** What one record shows of every handoff: its state, clocks, decision, reason and counts. */
export function compileHandoffProperties(model: HubSpotModel): readonly Resource[] {
  return [...model.contract.handoffs.values()].flatMap((handoff) =>
    [
      ...stateParts(model, handoff),
      ...assignmentParts(model, handoff),
      ...decisionParts(model),
      ...feedbackParts(model, handoff),
      ...(isSentBack(model, handoff) ? [repairPart(model)] : []),
    ].map((part) => compilePart(model, handoff, part)),
  );
}

function compilePart(model: HubSpotModel, handoff: Handoff, part: Part): Resource {
  const suffix = part.suffix === undefined ? "" : ` · ${part.suffix}`;
  return compileProperty(model, {
    object: objectOfHandoff(model, handoff),
    clause: `handoffs.${handoff.id}${part.clause ?? ""}`,
    name: handoffProperty(model, handoff, ...part.parts),
    label: `${labelOf(model, handoff.label)}${suffix} · ${word(model, part.word)}`,
    purpose: say((language) => `${part.purpose[language]}.`),
    shape: part.shape,
  });
}

const choices = (model: HubSpotModel, values: Readonly<Record<string, Word>>): readonly PropertyOption[] =>
  Object.entries(values).map(([value, key]) => ({ value, label: word(model, key) }));

function stateParts(model: HubSpotModel, handoff: Handoff): readonly Part[] {
  const states = choices(model, {
    none: "noHandoff",
    incomplete: "incomplete",
    pending: "pending",
    accepted: "accepted",
    refused: "refused",
    withdrawn: "withdrawn",
  });
  const priorities = [...model.contract.priorities.values()];
  const priority: Part = {
    parts: ["priority"],
    word: "priority",
    purpose: { en: "The priority judged when the handoff opened", fr: "Priorité jugée à l'ouverture" },
    shape: {
      kind: "choice",
      options: priorityOptions(model),
    },
  };
  return [
    {
      parts: ["state"],
      word: "state",
      purpose: { en: "Where the handoff stands", fr: "Où en est la transmission" },
      shape: { kind: "choice", options: states },
    },
    ...(priorities.length === 0 ? [] : [priority]),
    ...(handoff.by === undefined ? [] : [handOverPart(model)]),
    {
      parts: ["opened", "at"],
      word: "openedAt",
      purpose: { en: "When the handoff opened, complete or not", fr: "Ouverture de la transmission, complète ou non" },
      shape: { kind: "datetime" },
    },
    {
      parts: ["received", "at"],
      word: "receivedAt",
      purpose: { en: "When the receiver's clocks started", fr: "Départ des délais de celui qui reçoit" },
      shape: { kind: "datetime" },
    },
    {
      parts: ["closed", "at"],
      word: "closedAt",
      purpose: { en: "When the handoff was last closed", fr: "Dernière clôture de la transmission" },
      shape: { kind: "datetime" },
    },
    {
      parts: ["episode"],
      word: "episode",
      purpose: { en: "How often the handoff has opened", fr: "Nombre d'ouvertures de la transmission" },
      shape: { kind: "number" },
    },
  ];
}

const handOverPart = (model: HubSpotModel): Part => ({
  parts: ["hand", "over"],
  word: "handedOver",
  purpose: {
    en: "The sender answers yes to hand the record over",
    fr: "Celui qui transmet répond oui pour transmettre la fiche",
  },
  shape: { kind: "choice", options: choices(model, { no: "no", yes: "yes" }) },
});

const repairPart = (model: HubSpotModel): Part => ({
  parts: ["repair"],
  word: "repair",
  clause: ".feedback",
  purpose: {
    en: "The sender says that what was sent back is repaired, to hand it over again",
    fr: "Celui qui transmet dit avoir corrigé ce qui lui a été renvoyé, pour transmettre à nouveau",
  },
  shape: { kind: "choice", options: choices(model, { none: "noRepair", owed: "owed", done: "done" }) },
});

function assignmentParts(model: HubSpotModel, handoff: Handoff): readonly Part[] {
  const clause = ".assign";
  const sender: Part = {
    parts: ["sender"],
    word: "senderOwner",
    clause,
    purpose: {
      en: "Who owned the record when it was handed over",
      fr: "Propriétaire de la fiche avant sa transmission",
    },
    shape: { kind: "owner" },
  };
  return [
    {
      parts: ["assignment"],
      word: "assignment",
      clause,
      purpose: { en: "How the receiver got the record", fr: "Comment celui qui reçoit a eu la fiche" },
      shape: {
        kind: "choice",
        options: [
          ...choices(model, { none: "toAssign", kept: "ownerKept", assigned: "assigned", reassigned: "reassigned" }),
          ...givenRoles(model, handoff).flatMap((role) => wanted(model, role)),
        ],
      },
    },
    {
      parts: ["assigned", "at"],
      word: "assignedAt",
      clause,
      purpose: { en: "When the receiver got the record", fr: "Moment où celui qui reçoit a eu la fiche" },
      shape: { kind: "datetime" },
    },
    ...(isSentBack(model, handoff) ? [sender] : []),
  ];
}

/** What a workflow writes until another has given the record. */
function wanted(model: HubSpotModel, role: Id): readonly PropertyOption[] {
  const name = labelOf(model, model.contract.roles.get(role)?.label ?? { [model.language]: role });
  return [
    { value: wantedFor(role, "first"), label: `${word(model, "forRole")} ${name}` },
    { value: wantedFor(role, "again"), label: `${word(model, "handedOnTo")} ${name}` },
  ];
}

function decisionParts(model: HubSpotModel): readonly Part[] {
  return [
    {
      parts: ["decision"],
      word: "decision",
      purpose: { en: "The receiver's decision", fr: "Décision de celui qui reçoit" },
      shape: {
        kind: "choice",
        options: choices(model, { waiting: "waiting", accepted: "accepted", refused: "refused" }),
      },
    },
    {
      parts: ["decided", "at"],
      word: "decidedAt",
      purpose: { en: "When the receiver decided", fr: "Moment de la décision" },
      shape: { kind: "datetime" },
    },
    {
      parts: ["first", "touch", "at"],
      word: "firstTouchAt",
      purpose: { en: "When a person first contacted the lead", fr: "Premier contact pris par une personne" },
      shape: { kind: "datetime" },
    },
  ];
}

function feedbackParts(model: HubSpotModel, handoff: Handoff): readonly Part[] {
  const reasons = describeReasons(model, handoff.feedback?.reasons ?? []).options;
  const counts: Part = {
    parts: ["returns"],
    word: "returns",
    clause: ".recycle",
    purpose: { en: "How often the record was sent back", fr: "Nombre de retours de la fiche" },
    shape: { kind: "number" },
  };
  return [
    {
      parts: ["reason"],
      word: "reason",
      clause: ".feedback",
      purpose: { en: "Why the receiver refused", fr: "Motif du refus" },
      shape: { kind: "choice", options: [{ value: "none", label: word(model, "none") }, ...reasons] },
    },
    {
      parts: ["reason", "detail"],
      word: "reasonDetail",
      clause: ".feedback",
      purpose: { en: "What the receiver adds to the reason", fr: "Précision apportée par celui qui reçoit" },
      shape: { kind: "long-text" },
    },
    ...(handoff.recycle === undefined ? [] : [counts, ...returnParts(handoff.recycle.max)]),
  ];
}

/** The latest returns, as many as the limit allows: the oldest of them tells whether one more is too many. */
function returnParts(max: number): readonly Part[] {
  return Array.from({ length: max }, (_, index): Part => {
    const number = String(index + 1);
    return {
      parts: ["return", number, "at"],
      word: "returnedAt",
      suffix: number,
      clause: ".recycle",
      purpose: {
        en: `When the record was sent back, number ${number} counted from the last time`,
        fr: `Moment du retour, n°\u00a0${number} en partant du dernier`,
      },
      shape: { kind: "datetime" },
    };
  });
}
