import type { Resource } from "../../src/engine/index.ts";

/** One call of an apply: what is there before it, and what is asked for. */
export interface Scenario {
  readonly name: string;
  readonly before: readonly Resource[];
  readonly desired: readonly Resource[];
}

const batch = 100;
const order = ["property-group", "property", "pipeline", "list", "workflow"];

/** A scenario for each creating call of a contract, with only what that call needs around it. */
export function creationsOf(resources: readonly Resource[]): readonly Scenario[] {
  const sorted = [...resources]
    .filter(({ isAdopted }) => !isAdopted)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.address < b.address ? -1 : 1));
  return callsOf(sorted).map((made) => {
    const needs = closureOf(made, resources);
    const [first] = made;
    const more = made.length > 1 ? ` and ${made.length - 1} more` : "";
    return { name: `create ${first?.address}${more}`, before: needs, desired: [...needs, ...made] };
  });
}

/** A scenario for each object that another version of a contract changes. */
export function changesOf(from: readonly Resource[], to: readonly Resource[]): readonly Scenario[] {
  const before = new Map(from.map((one) => [one.address, one]));
  return to.flatMap((one): Scenario[] => {
    const old = before.get(one.address);
    if (old === undefined || JSON.stringify(old.attributes) === JSON.stringify(one.attributes)) return [];
    const needs = closureOf([one], to).filter(({ address }) => before.has(address));
    const needed = needs.map(({ address }) => before.get(address) ?? one);
    return [{ name: `update ${one.address}`, before: [...needed, old], desired: [...needed, one] }];
  });
}

function callsOf(sorted: readonly Resource[]): readonly (readonly Resource[])[] {
  const calls: Resource[][] = [];
  for (const one of sorted) {
    const last = calls.at(-1);
    const [first] = last ?? [];
    const joins = one.kind === "property" && first?.kind === "property" && first.object === one.object;
    if (joins && last !== undefined && last.length < batch) last.push(one);
    else calls.push([one]);
  }
  return calls;
}

/** Everything that some resources need, in turn; what they only use has to be there already. */
function closureOf(of: readonly Resource[], all: readonly Resource[]): readonly Resource[] {
  const known = new Map(all.map((one) => [one.address, one]));
  const found = new Map<string, Resource>();
  const visit = (one: Resource): void => {
    for (const address of one.dependsOn) {
      const needed = known.get(address);
      if (needed === undefined || found.has(address)) continue;
      found.set(address, needed);
      visit(needed);
    }
  };
  for (const one of of) visit(one);
  for (const { address } of of) found.delete(address);
  return [...found.values()];
}
