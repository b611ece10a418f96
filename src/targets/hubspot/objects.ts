import type { CrmObject } from "../../contract/index.ts";

/** What HubSpot calls one kind of record. */
export interface HubSpotObject {
  /** In paths and addresses, such as `contacts`. */
  readonly name: string;
  readonly typeId: string;
  /** The property that holds when a record was born. */
  readonly createdProperty: string;
  /** The property that holds the pipeline stage; absent where the contract keeps a stage property of its own. */
  readonly pipelineStageProperty?: string;
}

const objects: Readonly<Record<CrmObject, HubSpotObject>> = {
  contact: { name: "contacts", typeId: "0-1", createdProperty: "createdate" },
  company: { name: "companies", typeId: "0-2", createdProperty: "createdate" },
  lead: { name: "leads", typeId: "0-136", createdProperty: "hs_createdate" },
  deal: { name: "deals", typeId: "0-3", createdProperty: "createdate", pipelineStageProperty: "dealstage" },
  ticket: { name: "tickets", typeId: "0-5", createdProperty: "createdate", pipelineStageProperty: "hs_pipeline_stage" },
};

/** HubSpot's names for an object of the contract. */
export const hubSpotObject = (object: CrmObject): HubSpotObject => objects[object];

/** The name of an object by HubSpot's number for it, such as `0-1`. */
export const objectName = (typeId: string): string | undefined =>
  Object.values(objects).find((object) => object.typeId === typeId)?.name;

// HUBSPOT_DEFINED association types, from HubSpot's own list; pairs that are absent can't be filtered on by us.
const associationTypes: Readonly<Record<string, number>> = {
  "contact-company": 279,
  "company-contact": 280,
  "contact-deal": 4,
  "deal-contact": 3,
  "company-deal": 342,
  "deal-company": 341,
  "lead-contact": 578,
  "lead-company": 580,
};

/** The type of the association from one object to another, where HubSpot documents it. */
export function associationTypeId(from: CrmObject, to: CrmObject): number | undefined {
  return associationTypes[`${from}-${to}`];
}
