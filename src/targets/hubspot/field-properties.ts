import type { CrmObject, Field } from "../../contract/index.ts";
import { quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { type HubSpotModel, labelOf, ours, say, textIn } from "./model.ts";
import { adoptProperty, compileProperty, type PropertyShape, usesOf } from "./property.ts";
import { word } from "./words.ts";

/** The object that carries a field: the one it names, else the record that travels. */
export const objectOfField = ({ contract }: HubSpotModel, field: Field): CrmObject =>
  field.crm?.object ?? contract.scope.object;

/** The CRM property of a field: the adopted one, else ours. */
export const propertyOfField = (model: HubSpotModel, field: Field): string =>
  field.crm?.property ?? ours(model, field.id);

/** Every field of the data dictionary as a property. */
export function compileFieldProperties(model: HubSpotModel): readonly Resource[] {
  return [...model.contract.fields.values()].map((field) => compileField(model, field));
}

function compileField(model: HubSpotModel, field: Field): Resource {
  const draft = {
    object: objectOfField(model, field),
    name: propertyOfField(model, field),
    clause: `fields.${field.id}`,
    purpose: say((language) => {
      const name = quote(textIn(model, field.label, language), language);
      return language === "fr" ? `Champ ${name} du contrat.` : `The contract's field ${name}.`;
    }),
  };
  const shape = shapeOf(model, field);
  if (field.crm !== undefined) return adoptProperty(draft, usesOf(shape));
  return compileProperty(model, { ...draft, label: labelOf(model, field.label), shape });
}

/**
 * What a field of the contract holds, in HubSpot's terms. Money is a plain number: HubSpot's currency hint can't be
 * taken back and is dropped by its newer API versions.
 */
export function shapeOf(model: HubSpotModel, field: Field): PropertyShape {
  switch (field.type) {
    case "text":
      return { kind: "long-text" };
    case "number":
    case "money":
      return { kind: "number" };
    case "date":
    case "datetime":
      return { kind: field.type };
    case "boolean":
      return { kind: "yes-no", options: yesAndNo(model) };
    case "enum":
    case "enums": {
      const options = field.options.map(({ id, label }) => ({ value: id, label: labelOf(model, label) }));
      return { kind: field.type === "enum" ? "choice" : "choices", options };
    }
    default:
      return field.type satisfies never;
  }
}

const yesAndNo = (model: HubSpotModel) => [
  { value: "true", label: word(model, "yes") },
  { value: "false", label: word(model, "no") },
];
