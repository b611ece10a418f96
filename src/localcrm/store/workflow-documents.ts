import type { JsonObject } from "../json.ts";

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
