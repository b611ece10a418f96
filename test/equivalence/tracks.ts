import { clockProperty } from "../../src/targets/hubspot/clocks/clock.ts";
import { clocksOf } from "../../src/targets/hubspot/clocks/clocks-of.ts";
import { datedStage, stageEnteredAt } from "../../src/targets/hubspot/clocks/stage-clocks.ts";
import {
  type HubSpotModel,
  handoffProperty,
  objectOfHandoff,
  ours,
  stageProperty,
  stagesOn,
  stageValue,
} from "../../src/targets/hubspot/model.ts";
import { hubSpotObject } from "../../src/targets/hubspot/objects.ts";
import { lastReasonProperty } from "../../src/targets/hubspot/reason-moves.ts";
import { stageDateProperty } from "../../src/targets/hubspot/stage-properties.ts";
import type { Json, Resource } from "../../src/targets/index.ts";

/** One thing that both sides tell of a record: a property of the portal, and what the interpreter says of it. */
export interface Track {
  /** Such as `stage` or `over decision alert`. */
  readonly key: string;
  /** HubSpot's name of the object whose record shows it. */
  readonly object: string;
  readonly property: string;
  /** Whether the value itself is the moment that counts, as of a due time, or when it was written. */
  readonly counts: "when written" | "the value";
  /** Values by which workflows clear a property: they say nothing. */
  readonly silent: readonly string[];
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
  return [...stageTracks(model), ...recordTracks(model), ...handoffTracks(model), ...clockTracks(model)].flatMap(
    (one) => {
      const values = writes.filter(([property]) => property === one.property).map(([, value]) => value);
      const isShown = values.length > 0 || one.key === "stage" || one.key === "deal stage";
      return isShown ? [{ ...one, written: new Set(values) }] : [];
    },
  );
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
    ...stagesOn(model, model.contract.scope.object).map(({ id }) => ({
      ...track(`${id} last entered`, object, stageDateProperty(model, id, "last")),
      counts: "the value" as const,
    })),
    { ...track("cool-off until", object, ours(model, "cool", "off", "until")), counts: "the value" },
  ];
}

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
      ...["opened at", "received at", "decided at", "closed at"].map((part) => ({
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
      { ...of("alert", "alert"), silent: ["none"] },
      { ...of("clock", "clock"), silent: ["unset"] },
    ];
  });
}
