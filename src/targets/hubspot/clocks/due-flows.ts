import { type Bilingual, quote } from "../../../diagnostics/index.ts";
import type { JsonObject, Resource } from "../../resource.ts";
import { onlyIf, type Sequence, type SetValue, set, stampNow, type Way } from "../actions.ts";
import { mostFilters } from "../condition-filters.ts";
import { anyOf, countFilters, type FilterNode, isAnyOf, isInRange, isNoneOf } from "../filters.ts";
import { type HubSpotModel, ours, say } from "../model.ts";
import { afterwards } from "../reason-moves.ts";
import { deadlineName } from "../words.ts";
import { compileWorkflow, type Enrollment, everyOf, type WorkflowHours } from "../workflow.ts";
import {
  type Clock,
  type ClockPlace,
  type ClockVariant,
  clockPriority,
  clockProperty,
  clockTitle,
  proposedAt,
  proposedFor,
} from "./clock.ts";
import type { DuePlan, ExceptionBranch } from "./due-plan.ts";
import { type Horizon, localPoint } from "./horizon.ts";
import { compileHours, compileOpeningHours } from "./workflow-hours.ts";

type WindowPlan = Extract<DuePlan, { kind: "windows" }>;
type TablePlan = Extract<DuePlan, { kind: "table" }>;

const mostWays = 20;

/** Due time not set yet, and the records that this time is for; or another due time is asked for by a raised priority. */
function isAskedFor(model: HubSpotModel, { clock, variant }: ClockPlace): JsonObject {
  const clockSet = clockProperty(model, clock, "clock");
  const isUnset = isAnyOf(clockSet, ["unset", ...again(clock)]);
  const fresh = [isUnset, ...variant.only, ...notOutdone(clock, variant)];
  const lower = clock.priority?.raisedBy.get(variant.key ?? "");
  if (clock.priority === undefined || lower === undefined) return everyOf(fresh);
  const isRaised = [isAnyOf(clock.priority.judged, [variant.key ?? ""]), isAnyOf(clockPriority(model, clock), lower)];
  const running = clock.runs.flatMap((nodes) => [
    [...nodes, ...isRaised, isUnset],
    [...nodes, ...isRaised, ...isInTime(model, clock)],
  ]);
  return anyOf([fresh, ...running]);
}

/** A priority raised before the clock was set, and whose time ends sooner, is the only one to give it. */
function notOutdone({ priority }: Clock, { key = "" }: ClockVariant): readonly FilterNode[] {
  if (priority === undefined) return [];
  const sooner = [...priority.neverLater].flatMap(([id, lower]) => (lower.includes(key) ? [id] : []));
  return sooner.length === 0 ? [] : [isNoneOf(priority.judged, sooner, "passes")];
}

/** Its due time is set and has not come yet. */
export function isInTime(model: HubSpotModel, clock: Clock): readonly FilterNode[] {
  const told = clock.remind.map((_, index) => `reminded-${index + 1}`);
  return [
    isAnyOf(clockProperty(model, clock, "clock"), ["set"]),
    isAnyOf(clockProperty(model, clock, "alert"), ["none", ...told]),
  ];
}

const again = ({ restarts }: Clock): readonly string[] => (restarts === true ? ["again"] : []);

/** The changes that start a clock, start it again, or ask for another due time. */
function startOf(model: HubSpotModel, { clock, variant }: ClockPlace): Enrollment {
  const restart = { property: clockProperty(model, clock, "clock"), values: again(clock) };
  const isRaised = clock.priority?.raisedBy.has(variant.key ?? "") === true;
  const or = [
    ...(clock.restarts === true ? [restart] : []),
    ...(isRaised ? [{ property: clock.startedAt, values: [] }] : []),
  ];
  return { kind: "change", ...clock.start, or };
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
        ...onlyIf(word(model), isAskedFor(model, place), stampDue(model, place, { kind: "in", minutes: shift })),
        steps: [stampNow(ours(model, "clock", "tick"))],
      },
    }),
  );
  const dated = { startedAt: place.clock.startedAt, horizon };
  const ways = plan.branches.map((branch) => datedWay(model, place, { branch, ...dated }));
  const title = model.language === "fr" ? "dates particulières" : "special dates";
  const exceptions = chunk(ways).map((part, index) =>
    compileStamper(model, place, { title: `${title} ${index + 1}`, sequence: ifUnset(model, place, part) }),
  );
  return [...grouped, ...exceptions];
}

/** The property that holds when open time began to count, where a table of dates gives the due time. */
export const countsFrom = (model: HubSpotModel, { clock }: Pick<ClockPlace, "clock">): string =>
  clockProperty(model, clock, "counts", "from");

/** Stamps long due times: one workflow waits for the opening and dates it, others look that date up in a table. */
export function compileTabledDue(
  model: HubSpotModel,
  place: ClockPlace,
  { plan, horizon }: { readonly plan: TablePlan; readonly horizon: Horizon },
): readonly Resource[] {
  const startedAt = countsFrom(model, place);
  const opening = compileStamper(model, place, {
    title: model.language === "fr" ? "début du décompte" : "counting starts",
    hours: compileOpeningHours(horizon),
    sequence: {
      ...onlyIf(word(model), isAskedFor(model, place), { steps: [stampNow(startedAt)] }),
      steps: [stampNow(ours(model, "clock", "tick"))],
    },
  });
  const ways = plan.branches.map((branch) => datedWay(model, place, { branch, startedAt, horizon }));
  const title = model.language === "fr" ? "table des dates" : "table of dates";
  const tables = chunk(ways).map((part, index) =>
    compileStamper(model, place, {
      title: `${title} ${index + 1}`,
      enrollment: { kind: "change", property: startedAt, values: [] },
      sequence: ifUnset(model, place, part),
    }),
  );
  return [opening, ...tables];
}

const ifUnset = (model: HubSpotModel, place: ClockPlace, ways: readonly Way[]): Sequence =>
  onlyIf(word(model), isAskedFor(model, place), { steps: [], ways });

const word = ({ language }: HubSpotModel): string => (language === "fr" ? "échéance à poser" : "due time not set");

/** Stamps a due time in calendar time: the same delay at any hour; undefined for business time. */
export function compilePlainDue(model: HubSpotModel, place: ClockPlace): Resource | undefined {
  const { within } = place.variant;
  const value = within.kind === "calendar" || within.kind === "months" ? afterwards(model, within) : undefined;
  if (value === undefined) return undefined;
  const sequence = onlyIf(word(model), isAskedFor(model, place), stampDue(model, place, value));
  return compileStamper(model, place, { title: model.language === "fr" ? "échéance" : "due time", sequence });
}

/** The time of a priority that may come later is only proposed: the earlier of two due times counts. */
function stampDue(model: HubSpotModel, { clock, variant: { key = "" } }: ClockPlace, value: SetValue): Sequence {
  if (clock.priority?.raisedBy.has(key) === true)
    return { steps: [set(proposedFor(model, clock), key), { kind: "set", property: proposedAt(model, clock), value }] };
  return {
    steps: [
      { kind: "set", property: clockProperty(model, clock, "due", "at"), value },
      set(clockProperty(model, clock, "clock"), "set"),
    ],
  };
}

interface Stamper {
  readonly title: string;
  readonly enrollment?: Enrollment;
  readonly hours?: WorkflowHours;
  readonly sequence: Sequence;
}

function compileStamper(model: HubSpotModel, place: ClockPlace, { title, ...stamper }: Stamper): Resource {
  return compileWorkflow(model, {
    object: place.clock.object,
    title: [...clockTitle(place), title],
    clause: place.clock.clause,
    purpose: duePurpose(place),
    enrollment: startOf(model, place),
    ...stamper,
  });
}

const duePurpose = ({ clock }: ClockPlace): Bilingual =>
  say((language) => {
    const id = quote(deadlineName(clock.id, language), language);
    return language === "fr" ? `Pose l'échéance du délai ${id}.` : `Stamps when the deadline ${id} is due.`;
  });

interface Dated {
  readonly branch: ExceptionBranch;
  /** The property that holds from when on the time counts. */
  readonly startedAt: string;
  readonly horizon: Horizon;
}

function datedWay(model: HubSpotModel, place: ClockPlace, { branch, startedAt, horizon }: Dated): Way {
  const ranges = branch.ranges.map(({ from, to }) => [
    isInRange(
      startedAt,
      { operator: "IS_BETWEEN", from: localPoint(horizon, from), to: localPoint(horizon, to) },
      "fails",
    ),
  ]);
  const value: SetValue =
    branch.kind === "at" ? { kind: "text", text: String(branch.due) } : { kind: "in", minutes: branch.shift };
  const name = branch.kind === "at" ? localText(horizon, branch.due) : `+${branch.shift} min`;
  return { name, filter: anyOf(ranges), leadsTo: stampDue(model, place, value) };
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
