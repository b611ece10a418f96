import type { Code } from "../catalogue/index.ts";
import type { RulePage } from "./page.ts";

export type { RulePage } from "./page.ts";

/** The page of every code; loaded only by the commands that print them. */
export const pages: Readonly<Partial<Record<Code, RulePage>>> = {};
