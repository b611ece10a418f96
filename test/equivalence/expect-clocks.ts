import type { BusinessClock, Duration } from "../../src/calendar/index.ts";
import type { Clock, Step } from "../../src/journey/index.ts";
import type { Bounded, ExpectationScene, Told } from "./expect-account.ts";
import type { StartedClock } from "./observe-journey.ts";
import { latest, type StatedError, statedError } from "./stated-errors.ts";
import type { Subject } from "./subject.ts";

/** A clock of a handoff in its whole course: a newcomer's fresh clocks are no clocks of their own in a portal. */
interface Course {
  readonly start: Bounded;
  readonly started: StartedClock;
  /** When it stopped or was let go, exactly and at the latest; undefined where it still runs. */
  readonly stop: Bounded | undefined;
  readonly office: BusinessClock;
  readonly within: Duration;
}

/** The due times that must be shown. */
export function expectDue(scene: ExpectationScene, bounded: readonly Bounded[]): readonly Told[] {
  return coursesOf(scene, bounded).map((course) => {
    const { started, stop } = course;
    const { name, clause } = started.clock;
    const to = dueLimit(scene, course);
    // Workflows stamp it at the next opening: until then the handoff may be closed.
    const stamped = latest(
      course.office,
      course.office.nextOpening(course.start.limit) ?? course.start.limit,
      errorOf(scene, clause),
    );
    const isOptional = stop !== undefined && stop.moment.at <= stamped + scene.latencyMs;
    return [`${spaced(name)} due at`, { value: "", from: started.due, to, isOptional, clause }];
  });
}

/** The reminders, the alert when overdue, and the escalations that must be shown. */
export function expectAlerts(scene: ExpectationScene, bounded: readonly Bounded[]): readonly Told[] {
  return coursesOf(scene, bounded).flatMap((course) => {
    const { started, stop } = course;
    return started.alerts.flatMap((alert): readonly Told[] => {
      const value = alertValue(alert);
      const to = value === undefined ? undefined : alertLimit(scene, course, alert);
      if (value === undefined || to === undefined || isLeftToPeople(scene, started.clock, value)) return [];
      if (stop !== undefined && alert.at > stop.limit) return [];
      const isOptional = stop !== undefined && to >= stop.moment.at;
      const from = earliest(scene, course, alert);
      return [[`${spaced(started.clock.name)} alert`, { value, from, to, isOptional, clause: alert.clause }]];
    });
  });
}

const spaced = (name: string): string => name.replace(".", " ");

const keyOf = ({ episode, name }: Clock): string => `${name} ${episode?.openedAt}`;

function coursesOf({ subject }: ExpectationScene, bounded: readonly Bounded[]): readonly Course[] {
  const courses = new Map<string, Course>();
  for (const start of bounded) {
    for (const started of start.moment.started) {
      const course = courses.has(keyOf(started.clock)) ? undefined : newCourse(subject, start, started);
      if (course !== undefined) courses.set(keyOf(started.clock), course);
    }
    for (const step of start.moment.steps) follow(courses, step, start);
  }
  return [...courses.values()];
}

function newCourse({ terms }: Subject, start: Bounded, started: StartedClock): Course | undefined {
  const { clock } = started;
  const within = durationOf(started);
  if (clock.placed === undefined || within === undefined) return undefined;
  return { start, started, stop: undefined, office: terms.clockOf(clock.owedBy), within };
}

/** What stops and starts again at one moment, for a newcomer, goes on. */
function follow(courses: Map<string, Course>, { kind, clock }: Step, at: Bounded): void {
  const course = clock === undefined ? undefined : courses.get(keyOf(clock));
  if (clock === undefined || course === undefined) return;
  if (kind === "stopped") courses.set(keyOf(clock), { ...course, stop: at });
  else if (kind === "started") courses.set(keyOf(clock), { ...course, stop: undefined });
}

function durationOf({ clock, priority }: StartedClock): Duration | undefined {
  const within = clock.placed?.deadline.within;
  if (within === undefined) return undefined;
  return within.kind === "same" ? within.duration : within.durations.get(priority ?? "");
}

const errorOf = (
  { subject }: ExpectationScene,
  clause: string,
  counted: "hours" | "days" | "any" = "any",
): StatedError => statedError(subject.configuration.notes, clause, counted);

/** Had it started as late as it may have: deadlines never end earlier for starting later. */
function exactDueLimit({ start, office, within }: Course): number {
  return office.dueAt(start.limit, within) ?? start.limit;
}

function dueLimit(scene: ExpectationScene, course: Course): number {
  const { clause } = course.started.clock;
  return latest(course.office, exactDueLimit(course), errorOf(scene, clause)) + scene.latencyMs;
}

// FIXME: workflows run in the hours of the ordinary week, also on dates with other hours: they may come early there.
function earliest({ subject }: ExpectationScene, { started }: Course, alert: StartedAlert): number {
  const { placed, owedBy } = started.clock;
  const after = placed?.deadline.escalate[Number(alert.clause.split(".").at(-1))]?.after;
  if (alert.kind !== "escalation" || after === undefined || after === "due") return alert.at;
  return Math.min(alert.at, subject.ordinaryClockOf(owedBy).dueAt(started.due, after) ?? alert.at);
}

type StartedAlert = StartedClock["alerts"][number];

/** `…remind.0` is the portal's `reminded-1`; an escalation at the due time itself is the alert `overdue`. */
function alertValue({ kind, clause }: StartedAlert): string | undefined {
  const number = Number(clause.split(".").at(-1)) + 1;
  if (kind === "due") return "overdue";
  return kind === "reminder" ? `reminded-${number}` : `escalated-${number}`;
}

function alertLimit(scene: ExpectationScene, course: Course, alert: StartedAlert): number | undefined {
  const { office, started } = course;
  const error = errorOf(scene, started.clock.clause);
  const due = exactDueLimit(course);
  if (alert.kind === "due") return latest(office, due, error) + scene.latencyMs;
  const number = Number(alert.clause.split(".").at(-1));
  if (alert.kind === "reminder") return reminderLimit(scene, course, number);
  const after = started.clock.placed?.deadline.escalate[number]?.after;
  if (after === undefined || after === "due") return undefined;
  const counted = after.kind === "business" && after.unit === "days" ? "days" : "hours";
  const stated = errorOf(scene, `${started.clock.clause}.escalate`, counted);
  return latest(office, office.dueAt(dueLimit(scene, course), after) ?? due, stated) + scene.latencyMs;
}

/** A reminder counts back from the due time, so that it may come later than its share, but not after the deadline itself. */
function reminderLimit(scene: ExpectationScene, course: Course, number: number): number {
  const { office, started, start } = course;
  const { clause, placed } = started.clock;
  const share = placed?.deadline.remind[number] ?? 0;
  const exact = office.atShare(start.limit, exactDueLimit(course), share);
  const stated = errorOf(scene, `${clause}.remind`);
  const own = stated.kind === "none" ? dueLimit(scene, course) : latest(office, exact, stated) + scene.latencyMs;
  return Math.min(own, dueLimit(scene, course));
}

/** An alert that no workflow writes must be one that a note leaves to people. */
function isLeftToPeople({ subject }: ExpectationScene, clock: Clock, value: string): boolean {
  const track = subject.tracks.find(({ key }) => key === `${spaced(clock.name)} alert`);
  if (track === undefined || track.written.has(value)) return track === undefined;
  const clause = value.startsWith("escalated") ? `${clock.clause}.escalate` : clock.clause;
  return subject.configuration.notes.some((note) => note.clause === clause && note.level === "manual");
}
