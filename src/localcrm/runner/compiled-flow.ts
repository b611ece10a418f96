import type { FilterTest } from "../filters/compile-filter.ts";
import type { SubjectTest } from "../filters/evaluate-operation.ts";
import type { JsonObject } from "../json.ts";
import type { Hours } from "./hours.ts";
import type { Delay, ValueReader } from "./values.ts";

/** People that an action names. */
export interface Recipients {
  readonly userIds: readonly string[];
  readonly teamIds: readonly string[];
  /** Properties of the record that hold an owner. */
  readonly ownerProperties: readonly string[];
}

/** A record's property and what to write into it. */
export interface Assignment {
  readonly property: string;
  readonly value: ValueReader;
}

/** What an action does. */
export type Action =
  | { readonly kind: "set"; readonly assignment: Assignment; readonly associationTypeId?: number }
  | {
      readonly kind: "notify";
      readonly channel: "email" | "in-app";
      readonly recipients: Recipients;
      readonly subject: string;
      readonly body: string;
    }
  | {
      readonly kind: "rotate";
      readonly recipients: Recipients;
      readonly property: string;
      readonly isOverwriting: boolean;
    }
  | {
      /** Also tasks, which are records. */
      readonly kind: "create";
      readonly objectTypeId: string;
      readonly assignments: readonly Assignment[];
      readonly isLinked: boolean;
    };

/** One step of a workflow; a next step that is undefined is the end. */
export type FlowNode =
  | { readonly kind: "delay"; readonly delay: Delay; readonly next: string | undefined }
  | {
      readonly kind: "until";
      readonly date: ValueReader;
      /** The property that holds the date, where one does. */
      readonly property: string | undefined;
      readonly delay: Delay;
      readonly timeOfDay: JsonObject | undefined;
      readonly next: string | undefined;
    }
  | {
      readonly kind: "branch";
      readonly ways: readonly { readonly test: FilterTest; readonly next: string | undefined }[];
      readonly otherwise: string | undefined;
    }
  | {
      readonly kind: "switch";
      readonly value: ValueReader;
      readonly ways: ReadonlyMap<string, string | undefined>;
      readonly otherwise: string | undefined;
    }
  | { readonly kind: "act"; readonly action: Action; readonly next: string | undefined };

/** A change of a property to a value that passes a test. */
export interface ChangeTest {
  readonly property: string;
  readonly test: SubjectTest;
}

/** What a filter looks at beyond the record's own properties. */
export interface Neighbourhood {
  /** Associated types and the properties looked at there. */
  readonly associated: ReadonlyMap<string, ReadonlySet<string>>;
  readonly listIds: ReadonlySet<string>;
}

/** How records come in. */
export type Entrance =
  | { readonly kind: "manual" }
  | {
      readonly kind: "event";
      readonly changes: readonly ChangeTest[];
      readonly refinement: FilterTest | undefined;
      readonly isRepeatable: boolean;
    }
  | {
      readonly kind: "state";
      readonly test: FilterTest;
      /** The record's own properties that the filters look at. */
      readonly properties: ReadonlySet<string>;
      readonly neighbourhood: Neighbourhood;
      /** Changes that let a record in again. */
      readonly changes: readonly ChangeTest[];
      readonly isRepeatable: boolean;
      readonly isLeftWhenLost: boolean;
    };

/** A workflow made ready to run. */
export interface CompiledFlow {
  readonly objectTypeId: string;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly start: string | undefined;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly entrance: Entrance;
  readonly hours: Hours | undefined;
  /** Members of these lists do not enter. */
  readonly suppressionListIds: readonly string[];
  /** What the local CRM cannot run, in words; such a workflow cannot be switched on. */
  readonly obstacles: readonly string[];
}
