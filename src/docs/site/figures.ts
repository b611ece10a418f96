import { type Handoff, type Id, natureOf, partyOf, senderOf } from "../../contract/index.ts";
import type { Condition } from "../../criteria/index.ts";
import { deadlinesOfHandoff, deadlinesOfStage, type PlacedDeadline } from "../describe-deadline.ts";
import type { DocumentContext } from "../document-context.ts";
import type { DocumentModel } from "../document-model.ts";
import {
  buildCriteriaPicture,
  buildFunnelPicture,
  buildLoopPicture,
  buildStageMapPicture,
  buildSwimlanePicture,
  buildTimelinePicture,
  describeCriteriaPicture,
  drawCriteria,
  drawFunnel,
  drawLoop,
  drawStageMap,
  drawSwimlane,
  drawTimeline,
} from "../pictures/index.ts";
import type { Line, Table } from "../section-model.ts";
import { type Markup, markup, printedText } from "./html.ts";
import { printedModel } from "./printed-model.ts";

/** A picture with its words, and what it says for those who do not see it. */
export interface Figure {
  readonly title: string;
  readonly svg: Markup;
  /** What the text below it is called; null where a table on the page says the same. */
  readonly alternative: string | null;
  readonly lines: readonly Line[];
  readonly table: Table | null;
}

/** The pictures of each page, by the page's id. */
export type Figures = ReadonlyMap<string, readonly Figure[]>;

/** Draws every picture of a contract in one language. */
export async function buildFigures(context: DocumentContext, model: DocumentModel): Promise<Figures> {
  const { contract } = context;
  return new Map<string, readonly Figure[]>([
    ["index", funnelFigures(context)],
    ["journey", [await mapFigure(context, model), ...swimlaneFigures(context, model)]],
    ...[...contract.parties.keys()].map((party) => [`guide-${party}`, guideFigures(context, party)] as const),
    ...[...contract.handoffs.values()].map((handoff) => {
      const id = `handoff-${handoff.id}`;
      return [
        id,
        [
          ...loopFigures(context, handoff, id),
          ...criteriaFigures(context, { name: context.handoff(handoff.id), condition: handoff.criteria }, id),
          ...timelineFigures(context, deadlinesOfHandoff(context, handoff), id),
        ],
      ] as const;
    }),
    ...[...contract.stages.values()].map((stage) => {
      const id = `stage-${stage.id}`;
      return [
        id,
        [
          ...criteriaFigures(context, { name: context.stage(stage.id), condition: stage.criteria }, id),
          ...timelineFigures(context, deadlinesOfStage(context, stage), id),
        ],
      ] as const;
    }),
  ]);
}

const noText = { alternative: null, lines: [], table: null };

/** Texts of a picture set as the language asks, like those of the page around it. */
function printedPicture<T>(picture: T, { language }: DocumentContext): T {
  // Printing keeps the shape of what it prints.
  return printedModel(picture, language) as T;
}

function funnelFigures(context: DocumentContext): readonly Figure[] {
  const built = buildFunnelPicture(context);
  if (built === undefined) return [];
  const funnel = printedPicture(built, context);
  return [{ title: funnel.title, svg: markup(drawFunnel(funnel, "funnel")), ...noText }];
}

async function mapFigure(context: DocumentContext, { stageMap }: DocumentModel): Promise<Figure> {
  const map = printedPicture(buildStageMapPicture(context, stageMap.diagram), context);
  const svg = markup(await drawStageMap(map, "map"));
  return { title: map.title, svg, ...inWords(context, stageMap.lines) };
}

function swimlaneFigures(context: DocumentContext, { journey }: DocumentModel): readonly Figure[] {
  const built = buildSwimlanePicture(context);
  if (built === undefined) return [];
  const swimlane = printedPicture(built, context);
  const words = { ...inWords(context, []), table: printedPicture(journey.stages.table, context) };
  return [{ title: swimlane.title, svg: markup(drawSwimlane(swimlane, "swimlane")), ...words }];
}

function inWords(context: DocumentContext, lines: readonly Line[]) {
  const { language, pictures } = context;
  const alternative = printedText(pictures.asText, language);
  return { alternative, lines: printedPicture(lines, context), table: null };
}

/** The section about refusals on the page says the same. */
function loopFigures(context: DocumentContext, handoff: Handoff, id: string): readonly Figure[] {
  const built = buildLoopPicture(context, handoff);
  if (built === undefined) return [];
  const loop = printedPicture(built, context);
  return [{ title: loop.title, svg: markup(drawLoop(loop, `${id}-loop`)), ...noText }];
}

function criteriaFigures(
  context: DocumentContext,
  { name, condition }: { readonly name: string; readonly condition: Condition | undefined },
  id: string,
): readonly Figure[] {
  const built = condition === undefined ? undefined : buildCriteriaPicture(context, { name, condition });
  if (built === undefined) return [];
  const criteria = printedPicture(built, context);
  const svg = markup(drawCriteria(criteria, `${id}-criteria`));
  return [{ title: criteria.title, svg, ...inWords(context, describeCriteriaPicture(built, context)) }];
}

/** What a guide shows of criteria: those of the handoffs its party makes and of the stages it looks after. */
function guideFigures(context: DocumentContext, party: Id): readonly Figure[] {
  const { contract } = context;
  const isOf = (role: Id | undefined) => role !== undefined && partyOf(contract, role) === party;
  const stages = [...contract.stages.values()].filter(
    (stage) => isOf(stage.owner) && !["mirror", "parking"].includes(natureOf(contract, stage)),
  );
  const handoffs = [...contract.handoffs.values()].filter((handoff) => isOf(senderOf(contract, handoff)));
  const subjects = [
    ...stages.map(({ id, criteria }) => ({ id: `stage-${id}`, name: context.stage(id), condition: criteria })),
    ...handoffs.map(({ id, criteria }) => ({ id: `handoff-${id}`, name: context.handoff(id), condition: criteria })),
  ];
  return subjects
    .flatMap((subject) => criteriaFigures(context, subject, `guide-${party}-${subject.id}`))
    .slice(0, mostInGuide);
}

/** More pictures would make a guide too heavy for a phone; each stage and handoff has its own. */
const mostInGuide = 6;

/** The table of each deadline on the page says the same. */
function timelineFigures(context: DocumentContext, placed: readonly PlacedDeadline[], id: string): readonly Figure[] {
  return placed.flatMap((one, index) => {
    const built = buildTimelinePicture(context, one);
    if (built === undefined) return [];
    const timeline = printedPicture(built, context);
    return [{ title: timeline.title, svg: markup(drawTimeline(timeline, `${id}-clock-${index}`)), ...noText }];
  });
}
