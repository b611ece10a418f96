import type { Deadline, Id, Reason, Stage } from "../../contract/index.ts";
import { latestClock } from "../observe.ts";
import type { Writing } from "./context.ts";
import { detailFor, isKnown, touchesFor } from "./opened-handoff.ts";
import { playStory } from "./play-story.ts";
import type { Act, Story } from "./story.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Stories about every stage: nothing happens, its time runs out, it is left for each reason, it is entered by hand. */
export function stageStories(writing: Writing): readonly Story[] {
  return [...writing.terms.contract.stages.values()].flatMap((stage) => [
    ...silence(writing, stage),
    ...touches(writing, stage),
    ...expiry(writing, stage),
    ...exits(writing, stage),
    ...handEntries(writing, stage),
  ]);
}

function factsOf(stage: Stage): readonly string[] {
  return ["stage", "owner", "reason", ...stage.deadlines.map(({ id }) => `deadlines.${stage.id}.${id}`), "told"];
}

function inStage({ start }: Writing, stage: Id): Pick<Story, "start" | "stage" | "fields"> {
  return { start, stage, fields: {} };
}

function silence(writing: Writing, stage: Stage): readonly Story[] {
  if (stage.deadlines.length === 0) return [];
  const facts = [...factsOf(stage), ...stage.deadlines.map(({ id }) => `due.${stage.id}.${id}`)];
  const base = inStage(writing, stage.id);
  const draft: Story = { name: writing.say.stageSilence(stage.id), ...base, acts: [], end: base.start, facts };
  const { record, world } = playStory(writing.terms, draft);
  const alerts = record?.running.flatMap((clock) => clock.alerts.map(({ at }) => at)) ?? [];
  const last = Math.max(base.start, ...alerts.filter((at) => at < world.now + 400 * dayMs));
  const end = Math.min(last + minuteMs, (record?.expiresAt ?? Number.POSITIVE_INFINITY) - minuteMs);
  return [{ ...draft, end }];
}

/** One touch after the other keeps what waits for them. */
function touches(writing: Writing, stage: Stage): readonly Story[] {
  const waiting = stage.deadlines.filter(({ stops }) => stops.kind === "touched");
  if (waiting.length === 0) return [];
  const base = inStage(writing, stage.id);
  const { record } = playStory(writing.terms, { name: "draft", ...base, acts: [], end: base.start, facts: [] });
  const due = (deadline: Deadline): number =>
    latestClock(record ?? noRecord(), `${stage.id}.${deadline.id}`)?.due ?? base.start;
  const inOrder = waiting.toSorted((one, other) => due(one) - due(other));
  const who = stage.owner === undefined ? {} : { by: stage.owner };
  return inOrder.map((deadline, index) => ({
    name: writing.say.touchedInTime(`${stage.id}.${deadline.id}`),
    ...base,
    acts: inOrder
      .slice(0, index + 1)
      .map((one): Act => ({ at: due(one), keys: { touch: one.counts[0] ?? "call", ...who } })),
    end: due(deadline),
    facts: factsOf(stage),
  }));
}

function noRecord(): never {
  throw new Error("a story begins with a record");
}

function expiry(writing: Writing, stage: Stage): readonly Story[] {
  if (stage.expires === undefined) return [];
  const base = inStage(writing, stage.id);
  const due = writing.terms.clockOf(stage.owner).dueAt(base.start, stage.expires.after);
  if (due === undefined) return [];
  return [
    {
      name: writing.say.expires(stage.id),
      ...base,
      acts: [],
      end: due,
      facts: factsOf(stage).filter((fact) => fact !== "told"),
    },
  ];
}

function exits(writing: Writing, stage: Stage): readonly Story[] {
  const { contract } = writing.terms;
  return stage.exitReasons
    .flatMap((id) => contract.reasons.get(id) ?? [])
    .flatMap((reason) => exitsFor(writing, stage, reason));
}

function exitsFor(writing: Writing, stage: Stage, reason: Reason): readonly Story[] {
  const { say, terms } = writing;
  const base = inStage(writing, stage.id);
  const who = stage.owner === undefined ? {} : { by: stage.owner };
  const touched = touchesFor(writing, reason, { at: base.start + minuteMs, by: stage.owner });
  const leave = (at: number, more: Readonly<Record<string, string>>): Act => ({
    at,
    keys: { leave: reason.id, ...more, ...who },
  });
  const story = (name: string, acts: readonly Act[], end: number): Story => ({
    name,
    ...base,
    acts,
    end,
    facts: [...factsOf(stage), "restsUntil", "notes"],
  });
  const rested = reason.coolOff === undefined ? undefined : terms.after(touched.at, reason.coolOff);
  const full = [...touched.acts, leave(touched.at, detailFor(reason))];
  return [
    story(say.leaves(stage.id, reason.id), full, touched.at),
    ...(reason.onlyAfter === undefined
      ? []
      : [
          story(
            say.leavesHollow(stage.id, reason.id),
            [...touched.acts.slice(1), leave(touched.at, detailFor(reason))],
            touched.at,
          ),
        ]),
    ...(reason.needsDetail
      ? [story(say.leavesWithoutDetail(stage.id, reason.id), [leave(touched.at, {})], touched.at)]
      : []),
    ...(rested === undefined
      ? []
      : [{ ...story(say.rested(reason.id), full, rested), facts: ["stage", "restsUntil"] }]),
  ];
}

/** Moved by hand from each stage that the contract names, and once without each field that it asks for. */
function handEntries(writing: Writing, stage: Stage): readonly Story[] {
  const { by } = stage;
  if (by === undefined) return [];
  return [
    ...stage.from.flatMap((from) => handEntry(writing, stage, { from, by })),
    ...stage.requires.flatMap((field) =>
      handEntry(writing, stage, { from: stage.from[0] ?? "new", by, without: field }),
    ),
  ];
}

interface HandEntry {
  readonly from: Id;
  readonly by: Id;
  readonly without?: Id;
}

function handEntry(writing: Writing, stage: Stage, { from, by, without }: HandEntry): readonly Story[] {
  const { satisfier, say, terms, start } = writing;
  const known = stage.requires.filter((field) => field !== without).map((field) => isKnown(field, true));
  const empty = without === undefined ? [] : [isKnown(without, false)];
  const showing = satisfier.show(
    { holding: [...(stage.criteria === undefined ? [] : [stage.criteria]), ...known, ...empty] },
    start,
  );
  const isNew = from === "new" || from === "any";
  // A record of another object is made by a link; one that is new there can't be told.
  const isElsewhere = terms.stages.get(stage.id)?.object !== terms.contract.scope.object;
  if (showing === undefined || (isNew && isElsewhere && without !== undefined)) return [];
  const name = without === undefined ? say.byHand(stage.id, from) : say.byHandWithout(stage.id, without);
  const begun = isNew ? { start, fields: showing.fields } : { start, stage: from, fields: showing.fields };
  const moved: Act = { at: showing.at, keys: { move: stage.id, by } };
  return [{ name, ...begun, acts: [...showing.acts, moved], end: showing.at, facts: [...factsOf(stage), "notes"] }];
}
