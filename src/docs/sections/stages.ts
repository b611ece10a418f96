import { type Handoff, natureOf, objectOf, type Stage, senderOf } from "../../contract/index.ts";
import { deadlinesOfStage } from "../describe-deadline.ts";
import { consequencesOf, destinationOf } from "../describe-reason.ts";
import { type DocumentContext, fact, headingOf, line, spoken } from "../document-context.ts";
import { exampleMoment } from "../example-moment.ts";
import { formatShare } from "../format-quantity.ts";
import type { Line, StageEntry, StagesSection } from "../section-model.ts";
import { capitalise } from "../words/index.ts";
import { entryLines } from "./stage-entry.ts";
import { timelineOf } from "./timeline.ts";

/** Every stage: what it means, who owns it, how records come, wait and go. */
export function buildStages(context: DocumentContext): StagesSection {
  const { contract, labels, say } = context;
  return {
    heading: { text: labels.headings.stages, anchor: "stages" },
    intro: say.stages.intro(context.noun()),
    entries: [...contract.stages.values()].map((stage) => buildStage(context, stage)),
  };
}

function buildStage(context: DocumentContext, stage: Stage): StageEntry {
  const { labels, say, quoted } = context;
  const placed = deadlinesOfStage(context, stage);
  const example = placed.length === 0 ? null : exampleMoment(context, context.clockOf(stage.owner));
  const noun = context.noun(stage.id);
  const lifecycle = stage.crm?.lifecycleStage;
  return {
    heading: headingOf("stage", stage.id, context.stage(stage.id)),
    definition: context.text(stage.definition) || null,
    facts: spoken([
      fact(labels.stage.owner, stage.owner === undefined ? "" : context.who(stage.owner)),
      fact(labels.stage.kind, kindOf(context, stage)),
      fact(labels.stage.entry, entryLines(context, stage)),
      fact(labels.stage.requires, say.list(stage.requires.map((id) => quoted(context.field(id))))),
      fact(labels.stage.statuses, stage.statuses.map(({ label }) => context.text(label)).join(", ")),
      fact(labels.stage.exits, exitLines(context, stage)),
      fact(labels.stage.expiry, expiryOf(context, stage)),
      fact(labels.stage.crm, lifecycle === undefined ? "" : say.stages.lifecycle(quoted(lifecycle))),
    ]),
    example: example === null ? null : say.deadlines.exampleStage(noun, example.moment, example.zone),
    deadlinesTitle: labels.handoff.deadlines,
    timelines: placed.map((deadline) => timelineOf(context, deadline, example?.start)),
  };
}

function kindOf(context: DocumentContext, stage: Stage): string {
  const { contract, say, language, quoted } = context;
  const noun = context.noun(stage.id);
  const pipeline = contract.pipelines.get(stage.pipeline ?? "");
  const parts = [
    ...(pipeline === undefined ? [] : [say.stages.pipeline(quoted(context.text(pipeline.label)), noun)]),
    ...(stage.probability === undefined ? [] : [say.stages.probability(formatShare(stage.probability, language))]),
    ...(stage.parking ? [say.stages.parking(noun)] : []),
    ...(stage.closed === undefined ? [] : [say.stages[stage.closed]]),
    ...(natureOf(contract, stage) === "mirror" ? [say.stages.mirror] : []),
  ];
  return capitalise(parts.join(language === "fr" ? "\u202f; " : "; "));
}

function exitLines(context: DocumentContext, stage: Stage): readonly Line[] {
  const { contract, labels, quoted } = context;
  const noun = context.noun(stage.id);
  const onward = [...contract.handoffs.values()].filter(({ from }) => from.includes(stage.id));
  return [
    ...onward.map((handoff) => handoffLine(context, handoff)),
    ...moveLines(context, stage),
    ...stage.exitReasons.flatMap((id) => {
      const reason = contract.reasons.get(id);
      const destination = reason === undefined ? "" : consequencesOf(context, reason, noun);
      return [line(`${quoted(context.reason(id))}${labels.colon} ${destination || labels.none}`)];
    }),
  ];
}

/** A handoff that leaves a stage, and where its refusals lead. */
function handoffLine(context: DocumentContext, handoff: Handoff): Line {
  const { contract, say, quoted, stage, who } = context;
  const { feedback, recycle, id, to } = handoff;
  const reasons = [...(feedback?.reasons ?? []), ...(recycle === undefined ? [] : [recycle.reason])];
  const destinations = [...new Set(reasons.flatMap((reason) => contract.reasons.get(reason)?.moveTo ?? []))];
  const stages = destinations.filter((destination) => destination !== "sender");
  const ways = [
    ...(stages.length === 0 ? [] : [say.stages.toStage(say.choice(stages.map((one) => quoted(stage(one)))))]),
    ...(destinations.includes("sender") ? [say.stages.staysForSender(who(senderOf(context.contract, handoff)))] : []),
  ];
  const refused = ways.length === 0 ? [] : [line(capitalise(say.stages.ifRefused(say.choice(ways))))];
  return line(say.stages.onHandoff(context.handoff(id), quoted(stage(to))), refused);
}

/** The stages that take records from this one, by themselves or by hand. */
function moveLines(context: DocumentContext, stage: Stage): readonly Line[] {
  const { contract, say, quoted, who } = context;
  const others = [...contract.stages.values()].filter(({ id }) => id !== stage.id);
  const moves = others.flatMap(({ id, from, by, criteria }) => {
    if (!from.includes(stage.id) || (by === undefined && criteria === undefined)) return [];
    return [say.map.line(quoted(context.stage(id)), by === undefined ? say.map.automatic : say.map.by(who(by)))];
  });
  const isOpenOrParking = stage.closed === undefined;
  const takers = others.filter(
    (other) => isOpenOrParking && other.from.includes("any") && objectOf(contract, other) === objectOf(contract, stage),
  );
  const fromAnywhere =
    takers.length === 0 ? [] : [say.stages.fromAnywhere(say.choice(takers.map(({ id }) => quoted(context.stage(id)))))];
  return [...moves, ...fromAnywhere].map((text) => line(capitalise(text)));
}

function expiryOf(context: DocumentContext, stage: Stage): string {
  if (stage.expires === undefined) return "";
  const { after, reason } = stage.expires;
  const { contract, say, duration, quoted, language } = context;
  const destination = destinationOf(context, reason, context.noun(stage.id));
  const expiry = say.stages.expiry(duration(after), quoted(context.reason(reason)), destination);
  // A stage where work is owed may expire too, but then somebody has not done it.
  if (natureOf(contract, stage) !== "worked") return expiry;
  return [expiry, say.stages.breach(context.who(stage.owner))].join(language === "fr" ? "\u202f; " : "; ");
}
