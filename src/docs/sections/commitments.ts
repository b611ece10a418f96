import type { Commitment, Id } from "../../contract/index.ts";
import { formatNumber } from "../../diagnostics/index.ts";
import { deadlinesOfHandoff, deadlinesOfStage } from "../describe-deadline.ts";
import { cell, type DocumentContext } from "../document-context.ts";
import { formatBound, formatPeriod } from "../format-quantity.ts";
import { wordsOfRichText } from "../rich-text.ts";
import type { TableSection } from "../section-model.ts";
import { capitalise, type Noun } from "../words/index.ts";

/** What the parties owe each other; null without commitments. */
export function buildCommitments(context: DocumentContext): TableSection | null {
  const { contract, labels, say } = context;
  return tableOf(context, [...contract.commitments.values()], {
    heading: { text: labels.headings.commitments, anchor: "commitments" },
    intro: say.commitments.intro,
    notes: [say.commitments.periods],
  });
}

/** What each function brings to the revenue; null where the contract does not say. */
export function buildContribution(context: DocumentContext): TableSection | null {
  const { contract, labels, say } = context;
  return tableOf(context, [...contract.contribution.values()], {
    heading: { text: labels.headings.contribution, anchor: "contribution" },
    intro: say.commitments.contributionIntro,
    notes: [],
  });
}

/** A commitment in one phrase: `have at least 60% of the contacts accepted ("Handoff to the SDR"), every month`. */
export function commitmentSentence(context: DocumentContext, commitment: Commitment): string {
  const { say, labels, language } = context;
  const { name, noun } = measured(context, commitment.of);
  const promise = say.commitments.promises[commitment.measure];
  return `${promise(formatBound(commitment.bound, language), noun, name)}, ${labels.every[commitment.per]}`;
}

function tableOf(
  context: DocumentContext,
  commitments: readonly Commitment[],
  titles: Pick<TableSection, "heading" | "intro" | "notes">,
): TableSection | null {
  const { labels, say, who, language } = context;
  if (commitments.length === 0) return null;
  const { columns } = labels;
  return {
    ...titles,
    table: {
      columns: [columns.by, columns.to, columns.commitment, columns.bound, columns.details],
      rows: commitments.map((commitment) => [
        cell(who(commitment.by)),
        cell(commitment.to === undefined ? say.commitments.management : who(commitment.to)),
        cell(capitalise(measureOf(context, commitment))),
        cell(`${formatBound(commitment.bound, language)} ${labels.periods[commitment.per]}`),
        cell(capitalise(detailsOf(context, commitment)) || labels.none),
      ]),
    },
  };
}

function detailsOf({ say, text, language }: DocumentContext, commitment: Commitment): string {
  const { definition, except, ignoreBelow } = commitment;
  const parts = [
    ...[...except].map(([period, bound]) =>
      say.commitments.except(formatPeriod(period, language), formatBound(bound, language)),
    ),
    ...(ignoreBelow === undefined ? [] : [say.commitments.ignoreBelow(formatNumber(ignoreBelow, language))]),
  ];
  const details = parts.join(language === "fr" ? "\u202f; " : "; ");
  return [wordsOfRichText(text(definition)), capitalise(details)].filter((part) => part !== "").join(" ");
}

function measureOf(context: DocumentContext, { measure, of }: Commitment): string {
  const { name, noun } = measured(context, of);
  return context.say.commitments.measures[measure](noun, name);
}

/** What is measured may be a handoff, `handoff.deadline`, a stage, `stage.deadline`, or a pipeline. */
function measured(context: DocumentContext, of: string): { readonly name: string; readonly noun: Noun } {
  const { contract, quoted, say } = context;
  const [id = "", deadlineId] = of.split(".");
  const handoff = contract.handoffs.get(id);
  const stage = contract.stages.get(id);
  const place = handoff === undefined ? context.stage(id) : context.handoff(id);
  const noun = context.noun(handoff === undefined ? stage?.id : handoff.from[0]);
  const pipeline = contract.pipelines.get(id);
  if (pipeline !== undefined) return { name: quoted(context.text(pipeline.label)), noun: say.objects[pipeline.object] };
  const placed = handoff === undefined ? deadlinesOf(context, stage?.id) : deadlinesOfHandoff(context, handoff);
  const title = placed.find(({ deadline }) => deadline.id === deadlineId)?.title;
  return { name: title === undefined ? quoted(place) : `${title}, ${quoted(place)}`, noun };
}

function deadlinesOf(context: DocumentContext, id: Id | undefined) {
  const stage = context.contract.stages.get(id ?? "");
  return stage === undefined ? [] : deadlinesOfStage(context, stage);
}
