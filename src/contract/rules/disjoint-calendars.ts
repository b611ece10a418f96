import { describeWait, type OpenInterval } from "../../calendar/index.ts";
import { type Finding, finding, inBoth } from "../../diagnostics/index.ts";
import type { ClockOnCalendar } from "../analysis.ts";
import type { Contract, Handoff, Stage } from "../contract.ts";
import type { Id } from "../entry.ts";
import { receiverOf, senderOf } from "../owing-role.ts";
import { deadlinesOf } from "../placed-deadlines.ts";
import { textIn } from "../text-in.ts";
import { hasDamaged, type Rule } from "./rule.ts";

/** SLA510: two roles that have to work with one another, whose calendars share no open hour in the contract's year. */
export const disjointCalendars: Rule = {
  codes: ["SLA510"],
  judges: "entry",
  check: (contract, facts) => {
    if (contract.calendars.size < 2 || hasDamaged(facts, "the contract", "calendars", "roles", "stages")) return [];
    const neverMeet = createMeetings();
    return pairsOf(contract).flatMap((pair) => {
      const [one, other] = [facts.analysis.clockOf(pair.one), facts.analysis.clockOf(pair.other)];
      if (one === undefined || other === undefined || !neverMeet(one, other)) return [];
      return [report(contract, pair, { one, other })];
    });
  },
};

/** Why two roles need a common hour. */
type Together = "handoff" | "escalation" | "backup";

interface Pair {
  readonly one: Id;
  readonly other: Id;
  readonly together: Together;
  readonly path: Handoff["path"];
  readonly clause: Handoff["path"];
}

/** Who has to work with whom; two roles once, for the closest of the reasons. */
function pairsOf(contract: Contract): readonly Pair[] {
  const handoffs = [...contract.handoffs.values()];
  const pairs = [
    ...handoffs.flatMap((handoff) => handing(contract, handoff)),
    ...[...handoffs, ...contract.stages.values()].flatMap((holder) => escalating(contract, holder)),
    ...[...contract.roles.values()].flatMap(({ id, path, backup }): readonly Pair[] =>
      backup === undefined
        ? []
        : [{ one: id, other: backup, together: "backup", path: [...path, "backup"], clause: path }],
    ),
  ];
  const keys = new Set<string>();
  return pairs.filter(({ one, other }) => {
    const key = [one, other].sort().join(" ");
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

function handing(contract: Contract, handoff: Handoff): readonly Pair[] {
  const [one, other] = [senderOf(contract, handoff), receiverOf(contract, handoff)];
  if (one === undefined || other === undefined) return [];
  return [{ one, other, together: "handoff", path: [...handoff.path, "to"], clause: handoff.path }];
}

function escalating(contract: Contract, holder: Handoff | Stage): readonly Pair[] {
  return deadlinesOf(contract, holder).flatMap(({ deadline, owedBy }) =>
    deadline.escalate.flatMap(({ path, notify, reassign }): readonly Pair[] => {
      const others = [...notify.map((role) => ({ role, key: "notify" })), { role: reassign, key: "reassign" }];
      return others.flatMap(({ role, key }) =>
        owedBy === undefined || role === undefined || !contract.roles.has(role)
          ? []
          : [{ one: owedBy, other: role, together: "escalation", path: [...path, key], clause: deadline.path }],
      );
    }),
  );
}

/** Whether two calendars never are open together, worked out once for each two. */
function createMeetings(): (one: ClockOnCalendar, other: ClockOnCalendar) => boolean {
  const known = new Map<string, boolean>();
  return (one, other) => {
    if (one.calendar.id === other.calendar.id) return false;
    const key = [one.calendar.id, other.calendar.id].sort().join(" ");
    const answer = known.get(key) ?? !meet(openOf(one), openOf(other));
    known.set(key, answer);
    return answer;
  };
  function openOf({ clock, year }: ClockOnCalendar): readonly OpenInterval[] {
    const { from, to } = year();
    return clock.openIntervals(from, to);
  }
}

/** True where two lists of intervals, each in order, have an instant in common. */
function meet(ones: readonly OpenInterval[], others: readonly OpenInterval[]): boolean {
  let position = 0;
  return ones.some((one) => {
    while ((others[position]?.to ?? Number.POSITIVE_INFINITY) <= one.from) position += 1;
    const other = others[position];
    return other !== undefined && other.from < one.to;
  });
}

function report(
  contract: Contract,
  { one, other, together, path, clause }: Pair,
  clocks: { readonly one: ClockOnCalendar; readonly other: ClockOnCalendar },
): Finding {
  const related = [one, other]
    .filter((role) => contract.roles.get(role)?.calendar !== undefined)
    .map((role) => ({
      span: contract.locate.spanOf(["roles", role, "calendar"], "value"),
      role: "defined-here" as const,
    }));
  const witness = inBoth((language) => {
    const said = ([role, on]: readonly [Id, ClockOnCalendar]) => {
      const label = textIn(contract, contract.roles.get(role)?.label, language);
      const opening = firstOpening(on);
      const colon = language === "fr" ? "\u00a0: " : ": ";
      return opening === undefined ? [] : [`${label}${colon}${describeWait(opening, clocks.one.zone, language)}`];
    };
    const spoken = [[one, clocks.one] as const, [other, clocks.other] as const].flatMap(said);
    return spoken.join(language === "fr" ? "\u202f; " : "; ");
  });
  return finding(
    "SLA510",
    contract.locate.spanOf(path, "value"),
    { one, other, together },
    {
      clause: clause.join("."),
      related,
      witness,
    },
  );
}

/** From the first opening of the year to the last closing of that day. */
function firstOpening({ clock, year }: ClockOnCalendar) {
  const start = clock.nextOpening(year().from);
  const due = start === undefined ? undefined : clock.dueAt(start, { kind: "end-of-business-day", next: false });
  return start === undefined || due === undefined ? undefined : { start, due };
}
