import type { Id, Stage } from "../../contract/index.ts";
import { type Condition, type Literal, type Term, toDisjunctiveForm } from "../../criteria/index.ts";
import type { Writing } from "./context.ts";
import type { Story } from "./story.ts";

/** More ways than this into one stage are no longer stories. */
const mostWays = 16;

/** Stories about how records enter stages by themselves, by each way and just not, and who never enters. */
export function criteriaStories(writing: Writing): readonly Story[] {
  const { terms } = writing;
  const stages = [...terms.contract.stages.values()];
  return [
    ...births(writing),
    ...outsiders(writing),
    ...stages
      .filter(({ by, criteria }) => by === undefined && criteria !== undefined)
      .flatMap((stage) => ways(writing, stage)),
  ];
}

function births(writing: Writing): readonly Story[] {
  const { terms, satisfier, say, start, scope } = writing;
  return terms.births.flatMap(({ stage }): readonly Story[] => {
    const own = stage.criteria === undefined ? [] : [stage.criteria];
    const showing = satisfier.show({ holding: [...scope.holding, ...own], failing: scope.failing }, start);
    if (showing === undefined) return [];
    const { fields, acts, at } = showing;
    return [{ name: say.born(stage.id), start, fields, acts, end: at, facts: ["stage", "owner", "expires"] }];
  });
}

/** A record that each exclusion catches, and one that `include` does not take. */
function outsiders(writing: Writing): readonly Story[] {
  const { terms, satisfier, say, start } = writing;
  const { include, exclude } = terms.contract.scope;
  const queries = [
    ...(include === undefined ? [] : [{ clause: "include", holding: [], failing: [include] }]),
    ...exclude.map(({ id, when }) => ({ clause: id, holding: [when], failing: [] })),
  ];
  return queries.flatMap(({ clause, holding, failing }): readonly Story[] => {
    const showing = satisfier.show({ holding, failing }, start);
    if (showing === undefined) return [];
    const { fields, acts, at } = showing;
    return [{ name: say.outside(clause), start, fields, acts, end: at, facts: ["stage", "responsible"] }];
  });
}

function ways(writing: Writing, stage: Stage): readonly Story[] {
  const { terms } = writing;
  const { criteria } = stage;
  if (criteria === undefined) return [];
  const resolveNamed = (name: Id): Condition | undefined => terms.contract.criteria.get(name)?.condition;
  const form = toDisjunctiveForm(criteria, { resolveNamed, limit: mostWays });
  const alternatives = form.kind === "terms" ? form.terms : [];
  const origins = [...terms.stages.values()].filter(({ promotions }) => promotions.some((one) => one.stage === stage));
  return alternatives.flatMap((term, index) => [
    ...entry(writing, stage, { term, way: index + 1, origin: origins[index % Math.max(origins.length, 1)]?.stage.id }),
    ...term.flatMap((_, part) =>
      justMissed(writing, stage, { term, way: index + 1, part, origin: origins[0]?.stage.id }),
    ),
  ]);
}

interface Way {
  readonly term: Term;
  readonly way: number;
  readonly origin: Id | undefined;
}

function conditionOf({ leaf, isNegated }: Literal): Condition {
  return isNegated ? { kind: "none", path: [], of: [leaf] } : leaf;
}

function begin(origin: Id | undefined, stage: Stage): { readonly stage?: Id } {
  return origin === undefined || stage.from.includes("new") ? {} : { stage: origin };
}

const minuteMs = 60_000;

function entry(writing: Writing, stage: Stage, { term, way, origin }: Way): readonly Story[] {
  const { satisfier, say, start, scope } = writing;
  const showing = satisfier.show(
    { holding: [...term.map(conditionOf), ...scope.holding], failing: scope.failing },
    start + minuteMs,
  );
  if (showing === undefined) return [];
  const { fields, acts, at } = showing;
  return [
    {
      name: say.enters(stage.id, way),
      start,
      ...begin(origin, stage),
      fields,
      acts,
      end: at,
      facts: ["stage", "owner"],
    },
  ];
}

/** Everything of a way but one part, and no other way either. */
function justMissed(
  writing: Writing,
  stage: Stage,
  { term, way, part, origin }: Way & { readonly part: number },
): readonly Story[] {
  const { satisfier, say, start, scope } = writing;
  const others = term.filter((_, index) => index !== part).map(conditionOf);
  const failing = [...scope.failing, ...(stage.criteria === undefined ? [] : [stage.criteria])];
  const showing = satisfier.show({ holding: [...others, ...scope.holding], failing }, start + minuteMs);
  if (showing === undefined) return [];
  const { fields, acts, at } = showing;
  const name = say.justMisses(stage.id, way, part + 1);
  return [{ name, start, ...begin(origin, stage), fields, acts, end: at, facts: ["stage"] }];
}
