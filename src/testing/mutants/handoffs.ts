import type { Contract, Handoff } from "../../contract/index.ts";
import { receiverOf } from "../../contract/index.ts";
import { otherConditions } from "./conditions.ts";
import { otherDeadlines } from "./deadlines.ts";
import { otherDurations } from "./durations.ts";
import { eachItem, leftOut, replaced, type Variant, withEntry, within, withoutEach } from "./mutant.ts";

/** A contract with one thing changed in one of its handoffs. */
export function otherHandoffs(contract: Contract): readonly Variant<Contract>[] {
  return [...contract.handoffs.values()].flatMap((handoff) =>
    within(
      otherHandoff(contract, handoff),
      (changed): Contract => ({
        ...contract,
        handoffs: withEntry(contract.handoffs, handoff.id, changed),
      }),
    ),
  );
}

function otherHandoff(contract: Contract, handoff: Handoff): readonly Variant<Handoff>[] {
  const clause = `handoffs.${handoff.id}`;
  return [
    ...otherOpenings(handoff, clause),
    ...within(
      withoutEach(`${clause}.requires`, handoff.requires, (id) => id),
      (requires): Handoff => ({ ...handoff, requires }),
    ),
    ...otherAssignments(contract, handoff, clause),
    ...otherAcceptance(handoff, clause),
    ...within(otherDeadlines(handoff.deadlines), (deadlines): Handoff => ({ ...handoff, deadlines })),
    ...otherFeedback(handoff, clause),
    ...otherLimits(handoff, clause),
  ];
}

function otherOpenings(handoff: Handoff, clause: string): readonly Variant<Handoff>[] {
  const { criteria, from } = handoff;
  const origins =
    from.length < 2
      ? []
      : within(
          withoutEach(`${clause}.from`, from, (id) => id),
          (left): Handoff => ({ ...handoff, from: left }),
        );
  if (criteria === undefined) return origins;
  return [...origins, ...within(otherConditions(criteria), (other): Handoff => ({ ...handoff, criteria: other }))];
}

function otherAssignments(contract: Contract, handoff: Handoff, clause: string): readonly Variant<Handoff>[] {
  const put = (assign: Handoff["assign"]): Handoff => ({ ...handoff, assign });
  const all = withoutEach(`${clause}.assign`, handoff.assign, (_, index) => String(index));
  // Whom no line names, the owner of the stage it leads to receives: a last line for that role says the same.
  const left = isForReceiver(contract, handoff) ? all.slice(0, -1) : all;
  const changed = eachItem(handoff.assign, (line) =>
    line.kind === "keep" || line.when === undefined
      ? []
      : within(otherConditions(line.when), (when): Handoff["assign"][number] => ({ ...line, when })),
  );
  return [...within(left, put), ...within(changed, put)];
}

function isForReceiver(contract: Contract, handoff: Handoff): boolean {
  const last = handoff.assign.at(-1);
  return last !== undefined && last.kind !== "keep" && last.role === receiverOf(contract, handoff);
}

function otherAcceptance(handoff: Handoff, clause: string): readonly Variant<Handoff>[] {
  const { acceptance } = handoff;
  const other = acceptance === "decision" ? "first-touch" : "decision";
  return [replaced(`${clause}.acceptance`, acceptance, other, { ...handoff, acceptance: other })];
}

function otherFeedback(handoff: Handoff, clause: string): readonly Variant<Handoff>[] {
  const { feedback } = handoff;
  if (feedback === undefined) return [];
  const reasons = withoutEach(`${clause}.feedback.reasons`, feedback.reasons, (id) => id);
  const times = feedback.within === undefined ? [] : otherDurations(`${clause}.feedback.within`, feedback.within);
  return [
    ...within(reasons, (left): Handoff => ({ ...handoff, feedback: { ...feedback, reasons: left } })),
    ...within(times, (longer): Handoff => ({ ...handoff, feedback: { ...feedback, within: longer } })),
  ];
}

function otherLimits(handoff: Handoff, clause: string): readonly Variant<Handoff>[] {
  const { recycle, ...rest } = handoff;
  if (recycle === undefined) return [];
  const max = recycle.max + 1;
  return [
    replaced(`${clause}.recycle.max`, String(recycle.max), String(max), { ...handoff, recycle: { ...recycle, max } }),
    leftOut(`${clause}.recycle`, recycle.reason, rest),
  ];
}
