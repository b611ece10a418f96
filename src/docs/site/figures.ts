import type { DocumentContext } from "../document-context.ts";
import type { DocumentModel } from "../document-model.ts";
import { drawStageMap } from "../pictures/stage-map.ts";
import { buildStageMapPicture } from "../pictures/stage-map-picture.ts";
import type { Line, Table } from "../section-model.ts";
import { type Markup, markup } from "./html.ts";

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
  const { asText } = context.pictures;
  const map = buildStageMapPicture(context, model.stageMap.diagram);
  return new Map([
    [
      "journey",
      [
        {
          title: map.title,
          svg: markup(await drawStageMap(map, "map")),
          alternative: asText,
          lines: model.stageMap.lines,
          table: null,
        },
      ],
    ],
  ]);
}
