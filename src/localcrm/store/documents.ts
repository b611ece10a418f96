import type { Json, JsonObject } from "../json.ts";
import type {
  StoredClock,
  StoredFlow,
  StoredMessage,
  StoredRun,
  StoredRunner,
  StoredTrigger,
} from "./workflow-documents.ts";

export type { StoredFlow, StoredMessage, StoredRun, StoredTrigger } from "./workflow-documents.ts";

/** What `/account-info` says about the portal. */
export interface Account {
  readonly portalId: number;
  readonly accountType: "STANDARD" | "SANDBOX" | "DEVELOPER_TEST" | "APP_DEVELOPER";
  /** IANA name. */
  readonly timeZone: string;
  readonly companyCurrency: string;
  readonly uiDomain: string;
  readonly dataHostingLocation: string;
  /** What the portal has paid for; professional where an older portal does not say. */
  readonly tier?: Tier;
  /** What the token may do; everything where this is absent. */
  readonly scopes?: readonly string[];
}

/** The tiers of HubSpot's subscriptions, taken alike for every hub. */
export type Tier = "free" | "starter" | "professional" | "enterprise";

/** A person who can hold records. */
export interface StoredOwner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly type: "PERSON";
  /** Absent once the user is deactivated. */
  readonly userId?: number;
  readonly userIdIncludingInactive: number;
  readonly teams: readonly { readonly id: string; readonly name: string; readonly primary: boolean }[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
}

/** A team; its members are the owners who say so. */
export interface StoredTeam {
  readonly id: string;
  readonly name: string;
}

/** A form, without its fields. */
export interface StoredForm {
  readonly id: string;
  readonly name: string;
  readonly formType: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
}

/** A definition of a custom event. */
export interface StoredEvent {
  readonly id: string;
  readonly name: string;
  readonly fullyQualifiedName: string;
  readonly objectTypeId: string;
  readonly labels: { readonly singular: string; readonly plural: string };
  readonly archived: boolean;
}

/** One option of an enumeration or bool property. */
export interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

/** A property definition as it is kept and, without `objectTypeId`, as it is sent. */
export interface StoredProperty {
  readonly objectTypeId: string;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly hasUniqueValue: boolean;
  readonly options: readonly Option[];
  readonly calculated: boolean;
  readonly externalOptions: boolean;
  readonly archived: boolean;
  readonly archivedAt?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly hubspotDefined?: boolean;
  readonly referencedObjectType?: string;
  readonly calculationFormula?: string;
  readonly dataSensitivity: string;
  readonly numberDisplayHint?: string;
  readonly textDisplayHint?: string;
  readonly showCurrencySymbol?: boolean;
  readonly currencyPropertyName?: string;
  readonly modificationMetadata: {
    readonly archivable: boolean;
    readonly readOnlyDefinition: boolean;
    readonly readOnlyValue: boolean;
    readonly readOnlyOptions?: boolean;
  };
}

/** A property group. */
export interface StoredGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: boolean;
}

/** A stage of a pipeline. */
export interface StoredStage {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
  readonly writePermissions: string;
}

/** A pipeline with its stages in display order. */
export interface StoredPipeline {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly stages: readonly StoredStage[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
}

/** A list (segment); deleted ones stay as tombstones. */
export interface StoredList {
  readonly listId: string;
  readonly listVersion: number;
  readonly name: string;
  readonly objectTypeId: string;
  readonly processingType: string;
  readonly filterBranch?: JsonObject;
  readonly membershipSettings?: JsonObject;
  readonly listPermissions?: JsonObject;
  /** The folder it lies in; absent: the root. */
  readonly folderId?: string;
  /** When it is to become a static list, as it was asked. */
  readonly conversion?: JsonObject;
  /** Members of MANUAL and SNAPSHOT lists: record id → time of joining. */
  readonly members: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly filtersUpdatedAt: string;
  readonly deletedAt?: string;
}

/** A folder of lists. */
export interface StoredFolder {
  readonly id: string;
  readonly name: string;
  /** "0": the root. */
  readonly parentFolderId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Something that was done to a pipeline or to one of its stages. */
export interface StoredAudit {
  readonly identifier: string;
  readonly action: "CREATE" | "UPDATE" | "DELETE";
  readonly timestamp: string;
  readonly rawObject: JsonObject;
}

/** One value a property of a record had. */
export interface HistoryItem {
  readonly value: string;
  readonly timestamp: string;
  readonly sourceType: string;
  /** Which of that type: the id of a workflow, of an integration. */
  readonly sourceId?: string;
  readonly sourceLabel?: string;
}

/** A CRM record; values are strings, an empty value is absent. */
export interface StoredRecord {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
  readonly archivedAt?: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** One link from a record to another. */
export interface StoredAssociation {
  readonly toObjectTypeId: string;
  readonly toObjectId: string;
  readonly typeIds: readonly number[];
}

/** A label of the portal for links, in one direction. */
export interface StoredAssociationType {
  readonly fromTypeId: string;
  readonly toTypeId: string;
  readonly typeId: number;
  readonly inverseId: number;
  /** Unique in the portal; HubSpot never shows it again. */
  readonly name: string;
  readonly label: string;
}

/** The tables of a portal, each document under (part, key). */
export interface Documents {
  account: Account;
  owners: StoredOwner;
  teams: StoredTeam;
  forms: StoredForm;
  events: StoredEvent;
  counters: number;
  groups: StoredGroup;
  properties: StoredProperty;
  pipelines: StoredPipeline;
  /** (objectTypeId/pipeline/id or objectTypeId/stage/id, number). */
  pipelineAudits: StoredAudit;
  lists: StoredList;
  listFolders: StoredFolder;
  flows: StoredFlow;
  records: StoredRecord;
  /** (objectTypeId/recordId, property) → its values, newest first; apart, because they grow and most writes touch one. */
  histories: readonly HistoryItem[];
  /** (objectTypeId/property, value in lower case) → record id. */
  uniqueValues: string;
  /** (objectTypeId/recordId, toObjectTypeId/toRecordId). */
  associations: StoredAssociation;
  /** (from type/to type, type id). */
  associationTypes: StoredAssociationType;
  /** (from type, type id) → to type. */
  associationTypeEnds: string;
  /** One, under "clock", once the clock was set. */
  clock: StoredClock;
  /** One, under "runner". */
  runner: StoredRunner;
  /** (flow id, what makes it unlike others). */
  triggers: StoredTrigger;
  /** (flow id, record id). */
  runs: StoredRun;
  /** (flow id, record id) → how often the record entered. */
  entries: number;
  messages: StoredMessage;
}

/** The name of a table. */
export type TableName = keyof Documents;

/** One write: the document, or null where it was removed. */
export type Write = readonly [table: string, part: string, key: string, document: Json];
