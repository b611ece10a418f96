import type { Instant } from "../calendar/index.ts";
import { type Clock, type RecordState, responsibleNow, verdictOf, type World } from "../journey/index.ts";
import type { Moments } from "./moments.ts";

/** How a fact about a record stands, in the words of tests. */
export function observe(world: World, record: RecordState | undefined, fact: string, moments: Moments): string {
  if (record === undefined) return "none";
  const [head = "", ...rest] = fact.split(".");
  const name = rest.join(".");
  switch (head) {
    case "deadlines":
      return deadlineVerdict(record, name, world.now);
    case "due":
      return dueTime(record, name, moments);
    case "handoffs":
      return record.episodes.findLast(({ handoff }) => handoff.id === name)?.status ?? "none";
    case "returns":
      return String(record.returns.get(name)?.length ?? 0);
    case "linked":
      return record.valuation.linked.get(name)?.at(-1) ?? "none";
    default:
      return plainFacts[head]?.(record, { world, moments }) ?? "none";
  }
}

type Observation = (record: RecordState, context: { readonly world: World; readonly moments: Moments }) => string;

const plainFacts: Readonly<Record<string, Observation>> = {
  stage: (record) => (record.isGone === true ? "none" : (record.stage?.stage.id ?? "none")),
  status: ({ status }) => status ?? "none",
  owner: ({ owner }) => owner.person ?? owner.role ?? "nobody",
  responsible: (record, { world }) => responsibleNow(world, record)?.holder.role ?? "nobody",
  priority: ({ episodes }) => episodes.at(-1)?.priority ?? "none",
  reason: ({ lastReason }) => lastReason ?? "none",
  hollow: ({ episodes }) => String(episodes.at(-1)?.isHollow === true),
  restsUntil: ({ coolOffUntil }, { moments }) => (coolOffUntil === undefined ? "none" : moments.write(coolOffUntil)),
  expires: ({ expiresAt }, { moments }) => (expiresAt === undefined ? "never" : moments.write(expiresAt)),
};

function deadlineVerdict(record: RecordState, name: string, now: Instant): string {
  const clock = latestClock(record, name);
  return clock === undefined ? "none" : verdictOf(clock, now);
}

function dueTime(record: RecordState, name: string, moments: Moments): string {
  const clock = latestClock(record, name);
  return clock === undefined ? "none" : moments.write(clock.due);
}

/** The clock of that name that still runs, else the last: those taken over in a merge come after those let go for them. */
export function latestClock(record: RecordState, name: string): Clock | undefined {
  const clocks = [...record.episodes.flatMap((episode) => episode.clocks), ...record.stageClocks];
  const named = clocks.filter((clock) => clock.name === name);
  return named.findLast(({ final }) => final === undefined) ?? named.at(-1);
}
