import {
  compareAlike,
  type Duration,
  describeDuration,
  describeInstant,
  printDuration,
  type Race,
} from "../../calendar/index.ts";
import { type Bilingual, type Finding, finding, inBoth, type Language } from "../../diagnostics/index.ts";
import type { ClockOnCalendar } from "../analysis.ts";
import type { Contract, Deadline, Escalation } from "../contract.ts";
import { durationsOf, type PlacedDeadline, placedDeadlines } from "../placed-deadlines.ts";
import { hasDamaged, type Rule, type RuleFacts } from "./rule.ts";

/** SLA509: a step of a ladder that comes before the one written above it, on every date or on some; steps said twice; reminders too late to remind. */
export const escalationOrder: Rule = {
  codes: ["SLA509"],
  judges: "entry",
  check: (contract, facts) =>
    placedDeadlines(contract).flatMap((placed) => [
      ...lateReminders(contract, placed),
      ...judgeLadder(contract, facts, placed),
    ]),
};

function lateReminders(contract: Contract, { deadline, name }: PlacedDeadline): readonly Finding[] {
  const late = deadline.remind.filter((share) => share >= 1).at(0);
  if (late === undefined) return [];
  const place = contract.locate.spanOf([...deadline.path, "remind"], "value");
  const args = { kind: "reminder", deadline: name, step: `${late * 100}%`, above: "" } as const;
  return [finding("SLA509", place, args, { clause: deadline.path.join(".") })];
}

function judgeLadder(contract: Contract, facts: RuleFacts, placed: PlacedDeadline): readonly Finding[] {
  const { escalate } = placed.deadline;
  const on = hasDamaged(facts, "the contract", "calendars", "roles")
    ? undefined
    : facts.analysis.clockOf(placed.owedBy);
  return escalate.slice(1).flatMap((step, index) => {
    const above = escalate[index];
    if (above === undefined) return [];
    const same = escalate.slice(0, index + 1).find((other) => isSame(other, step));
    if (same !== undefined) return [report(contract, placed, { kind: "repeated", above: same, step })];
    const order = orderOf(placed.deadline, { above: above.after, step: step.after }, on);
    return order === undefined ? [] : [report(contract, placed, { ...order, above, step })];
  });
}

function isSame(one: Escalation, other: Escalation): boolean {
  const said = ({ after, notify, reassign }: Escalation) =>
    JSON.stringify([printed(after), [...new Set(notify)].sort(), reassign ?? ""]);
  return said(one) === said(other);
}

function printed(after: Escalation["after"]): string {
  return after === "due" ? "due" : printDuration(after);
}

interface Disorder {
  readonly kind: "always" | "sometimes";
  readonly witness?: Bilingual;
}

/** How a step stands to the one above it; undefined where it never comes before. */
function orderOf(
  deadline: Deadline,
  { above, step }: { readonly above: Escalation["after"]; readonly step: Escalation["after"] },
  on: ClockOnCalendar | undefined,
): Disorder | undefined {
  if (above === "due") return undefined;
  if (step === "due") return { kind: "always" };
  const plainly = compareAlike(above, step);
  if (plainly !== undefined) return plainly > 0 ? { kind: "always" } : undefined;
  if (on === undefined) return undefined;
  const isDueOpen = durationsOf(deadline).every(({ kind }) => kind === "business");
  const lead = on.widestLead({ first: above, second: step, onlyOpen: isDueOpen });
  if (lead === undefined || lead.first <= lead.second) return undefined;
  const closest = on.widestLead({ first: step, second: above, onlyOpen: isDueOpen });
  const isAlways = closest !== undefined && closest.first < closest.second;
  return { kind: isAlways ? "always" : "sometimes", witness: witnessOf(on, lead, { above, step }) };
}

function witnessOf(
  { zone }: ClockOnCalendar,
  race: Race,
  { above, step }: { readonly above: Duration; readonly step: Duration },
): Bilingual {
  return inBoth((language) => {
    const at = (instant: number) => describeInstant(instant, zone, language);
    const length = (duration: Duration) => describeDuration(duration, language);
    return story[language]({
      due: at(race.start),
      above: `${length(above)}, ${at(race.first)}`,
      step: `${length(step)}, ${at(race.second)}`,
    });
  });
}

interface Story {
  readonly due: string;
  readonly above: string;
  readonly step: string;
}

const story: Readonly<Record<Language, (story: Story) => string>> = {
  en: ({ due, above, step }) => `due ${due}: the step above comes after ${above}; this one after ${step}`,
  fr: ({ due, above, step }) =>
    `échéance ${due}\u00a0: la marche du dessus vient après ${above}\u202f; celle-ci après ${step}`,
};

interface Reported extends Omit<Disorder, "kind"> {
  readonly kind: "always" | "sometimes" | "repeated";
  readonly above: Escalation;
  readonly step: Escalation;
}

function report(contract: Contract, { deadline, name }: PlacedDeadline, reported: Reported): Finding {
  const { kind, above, step, witness } = reported;
  const place = ({ path }: Escalation) => contract.locate.spanOf([...path, "after"], "value");
  return finding(
    "SLA509",
    place(step),
    { kind, deadline: name, step: printed(step.after), above: printed(above.after) },
    {
      clause: deadline.path.join("."),
      related: [{ span: place(above), role: kind === "repeated" ? "first-here" : "conflicts-with" }],
      ...(kind === "sometimes" ? { severity: "warning" as const } : {}),
      ...(witness === undefined ? {} : { witness }),
    },
  );
}
