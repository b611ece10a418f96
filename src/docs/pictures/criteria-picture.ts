import { createAnalysis, lexiconOf } from "../../contract/index.ts";
import {
  type Algebra,
  type Condition,
  describeCondition,
  describeLead,
  type Literal,
  toDisjunctiveForm,
} from "../../criteria/index.ts";
import type { DocumentContext } from "../document-context.ts";
import { line } from "../document-context.ts";
import type { Line } from "../section-model.ts";
import { capitalise } from "../words/index.ts";

/** Who gets through: each way as a row of things asked, and two leads that show it. */
export interface CriteriaPicture {
  readonly title: string;
  readonly description: string;
  readonly words: { readonly and: string; readonly or: string };
  readonly ways: readonly { readonly asked: readonly string[] }[];
  /** How many ways are not drawn; null where all are. */
  readonly more: string | null;
  /** A lead that gets through, and one that just does not; null where none was found. */
  readonly passes: Example | null;
  readonly fails: Example | null;
}

/** A lead in words. */
export interface Example {
  readonly title: string;
  readonly lead: string;
}

const mostWays = 6;
// What takes longer to expand is no picture any more.
const mostTerms = 64;

/** The criteria of a stage or a handoff; undefined where they are no list of ways, or too long a one. */
export function buildCriteriaPicture(
  context: DocumentContext,
  { name, condition }: { readonly name: string; readonly condition: Condition },
): CriteriaPicture | undefined {
  const { contract, language, pictures } = context;
  const resolveNamed = (id: string) => contract.criteria.get(id)?.condition;
  const form = toDisjunctiveForm(condition, { resolveNamed, limit: mostTerms });
  if (form.kind !== "terms" || form.terms.length === 0) return undefined;
  const lexicon = lexiconOf(contract, language);
  const { criteria } = pictures;
  const said = ({ leaf, isNegated }: Literal) => {
    const words = describeCondition(leaf, lexicon, language);
    return isNegated ? `${criteria.not}${context.labels.colon} ${words}` : capitalise(words);
  };
  const algebra = createAnalysis(contract, new Set()).algebraWith([condition]);
  const example = (title: string, search: ReturnType<Algebra["findLead"]>): Example | null =>
    search.kind === "lead" ? { title, lead: capitalise(describeLead(search.lead, lexicon, language)) } : null;
  const left = form.terms.length - mostWays;
  return {
    title: criteria.title(name),
    description: criteria.description(form.terms.length),
    words: { and: criteria.and, or: criteria.or },
    ways: form.terms.slice(0, mostWays).map((term) => ({ asked: term.map(said) })),
    more: left > 0 ? criteria.more(left) : null,
    passes: example(criteria.passes, algebra.findLead({ holding: [condition] })),
    fails: example(criteria.fails, nearMiss(algebra, condition, form.terms[0] ?? [])),
  };
}

/** A lead that lacks one thing only: what it shows is the border. Where there is none, any lead that fails. */
function nearMiss(algebra: Algebra, condition: Condition, term: readonly Literal[]): ReturnType<Algebra["findLead"]> {
  for (const missing of term.toReversed()) {
    const others = term.filter((literal) => literal !== missing);
    const holding = others.filter(({ isNegated }) => !isNegated).map(({ leaf }) => leaf);
    const refused = others.filter(({ isNegated }) => isNegated).map(({ leaf }) => leaf);
    if (holding.length === 0 && term.length > 1) continue;
    const found = algebra.findLead({ holding, failing: [...refused, condition] });
    if (found.kind === "lead" && found.lead.length > 0) return found;
  }
  return algebra.findLead({ holding: [], failing: [condition] });
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
