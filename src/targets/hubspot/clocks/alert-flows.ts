import { isBusinessTime } from "../../../contract/index.ts";
import { quote } from "../../../diagnostics/index.ts";
import type { Resource } from "../../resource.ts";
import { type Sequence, type Step, set, stampNow } from "../actions.ts";
import { type Compiled, merge, onlyNote } from "../compiled.ts";
import { anyOf, isAnyOf, isInRange } from "../filters.ts";
import { type HubSpotModel, ours, say, textIn } from "../model.ts";
import { compileReassignment } from "../people/reassignment.ts";
import { deadlineName, word } from "../words.ts";
import { compileWorkflow } from "../workflow.ts";
import { alertMail } from "./alert-mails.ts";
import { type AlertTiming, reminderTime, rungTimes } from "./alert-times.ts";
import { type Clock, type ClockPlace, clockProperty, clockTitle, laterRungs } from "./clock.ts";
import { alertNotes, dueNote, noCalendar, notClocked, plainNote, stopNotes, touchNotes } from "./clock-notes.ts";
import { compilePlainDue, compileTabledDue, compileWindowedDue } from "./due-flows.ts";
import { planDue } from "./due-plan.ts";
import { compileExpiry } from "./expiry-flow.ts";
import { type Day, dueIn, type Horizon, localPoint } from "./horizon.ts";
import { latestStamp } from "./latest-stamp.ts";
import { compileNotices } from "./notice-flows.ts";
import { type Hop, hopsOf } from "./rung-hops.ts";
import { type Ticks, ticksOf } from "./ticks.ts";
import { compileOpeningHours } from "./workflow-hours.ts";

/** The workflows of a clock: due time, reminders, alert when overdue, escalations. */
export function compileClock(model: HubSpotModel, clock: Clock): Compiled {
  const horizon = model.horizonOf(clock.owedBy);
  const places = clock.variants.map((variant) => compilePlace(model, { clock, variant }, horizon));
  const notes = [...touchNotes(clock), ...stopNotes(clock)];
  return merge([...places, { resources: [], notes }, compileNotices(model, clock), compileReassignment(model, clock)]);
}

function compilePlace(model: HubSpotModel, place: ClockPlace, horizon: Horizon | undefined): Compiled {
  const { within } = place.variant;
  const plain = compilePlainDue(model, place);
  if (plain !== undefined) {
    const timing = horizon && {
      horizon,
      within,
      dueLate: 0,
      latestStamp: dueIn(horizon, within),
      isHeld: asksForHours(place.clock),
    };
    const notes = [plainNote(place, timing), ...alertNotes(model, place, timing)];
    return { resources: [plain, compileEnd(model, place, timing)], notes };
  }
  if (horizon === undefined) return onlyNote(notClocked(model, place, noCalendar));
  const plan = planDue(horizon, within);
  if (plan.kind === "impossible") return onlyNote(notClocked(model, place, plan.why));
  const stampers =
    plan.kind === "windows"
      ? compileWindowedDue(model, place, { plan, horizon })
      : compileTabledDue(model, place, { plan, horizon });
  const timing = { horizon, within, dueLate: plan.late, latestStamp: latestStamp(horizon, plan), isHeld: true };
  const notes = [dueNote(model, place, timing), ...alertNotes(model, place, timing)];
  return { resources: [...stampers, compileEnd(model, place, timing)], notes };
}

/** Escalations that count open time are what an alert waits for opening hours for. */
const asksForHours = (clock: Clock): boolean => laterRungs(clock).some(({ after }) => isBusinessTime(after));

const compileEnd = (model: HubSpotModel, place: ClockPlace, timing: AlertTiming | undefined): Resource =>
  place.clock.expires === undefined ? compileAlerts(model, place, timing) : compileExpiry(model, place);

function compileAlerts(model: HubSpotModel, place: ClockPlace, timing: AlertTiming | undefined): Resource {
  const { clock, variant } = place;
  const clockSet = clockProperty(model, clock, "clock");
  const isSet = isAnyOf(clockSet, ["set"]);
  const start = [...reminders(model, place, timing), overdue(model, place)];
  return compileWorkflow(model, {
    object: clock.object,
    title: [...clockTitle(place), model.language === "fr" ? "rappels et escalade" : "reminders and escalation"],
    clause: clock.clause,
    purpose: say((language) => {
      const holder = quote(textIn(model, clock.holder.label, language), language);
      const id = quote(deadlineName(clock.id, language), language);
      return language === "fr"
        ? `Rappelle l'échéance ${id} de ${holder}, puis signale le dépassement.`
        : `Reminds that ${id} of ${holder} is due, then signals that it is overdue.`;
    }),
    enrollment: {
      kind: "state",
      filter: anyOf(clock.runs.map((nodes) => [...nodes, isSet, ...variant.only])),
      again: [clockSet],
      // A record that stayed enrolled could not enter again for its next episode.
      whenLost: "leave",
    },
    sequence: inTurn(model, clock, start, escalations(model, place, timing)),
    ...(timing?.isHeld === true ? { hours: compileOpeningHours(timing.horizon) } : {}),
  });
}

/** A wait, and what is done after it. */
interface Moment {
  readonly waits: readonly Step[];
  readonly acts: readonly Step[];
}

/** One moment after the other; where something else may have ended the clock meanwhile, that is asked before each act. */
function inTurn(model: HubSpotModel, clock: Clock, [moment, ...rest]: readonly Moment[], end: Sequence): Sequence {
  if (moment === undefined) return end;
  const { waits, acts } = moment;
  const later = inTurn(model, clock, rest, end);
  const then = { ...later, steps: [...acts, ...later.steps] };
  if (clock.gate === undefined) return { ...then, steps: [...waits, ...then.steps] };
  return { steps: waits, ways: [{ name: word(model, "stillWaits"), filter: anyOf(clock.gate), leadsTo: then }] };
}

function reminders(model: HubSpotModel, place: ClockPlace, timing: AlertTiming | undefined): readonly Moment[] {
  const { clock } = place;
  return clock.remind.flatMap((share, index) => {
    const time = timing && reminderTime(timing, share);
    if (time === undefined) return [];
    const property = clockProperty(model, clock, "due", "at");
    return [
      {
        waits: [{ kind: "wait-until", property, offsetMinutes: -time.offsetMinutes } as const],
        acts: [
          set(clockProperty(model, clock, "alert"), `reminded-${index + 1}`),
          alertMail(model, clock, "reminder", { kind: "owner" }),
        ],
      },
    ];
  });
}

function overdue(model: HubSpotModel, place: ClockPlace): Moment {
  const { clock } = place;
  const tellsOwner = clock.escalate.some(({ after, notify }) => after === "due" && notify.includes("owner"));
  return {
    waits: [{ kind: "wait-until", property: clockProperty(model, clock, "due", "at"), offsetMinutes: 0 }],
    acts: [
      set(clockProperty(model, clock, "alert"), "overdue"),
      ...(tellsOwner ? [alertMail(model, clock, "overdue", { kind: "owner" })] : []),
    ],
  };
}

/** On dates with other hours whole days are waited: shorter waits would end early there. */
function escalations(model: HubSpotModel, place: ClockPlace, timing: AlertTiming | undefined): Sequence {
  const { clock } = place;
  const rungs = laterRungs(clock);
  const times =
    timing &&
    rungTimes(
      timing,
      rungs.map(({ after }) => after),
    );
  const waits = times?.waits ?? rungs.map(({ after }) => ticksOf(after, undefined));
  const ordinary = inTurn(model, clock, moments(model, place, waits), { steps: [] });
  if (timing === undefined || times?.special === undefined) return ordinary;
  const due = clockProperty(model, clock, "due", "at");
  const ranges = rangesOf(times.special.days).map(({ from, to }) => [
    isInRange(
      due,
      { operator: "IS_BETWEEN", from: localPoint(timing.horizon, from), to: localPoint(timing.horizon, to) },
      "fails",
    ),
  ]);
  const special = inTurn(model, clock, moments(model, place, times.special.waits), { steps: [] });
  return {
    steps: [],
    ways: [{ name: word(model, "otherHours"), filter: anyOf(ranges), leadsTo: special }],
    otherwise: ordinary,
  };
}

/** Days in a row as one range. */
function rangesOf(days: readonly Day[]): readonly { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to } of days) {
    const last = ranges.at(-1);
    if (last?.to === from) last.to = to;
    else ranges.push({ from, to });
  }
  return ranges;
}

/** Each escalation with what is waited for it after the one before it. */
function moments(model: HubSpotModel, place: ClockPlace, waits: readonly (Ticks | undefined)[]): readonly Moment[] {
  const { clock } = place;
  const rungs = laterRungs(clock);
  const hops = hopsOf(rungs.map(({ after }, index) => ({ after, ticks: waits[index] })));
  return rungs.flatMap(({ number, escalation }, index) => {
    const own = hops[index];
    if (own === undefined) return [];
    const acts = [
      set(clockProperty(model, clock, "alert"), `escalated-${number}`),
      ...(escalation.notify.includes("owner") ? [alertMail(model, clock, "overdue", { kind: "owner" })] : []),
    ];
    return [{ waits: own.flatMap((hop) => stepsOf(model, hop)), acts }];
  });
}

const stepsOf = (model: HubSpotModel, { minutes, isHeld }: Hop): readonly Step[] => [
  { kind: "delay", minutes },
  ...(isHeld ? [stampNow(ours(model, "clock", "tick"))] : []),
];
