import {
  type BusinessClock,
  type CalendarDefinition,
  createBusinessClock,
  createTimeZone,
  type Duration,
  describeDuration,
  describeInstant,
  type Instant,
  printDuration,
  type Starts,
  type TimeZone,
  type Wait,
  worstWaits,
  yearOfStarts,
} from "../calendar/index.ts";
import { type Contract, createAnalysis, type Id, lexiconOf, objectOf, type Text, textIn } from "../contract/index.ts";
import { type Algebra, type Condition, describeCondition, describeConditionLines } from "../criteria/index.ts";
import { type Language, quote } from "../diagnostics/index.ts";
import { exampleStart } from "./example-start.ts";
import type { Cell, Fact, Heading, Line } from "./section-model.ts";
import { capitalise, type Noun, type Words, wordsOf } from "./words/index.ts";

/** A calendar with its clock, and when the examples on it start; undefined where it never opens. */
export interface ClockOfOffice {
  /** The id of the calendar. */
  readonly id: Id;
  readonly clock: BusinessClock;
  readonly definition: CalendarDefinition;
  readonly zone: TimeZone;
  readonly exampleStart: Instant | undefined;
  /** The longest wait of the contract's year: for a start while open, else while closed. */
  readonly worstWait: (duration: Duration) => Wait | undefined;
}

/** The contract in one language: every section of the document takes its names from here. */
export interface DocumentContext {
  readonly contract: Contract;
  readonly language: Language;
  readonly labels: Words["labels"];
  readonly say: Words["say"];
  readonly terms: Words["terms"];
  readonly pages: Words["pages"];
  readonly pictures: Words["pictures"];
  readonly text: (text: Text | undefined) => string;
  readonly quoted: (name: string) => string;
  /** The label of a role or party; `owner` is the person in charge, `nobody` nobody. */
  readonly who: (id: Id | undefined) => string;
  readonly stage: (id: Id) => string;
  readonly reason: (id: Id) => string;
  readonly handoff: (id: Id) => string;
  readonly field: (id: Id) => string;
  readonly priority: (id: Id) => string;
  readonly duration: (duration: Duration) => string;
  /** An instant on the calendar of an office; says so where there is none. */
  readonly moment: (instant: Instant | undefined, office: ClockOfOffice | undefined) => string;
  /** The record that travels, or the object of a stage's pipeline. */
  readonly noun: (stage?: Id) => Noun;
  readonly condition: (condition: Condition) => string;
  /** A condition as a line, with the members of a group under it. */
  readonly conditionLine: (condition: Condition) => Line;
  /** What happens on a condition: in one line, or with the members of a group under it. */
  readonly onCondition: (what: string, condition: Condition) => Line;
  /** Answers questions about the contract's conditions; made at the first one. */
  readonly algebra: () => Algebra;
  /** The calendar a role's deadlines run on; undefined where the contract has none. */
  readonly clockOf: (role: Id | undefined) => ClockOfOffice | undefined;
}

/** Prepares the names and clocks of a contract for one language. */
export function createDocumentContext(contract: Contract, language: Language): DocumentContext {
  const { labels, say, terms, pages, pictures } = wordsOf[language];
  const text = (value: Text | undefined) => textIn(contract, value, language);
  const named = (entries: ReadonlyMap<Id, { readonly label: Text }>) => (id: Id) =>
    text(entries.get(id)?.label) || id.replaceAll("-", " ");
  const noun = (stage?: Id) => nounOf(contract, say.objects, stage);
  const lexicon = lexiconOf(contract, language);
  const role = named(contract.roles);
  const party = named(contract.parties);
  return {
    contract,
    language,
    labels,
    say,
    terms,
    pages,
    pictures,
    text,
    quoted: (name) => quote(name, language),
    who: (id) => {
      if (id === undefined) return labels.none;
      if (id === "owner") return say.deadlines.holder;
      return contract.roles.has(id) ? role(id) : party(id);
    },
    stage: named(contract.stages),
    reason: named(contract.reasons),
    handoff: named(contract.handoffs),
    field: named(contract.fields),
    priority: named(contract.priorities),
    duration: (duration) => describeDuration(duration, language),
    moment: momentsIn(language),
    noun,
    condition: (condition) => describeCondition(condition, lexicon, language),
    conditionLine: (condition) => inSentenceCase(describeConditionLines(condition, lexicon, language)),
    onCondition: (what, condition) => {
      const { text: said, children } = describeConditionLines(condition, lexicon, language);
      return children.length === 0
        ? line(say.criteria.onCondition(what, said))
        : line(say.criteria.onConditions(what, said), children.map(inSentenceCase));
    },
    algebra: createAnalysis(contract, new Set()).algebra,
    clockOf: clocksOf(contract),
  };
}

function nounOf(contract: Contract, nouns: Readonly<Record<string, Noun>>, stage: Id | undefined): Noun {
  const described = contract.stages.get(stage ?? "");
  const object = described === undefined ? contract.scope.object : objectOf(contract, described);
  const noun = nouns[object];
  if (noun === undefined) throw new Error(`No noun for the object ${object}`);
  return noun;
}

function inSentenceCase(line: Line): Line {
  return { text: capitalise(line.text), children: line.children.map(inSentenceCase) };
}

function momentsIn(language: Language): DocumentContext["moment"] {
  const { labels, say } = wordsOf[language];
  return (instant, office) => {
    if (office === undefined) return labels.none;
    return instant === undefined ? say.deadlines.notOpen : describeInstant(instant, office.zone, language);
  };
}

/** A clock per calendar, made once: its tables are built at the first question and kept. */
function clocksOf(contract: Contract): DocumentContext["clockOf"] {
  const clocks = new Map(
    [...contract.calendars].map(([id, { definition }]) => {
      const [clock, zone] = [createBusinessClock(definition), createTimeZone(definition.timezone)];
      const start = exampleStart(clock, zone, contract.effective);
      const worstWait = worstWaitIn(clock, definition, contract.effective);
      return [id, { id, clock, definition, zone, exampleStart: start, worstWait }];
    }),
  );
  return (role) => {
    const calendar = contract.roles.get(role ?? "")?.calendar ?? contract.calendar;
    return calendar === undefined ? undefined : clocks.get(calendar);
  };
}

/** Each duration once: a year of starts takes a while to go through. */
function worstWaitIn(
  clock: BusinessClock,
  definition: CalendarDefinition,
  effective: string,
): ClockOfOffice["worstWait"] {
  const known = new Map<string, Wait | undefined>();
  let year: Starts | undefined;
  return (duration) => {
    const key = printDuration(duration);
    if (!known.has(key)) {
      year ??= yearOfStarts(clock, definition, effective);
      const { whileOpen, whileClosed } = worstWaits(year, duration);
      known.set(key, whileOpen ?? whileClosed);
    }
    return known.get(key);
  };
}

/** A line without children. */
export function line(text: string, children: readonly Line[] = []): Line {
  return { text, children };
}

/** A statement of one line, or of several. */
export function fact(label: string, said: string | readonly Line[]): Fact {
  if (typeof said === "string") return { label, text: said, lines: [] };
  const [only] = said;
  return only !== undefined && said.length === 1 && only.children.length === 0
    ? { label, text: only.text, lines: [] }
    : { label, text: null, lines: said };
}

/** The facts that say something. */
export function spoken(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ text, lines }) => lines.length > 0 || (text !== null && text !== ""));
}

/** A cell, linked where an anchor is given. */
export function cell(text: string, anchor: string | null = null): Cell {
  return { text, anchor };
}

/** The heading of an entry: its anchor is made of the section and the id, the same in every language. */
export function headingOf(kind: "stage" | "handoff" | "calendar", id: Id, text: string): Heading {
  return { text, anchor: `${kind}-${id}` };
}
