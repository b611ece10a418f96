import type { Stage } from "../../src/contract/index.ts";
import { type JourneyEvent, onlyRecord } from "../../src/journey/index.ts";
import { isSentBack } from "../../src/targets/hubspot/opening-steps.ts";
import type { Expectation, Told } from "./account.ts";
import type { Act } from "./act.ts";
import type { Bounded } from "./bounded-moments.ts";
import type { Moment } from "./observe-journey.ts";
import type { Subject } from "./subject.ts";

type Base = Omit<Expectation, "value" | "clause">;

/** What people fill in stands until the next passing, which finds the form blank; a reason is taken from it at once. */
export function expectForms(subject: Subject, bounded: readonly Bounded[]): readonly Told[] {
  return [...bounded.flatMap((one) => handoffForms(subject, one)), ...exitForms(subject, bounded)];
}

function handoffForms(subject: Subject, { moment, from, limit }: Bounded): readonly Told[] {
  const base: Base = { from, to: limit, isOptional: false };
  const { act, steps } = moment;
  const blank = steps.flatMap(({ kind, handoff: id = "" }) => {
    const handoff = subject.contract.handoffs.get(id);
    if (handoff === undefined || (kind !== "opened" && kind !== "received")) return [];
    return [
      written(base, id, "decision", "waiting"),
      written(base, id, "reason", "none"),
      written(base, id, "reason detail", "-"),
      ...(handoff.by === undefined ? [] : [written(base, id, "hand over", "no")]),
      ...(isSentBack(subject.model, handoff) ? [written(base, id, "repair", "none")] : []),
    ];
  });
  const filled = [...filledIn(subject, base, act), ...blank, ...byItself(subject, base, moment)];
  return [...filled, ...takenBack(base, moment), ...owed(subject, base, moment)];
}

/** What is handed over in vain is taken back after a quarter of an hour. */
const vainMs = 15 * 60_000;

function takenBack({ from, to }: Base, { act, steps }: Moment): readonly Told[] {
  if (act?.kind !== "handed-over" || steps.some(({ kind }) => kind === "opened")) return [];
  return [written({ from: from + vainMs, to: to + vainMs, isOptional: false }, act.handoff ?? "", "hand over", "no")];
}

/** Where a touch accepts, or nobody, a workflow fills in the form. */
const byItself = ({ contract }: Subject, base: Base, { steps }: Moment): readonly Told[] =>
  steps.flatMap(({ kind, handoff: id = "" }) =>
    kind === "accepted" && contract.handoffs.get(id)?.acceptance !== "decision"
      ? [written(base, id, "decision", "accepted")]
      : [],
  );

const written = (base: Base, handoff: string, part: string, value: string): Told => [
  `${handoff} ${part}`,
  { ...base, value, clause: `handoffs.${handoff}` },
];

function filledIn(subject: Subject, base: Base, act: Act | undefined): readonly Told[] {
  switch (act?.kind) {
    case "accepted":
      return [written(base, act.handoff ?? "", "decision", "accepted")];
    case "refused":
      return refusedForm(base, act);
    case "handed-over":
      return subject.contract.handoffs.get(act.handoff ?? "")?.by === undefined
        ? []
        : [written(base, act.handoff ?? "", "hand over", "yes")];
    case "repaired":
      return act.about === undefined ? [] : [written(base, act.about, "repair", "done")];
    default:
      return [];
  }
}

function refusedForm(base: Base, act: Extract<JourneyEvent, { kind: "refused" }>): readonly Told[] {
  const { handoff = "", reason, detail = "" } = act;
  return [
    written(base, handoff, "decision", "refused"),
    ...(reason === undefined ? [] : [written(base, handoff, "reason", reason)]),
    ...(detail === "" ? [] : [written(base, handoff, "reason detail", detail)]),
  ];
}

function owed({ contract }: Subject, base: Base, { steps }: Moment): readonly Told[] {
  return steps.flatMap(({ kind, handoff, reason }) => {
    const asked = contract.reasons.get(reason ?? "");
    if (kind !== "returned" || handoff === undefined || asked?.repair === undefined) return [];
    return asked.moveTo === "sender" ? [written(base, handoff, "repair", "owed")] : [];
  });
}

/** A reason given where the record is not says nothing, and is taken away as well. */
function exitForms(subject: Subject, bounded: readonly Bounded[]): readonly Told[] {
  return [...subject.contract.stages.values()].flatMap((stage) => {
    let isFilled = false;
    return bounded.flatMap((at) => {
      const filled = exitFilledIn(subject, stage, at);
      isFilled = isFilled || filled.length > 0;
      const isHere = at.moment.stages.get(stage.pipeline === undefined ? onlyRecord : "deal") === stage.id;
      if (!isFilled || isHere) return filled;
      isFilled = false;
      return [...filled, exitTold(stage, at, "reason", "none"), exitTold(stage, at, "detail", "-")];
    });
  });
}

const exitTold = ({ id }: Stage, { from, limit }: Bounded, part: "reason" | "detail", value: string): Told => [
  `${id} exit ${part}`,
  { from, to: limit, isOptional: false, value, clause: `stages.${id}.exitReasons` },
];

function exitFilledIn(subject: Subject, stage: Stage, at: Bounded): readonly Told[] {
  const { act } = at.moment;
  if (act?.kind !== "left" || exitStage(subject, act) !== stage.id) return [];
  const { reason, detail = "" } = act;
  return [exitTold(stage, at, "reason", reason), ...(detail === "" ? [] : [exitTold(stage, at, "detail", detail)])];
}

/** In whose form a reason is given: the stage where the record is, else the first that offers it. */
function exitStage({ contract }: Subject, { about, reason }: Act & { readonly reason: string }): string | undefined {
  const offering = [...contract.stages.values()].filter(({ exitReasons }) => exitReasons.includes(reason));
  return (offering.find(({ id }) => id === about) ?? offering[0])?.id;
}
