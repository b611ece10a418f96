import type { Handoff, Id, Reason } from "../../contract/index.ts";
import type { Condition } from "../../criteria/index.ts";
import { latestClock } from "../observe.ts";
import type { Writing } from "./context.ts";
import {
  acceptance,
  type Beginning,
  beginHandoff,
  detailFor,
  factsOf,
  kindThatCounts,
  touchesFor,
} from "./opened-handoff.ts";
import { playStory } from "./play-story.ts";
import type { Act, Story } from "./story.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Stories about every handoff: answered in time, late, never, refused for each reason, incomplete, assigned. */
export function handoffStories(writing: Writing): readonly Story[] {
  return [...writing.terms.contract.handoffs.values()].flatMap((handoff) => [
    ...silences(writing, handoff),
    ...answers(writing, handoff),
    ...refusals(writing, handoff),
    ...incompletes(writing, handoff),
    ...assignments(writing, handoff),
    ...returns(writing, handoff),
    ...noNews(writing, handoff),
  ]);
}

/** The last moment at which anybody is told of what nobody does, and a minute more. */
function endOfSilence(writing: Writing, story: Story): number {
  const { record, world } = playStory(writing.terms, story);
  const alerts = record?.running.flatMap(({ alerts: left }) => left.map(({ at }) => at)) ?? [];
  const near = alerts.filter((at) => Number.isFinite(at) && at < world.now + 200 * dayMs);
  return Math.max(story.end, ...near) + minuteMs;
}

function silences(writing: Writing, handoff: Handoff): readonly Story[] {
  const { priorities } = writing.terms.contract;
  const isByPriority = handoff.deadlines.some(({ within }) => within?.kind === "by-priority");
  const wanted: readonly (Id | undefined)[] = isByPriority ? [...priorities.keys()] : [undefined];
  return wanted.flatMap((priority): readonly Story[] => {
    const begun = beginHandoff(writing, handoff, priorityWish(writing, priority));
    if (begun === undefined) return [];
    const facts = [...factsOf(handoff), "priority", ...dueFacts(handoff)];
    const draft: Story = { name: writing.say.silence(handoff.id, priority), ...begun, end: begun.openedAt, facts };
    return [{ ...draft, end: endOfSilence(writing, draft) }];
  });
}

function dueFacts({ id, deadlines, feedback }: Handoff): readonly string[] {
  return [
    ...deadlines.filter(({ stops }) => stops.kind !== "complete").map((deadline) => `due.${id}.${deadline.id}`),
    ...(feedback?.within === undefined ? [] : [`due.${id}.feedback`]),
  ];
}

/** The priority itself, and none of those above it. */
function priorityWish(
  { terms }: Writing,
  wanted: Id | undefined,
): { readonly holding: readonly Condition[]; readonly failing: readonly Condition[] } {
  if (wanted === undefined) return { holding: [], failing: [] };
  const all = [...terms.contract.priorities.values()];
  const above = all.slice(
    0,
    all.findIndex(({ id }) => id === wanted),
  );
  const own = all.find(({ id }) => id === wanted)?.when;
  return {
    holding: own === undefined ? [] : [own],
    failing: above.flatMap(({ when }) => (when === undefined ? [] : [when])),
  };
}

function answers(writing: Writing, handoff: Handoff): readonly Story[] {
  const begun = beginHandoff(writing, handoff);
  const decision = handoff.deadlines.find(({ stops }) => stops.kind === "decided");
  if (begun === undefined || decision === undefined || handoff.acceptance === "automatic") return [];
  const due = dueOf(writing, begun, `${handoff.id}.${decision.id}`);
  if (due === undefined) return [];
  const at = (name: string, moment: number): Story => ({
    name,
    ...begun,
    acts: [...begun.acts, acceptance(writing, handoff, moment)],
    end: moment,
    facts: factsOf(handoff),
  });
  return [at(writing.say.inTime(handoff.id), due), at(writing.say.tooLate(handoff.id), due + minuteMs)];
}

function dueOf(writing: Writing, begun: Beginning, name: string): number | undefined {
  const { record } = playStory(writing.terms, { name: "draft", ...begun, end: begun.openedAt, facts: [] });
  const due = record === undefined ? undefined : latestClock(record, name)?.due;
  return due === undefined || !Number.isFinite(due) ? undefined : due;
}

function refusals(writing: Writing, handoff: Handoff): readonly Story[] {
  const { contract } = writing.terms;
  const reasons = (handoff.feedback?.reasons ?? []).flatMap((id) => contract.reasons.get(id) ?? []);
  const begun = beginHandoff(writing, handoff);
  return begun === undefined ? [] : reasons.flatMap((reason) => refusalsFor(writing, handoff, { begun, reason }));
}

interface Refusing {
  readonly begun: Beginning;
  readonly reason: Reason;
}

function refusalsFor(writing: Writing, handoff: Handoff, { begun, reason }: Refusing): readonly Story[] {
  const { say, terms } = writing;
  const by = terms.handoffs.get(handoff.id)?.receiver;
  const who = by === undefined ? {} : { by };
  const canTouch = handoff.acceptance !== "first-touch";
  const touched = touchesFor(writing, reason, { at: begun.openedAt + minuteMs, by, kind: kindThatCounts(handoff) });
  const refuse = (at: number, more: Readonly<Record<string, string>>): Act => ({
    at,
    keys: { refuse: handoff.id, reason: reason.id, ...more, ...who },
  });
  const story = (name: string, acts: readonly Act[], end: number): Story => ({
    name,
    ...begun,
    acts: [...begun.acts, ...acts],
    end,
    facts: [...factsOf(handoff), "restsUntil", "hollow", "notes"],
  });
  const isTouched = reason.onlyAfter !== undefined && canTouch;
  const full = isTouched
    ? [...touched.acts, refuse(touched.at, detailFor(reason))]
    : [refuse(begun.openedAt + minuteMs, detailFor(reason))];
  const end = full.at(-1)?.at ?? begun.openedAt;
  return [
    story(say.refused(handoff.id, reason.id), full, end),
    ...(isTouched
      ? [
          story(
            say.refusedHollow(handoff.id, reason.id),
            [...touched.acts.slice(1), refuse(touched.at, detailFor(reason))],
            touched.at,
          ),
        ]
      : []),
    ...(reason.needsDetail ? [story(say.refusedWithoutDetail(handoff.id, reason.id), [refuse(end, {})], end)] : []),
    ...repairs(writing, handoff, { reason, story, acts: full, end }),
  ];
}

interface Repairing {
  readonly reason: Reason;
  readonly story: (name: string, acts: readonly Act[], end: number) => Story;
  readonly acts: readonly Act[];
  readonly end: number;
}

function repairs(writing: Writing, handoff: Handoff, { reason, story, acts, end }: Repairing): readonly Story[] {
  const { say, terms } = writing;
  if (reason.repair === undefined) return [];
  const clock = terms.clockOf(terms.handoffs.get(handoff.id)?.sender);
  const due = clock.dueAt(end, reason.repair) ?? end;
  const repaired: Act = { at: due, keys: { repaired: true } };
  const withRepair = (one: Story): Story => ({ ...one, facts: [...one.facts, `deadlines.${handoff.id}.repair`] });
  return [
    withRepair(story(say.repaired(handoff.id, reason.id), [...acts, repaired], due)),
    withRepair(story(say.notRepaired(handoff.id, reason.id), acts, due + minuteMs)),
  ];
}

function incompletes(writing: Writing, handoff: Handoff): readonly Story[] {
  const { say, satisfier } = writing;
  const complete = handoff.deadlines.find(({ stops }) => stops.kind === "complete");
  return handoff.requires.flatMap((field): readonly Story[] => {
    const begun = beginHandoff(writing, handoff, { without: field });
    if (begun === undefined) return [];
    const facts = [...factsOf(handoff), "responsible", "notes"];
    const draft: Story = { name: say.incomplete(handoff.id, field), ...begun, end: begun.openedAt, facts };
    const silent = { ...draft, end: endOfSilence(writing, draft) };
    const due = complete === undefined ? undefined : dueOf(writing, begun, `${handoff.id}.${complete.id}`);
    if (due === undefined) return [silent];
    const fill: Act = { at: due, keys: { set: { [field]: satisfier.anyValue(field) } } };
    return [silent, { ...draft, name: say.completed(handoff.id, field), acts: [...begun.acts, fill], end: due }];
  });
}

function assignments(writing: Writing, handoff: Handoff): readonly Story[] {
  const earlier: Condition[] = [];
  return handoff.assign.flatMap((line, index): readonly Story[] => {
    const own = line.kind === "keep" || line.when === undefined ? [] : [line.when];
    const begun = beginHandoff(writing, handoff, { holding: own, failing: [...earlier] });
    earlier.push(...own);
    if (begun === undefined) return [];
    const keepers = line.kind === "keep" ? keeperOf(line.owner) : {};
    return [
      {
        name: writing.say.assigned(handoff.id, index + 1),
        ...begun,
        keepers,
        end: begun.openedAt,
        facts: ["stage", "owner", `handoffs.${handoff.id}`],
      },
    ];
  });
}

function keeperOf(owner: "company-owner" | "contact-owner"): Story["keepers"] & object {
  return owner === "company-owner" ? { companyOwner: "account owner" } : { contactOwner: "contact owner" };
}

/** Refused for a reason that sends it back, and handed over again, until it is once too often. */
function returns(writing: Writing, handoff: Handoff): readonly Story[] {
  const { recycle, feedback } = handoff;
  const { contract, handoffs } = writing.terms;
  const back = feedback?.reasons
    .flatMap((id) => contract.reasons.get(id) ?? [])
    .find(({ moveTo }) => moveTo === "sender");
  const begun = beginHandoff(writing, handoff);
  if (recycle === undefined || back === undefined || begun === undefined) return [];
  const { sender = "", receiver = "" } = handoffs.get(handoff.id) ?? {};
  const acts: Act[] = [];
  let at = begun.openedAt;
  for (let round = 0; round <= recycle.max; round += 1) {
    at += minuteMs;
    acts.push({ at, keys: { refuse: handoff.id, reason: back.id, ...detailFor(back), by: receiver } });
    at += minuteMs;
    if (round < recycle.max) acts.push({ at, keys: { handOver: handoff.id, by: sender } });
  }
  return [
    {
      name: writing.say.tooOften(handoff.id),
      ...begun,
      acts: [...begun.acts, ...acts],
      end: at,
      facts: factsOf(handoff),
    },
  ];
}

/** Accepted at once, and nobody says what became of it. */
function noNews(writing: Writing, handoff: Handoff): readonly Story[] {
  const within = handoff.feedback?.within;
  const begun = beginHandoff(writing, handoff);
  if (within === undefined || begun === undefined) return [];
  const due = writing.terms.clockOf(writing.terms.handoffs.get(handoff.id)?.receiver).dueAt(begun.openedAt, within);
  if (due === undefined) return [];
  const accepted = handoff.acceptance === "automatic" ? [] : [acceptance(writing, handoff, begun.openedAt + minuteMs)];
  const acts = [...begun.acts, ...accepted];
  const facts = ["stage", `handoffs.${handoff.id}`, `deadlines.${handoff.id}.feedback`, `due.${handoff.id}.feedback`];
  return [{ name: writing.say.noNews(handoff.id), ...begun, acts, end: due + minuteMs, facts }];
}
