import type { Handoff, Id, Reason } from "../../contract/index.ts";
import type { Condition } from "../../criteria/index.ts";

import type { Writing } from "./context.ts";
import type { Act, Story } from "./story.ts";

/** What a story about a handoff starts from besides its criteria. */
export interface OpeningWish {
  readonly holding?: readonly Condition[];
  readonly failing?: readonly Condition[];
  /** A required field that is left empty. */
  readonly without?: Id;
}

/** The beginning of a story in which a handoff is under way; undefined where no lead gets there. */
export type Beginning = Pick<Story, "start" | "stage" | "fields" | "acts"> & { readonly openedAt: number };

/** A record in the stage that a handoff leaves, with everything that opens it. */
export function beginHandoff(writing: Writing, handoff: Handoff, wish: OpeningWish = {}): Beginning | undefined {
  const { terms, satisfier, start, scope } = writing;
  const [from = ""] = handoff.from;
  const openings = terms.handoffs.get(handoff.id)?.openings.get(from) ?? [];
  const isScoped = terms.stages.get(from)?.object === terms.contract.scope.object;
  const known = handoff.requires.filter((field) => field !== wish.without).map((field) => isKnown(field, true));
  const missing = wish.without === undefined ? [] : [isKnown(wish.without, false), ...noHandRaise(writing)];
  const showing = satisfier.show(
    {
      holding: [...openings, ...(isScoped ? scope.holding : []), ...known, ...missing, ...(wish.holding ?? [])],
      failing: [...(isScoped ? scope.failing : []), ...(wish.failing ?? [])],
    },
    start,
  );
  if (showing === undefined) return undefined;
  const hand: readonly Act[] =
    handoff.by === undefined ? [] : [{ at: showing.at, keys: { handOver: handoff.id, by: handoff.by } }];
  return { start, stage: from, fields: showing.fields, acts: [...showing.acts, ...hand], openedAt: showing.at };
}

/** Whether a field is filled in. */
export function isKnown(field: Id, value: boolean): Condition {
  return { kind: "field", path: [], field, test: { operator: "known", value }, orUnknown: false };
}

/** Who asks for a person is transmitted even if something is missing. */
function noHandRaise({ terms }: Writing): readonly Condition[] {
  const raised = [...terms.contract.signals.values()].filter(({ handRaise }) => handRaise);
  return raised.map(({ id }) => ({ kind: "none", path: [], of: [{ kind: "signal", path: [], signal: id, times: 1 }] }));
}

/** The act by which the receiver accepts. */
export function acceptance({ terms }: Writing, handoff: Handoff, at: number): Act {
  const by = terms.handoffs.get(handoff.id)?.receiver;
  const who = by === undefined ? {} : { by };
  if (handoff.acceptance !== "first-touch") return { at, keys: { accept: handoff.id, ...who } };
  return { at, keys: { touch: kindThatCounts(handoff), ...who } };
}

/** A kind of touch that every deadline of a handoff counts. */
export function kindThatCounts({ deadlines }: Handoff): string {
  const [first = [], ...others] = deadlines.map(({ counts }) => counts).filter((counts) => counts.length > 0);
  return first.find((kind) => others.every((counts) => counts.includes(kind))) ?? first[0] ?? "call";
}

/** The touches that a reason needs, the first at a moment, and when it may be given after them. */
export function touchesFor(
  { terms }: Writing,
  reason: Reason,
  { at, by, kind = "call" }: { readonly at: number; readonly by: Id | undefined; readonly kind?: string },
): { readonly acts: readonly Act[]; readonly at: number } {
  const { onlyAfter } = reason;
  if (onlyAfter === undefined) return { acts: [], at };
  const who = by === undefined ? {} : { by };
  const end = onlyAfter.over === undefined ? at : terms.after(at, onlyAfter.over);
  const acts = Array.from({ length: onlyAfter.count }, (): Act => ({ at, keys: { touch: kind, ...who } }));
  return { acts, at: end };
}

/** The detail that a reason may ask for. */
export function detailFor({ needsDetail }: Reason): { readonly detail?: string } {
  return needsDetail ? { detail: "in a few words" } : {};
}

/** The facts that a story about a handoff ends with. */
export function factsOf(handoff: Handoff): readonly string[] {
  const deadlines = handoff.deadlines.map(({ id }) => `deadlines.${handoff.id}.${id}`);
  const feedback = handoff.feedback?.within === undefined ? [] : [`deadlines.${handoff.id}.feedback`];
  return [
    "stage",
    "owner",
    "reason",
    `handoffs.${handoff.id}`,
    `returns.${handoff.id}`,
    ...deadlines,
    ...feedback,
    "told",
  ];
}
