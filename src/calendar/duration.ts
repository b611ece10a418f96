/** A length of time as contracts write it; amounts are whole and positive. */
export type Duration =
  | {
      readonly kind: "business" | "calendar";
      readonly amount: number;
      readonly unit: "minutes" | "hours" | "days";
    }
  | { readonly kind: "months"; readonly amount: number }
  | { readonly kind: "end-of-business-day"; readonly next: boolean };

/** The largest amount a duration may have: 10,000 business days are 40 years, 10,000 months eight centuries. */
export const largestAmount = 10_000;

/** The canonical text of a duration in a contract, such as `1 business day`; `parseDuration` reads it back. */
export function printDuration(duration: Duration): string {
  switch (duration.kind) {
    case "end-of-business-day":
      return duration.next ? "end of next business day" : "end of business day";
    case "months":
      return `${duration.amount} ${inNumber("months", duration.amount)}`;
    case "business":
    case "calendar":
      return `${duration.amount} ${duration.kind} ${inNumber(duration.unit, duration.amount)}`;
    default:
      return duration satisfies never;
  }
}

function inNumber(plural: string, amount: number): string {
  return amount === 1 ? plural.slice(0, -1) : plural;
}
