import type { Contract, Id } from "../contract/index.ts";
import { nearest } from "../diagnostics/index.ts";
import { touchKinds } from "../journey/index.ts";

/** The sections of a contract whose entries events name. */
export type NamedKind = "field" | "signal" | "stage" | "handoff" | "reason" | "status" | "touch";

/** What the names of recorded events mean in one version of a contract. */
export interface EventNames {
  readonly contract: Contract;
  /** The id behind a name: an id, one it had formerly or has in the other version, or a label that only one entry has. */
  readonly find: (kind: NamedKind, name: string) => Id | undefined;
  readonly known: (kind: NamedKind) => readonly string[];
  /** The id that was probably meant; empty where none is near. */
  readonly suggest: (kind: NamedKind, name: string) => string;
}

interface Named {
  readonly id: Id;
  readonly label: Readonly<Record<string, string>>;
  readonly formerly?: readonly Id[];
}

/** The names of a contract; `other` is the version it is compared with, whose renamings are followed both ways. */
export function createEventNames(contract: Contract, other?: Contract): EventNames {
  const tables = new Map<NamedKind, ReadonlyMap<string, Id>>();
  const tableOf = (kind: NamedKind) => {
    const known = tables.get(kind) ?? tabulate(entriesOf(contract, kind), other && entriesOf(other, kind));
    tables.set(kind, known);
    return known;
  };
  const known = (kind: NamedKind) => entriesOf(contract, kind).map(({ id }) => id);
  return {
    contract,
    known,
    find: (kind, name) => tableOf(kind).get(name) ?? tableOf(kind).get(plain(name)),
    suggest: (kind, name) => {
      const names = entriesOf(contract, kind).flatMap(({ id, label }) => [id, ...Object.values(label)]);
      return nearest(name, names) ?? "";
    },
  };
}

const plain = (text: string): string => text.trim().normalize("NFC").toLowerCase();

function entriesOf(contract: Contract, kind: NamedKind): readonly Named[] {
  switch (kind) {
    case "field":
      return [...contract.fields.values()];
    case "signal":
      return [...contract.signals.values()];
    case "stage":
      return [...contract.stages.values()];
    case "handoff":
      return [...contract.handoffs.values()];
    case "reason":
      return [...contract.reasons.values()];
    case "status":
      return [...contract.stages.values()].flatMap(({ statuses }) => statuses);
    case "touch":
      return touchKinds.map((id) => ({ id, label: {} }));
    default:
      return kind satisfies never;
  }
}

/** Ids come before former ids, and those before labels; a name that two entries could claim means neither. */
function tabulate(entries: readonly Named[], others: readonly Named[] = []): ReadonlyMap<string, Id> {
  const table = new Map<string, Id>();
  add(table, entries, ({ id }) => [id, plain(id)]);
  add(table, entries, ({ formerly = [] }) => formerly);
  for (const { id, formerly = [] } of others) {
    const here = formerly.find((old) => entries.some((entry) => entry.id === old));
    if (here !== undefined && !table.has(id)) table.set(id, here);
  }
  add(table, entries, ({ label }) => Object.values(label).map(plain));
  return table;
}

function add(table: Map<string, Id>, entries: readonly Named[], namesOf: (entry: Named) => readonly string[]): void {
  const claims = new Map<string, Id | undefined>();
  for (const entry of entries)
    for (const name of namesOf(entry)) {
      const isContested = claims.has(name) && claims.get(name) !== entry.id;
      claims.set(name, isContested ? undefined : entry.id);
    }
  for (const [name, id] of claims) if (id !== undefined && !table.has(name)) table.set(name, id);
}
