import {
  createAnalysis,
  type Handoff,
  type Id,
  leavingHandoffs,
  type Reason,
  relatedRoles,
  type Stage,
} from "../contract/index.ts";
import type { Algebra, Condition } from "../criteria/index.ts";
import { type StageTerms, type Terms, type TouchKind, touchKinds } from "../journey/index.ts";
import { createArrivals } from "./create-arrivals.ts";
import type { Timing, Weighted } from "./distributions.ts";
import { defaults, type HandoffProfile, type Profile, type StageProfile } from "./profile.ts";
import { numberOf } from "./random.ts";
import type { Exit, HandoffScheme, LeadKind, Pause, Provision, Scheme, StageScheme } from "./scheme.ts";
import { findShown } from "./witness.ts";

/** What a scheme is made from besides the contract. */
export interface SchemeInput {
  readonly profile: Profile;
  readonly kinds: readonly Weighted<LeadKind>[];
  readonly staff: ReadonlyMap<Id, number>;
  readonly perDay: number;
}

interface Making {
  readonly terms: Terms;
  readonly profile: Profile;
  readonly algebra: Algebra;
  readonly timing: (meanMs: number) => Timing;
}

/** Puts together what leads and people do under a contract: what the profile says, and defaults for the rest. */
export function createScheme(terms: Terms, { profile, kinds, staff, perDay }: SchemeInput): Scheme {
  const { contract } = terms;
  const effort = { ...defaults.effort, ...profile.effort };
  const timing = (meanMs: number): Timing => ({ meanMs, shape: effort.shape, spread: effort.spread });
  const making: Making = { terms, profile, algebra: createAnalysis(contract, new Set()).algebra(), timing };
  const stages = [...terms.stages.values()].flatMap((stage) => {
    const scheme = stageScheme(making, stage);
    return scheme === undefined ? [] : [[stage.stage.id, scheme] as const];
  });
  return {
    arrivals: createArrivals(profile, perDay),
    kinds,
    comeback: profile.comeback ?? defaults.comeback,
    completion: timing(effort.completion),
    repair: timing(effort.repair),
    handoffs: new Map([...contract.handoffs.values()].map((one) => [one.id, handoffScheme(making, one)])),
    stages: new Map(stages),
    staff,
  };
}

function handoffScheme({ terms, profile, timing }: Making, handoff: Handoff): HandoffScheme {
  const known: HandoffProfile = profile.handoffs?.get(handoff.id) ?? {};
  const decision = known.decision ?? profile.effort?.decision ?? defaults.effort.decision;
  const offered = (handoff.feedback?.reasons ?? []).flatMap((id) => terms.contract.reasons.get(id) ?? []);
  const isTouchAccepting = handoff.acceptance === "first-touch";
  // Who accepts by touching can't touch first; and nobody makes touches over ten days before a decision.
  const fitting = offered.filter(({ onlyAfter }) => onlyAfter?.over === undefined && !(isTouchAccepting && onlyAfter));
  const usual = fitting.map((value) => ({ weight: 1, value }));
  const reasons = known.reasons === undefined ? usual : weighted(offered, known.reasons);
  return {
    number: numberOf(handoff.id),
    refused: reasons.length === 0 ? 0 : (known.refused ?? defaults.refused),
    reasons,
    decision: timing(decision),
    touch: touchFor(handoff.deadlines.map(({ counts }) => counts)),
  };
}

function weighted(reasons: readonly Reason[], weights: ReadonlyMap<Id, number>): readonly Weighted<Reason>[] {
  return reasons.flatMap((value) => {
    const weight = weights.get(value.id) ?? 0;
    return weight > 0 ? [{ weight, value }] : [];
  });
}

/** A kind of touch that counts everywhere, a call if possible. */
function touchFor(counts: readonly (readonly string[])[]): TouchKind {
  const named = counts.filter((kinds) => kinds.length > 0);
  return touchKinds.find((kind) => named.every((kinds) => kinds.includes(kind))) ?? "call";
}

/** What people do in a stage; undefined where nobody has to do anything. */
function stageScheme(making: Making, { stage, nature, promotions }: StageTerms): StageScheme | undefined {
  const { profile, terms, timing } = making;
  if (nature === "closed" || nature === "parking" || nature === "mirror") return undefined;
  const onward = waysOn(making, stage, promotions);
  if (nature !== "worked" && !onward.some(({ kind }) => kind !== "qualify")) return undefined;
  const known: StageProfile = profile.stages?.get(stage.id) ?? {};
  const leading = [...terms.contract.handoffs.values()].filter(({ to }) => to === stage.id);
  const counts = [stage, ...leading].flatMap(({ deadlines }) => deadlines.map((one) => one.counts));
  return {
    number: numberOf(stage.id),
    exits: exitsOf(making, { stage, onward, known }),
    touches: known.touches ?? defaults.touches,
    pause: pauseOf(making, stage, known),
    effort: timing(known.touch ?? profile.effort?.touch ?? defaults.effort.touch),
    touch: touchFor(counts),
  };
}

type Onward = Exclude<Exit, { kind: "leave" }>;

function exitsOf(
  { terms }: Making,
  { stage, onward, known }: { readonly stage: Stage; readonly onward: readonly Onward[]; readonly known: StageProfile },
): readonly Weighted<Exit>[] {
  const { ways, reasons, goesOn = defaults.goesOn } = known;
  const next = onward.map((value) => ({ weight: ways === undefined ? 1 : (ways.get(nameOf(value)) ?? 0), value }));
  const left = stage.exitReasons.flatMap((id) => terms.contract.reasons.get(id) ?? []);
  const leaving = left.map((reason) => ({
    weight: reasons === undefined ? 1 : (reasons.get(reason.id) ?? 0),
    value: { kind: "leave" as const, reason },
  }));
  const share = sum(leaving) === 0 ? 1 : goesOn;
  return [...scaled<Exit>(next, share), ...scaled<Exit>(leaving, sum(next) === 0 ? 1 : 1 - share)];
}

function nameOf(exit: Onward): Id {
  if (exit.kind === "hand-over") return exit.handoff;
  return exit.kind === "qualify" ? "" : exit.stage;
}

function sum(choices: readonly Weighted<unknown>[]): number {
  return choices.reduce((total, { weight }) => total + weight, 0);
}

function scaled<T>(choices: readonly Weighted<T>[], share: number): readonly Weighted<T>[] {
  const total = sum(choices);
  return total === 0 ? [] : choices.map(({ weight, value }) => ({ weight: (share * weight) / total, value }));
}

/** Handoffs and stages that a person takes a record to from here, and stages whose criteria take it. */
function waysOn(making: Making, { id, owner }: Stage, promotions: readonly StageTerms[]): readonly Onward[] {
  const { contract, stages } = making.terms;
  const handed = leavingHandoffs(contract, id)
    .filter(({ by }) => by !== undefined)
    .map(({ id: handoff, criteria, requires }): Onward => {
      const own = [contract.stages.get(id)?.criteria, criteria];
      return { kind: "hand-over", handoff, provision: provisionFor(making, own, requires) };
    });
  const moved = [...contract.stages.values()]
    .filter(({ by, from }) => by !== undefined && from.includes(id))
    .map((stage): Onward => {
      const provision = provisionFor(making, [stage.criteria], stage.requires);
      return { kind: "move", stage: stage.id, provision };
    });
  const qualified = promotions
    .filter(({ isMirror, stage }) => !isMirror && stage.from.includes(id) && stages.has(stage.id))
    .map(({ stage }): Onward => ({ kind: "qualify", provision: provisionFor(making, [stage.criteria], []) }));
  if (handed.length + moved.length > 0) return [...handed, ...moved];
  return qualified.length > 0 ? qualified : opened(making, owner);
}

/** Stages of another object in which the owner of a stage may start a record of their own. */
function opened(making: Making, owner: Id | undefined): readonly Onward[] {
  const { contract } = making.terms;
  if (owner === undefined) return [];
  const related = relatedRoles(contract, owner);
  return [...contract.stages.values()].flatMap((stage): readonly Onward[] => {
    const pipeline = contract.pipelines.get(stage.pipeline ?? "");
    if (pipeline === undefined || !stage.from.includes("new") || !related.has(stage.by ?? "")) return [];
    const provision = provisionFor(making, [], []);
    return [{ kind: "open", stage: stage.id, object: pipeline.object, provision }];
  });
}

function provisionFor(
  { terms: { contract }, algebra }: Making,
  asked: readonly (Condition | undefined)[],
  requires: readonly Id[],
): Provision {
  const conditions = asked.filter((condition) => condition !== undefined);
  const failing = contract.scope.exclude.map(({ when }) => when);
  const shown = conditions.length === 0 ? undefined : findShown(contract, algebra, { holding: conditions, failing });
  return { conditions, requires, ...(shown ?? { fields: [], signals: [] }) };
}

const dayMs = 86_400_000;

/** Business days become the open time of an average one. */
function pauseOf({ terms }: Making, stage: Stage, { pause = defaults.pause }: StageProfile): Pause {
  const timing = (meanMs: number): Timing => ({ meanMs, shape: "exponential", spread: 1 });
  const { effectiveAt: start } = terms;
  if (pause.kind !== "business") return { timing: timing(terms.after(start, pause) - start), isOpenTime: false };
  if (pause.unit !== "days")
    return { timing: timing(pause.amount * (pause.unit === "hours" ? 3_600_000 : 60_000)), isOpenTime: true };
  return { timing: timing(pause.amount * openDayMs(terms, stage.owner)), isOpenTime: true };
}

/** The open time of an average working day of the year that begins when the agreement takes effect. */
export function openDayMs({ clockOf, effectiveAt: start }: Terms, role: Id | undefined): number {
  const clock = clockOf(role);
  const end = start + 365 * dayMs;
  const days = new Set(clock.openIntervals(start, end).map(({ from }) => Math.floor(clock.zone.localAt(from) / dayMs)));
  return days.size === 0 ? dayMs : clock.openTimeBetween(start, end) / days.size;
}
