import type { Instant } from "../calendar/index.ts";
import type { Clock, Notice, Step, StepKind, Verdict } from "../journey/index.ts";
import { verdictOf } from "../journey/index.ts";
import type { Played } from "./play.ts";
import type { Side, Versions } from "./version.ts";

/** What a moment of a journey is about; the first weighs most. */
export type Matter = "stage" | "handoff" | "outcome" | "priority" | "owner" | "lateness" | "people" | "note";

/** The matters, the weightiest first. */
export const matters: readonly Matter[] = [
  "stage",
  "handoff",
  "outcome",
  "priority",
  "owner",
  "lateness",
  "people",
  "note",
];

/** Something that happened to a lead, in words that both versions share. */
export interface Moment {
  readonly at: Instant;
  readonly matter: Matter;
  /** The same for what is the same in both versions. */
  readonly key: string;
  readonly source: MomentSource;
}

/** What a moment tells of. */
export type MomentSource =
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "notice"; readonly notice: Notice }
  | { readonly kind: "clock"; readonly clock: Clock; readonly verdict: Verdict };

/** A clock by its shared name, and how it stands at the end. */
export interface JudgedClock {
  readonly name: string;
  readonly clock: Clock;
  readonly verdict: Verdict;
}

const matterOfStep: Readonly<Partial<Record<StepKind, Matter>>> = {
  entered: "stage",
  opened: "handoff",
  received: "outcome",
  accepted: "outcome",
  decided: "outcome",
  refused: "outcome",
  withdrawn: "outcome",
  expired: "outcome",
  departed: "outcome",
  returned: "outcome",
  priority: "priority",
  reassigned: "owner",
  noted: "note",
};

/** What happened and who was told, in order of time, without the clocks. */
export function momentsOf(played: Played, side: Side, versions: Versions): readonly Moment[] {
  const shared = sharedNames(side, versions);
  const recordOf = (id: string) => played.names.get(id) ?? id;
  const steps = played.steps.flatMap((step): readonly Moment[] => {
    const matter = matterOfStep[step.kind];
    if (matter === undefined) return [];
    const { kind, stage, handoff, reason, priority, note, by, record } = step;
    const who = kind === "reassigned" ? by : undefined;
    const said = [
      kind,
      recordOf(record),
      shared("stage", kind === "noted" ? undefined : stage),
      handoff,
      reason,
      priority,
      note,
      who,
    ];
    return [{ at: step.at, matter, key: JSON.stringify(said), source: { kind: "step", step } }];
  });
  const notices = played.notices.map((notice): Moment => {
    const { at, kind, record, to, clock, share } = notice;
    const key = JSON.stringify([kind, recordOf(record), to, clockName(clock, shared), share]);
    return { at, matter: "people", key, source: { kind: "notice", notice } };
  });
  return [...steps, ...notices].toSorted((one, other) => one.at - other.at);
}

/** Every clock that ran for the lead, in the order in which they started. */
export function clocksOf({ world }: Played, side: Side, versions: Versions): readonly JudgedClock[] {
  const shared = sharedNames(side, versions);
  return [...world.records.values()]
    .flatMap(({ episodes, stageClocks }) => [...episodes.flatMap(({ clocks }) => clocks), ...stageClocks])
    .toSorted((one, other) => one.startedAt - other.startedAt)
    .map((clock) => ({ name: clockName(clock, shared), clock, verdict: verdictOf(clock, world.now) }));
}

type Shared = (kind: "stage", id: string | undefined) => string | undefined;

/** Ids as the later version has them: a stage that was renamed is the same stage. */
export function sharedNames(side: Side, { after }: Versions): Shared {
  return (kind, id) => (id === undefined || side === "after" ? id : (after.reading.names.find(kind, id) ?? id));
}

function clockName({ name, episode }: Clock, shared: Shared): string {
  if (episode !== undefined) return name;
  const [owner = "", ...rest] = name.split(".");
  return [shared("stage", owner) ?? owner, ...rest].join(".");
}
