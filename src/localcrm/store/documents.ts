import type { Json, JsonObject } from "../json.ts";

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
  /** Members of MANUAL and SNAPSHOT lists: record id → time of joining. */
  readonly members: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly filtersUpdatedAt: string;
  readonly deletedAt?: string;
}

/** A workflow: what the client wrote, and what the server adds. */
export interface StoredFlow {
  readonly id: string;
  readonly revisionId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Reads that still answer PENDING. */
  readonly pendingReads: number;
  readonly definition: JsonObject;
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

/** The portal's clock once it stands still. */
export interface StoredClock {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** How this portal's workflows behave where HubSpot's behaviour is unproved, and the seed of what is drawn. */
export interface StoredRunner {
  readonly seed: number;
  readonly behaviour: JsonObject;
}

/** Something that may let a record into a workflow once it has been noticed. */
export interface StoredTrigger {
  readonly recordId: string;
  /** When it is noticed, and its place among what is due at the same time. */
  readonly dueAt: number;
  readonly order: number;
  /** A state has to hold still when it is noticed; an event has happened. */
  readonly kind: "state" | "event";
}

/** A record inside a workflow. */
export interface StoredRun {
  readonly recordId: string;
  readonly enteredAt: number;
  readonly actionId: string;
  /** How many actions it has reached, so that each draws anew. */
  readonly steps: number;
  /** When the action is carried out or the wait is over; absent where it waits for ever. */
  readonly dueAt?: number;
  readonly order: number;
  /** A wait is over when it is due; an action is to be carried out; one that was held back is not held again. */
  readonly phase: "waiting" | "acting" | "released";
  /** Leaves after the action it is at. */
  readonly isLeaving?: boolean;
}

/** What a workflow told people. */
export interface StoredMessage {
  readonly id: string;
  readonly at: string;
  readonly kind: "email" | "in-app";
  readonly flowId: string;
  readonly flowName: string;
  readonly actionId: string;
  readonly objectTypeId: string;
  readonly recordId: string;
  readonly to: readonly { readonly userId: string; readonly email: string }[];
  readonly subject: string;
  readonly body: string;
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
  lists: StoredList;
  flows: StoredFlow;
  records: StoredRecord;
  /** (objectTypeId/recordId, property) → its values, newest first; apart, because they grow and most writes touch one. */
  histories: readonly HistoryItem[];
  /** (objectTypeId/property, value in lower case) → record id. */
  uniqueValues: string;
  /** (objectTypeId/recordId, toObjectTypeId/toRecordId). */
  associations: StoredAssociation;
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
