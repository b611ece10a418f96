import type { EntryKind } from "../diagnostics/index.ts";
import { onlyRecord } from "../journey/index.ts";
import { childOf, type MapNode, type Node, spanOf } from "../language/index.ts";
import { isKnown, nameAt, type Reading, report, textAt, textOf } from "./reading.ts";
import type { Expectation } from "./test-case.ts";

/** Facts that one word answers, and the section of the contract that has the word. */
const plainFacts: readonly (readonly [string, EntryKind | undefined, readonly string[]])[] = [
  ["stage", "stage", ["none"]],
  ["status", undefined, []],
  ["owner", undefined, []],
  ["responsible", "role", ["nobody"]],
  ["priority", "priority", ["none"]],
  ["reason", "reason", ["none"]],
  ["hollow", undefined, []],
];

/** Facts told for each of several names, and the section that has the names. */
const namedFacts: readonly (readonly [string, EntryKind | undefined])[] = [
  ["handoffs", "handoff"],
  ["deadlines", "deadline"],
  ["due", "deadline"],
  ["returns", "handoff"],
  ["linked", undefined],
];

/** What is expected at a look; `before` is the moment that a time alone leans on. */
export function readExpectations(reading: Reading, node: Node | undefined, before: number): readonly Expectation[] {
  if (node?.kind !== "map") return [];
  const record = textAt(node, "about") ?? onlyRecord;
  return [
    ...plainFacts.flatMap(([fact, kind, also]) => plainFact(reading, node, { fact, kind, also, record })),
    ...namedFacts.flatMap(([fact, kind]) => namedFact(reading, node, { fact, kind, record, before })),
    ...momentFacts(reading, node, { record, before }),
    ...lists(reading, node, record),
  ];
}

interface Asked {
  readonly fact: string;
  readonly kind: EntryKind | undefined;
  readonly record: string;
}

function plainFact(
  reading: Reading,
  node: MapNode,
  { fact, kind, also, record }: Asked & { readonly also: readonly string[] },
): readonly Expectation[] {
  const place = childOf(node, fact);
  if (place === undefined) return [];
  const expected = kind === undefined ? textOf(place) : nameAt(reading, node, { key: fact, kind, also });
  return expected === undefined ? [] : [{ kind: "fact", record, fact, expected, span: spanOf(place) }];
}

function namedFact(
  reading: Reading,
  node: MapNode,
  { fact, kind, record, before }: Asked & { readonly before: number },
): readonly Expectation[] {
  const group = childOf(node, fact);
  if (group?.kind !== "map") return [];
  return [...group.entries].flatMap(([name, { key, value }]): readonly Expectation[] => {
    if (kind !== undefined && !isKnown(reading, key, { name, kind })) return [];
    const written = textOf(value) ?? "";
    const expected = fact === "due" ? moment(reading, value, { written, before }) : written;
    return expected === undefined
      ? []
      : [{ kind: "fact", record, fact: `${fact}.${name}`, expected, span: spanOf(value) }];
  });
}

/** A moment in the form in which it is compared. */
function moment(
  { moments, ...rest }: Reading,
  node: Node,
  { written, before }: { readonly written: string; readonly before: number },
): string | undefined {
  const instant = moments.read(written, before);
  if (instant !== undefined) return moments.write(instant);
  report({ moments, ...rest }, node, "TST001", { written });
  return undefined;
}

const wordsForNoMoment = ["none", "never"];

function momentFacts(
  reading: Reading,
  node: MapNode,
  { record, before }: { readonly record: string; readonly before: number },
): readonly Expectation[] {
  return ["restsUntil", "expires"].flatMap((fact): readonly Expectation[] => {
    const place = childOf(node, fact);
    const written = textOf(place);
    if (place === undefined || written === undefined) return [];
    const expected = wordsForNoMoment.includes(written) ? written : moment(reading, place, { written, before });
    return expected === undefined ? [] : [{ kind: "fact", record, fact, expected, span: spanOf(place) }];
  });
}

function lists(reading: Reading, node: MapNode, record: string): readonly Expectation[] {
  const told = childOf(node, "told");
  const notes = childOf(node, "notes");
  return [
    ...(told?.kind !== "list"
      ? []
      : [
          {
            kind: "told" as const,
            record,
            expected: told.items.map((one) => recipient(reading, one)),
            span: spanOf(told),
          },
        ]),
    ...(notes?.kind !== "list"
      ? []
      : [
          {
            kind: "notes" as const,
            record,
            expected: notes.items.map((one) => textOf(one) ?? ""),
            span: spanOf(notes),
          },
        ]),
  ];
}

/** `head-of-sales`, or `head-of-sales: sal.outcome`. */
function recipient(reading: Reading, node: Node): string {
  const [entry] = node.kind === "map" ? [...node.entries.values()] : [];
  if (entry === undefined) {
    const name = textOf(node) ?? "";
    isKnown(reading, node, { name, kind: "role" });
    return name;
  }
  const role = textOf(entry.key) ?? "";
  const deadline = textOf(entry.value) ?? "";
  isKnown(reading, entry.key, { name: role, kind: "role" });
  isKnown(reading, entry.value, { name: deadline, kind: "deadline" });
  return `${role}: ${deadline}`;
}
