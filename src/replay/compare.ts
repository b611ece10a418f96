import type { Instant } from "../calendar/index.ts";
import type { Verdict } from "../journey/index.ts";
import type { Played } from "./play.ts";
import { clocksOf, type JudgedClock, type Matter, type Moment, matters, momentsOf } from "./timeline.ts";
import type { Side, Versions } from "./version.ts";

/** In which way a lead is treated differently. */
export type DifferenceKind =
  | "stage"
  | "handoff"
  | "outcome"
  | "destination"
  | "lateness"
  | "priority"
  | "owner"
  | "people"
  | "note"
  | "time";

/** Every kind, in the order people are told about them. */
export const differenceKinds: readonly DifferenceKind[] = [
  "stage",
  "handoff",
  "outcome",
  "destination",
  "lateness",
  "priority",
  "owner",
  "people",
  "note",
  "time",
];

/** The first moment at which the two versions part: what each does then, and when the other does it after all. */
export interface Parting {
  readonly at: Instant;
  readonly matter: Matter;
  readonly before?: Moment;
  readonly after?: Moment;
  readonly later?: { readonly side: Side; readonly at: Instant };
}

/** How a lead was treated under both versions. */
export interface Comparison {
  readonly kinds: ReadonlySet<DifferenceKind>;
  readonly parting?: Parting;
  /** How every deadline ended, by its name. */
  readonly verdicts: Readonly<Record<Side, readonly (readonly [name: string, verdict: Verdict])[]>>;
}

/** Compares what became of a lead under both versions; a promise kept in less time than was given is no difference. */
export function compare(before: Played, after: Played, versions: Versions): Comparison {
  const moments = { before: momentsOf(before, "before", versions), after: momentsOf(after, "after", versions) };
  const clocks = { before: clocksOf(before, "before", versions), after: clocksOf(after, "after", versions) };
  const late = lateMoments(clocks);
  const all = {
    before: [...moments.before, ...late.before],
    after: [...moments.after, ...late.after],
  };
  const parting = findParting(all);
  const verdictsOf = (side: Side) => clocks[side].map(({ name, verdict }) => [name, verdict] as const);
  return {
    kinds: parting === undefined ? new Set() : kindsOf(moments, late.before.length > 0),
    ...(parting === undefined ? {} : { parting }),
    verdicts: { before: verdictsOf("before"), after: verdictsOf("after") },
  };
}

type Both<T> = Readonly<Record<Side, T>>;

/** In which ways two versions that part do so; at least by the time of what they do. */
function kindsOf(moments: Both<readonly Moment[]>, isLate: boolean): ReadonlySet<DifferenceKind> {
  const kinds = new Set<DifferenceKind>();
  for (const matter of matters) {
    const keys = (side: Side) => moments[side].filter((one) => one.matter === matter).map(({ key }) => key);
    // Whoever is told at one moment is told in no order.
    const inOrder = (list: readonly string[]) => JSON.stringify(matter === "people" ? list.toSorted() : list);
    if (inOrder(keys("before")) !== inOrder(keys("after"))) kinds.add(matter);
  }
  if (leadElsewhere(moments)) kinds.add("destination");
  if (isLate) kinds.add("lateness");
  if (kinds.size === 0) kinds.add("time");
  return new Set(differenceKinds.filter((kind) => kinds.has(kind)));
}

/** Whether a reason takes the lead to one stage under one version and to another under the other. */
function leadElsewhere(moments: Both<readonly Moment[]>): boolean {
  const before = destinations(moments.before);
  return [...destinations(moments.after)].some(([reason, stage]) => (before.get(reason) ?? stage) !== stage);
}

/** The first stage that each reason led to; `sender` where it went back. */
function destinations(moments: readonly Moment[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { source, key } of moments) {
    if (source.kind !== "step" || source.step.reason === undefined || found.has(source.step.reason)) continue;
    const { kind, reason, clause } = source.step;
    if (kind === "entered") found.set(reason, JSON.parse(key)[2]);
    if (kind === "returned" && clause.endsWith(".moveTo")) found.set(reason, "sender");
  }
  return found;
}

/** Deadlines that both versions have and that ended otherwise; a moment for each side of each. */
function lateMoments(clocks: Both<readonly JudgedClock[]>): Both<readonly Moment[]> {
  const others = byTurn(clocks.after);
  const pairs = [...byTurn(clocks.before)].flatMap(([turn, one]) => {
    const other = others.get(turn);
    return other === undefined || other.verdict === one.verdict ? [] : [[one, other] as const];
  });
  return { before: pairs.map(([one]) => lateMoment(one)), after: pairs.map(([, other]) => lateMoment(other)) };
}

/** The first, second … clock of each name. */
function byTurn(clocks: readonly JudgedClock[]): ReadonlyMap<string, JudgedClock> {
  const turns = new Map<string, number>();
  return new Map(
    clocks.map((judged) => {
      const turn = (turns.get(judged.name) ?? 0) + 1;
      turns.set(judged.name, turn);
      return [`${judged.name} ${turn}`, judged];
    }),
  );
}

function lateMoment({ name, clock, verdict }: JudgedClock): Moment {
  const at = clock.stoppedAt ?? clock.due;
  return { at, matter: "lateness", key: JSON.stringify([name, verdict]), source: { kind: "clock", clock, verdict } };
}

function findParting(moments: Both<readonly Moment[]>): Parting | undefined {
  const alone = { before: without(moments.before, moments.after), after: without(moments.after, moments.before) };
  const at = Math.min(...[...alone.before, ...alone.after].map((one) => one.at));
  if (!Number.isFinite(at)) return undefined;
  const now = [...alone.before, ...alone.after].filter((one) => one.at === at);
  const matter = matters.find((one) => now.some((moment) => moment.matter === one)) ?? "note";
  const find = (side: Side) => alone[side].find((one) => one.at === at && one.matter === matter);
  const before = find("before") ?? pairOf(alone.before, { matter, shown: find("after") });
  const after = find("after") ?? pairOf(alone.after, { matter, shown: find("before") });
  const later = laterOf(alone, { before, after });
  return {
    at,
    matter,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(later === undefined ? {} : { later }),
  };
}

/** A deadline that ended otherwise ended at another time: the two belong together. */
function pairOf(
  moments: readonly Moment[],
  { matter, shown }: { readonly matter: Matter; readonly shown: Moment | undefined },
): Moment | undefined {
  if (matter !== "lateness" || shown === undefined) return undefined;
  const [name] = JSON.parse(shown.key);
  return moments.find((one) => one.matter === matter && JSON.parse(one.key)[0] === name);
}

function laterOf(
  alone: Both<readonly Moment[]>,
  { before, after }: { readonly before: Moment | undefined; readonly after: Moment | undefined },
): Parting["later"] {
  const shown = before ?? after;
  if (shown === undefined || (before !== undefined && after !== undefined)) return undefined;
  const side = before === undefined ? "before" : "after";
  const same = alone[side].find(({ key }) => key === shown.key);
  return same === undefined ? undefined : { side, at: same.at };
}

/** The moments of one side that the other does not have at the same time. */
function without(moments: readonly Moment[], others: readonly Moment[]): readonly Moment[] {
  const left = new Map<string, number>();
  const keyOf = ({ at, key }: Moment) => `${at} ${key}`;
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return moments.filter((moment) => {
    const count = left.get(keyOf(moment)) ?? 0;
    left.set(keyOf(moment), count - 1);
    return count <= 0;
  });
}
