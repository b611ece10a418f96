import type { Finding } from "../diagnostics/index.ts";
import { dataOf, type Node, parse, type Source } from "../language/index.ts";

/** The entry a finding is about, such as `stages.mql`; undefined where it is about a text that can't be read. */
export function entryOfFinding({ clause }: Finding): string | undefined {
  return clause?.split(".").slice(0, 2).join(".");
}

/** Entries (`stages.mql`, `scope.include`, `version`) that are not the same in two versions of a contract's texts. */
export function changedEntries(before: readonly Source[], after: readonly Source[]): ReadonlySet<string> {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  return new Set([...names].filter((name) => old.get(name) !== now.get(name)));
}

/** Each entry as canonical text: comments, quotes and line breaks aside. */
function entriesOf(sources: readonly Source[]): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const source of sources) {
    const root = parse(source).value;
    if (root?.kind !== "map") continue;
    for (const [section, { value }] of root.entries) addEntries(entries, section, value);
  }
  return entries;
}

function addEntries(entries: Map<string, string>, section: string, value: Node): void {
  entries.set(section, value.kind === "map" ? "" : JSON.stringify(dataOf(value)));
  if (value.kind !== "map") return;
  for (const [id, entry] of value.entries) entries.set(`${section}.${id}`, JSON.stringify(dataOf(entry.value)));
}
