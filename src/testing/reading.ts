import type { Contract, Id } from "../contract/index.ts";
import { type ArgsOf, type Code, type EntryKind, type Finding, finding, nearest } from "../diagnostics/index.ts";
import type { Terms } from "../journey/index.ts";
import { childOf, type Node, spanOf } from "../language/index.ts";
import type { Moments } from "./moments.ts";

/** What reading tests collects on the way. */
export interface Reading {
  readonly terms: Terms;
  readonly contract: Contract;
  readonly moments: Moments;
  readonly findings: Finding[];
}

/** Notes a problem at a node. */
export function report<C extends Code>(reading: Reading, node: Node, code: C, args: ArgsOf<C>): void {
  reading.findings.push(finding(code, spanOf(node), args));
}

/** The text of a value; undefined where there is none. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null ? String(node.value) : undefined;
}

/** The text under a key. */
export function textAt(node: Node | undefined, key: string): string | undefined {
  return textOf(childOf(node, key));
}

/** The name under a key, which must be one of a section of the contract; words such as `none` may be allowed beside. */
export function nameAt(
  reading: Reading,
  node: Node | undefined,
  { key, kind, also = [] }: { readonly key: string; readonly kind: EntryKind; readonly also?: readonly string[] },
): Id | undefined {
  const place = childOf(node, key);
  const name = textOf(place);
  if (place === undefined || name === undefined) return undefined;
  return isKnown(reading, place, { name, kind, also }) ? name : undefined;
}

/** Whether a name is one of the contract's; tells where it is not. */
export function isKnown(
  reading: Reading,
  node: Node,
  { name, kind, also = [] }: { readonly name: string; readonly kind: EntryKind; readonly also?: readonly string[] },
): boolean {
  const known = [...namesOf(reading.contract, kind), ...also];
  if (known.includes(name)) return true;
  report(reading, node, "REF201", { kind, name, suggestion: nearest(name, known) ?? "", known });
  return false;
}

function namesOf(contract: Contract, kind: EntryKind): readonly string[] {
  switch (kind) {
    case "field":
      return [...contract.fields.keys()];
    case "signal":
      return [...contract.signals.keys()];
    case "stage":
      return [...contract.stages.keys()];
    case "handoff":
      return [...contract.handoffs.keys()];
    case "reason":
      return [...contract.reasons.keys()];
    case "role":
      return [...contract.roles.keys()];
    case "priority":
      return [...contract.priorities.keys()];
    case "deadline":
      return deadlineNames(contract);
    case "contract":
      return [contract.name];
    default:
      return [];
  }
}

/** Every clock a record may have: deadlines, and those of feedback and repair. */
function deadlineNames(contract: Contract): readonly string[] {
  const written = [...contract.stages.values(), ...contract.handoffs.values()].flatMap(({ id, deadlines }) =>
    deadlines.map((deadline) => `${id}.${deadline.id}`),
  );
  const handoffs = [...contract.handoffs.values()];
  const isRepaired = (id: Id): boolean => contract.reasons.get(id)?.repair !== undefined;
  return [
    ...written,
    ...handoffs.filter(({ feedback }) => feedback?.within !== undefined).map(({ id }) => `${id}.feedback`),
    ...handoffs.filter(({ feedback }) => feedback?.reasons.some(isRepaired) === true).map(({ id }) => `${id}.repair`),
  ];
}
