import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Deadline } from "../contract.ts";
import { type Course, courseWitness } from "../lateness-witness.ts";
import { type PlacedDeadline, placedDeadlines } from "../placed-deadlines.ts";
import { hasDamaged, type Rule, type RuleFacts } from "./rule.ts";

/**
 * SLA508: a deadline that passes unheard. Not every deadline needs a ladder; what is reported is a ladder or reminders that
 * stop with the person who is late, a handoff that tells on its sender alone, and a contract that never tells anybody.
 */
export const missingEscalation: Rule = {
  codes: ["SLA508"],
  judges: "entry",
  check: (contract, facts) => {
    if (hasDamaged(facts, "the contract")) return [];
    const placed = placedDeadlines(contract);
    const silent = placed.filter(({ deadline }) => !reachesSomebody(deadline));
    const found = silent.flatMap((one) => judge(contract, facts, one));
    const isDumb = placed.length > 0 && silent.length === placed.length && found.length === 0;
    return isDumb && !hasDamaged(facts, "stages", "handoffs") ? [nobodyEver(contract)] : found;
  },
};

/** True where being late is heard by somebody else than the one who is. */
function reachesSomebody({ escalate }: Deadline): boolean {
  return escalate.some(({ notify, reassign }) => reassign !== undefined || notify.some((role) => role !== "owner"));
}

/** Late, and nobody but the one who is late hears of it. */
const unheard: Course = {
  momentOf: ({ due }) => due,
  said: {
    en: (due) => `from ${due} it is late, and nobody else is told`,
    fr: (due) => `il est en retard à partir du ${due}, et personne d'autre ne l'apprend`,
  },
};

function judge(contract: Contract, { analysis }: RuleFacts, placed: PlacedDeadline): readonly Finding[] {
  const { deadline, holder, name } = placed;
  const report = (kind: "owner-only" | "reminders-only" | "sender-only", key: string, other?: Deadline) => [
    finding(
      "SLA508",
      contract.locate.spanOf([...deadline.path, ...(key === "" ? [] : [key])], "key"),
      { kind, deadline: name },
      {
        clause: deadline.path.join("."),
        ...courseWitness(analysis, placed, unheard),
        ...(other === undefined
          ? {}
          : { related: [{ span: contract.locate.spanOf(other.path, "key"), role: "conflicts-with" as const }] }),
      },
    ),
  ];
  if (deadline.escalate.length > 0) return report("owner-only", "escalate");
  if (deadline.remind.some((share) => share < 1) && !holder.deadlines.some(reachesSomebody))
    return report("reminders-only", "remind");
  const sender = holder.deadlines.find((other) => other.stops.kind === "complete" && reachesSomebody(other));
  const isDecision = "to" in holder && deadline.stops.kind === "decided";
  return isDecision && sender !== undefined ? report("sender-only", "", sender) : [];
}

function nobodyEver(contract: Contract): Finding {
  const place = contract.locate.spanOf(["handoffs"], "key");
  return finding("SLA508", place, { kind: "nobody", deadline: "" }, { clause: "handoffs" });
}
