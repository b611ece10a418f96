import type { Condition } from "../condition.ts";
import type { Leaf } from "../normal-form.ts";
import type { Sample } from "./candidate.ts";
import { type CellSet, firstCell, hasCell } from "./cell-set.ts";
import {
  type Box,
  everywhere,
  findOutside,
  intersect,
  type Region,
  type RegionContext,
  subtract,
  unite,
  type Work,
} from "./region.ts";
import { createSpace, leafKey, type Space, type Subject } from "./space.ts";
import type { ValueDomain } from "./value-domain.ts";

/** One thing that is true of a lead. */
export interface Trait {
  readonly subject: Subject;
  readonly sample: Sample;
}

/** A lead told by what matters about it, in the order in which the conditions speak of it. */
export type Lead = readonly Trait[];

/** Leads to look for: all of `holding` hold for them and none of `failing`. */
export interface LeadQuery {
  readonly holding: readonly Condition[];
  readonly failing?: readonly Condition[];
}

/**
 * The answer: a lead, the proof that there is none, or neither, because the question would take too much work or asks
 * about a subject that has too many cells to look at (`free`).
 */
export type LeadSearch =
  | { readonly kind: "lead"; readonly lead: Lead }
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly cause: "work" | "free" };

/**
 * Decides questions about conditions. Everything is one question: is there a lead for which these hold and those fail?
 * Satisfiable: one holds. Always true: none fails. A implies B: none holds A and fails B. Overlap: one holds both.
 * Covered or shadowed by a union: none holds it and fails all of them.
 */
export interface Algebra {
  readonly findLead: (query: LeadQuery) => LeadSearch;
  /** Of conditions that no lead meets together, some that already conflict and none of which could be left out. */
  readonly conflictAmong: (conditions: readonly Condition[]) => readonly Condition[];
}

/** What the algebra is made for; work counts comparisons of boxes, about a microsecond each. */
export interface AlgebraOptions {
  /** All conditions that questions will be asked about, named criteria included. */
  readonly conditions: readonly Condition[];
  readonly resolveNamed: (criteria: string) => Condition | undefined;
  readonly domainOf: (field: string) => ValueDomain;
  readonly workPerQuestion?: number;
  readonly workInAll?: number;
}

const defaultWork = { perQuestion: 50_000, inAll: 2_000_000 } as const;

/** The algebra of these conditions; regions are worked out at the first question about them and kept. */
export function createAlgebra(options: AlgebraOptions): Algebra {
  const space = createSpace(options.conditions.flatMap(leavesOf), options.domainOf);
  const state: State = {
    space,
    options,
    regions: new WeakMap(),
    tooLarge: new WeakSet(),
    work: { left: 0 },
    account: { left: options.workInAll ?? defaultWork.inAll },
  };
  const findLead = (query: LeadQuery) => answer(query, state);
  return {
    findLead,
    conflictAmong: (conditions) => smallestConflict(conditions, findLead),
  };
}

interface State {
  readonly space: Space;
  readonly options: AlgebraOptions;
  readonly regions: WeakMap<Condition, Region>;
  /** Conditions whose region was given up: asking again would cost the same again. */
  readonly tooLarge: WeakSet<Condition>;
  /** For the question at hand, and for all questions together. */
  readonly work: Work;
  readonly account: Work;
}

function leavesOf(condition: Condition): readonly Leaf[] {
  if ("of" in condition) return condition.of.flatMap(leavesOf);
  return condition.kind === "meets" ? [] : [condition];
}

function contextOf({ space, work }: State): RegionContext {
  return { work, allCells: (dimension) => space.dimensions[dimension]?.all ?? new Uint32Array(1) };
}

function answer(query: LeadQuery, state: State): LeadSearch {
  const { holding, failing = [] } = query;
  if (state.account.left < 0 || [...holding, ...failing].some((one) => state.tooLarge.has(one))) return outOfWork;
  const granted = state.options.workPerQuestion ?? defaultWork.perQuestion;
  state.work.left = granted;
  const found = search({ holding, failing }, state);
  state.account.left -= granted - state.work.left;
  return state.work.left < 0 ? outOfWork : found;
}

const outOfWork: LeadSearch = { kind: "undecided", cause: "work" };

function search({ holding, failing }: Required<LeadQuery>, state: State): LeadSearch {
  const context = contextOf(state);
  const held = holding.reduce<Region>(
    (region, one) => intersect(region, regionOf(one, state, []), context),
    everywhere,
  );
  const failed = failing.flatMap((one) => regionOf(one, state, []));
  let isUndecided = false;
  for (const box of held) {
    const found = findOutside(box, failed, context);
    if (found === undefined) continue;
    if (canExist(found, state.space)) return { kind: "lead", lead: leadIn(found, state) };
    isUndecided = true;
  }
  return isUndecided ? { kind: "undecided", cause: "free" } : { kind: "none" };
}

/**
 * Leaves in free dimensions of one subject may exclude or imply each other in ways that were not looked at. That none of
 * them holds can always be, and that a single one does where nothing is asked of the others.
 */
function canExist(box: Box, { dimensions }: Space): boolean {
  const claims = new Map<string, { held: number; others: number }>();
  for (const [place, cells] of box) {
    const dimension = dimensions[place];
    if (dimension === undefined || !dimension.isFree) continue;
    const { kind, id } = dimension.subject;
    const claim = claims.get(`${kind} ${id}`) ?? { held: 0, others: 0 };
    if (hasCell(cells, dimension.quietCell)) claim.others += 1;
    else claim.held += 1;
    claims.set(`${kind} ${id}`, claim);
  }
  return [...claims.values()].every(({ held, others }) => held === 0 || (held === 1 && others === 0));
}

/** Where a condition holds. A named criteria that is missing or names itself holds nowhere. */
function regionOf(condition: Condition, state: State, visiting: readonly string[]): Region {
  const known = state.regions.get(condition);
  if (known !== undefined) return known;
  const region = workOut(condition, state, visiting);
  // What was cut short for want of work is not the truth.
  if (state.work.left >= 0) state.regions.set(condition, region);
  else state.tooLarge.add(condition);
  return region;
}

function workOut(condition: Condition, state: State, visiting: readonly string[]): Region {
  const context = contextOf(state);
  const inner = (child: Condition) => regionOf(child, state, visiting);
  switch (condition.kind) {
    case "field":
    case "signal":
    case "linked":
      return leafRegion(condition, state.space);
    case "meets": {
      const named = visiting.includes(condition.criteria) ? undefined : state.options.resolveNamed(condition.criteria);
      return named === undefined ? [] : regionOf(named, state, [...visiting, condition.criteria]);
    }
    case "all":
      return condition.of.reduce<Region>((region, child) => intersect(region, inner(child), context), everywhere);
    case "any":
      return condition.of.reduce<Region>((region, child) => unite(region, inner(child), context), []);
    case "none":
      return condition.of.reduce<Region>((region, child) => subtract(region, inner(child), context), everywhere);
    case "at-least":
      return atLeastRegion(condition.count, condition.of.map(inner), context);
    default:
      return condition satisfies never;
  }
}

function leafRegion(leaf: Leaf, space: Space): Region {
  const place = space.dimensionOf(leaf);
  const dimension = space.dimensions[place];
  const cells = dimension?.cells.get(leafKey(leaf));
  if (cells === undefined || dimension === undefined) return [];
  const isAll = dimension.all.every((word, index) => word === cells[index]);
  return isAll ? everywhere : [new Map([[place, cells]])];
}

/** Row `n` of the table says where at least n of the children seen so far hold. */
function atLeastRegion(count: number, children: readonly Region[], context: RegionContext): Region {
  if (count <= 0) return everywhere;
  let rows: readonly Region[] = [everywhere, ...Array.from({ length: count }, (): Region => [])];
  for (const child of children) {
    rows = rows.map((row, index) => {
      const before = rows[index - 1];
      return before === undefined ? row : unite(row, intersect(before, child, context), context);
    });
  }
  return rows[count] ?? [];
}

/** What a box asks of a lead, with the plainest value in each dimension; what it leaves open is not told. */
function leadIn(box: Box, { space }: State): Lead {
  const traits = [...box].sort(([a], [b]) => a - b).map(([place, cells]) => traitIn(space, place, cells));
  return traits.filter((trait) => trait !== undefined);
}

function traitIn(space: Space, place: number, cells: CellSet): Trait | undefined {
  const dimension = space.dimensions[place];
  const sample = dimension?.samples[firstCell(cells)];
  return dimension === undefined || sample === undefined ? undefined : { subject: dimension.subject, sample };
}

/** Leaves out one condition after the other for as long as the rest still conflicts. */
function smallestConflict(conditions: readonly Condition[], findLead: Algebra["findLead"]): readonly Condition[] {
  let kept = conditions;
  for (const condition of conditions) {
    const rest = kept.filter((other) => other !== condition);
    if (rest.length > 0 && findLead({ holding: rest }).kind === "none") kept = rest;
  }
  return kept;
}
