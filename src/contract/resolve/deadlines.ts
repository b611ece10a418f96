import { parseShare } from "../../language/index.ts";
import type { Deadline, Escalation, Stop, Within } from "../contract.ts";
import { readCondition } from "./conditions.ts";
import { type Clause, defined, entriesOf, into, itemsOf, type ResolveContext, reportKey } from "./context.ts";
import { readReference, readReferences, refer, toRole } from "./references.ts";
import { readDuration, readGrammar, readString, readStrings } from "./values.ts";

/** Where a deadline stands decides what stops it when it does not say so. */
export type DeadlineHolder = "handoff" | "stage";

const builtInStops: Readonly<Record<string, "complete" | "decided" | "touched">> = {
  complete: "complete",
  decision: "decided",
  "first-touch": "touched",
};
const stopWords = ["complete", "decided", "touched", "left"] as const;

/** The deadlines of a stage or a handoff, in the order they are written. */
export function readDeadlines(context: ResolveContext, clause: Clause, holder: DeadlineHolder): readonly Deadline[] {
  return entriesOf(clause).map((entry) => readDeadline(context, entry, { id: entry.id, holder }));
}

function readDeadline(
  context: ResolveContext,
  clause: Clause,
  { id, holder }: { readonly id: string; readonly holder: DeadlineHolder },
): Deadline {
  const reminders = itemsOf(into(clause, "remind")).map((item) => readGrammar(context, item, parseShare));
  return {
    id,
    path: clause.path,
    stops: readStop(context, into(clause, "stops")) ?? defaultStop(id, holder),
    counts: readStrings(into(clause, "counts")),
    remind: reminders.filter((share) => share !== undefined).sort((a, b) => a - b),
    escalate: itemsOf(into(clause, "escalate")).map((item) => readEscalation(context, item)),
    ...defined({
      within: readWithin(context, into(clause, "within")),
      every: readDuration(context, into(clause, "every")),
    }),
  };
}

function readWithin(context: ResolveContext, clause: Clause): Within | undefined {
  if (clause.node?.kind === "map") {
    const durations = entriesOf(clause).map((entry) => {
      refer(context, entry, entry.id, { kinds: ["priority"] });
      return [entry.id, readDuration(context, entry)] as const;
    });
    return {
      kind: "by-priority",
      durations: new Map(durations.flatMap(([id, duration]) => (duration === undefined ? [] : [[id, duration]]))),
    };
  }
  const duration = readDuration(context, clause);
  return duration === undefined ? undefined : { kind: "same", duration };
}

function defaultStop(id: string, holder: DeadlineHolder): Stop {
  const builtIn = holder === "handoff" ? builtInStops[id] : undefined;
  return { kind: builtIn ?? (holder === "handoff" ? "decided" : "left") };
}

function readStop(context: ResolveContext, clause: Clause): Stop | undefined {
  const word = stopWords.find((candidate) => candidate === readString(clause));
  if (word !== undefined) return { kind: word };
  const condition = readCondition(context, clause);
  return condition === undefined ? undefined : { kind: "condition", condition };
}

function readEscalation(context: ResolveContext, clause: Clause): Escalation {
  const after = readString(into(clause, "after"));
  const duration = after === "due" || after === undefined ? undefined : readDuration(context, into(clause, "after"));
  const reassign = readReference(context, into(clause, "reassign"), toRole);
  if (into(clause, "notify").node === undefined && reassign === undefined)
    reportKey(context, clause, "SCH102", { key: "notify, reassign", place: "an escalation" });
  return {
    path: clause.path,
    after: duration ?? "due",
    notify: readReferences(context, into(clause, "notify"), { kinds: ["role"], words: ["owner"] }),
    ...defined({ reassign }),
  };
}
