/** One kind of thing that a portal holds: all of it, or the scopes that the token lacks to read it. */
export type Listing<T> =
  | { readonly kind: "known"; readonly entries: readonly T[] }
  | { readonly kind: "refused"; readonly scopes: readonly string[] };

/** Someone who can hold records; `userId` is another number, and is gone once the user is deactivated. */
export interface PortalOwner {
  readonly id: string;
  readonly userId?: string;
  readonly email: string;
  readonly isActive: boolean;
}

/** A team and the user ids of its active members. */
export interface PortalTeam {
  readonly id: string;
  readonly name: string;
  readonly userIds: readonly string[];
}

/** A thing with a name that people gave it, and the portal's id. */
export interface PortalThing {
  readonly id: string;
  readonly name: string;
  /** Another name it goes by: an event's label beside its internal name. */
  readonly alias?: string;
}

/** What a portal holds that a contract's environment names; empty where nothing is named. */
export interface PortalFacts {
  readonly owners: Listing<PortalOwner>;
  readonly teams: Listing<PortalTeam>;
  readonly forms: Listing<PortalThing>;
  readonly events: Listing<PortalThing>;
}

/** What has to be read of a portal to know everything that is named. */
export interface FactNeeds {
  readonly emails: readonly string[];
  readonly teams: readonly string[];
  readonly forms: boolean;
  readonly events: boolean;
}
