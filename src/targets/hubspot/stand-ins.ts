import type { CrmObject } from "../../contract/index.ts";
import type { Resource } from "../resource.ts";
import { objectOfField, propertyOfField, shapeOf } from "./field-properties.ts";
import { type HubSpotModel, labelOf, say } from "./model.ts";
import { compileProperty } from "./property.ts";

/** The groups that every portal has from the start. */
const firstGroups: Readonly<Record<CrmObject, string>> = {
  contact: "contactinformation",
  company: "companyinformation",
  lead: "lead_information",
  deal: "dealinformation",
  ticket: "ticketinformation",
};

/**
 * The properties a contract adopts, as they would have to be: for the local CRM, which starts without what a real
 * portal has had for years. Never used for a portal of HubSpot's.
 */
export function compileStandIns(model: HubSpotModel): readonly Resource[] {
  return [...model.contract.fields.values()]
    .filter((field) => field.crm !== undefined)
    .map((field) => {
      const object = objectOfField(model, field);
      const resource = compileProperty(model, {
        object,
        name: propertyOfField(model, field),
        label: labelOf(model, field.label),
        clause: `fields.${field.id}`,
        purpose: say((language) =>
          language === "fr"
            ? "Propriété déjà présente dans un vrai portail."
            : "A property that a real portal already has.",
        ),
        shape: shapeOf(model, field),
      });
      return { ...resource, attributes: { ...resource.attributes, groupName: firstGroups[object] }, dependsOn: [] };
    });
}
