import type { Clock, Step } from "../journey/index.ts";
import { contextOf, type RecordState, type Terms, type World } from "../journey/index.ts";
import { type Assessment, assess } from "./assess.ts";
import { latestClock } from "./observe.ts";
import type { Expectation } from "./test-case.ts";

/** Why something is as it is: taken at the moment of the look, since the record changes afterwards. */
export interface Evidence {
  /** The last step that decided it. */
  readonly step?: Step;
  /** The conditions that would have had to hold, and how each part stood. */
  readonly assessments: readonly { readonly clause: string; readonly assessment: Assessment }[];
  /** Fields that a handoff asks for and that are empty. */
  readonly missing: readonly string[];
  /** The clock, as it stood. */
  readonly clock?: Pick<Clock, "name" | "clause" | "startedAt" | "due"> & { readonly stoppedAt?: number };
}

/** The evidence for a fact that is not as expected. */
export function evidenceOf(world: World, expectation: Expectation, steps: readonly Step[]): Evidence {
  const record = world.records.get(expectation.record);
  if (record === undefined || expectation.kind !== "fact") return { assessments: [], missing: [] };
  const [head = "", ...rest] = expectation.fact.split(".");
  const name = rest.join(".");
  const own = steps.filter((step) => step.record === record.id);
  switch (head) {
    case "stage":
      return { ...lastOf(own, ["entered"]), ...whyNotEntered(world, record, expectation.expected) };
    case "handoffs":
      return {
        ...lastOf(
          own.filter(({ handoff }) => handoff === name),
          decisive,
        ),
        ...whyNotOpened(world, record, name),
      };
    case "deadlines":
    case "due":
      return { assessments: [], missing: [], ...clockOf(record, name) };
    case "priority":
      return { ...lastOf(own, ["priority", "opened"]), ...whyNotPriority(world, record, expectation.expected) };
    default:
      return {
        ...lastOf(own, ["entered", "owner", "received", "reassigned", "returned"]),
        assessments: [],
        missing: [],
      };
  }
}

const decisive = ["opened", "received", "accepted", "refused", "withdrawn", "expired", "departed", "decided"];

function lastOf(steps: readonly Step[], kinds: readonly string[]): Pick<Evidence, "step"> {
  const step = steps.findLast(({ kind }) => kinds.includes(kind));
  return step === undefined ? {} : { step };
}

function clockOf(record: RecordState, name: string): Pick<Evidence, "clock"> {
  const clock = latestClock(record, name);
  if (clock === undefined) return {};
  const { clause, startedAt, due, stoppedAt } = clock;
  return { clock: { name, clause, startedAt, due, ...(stoppedAt === undefined ? {} : { stoppedAt }) } };
}

function judged(world: World, record: RecordState, clause: string, condition: Parameters<typeof assess>[0]) {
  return { clause, assessment: assess(condition, record, contextOf(world.terms, world.now)) };
}

/** How the criteria of the stage that was expected stood, and the scope where it is out of it. */
function whyNotEntered(world: World, record: RecordState, expected: string): Pick<Evidence, "assessments" | "missing"> {
  const criteria = world.terms.stages.get(expected)?.stage.criteria;
  const shown = criteria === undefined ? [] : [judged(world, record, `stages.${expected}.criteria`, criteria)];
  return { assessments: [...shown, ...scopeFlaws(world, record)], missing: [] };
}

function scopeFlaws(world: World, record: RecordState): Evidence["assessments"] {
  const { scope } = world.terms.contract;
  if (record.object !== scope.object) return [];
  const include = scope.include === undefined ? [] : [judged(world, record, "scope.include", scope.include)];
  const exclude = scope.exclude.map(({ id, when }) => judged(world, record, `scope.exclude.${id}`, when));
  return [
    ...include.filter(({ assessment }) => !assessment.holds),
    ...exclude.filter(({ assessment }) => assessment.holds),
  ];
}

function whyNotOpened(world: World, record: RecordState, id: string): Pick<Evidence, "assessments" | "missing"> {
  const { terms } = world;
  const handoff = terms.handoffs.get(id);
  const openings = handoff?.openings.get(record.stage?.stage.id ?? "") ?? [];
  return {
    assessments: [
      ...openings.map((one) => judged(world, record, clauseOf(terms, id, one), one)),
      ...scopeFlaws(world, record),
    ],
    missing: handoff?.handoff.requires.filter((field) => !record.valuation.fields.has(field)) ?? [],
  };
}

function clauseOf({ contract }: Terms, id: string, condition: Parameters<typeof assess>[0]): string {
  return contract.handoffs.get(id)?.criteria === condition ? `handoffs.${id}.criteria` : condition.path.join(".");
}

function whyNotPriority(
  world: World,
  record: RecordState,
  expected: string,
): Pick<Evidence, "assessments" | "missing"> {
  const when = world.terms.contract.priorities.get(expected)?.when;
  return {
    assessments: when === undefined ? [] : [judged(world, record, `priorities.${expected}`, when)],
    missing: [],
  };
}
