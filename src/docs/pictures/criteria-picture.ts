import { lexiconOf } from "../../contract/index.ts";
import {
  type Condition,
  describeCondition,
  describeLead,
  type Lead,
  type Literal,
  type Term,
  toDisjunctiveForm,
} from "../../criteria/index.ts";
import { type DocumentContext, line } from "../document-context.ts";
import type { Line } from "../section-model.ts";
import { capitalise } from "../words/index.ts";
import { type CellWords, cellWords, subjectOf } from "./criteria-cells.ts";
import { findPassing, nearMiss } from "./criteria-leads.ts";

/** Who gets through, as a table: a row for each way, a column for each thing asked, and two leads that show it. */
export interface CriteriaPicture {
  readonly title: string;
  readonly description: string;
  readonly words: { readonly way: string; readonly or: string };
  readonly columns: readonly string[];
  readonly ways: readonly Way[];
  /** How many ways are not drawn; null where all are. */
  readonly more: string | null;
  /** A lead that gets through, and one that just does not; null where none was found. */
  readonly passes: Example | null;
  readonly fails: Example | null;
}

/** One way to meet the criteria: in sentences, and cell by cell. */
export interface Way {
  readonly asked: readonly string[];
  readonly cells: readonly Cell[];
}

/** What is asked in a column; nothing where the way does not ask. */
export interface Cell {
  readonly said: string;
  /** True where it must not be so. */
  readonly isNegated: boolean;
}

/** A lead in words, and column by column. */
export interface Example {
  readonly title: string;
  readonly lead: string;
  readonly cells: readonly string[];
  /** The column that decides; null where no single one does. */
  readonly decides: number | null;
}

const mostWays = 8;
// What takes longer to expand is no picture any more.
const mostTerms = 64;

/** The criteria of a stage or a handoff; undefined where they are no list of ways, or too long a one. */
export function buildCriteriaPicture(
  context: DocumentContext,
  { name, condition }: { readonly name: string; readonly condition: Condition },
): CriteriaPicture | undefined {
  const { contract, pictures } = context;
  const resolveNamed = (id: string) => contract.criteria.get(id)?.condition;
  const form = toDisjunctiveForm(condition, { resolveNamed, limit: mostTerms });
  if (form.kind !== "terms" || form.terms.length === 0) return undefined;
  const drawn = form.terms.slice(0, mostWays);
  const left = form.terms.length - drawn.length;
  const { criteria } = pictures;
  const speech: Speech = { context, words: cellWords(context), columns: columnsOf(drawn) };
  const algebra = context.algebra();
  const passing = findPassing(algebra, condition);
  const missing = nearMiss(algebra, condition, form.terms);
  return {
    title: criteria.title(name),
    description: criteria.description(form.terms.length),
    words: { way: criteria.way, or: criteria.or },
    columns: [...speech.columns.values()].map(speech.words.headOf),
    ways: drawn.map((term) => wayOf(speech, term)),
    more: left > 0 ? criteria.more(left) : null,
    passes: passing === undefined ? null : exampleOf(speech, criteria.passes, { lead: passing }),
    fails: missing === undefined ? null : exampleOf(speech, criteria.fails, missing),
  };
}

interface Speech {
  readonly context: DocumentContext;
  readonly words: CellWords;
  /** A leaf of each subject, in the order in which the ways speak of them. */
  readonly columns: ReadonlyMap<string, Literal["leaf"]>;
}

function columnsOf(terms: readonly Term[]): Speech["columns"] {
  const columns = new Map<string, Literal["leaf"]>();
  for (const { leaf } of terms.flat()) {
    const subject = subjectOf(leaf);
    if (!columns.has(subject)) columns.set(subject, leaf);
  }
  return columns;
}

function wayOf({ context, words, columns }: Speech, term: Term): Way {
  const { contract, language, labels, pictures } = context;
  const { not, and } = pictures.criteria;
  const lexicon = lexiconOf(contract, language);
  return {
    asked: term.map(({ leaf, isNegated }) => {
      const said = describeCondition(leaf, lexicon, language);
      return isNegated ? `${not}${labels.colon} ${said}` : capitalise(said);
    }),
    cells: [...columns.keys()].map((subject) => {
      const here = term.filter(({ leaf }) => subjectOf(leaf) === subject);
      const isNegated = here.length > 0 && here.every((literal) => literal.isNegated);
      const said = here.map((literal) =>
        literal.isNegated ? `${not}${labels.colon} ${words.asked(literal.leaf)}` : words.asked(literal.leaf),
      );
      return { said: said.join(` ${and} `), isNegated };
    }),
  };
}

function exampleOf(
  { context, words, columns }: Speech,
  title: string,
  { lead, missing }: { readonly lead: Lead; readonly missing?: Literal | undefined },
): Example {
  const { contract, language, pictures } = context;
  const subjects = [...columns.keys()];
  const place = missing === undefined ? -1 : subjects.indexOf(subjectOf(missing.leaf));
  return {
    title,
    lead: capitalise(describeLead(lead, lexiconOf(contract, language), language)),
    cells: subjects.map((subject) => {
      const trait = lead.find(({ subject: { kind, id } }) => `${kind} ${id}` === subject);
      return trait === undefined ? pictures.criteria.whatever : words.shown(trait);
    }),
    decides: place < 0 ? null : place,
  };
}

/** The same in words. */
export function describeCriteriaPicture(
  { ways, passes, fails, more }: CriteriaPicture,
  { pictures, labels }: DocumentContext,
): readonly Line[] {
  const examples = [passes, fails].flatMap((one) =>
    one === null ? [] : [line(`${one.title}${labels.colon} ${one.lead}`)],
  );
  const rows = ways.map(({ asked }) => line(asked.join(` ${pictures.criteria.and} `)));
  return [...rows, ...(more === null ? [] : [line(more)]), ...examples];
}
