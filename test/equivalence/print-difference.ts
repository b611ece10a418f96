import type { Account, ExpectedAccount } from "./account.ts";
import type { Act } from "./act.ts";
import type { Difference } from "./compare-accounts.ts";

const width = 64;

/** A counter-example as a person reads it: what was done, and on each track that differs, both sides beside each other. */
export function printDifference(
  { acts, zone }: { readonly acts: readonly Act[]; readonly zone: string },
  { expected, actual }: { readonly expected: ExpectedAccount; readonly actual: Account },
  differences: readonly Difference[],
): string {
  const when = clockOf(zone);
  const lines = ["What was done:", ...acts.map((act) => `  ${when(act.at)}  ${describe(act)}`)];
  for (const { key, why } of differences) {
    lines.push("", `${key}: ${why}`, `${"  the contract says".padEnd(width)}the portal shows`);
    const says = (expected.get(key) ?? []).map(
      ({ value, from, to, isOptional }) => `  ${when(from)} … ${when(to)} ${value}${isOptional ? " (or not)" : ""}`,
    );
    const shows = (actual.get(key) ?? []).map(({ value, at }) => `${when(at)} ${value}`);
    for (let row = 0; row < Math.max(says.length, shows.length); row += 1)
      lines.push((says[row] ?? "").padEnd(width) + (shows[row] ?? ""));
  }
  return lines.join("\n");
}

function clockOf(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
    return `${part("weekday")} ${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}:${part("second")}`;
  };
}

function describe({ kind, at: _at, ...rest }: Act): string {
  const details = Object.entries(rest).map(
    ([name, value]) => `${name} ${value instanceof Map ? JSON.stringify(Object.fromEntries(value)) : String(value)}`,
  );
  return [kind, ...details].join(", ");
}
