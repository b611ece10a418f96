import { type Period, periodsFrom } from "../../calendar/index.ts";
import { type Finding, finding, inBoth, type Language } from "../../diagnostics/index.ts";
import type { ClockOnCalendar } from "../analysis.ts";
import type { Contract, Role } from "../contract.ts";
import type { Id } from "../entry.ts";
import { leavingHandoffs } from "../lifecycle.ts";
import type { Bound, Commitment } from "../obligations.ts";
import { receiverOf } from "../owing-role.ts";
import { hasDamaged, type Rule, type RuleFacts } from "./rule.ts";

/**
 * SLA511: the records that the sending side promises are more than the receiving role can treat at its capacity, in some
 * period of the year. Each position counts for one person: where an environment gives a role to a team, how many there
 * are is not known, and nothing is said.
 */
export const capacityExceeded: Rule = {
  codes: ["SLA511"],
  judges: "entry",
  check: (contract, facts) => {
    if (hasDamaged(facts, "the contract", "calendars", "roles", "stages", "handoffs", "environments")) return [];
    return [...contract.roles.values()].flatMap((role) => judge(contract, facts, role));
  },
};

function judge(contract: Contract, facts: RuleFacts, role: Role): readonly Finding[] {
  const on = facts.analysis.clockOf(role.id);
  const positions = positionsOf(contract, role.id);
  if (role.capacity === undefined || on === undefined || positions.some((id) => isTeam(contract, id))) return [];
  const promised = [...contract.commitments.values()].filter((commitment) => isOwedTo(contract, commitment, role.id));
  const lengths = new Set(promised.map(({ per }) => per));
  const loads = [...lengths].flatMap((per) => {
    const together = promised.filter((commitment) => commitment.per === per);
    return periodsFrom(contract.effective, per).map((period) => loadOf(on, together, period));
  });
  const [worst] = loads.sort((one, other) => perDay(other) - perDay(one));
  if (worst === undefined || perDay(worst) <= role.capacity * positions.length) return [];
  return [report(contract, { ...role, capacity: role.capacity }, { load: worst, positions: positions.length })];
}

/** The roles that stand for people: a role with members is held by those. */
function positionsOf(contract: Contract, role: Id): readonly Id[] {
  const found = new Set([role]);
  // A set visits what is added while it is walked.
  for (const one of found) for (const member of contract.roles.get(one)?.members ?? []) found.add(member);
  return [...found].filter((one) => (contract.roles.get(one)?.members ?? []).length === 0);
}

function isTeam(contract: Contract, role: Id): boolean {
  return [...contract.environments.values()].some(({ people }) => people.get(role)?.team !== undefined);
}

/** True where every record that enters the measured stage is handed to this role. */
function isOwedTo(contract: Contract, { measure, of }: Commitment, role: Id): boolean {
  if (measure !== "entered") return false;
  const handoffs = leavingHandoffs(contract, of);
  return handoffs.length > 0 && handoffs.every((handoff) => receiverOf(contract, handoff) === role);
}

/** What is promised for a period, and the days there are for it. */
interface Load {
  readonly period: Period;
  readonly records: number;
  readonly days: number;
  readonly commitments: readonly Commitment[];
}

function loadOf({ clock }: ClockOnCalendar, commitments: readonly Commitment[], period: Period): Load {
  const counts = commitments.map(({ bound, except }) => most(except.get(period.name) ?? bound));
  const records = counts.reduce((total, count) => total + count, 0);
  return { period, records, days: clock.businessDaysBetween(period.from, period.to), commitments };
}

/** The most that both sides agreed on: the upper end of a range, and what is promised at least. */
function most(bound: Bound): number {
  const quantity = bound.kind === "between" ? bound.high : bound.value;
  return quantity.kind === "count" && bound.kind !== "at-most" ? quantity.value : 0;
}

/** Records per working day; none where the office is closed throughout. */
function perDay({ records, days }: Load): number {
  return days === 0 ? 0 : records / days;
}

function report(
  contract: Contract,
  role: Role & { readonly capacity: number },
  { load, positions }: { readonly load: Load; readonly positions: number },
): Finding {
  const [first, ...others] = load.commitments.map(({ path }) => path);
  const place = first ?? role.path;
  const args = {
    role: role.id,
    records: load.records,
    period: load.period.name,
    people: Math.ceil(perDay(load) / role.capacity),
    positions,
    capacity: role.capacity,
  };
  return finding("SLA511", contract.locate.spanOf(place, "key"), args, {
    clause: place.join("."),
    related: [
      { span: contract.locate.spanOf([...role.path, "capacity"], "value"), role: "conflicts-with" },
      ...others.map((path) => ({ span: contract.locate.spanOf(path, "key"), role: "conflicts-with" as const })),
    ],
    witness: inBoth((language) => sums[language](load, role.capacity * positions)),
  });
}

const sums: Readonly<Record<Language, (load: Load, perDay: number) => string>> = {
  en: (load, capacity) =>
    `${load.period.name}: ${load.records} leads over ${load.days} working days are ${rounded(load)} a day, against ${capacity}`,
  fr: (load, capacity) =>
    `${load.period.name}\u00a0: ${load.records} leads sur ${load.days} jours ouvrés font ${rounded(load).replace(".", ",")} par jour, contre ${capacity}`,
};

function rounded(load: Load): string {
  return String(Math.round(perDay(load) * 10) / 10);
}
