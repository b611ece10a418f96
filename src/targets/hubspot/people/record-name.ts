import type { CrmObject } from "../../../contract/index.ts";

const nameProperties: Readonly<Record<CrmObject, readonly string[]>> = {
  contact: ["firstname", "lastname"],
  company: ["name"],
  lead: ["hs_lead_name"],
  deal: ["dealname"],
  ticket: ["subject"],
};

/** A property of the record in a text of a workflow. */
export const token = (property: string): string => `{{ enrolled_object.${property} }}`;

/** The record's name in a text of a workflow, such as a contact's first and last name. */
export const recordName = (object: CrmObject): string => nameProperties[object].map(token).join(" ");
