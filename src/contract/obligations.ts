import type { Duration } from "../calendar/index.ts";
import type { Path } from "../criteria/index.ts";
import type { Entry, Id, Text } from "./entry.ts";

/** 60 %, 120, or 600000 EUR. */
export type Quantity =
  | { readonly kind: "share"; readonly value: number }
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "money"; readonly value: number; readonly currency: string };

/** What a commitment promises of its measure; both ends of `between` are included. */
export type Bound =
  | { readonly kind: "at-least" | "at-most"; readonly value: Quantity }
  | { readonly kind: "between"; readonly low: Quantity; readonly high: Quantity };

/** What can be counted about a contract in use. */
export type Measure =
  | "acceptance"
  | "onTime"
  | "entered"
  | "converted"
  | "worked"
  | "untreated"
  | "sourced"
  | "influenced"
  | "amount"
  | "retained";

/** A measure that one party or role owes; `to` is absent in `contribution`, which is owed to general management. */
export interface Commitment {
  readonly id: Id;
  readonly path: Path;
  readonly by: Id;
  readonly to?: Id;
  readonly measure: Measure;
  /** What is measured: a handoff, `handoff.deadline`, a stage or a pipeline. */
  readonly of: string;
  readonly bound: Bound;
  readonly per: "week" | "month" | "quarter" | "year";
  /** Other bounds for named periods such as `2027-08` or `2027-Q3`. */
  readonly except: ReadonlyMap<string, Bound>;
  readonly ignoreBelow?: number;
  readonly definition?: Text;
}

/** A decision about the agreement itself, and who takes part in it. */
export interface Decision extends Entry {
  readonly within?: Duration;
  readonly responsible: readonly Id[];
  readonly accountable: readonly Id[];
  readonly consulted: readonly Id[];
  readonly informed: readonly Id[];
}

/** How the agreement is approved, decided upon and reviewed. */
export interface Governance {
  readonly notice?: Duration;
  readonly worstWait?: Duration;
  /** `for` lists sections; empty means the whole contract. */
  readonly approvals: readonly { readonly role: Id; readonly for: readonly string[] }[];
  readonly decisions: readonly Decision[];
  readonly reviews: readonly {
    readonly id: Id;
    readonly label: Text;
    readonly every: "week" | "month" | "quarter" | "year";
    readonly chair: Id;
  }[];
}

/** A word of the agreement and what it means. */
export interface GlossaryTerm extends Entry {
  readonly definition?: Text;
  /** Words not to use, per language. */
  readonly avoid: Readonly<Record<string, readonly string[]>>;
}

/** The versions of HubSpot's API that an environment may ask for, the default first. */
export const apiVersions = ["v3", "2026-03"] as const;
/** One of them. */
export type ApiVersion = (typeof apiVersions)[number];

/** A named portal, and what the roles and signals are there. */
export interface Environment {
  readonly id: Id;
  readonly path: Path;
  readonly crm: "local" | "hubspot";
  readonly portal?: number;
  /** The name of the environment variable that holds the token. */
  readonly tokenVariable?: string;
  readonly url?: string;
  readonly apiVersion: ApiVersion;
  readonly isProtected: boolean;
  readonly drift: "hold" | "revert";
  readonly prefix?: string;
  /** Role → the user (literal or `env:NAME`) or team who holds it. */
  readonly people: ReadonlyMap<Id, { readonly user?: string; readonly team?: string }>;
  /** Signal → what it is in this portal, such as `{ kind: "form", value: "any" }`. */
  readonly signals: ReadonlyMap<Id, { readonly kind: string; readonly value: string }>;
}
