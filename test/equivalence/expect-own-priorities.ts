import { clocksOf } from "../../src/targets/hubspot/clocks/clocks-of.ts";
import type { Told } from "./account.ts";
import type { ExpectationScene } from "./bounded-moments.ts";

/**
 * Clocks whose time depends on the priority have their own, and a date from which they run: both as the handoff has them
 * when it is received; what a raised priority changes of them depends on which of two due times is sooner.
 */
export function expectOwnPriorities(
  { subject, end }: Pick<ExpectationScene, "subject" | "end">,
  told: readonly Told[],
): readonly Told[] {
  const clocks = clocksOf(subject.model).filter(({ priority }) => priority !== undefined);
  return clocks.flatMap(({ holder, id }) =>
    told.flatMap(([key, expectation]): readonly Told[] => {
      const ran: Told = [`${holder.id} ${id} runs from`, { ...expectation, value: "" }];
      if (key === `${holder.id} received at`) return [ran];
      if (key !== `${holder.id} priority`) return [];
      const isJudged = expectation.clause === "priorities";
      const own: Told = [
        `${holder.id} ${id} priority`,
        // It is taken over with the due time, which may wait for an opening.
        isJudged ? expectation : { ...expectation, to: end, isOptional: true },
      ];
      return isJudged ? [own] : [own, [ran[0], { ...ran[1], isOptional: true }]];
    }),
  );
}
