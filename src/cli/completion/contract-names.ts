import { readFileSync } from "node:fs";
import { childOf, decodeSource, type Node, parse } from "../../language/index.ts";
import { findContracts } from "../files/find-contract.ts";
import type { ContractNames } from "./command-tree.ts";

/** Names of the contract found from a folder, without judging it; none where there is no contract or it can't be read. */
export function readContractNames(kind: ContractNames, from: string): readonly string[] {
  const found = findContracts(undefined, from);
  if (!found.ok) return [];
  const roots = found.value.flatMap(({ files }) => files.map(readRoot)).filter((root) => root !== undefined);
  const names = roots.flatMap(namesOf[kind]);
  return [...new Set(names)];
}

const namesOf: Readonly<Record<ContractNames, (root: Node) => readonly string[]>> = {
  environments: (root) => keysIn(childOf(root, "environments")),
  deadlines: deadlinesIn,
  audiences: (root) => [...keysIn(childOf(root, "parties")), "management", "revops"],
};

/** A shell asks while somebody types: a file that can't be read just offers nothing. */
function readRoot(file: string): Node | undefined {
  try {
    const source = decodeSource(file, readFileSync(file)).value;
    return source === undefined ? undefined : parse(source).value;
  } catch {
    return undefined;
  }
}

function deadlinesIn(root: Node): readonly string[] {
  return ["handoffs", "stages"].flatMap((section) => {
    const entries = childOf(root, section);
    return keysIn(entries).flatMap((id) =>
      keysIn(childOf(childOf(entries, id), "deadlines")).map((deadline) => `${id}.${deadline}`),
    );
  });
}

function keysIn(node: Node | undefined): readonly string[] {
  return node?.kind === "map" ? [...node.entries.keys()] : [];
}
