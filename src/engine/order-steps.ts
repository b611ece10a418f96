import { compareText } from "../diagnostics/index.ts";
import type { Address, ResourceKind } from "../targets/index.ts";

interface Orderable {
  readonly action: string;
  readonly kind: ResourceKind;
  readonly object: string;
  readonly name: string;
  readonly address: Address;
  readonly dependsOn: readonly Address[];
}

const kindOrder: readonly ResourceKind[] = ["property-group", "property", "pipeline", "list", "workflow"];
const actionOrder: readonly string[] = ["adopt", "create", "revive", "update"];

/** Steps so that each stands after what it depends on; else by kind, object, action and name, so that equal calls stand together. */
export function orderSteps<T extends Orderable>(steps: readonly T[]): readonly T[] {
  const sorted = [...steps].sort(compareSteps);
  const byAddress = new Map(sorted.map((step) => [step.address, step]));
  const ordered = new Set<T>();
  const visiting = new Set<T>();
  const visit = (step: T): void => {
    if (visiting.has(step)) return;
    visiting.add(step);
    for (const address of [...step.dependsOn].sort(compareText)) {
      const needed = byAddress.get(address);
      if (needed !== undefined) visit(needed);
    }
    ordered.add(step);
  };
  for (const step of sorted) visit(step);
  return [...ordered];
}

/** Consecutive steps that one call can carry: same action, kind and object, none needing another of them. */
export function batchSteps<T extends Orderable>(
  steps: readonly T[],
  sizeOf: (step: T) => number,
): readonly (readonly [T, ...T[]])[] {
  const batches: [T, ...T[]][] = [];
  for (const step of steps) {
    const last = batches.at(-1);
    if (last !== undefined && last.length < sizeOf(step) && joins(step, last)) last.push(step);
    else batches.push([step]);
  }
  return batches;
}

function joins(step: Orderable, batch: readonly [Orderable, ...Orderable[]]): boolean {
  const [first] = batch;
  const isAlike = first.action === step.action && first.kind === step.kind && first.object === step.object;
  return isAlike && !batch.some((earlier) => step.dependsOn.includes(earlier.address));
}

function compareSteps(a: Orderable, b: Orderable): number {
  return (
    kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
    compareText(a.object, b.object) ||
    actionOrder.indexOf(a.action) - actionOrder.indexOf(b.action) ||
    compareText(a.name, b.name)
  );
}
