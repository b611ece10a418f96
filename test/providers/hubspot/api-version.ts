import type { ApiVersion } from "../../../src/engine/index.ts";

/** The version that this run of the provider tests speaks: vitest.config.ts runs them once for each. */
export const apiVersion: ApiVersion = process.env["REVPACT_TEST_API"] === "2026-03" ? "2026-03" : "v3";

/** The older spelling of a path, in which the tests are written, and the dated one. */
const spellings: readonly (readonly [older: string, dated: string])[] = [
  ["/crm/v3/properties", "/crm/properties/2026-03"],
  ["/crm/v3/pipelines", "/crm/pipelines/2026-03"],
  ["/crm/v3/lists", "/crm/lists/2026-03"],
  ["/crm/v3/owners", "/crm/owners/2026-03"],
  ["/crm/v3/limits", "/crm/limits/2026-03"],
  ["/automation/v4/flows", "/automation/2026-09-beta/flows"],
  ["/account-info/v3", "/account-info/2026-03"],
  ["/events/v3/event-definitions", "/events/2026-03/event-definitions"],
];

/** A path written in the older spelling, as this run's version has it. */
export function asSent(path: string): string {
  if (apiVersion === "v3") return path;
  const spelling = spellings.find(([older]) => path.startsWith(older));
  return spelling === undefined ? path : `${spelling[1]}${path.slice(spelling[0].length)}`;
}

/** A path as it was sent, in the older spelling. */
export function asWritten(path: string): string {
  const spelling = spellings.find(([, dated]) => path.startsWith(dated));
  return spelling === undefined ? path : `${spelling[0]}${path.slice(spelling[1].length)}`;
}
