import {
  compareAlike,
  type Duration,
  describeDuration,
  describeWait,
  elapsed,
  printDuration,
  shortestWait,
  type Wait,
  type WorstWaits,
} from "../../calendar/index.ts";
import { type Bilingual, type Finding, finding, inBoth, type Language } from "../../diagnostics/index.ts";
import type { ClockOnCalendar } from "../analysis.ts";
import type { Contract, Deadline } from "../contract.ts";
import type { Id } from "../entry.ts";
import { durationsOf, isBusinessTime, type PlacedDeadline, placedDeadlines } from "../placed-deadlines.ts";
import { textIn } from "../text-in.ts";
import { hasDamaged, type Rule } from "./rule.ts";

const minuteMs = 60_000;

/** SLA506: the longest that a deadline in business time can take; a warning where a record waits beyond what governance allows. */
export const worstCase: Rule = {
  codes: ["SLA506"],
  judges: "entry",
  check: (contract, facts) => {
    if (hasDamaged(facts, "the contract", "calendars", "roles", "priorities")) return [];
    return placedDeadlines(contract).flatMap((placed) => {
      const on = facts.analysis.clockOf(placed.owedBy);
      if (on === undefined) return [];
      return tooLong(contract, placed, on) ?? longest(contract, placed, on);
    });
  },
};

/** A duration of a deadline and, where each priority has its own, whose it is. */
interface Run {
  readonly duration: Duration;
  readonly priority?: Id;
}

function runsOf(deadline: Deadline): readonly Run[] {
  if (deadline.within?.kind !== "by-priority") return durationsOf(deadline).map((duration) => ({ duration }));
  return [...deadline.within.durations].map(([priority, duration]) => ({ priority, duration }));
}

function longest(contract: Contract, placed: PlacedDeadline, on: ClockOnCalendar): readonly Finding[] {
  const runs = runsOf(placed.deadline)
    .filter(({ duration }) => isBusinessTime(duration))
    .map((run) => ({ run, worst: on.worstWaits(run.duration) }))
    .sort((one, other) => longestOf(other.worst) - longestOf(one.worst));
  const [worst] = runs;
  if (worst === undefined || longestOf(worst.worst) === 0) return [];
  const { run } = worst;
  const { whileOpen, whileClosed } = worst.worst;
  const witness = inBoth((language) =>
    [
      ...(whileOpen === undefined ? [] : [describeWait(whileOpen, on.zone, language)]),
      ...(whileClosed === undefined ? [] : [closedWords[language](describeWait(whileClosed, on.zone, language))]),
    ].join(separators[language]),
  );
  return [
    report(contract, placed, {
      run,
      witness: forPriority(contract, run, witness),
      openMinutes: minutesOf(whileOpen),
      closedMinutes: minutesOf(whileClosed),
    }),
  ];
}

const separators: Bilingual = { en: "; ", fr: "\u202f; " };
const closedWords: Readonly<Record<Language, (wait: string) => string>> = {
  en: (wait) => `for a lead that comes while you are closed: ${wait}`,
  fr: (wait) => `pour un lead qui arrive quand vous êtes fermés\u00a0: ${wait}`,
};

function minutesOf(wait: Wait | undefined): number {
  return wait === undefined ? 0 : Math.round(elapsed(wait) / minuteMs);
}

function longestOf({ whileOpen, whileClosed }: WorstWaits): number {
  return Math.max(minutesOf(whileOpen), minutesOf(whileClosed));
}

/** Says whose time it is where each priority has its own. */
function forPriority(contract: Contract, { priority }: Run, witness: Bilingual): Bilingual {
  const entry = contract.priorities.get(priority ?? "");
  if (entry === undefined) return witness;
  return inBoth((language) => {
    const colon = language === "fr" ? "\u00a0: " : ": ";
    return `${textIn(contract, entry.label, language)}${colon}${witness[language]}`;
  });
}

/** Only a record that nobody has taken up waits: the time a stage gives for its work is not a wait. */
function isWait({ holder, deadline }: PlacedDeadline): boolean {
  return "to" in holder || deadline.stops.kind === "touched";
}

function tooLong(
  contract: Contract,
  placed: PlacedDeadline,
  { zone, widestLead, worstWaits }: ClockOnCalendar,
): readonly Finding[] | undefined {
  const limit = contract.governance.worstWait;
  if (limit === undefined || !isWait(placed)) return undefined;
  const atLeast = shortestWait(limit) / minuteMs;
  const runs = runsOf(placed.deadline).filter(
    ({ duration }) => (compareAlike(duration, limit) ?? 1) > 0 && longestOf(worstWaits(duration)) > atLeast,
  );
  const races = runs.flatMap((run) => {
    const race = widestLead({ first: run.duration, second: limit });
    return race === undefined || race.first <= race.second ? [] : [{ run, race, beyond: race.first - race.second }];
  });
  const [worst] = races.sort((one, other) => other.beyond - one.beyond);
  if (worst === undefined) return undefined;
  const { run, race } = worst;
  const wait = { start: race.start, due: race.first };
  const witness = inBoth((language) => {
    const until = describeWait({ start: race.start, due: race.second }, zone, language);
    return `${describeWait(wait, zone, language)}${separators[language]}${allowed[language](describeDuration(limit, language), until)}`;
  });
  return [
    report(contract, placed, {
      run,
      witness: forPriority(contract, run, witness),
      openMinutes: minutesOf(wait),
      closedMinutes: 0,
      limit,
    }),
  ];
}

const allowed: Readonly<Record<Language, (limit: string, until: string) => string>> = {
  en: (limit, until) => `the longest acceptable wait, ${limit}: ${until}`,
  fr: (limit, until) => `l'attente maximale admise, ${limit}\u00a0: ${until}`,
};

interface Reported {
  readonly run: Run;
  readonly witness: Bilingual;
  readonly openMinutes: number;
  readonly closedMinutes: number;
  readonly limit?: Duration;
}

function report(contract: Contract, { deadline, name }: PlacedDeadline, reported: Reported): Finding {
  const { run, witness, openMinutes, closedMinutes, limit } = reported;
  const place = (path: Deadline["path"]) => contract.locate.spanOf(path, "key");
  const args = {
    deadline: name,
    within: printDuration(run.duration),
    priority: run.priority ?? "",
    openMinutes,
    closedMinutes,
    limit: limit === undefined ? "" : printDuration(limit),
  };
  const clause = deadline.path.join(".");
  if (limit === undefined) return finding("SLA506", place(deadline.path), args, { clause, witness });
  const related = [{ span: place(["governance", "worstWait"]), role: "conflicts-with" as const }];
  return finding("SLA506", place(deadline.path), args, { clause, witness, severity: "warning", related });
}
