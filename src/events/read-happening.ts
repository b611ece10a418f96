import type { CrmObject, Id } from "../contract/index.ts";
import { objectOf } from "../contract/index.ts";
import { nearest } from "../diagnostics/index.ts";
import { type Happening, touchKinds } from "../journey/index.ts";
import type { ColumnName } from "./columns.ts";
import type { EventKind } from "./event-kinds.ts";
import type { NamedKind } from "./event-names.ts";
import type { EventReading, EventRow, RowHead } from "./event-row.ts";
import { findField, readValue } from "./read-fields.ts";
import { type CellProblem, cellProblem } from "./row-problem.ts";

interface Place {
  readonly row: EventRow;
  readonly head: Pick<RowHead, "happenedAt">;
  readonly reading: EventReading;
  /** Problems are added here. */
  readonly problems: CellProblem[];
}

type Reader = (place: Place) => Happening | undefined;

/** What a row of a kind tells; undefined where a cell it needs can't be read. */
export function readHappening(kind: EventKind, place: Place): Happening | undefined {
  return readers[kind](place);
}

const readers: Readonly<Record<EventKind, Reader>> = {
  created: (place) => {
    const stage = nameIn(place, "name", "stage");
    return { kind: "created", ...(stage === undefined ? {} : { stage }) };
  },
  set: readSet,
  signal: (place) => {
    const signal = neededName(place, { column: "name", kind: "signal", event: "signal" });
    return signal === undefined ? undefined : { kind: "signal", signal };
  },
  touch: (place) => {
    const id = neededName(place, { column: "name", kind: "touch", event: "touch" });
    const touch = touchKinds.find((one) => one === id);
    const { happenedAt } = place.head;
    return touch && { kind: "touch", touch, ...(happenedAt === undefined ? {} : { happenedAt }) };
  },
  "handed-over": (place) => ({ kind: "handed-over", ...handoffIn(place) }),
  accepted: (place) => ({ kind: "accepted", ...handoffIn(place) }),
  refused: (place) => {
    const reason = nameIn(place, "reason", "reason");
    return { kind: "refused", ...handoffIn(place), ...(reason === undefined ? {} : { reason }), ...detailIn(place) };
  },
  left: (place) => {
    const reason = neededName(place, { column: "reason", kind: "reason", event: "left" });
    return reason === undefined ? undefined : { kind: "left", reason, ...detailIn(place) };
  },
  moved: (place) => {
    const to = neededName(place, { column: "name", kind: "stage", event: "moved" });
    return to === undefined ? undefined : { kind: "moved", to };
  },
  status: (place) => {
    const status = neededName(place, { column: "name", kind: "status", event: "status" });
    return status === undefined ? undefined : { kind: "status", status };
  },
  owner: (place) => {
    const owner = neededText(place, "value", "owner");
    return owner === undefined ? undefined : { kind: "owner", owner };
  },
  repaired: () => ({ kind: "repaired" }),
  linked: readLink,
  merged: (place) => {
    const into = neededText(place, "value", "merged");
    return into === undefined ? undefined : { kind: "merged", into };
  },
  deleted: () => ({ kind: "deleted" }),
};

function neededText({ row, problems }: Place, column: ColumnName, event: EventKind): string | undefined {
  const text = row.cell(column);
  if (text !== "") return text;
  problems.push(cellProblem("EVT009", column, { column, event }));
  return undefined;
}

function neededName(
  place: Place,
  { column, kind, event }: { readonly column: ColumnName; readonly kind: NamedKind; readonly event: EventKind },
): Id | undefined {
  return neededText(place, column, event) === undefined ? undefined : nameIn(place, column, kind);
}

/** The id a cell names; undefined where it is empty, and where the contract has no such name, which is told. */
function nameIn({ row, reading: { names }, problems }: Place, column: ColumnName, kind: NamedKind): Id | undefined {
  const name = row.cell(column);
  if (name === "") return undefined;
  const id = names.find(kind, name);
  if (id === undefined) {
    const args = { kind, name, suggestion: names.suggest(kind, name), known: names.known(kind) };
    problems.push(cellProblem("EVT006", column, args));
  }
  return id;
}

function handoffIn(place: Place): { readonly handoff?: Id } {
  const handoff = nameIn(place, "name", "handoff");
  return handoff === undefined ? {} : { handoff };
}

function detailIn({ row }: Place): { readonly detail?: string } {
  const detail = row.cell("detail");
  return detail === "" ? {} : { detail };
}

/** An empty value empties the field. */
function readSet(place: Place): Happening | undefined {
  const { row, reading, problems } = place;
  const name = neededText(place, "name", "set");
  const field = name === undefined ? undefined : findField(reading, { name, column: "name", problems });
  if (field === undefined) return undefined;
  const text = row.cell("value");
  if (text === "") return { kind: "set", field: field.id, value: undefined };
  const value = readValue(reading, field, { text, column: "value", problems });
  return value === undefined ? undefined : { kind: "set", field: field.id, value };
}

const objects: readonly CrmObject[] = ["contact", "company", "lead", "deal", "ticket"];

/** A record of another object: its object, or the stage it is in, and its id. */
function readLink(place: Place): Happening | undefined {
  const { reading, problems } = place;
  const id = neededText(place, "value", "linked");
  const name = neededText(place, "name", "linked");
  if (id === undefined || name === undefined) return undefined;
  const object = objects.find((one) => one === name.toLowerCase());
  if (object !== undefined) return { kind: "linked", object, id };
  const { names } = reading;
  const stage = names.contract.stages.get(names.find("stage", name) ?? "");
  const owner = stage === undefined ? undefined : objects.find((one) => one === objectOf(names.contract, stage));
  if (stage !== undefined && owner !== undefined) return { kind: "linked", object: owner, id, stage: stage.id };
  const known = [...objects, ...names.known("stage")];
  problems.push(cellProblem("EVT006", "name", { kind: "object", name, suggestion: nearest(name, known) ?? "", known }));
  return undefined;
}
