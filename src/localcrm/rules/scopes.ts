import { problem } from "../http/problems.ts";
import { isProblem, type Problem } from "../http/reply.ts";
import { inferObjectType } from "../portal/object-types.ts";
import type { Store } from "../store/store.ts";
import { limitsOf } from "./tier-limits.ts";

/** What a request is about, as far as scopes go. */
export interface Scoped {
  readonly isReading: boolean;
  /** The object type of its path, in any spelling. */
  readonly object: string | undefined;
}

/** The scopes of which a request needs one; none: every token may. */
export type Needs = (request: Scoped) => readonly string[];

/** Objects without scopes of their own: tasks ask for none here, engagements for those of contacts, as in HubSpot. */
const engagements = new Set(["calls", "meetings", "emails"]);

function scopedPlural(object: string | undefined): string | undefined {
  const plural = pluralOf(object);
  if (plural === "tasks") return undefined;
  return plural !== undefined && engagements.has(plural) ? "contacts" : plural;
}

/** Definitions of an object: its schema scope, or to read them its records' scope. HubSpot lists no schema scope for leads. */
export const schemaNeeds: Needs = ({ isReading, object }) => {
  const plural = scopedPlural(object);
  if (plural === undefined) return [];
  const action = isReading ? "read" : "write";
  if (plural === "leads") return [`crm.objects.leads.${action}`];
  const tickets = plural === "tickets" ? ["tickets"] : [];
  const records = isReading ? [`crm.objects.${plural}.read`] : [];
  return [`crm.schemas.${plural}.${action}`, ...records, ...tickets];
};

/** Records of an object. */
export const recordNeeds: Needs = ({ isReading, object }) => {
  const plural = scopedPlural(object);
  if (plural === undefined) return [];
  return [`crm.objects.${plural}.${isReading ? "read" : "write"}`, ...(plural === "tickets" ? ["tickets"] : [])];
};

/** Lists. */
export const listNeeds: Needs = ({ isReading }) => [isReading ? "crm.lists.read" : "crm.lists.write"];

/** Users of the account. */
export const userNeeds: Needs = ({ isReading }) =>
  isReading ? ["settings.users.read", "crm.objects.users.read"] : ["settings.users.write"];

/** Any scope of records will do; those of definitions alone will not. */
export const anyRecords: Needs = () => allScopes.filter((scope) => scope.startsWith("crm.objects."));

/** A fixed choice, whatever the request. */
export const needsOneOf =
  (...scopes: readonly string[]): Needs =>
  () =>
    scopes;

const objects = ["contacts", "companies", "deals", "tickets"];

/** Every scope that some route asks for. */
export const allScopes: readonly string[] = [
  ...objects.flatMap((object) =>
    ["read", "write"].flatMap((action) => [`crm.objects.${object}.${action}`, `crm.schemas.${object}.${action}`]),
  ),
  ...["automation", "crm.lists.read", "crm.lists.write", "crm.objects.leads.read", "crm.objects.leads.write"],
  ...["behavioral_events.event_definitions.read_write", "crm.objects.owners.read", "crm.objects.users.read", "forms"],
  ...["oauth", "settings.users.read", "settings.users.teams.read", "settings.users.write", "tickets"],
].sort();

/** What the token may do on this portal: its scopes, less those of tools that the tier does not have. */
export function grantedScopes(store: Store): readonly string[] {
  const { workflows, hasLeads, hasEvents } = limitsOf(store);
  const isInTier = (scope: string) =>
    (scope !== "automation" || workflows > 0) &&
    (!scope.startsWith("crm.objects.leads.") || hasLeads) &&
    (!scope.startsWith("behavioral_events.") || hasEvents);
  return (store.get("account", "", "account")?.scopes ?? allScopes).filter(isInTier);
}

/** HubSpot's 403 where the token has none of the scopes that a request needs. */
export function checkScopes(store: Store, needed: readonly string[]): Problem | undefined {
  if (needed.length === 0) return undefined;
  const granted = grantedScopes(store);
  if (needed.some((scope) => granted.includes(scope))) return undefined;
  return problem(
    403,
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    {
      category: "MISSING_SCOPES",
      errors: [
        {
          message: "One or more of the following scopes are required.",
          context: { requiredGranularScopes: needed },
        },
      ],
      links: { scopes: "https://developers.hubspot.com/scopes" },
    },
  );
}

function pluralOf(object: string | undefined): string | undefined {
  if (object === undefined) return undefined;
  const type = inferObjectType(object);
  return isProblem(type) ? undefined : type.plural;
}
