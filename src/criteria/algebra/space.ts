import type { Leaf } from "../normal-form.ts";
import { type Candidate, type CandidateClass, contextAt, holdsFor, presentMs, type Sample } from "./candidate.ts";
import { type CellSet, cellsWhere } from "./cell-set.ts";
import { type FieldLeaf, fieldCandidates } from "./field-candidates.ts";
import { plainSamples } from "./plain-samples.ts";
import { type SignalLeaf, signalCandidates } from "./signal-candidates.ts";
import { subsetsOf } from "./subsets.ts";
import type { ValueDomain } from "./value-domain.ts";

/** What a condition can be about: one dimension of the space of leads. */
export type Subject = { readonly kind: "field" | "signal" | "linked"; readonly id: string };

/**
 * One subject, divided into the fewest cells that its leaves tell apart. A free dimension stands for a single leaf of
 * a subject with too many cells: it holds or not, whatever the others do.
 */
export interface Dimension {
  readonly subject: Subject;
  readonly isFree: boolean;
  /** Of a free dimension, the cell in which its subject shows nothing: not linked, no such signal, another value. */
  readonly quietCell: number;
  readonly samples: readonly Sample[];
  readonly all: CellSet;
  /** The cells in which a leaf holds, by the key of the leaf; undefined where it holds in none. */
  readonly cells: ReadonlyMap<string, CellSet | undefined>;
}

/** All leads as the leaves of some conditions see them: one dimension per subject. */
export interface Space {
  readonly dimensions: readonly Dimension[];
  /** The dimension of a leaf; a leaf that was not there when the space was made is a bug. */
  readonly dimensionOf: (leaf: Leaf) => number;
}

/** Two leaves with the same key are the same condition, written twice. */
export function leafKey(leaf: Leaf): string {
  const known = keys.get(leaf);
  if (known !== undefined) return known;
  const { path: _path, ...meaning } = leaf;
  const key = JSON.stringify(meaning);
  keys.set(leaf, key);
  return key;
}
const keys = new WeakMap<Leaf, string>();

/** Divides the space of leads by these leaves; `domainOf` says what a field can hold. */
export function createSpace(leaves: readonly Leaf[], domainOf: (field: string) => ValueDomain): Space {
  const dimensions: Dimension[] = [];
  const places = new Map<string, number>();
  for (const group of groupBySubject(leaves)) {
    for (const dimension of dimensionsOf(group, domainOf)) {
      for (const key of dimension.cells.keys()) places.set(key, dimensions.length);
      dimensions.push(dimension);
    }
  }
  return {
    dimensions,
    dimensionOf: (leaf) => {
      const place = places.get(leafKey(leaf));
      if (place === undefined) throw new Error(`a leaf outside its space: ${leafKey(leaf)}`);
      return place;
    },
  };
}

interface Group {
  readonly subject: Subject;
  /** Each different leaf once. */
  readonly leaves: readonly Leaf[];
}

function groupBySubject(leaves: readonly Leaf[]): readonly Group[] {
  const groups = new Map<string, { readonly subject: Subject; readonly leaves: Map<string, Leaf> }>();
  for (const leaf of leaves) {
    const subject = subjectOf(leaf);
    const name = `${subject.kind} ${subject.id}`;
    const group = groups.get(name) ?? { subject, leaves: new Map() };
    group.leaves.set(leafKey(leaf), leaf);
    groups.set(name, group);
  }
  return [...groups.values()].map(({ subject, leaves: found }) => ({ subject, leaves: [...found.values()] }));
}

/** What a leaf is about. */
export function subjectOf(leaf: Leaf): Subject {
  switch (leaf.kind) {
    case "field":
      return { kind: "field", id: leaf.field };
    case "signal":
      return { kind: "signal", id: leaf.signal };
    case "linked":
      return { kind: "linked", id: leaf.object };
    default:
      return leaf satisfies never;
  }
}

function dimensionsOf({ subject, leaves }: Group, domainOf: (field: string) => ValueDomain): readonly Dimension[] {
  const candidates = candidatesOf({ subject, leaves }, domainOf);
  if (candidates === undefined) return leaves.map((leaf) => freeDimension(subject, leaf));
  const classes = classesOf(candidates, leaves);
  const samples = subject.kind === "field" ? plainSamples(classes, domainOf(subject.id)) : classes.map(firstSample);
  const cells = leaves.map((leaf, index) => {
    const set = cellsWhere(classes.length, (cell) => classes[cell]?.answers[index] === true);
    return [leafKey(leaf), set] as const;
  });
  return [{ subject, isFree: false, quietCell: 0, samples, all: allCells(classes.length), cells: new Map(cells) }];
}

function candidatesOf({ subject, leaves }: Group, domainOf: (field: string) => ValueDomain) {
  switch (subject.kind) {
    case "field":
      return fieldCandidates(subject.id, domainOf(subject.id), leaves.filter(isFieldLeaf));
    case "signal":
      return signalCandidates(subject.id, leaves.filter(isSignalLeaf));
    case "linked":
      return linkedCandidates(subject.id, leaves.filter(isLinkedLeaf));
    default:
      return subject.kind satisfies never;
  }
}

type LinkedLeaf = Extract<Leaf, { readonly kind: "linked" }>;
const isFieldLeaf = (leaf: Leaf): leaf is FieldLeaf => leaf.kind === "field";
const isSignalLeaf = (leaf: Leaf): leaf is SignalLeaf => leaf.kind === "signal";
const isLinkedLeaf = (leaf: Leaf): leaf is LinkedLeaf => leaf.kind === "linked";

/** Linked records in any of the stages that leaves name; stages that they never tell apart stand for one another. */
function linkedCandidates(object: string, leaves: readonly LinkedLeaf[]): readonly Candidate[] | undefined {
  const first = new Map<string, string>();
  for (const stage of new Set(leaves.flatMap(({ stages }) => stages))) {
    const signature = leaves.map(({ stages }) => (stages.includes(stage) ? "1" : "0")).join("");
    if (!first.has(signature)) first.set(signature, stage);
  }
  return subsetsOf([...first.values()])?.map((stages) => ({
    sample: { kind: "linked", stages },
    valuation: { fields: new Map(), signals: new Map(), linked: new Map([[object, stages]]) },
    context: contextAt(presentMs, "least"),
  }));
}

function classesOf(candidates: readonly Candidate[], leaves: readonly Leaf[]): readonly CandidateClass[] {
  const classes = new Map<string, { readonly answers: readonly boolean[]; readonly members: Candidate[] }>();
  for (const candidate of candidates) {
    const answers = leaves.map((leaf) => holdsFor(leaf, candidate));
    const signature = answers.map((holds) => (holds ? "1" : "0")).join("");
    const known = classes.get(signature);
    if (known === undefined) classes.set(signature, { answers, members: [candidate] });
    else known.members.push(candidate);
  }
  return [...classes.values()];
}

function firstSample({ members }: CandidateClass): Sample {
  return members[0]?.sample ?? { kind: "unknown" };
}

const negative: ReadonlySet<string> = new Set(["isNot", "notIn"]);

function freeDimension(subject: Subject, leaf: Leaf): Dimension {
  return {
    subject,
    isFree: true,
    quietCell: leaf.kind === "field" && (leaf.orUnknown || negative.has(leaf.test.operator)) ? 1 : 0,
    samples: [{ kind: "other" }, { kind: "other" }],
    all: allCells(2),
    cells: new Map([[leafKey(leaf), cellsWhere(2, (cell) => cell === 1)]]),
  };
}

function allCells(size: number): CellSet {
  return cellsWhere(size, () => true) ?? new Uint32Array(1);
}
