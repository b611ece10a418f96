import type { CrmObject, Field } from "../../contract/index.ts";
import type { Literal, Test } from "../../criteria/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import { windowDays } from "./clocks/window-days.ts";
import { objectOfField, propertyOfField } from "./field-properties.ts";
import { associated, type FilterNode, isAnyOf, isInRange, isKnown, isUnknown, now, todayPlus } from "./filters.ts";
import { type HubSpotModel, stageProperty, stageValue } from "./model.ts";
import { associationTypeId, hubSpotObject } from "./objects.ts";
import { signalCountProperty, signalProperty } from "./signal-properties.ts";
import { testFilters } from "./test-filters.ts";

/** One literal as filters: one of the alternatives, each of which holds as a whole. */
export type LiteralFilters =
  | { readonly kind: "filters"; readonly alternatives: readonly (readonly FilterNode[])[] }
  | { readonly kind: "impossible"; readonly why: Bilingual };

const one = (...nodes: readonly FilterNode[]): LiteralFilters => ({ kind: "filters", alternatives: [nodes] });
const either = (alternatives: readonly (readonly FilterNode[])[]): LiteralFilters => ({
  kind: "filters",
  alternatives,
});
const impossible = (why: Bilingual): LiteralFilters => ({ kind: "impossible", why });

/** Says a literal about a record of `object` in HubSpot's filters, or why it can't be said. */
export function literalFilters(model: HubSpotModel, object: CrmObject, literal: Literal): LiteralFilters {
  const { leaf } = literal;
  switch (leaf.kind) {
    case "field":
      return fieldFilters(model, object, literal);
    case "signal":
      return signalsOf(model, object, literal, leaf);
    case "linked":
      return linkedFilters(model, object, literal);
  }
}

/** Signals are on the record that travels; from others they are asked through the link to it. */
function signalsOf(
  model: HubSpotModel,
  object: CrmObject,
  literal: Literal,
  leaf: Extract<Literal["leaf"], { kind: "signal" }>,
): LiteralFilters {
  const travelling = model.contract.scope.object;
  if (object === travelling) return signalFilters(model, literal, leaf);
  const association = associationTypeId(object, travelling);
  const own = signalFilters(model, { ...literal, isNegated: false }, leaf);
  if (association === undefined || own.kind === "impossible") return impossible(noLink);
  const target = { typeId: hubSpotObject(travelling).typeId, associationTypeId: association };
  if (!literal.isNegated) return either(own.alternatives.map((nodes) => [associated(target, "IN_LIST", nodes)]));
  return one(...own.alternatives.map((nodes) => associated(target, "NOT_IN_LIST", nodes)));
}

function signalFilters(
  model: HubSpotModel,
  { isNegated }: Literal,
  leaf: Extract<Literal["leaf"], { kind: "signal" }>,
): LiteralFilters {
  const at = signalProperty(model, leaf.signal);
  const window = recentFilter(model, at, { leaf, isNegated });
  if (window === undefined) return impossible(noCalendar);
  if (leaf.times === 1) return one(window);
  const count = signalCountProperty(model, leaf);
  const enough = testFilters(
    { type: "number" },
    { property: count, model },
    {
      test: { operator: "atLeast", value: leaf.times },
      isNegated,
      orUnknown: false,
    },
  );
  if (enough === undefined) return impossible(noCalendar);
  return isNegated ? either([...enough, [window]]) : either(enough.map((nodes) => [...nodes, window]));
}

const noCalendar: Bilingual = {
  en: "a window of business time needs a calendar",
  fr: "une durée ouvrée demande un calendrier",
};

function recentFilter(
  model: HubSpotModel,
  property: string,
  { leaf, isNegated }: { readonly leaf: Extract<Literal["leaf"], { kind: "signal" }>; readonly isNegated: boolean },
): FilterNode | undefined {
  const unknown = isNegated ? "passes" : "fails";
  const zone = model.timezone;
  if (leaf.withinLast === undefined) return isNegated ? isUnknown(property) : isKnown(property);
  const days = windowDays(model, leaf.withinLast);
  if (days === undefined) return undefined;
  const operator = isNegated ? "IS_NOT_BETWEEN" : "IS_BETWEEN";
  return isInRange(property, { operator, from: todayPlus(-days, zone), to: now(zone) }, unknown);
}

function linkedFilters(model: HubSpotModel, object: CrmObject, { leaf, isNegated }: Literal): LiteralFilters {
  if (leaf.kind !== "linked") return impossible(noLink);
  const to = linkedObject(leaf.object);
  const association = to === undefined ? undefined : associationTypeId(object, to);
  if (to === undefined || association === undefined) return impossible(noLink);
  const values = leaf.stages.map((stage) => stageValue(model, stage));
  const target = { typeId: hubSpotObject(to).typeId, associationTypeId: association };
  const inStages = [isAnyOf(stageProperty(model, to), values)];
  return one(associated(target, isNegated ? "NOT_IN_LIST" : "IN_LIST", inStages));
}

const noLink: Bilingual = {
  en: "HubSpot documents no association between these two objects",
  fr: "HubSpot ne documente pas d'association entre ces deux objets",
};

const crmObjects: readonly CrmObject[] = ["contact", "company", "lead", "deal", "ticket"];
const linkedObject = (name: string): CrmObject | undefined => crmObjects.find((object) => object === name);

function fieldFilters(model: HubSpotModel, object: CrmObject, literal: Literal): LiteralFilters {
  const { leaf } = literal;
  const field = leaf.kind === "field" ? model.contract.fields.get(leaf.field) : undefined;
  if (leaf.kind !== "field" || field === undefined) return impossible(noLink);
  const place = { property: propertyOfField(model, field), model };
  const owner = objectOfField(model, field);
  if (owner !== object) return remoteFieldFilters(field, { object, owner, place }, literal);
  const { test, orUnknown } = leaf;
  const alternatives = testFilters(field, place, { test, isNegated: literal.isNegated, orUnknown });
  return alternatives === undefined ? impossible(noCalendar) : either(alternatives);
}

/** A field of an associated record: "none" is said by the association, since a record may have several of them or none. */
function remoteFieldFilters(
  field: Field,
  at: { readonly object: CrmObject; readonly owner: CrmObject; readonly place: Place },
  { leaf, isNegated }: Literal,
): LiteralFilters {
  const association = associationTypeId(at.object, at.owner);
  if (leaf.kind !== "field" || association === undefined) return impossible(noLink);
  const isAboutAbsence = leaf.test.operator === "known" && !leaf.test.value;
  const test: Test = isAboutAbsence ? { operator: "known", value: true } : leaf.test;
  const isOpposite = isNegated !== isAboutAbsence;
  const alternatives = testFilters(field, at.place, { test, isNegated: false, orUnknown: false });
  if (alternatives === undefined) return impossible(noCalendar);
  const target = { typeId: hubSpotObject(at.owner).typeId, associationTypeId: association };
  // Where no associated record says anything, or there is none, the value is unknown.
  const isSaid = (operator: "IN_LIST" | "NOT_IN_LIST") =>
    leaf.orUnknown ? [[associated(target, operator, [isKnown(at.place.property)])]] : [];
  if (!isOpposite) {
    return either([...alternatives.map((nodes) => [associated(target, "IN_LIST", nodes)]), ...isSaid("NOT_IN_LIST")]);
  }
  return one(...alternatives.map((nodes) => associated(target, "NOT_IN_LIST", nodes)), ...isSaid("IN_LIST").flat());
}

/** Where a test is made. */
export interface Place {
  readonly property: string;
  readonly model: HubSpotModel;
}

/** The stage property holds one of these stages; an unknown stage is none of them. */
export const inStages = (model: HubSpotModel, object: CrmObject, stages: readonly string[]): FilterNode =>
  isAnyOf(
    stageProperty(model, object),
    stages.map((stage) => stageValue(model, stage)),
  );
