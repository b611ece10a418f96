import type { FieldType } from "./contract.ts";

/** What is known of a property that HubSpot defines: its kind of value, and whether anybody but HubSpot may write it. */
export interface KnownProperty {
  readonly holds: readonly FieldType[];
  readonly isReadOnly: boolean;
}

const texts: readonly FieldType[] = ["text"];
const numbers: readonly FieldType[] = ["number", "money"];
const moments: readonly FieldType[] = ["date", "datetime"];
const choices: readonly FieldType[] = ["enum", "enums"];
const known = (holds: readonly FieldType[], isReadOnly = false): KnownProperty => ({ holds, isReadOnly });

/**
 * HubSpot-defined properties that contracts tend to adopt, by name; the same on every object that has them. Kinds and
 * read-only flags as in HubSpot's property listings; a test holds them against the local CRM. Not a list of all.
 */
export const hubSpotProperties: ReadonlyMap<string, KnownProperty> = new Map([
  ["email", known(texts)],
  ["phone", known(texts)],
  ["firstname", known(texts)],
  ["lastname", known(texts)],
  ["jobtitle", known(texts)],
  ["numberofemployees", known(numbers)],
  ["annualrevenue", known(numbers)],
  ["amount", known(numbers)],
  ["closedate", known(moments)],
  ["hs_lead_status", known(choices)],
  ["createdate", known(moments, true)],
  ["lastmodifieddate", known(moments, true)],
  ["hs_lastmodifieddate", known(moments, true)],
  ["hs_object_id", known(numbers, true)],
  ["notes_last_contacted", known(moments, true)],
]);

/** Properties that the stages of a contract are written to: a field can't be another writer of them. */
export const stageTargets: ReadonlySet<string> = new Set([
  "lifecyclestage",
  "dealstage",
  "pipeline",
  "hs_pipeline",
  "hs_pipeline_stage",
]);

/** HubSpot's own lifecycle stages in its order: a contact moves forward along it, and a step back is ignored. */
export const lifecycleOrder: readonly string[] = [
  "subscriber",
  "lead",
  "marketingqualifiedlead",
  "salesqualifiedlead",
  "opportunity",
  "customer",
  "evangelist",
];

/** The longest name that HubSpot takes for a property. */
export const longestPropertyName = 100;

/** Properties that revpact makes for itself beside those of fields, without the prefix: a field of that id would be one of them. */
export function isOwnProperty(id: string, stages: Iterable<string>): boolean {
  if (ownNames.has(id)) return true;
  return [...stages].some((stage) =>
    ["status", "exit-reason", "exit-detail"].some((part) => id === `${stage}-${part}`),
  );
}
const ownNames: ReadonlySet<string> = new Set([
  "stage",
  "stage-entered-at",
  "stage-dated",
  "cool-off",
  "cool-off-until",
  "contract-version",
  "clock-tick",
]);

/** Kinds of touch that HubSpot has no activity for. */
export const unloggedTouches: ReadonlySet<string> = new Set(["visit"]);
