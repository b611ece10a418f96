import type {
  Address,
  Capabilities,
  FactNeeds,
  JsonObject,
  LiveResource,
  PortalFacts,
  RefusedRead,
  Resource,
  ResourceKind,
} from "../targets/index.ts";
import type { Outcome } from "./outcome.ts";

interface ErrorContext {
  /** Method and path, without host, query values or token: `POST /crm/v3/lists`. */
  readonly request: string;
  readonly status?: number;
  /** The CRM's own words, for people; nothing is decided from them. */
  readonly detail?: string;
  /** The number the CRM's support asks for. */
  readonly correlationId?: string;
}

/** Why no usable answer came back. */
export type SilenceReason =
  | "timeout"
  | "network"
  | "cut-short"
  | "server"
  | "not-json"
  | "too-large"
  | "redirect"
  | "interrupted";

/** Everything that can go wrong at a provider, told from status and body fields, never from message text. */
export type ProviderError = ErrorContext &
  /** `policy` is the provider's name of the limit. */
  (
    | { readonly code: "rate-limited"; readonly policy?: string }
    | { readonly code: "daily-limit" }
    /** Status 401 with no scopes: the token itself is refused; else the scopes the token lacks. */
    | { readonly code: "forbidden"; readonly scopes: readonly string[] }
    | { readonly code: "not-found" }
    /** The name exists already, or a revision sent with an update is no longer the latest. */
    | { readonly code: "conflict" }
    | { readonly code: "in-use" }
    | { readonly code: "locked" }
    | { readonly code: "invalid" }
    | { readonly code: "unavailable"; readonly reason: SilenceReason }
    /** A write went out and nothing tells whether it was carried out: read back, never repeat. */
    | { readonly code: "ambiguous"; readonly reason: SilenceReason }
    /** Not sent: the lease under which it was to be written no longer holds. */
    | { readonly code: "withdrawn" }
    | { readonly code: "unexpected" }
  );

/** The result of one call at a provider. */
export type ProviderOutcome<T> = Outcome<T, ProviderError>;

/** The versions of the CRM's API that revpact speaks; which one is a choice of the environment. */
export type { ApiVersion } from "../contract/index.ts";

/** Which portal a token opens. */
export interface PortalIdentity {
  readonly portalId: string;
  /** The provider's own word: `STANDARD`, `SANDBOX`, `DEVELOPER_TEST`, `APP_DEVELOPER`. */
  readonly accountType: string;
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string;
  readonly name?: string;
}

/** One object looked for: found again by the portal's id when the ledger knows it, else by name. */
export interface Sought {
  readonly kind: ResourceKind;
  readonly object: string;
  readonly name: string;
  readonly address: Address;
  readonly remoteId?: string;
}

/** Everything sought, as the portal holds it; `requests` counts the calls it took, retries apart. */
export interface Observation {
  readonly resources: readonly LiveResource[];
  readonly requests: number;
  /** Every live property of the objects read, ours or not, so that a wrong name can be told with the one that was meant. */
  readonly propertyNames?: ReadonlyMap<string, readonly string[]>;
}

/** What a portal showed of what is sought, and what it would not show: of that nothing is known. */
export interface PartialObservation extends Observation {
  readonly refused: readonly RefusedRead[];
}

/** What a portal can do, refusals apart. */
export type StatedCapabilities = Omit<Capabilities, "refused">;

/** A value, or any value of a property or pipeline, of which records may be the holders. */
export interface Holding {
  readonly kind: "property" | "pipeline";
  readonly object: string;
  readonly name: string;
  /** An option or a stage; absent for any value. */
  readonly value?: string;
}

/** How many records meet a filter now; where not exact, at most so many. */
export interface RecordCount {
  readonly records: number;
  readonly isExact: boolean;
}

/** The reading half of a provider, all that planning gets. An answer is complete or an error: a refused read is never an empty portal. */
export interface ProviderReader {
  identify(): Promise<ProviderOutcome<PortalIdentity>>;
  /** Bulk reads of what is sought, archived properties of the same names included. */
  read(sought: readonly Sought[]): Promise<ProviderOutcome<Observation>>;
  /** The same where a kind that the token may not read is told apart instead of failing all; only for planning. */
  readAllowed(sought: readonly Sought[]): Promise<ProviderOutcome<PartialObservation>>;
  /** What the portal holds of all that an environment names. */
  readFacts(needs: FactNeeds): Promise<ProviderOutcome<PortalFacts>>;
  /** What the token and the subscription can do, as far as the provider tells; never a failure. */
  readCapabilities(): Promise<StatedCapabilities>;
  /** One object right before it is written; `undefined` when the portal has none. */
  readOne(sought: Sought): Promise<ProviderOutcome<LiveResource | undefined>>;
  /** Records of an object that meet the filter tree of a list or workflow; searches have a limit of their own at a CRM. */
  countRecords(object: string, filter: JsonObject): Promise<ProviderOutcome<RecordCount>>;
  /** Records that hold a value of a property or stand in a stage of a pipeline, or hold any value. */
  countHolders(holding: Holding): Promise<ProviderOutcome<RecordCount>>;
}

/** What was created, or why not, one per resource asked for and in the same order. */
export type CreateOutcome = ProviderOutcome<{ readonly remoteId?: string }>;

/** An update of one object: the final value of each attribute that changes; every other attribute stays as `live` has it. */
export interface UpdateRequest {
  readonly live: LiveResource;
  readonly set: JsonObject;
}

/** What the writer needs of a resource to create it. */
export type Creation = Pick<Resource, "kind" | "object" | "name" | "address" | "attributes">;

/** The writing half: only `apply` gets it. */
export interface ProviderWriter {
  /** Resources of one kind and object, at most `Semantics.createBatch` of them. */
  create(resources: readonly Creation[]): Promise<readonly CreateOutcome[]>;
  /** Answers with the portal's id where there is one. */
  update(request: UpdateRequest): Promise<CreateOutcome>;
  /** Switches a workflow on or off as it is, unless it has changed since it was read. */
  switchWorkflow(live: LiveResource, isOn: boolean): Promise<CreateOutcome>;
}

/** What a provider's objects mean to the comparison; pure facts, no calls. */
export interface Semantics {
  /** The attributes in one spelling: server defaults dropped, numbers and orders made comparable. Idempotent. */
  normalise(resource: Pick<Resource, "kind" | "name" | "attributes">): JsonObject;
  /** For an attribute that is a list of things with a key (options, stages), the names the key may bear. */
  keysOf(kind: ResourceKind, attribute: string): readonly string[];
  /** Attributes that cannot change once the object exists. */
  fixedAttributes(kind: ResourceKind): readonly string[];
  /** Whether the object's `description` carries the marker; other kinds are recognised by name or id alone. */
  isMarked(kind: ResourceKind): boolean;
  /** How many objects one create call takes. */
  createBatch(kind: ResourceKind): number;
}
