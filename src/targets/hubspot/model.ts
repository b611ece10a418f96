import {
  type Contract,
  type CrmObject,
  textIn as contractText,
  type Environment,
  type Handoff,
  type Id,
  type Stage,
  type Text,
} from "../../contract/index.ts";
import { type Bilingual, type Language, languages } from "../../diagnostics/index.ts";

export { inBoth as say } from "../../diagnostics/index.ts";

import { createHorizon, type Horizon } from "./clocks/horizon.ts";
import { pipelineName, propertyName, snakeCase } from "./names.ts";
import { type HubSpotObject, hubSpotObject } from "./objects.ts";

/** The contract as one portal will hold it: every question about names and places is answered here. */
export interface HubSpotModel {
  readonly contract: Contract;
  readonly environment: Environment;
  readonly prefix: string;
  /** The language of labels in the portal: the contract's first, or English where revpact does not speak it. */
  readonly language: Language;
  /** The zone in which dates of filters are read. */
  readonly timezone: string;
  /** The calendar of a role that owes something, else the contract's, laid out date by date; undefined where there is none. */
  readonly horizonOf: (role: Id | undefined) => Horizon | undefined;
}

/** Builds the model of a contract in one environment. */
export function createModel(contract: Contract, environment: Environment): HubSpotModel {
  const spoken = languages.find((language) => language === contract.languages[0]);
  const calendar = contract.calendar === undefined ? undefined : contract.calendars.get(contract.calendar);
  return {
    contract,
    environment,
    prefix: snakeCase(environment.prefix ?? contract.name),
    language: spoken ?? "en",
    timezone: calendar?.definition.timezone ?? "UTC",
    horizonOf: createHorizons(contract),
  };
}

/** Each calendar is laid out once, however many clocks run on it. */
function createHorizons(contract: Contract): HubSpotModel["horizonOf"] {
  const horizons = new Map<Id, Horizon>();
  return (role) => {
    const id = contract.roles.get(role ?? "")?.calendar ?? contract.calendar ?? "";
    const calendar = contract.calendars.get(id);
    if (calendar === undefined) return undefined;
    const horizon = horizons.get(id) ?? createHorizon(calendar.definition, contract.effective);
    horizons.set(id, horizon);
    return horizon;
  };
}

/** A contract's text in a language, else in the contract's default one. */
export function textIn({ contract }: HubSpotModel, text: Text, language: string): string {
  return contractText(contract, text, language);
}

/** The text that the portal shows. */
export function labelOf(model: HubSpotModel, text: Text): string {
  return textIn(model, text, model.contract.languages[0] ?? model.language);
}

/** The contract's priorities as values of a property. */
export const priorityOptions = (model: HubSpotModel): readonly { readonly value: Id; readonly label: string }[] =>
  [...model.contract.priorities.values()].map(({ id, label }) => ({ value: id, label: labelOf(model, label) }));

/** Our own property, such as `acme_inbound_stage`. */
export const ours = ({ prefix }: HubSpotModel, ...parts: readonly string[]): string => propertyName([prefix, ...parts]);

/** The sentence for people, then the mark by which revpact knows its own. */
export function describe(model: HubSpotModel, purpose: Bilingual, clause: string): string {
  return `${purpose[model.language]} revpact:${model.contract.name} · ${clause}`;
}

/** Names of lists and workflows carry ids, so that a new label does not make a new object. */
export const titleOf = ({ contract }: HubSpotModel, ...parts: readonly string[]): string =>
  [contract.name, ...parts].join(" · ");

/** The CRM object whose records are in a stage. */
export function objectOfStage({ contract }: HubSpotModel, stage: Stage): CrmObject {
  const pipeline = stage.pipeline === undefined ? undefined : contract.pipelines.get(stage.pipeline);
  return pipeline?.object ?? contract.scope.object;
}

/** The stages whose records are of one object, in the contract's order. */
export function stagesOn(model: HubSpotModel, object: CrmObject): readonly Stage[] {
  return [...model.contract.stages.values()].filter((stage) => objectOfStage(model, stage) === object);
}

/** The property that says in which stage a record is, and its value for one stage. */
export function stageProperty(model: HubSpotModel, object: CrmObject): string {
  return hubSpotObject(object).pipelineStageProperty ?? ours(model, "stage");
}

/** The value of the stage property for a stage: its id, or its pipeline stage's id. */
export function stageValue(model: HubSpotModel, stageId: string): string {
  const stage = model.contract.stages.get(stageId);
  return stage?.pipeline === undefined ? stageId : stageIdOf(model, stage);
}

/** The id of a pipeline stage, unique among all stages of its object. */
export const stageIdOf = (model: HubSpotModel, stage: Stage): string => ours(model, stage.id);

/** The id of a pipeline; HubSpot takes at most 36 characters. */
export const pipelineIdOf = ({ prefix }: HubSpotModel, pipeline: string): string => pipelineName([prefix, pipeline]);

/** The object that carries a handoff's properties: that of the first stage it leaves. */
export function objectOfHandoff(model: HubSpotModel, handoff: Handoff): CrmObject {
  const from = model.contract.stages.get(handoff.from[0] ?? "");
  return from === undefined ? model.contract.scope.object : objectOfStage(model, from);
}

/** The stages a handoff leaves that are of the object which carries it; the others can't be seen from its records. */
export function visibleOrigins(model: HubSpotModel, handoff: Handoff): readonly string[] {
  const here = new Set(stagesOn(model, objectOfHandoff(model, handoff)).map(({ id }) => id));
  return handoff.from.filter((id) => here.has(id));
}

/** A property of a handoff, such as `acme_inbound_marketing_to_sdr_state`. */
export const handoffProperty = (model: HubSpotModel, handoff: Handoff, ...parts: readonly string[]): string =>
  ours(model, handoff.id, ...parts);

/** HubSpot's names for the object that travels. */
export const scopeObject = ({ contract }: HubSpotModel): HubSpotObject => hubSpotObject(contract.scope.object);
