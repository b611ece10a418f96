import { type Handoff, type Id, partyOf, receiverOf, senderOf } from "../../contract/index.ts";
import { deadlinesOfHandoff, deadlinesOfStage, describeWithin, type PlacedDeadline } from "../describe-deadline.ts";
import { cell, type DocumentContext, headingOf, line } from "../document-context.ts";
import type { GuideHandoffs, GuideSection, TableBlock } from "../page-model.ts";
import { wordsOfRichText } from "../rich-text.ts";
import type { Cell, HandoffEntry, Line } from "../section-model.ts";
import { commitmentSentence } from "../sections/commitments.ts";
import { escalationLadder } from "../sections/deadlines.ts";
import { capitalise } from "../words/index.ts";
import { describeWorstWait } from "../worst-wait.ts";
import { buildCalculator } from "./calculator.ts";

/** A guide for each party, in the order of the contract; handoffs come from the sections of the document. */
export function buildGuides(context: DocumentContext, entries: readonly HandoffEntry[]): readonly GuideSection[] {
  return [...context.contract.parties.keys()].map((party) => buildGuide(context, party, entries));
}

function buildGuide(context: DocumentContext, party: Id, entries: readonly HandoffEntry[]): GuideSection {
  const { contract, pages, who } = context;
  const { guide } = pages;
  const isOf = (role: Id | undefined) => role !== undefined && partyOf(contract, role) === party;
  const handoffs = [...contract.handoffs.values()];
  const isReceived = (handoff: Handoff) => isOf(receiverOf(contract, handoff));
  const isHanded = (handoff: Handoff) => isOf(senderOf(contract, handoff));
  const entriesOf = (some: readonly Handoff[]) =>
    some.flatMap(({ id }) => entries.find(({ heading }) => heading.anchor === `handoff-${id}`) ?? []);
  const block = (title: string, some: readonly Handoff[]) => handoffsBlock(context, title, entriesOf(some));
  const owed = placedDeadlines(context).filter(({ owedBy }) => isOf(owedBy));
  const heading = { text: pages.titles.guide(who(party)), anchor: `guide-${party}` };
  return {
    party,
    heading,
    intro: guide.intro(
      who(party),
      counterpartsOf(
        context,
        party,
        handoffs.filter((one) => isReceived(one) || isHanded(one)),
      ),
    ),
    receives: block(
      guide.receives,
      handoffs.filter((one) => isReceived(one) && !isHanded(one)),
    ),
    internal: block(
      guide.internal,
      handoffs.filter((one) => isReceived(one) && isHanded(one)),
    ),
    hands: block(
      guide.hands,
      handoffs.filter((one) => isHanded(one) && !isReceived(one)),
    ),
    owes: owedTable(context, owed),
    commitments: linesBlock(guide.commitments, commitmentLines(context, isOf)),
    returns: linesBlock(guide.returns, returnLines(context, party)),
    stages: stagesTable(context, isOf),
    criteriaTitle: guide.criteria,
    detailsLabel: guide.details,
    calculator: buildCalculator(context, owed, `calculator-${party}`),
  };
}

/** More than this nobody reads one after the other, and a page of them would be too heavy for a phone. */
const mostInFull = 15;

function handoffsBlock(
  context: DocumentContext,
  title: string,
  entries: readonly HandoffEntry[],
): GuideHandoffs | null {
  if (entries.length === 0) return null;
  if (entries.length <= mostInFull) return { title, entries, table: null };
  const { columns } = context.pages.journey;
  const rows = entries.map(({ heading, summary }) => [cell(heading.text, heading.anchor), cell(summary)]);
  return { title, entries: [], table: { columns: [columns.handoff, columns.meaning], rows } };
}

function linesBlock(title: string, lines: readonly Line[]): { title: string; lines: readonly Line[] } | null {
  return lines.length === 0 ? null : { title, lines };
}

/** Who stands at the other end of the handoffs, each party once. */
function counterpartsOf(
  { contract, who }: DocumentContext,
  party: Id,
  handoffs: readonly Handoff[],
): readonly string[] {
  const roles = handoffs.flatMap((handoff) => [senderOf(contract, handoff), receiverOf(contract, handoff)]);
  const parties = roles.flatMap((role) => (role === undefined ? [] : (partyOf(contract, role) ?? [])));
  return [...new Set(parties)].filter((other) => other !== party).map(who);
}

/** Every deadline of the contract, those of handoffs first. */
export function placedDeadlines(context: DocumentContext): readonly PlacedDeadline[] {
  const { handoffs, stages } = context.contract;
  return [
    ...[...handoffs.values()].flatMap((handoff) => deadlinesOfHandoff(context, handoff)),
    ...[...stages.values()].flatMap((stage) => deadlinesOfStage(context, stage)),
  ];
}

/** Where a deadline stands, as a link. */
export function placeCell(context: DocumentContext, { place }: PlacedDeadline): Cell {
  return place.kind === "handoff"
    ? cell(context.handoff(place.handoff.id), `handoff-${place.handoff.id}`)
    : cell(context.stage(place.stage.id), `stage-${place.stage.id}`);
}

/** A page of 300 kB holds this many rows in the longer language; every handoff and stage has its own page. */
const mostRows = 120;

function owedTable(context: DocumentContext, owed: readonly PlacedDeadline[]): TableBlock | null {
  if (owed.length === 0) return null;
  const { labels, pages } = context;
  const { columns } = labels;
  return {
    title: pages.guide.owes,
    intro: pages.guide.owesIntro,
    table: {
      columns: [columns.deadline, columns.where, columns.owedBy, columns.within, pages.guide.worst, columns.late],
      rows: owed
        .slice(0, mostRows)
        .map((placed) => [
          cell(placed.title),
          placeCell(context, placed),
          cell(context.who(placed.owedBy)),
          cell(capitalise(describeWithin(context, placed.deadline))),
          cell(describeWorstWait(context, placed) ?? labels.none),
          cell(escalationLadder(context, placed)),
        ]),
    },
    more: owed.length > mostRows ? pages.guide.moreRows(owed.length - mostRows) : null,
  };
}

function commitmentLines(context: DocumentContext, isOf: (role: Id) => boolean): readonly Line[] {
  const { contract, pages, who } = context;
  return [...contract.commitments.values(), ...contract.contribution.values()]
    .filter(({ by }) => isOf(by))
    .map((one) => line(pages.guide.committed(who(one.by), commitmentSentence(context, one))));
}

/** The decisions this party reads, and what others commit to towards it. */
function returnLines(context: DocumentContext, party: Id): readonly Line[] {
  const { contract, pages, who, quoted, say, duration } = context;
  const isReader = (name: Id) => partyOf(contract, name) === party;
  const decisions = [...contract.handoffs.values()].flatMap((handoff) => {
    const { feedback, from } = handoff;
    if (feedback === undefined || !feedback.to.some(isReader)) return [];
    const within = feedback.within === undefined ? "" : say.within.same(duration(feedback.within));
    const name = quoted(context.handoff(handoff.id));
    return [line(pages.guide.returnOf(who(receiverOf(contract, handoff)), context.noun(from[0]), name, within))];
  });
  const promised = [...contract.commitments.values()]
    .filter(({ by, to }) => to !== undefined && isReader(to) && !isReader(by))
    .map((one) => line(pages.guide.committed(who(one.by), commitmentSentence(context, one))));
  return [...decisions, ...promised];
}

function stagesTable(context: DocumentContext, isOf: (role: Id | undefined) => boolean): TableBlock | null {
  const { contract, pages, text, labels, who } = context;
  const owned = [...contract.stages.values()].filter(({ owner }) => isOf(owner));
  if (owned.length === 0) return null;
  const { columns } = pages.journey;
  return {
    title: pages.guide.stages,
    intro: null,
    table: {
      columns: [columns.stage, columns.meaning, columns.owner],
      rows: owned.map(({ id, definition, owner }) => [
        cell(context.stage(id), headingOf("stage", id, "").anchor),
        cell(wordsOfRichText(text(definition)) || labels.none),
        cell(who(owner)),
      ]),
    },
    more: null,
  };
}
