import type { Id } from "../../../contract/index.ts";
import { type Bilingual, quote } from "../../../diagnostics/index.ts";
import type { JsonObject } from "../../resource.ts";
import { type HubSpotModel, say, textIn } from "../model.ts";
import { referTo } from "../portal/references.ts";

/** People whom an action tells something or gives a record: the record's owner, or those whom the environment names for roles. */
export type Recipients =
  | { readonly kind: "owner" }
  | { readonly kind: "users"; readonly roles: readonly Id[] }
  | { readonly kind: "teams"; readonly roles: readonly Id[] };

/** HubSpot's property that holds who owns a record. */
export const ownerProperty = "hubspot_owner_id";

/** The entries of the environment that hold a role: its own, else its members', its backup's, or a role that it belongs to. */
export function holdersOf({ contract, environment }: HubSpotModel, role: Id): readonly Id[] {
  const { people } = environment;
  const { members = [], backup } = contract.roles.get(role) ?? {};
  const wider = [...contract.roles.values()].filter((other) => other.members.includes(role)).map(({ id }) => id);
  const standIns = [[role], members, backup === undefined ? [] : [backup], wider];
  return standIns.map((ids) => ids.filter((id) => people.has(id))).find((ids) => ids.length > 0) ?? [];
}

/** Whom a role means in this environment; undefined where it names nobody. Teams stay teams, so that newcomers are told too. */
export function recipientsOf(model: HubSpotModel, role: Id): Recipients | undefined {
  const roles = holdersOf(model, role);
  if (roles.length === 0) return undefined;
  const areTeams = roles.every((id) => model.environment.people.get(id)?.team !== undefined);
  return { kind: areTeams ? "teams" : "users", roles };
}

/** Recipients as fields of an action; one kind at a time, since no workflow is known that mixes them. */
export function recipientFields(to: Recipients): JsonObject {
  switch (to.kind) {
    case "owner":
      return { owner_properties: [ownerProperty] };
    case "users":
      return { user_ids: referTo({ kind: "user-ids", roles: to.roles }) };
    case "teams":
      return { team_ids: referTo({ kind: "team-ids", roles: to.roles }) };
    default:
      return to satisfies never;
  }
}

/** Roles by their labels: `“Head of sales”, “SDR”`. */
export const roleNames = (model: HubSpotModel, roles: readonly Id[]): Bilingual =>
  say((language) =>
    roles
      .map((id) => quote(textIn(model, model.contract.roles.get(id)?.label ?? { [language]: id }, language), language))
      .join(", "),
  );

/** Where to name who holds a role: what a person does so that workflows know whom to tell. */
export const nameThem = ({ environment }: HubSpotModel): Bilingual => ({
  en: `Name a user or a team for them under people of the environment ${quote(environment.id, "en")}, and apply again.`,
  fr: `Leur donner un utilisateur ou une équipe sous people dans l'environnement ${quote(environment.id, "fr")}, puis appliquer à nouveau.`,
});
