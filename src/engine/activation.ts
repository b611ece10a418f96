import type { Address, JsonObject, LiveResource, Resource } from "../targets/index.ts";
import { isJsonObject } from "./canonical-json.ts";
import type { Plan } from "./plan.ts";

/** Why a workflow is not switched on yet: it is not in the CRM as the contract wants it. */
export type NotReady = "not-applied" | "changes-pending" | "edited" | "blocked";

/** A workflow of the contract, and whether it is at work in the CRM. */
export interface WorkflowState {
  readonly address: Address;
  readonly name: string;
  /** `contacts`, `deals` …: whose records enter it. */
  readonly object: string;
  readonly clause: string;
  readonly isOn: boolean;
  readonly notReady?: NotReady;
  readonly live?: LiveResource;
  /** The filter tree that lets records in; absent where a change of a record does, so that none enters by being there. */
  readonly lets?: JsonObject;
}

/** What is known of a contract and a portal. */
export interface ActivationInput {
  readonly desired: readonly Resource[];
  readonly live: readonly LiveResource[];
  readonly plan: Pick<Plan, "steps" | "drift" | "conflicts" | "blocked">;
}

/**
 * The workflows of a contract in the order in which to switch them on: those that wait for a change first, since what
 * happens while they are off is lost to them; then those that look at what is there, whose writes are such changes.
 */
export function workflowStates({ desired, live, plan }: ActivationInput): readonly WorkflowState[] {
  const present = new Map(live.filter(({ isArchived }) => !isArchived).map((one) => [one.address, one]));
  const states = desired.flatMap((resource): readonly WorkflowState[] => {
    if (resource.kind !== "workflow") return [];
    const { address, name, object, clause, attributes } = resource;
    const found = present.get(address);
    const notReady = whyNotReady(address, found, plan);
    const lets = letsIn(attributes);
    return [
      {
        ...{ address, name, object, clause, isOn: found?.attributes["isEnabled"] === true },
        ...(notReady === undefined ? {} : { notReady }),
        ...(found === undefined ? {} : { live: found }),
        ...(lets === undefined ? {} : { lets }),
      },
    ];
  });
  return [...states.filter(({ lets }) => lets === undefined), ...states.filter(({ lets }) => lets !== undefined)];
}

function whyNotReady(
  address: Address,
  live: LiveResource | undefined,
  { steps, drift, conflicts, blocked }: ActivationInput["plan"],
): NotReady | undefined {
  const isAmong = (held: readonly { readonly address: Address }[]): boolean =>
    held.some((one) => one.address === address);
  if (isAmong(blocked)) return "blocked";
  if (live === undefined) return "not-applied";
  if (isAmong(drift) || isAmong(conflicts)) return "edited";
  return isAmong(steps) ? "changes-pending" : undefined;
}

function letsIn({ enrollmentCriteria }: JsonObject): JsonObject | undefined {
  const filter = isJsonObject(enrollmentCriteria) ? enrollmentCriteria["listFilterBranch"] : undefined;
  return isJsonObject(filter) ? filter : undefined;
}
