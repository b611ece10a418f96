import { criteriaRows } from "./criteria.ts";
import { deadlineRows } from "./deadlines.ts";
import { eventRows } from "./events.ts";
import { feedbackRows } from "./feedback.ts";
import { lifecycleRows } from "./lifecycle.ts";
import { mappingRows } from "./mapping.ts";
import { nameRows } from "./names.ts";
import { responsibilityRows } from "./responsibilities.ts";
import type { CatalogueRow } from "./row.ts";
import { shapeRows } from "./shape.ts";
import { syntaxRows } from "./syntax.ts";
import { testRows } from "./tests.ts";
import { versionRows } from "./versions.ts";
import { wordRows } from "./words.ts";

export type { CatalogueRow, FindingArgs, Severity } from "./row.ts";

/** The table of codes: every fact about a code stands here once. A code is never reused. */
export const catalogue = {
  ...syntaxRows,
  ...shapeRows,
  ...nameRows,
  ...lifecycleRows,
  ...criteriaRows,
  ...deadlineRows,
  ...responsibilityRows,
  ...feedbackRows,
  ...mappingRows,
  ...versionRows,
  ...wordRows,
  ...testRows,
  ...eventRows,
};

/** A code of the table, such as `GRA302`. */
export type Code = keyof typeof catalogue;

/** The arguments of a code's message. */
export type ArgsOf<C extends Code> = (typeof catalogue)[C] extends CatalogueRow<infer A> ? A : never;

/** Every code, in the order of the families. */
export const codes: readonly Code[] = Object.keys(catalogue).filter(isCode);

/** True when a text is a code of the table. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}
