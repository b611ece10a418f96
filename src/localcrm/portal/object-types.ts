import { invalid } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";

/** A kind of record the local CRM knows. */
export interface ObjectType {
  /** HubSpot's id, "0-1". */
  readonly id: string;
  readonly singular: string;
  readonly plural: string;
  /** The property that bears the time of the last change. */
  readonly modifiedProperty: string;
  /** Returned when a read names no properties. */
  readonly defaultProperties: readonly string[];
  /** The properties that say where in a pipeline a record is. */
  readonly pipelineProperty: string;
  readonly stageProperty: string;
}

const common = ["createdate", "hs_lastmodifieddate", "hs_object_id"];
const supportPipeline = { pipelineProperty: "hs_pipeline", stageProperty: "hs_pipeline_stage" };

/** The record types, with the properties HubSpot returns by default. */
export const objectTypes: readonly ObjectType[] = [
  {
    id: "0-1",
    singular: "contact",
    plural: "contacts",
    modifiedProperty: "lastmodifieddate",
    defaultProperties: ["createdate", "email", "firstname", "hs_object_id", "lastmodifieddate", "lastname"],
    pipelineProperty: "hs_pipeline",
    stageProperty: "lifecyclestage",
  },
  {
    id: "0-2",
    singular: "company",
    plural: "companies",
    modifiedProperty: "hs_lastmodifieddate",
    defaultProperties: ["name", "domain", ...common],
    pipelineProperty: "hs_pipeline",
    stageProperty: "lifecyclestage",
  },
  {
    id: "0-3",
    singular: "deal",
    plural: "deals",
    modifiedProperty: "hs_lastmodifieddate",
    defaultProperties: ["dealname", "amount", "closedate", "pipeline", "dealstage", ...common],
    pipelineProperty: "pipeline",
    stageProperty: "dealstage",
  },
  {
    id: "0-5",
    singular: "ticket",
    plural: "tickets",
    modifiedProperty: "hs_lastmodifieddate",
    defaultProperties: [
      "content",
      "hs_pipeline",
      "hs_pipeline_stage",
      "hs_ticket_category",
      "hs_ticket_priority",
      "subject",
      ...common,
    ],
    ...supportPipeline,
  },
  {
    id: "0-136",
    singular: "lead",
    plural: "leads",
    modifiedProperty: "hs_lastmodifieddate",
    defaultProperties: ["hs_lead_name", ...common],
    ...supportPipeline,
  },
  {
    id: "0-27",
    singular: "task",
    plural: "tasks",
    modifiedProperty: "hs_lastmodifieddate",
    defaultProperties: ["hs_task_subject", "hs_task_status", "hs_timestamp", ...common],
    ...supportPipeline,
  },
  ...[
    { id: "0-48", singular: "call", plural: "calls" },
    { id: "0-47", singular: "meeting", plural: "meetings" },
    { id: "0-49", singular: "email", plural: "emails" },
  ].map((names) => ({
    ...names,
    modifiedProperty: "hs_lastmodifieddate",
    defaultProperties: ["hs_timestamp", ...common],
    ...supportPipeline,
  })),
];

const byName = new Map(
  objectTypes.flatMap((type) => [type.id, type.singular, type.plural].map((name) => [name, type] as const)),
);

/** The type a path or body names: plural, singular, id, any case; else HubSpot's 400. */
export function inferObjectType(name: string): ObjectType | Problem {
  return byName.get(name.toLowerCase()) ?? invalid(`Unable to infer object type from: ${name}`);
}

/** A type by its id. */
export function objectTypeById(id: string): ObjectType | undefined {
  return objectTypes.find((type) => type.id === id);
}

/** What HubSpot's screens call a type. */
export function titleOf({ singular, plural }: ObjectType): { readonly singular: string; readonly plural: string } {
  const capitalised = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return { singular: capitalised(singular), plural: capitalised(plural) };
}
