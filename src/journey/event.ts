import type { Instant } from "../calendar/index.ts";
import type { Contract, CrmObject, Id } from "../contract/index.ts";
import type { Scalar } from "../criteria/index.ts";

/** What a field of a record may hold. */
export type FieldValue = Scalar | readonly string[];

/** The kinds of touch that a contract may count. */
export type TouchKind = "call" | "email" | "meeting" | "visit" | "linkedin" | "sms" | "whatsapp" | "chat";

/** Every kind of touch, in the order people are told about them. */
export const touchKinds: readonly TouchKind[] = [
  "call",
  "email",
  "meeting",
  "visit",
  "linkedin",
  "sms",
  "whatsapp",
  "chat",
];

/** What an event says besides when, about whom and by whom. */
export type Happening =
  /** The record comes into being; what is known of it from the start. */
  | {
      readonly kind: "created";
      readonly object?: CrmObject;
      readonly fields?: ReadonlyMap<Id, FieldValue>;
      /** The stage it is in from the start, as if it had just entered it. */
      readonly stage?: Id;
      /** The lifecycle stage the CRM has for it, read where existing records are placed. */
      readonly lifecycleStage?: string;
      /** Who looks after its account, or after itself, already: what `assign: keep` asks. */
      readonly keepers?: { readonly [owner in "company-owner" | "contact-owner"]?: string };
    }
  /** A field gets a value; undefined clears it. The value it had already is no event. */
  | { readonly kind: "set"; readonly field: Id; readonly value: FieldValue | undefined }
  | { readonly kind: "signal"; readonly signal: Id }
  /** An outbound contact by a person; `happenedAt` is before `at` where it was typed in later. */
  | { readonly kind: "touch"; readonly touch: TouchKind; readonly happenedAt?: Instant }
  | { readonly kind: "handed-over"; readonly handoff?: Id }
  | { readonly kind: "accepted"; readonly handoff?: Id }
  /** A refusal may lack its reason or detail: a second one completes it. */
  | { readonly kind: "refused"; readonly handoff?: Id; readonly reason?: Id; readonly detail?: string }
  /** The record leaves a worked stage for a reason of that stage. */
  | { readonly kind: "left"; readonly reason: Id; readonly detail?: string }
  /** Somebody changes the stage by hand; always obeyed. */
  | { readonly kind: "moved"; readonly to: Id }
  | { readonly kind: "status"; readonly status: string }
  | { readonly kind: "owner"; readonly owner: string }
  /** The sender finished what a refusal asked to repair. */
  | { readonly kind: "repaired" }
  /**
   * A record of another object, such as a deal, that belongs to this one; made where it does not exist yet. Without an id it
   * is the first one this record has.
   */
  | { readonly kind: "linked"; readonly object: CrmObject; readonly id?: string; readonly stage?: Id }
  | { readonly kind: "merged"; readonly into: string }
  | { readonly kind: "deleted" }
  /** A new version of the agreement takes effect; what is open keeps the terms under which it opened. */
  | { readonly kind: "version"; readonly contract: Contract };

/** Something that happened to a record, known from `at` on (epoch milliseconds). */
export type JourneyEvent = Happening & {
  readonly at: Instant;
  /** The id of the record; absent means the one record that a journey is about. */
  readonly record?: string;
  /** Who did it: a role, or a person. */
  readonly by?: string;
};

/** The record that events without a name speak of. */
export const onlyRecord = "lead";
