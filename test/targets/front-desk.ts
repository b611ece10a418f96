import { readFileSync } from "node:fs";
import type { Staff } from "./working-portal.ts";

/** A small contract with one handoff from marketing to sales, and an environment `far` that names who is who. */
export const frontDesk = readFileSync(
  new URL("../fixtures/targets/contracts/front-desk.yaml", import.meta.url),
  "utf8",
);

/** Who works there. */
export const staff: Staff = {
  "ada@example.test": "Sales",
  "ben@example.test": "Sales",
  "chief@example.test": "Board",
  "mia@example.test": "Marketing",
};
