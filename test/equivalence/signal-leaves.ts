import type { Contract } from "../../src/contract/index.ts";
import type { Leaf } from "../../src/criteria/index.ts";

/** A condition about a signal. */
export type SignalLeaf = Extract<Leaf, { readonly kind: "signal" }>;

/** Every condition about a signal, wherever it stands in a contract. */
export function signalLeavesOf(contract: Contract): readonly SignalLeaf[] {
  return leavesIn(contract);
}

function leavesIn(node: unknown): readonly SignalLeaf[] {
  if (typeof node !== "object" || node === null) return [];
  if (isSignalLeaf(node)) return [node];
  const inner: readonly unknown[] = node instanceof Map ? [...node.values()] : Object.values(node);
  return inner.flatMap(leavesIn);
}

function isSignalLeaf(node: object): node is SignalLeaf {
  return "kind" in node && node.kind === "signal" && "times" in node;
}
