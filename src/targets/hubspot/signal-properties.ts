import { type Duration, describeDuration, printDuration } from "../../calendar/index.ts";
import type { Signal } from "../../contract/index.ts";
import type { Condition, Leaf } from "../../criteria/index.ts";
import { type Language, quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { type HubSpotModel, labelOf, ours, say, textIn } from "./model.ts";
import { adoptProperty, compileProperty } from "./property.ts";
import { word } from "./words.ts";

type SignalLeaf = Extract<Leaf, { kind: "signal" }>;

/** The property with the last time a signal happened: what the environment names, else ours. */
export function signalProperty(model: HubSpotModel, signal: string): string {
  const mapped = model.environment.signals.get(signal);
  return mapped?.kind === "property" ? mapped.value : ours(model, "signal", signal, "at");
}

/** The property with how often a signal happened in the window that a condition asks about. */
export function signalCountProperty(model: HubSpotModel, leaf: SignalLeaf): string {
  return ours(model, "signal", leaf.signal, "count", ...windowParts(leaf.withinLast));
}

const windowParts = (window: Duration | undefined): readonly string[] =>
  window === undefined ? [] : ["in", printDuration(window)];

/** A datetime property per signal, and a number for every count that a condition asks about. */
export function compileSignalProperties(model: HubSpotModel): readonly Resource[] {
  const counted = uniqueCounts(model);
  return [...model.contract.signals.values()].flatMap((signal) => [
    compileLastTime(model, signal),
    ...counted.filter((leaf) => leaf.signal === signal.id).map((leaf) => compileCount(model, signal, leaf)),
  ]);
}

function compileLastTime(model: HubSpotModel, signal: Signal): Resource {
  const draft = {
    object: model.contract.scope.object,
    name: signalProperty(model, signal.id),
    clause: `signals.${signal.id}`,
    purpose: say((language) => {
      const name = quote(textIn(model, signal.label, language), language);
      return language === "fr" ? `Dernier signal ${name}.` : `The last signal ${name}.`;
    }),
  };
  if (model.environment.signals.get(signal.id)?.kind === "property") return adoptProperty(draft, { type: "datetime" });
  const label = `${labelOf(model, signal.label)} · ${word(model, "lastHappened")}`;
  return compileProperty(model, { ...draft, label, shape: { kind: "datetime" } });
}

function compileCount(model: HubSpotModel, signal: Signal, leaf: SignalLeaf): Resource {
  const window = (language: Language): string =>
    leaf.withinLast === undefined ? "" : ` (${describeDuration(leaf.withinLast, language)})`;
  return compileProperty(model, {
    object: model.contract.scope.object,
    name: signalCountProperty(model, leaf),
    clause: `signals.${signal.id}`,
    label: `${labelOf(model, signal.label)} · ${word(model, "times")}${window(model.language)}`,
    purpose: say((language) => {
      const name = quote(textIn(model, signal.label, language), language);
      return `${language === "fr" ? "Nombre de signaux" : "How often this signal happened:"} ${name}${window(language)}.`;
    }),
    shape: { kind: "number" },
  });
}

function uniqueCounts(model: HubSpotModel): readonly SignalLeaf[] {
  const leaves = conditionsOf(model).flatMap(signalLeaves);
  const counted = leaves.filter(({ times }) => times > 1);
  return [...new Map(counted.map((leaf) => [signalCountProperty(model, leaf), leaf])).values()];
}

function conditionsOf({ contract }: HubSpotModel): readonly Condition[] {
  return [
    contract.scope.include,
    ...contract.scope.exclude.map(({ when }) => when),
    ...[...contract.criteria.values()].map(({ condition }) => condition),
    ...[...contract.priorities.values()].map(({ when }) => when),
    ...[...contract.stages.values()].map(({ criteria }) => criteria),
    ...[...contract.handoffs.values()].map(({ criteria }) => criteria),
  ].filter((condition) => condition !== undefined);
}

function signalLeaves(condition: Condition): readonly SignalLeaf[] {
  if (condition.kind === "signal") return [condition];
  return "of" in condition ? condition.of.flatMap(signalLeaves) : [];
}
