import { type Bilingual, quote } from "../../../diagnostics/index.ts";
import type { Resource } from "../../resource.ts";
import { type HubSpotModel, labelOf, priorityOptions, say } from "../model.ts";
import { compileProperty, type PropertyOption, type PropertyShape } from "../property.ts";
import { deadlineName, type Word, word } from "../words.ts";
import {
  type Clock,
  clockPriority,
  clockProperty,
  laterRungs,
  mayRise,
  missedAt,
  proposedAt,
  proposedFor,
} from "./clock.ts";
import { clocksOf } from "./clocks-of.ts";
import { planDue } from "./due-plan.ts";
import { roundStartedAt } from "./stage-clocks.ts";

interface Part {
  readonly name: string;
  readonly word: Word;
  readonly purpose: Bilingual;
  readonly shape: PropertyShape;
}

/** What a record shows of each clock: its due time, whether it is set, and the last alert. */
export function compileClockProperties(model: HubSpotModel): readonly Resource[] {
  return clocksOf(model).flatMap((clock) => partsOf(model, clock).map((part) => compilePart(model, clock, part)));
}

function compilePart(model: HubSpotModel, clock: Clock, part: Part): Resource {
  const label = `${labelOf(model, clock.holder.label)} · ${deadlineName(clock.id, model.language)}`;
  return compileProperty(model, {
    object: clock.object,
    clause: clock.clause,
    name: part.name,
    label: `${label} · ${word(model, part.word)}`,
    purpose: say((language) => `${part.purpose[language]}.`),
    shape: part.shape,
  });
}

function partsOf(model: HubSpotModel, clock: Clock): readonly Part[] {
  const due: Part = {
    name: clockProperty(model, clock, "due", "at"),
    word: "dueAt",
    purpose: {
      en: `When ${quote(deadlineName(clock.id, "en"), "en")} is due`,
      fr: `Échéance du délai ${quote(deadlineName(clock.id, "fr"), "fr")}`,
    },
    shape: { kind: "datetime" },
  };
  const state: Part = {
    name: clockProperty(model, clock, "clock"),
    word: "clock",
    purpose: { en: "Whether the due time is set", fr: "Indique si l'échéance est posée" },
    shape: {
      kind: "choice",
      options: [
        { value: "unset", label: word(model, "unset") },
        { value: "set", label: word(model, "set") },
        ...(clock.restarts === true ? [{ value: "again", label: word(model, "setAgain") }] : []),
      ],
    },
  };
  if (clock.expires !== undefined) return [due, state, ...startParts(model, clock)];
  const alert: Part = {
    name: clockProperty(model, clock, "alert"),
    word: "alert",
    purpose: { en: "The last alert sent", fr: "Dernière alerte envoyée" },
    shape: { kind: "choice", options: alertOptions(model, clock) },
  };
  return [due, state, alert, ...startParts(model, clock)];
}

/** Dates of its own from which a clock counts. */
function startParts(model: HubSpotModel, clock: Clock): readonly Part[] {
  const round: Part = {
    name: roundStartedAt(model, clock),
    word: "roundAt",
    purpose: { en: "When the present round began", fr: "Début du tour en cours" },
    shape: { kind: "datetime" },
  };
  const counts: Part = {
    name: clockProperty(model, clock, "counts", "from"),
    word: "countsFrom",
    purpose: { en: "When open time began to count", fr: "Début du décompte du temps ouvré" },
    shape: { kind: "datetime" },
  };
  const missed: Part = {
    name: missedAt(model, clock),
    word: "missedAt",
    purpose: { en: "The due time that the first owner missed", fr: "Échéance manquée par le premier propriétaire" },
    shape: { kind: "datetime" },
  };
  const runs: Part = {
    name: clock.startedAt,
    word: "runsFrom",
    purpose: { en: "From when on its time counts", fr: "Début du décompte de son délai" },
    shape: { kind: "datetime" },
  };
  const proposed: Part = {
    name: proposedAt(model, clock),
    word: "proposedAt",
    purpose: {
      en: "The due time by the priority judged last: the earlier one counts",
      fr: "Échéance selon la dernière priorité jugée\u00a0: la plus proche compte",
    },
    shape: { kind: "datetime" },
  };
  const proposal: Part = {
    name: proposedFor(model, clock),
    word: "proposedFor",
    purpose: { en: "The priority whose due time is proposed", fr: "Priorité dont l'échéance est proposée" },
    shape: { kind: "choice", options: priorityOptions(model) },
  };
  const priority: Part = {
    name: clockPriority(model, clock),
    word: "priority",
    purpose: { en: "The priority whose time counts", fr: "Priorité dont le délai compte" },
    shape: { kind: "choice", options: priorityOptions(model) },
  };
  const isHandedOn = clock.restarts === true && clock.escalate.some(({ reassign }) => reassign !== undefined);
  return [
    ...(clock.startsOn === "round" ? [round] : []),
    ...(isTabled(model, clock) ? [counts] : []),
    ...(isHandedOn ? [missed] : []),
    ...(clock.priority === undefined ? [] : [runs, priority]),
    ...(mayRise(clock) ? [proposed, proposal] : []),
  ];
}

function isTabled(model: HubSpotModel, clock: Clock): boolean {
  const horizon = model.horizonOf(clock.owedBy);
  return (
    horizon !== undefined &&
    clock.variants.some(
      ({ within }) =>
        within.kind !== "calendar" && within.kind !== "months" && planDue(horizon, within).kind === "table",
    )
  );
}

function alertOptions(model: HubSpotModel, clock: Clock): readonly PropertyOption[] {
  return [
    { value: "none", label: word(model, "noAlert") },
    ...clock.remind.map((share, index) => ({
      value: `reminded-${index + 1}`,
      label: `${word(model, "reminded")} ${Math.round(share * 100)} %`,
    })),
    { value: "overdue", label: word(model, "overdue") },
    ...laterRungs(clock).map(({ number }) => ({
      value: `escalated-${number}`,
      label: `${word(model, "escalated")} ${number}`,
    })),
  ];
}
