import type { AttributeChange, Held, LiveResource } from "../../engine/index.ts";
import type { PreparedPlan } from "../plan/prepare-plan.ts";

/** An object of the CRM that is no longer as it was applied. */
export interface Drifted {
  readonly item: Held;
  /** The contract has changed there as well. */
  readonly isConflict: boolean;
  /** When the CRM says that it was changed last, ISO 8601, and by which user, where it tells. */
  readonly changed?: NonNullable<LiveResource["changed"]>;
}

/** Everything that was changed by hand, deletions included. */
export function driftOf({ plan, live }: Pick<PreparedPlan, "plan" | "live">): readonly Drifted[] {
  const present = new Map(live.filter(({ isArchived }) => !isArchived).map((one) => [one.address, one]));
  const drifted = (items: readonly Held[], isConflict: boolean): readonly Drifted[] =>
    items.map((item) => {
      const changed = present.get(item.address)?.changed;
      return { item, isConflict, ...(changed === undefined ? {} : { changed }) };
    });
  return [...drifted(plan.conflicts, true), ...drifted(plan.drift, false)];
}

/** A change that has a text in the CRM to take over. */
export const textNow = ({ now }: AttributeChange): string | undefined => (typeof now === "string" ? now : undefined);
