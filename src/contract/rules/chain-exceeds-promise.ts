import { compareAlike, type Duration, describeInstant, printDuration } from "../../calendar/index.ts";
import { type Finding, finding, inBoth, type Language } from "../../diagnostics/index.ts";
import type { ClockOnCalendar } from "../analysis.ts";
import type { Contract, Handoff, Reason, Stage } from "../contract.ts";
import type { Id } from "../entry.ts";
import { receiverOf } from "../owing-role.ts";
import { deadlinesOf, durationsOf } from "../placed-deadlines.ts";
import { hasDamaged, type Rule, type RuleFacts } from "./rule.ts";

/**
 * SLA505: a reason that asks for touches over a time which the deadline or expiry around it never leaves, whatever the
 * start; or that asks for a touch where the first touch accepts the record.
 */
export const chainExceedsPromise: Rule = {
  codes: ["SLA505"],
  judges: "entry",
  check: (contract, facts) => {
    if (hasDamaged(facts, "the contract", "calendars", "roles", "priorities", "reasons")) return [];
    return [
      ...[...contract.handoffs.values()].flatMap((handoff) => judgeRefusals(contract, facts, handoff)),
      ...[...contract.stages.values()].flatMap((stage) => judgeExits(contract, facts, stage)),
    ];
  },
};

/** A time that a reason has to fit into, and where it is written. */
interface Limit {
  readonly name: string;
  readonly kind: "deadline" | "expiry";
  readonly path: Handoff["path"];
  /** The longest it may be, one per priority. */
  readonly durations: readonly Duration[];
}

function judgeRefusals(contract: Contract, facts: RuleFacts, handoff: Handoff): readonly Finding[] {
  const limits = deadlinesOf(contract, handoff)
    .filter(({ deadline }) => deadline.stops.kind === "decided")
    .map(({ deadline, name }) => limitOf(deadline.path, name, durationsOf(deadline)));
  const role = receiverOf(contract, handoff);
  return (handoff.feedback?.reasons ?? []).flatMap((id, index) => {
    const reason = contract.reasons.get(id);
    const place = [...handoff.path, "feedback", "reasons", index];
    if (reason?.onlyAfter === undefined) return [];
    const accepted = acceptedByTouch(contract, handoff, { reason, place });
    return accepted ?? tooShort(contract, { facts, role, reason, place, limits, holder: handoff });
  });
}

function limitOf(path: Handoff["path"], name: string, durations: readonly Duration[]): Limit {
  return { name, kind: "deadline", path, durations };
}

/** Where touching is accepting, no record that was touched can be refused; unless only some kinds of touch accept. */
function acceptedByTouch(
  contract: Contract,
  handoff: Handoff,
  { reason, place }: { readonly reason: Reason; readonly place: Handoff["path"] },
): readonly Finding[] | undefined {
  const isOpenToOthers = handoff.deadlines.some(({ counts }) => counts.length > 0);
  if (handoff.acceptance !== "first-touch" || isOpenToOthers) return undefined;
  const span = contract.locate.spanOf([...handoff.path, "acceptance"], "value");
  const args = {
    kind: "acceptance",
    reason: reason.id,
    needs: touchesOf(reason),
    limit: handoff.id,
    within: "",
  } as const;
  const related = [{ span, role: "conflicts-with" as const }];
  return [finding("SLA505", contract.locate.spanOf(place, "value"), args, { clause: handoff.path.join("."), related })];
}

function touchesOf({ onlyAfter }: Reason): string {
  const count = onlyAfter?.count ?? 0;
  return `${count} ${count === 1 ? "touch" : "touches"}`;
}

function judgeExits(contract: Contract, facts: RuleFacts, stage: Stage): readonly Finding[] {
  const { expires } = stage;
  const expiry: readonly Limit[] =
    expires === undefined
      ? []
      : [{ name: stage.id, kind: "expiry", path: [...stage.path, "expires"], durations: [expires.after] }];
  const deadlines = deadlinesOf(contract, stage)
    .filter(({ deadline }) => deadline.stops.kind === "left" && deadline.every === undefined)
    .map(({ deadline, name }) => limitOf(deadline.path, name, durationsOf(deadline)));
  const judge = (id: Id, place: Stage["path"], limits: readonly Limit[]) => {
    const reason = contract.reasons.get(id);
    return reason === undefined
      ? []
      : tooShort(contract, { facts, role: stage.owner, reason, place, limits, holder: stage });
  };
  return [
    ...stage.exitReasons.flatMap((id, index) =>
      judge(id, [...stage.path, "exitReasons", index], [...deadlines, ...expiry]),
    ),
    ...(expires === undefined ? [] : judge(expires.reason, [...stage.path, "expires", "reason"], expiry)),
  ];
}

interface Asked {
  readonly facts: RuleFacts;
  /** Whose calendar the time runs on. */
  readonly role: Id | undefined;
  readonly reason: Reason;
  readonly place: Handoff["path"];
  readonly limits: readonly Limit[];
  readonly holder: Handoff | Stage;
}

/** The first limit that the reason's time never fits into, from any start and for any priority. */
function tooShort(contract: Contract, asked: Asked): readonly Finding[] {
  const { facts, role, reason, place, limits, holder } = asked;
  const over = reason.onlyAfter?.over;
  const on = facts.analysis.clockOf(role);
  if (over === undefined || on === undefined) return [];
  for (const { kind, name, path, durations } of limits) {
    const within = longestThatNeverFits(on, durations, over);
    if (within === undefined) continue;
    const args = { kind, reason: reason.id, needs: printDuration(over), limit: name, within: printDuration(within) };
    const related = [
      { span: contract.locate.spanOf(path, "key"), role: "conflicts-with" as const },
      { span: contract.locate.spanOf([...reason.path, "onlyAfter"], "value"), role: "required-here" as const },
    ];
    const clause = holder.path.join(".");
    const extras = { clause, related, ...witnessOf(on, { within, over }) };
    return [finding("SLA505", contract.locate.spanOf(place, "value"), args, extras)];
  }
  return [];
}

/** The duration that comes closest where none ever is as long as the reason asks for; undefined where one may be. */
function longestThatNeverFits(
  { widestLead }: ClockOnCalendar,
  durations: readonly Duration[],
  over: Duration,
): Duration | undefined {
  if (durations.some((within) => (compareAlike(within, over) ?? -1) >= 0)) return undefined;
  const tried = durations.map((within) => ({ within, race: widestLead({ first: within, second: over }) }));
  const leads = tried.map(({ within, race }) => ({
    within,
    lead: race === undefined ? Number.POSITIVE_INFINITY : race.first - race.second,
  }));
  const closest = leads.sort((one, other) => other.lead - one.lead).at(0);
  return closest !== undefined && closest.lead < 0 ? closest.within : undefined;
}

/** A lead of the first opening of the year, with both dates. */
function witnessOf({ clock, zone, year }: ClockOnCalendar, { within, over }: { within: Duration; over: Duration }) {
  const start = clock.nextOpening(year().from);
  const due = start === undefined ? undefined : clock.dueAt(start, within);
  const earliest = start === undefined ? undefined : clock.dueAt(start, over);
  if (start === undefined || due === undefined || earliest === undefined) return {};
  return {
    witness: inBoth((language) => {
      const [from, to, then] = [start, due, earliest].map((instant) => describeInstant(instant, zone, language));
      return story[language](from ?? "", to ?? "", then ?? "");
    }),
  };
}

const story: Readonly<Record<Language, (start: string, due: string, earliest: string) => string>> = {
  en: (start, due, earliest) =>
    `a lead of ${start}: the time is over on ${due}, the reason can be given from ${earliest} on`,
  fr: (start, due, earliest) =>
    `un lead du ${start}\u00a0: le délai prend fin le ${due}, le motif ne peut être donné qu'à partir du ${earliest}`,
};
