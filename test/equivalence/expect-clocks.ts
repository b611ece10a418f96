import type { BusinessClock, Duration } from "../../src/calendar/index.ts";
import { type Clock, onlyRecord } from "../../src/journey/index.ts";
import { titleOf } from "../../src/targets/hubspot/model.ts";
import type { StatedError } from "../../src/targets/index.ts";
import type { Told } from "./account.ts";
import { type Bounded, type ExpectationScene, expiryError, expiryLimit } from "./bounded-moments.ts";
import type { StartedClock } from "./observe-journey.ts";
import { earliest, latest, statedError } from "./stated-errors.ts";
import type { Subject } from "./subject.ts";

/** A clock of a handoff in its whole course: a newcomer's fresh clocks are no clocks of their own in a portal. */
interface Course {
  readonly start: Bounded;
  readonly started: StartedClock;
  /** When it stopped or was let go, exactly and at the latest; undefined where it still runs. */
  readonly stop: Bounded | undefined;
  readonly office: BusinessClock;
  readonly within: Duration;
  /** Whether a raised priority began it: then the clock may be set already. */
  readonly isRaised: boolean;
  /** The raised priorities that proposed a due time for it. */
  readonly proposed: readonly Proposed[];
}

interface Proposed {
  readonly at: Bounded;
  readonly raised: StartedClock;
}

/** The due times that must be shown. */
export function expectDue(scene: ExpectationScene, bounded: readonly Bounded[]): readonly Told[] {
  return watched(coursesOf(scene, bounded)).flatMap((course): readonly Told[] => {
    const { started, stop } = course;
    const { name } = started.clock;
    const clause = noted(started.clock);
    const to = dueLimit(scene, course);
    // Workflows stamp it at the next opening: until then the handoff may be closed.
    const stamped = latest(
      course.office,
      course.office.nextOpening(course.start.limit) ?? course.start.limit,
      errorOf(scene, course, "due"),
    );
    const isOptional = stop !== undefined && stop.moment.at <= stamped + scene.latencyMs;
    const set = { value: "set", from: course.start.from, to: stamped + scene.latencyMs, isOptional, clause };
    return [
      [`${spaced(name)} due`, { value: "", from: started.due, to, isOptional, clause }],
      [`${spaced(name)} clock`, { ...set, isOptional: isOptional || course.isRaised }],
    ];
  });
}

/** What makes room for the next run of a clock: its alert is blank and its due time not set when it starts. */
export function expectResets(bounded: readonly Bounded[]): readonly Told[] {
  return bounded.flatMap((at) =>
    at.moment.started.flatMap((started): readonly Told[] => {
      const { clock, record } = started;
      if ((record !== onlyRecord && record !== "deal") || clockReplaced(at, started) !== undefined) return [];
      // Of a stage that is over at once, nothing may have been begun.
      const isPassing = at.moment.steps.some(({ kind, clock: stopped }) => kind === "stopped" && stopped === clock);
      const told = { from: at.from, to: at.limit, isOptional: isPassing, clause: noted(clock) };
      return [
        [`${spaced(clock.name)} alert`, { ...told, value: "none" }],
        [`${spaced(clock.name)} clock`, { ...told, value: "unset" }],
      ];
    }),
  );
}

/**
 * Where a raised priority proposes a due time that is sooner than the one that was stamped, be it only for the stamp being
 * late, the clock is set anew, and its alerts begin again.
 */
export function expectProposals(scene: ExpectationScene, bounded: readonly Bounded[]): readonly Told[] {
  return watched(coursesOf(scene, bounded)).flatMap((course) =>
    course.proposed.flatMap(({ at, raised }): readonly Told[] => {
      const name = spaced(raised.clock.name);
      const told = { from: at.from, to: scene.end, isOptional: true, clause: noted(raised.clock) };
      const reminders = (raised.clock.placed?.deadline.remind ?? []).map(
        (_, index): Told => [`${name} alert`, { ...told, value: `reminded-${index + 1}` }],
      );
      return [
        [`${name} clock`, { ...told, value: "unset" }],
        [`${name} clock`, { ...told, value: "set" }],
        [`${name} due`, { ...told, value: "", from: raised.due, to: dueLimit(scene, course) }],
        [`${name} alert`, { ...told, value: "none" }],
        ...reminders,
      ];
    }),
  );
}

/** When the stages that expire are over: the portal shows it, the interpreter knows it. */
export function expectExpiries({ subject, latencyMs }: ExpectationScene, bounded: readonly Bounded[]): readonly Told[] {
  const entries = bounded.flatMap((at) =>
    at.moment.steps
      .filter(({ kind, record }) => kind === "entered" && record === onlyRecord)
      .map(({ stage = "" }) => ({ at, stage })),
  );
  return entries.flatMap(({ at, stage: id }, index): readonly Told[] => {
    const stage = subject.contract.stages.get(id);
    const office = subject.terms.clockOf(stage?.owner);
    const due = stage?.expires === undefined ? undefined : office.dueAt(at.moment.at, stage.expires.after);
    const dueAtLatest = due === undefined ? undefined : expiryLimit(subject, id, at.limit);
    if (due === undefined || dueAtLatest === undefined) return [];
    const stamped = latest(office, office.nextOpening(at.limit) ?? at.limit, expiryError(subject.configuration, id));
    const left = entries[index + 1]?.at.moment.at ?? Number.POSITIVE_INFINITY;
    const told = { value: "", from: due, to: dueAtLatest + latencyMs, isOptional: left <= stamped + latencyMs };
    const clause = `stages.${id}.expires`;
    const set = { value: "set", from: at.from, to: stamped + latencyMs, isOptional: told.isOptional, clause };
    return [
      [`${id} expiry due`, { ...told, clause }],
      [`${id} expiry clock`, { ...set, value: "unset", to: at.limit, isOptional: entries[index + 1]?.at === at }],
      [`${id} expiry clock`, set],
    ];
  });
}

/** The reminders, the alert when overdue, and the escalations that must be shown. */
export function expectAlerts(scene: ExpectationScene, bounded: readonly Bounded[]): readonly Told[] {
  return watched(coursesOf(scene, bounded)).flatMap((course) => {
    const { started, stop, office } = course;
    let before = course.start.from;
    const expected = started.alerts.flatMap((alert): readonly Told[] => {
      const value = alertValue(alert);
      const limit = exactAlertLimit(course, alert);
      if (value === undefined || limit === undefined || isLeftToPeople(scene, started.clock, value)) return [];
      const error = errorOf(scene, course, value);
      // However early one may come, the one before it comes first.
      const from = Math.max(earliest(office, alert.at, error), before);
      before = from;
      if (stop !== undefined && from > stop.limit) return [];
      const to = latest(office, limit, error) + scene.latencyMs;
      const isOptional = stop !== undefined && to >= stop.moment.at;
      const told = { from, to, isOptional, clause: alert.clause };
      const mails = holdersTold(scene, course, alert).map(
        (person): Told => [`${spaced(started.clock.name)} mail`, { ...told, value: person }],
      );
      return [[`${spaced(started.clock.name)} alert`, { ...told, value }], ...mails];
    });
    return [...expected, ...withTheDueTime(scene, course)];
  });
}

/** The person who holds the record and is written to with an alert; where that is with the due time, by the alert `overdue`. */
function holdersTold(
  { moments }: ExpectationScene,
  { started }: Course,
  { kind, at }: StartedAlert,
): readonly string[] {
  const { clock } = started;
  const notices = moments
    .flatMap((moment) => moment.notices)
    .filter((notice) => notice.clock === clock && notice.isHolder && notice.at === at)
    .filter((notice) => (kind === "reminder") === (notice.kind === "reminder"));
  return notices.slice(0, 1).flatMap(({ person }) => (person === undefined ? [] : [person]));
}

/** A reminder that would come with the due time is none for the contract; a workflow may send it then. */
function withTheDueTime(scene: ExpectationScene, course: Course): readonly Told[] {
  const { clock, alerts, due } = course.started;
  const remind = clock.placed?.deadline.remind ?? [];
  return remind.flatMap((_, index): readonly Told[] => {
    const clause = `${clock.clause}.remind.${index}`;
    if (alerts.some((alert) => alert.clause === clause)) return [];
    const told = { value: `reminded-${index + 1}`, from: due, to: dueLimit(scene, course), isOptional: true, clause };
    return [[`${spaced(clock.name)} alert`, told]];
  });
}

/** Of the records that acceptance makes, the first is looked at. */
const watched = (courses: readonly Course[]): readonly Course[] =>
  courses.filter(({ started }) => started.record === onlyRecord || started.record === "deal");

const spaced = (name: string): string => name.replace(".", " ");

function coursesOf({ subject }: ExpectationScene, bounded: readonly Bounded[]): readonly Course[] {
  const courses: Course[] = [];
  /** The course that each clock belongs to. */
  const places = new Map<Clock, number>();
  for (const at of bounded) {
    for (const started of at.moment.started) begin(subject, { at, started }, { courses, places });
    for (const raised of at.moment.raised) raise(subject, { at, raised }, { courses, places });
    for (const stopped of stoppedAt(at)) {
      const place = places.get(stopped) ?? -1;
      const course = courses[place];
      if (course !== undefined) courses[place] = { ...course, stop: at };
    }
  }
  return courses;
}

function begin(
  subject: Subject,
  { at, started }: { readonly at: Bounded; readonly started: StartedClock },
  { courses, places }: { readonly courses: Course[]; readonly places: Map<Clock, number> },
): void {
  const old = clockReplaced(at, started);
  if (old !== undefined) {
    // Where no workflow keeps a clock, none keeps the newcomer's either.
    const before = places.get(old);
    if (before !== undefined) places.set(started.clock, before);
    return;
  }
  const course = newCourse(subject, at, started);
  if (course !== undefined) places.set(started.clock, courses.push(course) - 1);
}

/** A raised priority that gives less time begins a course of its own; what was promised stays where it gives no less. */
function raise(
  subject: Subject,
  { at, raised }: { readonly at: Bounded; readonly raised: StartedClock },
  { courses, places }: { readonly courses: Course[]; readonly places: Map<Clock, number> },
): void {
  const place = places.get(raised.clock) ?? -1;
  const course = courses[place];
  // Of one moment the highest priority counts.
  if (course === undefined || course.start === at) return;
  if (raised.due >= course.started.due) {
    courses[place] = { ...course, proposed: [...course.proposed, { at, raised }] };
    return;
  }
  courses[place] = { ...course, stop: at };
  const anew = newCourse(subject, at, raised);
  const proposed = [{ at, raised }];
  if (anew !== undefined) places.set(raised.clock, courses.push({ ...anew, isRaised: true, proposed }) - 1);
}

/** The clocks that stop; what stops and starts again at one moment, for a newcomer, goes on. */
function stoppedAt({ moment }: Bounded): readonly Clock[] {
  const stopped = moment.steps.flatMap(({ kind, clock }) => (kind === "stopped" && clock !== undefined ? [clock] : []));
  if (!moment.steps.some(({ kind }) => kind === "reassigned")) return stopped;
  return stopped.filter(({ name }) => moment.started.every((started) => started.clock.name !== name));
}

/** The clock that a newcomer's fresh one replaces. */
function clockReplaced({ moment }: Bounded, { clock }: StartedClock): Clock | undefined {
  if (!moment.steps.some(({ kind }) => kind === "reassigned")) return undefined;
  return moment.steps.find((step) => step.kind === "stopped" && step.clock?.name === clock.name)?.clock;
}

function newCourse(subject: Subject, start: Bounded, started: StartedClock): Course | undefined {
  const { terms } = subject;
  const within = durationOf(started);
  if (within === undefined || isUnkept(subject, started)) return undefined;
  return {
    start,
    started,
    stop: undefined,
    office: terms.clockOf(started.clock.owedBy),
    within,
    isRaised: false,
    proposed: [],
  };
}

/** A clock, for one of its priorities, that no workflow keeps: then a note leaves it to people. */
function isUnkept({ model, configuration }: Subject, { clock, priority }: StartedClock): boolean {
  const [holder = "", id = ""] = clock.name.split(".");
  const variant = clock.placed?.deadline.within?.kind === "by-priority" ? priority : variantOf(clock);
  const title = `${titleOf(model, holder, id, ...(variant === undefined ? [] : [variant]))} · `;
  const isKept = configuration.resources.some(({ kind, name }) => kind === "workflow" && name.startsWith(title));
  return !isKept && configuration.notes.some((note) => note.clause === noted(clock) && note.level === "manual");
}

/** The clocks of feedback and repair have a duration of their own. */
function durationOf({ clock, priority }: StartedClock): Duration | undefined {
  const { placed, episode } = clock;
  if (placed === undefined) {
    const isFeedback = clock.clause.endsWith(".feedback");
    if (isFeedback) return episode?.handoff.feedback?.within;
    return episode?.terms.contract.reasons.get(clock.clause.split(".")[1] ?? "")?.repair;
  }
  const { within, every } = placed.deadline;
  if (within === undefined) return every;
  return within.kind === "same" ? within.duration : within.durations.get(priority ?? "");
}

/** The clause by which a portal's notes speak of a clock. */
const noted = ({ clause }: Clock): string => (clause.endsWith(".feedback") ? `${clause}.within` : clause);

const parts: Readonly<Record<string, string>> = { reminded: ".remind", escalated: ".escalate" };

/** Reminders and escalations have clauses of their own. */
const partOf = (of: string): string => parts[of.split("-")[0] ?? ""] ?? "";

function errorOf({ subject }: ExpectationScene, { started }: Course, of: string): StatedError {
  const { clock, priority } = started;
  const variant = clock.placed?.deadline.within?.kind === "by-priority" ? priority : variantOf(clock);
  return statedError(subject.configuration.notes, { clause: `${noted(clock)}${partOf(of)}`, of, variant });
}

/** A repair has the time of its reason. */
function variantOf({ clause }: Clock): string | undefined {
  return /^reasons\.(.*)\.repair$/.exec(clause)?.[1];
}

/** Had it started as late as it may have: deadlines never end earlier for starting later. */
function exactDueLimit({ start, office, within }: Course): number {
  return office.dueAt(start.limit, within) ?? start.limit;
}

function dueLimit(scene: ExpectationScene, course: Course): number {
  return latest(course.office, exactDueLimit(course), errorOf(scene, course, "due")) + scene.latencyMs;
}

type StartedAlert = StartedClock["alerts"][number];

/** `…remind.0` is the portal's `reminded-1`; an escalation at the due time itself is the alert `overdue`. */
function alertValue({ kind, clause }: StartedAlert): string | undefined {
  const number = Number(clause.split(".").at(-1)) + 1;
  if (kind === "due") return "overdue";
  return kind === "reminder" ? `reminded-${number}` : `escalated-${number}`;
}

/** The moment of an alert, had its clock started as late as it may have. */
function exactAlertLimit(course: Course, { kind, clause }: StartedAlert): number | undefined {
  const { office, started, start } = course;
  const due = exactDueLimit(course);
  if (kind === "due") return due;
  const number = Number(clause.split(".").at(-1));
  const { deadline } = started.clock.placed ?? {};
  if (kind === "reminder") return office.atShare(start.limit, due, deadline?.remind[number] ?? 0);
  const after = deadline?.escalate[number]?.after;
  return after === undefined || after === "due" ? undefined : (office.dueAt(due, after) ?? due);
}

/** An alert that no workflow writes must be one that a note leaves to people. */
function isLeftToPeople({ subject }: ExpectationScene, clock: Clock, value: string): boolean {
  const track = subject.tracks.find(({ key }) => key === `${spaced(clock.name)} alert`);
  if (track === undefined || track.written.has(value)) return track === undefined;
  const clause = `${clock.clause}${partOf(value)}`;
  return subject.configuration.notes.some((note) => note.clause === clause && note.level === "manual");
}
