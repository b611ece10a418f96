import { type EntryKind, type Finding, finding } from "../diagnostics/index.ts";
import type { MapEntry, MapNode, Node } from "./node.ts";
import { spanOf } from "./node.ts";

/** Sections whose entries may be spread over several files, and what an entry of each is called. */
const sections: ReadonlyMap<string, EntryKind> = new Map<string, EntryKind>([
  ["parties", "party"],
  ["roles", "role"],
  ["calendars", "calendar"],
  ["signals", "signal"],
  ["fields", "field"],
  ["criteria", "criteria"],
  ["priorities", "priority"],
  ["pipelines", "pipeline"],
  ["stages", "stage"],
  ["reasons", "reason"],
  ["handoffs", "handoff"],
  ["commitments", "entry"],
  ["contribution", "entry"],
  ["glossary", "term"],
  ["environments", "environment"],
  ["removed", "entry"],
]);

/** One contract from the file that carries it and the parts beside it; the same entry twice is a finding with both places. */
export function mergeParts(
  contract: MapNode,
  parts: readonly MapNode[],
): { readonly value: MapNode; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const merged = new Map(contract.entries);
  for (const part of parts) {
    for (const [name, entry] of part.entries) {
      if (name !== "partOf") merged.set(name, mergeSection({ name, into: merged.get(name), from: entry, findings }));
    }
  }
  return { value: { ...contract, entries: merged }, findings };
}

interface SectionMerge {
  readonly name: string;
  readonly into: MapEntry | undefined;
  readonly from: MapEntry;
  readonly findings: Finding[];
}

function mergeSection({ name, into, from, findings }: SectionMerge): MapEntry {
  if (into === undefined) return from;
  // What only the main file may say (its version, its calendar) is no key of a part: the shape check has said so.
  if (!sections.has(name) || into.value.kind !== "map" || from.value.kind !== "map") return into;
  const entries = new Map(into.value.entries);
  for (const [id, entry] of from.value.entries) {
    const first = entries.get(id);
    if (first === undefined) entries.set(id, entry);
    else findings.push(duplicate(sections.get(name) ?? "entry", entry, first));
  }
  return { key: into.key, value: { ...into.value, entries } };
}

function duplicate(kind: EntryKind, entry: MapEntry, first: MapEntry): Finding {
  const related = [{ span: spanOf(first.key), role: "first-here" as const }];
  return finding(
    "REF202",
    spanOf(entry.key),
    { kind, name: String(entry.key.value), file: first.key.source.file },
    { related },
  );
}

/** True when a file says that it is a part of another contract. */
export function isPart(root: Node): boolean {
  return root.kind === "map" && root.entries.has("partOf");
}
