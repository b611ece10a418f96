/** Plain JSON, the only shape that crosses the provider port and the files. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What can be planned; `object` is a CRM object type such as `contacts`, absent for workflows and lists. */
export type ResourceKind = "property-group" | "property" | "pipeline" | "list" | "workflow";

/** The identity of a resource across contract, ledger and portal: `property:contacts/acme_inbound_stage`. */
export type Address = string;

/** One desired CRM object, declared by a clause of the contract; only the attributes named here are compared. */
export interface Resource {
  readonly kind: ResourceKind;
  readonly address: Address;
  /** `contacts`, `deals` … for property groups, properties and pipelines; the list's or workflow's object too. */
  readonly object: string;
  /** The CRM's own name: property name, group name, pipeline id, list name, workflow name. */
  readonly name: string;
  readonly attributes: JsonObject;
  readonly dependsOn: readonly Address[];
  /** The clause that asks for it, such as `handoffs.marketing-to-sdr.deadlines.decision`. */
  readonly clause: string;
  /** What it is for a reader, in each language of revpact. */
  readonly purpose: { readonly en: string; readonly fr: string };
  /** An existing object that the contract only uses (a field with `crm.property`): never created, never changed. */
  readonly isAdopted: boolean;
}

/** The same object as the portal holds it now. */
export interface LiveResource {
  readonly kind: ResourceKind;
  readonly address: Address;
  readonly object: string;
  readonly name: string;
  /** The portal's id where it differs from the name (lists, workflows). */
  readonly remoteId?: string;
  readonly attributes: JsonObject;
  /** When it was changed last, ISO 8601, and by which user, where the CRM tells. */
  readonly changed?: { readonly at: string; readonly by?: string };
  /** A workflow's revision, to be sent back on update. */
  readonly revision?: string;
  readonly isArchived: boolean;
  /** The portal owns it: its definition can't be changed. */
  readonly isReadOnly: boolean;
}
