import type { JsonObject } from "../targets/index.ts";
import type { Difference } from "./diff.ts";

/** How much of what is there a plan may change without being asked for by its digest. */
export interface Limits {
  /** Of the objects that are there and ours, 0 to 1. */
  readonly share: number;
  /** Fewer than this are never too many. */
  readonly least: number;
}

/** Why a plan is carried out only for whoever names its digest. */
export interface Acceptance {
  /** Objects of the portal that would be changed; new ones do not count. */
  readonly touched: number;
  /** Objects of the portal that are the contract's. */
  readonly managed: number;
}

/** A step of a plan, as far as it is counted. */
interface CountedStep {
  readonly action: "create" | "revive" | "adopt" | "update";
  readonly send: JsonObject;
}

/** Whether a plan changes so much of what is there that a person has to name it. */
export function acceptanceOf(
  differences: readonly Difference[],
  steps: readonly CountedStep[],
  limits: Limits | undefined,
): Acceptance | undefined {
  if (limits === undefined) return undefined;
  const changing = steps.filter(({ action, send }) => (action === "update" || action === "adopt") && !isEmpty(send));
  const managed = differences.filter(isManaged).length;
  const touched = changing.length;
  const isMuch = touched >= limits.least && touched > limits.share * managed;
  return isMuch ? { touched, managed } : undefined;
}

function isManaged({ live, desired, action }: Difference): boolean {
  const isThere = live !== undefined && !live.isArchived && desired !== undefined && !desired.isAdopted;
  return isThere && action !== "blocked";
}

const isEmpty = (send: JsonObject): boolean => Object.keys(send).length === 0;
