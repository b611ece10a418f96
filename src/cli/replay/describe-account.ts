import { describeInstant, type Instant } from "../../calendar/index.ts";
import { type Contract, lexiconOf, textIn } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { Notice, Step } from "../../journey/index.ts";
import type { Account, Difference, LeadReplay, Moment, Side, Version, Versions } from "../../replay/index.ts";
import { describeAssessment } from "../../testing/index.ts";
import { noteWords } from "../test/words.ts";
import { replayWords } from "./words.ts";

/** How one version treats a lead where the two part, in words. */
export interface SideText {
  /** `enters Qualified lead`, `stays in Lead`. */
  readonly text: string;
  /** What was not so: `Fit score at least 70 (is 64)`. */
  readonly because: readonly string[];
  /** The clause that decides; empty where the version has none. */
  readonly clause: string;
}

/** Where two versions part over a lead, in words. */
export interface DifferenceText extends Readonly<Record<Side, SideText>> {
  readonly record: string;
  readonly at: Instant;
  readonly moment: string;
}

/** Puts the difference of a lead into words. */
export function describeDifference(
  { record, difference }: LeadReplay & { readonly difference: Difference },
  versions: Versions,
  language: Language,
): DifferenceText {
  const { parting } = difference;
  const accounts = difference.explain();
  const side = (own: Side, other: Side): SideText => {
    const style = styleOf(versions[own], versions, language);
    const shown = accounts[own];
    const otherStyle = styleOf(versions[other], versions, language);
    if (shown.moment !== undefined) return { ...tellMoment(shown.moment, style), because: [] };
    const counterpart = accounts[other].moment ?? parting[other];
    const because = causesOf(shown, style).filter((cause) => !causesOf(accounts[other], otherStyle).includes(cause));
    const later = parting.later?.side === own ? [replayWords[language].onlyOn(style.moment(parting.later.at))] : [];
    const clause = clauseOf(shown, counterpart);
    return { text: tellAbsence(shown, counterpart, style), because: [...later, ...because], clause };
  };
  return {
    record,
    at: parting.at,
    moment: describeInstant(parting.at, versions.zone, language),
    before: side("before", "after"),
    after: side("after", "before"),
  };
}

/** The clause that keeps a lead from what the other version does with it. */
function clauseOf({ evidence }: Account, other: Moment | undefined): string {
  const failed = evidence.assessments.find(({ assessment }) => !assessment.holds);
  if (failed !== undefined) return failed.clause;
  const handoff = other?.source.kind === "step" ? other.source.step.handoff : undefined;
  return evidence.missing.length > 0 && handoff !== undefined ? `handoffs.${handoff}.requires` : "";
}

interface Style {
  readonly version: Version;
  readonly language: Language;
  readonly moment: (instant: Instant) => string;
}

function styleOf(version: Version, { zone }: Versions, language: Language): Style {
  const say = replayWords[language];
  const moment = (instant: Instant) =>
    Number.isFinite(instant) ? describeInstant(instant, zone, language) : say.never;
  return { version, language, moment };
}

type Section = "stages" | "handoffs" | "reasons" | "roles" | "priorities" | "fields";

/** The label of an entry, else its id. */
function nameOf(
  { contract }: { readonly contract: Contract },
  section: Section,
  id: string,
  language: Language,
): string {
  return textIn(contract, contract[section].get(id)?.label, language) || id;
}

function tellMoment({ source }: Moment, style: Style): Pick<SideText, "text" | "clause"> {
  const say = replayWords[style.language];
  switch (source.kind) {
    case "step":
      return { text: tellStep(source.step, style), clause: source.step.kind === "noted" ? "" : source.step.clause };
    case "notice":
      return { text: tellNotice(source.notice, style), clause: source.notice.clause };
    case "clock": {
      const { clock, verdict } = source;
      return { text: say.clock(clock.name, say.verdicts[verdict], style.moment(clock.due)), clause: clock.clause };
    }
    default:
      return source satisfies never;
  }
}

function tellStep(step: Step, { version, language }: Style): string {
  const say = replayWords[language];
  const { kind, stage = "", handoff = "", reason, priority = "", by = "", note } = step;
  const because = reason === undefined ? "" : nameOf(version, "reasons", reason, language);
  switch (kind) {
    case "entered":
      return say.enters(nameOf(version, "stages", stage, language), because);
    case "priority":
      return say.priority(nameOf(version, "priorities", priority, language));
    case "reassigned":
    case "owner":
      return say.goesTo(nameOf(version, "roles", by, language));
    case "noted":
      return `${step.clause}: ${note === undefined ? "" : noteWords[language][note]}`;
    case "started":
    case "stopped":
    case "rested":
      return step.clause;
    default:
      return say.handoffSteps[kind](nameOf(version, "handoffs", handoff, language), because);
  }
}

function tellNotice({ to, kind, clock }: Notice, { version, language }: Style): string {
  const say = replayWords[language];
  const who = nameOf(version, "roles", to, language);
  return kind === "reminder" ? say.reminds(who, clock.name) : say.tells(who, clock.name);
}

/** What a version does where the other does something. */
function tellAbsence({ stage, holder }: Account, other: Moment | undefined, style: Style): string {
  const { version, language } = style;
  const say = replayWords[language];
  switch (other?.matter) {
    case "stage":
      return stage === undefined ? say.inNoStage : say.staysIn(nameOf(version, "stages", stage, language));
    case "handoff":
    case "outcome":
      return tellNoHandoff(other, style);
    case "owner":
      return holder === undefined ? say.nothing : say.staysWith(nameOf(version, "roles", holder, language));
    case "people":
      return say.tellsNobody;
    default:
      return say.nothing;
  }
}

function tellNoHandoff({ source }: Moment, { version, language }: Style): string {
  const say = replayWords[language];
  const { kind, handoff = "" } = source.kind === "step" ? source.step : { kind: source.kind };
  if (!version.contract.handoffs.has(handoff)) return `${handoff}: ${say.unknownHere(version.label)}`;
  const name = nameOf(version, "handoffs", handoff, language);
  if (kind === "received") return say.notReceived(name);
  return kind === "opened" ? say.notOpen(name) : say.nothing;
}

/** The parts of the conditions that did not hold, each with what it was judged on, and the fields that are missing. */
function causesOf({ evidence }: Account, { version, language, moment }: Style): readonly string[] {
  const lexicon = lexiconOf(version.contract, language);
  const lines = evidence.assessments.flatMap(({ assessment }) =>
    describeAssessment(assessment, { lexicon, language, moment }).filter(
      ({ holds, fact }) => !holds && fact !== undefined,
    ),
  );
  const missing = evidence.missing.map((field) => nameOf(version, "fields", field, language)).join(", ");
  const parts = lines.map(({ text, fact }) => `${text} (${fact})`);
  return [...new Set(parts), ...(missing === "" ? [] : [replayWords[language].missing(missing)])];
}
