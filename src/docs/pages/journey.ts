import { cell, type DocumentContext } from "../document-context.ts";
import type { JourneySection } from "../page-model.ts";
import { wordsOfRichText } from "../rich-text.ts";

/** All stages and all handoffs, each a link to its own page. */
export function buildJourney(context: DocumentContext): JourneySection {
  const { contract, pages, text, who, labels, stage } = context;
  const { columns, intro, stages, handoffs } = pages.journey;
  const stageLink = (id: string) => cell(stage(id), `stage-${id}`);
  return {
    heading: { text: pages.titles.journey, anchor: "journey" },
    intro: intro(context.noun()),
    stages: {
      title: stages,
      intro: null,
      table: {
        columns: [columns.stage, columns.meaning, columns.owner],
        rows: [...contract.stages.values()].map(({ id, definition, owner }) => [
          stageLink(id),
          cell(wordsOfRichText(text(definition)) || labels.none),
          cell(owner === undefined ? labels.none : who(owner)),
        ]),
      },
      more: null,
    },
    handoffs:
      contract.handoffs.size === 0
        ? null
        : {
            title: handoffs,
            intro: null,
            table: {
              columns: [columns.handoff, columns.from, columns.to],
              rows: [...contract.handoffs.values()].map(({ id, from, to }) => [
                cell(context.handoff(id), `handoff-${id}`),
                cell(from.map(stage).join(", ")),
                stageLink(to),
              ]),
            },
            more: null,
          },
  };
}
