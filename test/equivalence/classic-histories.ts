import type { FieldValue } from "../../src/journey/index.ts";
import type { Act } from "./act.ts";

const minuteMs = 60_000;

/** What is known of a record that may be handed over to sales. */
export const known: ReadonlyMap<string, FieldValue> = new Map<string, FieldValue>([
  ["country", "FR"],
  ["fit-score", 70],
  ["need", "one"],
  ["company-size", 50],
  ["timing", "this-year"],
]);

const first = "marketing-to-sdr";
const second = "sdr-to-sales";

/** Closer together, acts would come before the portal is sure to have followed the one before. */
const gapMs = 20 * minuteMs;

/**
 * How a clock of the classic contract starts at a moment. What leads there comes within two hours, so that no window and
 * no reminder ends just when the clock must start.
 */
export function startOf(clause: string, variant: string | undefined, start: number): readonly Act[] {
  const before = (steps: number): number => start - steps * gapMs;
  const isHeld = clause.includes(".complete");
  const created: Act = { kind: "created", at: before(8), fields: isHeld ? new Map([["fit-score", 70]]) : known };
  const signal = variant === "hot" ? "demo-request" : "any-form";
  const opens = (at: number): Act => ({ kind: "signal", signal, at });
  const accepts = (handoff: string, at: number): Act => ({ kind: "accepted", handoff, at });
  const entry = /^stages\.(lead|nurture)\./.exec(clause)?.[1];
  if (entry === "lead") return [{ ...created, at: start }];
  if (entry === "nurture") return [created, { kind: "moved", to: "nurture", at: start }];
  if (clause.startsWith("reasons."))
    return [created, opens(before(3)), { kind: "refused", handoff: first, reason: "wrong-data", at: start }];
  if (clause.startsWith(`handoffs.${first}`)) return [created, opens(start)];
  if (clause.startsWith("stages.sal.")) return [created, opens(before(3)), accepts(first, start)];
  const handedOver = (at: number): readonly Act[] => [
    created,
    opens(at - 3 * gapMs),
    accepts(first, at - 2 * gapMs),
    { kind: "signal", signal: "meeting-held", at: at - gapMs },
    { kind: "handed-over", handoff: second, at },
  ];
  // What is not accepted expires before its feedback is due.
  if (clause.startsWith(`handoffs.${second}.feedback`)) return [...handedOver(start), accepts(second, start + gapMs)];
  if (clause.startsWith(`handoffs.${second}`)) return handedOver(start);
  const opensDeal = (at: number): readonly Act[] => [...handedOver(at - 2 * gapMs), accepts(second, at)];
  if (!clause.startsWith("stages.proposal")) return opensDeal(start);
  return [...opensDeal(before(1)), { kind: "moved", to: "proposal", record: "deal", at: start }];
}
