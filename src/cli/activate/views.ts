import type { Language } from "../../diagnostics/index.ts";
import { canonicalJson, jsonOf, type RecordCount, type WorkflowState } from "../../engine/index.ts";
import { describeProviderError } from "../portal/provider-failure.ts";
import type { Paint } from "../terminal.ts";
import type { Entrants } from "./count-entrants.ts";
import type { Switched } from "./switch-workflows.ts";
import { words } from "./words.ts";

/** What is shown of the workflows, and how. */
export interface Shown {
  readonly states: readonly WorkflowState[];
  readonly entrants: Entrants;
  readonly language: Language;
  readonly paint: Paint;
  /** The CRM's URL. */
  readonly place: string;
}

/** Every workflow with its state and the records that would enter it now. */
export function renderStates({ states, entrants, language, paint, place }: Shown): string {
  const say = words[language];
  const rows = states.map((state) => [
    state.isOn ? say.on : say.off,
    entering(state, entrants, language),
    nameOf(state),
  ]);
  const [first = 0, second = 0] = [0, 1].map((column) =>
    Math.max(...[say.columns, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly (string | undefined)[]): string =>
    `  ${(row[0] ?? "").padEnd(first)}  ${(row[1] ?? "").padEnd(second)}  ${row[2] ?? ""}`;
  const failure = [...entrants.values()].find((count) => "code" in count);
  return `${[
    paint.bold(say.head(states.filter(({ isOn }) => isOn).length, states.length)),
    paint.dim(line(say.columns)),
    ...rows.map((row, index) => (states[index]?.isOn === true ? paint.green(line(row)) : line(row))),
    ...(failure === undefined || !("code" in failure)
      ? []
      : [paint.yellow(say.failedCount(describeProviderError(failure, place).message))]),
  ].join("\n")}\n`;

  function nameOf({ name, notReady }: WorkflowState): string {
    return notReady === undefined ? name : `${name}  ${paint.yellow(say.notReady[notReady])}`;
  }
}

function entering({ address, isOn, lets, notReady }: WorkflowState, entrants: Entrants, language: Language): string {
  const say = words[language];
  if (isOn || notReady !== undefined) return "";
  if (lets === undefined) return say.waits;
  const count = entrants.get(address);
  if (count === undefined || "code" in count) return say.notCounted;
  return printCount(count, language);
}

function printCount({ records, isExact }: RecordCount, language: Language): string {
  // Nothing can't be less.
  return isExact || records === 0 ? String(records) : words[language].atMost(records);
}

/** What became of those that were switched: the verdict, then what went wrong. */
export function renderSwitched(
  results: readonly Switched[],
  { isOn, language, paint, place }: { readonly isOn: boolean } & Pick<Shown, "language" | "paint" | "place">,
): string {
  const say = words[language];
  const done = results.filter(({ outcome }) => outcome === "done").length;
  const colour = done === results.length ? paint.green : paint.yellow;
  const rest = results
    .filter(({ outcome }) => outcome !== "done")
    .map((result) => `  ${paint.yellow("!")} ${lineOf(result)}`);
  return `${[colour(say.done(isOn, done)), ...rest].join("\n")}\n`;

  function lineOf(result: Switched): string {
    const { name } = result.state;
    switch (result.outcome) {
      case "failed":
        return `${name}  ${describeProviderError(result.error, place).message}`;
      case "changed":
        return `${name}  ${say.changed}`;
      case "gone":
        return `${name}  ${say.gone}`;
      case "not-run":
        return `${name}  ${say.notRun}`;
      case "done":
        return name;
      default:
        return result satisfies never;
    }
  }
}

/** The same for a program. */
export function renderActivationJson(
  { states, entrants }: Pick<Shown, "states" | "entrants">,
  results: readonly Switched[],
): string {
  const outcomes = new Map(results.map((result) => [result.state.address, result]));
  const workflows = states.map(({ address, name, clause, object, isOn, notReady, lets }) => {
    const count = entrants.get(address);
    const result = outcomes.get(address);
    return {
      ...{ address, name, clause, object, isOn },
      ...(notReady === undefined ? {} : { notReady }),
      waitsForChange: lets === undefined,
      ...(count === undefined || "code" in count ? {} : { enteringNow: count }),
      ...(result === undefined ? {} : { outcome: result.outcome }),
      ...(result?.outcome === "failed" ? { error: result.error } : {}),
    };
  });
  return `${canonicalJson(jsonOf({ formatVersion: 1, workflows }))}\n`;
}
