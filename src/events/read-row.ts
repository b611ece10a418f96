import type { Instant, TimeZone } from "../calendar/index.ts";
import { nearest } from "../diagnostics/index.ts";
import type { Happening } from "../journey/index.ts";
import { eventKinds, isEventKind } from "./event-kinds.ts";
import type { EventReading, EventRow, RowHead } from "./event-row.ts";
import { readFields } from "./read-fields.ts";
import { readHappening } from "./read-happening.ts";
import { readTime } from "./read-time.ts";
import { type CellProblem, cellProblem } from "./row-problem.ts";

/** Reads whom a row is about and when; every problem it has is told. */
export function readHead(
  row: EventRow,
  zone: TimeZone,
): { readonly head?: RowHead; readonly problems: readonly CellProblem[] } {
  const record = row.cell("record");
  const problems: CellProblem[] = [];
  if (record === "") problems.push(cellProblem("EVT009", "record", { column: "record", event: "" }));
  const at = readMoment(row, "at", { zone, problems });
  const happenedAt = row.cell("happened") === "" ? undefined : readMoment(row, "happened", { zone, problems });
  if (at !== undefined && happenedAt !== undefined && happenedAt > at)
    problems.push(cellProblem("EVT007", "happened", { written: row.cell("happened"), problem: "after-typing" }));
  if (problems.length > 0 || at === undefined) return { problems };
  const by = row.cell("by");
  const optional = { ...(by === "" ? {} : { by }), ...(happenedAt === undefined ? {} : { happenedAt }) };
  return { head: { record, at, ...optional }, problems };
}

function readMoment(
  row: EventRow,
  column: "at" | "happened",
  { zone, problems }: { readonly zone: TimeZone; readonly problems: CellProblem[] },
): Instant | undefined {
  const written = row.cell(column);
  if (written === "") {
    problems.push(cellProblem("EVT009", column, { column, event: "" }));
    return undefined;
  }
  const read = readTime(written, zone);
  if ("value" in read) return read.value;
  problems.push(cellProblem("EVT007", column, { written, problem: read.problem }));
  return undefined;
}

/**
 * What a row says under one version of a contract: first what is known of the record by then, last what happened. Where
 * there are problems it is what could be read all the same: a version may lack a name that another has.
 */
export function readHappenings(
  row: EventRow,
  head: Pick<RowHead, "happenedAt">,
  reading: EventReading,
): { readonly happenings: readonly Happening[]; readonly problems: readonly CellProblem[] } {
  const written = row.cell("event");
  if (written === "")
    return { happenings: [], problems: [cellProblem("EVT009", "event", { column: "event", event: "" })] };
  const kind = written.toLowerCase();
  if (!isEventKind(kind)) {
    const suggestion = nearest(kind, eventKinds) ?? "";
    return {
      happenings: [],
      problems: [cellProblem("EVT005", "event", { name: written, suggestion, known: eventKinds })],
    };
  }
  const { fields, problems } = readFields(row.fields, reading);
  const happening = readHappening(kind, { row, head, reading, problems });
  if (happening?.kind === "created") return { happenings: [{ ...happening, fields }], problems };
  const known = [...fields].map(([field, value]) => ({ kind: "set", field, value }) as const);
  return { happenings: happening === undefined ? known : [...known, happening], problems };
}
