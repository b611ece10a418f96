import type { Handoff, Id } from "../../../contract/index.ts";
import { receiverOf } from "../../../contract/index.ts";
import { type Step, set, stampNow } from "../actions.ts";
import { type HubSpotModel, handoffProperty } from "../model.ts";
import { holdersOf, ownerProperty, recipientsOf } from "./recipients.ts";

/** The property that says how the receiver of a handoff gets the record. */
export const assignmentProperty = (model: HubSpotModel, handoff: Handoff): string =>
  handoffProperty(model, handoff, "assignment");

/** The value by which a workflow asks for the record to be given to whoever holds a role: first, or instead of a first owner. */
export const wantedFor = (role: Id, turn: "first" | "again"): string =>
  `${turn === "first" ? "to" : "again-to"}-${role}`;

/** Every role that a handoff gives records to and that the environment names somebody for. */
export function givenRoles(model: HubSpotModel, handoff: Handoff): readonly Id[] {
  const handedOn = handoff.deadlines.flatMap(({ escalate }) => escalate.flatMap(({ reassign }) => reassign ?? []));
  const roles = [...assignedRoles(model, handoff), ...handedOn];
  return [...new Set(roles)].filter((role) => ownerStep(model, role) !== undefined);
}

/** The roles that lines of `assign` name, and the receiver where no line always applies; none without lines. */
export function assignedRoles({ contract }: HubSpotModel, handoff: Handoff): readonly Id[] {
  if (handoff.assign.length === 0) return [];
  const named = handoff.assign.flatMap((line) => (line.kind === "keep" ? [] : [line]));
  const receiver = receiverOf(contract, handoff);
  const isEnding = named.some(({ when }) => when === undefined);
  const roles = named.map(({ role }) => role);
  return [...new Set(isEnding || receiver === undefined ? roles : [...roles, receiver])];
}

/** Makes whoever holds a role the owner: one person as such, several in turn; undefined where the environment names nobody. */
export function ownerStep(model: HubSpotModel, role: Id): Step | undefined {
  const [only, ...others] = holdersOf(model, role);
  const to = recipientsOf(model, role);
  if (only === undefined || to === undefined) return undefined;
  const isPerson = others.length === 0 && to.kind === "users";
  return isPerson
    ? { kind: "set", property: ownerProperty, value: { kind: "holder", role: only } }
    : { kind: "rotate", to };
}

/** The record has its receiver. The date comes before what the announcement waits for. */
export const done = (
  model: HubSpotModel,
  handoff: Handoff,
  how: "kept" | "assigned" | "reassigned",
): readonly Step[] => [
  stampNow(handoffProperty(model, handoff, "assigned", "at")),
  set(assignmentProperty(model, handoff), how),
];
