import type { CalendarDefinition, Duration } from "../calendar/index.ts";
import type { Condition, Path } from "../criteria/index.ts";
import type { Span } from "../diagnostics/index.ts";
import type { Entry, Id, RenamableEntry, Text } from "./entry.ts";
import type { Commitment, Environment, GlossaryTerm, Governance } from "./obligations.ts";

/** A side of the agreement; `head` is the role that answers for it. */
export interface Party extends RenamableEntry {
  readonly head?: Id;
}

/** A position, never a person; who holds it is said per environment. */
export interface Role extends RenamableEntry {
  readonly party?: Id;
  readonly members: readonly Id[];
  readonly backup?: Id;
  /** Records per person and business day. */
  readonly capacity?: number;
  readonly calendar?: Id;
}

/** Business time as one entry of `calendars` defines it. */
export interface Calendar {
  readonly id: Id;
  readonly path: Path;
  readonly definition: CalendarDefinition;
  /** Why each exception of the definition exists, in the same order. */
  readonly because: readonly (Text | undefined)[];
}

/** Something that happens to a record; a hand-raise asks to be contacted. */
export interface Signal extends RenamableEntry {
  readonly handRaise: boolean;
}

/** The types of value a field may hold. */
export type FieldType = "text" | "number" | "money" | "boolean" | "date" | "datetime" | "enum" | "enums";

/** Who or what fills a field: a role, or one of the other sources. */
export type Filler =
  | { readonly kind: "role"; readonly role: Id }
  | { readonly kind: "source"; readonly source: FillerSource };
/** What fills a field when no role does. */
export type FillerSource = "form" | "enrichment" | "scoring" | "product" | "import" | "crm";

/** An option of a field, or a status of a stage; `id` is what the CRM stores. */
export interface Choice {
  readonly id: string;
  readonly label: Text;
}

/** The CRM objects a contract speaks of. */
export type CrmObject = "contact" | "company" | "lead" | "deal" | "ticket";

/** An entry of the data dictionary: a value that records carry. */
export interface Field extends RenamableEntry {
  readonly type: FieldType;
  readonly filledBy: readonly Filler[];
  readonly options: readonly Choice[];
  readonly min?: number;
  readonly max?: number;
  /** An existing property that is adopted instead of created. */
  readonly crm?: { readonly property: string; readonly object?: CrmObject };
}

/** Records that the contract does not speak of, and who looks after them. */
export interface Exclusion {
  readonly id: Id;
  readonly path: Path;
  readonly when: Condition;
  readonly because?: Text;
  /** A role, or `nobody`. */
  readonly to: Id;
}

/** Which records the contract speaks of. */
export interface Scope {
  readonly object: "contact" | "company" | "lead";
  readonly include?: Condition;
  readonly exclude: readonly Exclusion[];
  readonly existingRecords: "ignore" | "place";
}

/** A condition with a name, used by `meets`. */
export interface NamedCriteria extends Entry {
  readonly condition: Condition;
}

/** How urgent a handoff is; the first whose condition holds counts. */
export interface Priority extends Entry {
  /** Absent on the last one, which says `otherwise: true`. */
  readonly when?: Condition;
}

/** An entry of `pipelines`: the CRM object whose records go through its stages. */
export interface Pipeline extends RenamableEntry {
  readonly object: "deal" | "ticket";
}

/** What a deadline runs until. */
export type Stop =
  | { readonly kind: "complete" | "decided" | "touched" | "left" }
  | { readonly kind: "condition"; readonly condition: Condition };

/** One duration for all, or one per priority. */
export type Within =
  | { readonly kind: "same"; readonly duration: Duration }
  | { readonly kind: "by-priority"; readonly durations: ReadonlyMap<Id, Duration> };

/** Who is told, or gets the record, when a deadline is near or past. */
export interface Escalation {
  readonly path: Path;
  readonly after: "due" | Duration;
  /** Roles, or `owner`: the person who holds the record. */
  readonly notify: readonly Id[];
  readonly reassign?: Id;
}

/** A time within which something is owed, of a stage or a handoff. */
export interface Deadline {
  readonly id: Id;
  readonly path: Path;
  readonly within?: Within;
  /** Comes back at this rhythm instead of once. */
  readonly every?: Duration;
  readonly stops: Stop;
  /** Kinds of touch that count; empty: all. */
  readonly counts: readonly string[];
  /** Shares of the deadline, 0.5 for 50 %, ascending. */
  readonly remind: readonly number[];
  readonly escalate: readonly Escalation[];
}

/** A place a record can be in, with what leads into it and out of it. */
export interface Stage extends RenamableEntry {
  readonly definition?: Text;
  readonly owner?: Id;
  /** Stages, or `new`, or `any`; empty when only a handoff or a reason leads here. */
  readonly from: readonly Id[];
  readonly by?: Id;
  readonly criteria?: Condition;
  readonly requires: readonly Id[];
  readonly statuses: readonly Choice[];
  readonly deadlines: readonly Deadline[];
  readonly exitReasons: readonly Id[];
  readonly expires?: { readonly after: Duration; readonly reason: Id };
  readonly parking: boolean;
  readonly closed?: "won" | "lost";
  readonly pipeline?: Id;
  /** 0 to 1. */
  readonly probability?: number;
  readonly crm?: { readonly lifecycleStage?: string };
}

/** `6 touches over at least 10 business days`. */
export interface Touches {
  readonly count: number;
  readonly over?: Duration;
}

/** Why a record is refused or leaves, and where it goes then. */
export interface Reason extends RenamableEntry {
  /** A stage, or `sender`; absent is a finding (FBK705). */
  readonly moveTo?: Id;
  readonly coolOff?: Duration;
  readonly needsDetail: boolean;
  readonly onlyAfter?: Touches;
  readonly repair?: Duration;
}

/** Who receives a record, tried in order. */
export type Assignment =
  | { readonly kind: "keep"; readonly owner: "company-owner" | "contact-owner" }
  | { readonly kind: "rotate"; readonly role: Id; readonly when?: Condition }
  | { readonly kind: "to"; readonly role: Id; readonly when?: Condition };

/** What the receiver of a handoff gives back when it refuses. */
export interface Feedback {
  readonly reasons: readonly Id[];
  /** Roles or parties that read it. */
  readonly to: readonly Id[];
  readonly within?: Duration;
}

/** The passing of a record from one side to the other: criteria, deadlines, feedback. */
export interface Handoff extends RenamableEntry {
  readonly from: readonly Id[];
  readonly to: Id;
  readonly by?: Id;
  readonly criteria?: Condition;
  readonly otherwise: boolean;
  readonly requires: readonly Id[];
  readonly helpful: readonly Id[];
  readonly assign: readonly Assignment[];
  readonly acceptance: "decision" | "first-touch" | "automatic";
  readonly deadlines: readonly Deadline[];
  readonly feedback?: Feedback;
  readonly recycle?: { readonly max: number; readonly per: Duration; readonly reason: Id };
  readonly responsibilities: {
    readonly accountable: readonly Id[];
    readonly informed: readonly Id[];
    readonly responsible: readonly Id[];
  };
}

/** Finds the text behind a clause, for findings and edits. */
export interface Locator {
  /** The span of a key (`"key"`) or of its value; falls back on the nearest parent that exists. */
  readonly spanOf: (path: Path, part: "key" | "value") => Span;
  readonly has: (path: Path) => boolean;
  /** The span of the first part of a value, as it is written, that a pattern finds; undefined where it finds none. */
  readonly within: (path: Path, find: (written: string) => Slice | undefined) => Span | undefined;
}

/** A part of a text, in UTF-16 offsets: half-open. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/** The agreement with every name resolved, every duration parsed and every default filled in. */
export interface Contract {
  readonly name: Id;
  readonly version: string;
  readonly title: Text;
  /** ISO dates. */
  readonly effective: string;
  readonly reviewBy?: string;
  /** The first is the default. */
  readonly languages: readonly string[];
  readonly parties: ReadonlyMap<Id, Party>;
  readonly roles: ReadonlyMap<Id, Role>;
  readonly calendar?: Id;
  readonly calendars: ReadonlyMap<Id, Calendar>;
  readonly signals: ReadonlyMap<Id, Signal>;
  readonly fields: ReadonlyMap<Id, Field>;
  readonly scope: Scope;
  readonly criteria: ReadonlyMap<Id, NamedCriteria>;
  readonly priorities: ReadonlyMap<Id, Priority>;
  readonly pipelines: ReadonlyMap<Id, Pipeline>;
  readonly stages: ReadonlyMap<Id, Stage>;
  readonly reasons: ReadonlyMap<Id, Reason>;
  readonly handoffs: ReadonlyMap<Id, Handoff>;
  readonly commitments: ReadonlyMap<Id, Commitment>;
  readonly contribution: ReadonlyMap<Id, Commitment>;
  readonly governance: Governance;
  readonly glossary: ReadonlyMap<Id, GlossaryTerm>;
  readonly environments: ReadonlyMap<Id, Environment>;
  readonly locate: Locator;
}
