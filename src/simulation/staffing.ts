import type { Id } from "../contract/index.ts";
import type { Terms } from "../journey/index.ts";

/** How many people work in a role, and who says so. */
export interface Staffing {
  readonly role: Id;
  readonly people: number;
  readonly source: "asked" | "profile" | "capacity" | "default";
}

/** What staffing is worked out from. */
export interface StaffingInput {
  readonly asked: ReadonlyMap<Id, number>;
  readonly profile: ReadonlyMap<Id, number>;
  readonly perDay: number;
}

/**
 * The people of every role: as asked, else as the profile says, else as many as its capacity needs for all leads, else
 * one. A role with members has people of its own only where somebody says so: its members do its work.
 */
export function staffingOf(terms: Terms, { asked, profile, perDay }: StaffingInput): readonly Staffing[] {
  const perWorkingDay = (perDay * 365) / workingDays(terms);
  return [...terms.contract.roles.values()].flatMap(({ id: role, capacity, members }): readonly Staffing[] => {
    const wanted = asked.get(role);
    if (wanted !== undefined) return [{ role, people: wanted, source: "asked" }];
    const known = profile.get(role);
    if (known !== undefined) return [{ role, people: known, source: "profile" }];
    if (members.length > 0) return [];
    if (capacity === undefined) return [{ role, people: 1, source: "default" }];
    return [{ role, people: Math.max(1, Math.ceil(perWorkingDay / capacity)), source: "capacity" }];
  });
}

const dayMs = 86_400_000;

function workingDays({ clock, effectiveAt: start }: Terms): number {
  const days = clock
    .openIntervals(start, start + 365 * dayMs)
    .map(({ from }) => Math.floor(clock.zone.localAt(from) / dayMs));
  return Math.max(1, new Set(days).size);
}
