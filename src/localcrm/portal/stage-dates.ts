import type { StoredPipeline, StoredProperty } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { seedProperties } from "./seed-properties.ts";

/** The numbers HubSpot appends for its own lead stages, whose ids have characters that names cannot have. */
const suffixes: ReadonlyMap<string, string> = new Map([
  ["new-stage-id", "1318266061"],
  ["attempting-stage-id", "745667965"],
  ["connected-stage-id", "2058487257"],
  ["qualified-stage-id", "233247981"],
  ["unqualified-stage-id", "1675714327"],
]);

/** Contacts and companies date their stages by other properties, which are seeded. */
const lifecycleTypes = new Set(["0-1", "0-2"]);

/**
 * The end of a stage's date properties. HubSpot's number for ids that are no names is not known beyond its own
 * stages: the local CRM appends 0 there.
 */
function stageSuffix(stageId: string): string {
  if (/^[a-z0-9_]+$/.test(stageId)) return stageId;
  return `${stageId.replace(/[^a-z0-9_]/g, "_")}_${suffixes.get(stageId) ?? "0"}`;
}

/** The properties that date when a record entered and left a stage; undefined for lifecycle stages. */
export function stageDateNames(objectTypeId: string, stageId: string): { entered: string; exited: string } | undefined {
  if (lifecycleTypes.has(objectTypeId)) return undefined;
  const suffix = stageSuffix(stageId);
  return { entered: `hs_v2_date_entered_${suffix}`, exited: `hs_v2_date_exited_${suffix}` };
}

function dateProperty(objectTypeId: string, name: string, label: string): StoredProperty {
  const epoch = new Date(0).toISOString();
  return {
    objectTypeId,
    name,
    label,
    type: "datetime",
    fieldType: "calculation_read_time",
    groupName: seedProperties(objectTypeId).group,
    description: "",
    displayOrder: -1,
    hidden: false,
    formField: false,
    hasUniqueValue: false,
    options: [],
    calculated: true,
    externalOptions: false,
    archived: false,
    createdAt: epoch,
    updatedAt: epoch,
    hubspotDefined: true,
    dataSensitivity: "non_sensitive",
    modificationMetadata: { archivable: false, readOnlyDefinition: true, readOnlyValue: true },
  };
}

/** Keeps a pipeline and makes the date properties of stages that have none yet. */
export function keepPipeline(store: Store, objectTypeId: string, pipeline: StoredPipeline): void {
  store.put("pipelines", objectTypeId, pipeline.id, pipeline);
  for (const { id, label } of pipeline.stages) {
    const names = stageDateNames(objectTypeId, id);
    if (names === undefined || store.get("properties", objectTypeId, names.entered) !== undefined) continue;
    const place = `"${label} (${pipeline.label})"`;
    store.put(
      "properties",
      objectTypeId,
      names.entered,
      dateProperty(objectTypeId, names.entered, `Date entered ${place}`),
    );
    store.put(
      "properties",
      objectTypeId,
      names.exited,
      dateProperty(objectTypeId, names.exited, `Date exited ${place}`),
    );
  }
}
