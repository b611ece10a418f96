import { clockProperty } from "../../src/targets/hubspot/clocks/clock.ts";
import { clocksOf } from "../../src/targets/hubspot/clocks/clocks-of.ts";
import { datedStage, stageEnteredAt } from "../../src/targets/hubspot/clocks/stage-clocks.ts";
import { exitProperty } from "../../src/targets/hubspot/exit-flows.ts";
import { lifecycleProperty } from "../../src/targets/hubspot/lifecycle-flows.ts";
import {
  type HubSpotModel,
  handoffProperty,
  labelOf,
  objectOfHandoff,
  objectOfStage,
  ours,
  stageProperty,
  stagesOn,
  stageValue,
} from "../../src/targets/hubspot/model.ts";
import { hubSpotObject } from "../../src/targets/hubspot/objects.ts";
import { assignmentProperty } from "../../src/targets/hubspot/people/assignment.ts";
import { ownerProperty } from "../../src/targets/hubspot/people/recipients.ts";
import { lastReasonProperty } from "../../src/targets/hubspot/reason-moves.ts";
import { stageDateProperty } from "../../src/targets/hubspot/stage-properties.ts";
import { deadlineName } from "../../src/targets/hubspot/words.ts";
import { hollow } from "../../src/targets/hubspot/work-touches.ts";
import type { Json, Resource } from "../../src/targets/index.ts";
import { owners } from "./persons.ts";

/** One thing that both sides tell of a record: a property of the portal, and what the interpreter says of it. */
export interface Track {
  /** Such as `stage` or `over decision alert`. */
  readonly key: string;
  /** HubSpot's name of the object whose record shows it; or "tasks" and "mails" about it. */
  readonly object: string;
  /** The property; or what the subject of a task or mail ends with. */
  readonly property: string;
  /** Whether the value itself is the moment that counts, as of a due time, or when it was written. */
  readonly counts: "when written" | "the value";
  /** Values that say nothing. */
  readonly silent: readonly string[];
  /** Values by which workflows make a property blank: before anything else was there they say nothing. */
  readonly blank: readonly string[];
  /** The fixed values that workflows write into it. */
  readonly written: ReadonlySet<string>;
  /** The contract's word for a value, where HubSpot's differs. */
  readonly words: ReadonlyMap<string, string>;
}

/** The tracks that some workflow of the compilation writes. */
export function tracksOf(model: HubSpotModel, resources: readonly Resource[]): readonly Track[] {
  const writes = resources.flatMap(({ kind, attributes }) =>
    kind === "workflow" ? writesOf(attributes["actions"] ?? []) : [],
  );
  const all = [
    ...stageTracks(model),
    ...recordTracks(model),
    ...dealTracks(model),
    ...formTracks(model),
    ...handoffTracks(model),
    ...clockTracks(model),
    ...ownerTracks(model),
  ];
  const shown = all.flatMap((one) => {
    const values = writes.filter(([property]) => property === one.property).map(([, value]) => value);
    const isShown = values.length > 0 || one.key === "stage" || one.key === "deal stage";
    return isShown ? [{ ...one, written: new Set(values) }] : [];
  });
  return [...shown, ...toldTracks(model)];
}

function writesOf(node: Json): readonly (readonly [property: string, value: string])[] {
  if (typeof node !== "object" || node === null) return [];
  const inner = Object.values(node).flatMap(writesOf);
  if (!("property_name" in node) || typeof node["property_name"] !== "string") return inner;
  const value = JSON.stringify(node["value"] ?? "");
  const fixed = /"staticValue":"([^"]*)"/.exec(value)?.[1];
  return [[node["property_name"], fixed ?? value], ...inner];
}

const track = (key: string, object: string, property: string): Track => ({
  key,
  object,
  property,
  counts: "when written",
  silent: [],
  blank: [],
  written: new Set(),
  words: new Map(),
});

function stageTracks(model: HubSpotModel): readonly Track[] {
  const { object } = model.contract.scope;
  const travelling = track("stage", hubSpotObject(object).name, stageProperty(model, object));
  const deals = stagesOn(model, "deal");
  if (deals.length === 0) return [travelling];
  const words = new Map(deals.map(({ id }) => [stageValue(model, id), id]));
  return [travelling, { ...track("deal stage", "deals", stageProperty(model, "deal")), words }];
}

function recordTracks(model: HubSpotModel): readonly Track[] {
  const object = hubSpotObject(model.contract.scope.object).name;
  return [
    track("last reason", object, lastReasonProperty(model)),
    track("dated", object, datedStage(model)),
    { ...track("entered at", object, stageEnteredAt(model)), counts: "the value" },
    ...stagesOn(model, model.contract.scope.object).flatMap(({ id }) =>
      (["first", "last"] as const).map((which) => ({
        ...track(`${id} ${which} entered`, object, stageDateProperty(model, id, which)),
        counts: "the value" as const,
      })),
    ),
    { ...track("cool-off", object, ours(model, "cool", "off")), blank: ["over"] },
    track("hollow", object, hollow(model)),
    { ...track("lifecycle", object, lifecycleProperty), blank: ["subscriber"] },
    { ...track("cool-off until", object, ours(model, "cool", "off", "until")), counts: "the value" },
  ];
}

function dealTracks(model: HubSpotModel): readonly Track[] {
  return [
    track("deal last reason", "deals", lastReasonProperty(model)),
    track("deal dated", "deals", datedStage(model)),
    { ...track("deal entered at", "deals", stageEnteredAt(model)), counts: "the value" },
  ];
}

/** What people fill in, and workflows make blank for the next time. */
function formTracks(model: HubSpotModel): readonly Track[] {
  const handoffs = [...model.contract.handoffs.values()].flatMap((handoff) => {
    const object = hubSpotObject(objectOfHandoff(model, handoff)).name;
    return ["decision", "reason", "reason detail", "hand over", "repair"].map((part) =>
      track(`${handoff.id} ${part}`, object, handoffProperty(model, handoff, ...part.split(" "))),
    );
  });
  const exits = [...model.contract.stages.values()].flatMap((stage) => {
    const object = hubSpotObject(objectOfStage(model, stage)).name;
    return (["reason", "detail"] as const).map((part) =>
      track(`${stage.id} exit ${part}`, object, exitProperty(model, stage, part)),
    );
  });
  return [...handoffs, ...exits];
}

/** Who holds the record, and how it came to its receiver: only in portals where nobody else is named who could get it. */
function ownerTracks(model: HubSpotModel): readonly Track[] {
  if (model.environment.people.size > 0) return [];
  const scope = hubSpotObject(model.contract.scope.object).name;
  return [
    { ...track("owner", scope, ownerProperty), words: owners },
    ...handoffsOnScope(model).flatMap((handoff) => [
      { ...track(`${handoff.id} assignment`, scope, assignmentProperty(model, handoff)), blank: ["none"] },
      {
        ...track(`${handoff.id} assigned at`, scope, handoffProperty(model, handoff, "assigned", "at")),
        counts: "the value" as const,
      },
    ]),
  ];
}

/** What people are told: tasks for who has got a record, mails when a deadline comes near or has passed. */
function toldTracks(model: HubSpotModel): readonly Track[] {
  if (model.environment.people.size > 0) return [];
  const tasks = handoffsOnScope(model).map(({ id, label }) => track(`${id} task`, "tasks", labelOf(model, label)));
  const mails = clocksOf(model).map(({ holder, id }) =>
    track(`${holder.id} ${id} mail`, "mails", `${labelOf(model, holder.label)} · ${deadlineName(id, model.language)}`),
  );
  return [...tasks, ...mails];
}

const handoffsOnScope = (model: HubSpotModel) =>
  [...model.contract.handoffs.values()].filter(
    (handoff) => objectOfHandoff(model, handoff) === model.contract.scope.object,
  );

function handoffTracks(model: HubSpotModel): readonly Track[] {
  return [...model.contract.handoffs.values()].flatMap((handoff) => {
    const object = hubSpotObject(objectOfHandoff(model, handoff)).name;
    const of = (part: string) =>
      track(`${handoff.id} ${part}`, object, handoffProperty(model, handoff, ...part.split(" ")));
    return [
      { ...of("state"), silent: ["none"] },
      of("priority"),
      of("returns"),
      of("episode"),
      ...["opened at", "received at", "decided at", "closed at", "first touch at"].map((part) => ({
        ...of(part),
        counts: "the value" as const,
      })),
    ];
  });
}

/** Due times, whether they are set, and alerts, by the names that the interpreter has for its clocks. */
function clockTracks(model: HubSpotModel): readonly Track[] {
  return clocksOf(model).flatMap((clock): readonly Track[] => {
    const object = hubSpotObject(clock.object).name;
    const of = (name: string, ...parts: readonly string[]) =>
      track(`${clock.holder.id} ${clock.id} ${name}`, object, clockProperty(model, clock, ...parts));
    return [
      { ...of("due", "due", "at"), counts: "the value" },
      { ...of("alert", "alert"), blank: ["none"] },
      { ...of("clock", "clock"), blank: ["unset"] },
      ...(clock.priority === undefined
        ? []
        : [of("priority", "priority"), { ...of("runs from", "runs", "from"), counts: "the value" as const }]),
    ];
  });
}
