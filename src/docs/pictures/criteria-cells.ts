import { describeDate, isCalendarDate } from "../../calendar/index.ts";
import { lexiconOf } from "../../contract/index.ts";
import { describeLead, type Leaf, type Lexicon, type Scalar, type Test, type Trait } from "../../criteria/index.ts";
import type { DocumentContext } from "../document-context.ts";

/** How the cells of the table of criteria are said: short, since the head of the column names the subject. */
export interface CellWords {
  /** The head of the column that a leaf belongs to. */
  readonly headOf: (leaf: Leaf) => string;
  readonly asked: (leaf: Leaf) => string;
  readonly shown: (trait: Trait) => string;
}

/** What a leaf is about: leaves with the same key share a column. */
export function subjectOf(leaf: Leaf): string {
  switch (leaf.kind) {
    case "field":
      return `field ${leaf.field}`;
    case "signal":
      return `signal ${leaf.signal}`;
    case "linked":
      return `linked ${leaf.object}`;
    default:
      return leaf satisfies never;
  }
}

/** The words of cells in the language of the document. */
export function cellWords(context: DocumentContext): CellWords {
  const { contract, language, pictures } = context;
  const lexicon = lexiconOf(contract, language);
  return {
    headOf: (leaf) => {
      if (leaf.kind === "linked") return pictures.criteria.linked(lexicon.object(leaf.object));
      return leaf.kind === "field" ? lexicon.field(leaf.field) : lexicon.signal(leaf.signal);
    },
    asked: (leaf) => asked(context, lexicon, leaf),
    shown: (trait) => shown(context, lexicon, trait),
  };
}

function asked({ pictures, duration, language }: DocumentContext, lexicon: Lexicon, leaf: Leaf): string {
  const value = (field: string) => (one: Scalar) =>
    typeof one === "string" && isCalendarDate(one) ? describeDate(one, language) : lexicon.value(field, one);
  const { tests } = pictures.criteria;
  switch (leaf.kind) {
    case "linked":
      return tests.oneOf(leaf.stages.map(lexicon.stage));
    case "signal": {
      const past = leaf.withinLast === undefined ? undefined : duration(leaf.withinLast);
      if (leaf.times > 1) return past === undefined ? tests.times(leaf.times) : tests.timesWithin(leaf.times, past);
      return past === undefined ? tests.ever : tests.once(past);
    }
    case "field": {
      const said = testInWords(leaf.test, { tests, duration, value: value(leaf.field) });
      return leaf.orUnknown ? tests.orUnknown(said) : said;
    }
    default:
      return leaf satisfies never;
  }
}

interface TestSpeech extends Pick<DocumentContext, "duration"> {
  readonly tests: DocumentContext["pictures"]["criteria"]["tests"];
  readonly value: (value: Scalar) => string;
}

function testInWords(test: Test, { tests, duration, value }: TestSpeech): string {
  switch (test.operator) {
    case "is":
      return value(test.value);
    case "isNot":
    case "atLeast":
    case "atMost":
    case "moreThan":
    case "lessThan":
    case "contains":
    case "before":
    case "after":
      return tests[test.operator](value(test.value));
    case "in":
      return tests.oneOf(test.values.map(value));
    case "notIn":
      return tests.noneOf(test.values.map(value));
    case "between":
      return tests.between(value(test.low), value(test.high));
    case "known":
      return test.value ? tests.known : tests.unknown;
    case "withinLast":
    case "withinNext":
      return tests[test.operator](duration(test.duration));
    default:
      return test satisfies never;
  }
}

function shown({ language, pictures, duration }: DocumentContext, lexicon: Lexicon, trait: Trait): string {
  const { criteria } = pictures;
  const { subject, sample } = trait;
  switch (sample.kind) {
    case "unknown":
      return criteria.tests.unknown;
    case "other":
      return criteria.other;
    case "linked":
      return sample.stages.length === 0 ? criteria.none : sample.stages.map(lexicon.stage).join(", ");
    case "signal":
      if (sample.times === 0) {
        return sample.beyond === undefined ? criteria.none : criteria.noneWithin(duration(sample.beyond));
      }
      return withoutName(describeLead([trait], lexicon, language), lexicon.signal(subject.id)) || criteria.tests.ever;
    case "value":
    case "moment":
      return withoutName(describeLead([trait], lexicon, language), lexicon.field(subject.id));
    default:
      return sample satisfies never;
  }
}

/** A lead is told with the name of its subject in front, which the head of the column has said. */
function withoutName(told: string, name: string): string {
  return told.startsWith(name) ? told.slice(name.length).trim() : told;
}
