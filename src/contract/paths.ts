import { type Bilingual, inBoth, type Language } from "../diagnostics/index.ts";
import type { Contract } from "./contract.ts";
import type { Id } from "./entry.ts";
import type { Edge } from "./lifecycle.ts";
import { textIn } from "./text-in.ts";

/** The fewest moves that lead from one stage (or `new`) to another; undefined where none do, empty where they are the same. */
export function shortestPath<E extends Edge>(edges: readonly E[], from: Id, to: Id): readonly E[] | undefined {
  const leaving = groupByOrigin(edges);
  const cameBy = new Map<Id, E | undefined>([[from, undefined]]);
  const queue: Id[] = [from];
  for (let index = 0; index < queue.length; index += 1) {
    const stage = queue[index] ?? from;
    if (stage === to) return pathTo(to, cameBy);
    for (const edge of leaving.get(stage) ?? []) {
      if (cameBy.has(edge.to)) continue;
      cameBy.set(edge.to, edge);
      queue.push(edge.to);
    }
  }
  return undefined;
}

function groupByOrigin<E extends Edge>(edges: readonly E[]): ReadonlyMap<Id, readonly E[]> {
  const leaving = new Map<Id, E[]>();
  for (const edge of edges) {
    const known = leaving.get(edge.from);
    if (known === undefined) leaving.set(edge.from, [edge]);
    else known.push(edge);
  }
  return leaving;
}

function pathTo<E extends Edge>(to: Id, cameBy: ReadonlyMap<Id, E | undefined>): readonly E[] {
  const path: E[] = [];
  for (let edge = cameBy.get(to); edge !== undefined; edge = cameBy.get(edge.from)) path.unshift(edge);
  return path;
}

/** Moves in words: `new → Lead → Qualified lead (criteria) → In progress (Handoff to sales)`. */
export function describePath(contract: Contract, path: readonly Edge[]): Bilingual {
  return inBoth((language) => pathIn(contract, path, language));
}

/** How a record gets to a stage from birth, as the proof of a finding about it; nothing where no way leads there. */
export function witnessWay(contract: Contract, edges: readonly Edge[], to: Id): { readonly witness?: Bilingual } {
  const way = shortestPath(edges, "new", to);
  return way === undefined || way.length === 0 ? {} : { witness: describePath(contract, way) };
}

function pathIn(contract: Contract, path: readonly Edge[], language: Language): string {
  const [first] = path;
  if (first === undefined) return "";
  const moves = path.map((edge) => {
    const cause = causeIn(contract, edge, language);
    return `${stageName(contract, edge.to, language)}${cause === "" ? "" : ` (${cause})`}`;
  });
  return [stageName(contract, first.from, language), ...moves].join(" → ");
}

/** The label of a stage; a newborn record has none. */
export function stageName(contract: Contract, id: Id, language: Language): string {
  if (id === "new") return { en: "new", fr: "nouveau" }[language];
  return textIn(contract, contract.stages.get(id)?.label, language) || id;
}

function causeIn(contract: Contract, { cause, by }: Edge, language: Language): string {
  switch (cause) {
    case "birth":
    case "placement":
      return "";
    case "criteria":
      return { en: "criteria", fr: "critères" }[language];
    case "hand":
      return { en: "by hand", fr: "à la main" }[language];
    case "handoff":
      return textIn(contract, contract.handoffs.get(by ?? "")?.label, language);
    case "reason":
    case "expiry":
      return textIn(contract, contract.reasons.get(by ?? "")?.label, language);
    default:
      return cause satisfies never;
  }
}
