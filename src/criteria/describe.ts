import { describeDate, describeDuration, isCalendarDate } from "../calendar/index.ts";
import { type Language, quote } from "../diagnostics/index.ts";
import type { Condition, Scalar, Test } from "./condition.ts";
import { englishConditionWords } from "./describe-english.ts";
import { frenchConditionWords } from "./describe-french.ts";
import type { ConditionWords, Lexicon, SignalPhrase } from "./describe-lexicon.ts";
import { describePast } from "./describe-past.ts";

/** A condition as a list: a leaf is one line, a group is a heading over its members. */
export interface ConditionLine {
  readonly text: string;
  readonly children: readonly ConditionLine[];
}

type Leaf = Extract<Condition, { readonly kind: "field" | "signal" | "linked" | "meets" }>;
type Group = Exclude<Condition, Leaf>;

interface Speech {
  readonly lexicon: Lexicon;
  readonly language: Language;
  readonly words: ConditionWords;
}

/** A condition in one sentence without a final stop; groups inside groups stand in brackets. */
export function describeCondition(condition: Condition, lexicon: Lexicon, language: Language): string {
  return sentence(condition, speechOf(lexicon, language));
}

/** A condition as lines of a nested list, for groups that a sentence would blur. */
export function describeConditionLines(condition: Condition, lexicon: Lexicon, language: Language): ConditionLine {
  return line(condition, speechOf(lexicon, language));
}

function speechOf(lexicon: Lexicon, language: Language): Speech {
  return { lexicon, language, words: language === "fr" ? frenchConditionWords : englishConditionWords };
}

function sentence(condition: Condition, speech: Speech): string {
  const simple = withoutIdleGroup(condition);
  if (!isGroup(simple)) return phrase(simple, speech);
  const { words } = speech;
  const members = simple.of.map((member) => bracketed(member, speech));
  switch (simple.kind) {
    case "all":
      return joined(members, words.and);
    case "any":
      return joined(members, words.or);
    case "none":
    case "at-least": {
      const only = simple.kind === "none" && simple.of.length === 1 ? simple.of[0] : undefined;
      return only === undefined
        ? `${heading(simple, words)}${words.colon} ${members.join(`${semicolon(speech)} `)}`
        : negation(only, speech);
    }
    default:
      return simple satisfies never;
  }
}

function semicolon({ language }: Speech): string {
  return language === "fr" ? "\u202f;" : ";";
}

function bracketed(condition: Condition, speech: Speech): string {
  const simple = withoutIdleGroup(condition);
  return isGroup(simple) ? `(${sentence(simple, speech)})` : sentence(simple, speech);
}

function line(condition: Condition, speech: Speech): ConditionLine {
  const simple = withoutIdleGroup(condition);
  if (!isGroup(simple)) return { text: phrase(simple, speech), children: [] };
  const only = simple.of.length === 1 ? simple.of[0] : undefined;
  if (simple.kind === "none" && only !== undefined && !isGroup(withoutIdleGroup(only))) {
    return { text: negation(only, speech), children: [] };
  }
  return {
    text: `${heading(simple, speech.words)}${speech.words.colon}`,
    children: simple.of.map((member) => line(member, speech)),
  };
}

function heading(group: Group, words: ConditionWords): string {
  switch (group.kind) {
    case "all":
      return words.allOf;
    case "any":
      return words.anyOf;
    case "none":
      return words.noneOf;
    case "at-least":
      return words.atLeastOf(group.count, group.of.length);
    default:
      return group satisfies never;
  }
}

/** `all` and `any` of a single condition say no more than the condition. */
function withoutIdleGroup(condition: Condition): Condition {
  const only = (condition.kind === "all" || condition.kind === "any") && condition.of.length === 1;
  const inner = only ? condition.of[0] : undefined;
  return inner === undefined ? condition : withoutIdleGroup(inner);
}

function isGroup(condition: Condition): condition is Group {
  return !["field", "signal", "linked", "meets"].includes(condition.kind);
}

function joined(members: readonly string[], conjunction: string): string {
  if (members.length < 3) return members.join(` ${conjunction} `);
  return `${members.slice(0, -1).join(", ")} ${conjunction} ${members.at(-1) ?? ""}`;
}

function phrase(leaf: Leaf, speech: Speech): string {
  const { lexicon, language, words } = speech;
  switch (leaf.kind) {
    case "field": {
      const said = comparison(leaf.field, leaf.test, speech);
      return leaf.orUnknown ? words.orUnknown(said) : said;
    }
    case "signal":
      return words.signal(signalPhrase(leaf, speech));
    case "linked":
      return words.linked(...linkedParts(leaf, speech));
    case "meets":
      return words.meets(quote(lexicon.criteria(leaf.criteria), language));
    default:
      return leaf satisfies never;
  }
}

function negation(condition: Condition, speech: Speech): string {
  const { lexicon, language, words } = speech;
  const simple = withoutIdleGroup(condition);
  switch (simple.kind) {
    case "signal":
      return words.noSignal(signalPhrase(simple, speech));
    case "linked":
      return words.notLinked(...linkedParts(simple, speech));
    case "meets":
      return words.meetsNot(quote(lexicon.criteria(simple.criteria), language));
    default:
      // Not "is not": an unknown value fails that comparison, but passes `none`.
      return words.not(bracketed(simple, speech));
  }
}

function signalPhrase(leaf: Extract<Leaf, { kind: "signal" }>, { lexicon, language }: Speech): SignalPhrase {
  const named = { label: quote(lexicon.signal(leaf.signal), language), times: leaf.times };
  return leaf.withinLast === undefined ? named : { ...named, past: describePast(leaf.withinLast, language) };
}

function linkedParts(
  leaf: Extract<Leaf, { kind: "linked" }>,
  { lexicon, language }: Speech,
): [object: string, stages: readonly string[]] {
  return [lexicon.object(leaf.object), leaf.stages.map((stage) => quote(lexicon.stage(stage), language))];
}

function comparison(field: string, test: Test, speech: Speech): string {
  const { lexicon, language, words } = speech;
  const subject = quote(lexicon.field(field), language);
  const said = (value: Scalar) => inWords(field, value, speech);
  switch (test.operator) {
    case "is":
    case "isNot":
      return words[test.operator](subject, said(test.value));
    case "in":
      return words.isOneOf(subject, test.values.map(said));
    case "notIn":
      return words.isNoneOf(subject, test.values.map(said));
    case "atLeast":
    case "atMost":
    case "moreThan":
    case "lessThan":
      return words[test.operator](subject, said(test.value));
    case "between":
      return words.between(subject, said(test.low), said(test.high));
    case "known":
      return test.value ? words.isKnown(subject) : words.isUnknown(subject);
    case "contains":
      return words.contains(subject, quote(test.value, language));
    case "withinLast":
      return words.inThePast(subject, describeDuration(test.duration, language));
    case "withinNext":
      return words.inTheFuture(subject, describeDuration(test.duration, language));
    case "before":
    case "after":
      return words[test.operator](subject, inWords(field, test.value, speech));
    default:
      return test satisfies never;
  }
}

/** Numbers and dates stand as they are; options, texts, yes and no are quoted, so that a reader sees where they end. */
function inWords(field: string, value: Scalar, { lexicon, language }: Speech): string {
  if (typeof value === "number") return lexicon.value(field, value);
  if (typeof value === "string" && isCalendarDate(value)) return describeDate(value, language);
  return quote(lexicon.value(field, value), language);
}
