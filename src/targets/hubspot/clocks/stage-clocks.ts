import type { Duration } from "../../../calendar/index.ts";
import { type CrmObject, type Deadline, deadlinesOf, durationsOf, type Stage } from "../../../contract/index.ts";
import { conditionFilters } from "../condition-filters.ts";
import { compares, type FilterNode, isAnyOf } from "../filters.ts";
import { inStages } from "../literal-filters.ts";
import { type HubSpotModel, objectOfStage, ours } from "../model.ts";
import type { Clock } from "./clock.ts";
import { seesTouches } from "./handoff-clocks.ts";

/** The property that says of which stage the entry is dated; until it is the record's stage, nothing of that stage runs. */
export const datedStage = (model: HubSpotModel): string => ours(model, "stage", "dated");

/** The property that holds when a record entered its stage. */
export const stageEnteredAt = (model: HubSpotModel): string => ours(model, "stage", "entered", "at");

/** How often a person has contacted the lead since the stage was entered. */
export const touchCount = (model: HubSpotModel): string => ours(model, "touches");

/** The property that holds when the present round of a recurring deadline began. */
export const roundStartedAt = (model: HubSpotModel, { holder, id }: Pick<Clock, "holder" | "id">): string =>
  ours(model, holder.id, id, "round", "at");

/** The clocks of a stage: what its owner owes while a record is there, and when it leaves by itself. */
export const stageClocks = (model: HubSpotModel, stage: Stage): readonly Clock[] => [
  ...deadlineClocks(model, stage),
  ...expiryClock(model, stage),
];

function expiryClock(model: HubSpotModel, stage: Stage): readonly Clock[] {
  const { expires } = stage;
  if (expires === undefined) return [];
  return [
    {
      holder: stage,
      id: "expiry",
      clause: `stages.${stage.id}.expires`,
      object: objectOfStage(model, stage),
      startsOn: "entry",
      start: { property: datedStage(model), values: [stage.id] },
      startedAt: stageEnteredAt(model),
      runs: [whileIn(model, stage)],
      owedBy: stage.owner,
      variants: [{ only: [], within: expires.after }],
      remind: [],
      escalate: [],
      isTouched: false,
      expires: { reason: expires.reason },
    },
  ];
}

/** In the stage, and dated to be there. */
function whileIn(model: HubSpotModel, stage: Stage): readonly FilterNode[] {
  return [inStages(model, objectOfStage(model, stage), [stage.id]), isAnyOf(datedStage(model), [stage.id])];
}

function deadlineClocks(model: HubSpotModel, stage: Stage): readonly Clock[] {
  return deadlinesOf(model.contract, stage).flatMap(({ deadline, owedBy }) => {
    const within = timeOf(deadline);
    const runs = within === undefined ? undefined : runsOf(model, stage, deadline);
    if (within === undefined || runs === undefined) return [];
    const place = { holder: stage, id: deadline.id };
    const isRound = deadline.every !== undefined;
    const round = roundStartedAt(model, place);
    return [
      {
        ...place,
        clause: `stages.${stage.id}.deadlines.${deadline.id}`,
        object: objectOfStage(model, stage),
        startsOn: isRound ? ("round" as const) : ("entry" as const),
        start: isRound ? { property: round, values: [] } : { property: datedStage(model), values: [stage.id] },
        startedAt: isRound ? round : stageEnteredAt(model),
        runs,
        owedBy,
        variants: [{ only: [], within }],
        remind: deadline.remind,
        escalate: deadline.escalate,
        isTouched: deadline.stops.kind === "touched",
        isConditional: deadline.stops.kind === "condition",
      },
    ];
  });
}

/** In a stage a record has no priority: where each has a time of its own, none counts. */
function timeOf(deadline: Deadline): Duration | undefined {
  return deadline.within?.kind === "by-priority" ? undefined : durationsOf(deadline)[0];
}

/** Objects whose stages have a deadline or expire: each needs the date of entry on its own records. */
export function clockedObjects(model: HubSpotModel): readonly CrmObject[] {
  const stages = [...model.contract.stages.values()].filter(
    ({ deadlines, expires }) => deadlines.length > 0 || expires !== undefined,
  );
  return [...new Set(stages.map((stage) => objectOfStage(model, stage)))];
}

function runsOf(model: HubSpotModel, stage: Stage, deadline: Deadline): readonly (readonly FilterNode[])[] | undefined {
  const object = objectOfStage(model, stage);
  const here = whileIn(model, stage);
  const { stops, every } = deadline;
  if (stops.kind === "touched" && !seesTouches(object)) return undefined;
  if (stops.kind === "touched" && every === undefined)
    return [[...here, isTouchedLess(model, touchesBefore(stage, deadline) + 1)]];
  if (stops.kind !== "condition") return [here];
  const unmet = conditionFilters(model, object, { kind: "none", path: [], of: [stops.condition] });
  return unmet.kind === "impossible" ? undefined : unmet.alternatives.map(({ nodes }) => [...here, ...nodes]);
}

const isTouchedLess = (model: HubSpotModel, count: number): FilterNode =>
  compares(touchCount(model), { type: "NUMBER", operator: "IS_LESS_THAN", value: count }, "passes");

/** A touch stops the deadline that is due first; so the second one waits for a second touch. */
function touchesBefore({ deadlines }: Stage, deadline: Deadline): number {
  const touched = deadlines.filter(({ stops, every }) => stops.kind === "touched" && every === undefined);
  return touched.toSorted((one, other) => roughMinutes(one) - roughMinutes(other)).indexOf(deadline);
}

const minutesIn = { minutes: 1, hours: 60, days: 1440 } as const;
const monthMinutes = 30 * minutesIn.days;
const openHoursOfDay = 8;

/** Only to put deadlines in the order of their due times. */
function roughMinutes(deadline: Deadline): number {
  const within = timeOf(deadline);
  return within === undefined ? 0 : roughly(within);
}

function roughly(duration: Duration): number {
  switch (duration.kind) {
    case "months":
      return duration.amount * monthMinutes;
    case "calendar":
      return duration.amount * minutesIn[duration.unit];
    case "business":
      return duration.unit === "days"
        ? (duration.amount * minutesIn.days * 7) / 5
        : (duration.amount * minutesIn[duration.unit] * 24) / openHoursOfDay;
    default:
      return minutesIn.days;
  }
}
