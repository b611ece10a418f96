import type { CrmObject } from "../../contract/index.ts";
import { type Condition, type Term, toDisjunctiveForm } from "../../criteria/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import type { FilterNode } from "./filters.ts";
import { literalFilters } from "./literal-filters.ts";
import type { HubSpotModel } from "./model.ts";

/** The most alternatives that one enrolment may have: what a person can still read in HubSpot's editor. */
export const mostAlternatives = 20;
/** The most filters that HubSpot takes in one enrolment or list. */
export const mostFilters = 250;

/** One way to satisfy a condition: the term it comes from, and its filters. */
export interface Alternative {
  readonly term: Term;
  readonly nodes: readonly FilterNode[];
}

/** A condition in HubSpot's filters, or why it stays with a person. */
export type ConditionFilters =
  | { readonly kind: "filters"; readonly alternatives: readonly Alternative[] }
  | { readonly kind: "impossible"; readonly why: Bilingual };

/** Says a condition about a record of `object` as alternatives of filters; no condition is always true. */
export function conditionFilters(
  model: HubSpotModel,
  object: CrmObject,
  condition: Condition | undefined,
): ConditionFilters {
  if (condition === undefined) return { kind: "filters", alternatives: [{ term: [], nodes: [] }] };
  const form = toDisjunctiveForm(condition, {
    resolveNamed: (name) => model.contract.criteria.get(name)?.condition,
    limit: mostAlternatives,
  });
  if (form.kind === "unresolved") return { kind: "impossible", why: unresolved(form.criteria) };
  if (form.kind === "too-large") return { kind: "impossible", why: tooManyAlternatives };
  const alternatives: Alternative[] = [];
  for (const term of form.terms) {
    const filters = termFilters(model, object, term);
    if (filters.kind === "impossible") return filters;
    alternatives.push(...filters.alternatives);
  }
  return bounded(alternatives);
}

function termFilters(model: HubSpotModel, object: CrmObject, term: Term): ConditionFilters {
  let alternatives: readonly Alternative[] = [{ term, nodes: [] }];
  for (const literal of term) {
    const filters = literalFilters(model, object, literal);
    if (filters.kind === "impossible") return filters;
    alternatives = alternatives.flatMap(({ nodes }) =>
      filters.alternatives.map((more) => ({ term, nodes: [...nodes, ...more] })),
    );
  }
  return { kind: "filters", alternatives };
}

function bounded(alternatives: readonly Alternative[]): ConditionFilters {
  if (alternatives.length > mostAlternatives) return { kind: "impossible", why: tooManyAlternatives };
  return { kind: "filters", alternatives };
}

/** Both conditions hold: every alternative of one with every alternative of the other. */
export function bothHold(left: ConditionFilters, right: ConditionFilters): ConditionFilters {
  if (left.kind === "impossible") return left;
  if (right.kind === "impossible") return right;
  return bounded(
    left.alternatives.flatMap((a) =>
      right.alternatives.map((b) => ({ term: [...a.term, ...b.term], nodes: [...a.nodes, ...b.nodes] })),
    ),
  );
}

/** The scope as filters: included and not excluded. */
export function scopeFilters(model: HubSpotModel): ConditionFilters {
  const { object, include, exclude } = model.contract.scope;
  const excluded: Condition = { kind: "none", path: ["scope", "exclude"], of: exclude.map(({ when }) => when) };
  const of = [...(include === undefined ? [] : [include]), excluded];
  return conditionFilters(model, object, { kind: "all", path: ["scope"], of });
}

/** A condition of records in scope; where both together are too much to write out, the condition alone. */
export function inScope(model: HubSpotModel, object: CrmObject, condition: ConditionFilters): ConditionFilters {
  if (object !== model.contract.scope.object) return condition;
  const both = bothHold(scopeFilters(model), condition);
  return both.kind === "filters" ? both : condition;
}

/** Out of scope, in as many ways as there are; none where that can't be written out. */
export function outOfScope(model: HubSpotModel): readonly Alternative[] {
  const { object, include, exclude } = model.contract.scope;
  const notIncluded: readonly Condition[] =
    include === undefined ? [] : [{ kind: "none", path: ["scope", "include"], of: [include] }];
  const of = [...exclude.map(({ when }) => when), ...notIncluded];
  const found = of.length === 0 ? undefined : conditionFilters(model, object, { kind: "any", path: ["scope"], of });
  return found?.kind === "filters" ? found.alternatives : [];
}

const tooManyAlternatives: Bilingual = {
  en: `written out, the condition has more than ${mostAlternatives} alternatives`,
  fr: `développée, la condition compte plus de ${mostAlternatives} alternatives`,
};

const unresolved = (criteria: string): Bilingual => ({
  en: `the criteria "${criteria}" do not exist`,
  fr: `les critères «\u00a0${criteria}\u00a0» n'existent pas`,
});
