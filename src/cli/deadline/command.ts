import { type Instant, parseLocalDateTime } from "../../calendar/index.ts";
import {
  type Contract,
  type DeadlineAnswer,
  datesOfDeadline,
  type PlacedDeadline,
  placedDeadlines,
} from "../../contract/index.ts";
import { type Language, nearest } from "../../diagnostics/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { loadSingle } from "../files/load-single.ts";
import type { Terminal } from "../terminal.ts";
import { renderAsJson, renderAsText } from "./views.ts";

/** The options of `revpact deadline`. */
export interface DeadlineOptions {
  readonly deadline: string;
  readonly path: string | undefined;
  readonly at: string | undefined;
  readonly priority: string | undefined;
  readonly format: "text" | "json";
  readonly language: Language;
}

/** Computes one deadline and prints its dates. */
export function runDeadline(options: DeadlineOptions, terminal: Terminal): Result<ExitCode> {
  const loaded = loadSingle(options.path, options.language, terminal);
  if (!loaded.ok) return loaded;
  const { contract } = loaded.value;
  const placed = findDeadline(contract, options.deadline);
  if (!placed.ok) return placed;
  const start = readStart(contract, placed.value, options.at);
  if (!start.ok) return start;
  const answer = datesOfDeadline(contract, placed.value, start.value);
  if (answer === undefined)
    return fail(
      exitCodes.usage,
      `no calendar answers for ${options.deadline}: none is named, or it never opens again`,
      "name one in calendar, or in the role that owes the deadline",
    );
  const chosen = choosePriority(answer, options.priority);
  if (!chosen.ok) return chosen;
  const shown = { contract, placed: placed.value, start: start.value, answer: chosen.value };
  if (options.format === "json") terminal.out(renderAsJson(shown));
  else terminal.out(renderAsText(shown, { language: options.language, paint: terminal.outPaint }));
  return succeed(exitCodes.done);
}

function findDeadline(contract: Contract, name: string): Result<PlacedDeadline> {
  const all = placedDeadlines(contract);
  const found = all.find((placed) => placed.name === name);
  if (found !== undefined) return succeed(found);
  const names = all.map((placed) => placed.name);
  const guess =
    nearest(name, names) ?? names.find((other) => other.startsWith(`${name}.`) || other.endsWith(`.${name}`));
  return fail(
    exitCodes.usage,
    `there is no deadline ${name}${guess === undefined ? "" : `; did you mean ${guess}`}`,
    names.length === 0 ? "the contract has none" : `the contract has ${names.join(", ")}`,
  );
}

/** Deadlines reach at most centuries further; after this they would have no date. */
const lastStart = Date.parse("9000-12-31T00:00:00Z");

/** Local time of the owing role's calendar, unless an offset says otherwise. */
function readStart(contract: Contract, { owedBy }: PlacedDeadline, at: string | undefined): Result<Instant> {
  if (at === undefined) return succeed(Math.floor(Date.now() / 60_000) * 60_000);
  const calendar = contract.calendars.get(contract.roles.get(owedBy ?? "")?.calendar ?? contract.calendar ?? "");
  const hasOffset = /T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(at);
  const start = hasOffset ? Date.parse(at) : parseLocalDateTime(at, calendar?.definition.timezone ?? "UTC");
  const isDay = parseLocalDateTime(`${at.slice(0, 10)}T00:00`, "UTC") !== undefined;
  if (start !== undefined && !Number.isNaN(start) && isDay)
    return start > lastStart
      ? fail(
          exitCodes.usage,
          `${at} is too far ahead`,
          "its due time would have no date of four digits: give a nearer one",
        )
      : succeed(start);
  return fail(
    exitCodes.usage,
    `${at} is no time`,
    "write it like 2027-03-26T17:15, with an offset (+01:00 or Z) if you like",
  );
}

function choosePriority(answer: DeadlineAnswer, priority: string | undefined): Result<DeadlineAnswer> {
  if (priority === undefined) return succeed(answer);
  const chosen = answer.dates.filter((dates) => dates.priority === priority);
  if (chosen.length > 0) return succeed({ ...answer, dates: chosen });
  const names = answer.dates.flatMap((dates) => dates.priority ?? []);
  const guess = nearest(priority, names);
  return fail(
    exitCodes.usage,
    `the deadline knows no priority ${priority}${guess === undefined ? "" : `; did you mean ${guess}`}`,
    names.length === 0 ? "it is the same for all priorities: leave --priority out" : `it has ${names.join(", ")}`,
  );
}
