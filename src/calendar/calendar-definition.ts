/** A day of the week, as contracts write it. */
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** The weekdays from Monday to Sunday. */
export const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Opening hours of one day: minutes after local midnight, half-open, 0 to 1440. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * Hours that replace the usual ones from one date to another, both included; no hours means closed.
 * `days: "working"` touches only days that would be open without it; `"all"` also opens closed weekdays and holidays.
 * Where several cover a day, the last written that touches it wins.
 */
export interface CalendarException {
  readonly from: string;
  readonly to: string;
  readonly hours: readonly Interval[];
  readonly days: "working" | "all";
}

/** When an office is open. Dates are written `2027-01-01`; a weekday without hours is closed. */
export interface CalendarDefinition {
  /** IANA name, such as `Europe/Paris`. */
  readonly timezone: string;
  readonly hours: Readonly<Partial<Record<Weekday, readonly Interval[]>>>;
  readonly holidays: readonly string[];
  readonly exceptions: readonly CalendarException[];
}
