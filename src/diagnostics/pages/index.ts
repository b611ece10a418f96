import type { Code } from "../catalogue/index.ts";
import { criteriaPages } from "./criteria.ts";
import { deadlinePages } from "./deadlines.ts";
import { eventPages } from "./events.ts";
import { feedbackPages } from "./feedback.ts";
import { lifecyclePages } from "./lifecycle.ts";
import { mappingPages } from "./mapping.ts";
import { namePages } from "./names.ts";
import type { RulePage } from "./page.ts";
import { responsibilityPages } from "./responsibilities.ts";
import { shapePages } from "./shape.ts";
import { syntaxPages } from "./syntax.ts";
import { testPages } from "./tests.ts";
import { versionPages } from "./versions.ts";
import { wordPages } from "./words.ts";

export type { ExampleForm, RulePage } from "./page.ts";

/** The page of every code; loaded only by the commands that print them. */
export const pages: Readonly<Record<Code, RulePage>> = {
  ...syntaxPages,
  ...shapePages,
  ...namePages,
  ...lifecyclePages,
  ...criteriaPages,
  ...deadlinePages,
  ...responsibilityPages,
  ...feedbackPages,
  ...mappingPages,
  ...versionPages,
  ...wordPages,
  ...testPages,
  ...eventPages,
};
