import type { CalendarDefinition } from "../../calendar/index.ts";
import type { Deadline, Handoff } from "../../contract/index.ts";
import { quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { type Step, set, stampNow } from "./actions.ts";
import { dueNote, escalationNotes, exact, noCalendar, notClocked, touchNotes } from "./clock-notes.ts";
import { type Compiled, merge, onlyNote } from "./compiled.ts";
import { createHorizon, type Horizon } from "./due-days.ts";
import {
  type ClockPlace,
  clockClause,
  clockProperty,
  clockTitle,
  compilePlainDue,
  compileWindowedDue,
  hasPriority,
} from "./due-flows.ts";
import { planDue } from "./due-plan.ts";
import { type FilterNode, isAnyOf, isEarlierOrUnknown } from "./filters.ts";
import { isClocked, laterRungs, minutesOf, ticksOf, variantsOf } from "./handoff-clock.ts";
import { type HubSpotModel, handoffProperty, labelOf, objectOfHandoff, ours, say, textIn } from "./model.ts";
import { compileWorkflow, everyOf } from "./workflow.ts";
import { compileOpeningHours } from "./workflow-hours.ts";

/** The clock of a handoff's decision: due time, reminders, alert when overdue, escalations. */
export function compileClocks(model: HubSpotModel, handoff: Handoff): Compiled {
  const clocked = handoff.deadlines.filter((deadline) => isClocked(handoff, deadline));
  if (clocked.length === 0) return { resources: [], notes: [] };
  const calendar = calendarOf(model, handoff);
  const horizon = calendar === undefined ? undefined : createHorizon(calendar, model.contract.effective);
  return merge(clocked.map((deadline) => compileDeadline(model, { handoff, deadline }, horizon)));
}

function compileDeadline(
  model: HubSpotModel,
  { handoff, deadline }: { readonly handoff: Handoff; readonly deadline: Deadline },
  horizon: Horizon | undefined,
): Compiled {
  const clocks = variantsOf(deadline).map((variant) => compileClock(model, { handoff, deadline, variant }, horizon));
  const notes = [...touchNotes({ handoff, deadline }), ...escalationNotes(model, { handoff, deadline }, horizon)];
  return merge([...clocks, { resources: [], notes }]);
}

/** The receiver owes the decision: the calendar of the role that owns the stage it leads to, else the default one. */
function calendarOf({ contract }: HubSpotModel, handoff: Handoff): CalendarDefinition | undefined {
  const owner = contract.roles.get(contract.stages.get(handoff.to)?.owner ?? "");
  return contract.calendars.get(owner?.calendar ?? contract.calendar ?? "")?.definition;
}

function compileClock(model: HubSpotModel, place: ClockPlace, horizon: Horizon | undefined): Compiled {
  const plain = compilePlainDue(model, place);
  if (plain !== undefined) {
    const leastMinutes = place.variant.within.kind === "calendar" ? minutesOf(place.variant.within) : 0;
    const clock = compileAlerts(model, place, { horizon, leastMinutes });
    return { resources: [plain, clock], notes: [{ clause: clockClause(place), level: "enforced", text: exact }] };
  }
  if (horizon === undefined) return onlyNote(notClocked(model, place, noCalendar));
  const plan = planDue(horizon, place.variant.within);
  if (plan.kind === "impossible") return onlyNote(notClocked(model, place, plan.why));
  const stampers = compileWindowedDue(model, place, { plan, horizon });
  const clock = compileAlerts(model, place, { horizon, leastMinutes: plan.leastOpenMinutes });
  return { resources: [...stampers, clock], notes: [dueNote(model, place, { plan, horizon })] };
}

/** Where a first touch accepts, the clock also stops at the last contact that HubSpot has logged. */
function untouched(model: HubSpotModel, { handoff }: ClockPlace): readonly FilterNode[] {
  if (handoff.acceptance !== "first-touch") return [];
  return [isEarlierOrUnknown("notes_last_contacted", handoffProperty(model, handoff, "received", "at"))];
}

interface AlertClock {
  readonly horizon: Horizon | undefined;
  /** Of open time between start and due; reminders are counted back from the due time by shares of it. */
  readonly leastMinutes: number;
}

function compileAlerts(model: HubSpotModel, place: ClockPlace, clock: AlertClock): Resource {
  const state = (part: string, value: string) => isAnyOf(handoffProperty(model, place.handoff, part), [value]);
  const clockSet = clockProperty(model, place, "clock");
  const waits = [
    state("state", "pending"),
    state("decision", "waiting"),
    isAnyOf(clockSet, ["set"]),
    ...untouched(model, place),
  ];
  return compileWorkflow(model, {
    object: objectOfHandoff(model, place.handoff),
    title: [...clockTitle(place), model.language === "fr" ? "rappels et escalade" : "reminders and escalation"],
    clause: clockClause(place),
    purpose: say((language) => {
      const name = quote(textIn(model, place.handoff.label, language), language);
      return language === "fr"
        ? `Rappelle la décision attendue sur la transmission ${name}, puis signale le dépassement.`
        : `Reminds of the decision that the handoff ${name} waits for, then signals that it is overdue.`;
    }),
    enrollment: {
      kind: "state",
      filter: everyOf([...waits, ...hasPriority(model, place)]),
      again: [clockSet],
      // A record that stayed enrolled could not enter again for its next episode.
      whenLost: "leave",
    },
    sequence: {
      steps: [...reminders(model, place, clock), ...overdue(model, place), ...escalations(model, place, clock)],
    },
    ...(clock.horizon === undefined ? {} : { hours: compileOpeningHours(clock.horizon) }),
  });
}

function reminders(model: HubSpotModel, place: ClockPlace, { leastMinutes }: AlertClock): readonly Step[] {
  if (leastMinutes === 0) return [];
  return place.deadline.remind.flatMap((share, index) => [
    {
      kind: "wait-until",
      property: clockProperty(model, place, "due", "at"),
      offsetMinutes: -Math.floor(Number(((1 - share) * leastMinutes).toFixed(6))),
    } as const,
    set(clockProperty(model, place, "alert"), `reminded-${index + 1}`),
    emailOwner(model, place, "reminder"),
  ]);
}

function overdue(model: HubSpotModel, place: ClockPlace): readonly Step[] {
  const tellsOwner = place.deadline.escalate.some(({ after, notify }) => after === "due" && notify.includes("owner"));
  return [
    { kind: "wait-until", property: clockProperty(model, place, "due", "at"), offsetMinutes: 0 },
    set(clockProperty(model, place, "alert"), "overdue"),
    ...(tellsOwner ? [emailOwner(model, place, "overdue")] : []),
  ];
}

/** Every escalation counts from the due time, so each waits only for what the one before it has not waited yet. */
function escalations(model: HubSpotModel, place: ClockPlace, { horizon }: AlertClock): readonly Step[] {
  const steps: Step[] = [];
  const waited = new Map<number, number>();
  for (const { number, after, escalation } of laterRungs(place.deadline)) {
    const ticks = ticksOf(after, horizon);
    if (ticks === undefined) continue;
    const isElapsing = after.kind === "calendar";
    const done = isElapsing ? 0 : (waited.get(ticks.delayMinutes) ?? 0);
    for (let tick = done; tick < ticks.count; tick += 1) {
      steps.push({ kind: "delay", minutes: ticks.delayMinutes }, stampNow(ours(model, "clock", "tick")));
    }
    if (!isElapsing) waited.set(ticks.delayMinutes, Math.max(done, ticks.count));
    steps.push(set(clockProperty(model, place, "alert"), `escalated-${number}`));
    if (escalation.notify.includes("owner")) steps.push(emailOwner(model, place, "overdue"));
  }
  return steps;
}

function emailOwner(model: HubSpotModel, place: ClockPlace, about: "reminder" | "overdue"): Step {
  const handoff = labelOf(model, place.handoff.label);
  const due = `{{ enrolled_object.${clockProperty(model, place, "due", "at")} }}`;
  const { subject, body } = mails[about][model.language](handoff, due);
  return { kind: "email-owner", subject, body: `<p>${body}</p>` };
}

type Mail = (handoff: string, due: string) => { readonly subject: string; readonly body: string };

const mails: Readonly<Record<"reminder" | "overdue", Readonly<Record<"en" | "fr", Mail>>>> = {
  reminder: {
    en: (handoff, due) => ({ subject: `Reminder: ${handoff}`, body: `Your decision is due by ${due}.` }),
    fr: (handoff, due) => ({
      subject: `Rappel\u00a0: ${handoff}`,
      body: `Votre décision est attendue avant le ${due}.`,
    }),
  },
  overdue: {
    en: (handoff, due) => ({ subject: `Overdue: ${handoff}`, body: `Your decision was due by ${due}.` }),
    fr: (handoff, due) => ({
      subject: `Délai dépassé\u00a0: ${handoff}`,
      body: `Votre décision était attendue avant le ${due}.`,
    }),
  },
};
