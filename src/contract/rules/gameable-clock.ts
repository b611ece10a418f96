import type { Condition } from "../../criteria/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Analysis } from "../analysis.ts";
import { flatten } from "../conditions-of.ts";
import type { Contract, Handoff, Stage } from "../contract.ts";
import { type Course, courseWitness } from "../lateness-witness.ts";
import { type PlacedDeadline, placedDeadlines } from "../placed-deadlines.ts";
import { hasDamaged, type Rule, type RuleFacts } from "./rule.ts";

/**
 * SLA512: a clock that can be stopped without anybody working the record: by the machine that accepts it, by fields that
 * only machines fill, or, where speed is promised, by a mere click that nothing else holds against what came of it.
 */
export const gameableClock: Rule = {
  codes: ["SLA512"],
  judges: "entry",
  check: (contract, facts) => {
    if (hasDamaged(facts, "the contract", "fields", "criteria", "commitments", "reasons", "stages")) return [];
    return placedDeadlines(contract).flatMap((placed) => judge(contract, facts, placed));
  },
};

type Stopper = "machine" | "field" | "click";

function judge(contract: Contract, { analysis }: RuleFacts, placed: PlacedDeadline): readonly Finding[] {
  const { deadline, holder } = placed;
  const { stops } = deadline;
  if (stops.kind === "condition")
    return isFilledByMachines(contract, stops.condition) ? [report(contract, analysis, placed, "field")] : [];
  if (stops.kind !== "decided" || !("to" in holder)) return [];
  if (holder.acceptance === "automatic") return [report(contract, analysis, placed, "machine")];
  return isMerelySpeed(contract, placed, holder) ? [report(contract, analysis, placed, "click")] : [];
}

/** Sources that need nobody: what a form or an import brings a person gave, and a CRM's own field may be a person's too. */
const machines = ["scoring", "enrichment", "product"];

function isFilledByMachines(contract: Contract, condition: Condition): boolean {
  const named = flatten(condition).flatMap((part) => {
    const definition = part.kind === "meets" ? contract.criteria.get(part.criteria)?.condition : undefined;
    return definition === undefined ? [part] : flatten(definition);
  });
  const leaves = named.filter((part) => !("of" in part) && part.kind !== "meets");
  return (
    leaves.length > 0 &&
    leaves.every((part) => {
      const fillers = part.kind === "field" ? (contract.fields.get(part.field)?.filledBy ?? []) : [];
      return (
        fillers.length > 0 && fillers.every((filler) => filler.kind === "source" && machines.includes(filler.source))
      );
    })
  );
}

/** Speed is promised, a decision stops the clock, and neither a touch nor any result is asked for beside it. */
function isMerelySpeed(contract: Contract, { name }: PlacedDeadline, handoff: Handoff): boolean {
  const commitments = [...contract.commitments.values(), ...contract.contribution.values()];
  if (!commitments.some(({ measure, of }) => measure === "onTime" && of === name)) return false;
  const results = commitments.filter(({ measure }) => measure !== "onTime" && measure !== "untreated");
  const next = contract.stages.get(handoff.to);
  const isHeldToResults = results.some(({ of }) => of === handoff.id || of === handoff.to || of === next?.pipeline);
  const reasons = handoff.feedback?.reasons ?? [];
  const needsTouch = reasons.some((id) => contract.reasons.get(id)?.onlyAfter !== undefined);
  return (
    handoff.acceptance === "decision" &&
    !isHeldToResults &&
    !needsTouch &&
    !asksForTouch(handoff) &&
    !asksForTouch(next)
  );
}

function asksForTouch(holder: Handoff | Stage | undefined): boolean {
  return holder?.deadlines.some(({ stops }) => stops.kind === "touched") ?? false;
}

const minuteMs = 60_000;

/** How soon the clock may stop without anybody having worked. */
const stopped: Readonly<Record<Stopper, Course>> = {
  machine: {
    momentOf: ({ start }) => start,
    said: {
      en: () => "it is accepted at once and counts as in time, whatever anybody does",
      fr: () => "il est accepté aussitôt et compte comme dans les délais, quoi qu'on fasse",
    },
  },
  field: {
    momentOf: ({ start }) => start + minuteMs,
    said: {
      en: (moment) => `a program fills the field by ${moment}: in time, and nobody has looked`,
      fr: (moment) =>
        `un programme remplit le champ le ${moment}\u00a0: dans les délais, sans que personne ait regardé`,
    },
  },
  click: {
    momentOf: ({ start }) => start + minuteMs,
    said: {
      en: (moment) => `a click on ${moment} is in time, and nobody has called`,
      fr: (moment) => `un clic le ${moment} suffit à tenir le délai, et personne n'a appelé`,
    },
  },
};

function report(contract: Contract, analysis: Analysis, placed: PlacedDeadline, by: Stopper): Finding {
  const { deadline, name } = placed;
  const isAtStops = by === "field";
  const place = contract.locate.spanOf(
    [...deadline.path, ...(isAtStops ? ["stops"] : [])],
    isAtStops ? "value" : "key",
  );
  const told = courseWitness(analysis, placed, stopped[by]);
  return finding("SLA512", place, { deadline: name, by }, { clause: deadline.path.join("."), ...told });
}
