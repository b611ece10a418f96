import { type Assignment, type Handoff, type Id, receiverOf, senderOf } from "../../contract/index.ts";
import { deadlinesOfHandoff } from "../describe-deadline.ts";
import { consequencesOf, destinationOf } from "../describe-reason.ts";
import { cell, type DocumentContext, fact, headingOf, line, spoken } from "../document-context.ts";
import { exampleMoment } from "../example-moment.ts";
import type { Fact, HandoffEntry, HandoffsSection, Line } from "../section-model.ts";
import { capitalise } from "../words/index.ts";
import { signalsIn } from "./stage-entry.ts";
import { timelineOf } from "./timeline.ts";

/** Every handoff; null without one. */
export function buildHandoffs(context: DocumentContext): HandoffsSection | null {
  const { contract, labels, say } = context;
  if (contract.handoffs.size === 0) return null;
  return {
    heading: { text: labels.headings.handoffs, anchor: "handoffs" },
    intro: say.handoffs.intro,
    rules: { title: labels.handoff.rules, lines: say.handoffs.rules.map((rule) => line(rule)) },
    entries: [...contract.handoffs.values()].map((handoff) => buildHandoff(context, handoff)),
  };
}

function buildHandoff(context: DocumentContext, handoff: Handoff): HandoffEntry {
  const { labels, say } = context;
  const noun = context.noun(handoff.from[0]);
  const placed = deadlinesOfHandoff(context, handoff);
  const example =
    placed.length === 0 ? null : exampleMoment(context, context.clockOf(receiverOf(context.contract, handoff)));
  return {
    heading: headingOf("handoff", handoff.id, context.handoff(handoff.id)),
    summary: say.handoffs.summary(noun, originOf(context, handoff), sideOf(context, handoff.to)),
    facts: factsOf(context, handoff),
    example: example === null ? null : say.deadlines.exampleHandoff(noun, example.moment, example.zone),
    deadlinesTitle: labels.handoff.deadlines,
    timelines: placed.map((deadline) => timelineOf(context, deadline, example?.start)),
    refusal: refusalOf(context, handoff),
    responsibilitiesTitle: labels.handoff.responsibilities,
    responsibilities: responsibilitiesOf(context, handoff),
  };
}

function originOf(context: DocumentContext, { from }: Handoff): string {
  return context.say.choice(from.map((id) => sideOf(context, id)));
}

function sideOf({ contract, say, quoted, stage, who }: DocumentContext, id: string): string {
  return say.handoffs.side(quoted(stage(id)), who(contract.stages.get(id)?.owner));
}

function factsOf(context: DocumentContext, handoff: Handoff): readonly Fact[] {
  const { labels, say, quoted, field, who } = context;
  const { requires, helpful, assign, acceptance } = handoff;
  const names = (ids: readonly string[]) => say.list(ids.map((id) => quoted(field(id))));
  const missing = say.handoffs.missing(who(senderOf(context.contract, handoff)));
  const accepted = {
    decision: say.handoffs.decision,
    "first-touch": say.handoffs.firstTouch,
    automatic: say.handoffs.accepted,
  };
  return spoken([
    fact(labels.handoff.opening, openingOf(context, handoff)),
    fact(
      labels.handoff.requires,
      requires.length === 0 ? "" : [line(names(requires)), line(capitalise(missing)), ...raisedHands(context, handoff)],
    ),
    fact(labels.handoff.helpful, names(helpful)),
    fact(
      labels.handoff.assignment,
      assign.map((step, position) => line(assignmentOf(context, step, position))),
    ),
    fact(labels.handoff.acceptance, accepted[acceptance]),
    fact(labels.handoff.feedback, feedbackOf(context, handoff)),
  ]);
}

/** Who asks for a human is not kept waiting for data. */
function raisedHands(
  { contract, say, text, quoted }: DocumentContext,
  { from, by, criteria }: Handoff,
): readonly Line[] {
  if (by !== undefined) return [];
  const conditions = [...from.map((id) => contract.stages.get(id)?.criteria), criteria];
  const signals = [...new Set(conditions.flatMap((one) => (one === undefined ? [] : signalsIn(one))))];
  const raised = signals.flatMap((id) => contract.signals.get(id) ?? []).filter(({ handRaise }) => handRaise);
  if (raised.length === 0) return [];
  return [line(capitalise(say.handoffs.raisedHand(say.choice(raised.map(({ label }) => quoted(text(label)))))))];
}

function openingOf(context: DocumentContext, handoff: Handoff): readonly Line[] {
  const { say, who, quoted } = context;
  const { by, criteria, otherwise, from } = handoff;
  const noun = context.noun(from[0]);
  const origins = say.choice(from.map((id) => quoted(context.stage(id))));
  if (by !== undefined) {
    const way = say.handoffs.byHand(who(by));
    return criteria === undefined ? [line(way)] : [context.onCondition(way, criteria)];
  }
  if (otherwise) return [line(say.handoffs.otherwise(noun, origins))];
  const way = say.handoffs.automatic(noun, origins);
  return criteria === undefined ? [line(way)] : [context.onCondition(way, criteria)];
}

function assignmentOf(context: DocumentContext, step: Assignment, position: number): string {
  const receiver = receiverInWords(context, step);
  return capitalise(position === 0 ? receiver : context.say.handoffs.failing(receiver));
}

function receiverInWords(context: DocumentContext, step: Assignment): string {
  const { say, who } = context;
  if (step.kind === "keep") {
    return step.owner === "company-owner" ? say.handoffs.keepCompany : say.handoffs.keepContact;
  }
  const receiver = step.kind === "rotate" ? say.handoffs.rotate(who(step.role)) : who(step.role);
  return step.when === undefined ? receiver : say.handoffs.assignedWhen(receiver, context.condition(step.when));
}

function feedbackOf(context: DocumentContext, { feedback, from }: Handoff): string {
  if (feedback === undefined) return "";
  const { say, who, duration } = context;
  const parts = [
    say.handoffs.feedback(context.noun(from[0])),
    ...(feedback.to.length === 0 ? [] : [say.handoffs.readBy(say.list(feedback.to.map(who)))]),
    ...(feedback.within === undefined ? [] : [say.within.same(duration(feedback.within))]),
  ];
  return parts.join(", ");
}

function refusalOf(context: DocumentContext, handoff: Handoff): HandoffEntry["refusal"] {
  const { contract, labels, say, quoted } = context;
  const { feedback, recycle, from } = handoff;
  const noun = context.noun(from[0]);
  const reasons = (feedback?.reasons ?? []).flatMap((id) => contract.reasons.get(id) ?? []);
  if (reasons.length === 0) return null;
  const returns =
    recycle === undefined
      ? ""
      : say.handoffs.returns(
          recycle.max,
          context.duration(recycle.per),
          quoted(context.reason(recycle.reason)),
          destinationOf(context, recycle.reason, noun),
        );
  return {
    title: labels.handoff.refusal,
    intro: say.handoffs.refusal,
    table: {
      columns: [labels.columns.reason, labels.columns.consequence],
      rows: reasons.map((reason) => [
        cell(context.text(reason.label)),
        cell(capitalise(consequencesOf(context, reason, noun)) || labels.none),
      ]),
    },
    facts: spoken([fact(labels.handoff.returns, returns)]),
  };
}

function responsibilitiesOf(context: DocumentContext, handoff: Handoff): readonly Fact[] {
  const { labels, say, who } = context;
  const { accountable, informed } = handoff.responsibilities;
  const names = (ids: readonly string[]) => say.list(ids.map(who));
  return spoken([
    fact(labels.raci.responsible, names(doersOf(context, handoff))),
    fact(labels.raci.accountable, names(accountable)),
    fact(labels.raci.informed, names(informed)),
  ]);
}

/** Who does the work: those the contract names, else the receiver. */
export function doersOf({ contract }: DocumentContext, handoff: Handoff): readonly Id[] {
  const { responsible } = handoff.responsibilities;
  const receiver = receiverOf(contract, handoff);
  return responsible.length === 0 && receiver !== undefined ? [receiver] : responsible;
}
