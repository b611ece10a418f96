import type { Deadline, Handoff } from "../../contract/index.ts";
import { type Bilingual, quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { onlyIf, type Sequence, type SetValue, set, stampNow, type Way } from "./actions.ts";
import { mostFilters } from "./condition-filters.ts";
import type { Horizon } from "./due-days.ts";
import type { DuePlan, ExceptionBranch } from "./due-plan.ts";
import { anyOf, countFilters, type FilterNode, isAnyOf, isInRange, onDate } from "./filters.ts";
import { minutesOf, type Variant } from "./handoff-clock.ts";
import { type HubSpotModel, handoffProperty, objectOfHandoff, ours, say } from "./model.ts";
import { deadlineName } from "./words.ts";
import { compileWorkflow, everyOf, type WorkflowHours } from "./workflow.ts";
import { compileHours } from "./workflow-hours.ts";

type WindowPlan = Extract<DuePlan, { kind: "windows" }>;

/** The deadline of a handoff for one priority. */
export interface ClockPlace {
  readonly handoff: Handoff;
  readonly deadline: Deadline;
  readonly variant: Variant;
}

const mostWays = 20;
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The name of a clock's property, such as `…_decision_due_at`. */
export const clockProperty = (
  model: HubSpotModel,
  { handoff, deadline }: ClockPlace,
  ...parts: readonly string[]
): string => handoffProperty(model, handoff, deadline.id, ...parts);

/** The clause of a clock. */
export const clockClause = ({ handoff, deadline }: ClockPlace): string =>
  `handoffs.${handoff.id}.deadlines.${deadline.id}`;

/** Names of a clock's workflows begin with this. */
export const clockTitle = ({ handoff, deadline, variant }: ClockPlace): readonly string[] => [
  handoff.id,
  deadline.id,
  ...(variant.priority === undefined ? [] : [variant.priority]),
];

/** Due time not set yet, and this clock's priority. */
function isUnset(model: HubSpotModel, place: ClockPlace): readonly FilterNode[] {
  return [isAnyOf(clockProperty(model, place, "clock"), ["unset"]), ...hasPriority(model, place)];
}

/** The record was judged to have the priority whose clock this is. */
export function hasPriority(model: HubSpotModel, { handoff, variant }: ClockPlace): readonly FilterNode[] {
  return variant.priority === undefined
    ? []
    : [isAnyOf(handoffProperty(model, handoff, "priority"), [variant.priority])];
}

/** Stamps due times in business time: one workflow per delay of the ordinary week, others for dated exceptions. */
export function compileWindowedDue(
  model: HubSpotModel,
  place: ClockPlace,
  { plan, horizon }: { readonly plan: WindowPlan; readonly horizon: Horizon },
): readonly Resource[] {
  // Numbered, not named by their delay: another deadline changes these workflows instead of leaving them behind.
  const week = model.language === "fr" ? "semaine ordinaire" : "ordinary week";
  const grouped = plan.groups.map(({ shift, windows }, index) =>
    compileStamper(model, place, {
      title: `${week} ${index + 1}`,
      hours: compileHours(windows, plan.blockedDates),
      // The first action is the one that waits for the window: delays and branches would not.
      sequence: {
        ...onlyIf(word(model), everyOf(isUnset(model, place)), stampDue(model, place, { kind: "in", minutes: shift })),
        steps: [stampNow(ours(model, "clock", "tick"))],
      },
    }),
  );
  const ways = plan.branches.map((branch) => exceptionWay(model, place, { branch, horizon }));
  const title = model.language === "fr" ? "dates particulières" : "special dates";
  const exceptions = chunk(ways).map((part, index) =>
    compileStamper(model, place, { title: `${title} ${index + 1}`, sequence: { steps: [], ways: part } }),
  );
  return [...grouped, ...exceptions];
}

const word = ({ language }: HubSpotModel): string => (language === "fr" ? "échéance à poser" : "due time not set");

/** Stamps a due time in calendar time: the same delay at any hour. */
export function compilePlainDue(model: HubSpotModel, place: ClockPlace): Resource | undefined {
  const { within } = place.variant;
  const value = plainValue(within);
  if (value === undefined) return undefined;
  const sequence = onlyIf(word(model), everyOf(isUnset(model, place)), stampDue(model, place, value));
  return compileStamper(model, place, { title: model.language === "fr" ? "échéance" : "due time", sequence });
}

function plainValue(within: Variant["within"]): SetValue | undefined {
  if (within.kind === "months") return { kind: "in-months", months: within.amount };
  if (within.kind !== "calendar") return undefined;
  return within.unit === "days" ? { kind: "in-days", days: within.amount } : { kind: "in", minutes: minutesOf(within) };
}

const stampDue = (model: HubSpotModel, place: ClockPlace, value: SetValue): Sequence => ({
  steps: [
    { kind: "set", property: clockProperty(model, place, "due", "at"), value },
    set(clockProperty(model, place, "clock"), "set"),
  ],
});

interface Stamper {
  readonly title: string;
  readonly hours?: WorkflowHours;
  readonly sequence: Sequence;
}

function compileStamper(model: HubSpotModel, place: ClockPlace, stamper: Stamper): Resource {
  const { title, ...rest } = stamper;
  return compileWorkflow(model, {
    object: objectOfHandoff(model, place.handoff),
    title: [...clockTitle(place), title],
    clause: clockClause(place),
    purpose: duePurpose(place),
    enrollment: { kind: "change", property: handoffProperty(model, place.handoff, "state"), values: ["pending"] },
    ...rest,
  });
}

const duePurpose = ({ deadline }: ClockPlace): Bilingual =>
  say((language) => {
    const id = quote(deadlineName(deadline.id, language), language);
    return language === "fr" ? `Pose l'échéance du délai ${id}.` : `Stamps when the deadline ${id} is due.`;
  });

function exceptionWay(
  model: HubSpotModel,
  place: ClockPlace,
  { branch, horizon }: { readonly branch: ExceptionBranch; readonly horizon: Horizon },
): Way {
  const received = handoffProperty(model, place.handoff, "received", "at");
  const ranges = branch.ranges.map(({ from, to }) => [
    ...isUnset(model, place),
    isInRange(
      received,
      { operator: "IS_BETWEEN", from: localPoint(horizon, from), to: localPoint(horizon, to) },
      "fails",
    ),
  ]);
  const value: SetValue =
    branch.kind === "at" ? { kind: "text", text: String(branch.due) } : { kind: "in", minutes: branch.shift };
  const name = branch.kind === "at" ? localText(horizon, branch.due) : `+${branch.shift} min`;
  return { name, filter: anyOf(ranges), leadsTo: stampDue(model, place, value) };
}

function localPoint({ zone, timezone }: Horizon, instant: number): FilterNode {
  const local = zone.localAt(instant);
  const minutes = Math.floor((local % dayMs) / minuteMs);
  return onDate(new Date(local).toISOString().slice(0, 10), timezone, minutes);
}

const localText = ({ zone }: Horizon, instant: number): string =>
  new Date(zone.localAt(instant)).toISOString().slice(0, 16).replace("T", " ");

/** As few workflows as HubSpot's limits of ways and filters allow. */
function chunk(ways: readonly Way[]): readonly (readonly Way[])[] {
  const chunks: Way[][] = [];
  let filters = 0;
  for (const way of ways) {
    const more = countFilters(way.filter);
    const current = chunks.at(-1);
    if (current === undefined || current.length === mostWays || filters + more > mostFilters) {
      chunks.push([way]);
      filters = more;
    } else {
      current.push(way);
      filters += more;
    }
  }
  return chunks;
}
