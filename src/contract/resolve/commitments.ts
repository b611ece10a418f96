import { nearest } from "../../diagnostics/index.ts";
import { isPeriod } from "../../language/index.ts";
import type { Bound, Commitment, Measure, Quantity } from "../obligations.ts";
import { type Clause, defined, entriesOf, into, itemsOf, type ResolveContext, report, reportKey } from "./context.ts";
import { readReference, refer, toPartyOrRole } from "./references.ts";
import { readNumber, readQuantity, readString, readText, reportForm, reportKeyForm } from "./values.ts";

const measures: readonly Measure[] = [
  "acceptance",
  "onTime",
  "entered",
  "converted",
  "worked",
  "untreated",
  "sourced",
  "influenced",
  "amount",
  "retained",
];
const periods = ["week", "month", "quarter", "year"] as const;

/** An entry of `commitments` or `contribution`; undefined where it says neither who nor what. */
export function readCommitment(context: ResolveContext, clause: Clause, id: string): Commitment | undefined {
  const by = readReference(context, into(clause, "by"), toPartyOrRole);
  const measured = readMeasure(context, into(clause, "measure"));
  const bound = readBound(context, clause);
  const except = readExceptions(context, into(clause, "except"), bound?.kind ?? "at-least");
  const per = periods.find((period) => period === readString(into(clause, "per"))) ?? "month";
  if (by === undefined || measured === undefined || bound === undefined) return undefined;
  return {
    id,
    path: clause.path,
    by,
    ...measured,
    bound,
    per,
    except,
    ...defined({
      to: readReference(context, into(clause, "to"), toPartyOrRole),
      ignoreBelow: readNumber(into(clause, "ignoreBelow")),
      definition: readText(context, into(clause, "definition"), "translated"),
    }),
  };
}

function readMeasure(
  context: ResolveContext,
  clause: Clause,
): { readonly measure: Measure; readonly of: string } | undefined {
  const [entry] = entriesOf(clause);
  const measure = measures.find((candidate) => candidate === entry?.id);
  const of = entry === undefined ? undefined : readString(entry);
  if (entry === undefined || measure === undefined || of === undefined) return undefined;
  checkMeasured(context, entry, of);
  return { measure, of };
}

/** `marketing-to-sdr`, `marketing-to-sdr.decision`, a stage or a pipeline. */
function checkMeasured(context: ResolveContext, clause: Clause, of: string): void {
  const [name = "", deadline] = of.split(".");
  const top: Clause = { node: context.root, path: [] };
  refer(context, clause, name, { kinds: ["handoff", "stage", "pipeline"] });
  const holder = ["handoffs", "stages"].find((section) => into(into(top, section), name).node !== undefined);
  if (deadline === undefined || holder === undefined) return;
  const known = entriesOf(into(into(into(top, holder), name), "deadlines")).map(({ id }) => id);
  if (!known.includes(deadline))
    report(context, clause, "REF201", {
      kind: "deadline",
      name: deadline,
      suggestion: nearest(deadline, known) ?? "",
      known,
    });
}

const boundKeys = ["atLeast", "atMost", "between"] as const;

/** The bound of a commitment: exactly one of atLeast, atMost, between. */
function readBound(context: ResolveContext, clause: Clause): Bound | undefined {
  const [first, second] = boundKeys.filter((key) => into(clause, key).node !== undefined);
  if (first === undefined) reportKey(context, clause, "SCH102", { key: boundKeys.join(", "), place: "a commitment" });
  if (second !== undefined)
    reportKey(context, into(clause, second), "SCH101", {
      key: second,
      place: `a commitment that already says "${first}"`,
      suggestion: "",
      known: [],
    });
  const low = readQuantity(context, into(clause, "atLeast"));
  if (low !== undefined) return { kind: "at-least", value: low };
  const high = readQuantity(context, into(clause, "atMost"));
  if (high !== undefined) return { kind: "at-most", value: high };
  return readPair(context, into(clause, "between"));
}

function readPair(context: ResolveContext, clause: Clause): Bound | undefined {
  const [low, high] = itemsOf(clause).map((item) => readQuantity(context, item));
  if (clause.node === undefined || low === undefined || high === undefined) return undefined;
  // Two ends that nothing lies between promise nothing.
  if (low.kind === high.kind && low.value > high.value) {
    const { text } = clause.node.source;
    const [first = "", second = ""] = itemsOf(clause).map(({ node }) =>
      node === undefined ? "" : text.slice(node.start, node.end),
    );
    reportForm(context, clause, `[${first}, ${second}]`, `[${second}, ${first}]`);
  }
  return { kind: "between", low, high };
}

/** In a named period the same kind of bound with other numbers. */
function readExceptions(context: ResolveContext, clause: Clause, kind: Bound["kind"]): ReadonlyMap<string, Bound> {
  const exceptions = new Map<string, Bound>();
  for (const entry of entriesOf(clause)) {
    if (!isPeriod(entry.id)) reportKeyForm(context, entry, "2027-08, 2027-Q3, 2027");
    const other = entry.node?.kind === "list" ? readPair(context, entry) : sameKind(readQuantity(context, entry), kind);
    if (other !== undefined) exceptions.set(entry.id, other);
  }
  return exceptions;
}

function sameKind(value: Quantity | undefined, kind: Bound["kind"]): Bound | undefined {
  if (value === undefined) return undefined;
  return { kind: kind === "at-most" ? "at-most" : "at-least", value };
}
