import type { CrmObject } from "../../contract/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import type { Address, JsonObject, Resource } from "../resource.ts";
import { distinctLabels } from "./distinct-labels.ts";
import { describe, type HubSpotModel, labelOf, ours } from "./model.ts";
import { hubSpotObject } from "./objects.ts";

/** A value that a property offers; the label is what people pick. */
export interface PropertyOption {
  readonly value: string;
  readonly label: string;
}

/** What a property holds, in HubSpot's terms. */
export type PropertyShape =
  | { readonly kind: "text" | "long-text" | "number" | "date" | "datetime" | "owner" }
  | { readonly kind: "choice" | "choices" | "yes-no"; readonly options: readonly PropertyOption[] };

/** A property that a clause of the contract asks for. */
export interface PropertyDraft {
  readonly object: CrmObject;
  readonly name: string;
  /** Already in the portal's language. */
  readonly label: string;
  readonly clause: string;
  readonly purpose: Bilingual;
  readonly shape: PropertyShape;
}

const types: Readonly<Record<PropertyShape["kind"], { readonly type: string; readonly fieldType: string }>> = {
  text: { type: "string", fieldType: "text" },
  "long-text": { type: "string", fieldType: "textarea" },
  number: { type: "number", fieldType: "number" },
  date: { type: "date", fieldType: "date" },
  datetime: { type: "datetime", fieldType: "date" },
  owner: { type: "enumeration", fieldType: "select" },
  choice: { type: "enumeration", fieldType: "select" },
  choices: { type: "enumeration", fieldType: "checkbox" },
  "yes-no": { type: "bool", fieldType: "booleancheckbox" },
};

/** The name of the property group that holds everything of ours on an object. */
export const groupName = (model: HubSpotModel): string => ours(model, "contract");

/** The identity of a resource in the ledger and the portal. */
export const addressOf = (kind: Resource["kind"], object: string, name: string): Address => `${kind}:${object}/${name}`;

/** A property of ours, to be created. */
export function compileProperty(model: HubSpotModel, draft: PropertyDraft): Resource {
  const object = hubSpotObject(draft.object).name;
  const options = "options" in draft.shape ? { options: compileOptions(draft.shape.options) } : {};
  return {
    kind: "property",
    address: addressOf("property", object, draft.name),
    object,
    name: draft.name,
    attributes: {
      name: draft.name,
      label: draft.label,
      description: describe(model, draft.purpose, draft.clause),
      groupName: groupName(model),
      ...types[draft.shape.kind],
      ...options,
      // HubSpot's own users are the options.
      ...(draft.shape.kind === "owner" ? { externalOptions: true, referencedObjectType: "OWNER", options: [] } : {}),
    },
    dependsOn: [addressOf("property-group", object, groupName(model))],
    clause: draft.clause,
    purpose: draft.purpose,
    isAdopted: false,
  };
}

/** A property that must exist already: it is read, never created nor changed. `uses` is what filters ask of it. */
export function adoptProperty(draft: Omit<PropertyDraft, "shape" | "label">, uses: JsonObject = {}): Resource {
  const object = hubSpotObject(draft.object).name;
  return {
    kind: "property",
    address: addressOf("property", object, draft.name),
    object,
    name: draft.name,
    attributes: { name: draft.name, ...uses },
    dependsOn: [],
    clause: draft.clause,
    purpose: draft.purpose,
    isAdopted: true,
  };
}

function compileOptions(options: readonly PropertyOption[]): readonly JsonObject[] {
  const labels = distinctLabels(options);
  return options.map(({ value, label }, displayOrder) => ({
    value,
    label: labels.get(value) ?? label,
    displayOrder,
    hidden: false,
  }));
}

/** What an adopted property must be for filters on it to mean something: texts and dates are taken as they come. */
export function usesOf(shape: PropertyShape): JsonObject {
  switch (shape.kind) {
    case "number":
    case "yes-no":
      return { type: types[shape.kind].type };
    case "choice":
    case "choices":
      return { type: types[shape.kind].type, options: shape.options.map(({ value }) => ({ value })) };
    default:
      return {};
  }
}

/** The group that a reader opens to see the contract on a record. */
export function compileGroup(model: HubSpotModel, object: string): Resource {
  const name = groupName(model);
  return {
    kind: "property-group",
    address: addressOf("property-group", object, name),
    object,
    name,
    attributes: { name, label: labelOf(model, model.contract.title) },
    dependsOn: [],
    clause: "title",
    purpose: {
      en: "Holds the properties of the contract.",
      fr: "Rassemble les propriétés du contrat.",
    },
    isAdopted: false,
  };
}
