import { type Duration, describeDuration, describeInstant, type Instant, instantAt } from "../../calendar/index.ts";
import { type ArgsOf, type Bilingual, type Finding, finding, inBoth } from "../../diagnostics/index.ts";
import type { ClockOnCalendar } from "../analysis.ts";
import type { Contract, Deadline, Stage } from "../contract.ts";
import { natureOf } from "../lifecycle.ts";
import type { Rule, RuleFacts } from "./rule.ts";

const dayMs = 86_400_000;

/** GRA311: an expiry that moves a record away before its deadline has had its last word, or while a handoff waits for an answer. */
export const expiryBeatsEscalation: Rule = {
  codes: ["GRA311"],
  judges: "entry",
  check: (contract, facts) =>
    [...contract.stages.values()].flatMap((stage) => {
      if (stage.expires === undefined) return [];
      if (natureOf(contract, stage) === "transmitting") return [transmitting(contract, stage)];
      const beaten = stage.deadlines.map((deadline) => judge(contract, facts, { stage, deadline }));
      return beaten.filter((item) => item !== undefined).slice(0, 1);
    }),
};

function transmitting(contract: Contract, stage: Stage): Finding {
  const args: ArgsOf<"GRA311"> = { stage: stage.id, deadline: "", cause: "transmitting" };
  return finding("GRA311", contract.locate.spanOf([...stage.path, "expires"], "key"), args, {
    clause: stage.path.join("."),
  });
}

interface Race {
  readonly stage: Stage;
  readonly deadline: Deadline;
}

function judge(contract: Contract, { analysis }: RuleFacts, { stage, deadline }: Race): Finding | undefined {
  const office = analysis.clockOf(stage.owner);
  const within = longest(deadline);
  if (office === undefined || within === undefined || stage.expires === undefined) return undefined;
  const rungs: readonly (Duration | undefined)[] = [
    undefined,
    ...deadline.escalate.map(({ after }) => (after === "due" ? undefined : after)),
  ];
  for (const start of startsOf(contract, office)) {
    const expired = office.clock.dueAt(start, stage.expires.after);
    const due = office.clock.dueAt(start, within);
    if (expired === undefined || due === undefined) return undefined;
    const last = Math.max(
      ...rungs.map((after) => (after === undefined ? due : (office.clock.dueAt(due, after) ?? due))),
    );
    if (expired < due || (expired <= last && last > due))
      return describe(contract, { stage, deadline }, { office, start, expired, last });
  }
  return undefined;
}

/** With one duration per priority, the one that is last to be told. */
function longest({ within }: Deadline): Duration | undefined {
  if (within === undefined || within.kind === "same") return within?.duration;
  return [...within.durations.values()].at(-1);
}

/** The first opening of every day of the contract's first year: durations of different kinds race differently on each. */
function startsOf(contract: Contract, { clock, zone }: ClockOnCalendar): readonly Instant[] {
  const first = instantAt(contract.effective, 0, zone);
  const starts = Array.from({ length: 365 }, (_, day) => clock.nextOpening(first + day * dayMs));
  return [...new Set(starts.filter((start) => start !== undefined))];
}

interface Moments {
  readonly office: ClockOnCalendar;
  readonly start: Instant;
  readonly expired: Instant;
  readonly last: Instant;
}

function describe(contract: Contract, { stage, deadline }: Race, moments: Moments): Finding {
  const args: ArgsOf<"GRA311"> = { stage: stage.id, deadline: deadline.id, cause: "escalation" };
  return finding("GRA311", contract.locate.spanOf([...stage.path, "expires", "after"], "value"), args, {
    clause: stage.path.join("."),
    related: [{ span: contract.locate.spanOf(deadline.path, "key"), role: "conflicts-with" }],
    witness: timeline(stage, moments),
  });
}

function timeline(stage: Stage, { office, start, expired, last }: Moments): Bilingual {
  return inBoth((language) => {
    const at = (instant: Instant) => describeInstant(instant, office.zone, language);
    const after = stage.expires === undefined ? "" : describeDuration(stage.expires.after, language);
    return {
      en: `entered ${at(start)}: expired ${at(expired)} (${after}), last escalation only ${at(last)}`,
      fr: `entré le ${at(start)}\u00a0: expiré le ${at(expired)} (${after}), dernière escalade le ${at(last)} seulement`,
    }[language];
  });
}
