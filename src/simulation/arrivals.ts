import type { Instant } from "../calendar/index.ts";
import type { FieldValue, Terms } from "../journey/index.ts";
import { exponential, pick } from "./distributions.ts";
import { drawValue } from "./draw-value.ts";
import { purposes } from "./random.ts";
import type { ArrivalScheme, LeadKind } from "./scheme.ts";
import type { Simulation } from "./simulation.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * When the next lead arrives after a moment: a Poisson process whose rate follows the hours of the week and the months,
 * by thinning one of the highest rate (P. A. W. Lewis and G. S. Shedler, 1979).
 */
export function nextArrival({ random, scheme, terms, arrived, end }: Simulation, after: Instant): Instant {
  const { arrivals } = scheme;
  const highest = highestFactor(arrivals);
  random.aim(purposes.arrival, arrived + 1, 0, 0);
  let at = after;
  do {
    at += exponential(random.next()) / (arrivals.perMs * highest);
  } while (at <= end && random.next() * highest >= factorAt(arrivals, terms, at));
  return Math.ceil(at);
}

function highestFactor({ hours, months }: ArrivalScheme): number {
  return Math.max(...hours, 1) * Math.max(...months.values(), 1);
}

function factorAt({ hours, months }: ArrivalScheme, { clock }: Terms, at: Instant): number {
  if (hours.length === 0 && months.size === 0) return 1;
  const local = clock.zone.localAt(at);
  // 1 January 1970 was a Thursday: three days after the Monday that begins a week.
  const hour = Math.floor((((local + 3 * dayMs) % (7 * dayMs)) / hourMs + 168) % 168);
  if (months.size === 0) return hours[hour] ?? 1;
  const month = new Date(local).toISOString().slice(0, 7);
  return (hours[hour] ?? 1) * (months.get(month) ?? months.get(month.slice(5)) ?? 1);
}

/** What is known of a lead at its arrival, and the signals it gives. */
export interface Traits {
  readonly kind: LeadKind;
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly signals: readonly string[];
}

/** Draws a lead. */
export function drawTraits({ random, scheme, now }: Simulation, number: number): Traits | undefined {
  random.aim(purposes.kind, number, 0, 0);
  const kind = pick(scheme.kinds, random.next());
  if (kind === undefined) return undefined;
  const fields = new Map<string, FieldValue>();
  for (const draw of kind.fields) {
    random.aim(purposes.field, number, draw.number, 0);
    const origin = pick(draw.values, random.next());
    const value = origin === undefined ? undefined : drawValue(origin, now, random.next);
    if (value !== undefined) fields.set(draw.field, value);
  }
  return { kind, fields, signals: drawSignals({ random }, kind, { number, occurrence: 0 }) };
}

/** The signals a lead of this kind gives, each as often as it comes. */
export function drawSignals(
  { random }: Pick<Simulation, "random">,
  kind: LeadKind,
  { number, occurrence }: { readonly number: number; readonly occurrence: number },
): readonly string[] {
  return kind.signals.flatMap(({ signal, number: clause, times, share }) => {
    if (share < 1) {
      random.aim(purposes.signal, number, clause, occurrence);
      if (random.next() >= share) return [];
    }
    return Array.from({ length: times }, () => signal);
  });
}
