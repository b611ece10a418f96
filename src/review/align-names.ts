import type { Contract, Id, RenamableEntry } from "../contract/index.ts";

/** An entry that has another id than before, as its `formerly` says. */
export interface Rename {
  readonly section: RenamableSection;
  readonly from: Id;
  readonly to: Id;
}

/** The sections whose entries may say `formerly`. */
export const renamableSections = [
  "parties",
  "roles",
  "signals",
  "fields",
  "pipelines",
  "stages",
  "reasons",
  "handoffs",
] as const;

/** One of them. */
export type RenamableSection = (typeof renamableSections)[number];

/** The renames between two contracts: an id that is gone, and an entry that is new and says it had that id. */
export function renamesBetween(before: Contract, after: Contract): readonly Rename[] {
  return renamableSections.flatMap((section) => {
    const [old, now]: readonly ReadonlyMap<Id, RenamableEntry>[] = [before[section], after[section]];
    if (old === undefined || now === undefined) return [];
    return [...now.values()].flatMap(({ id, formerly }): readonly Rename[] => {
      const from = old.has(id) ? undefined : formerly.find((name) => old.has(name) && !now.has(name));
      return from === undefined ? [] : [{ section, from, to: id }];
    });
  });
}

type NewNames = ReadonlyMap<Id, Id>;
type Names = Readonly<Record<RenamableSection, NewNames>>;

/** The older contract with the ids of the newer one, so that what was only renamed reads the same in both. */
export function alignNames(before: Contract, renames: readonly Rename[]): Contract {
  if (renames.length === 0) return before;
  const namesOf = (section: RenamableSection): NewNames =>
    new Map(renames.filter((rename) => rename.section === section).map(({ from, to }) => [from, to]));
  const names: Names = {
    parties: namesOf("parties"),
    roles: namesOf("roles"),
    signals: namesOf("signals"),
    fields: namesOf("fields"),
    pipelines: namesOf("pipelines"),
    stages: namesOf("stages"),
    reasons: namesOf("reasons"),
    handoffs: namesOf("handoffs"),
  };
  const sections = Object.entries(before).map(([section, value]) => [section, alignSection(section, value, names)]);
  // Each section keeps its shape: only ids change.
  return Object.fromEntries(sections) as Contract;
}

function alignSection(section: string, value: unknown, names: Names): unknown {
  if (section === "locate") return value;
  const known = renamableSections.find((name) => name === section);
  if (!(value instanceof Map)) return align(value, { section, key: section, names });
  return new Map(
    [...value].map(([id, entry]: [Id, object]) => {
      const now = (known === undefined ? undefined : names[known].get(id)) ?? id;
      return [now, Object.assign(Object(align(entry, { section, key: section, names })), { id: now })];
    }),
  );
}

interface Site {
  readonly section: string;
  readonly key: string;
  readonly names: Names;
}

/** What an id under a key names. */
const named: Readonly<Record<string, readonly RenamableSection[]>> = {
  owner: ["roles"],
  by: ["roles", "parties"],
  head: ["roles"],
  members: ["roles"],
  backup: ["roles"],
  party: ["parties"],
  role: ["roles"],
  notify: ["roles"],
  reassign: ["roles"],
  accountable: ["roles"],
  responsible: ["roles"],
  consulted: ["roles", "parties"],
  informed: ["roles", "parties"],
  chair: ["roles"],
  people: ["roles"],
  from: ["stages"],
  moveTo: ["stages"],
  stages: ["stages"],
  field: ["fields"],
  requires: ["fields"],
  helpful: ["fields"],
  signal: ["signals"],
  signals: ["signals"],
  exitReasons: ["reasons"],
  reasons: ["reasons"],
  reason: ["reasons"],
  pipeline: ["pipelines"],
};
/** What is measured may be any of these. */
const measured: readonly RenamableSection[] = ["handoffs", "stages", "pipelines"];

function align(value: unknown, site: Site): unknown {
  if (typeof value === "string") return rename(value, site);
  if (Array.isArray(value)) return value.map((item) => align(item, { ...site, key: `${site.key}[]` }));
  if (value instanceof Map)
    return new Map([...value].map(([key, item]) => [rename(key, site), align(item, { ...site, key: "" })]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === "path" || key === "formerly" ? item : align(item, { ...site, key }),
    ]),
  );
}

function rename(value: string, { section, key, names }: Site): string {
  const look = (sections: readonly RenamableSection[]) =>
    sections.map((one) => names[one].get(value)).find((found) => found !== undefined);
  if (key === "to") return look(section === "handoffs" ? ["stages", "roles"] : ["roles", "parties"]) ?? value;
  if (key === "to[]") return look(["roles", "parties"]) ?? value;
  if (key === "of" && (section === "commitments" || section === "contribution")) return renameMeasured(value, names);
  return look(named[key.replaceAll("[]", "")] ?? []) ?? value;
}

/** `marketing-to-sdr.decision`: the holder may be renamed. */
function renameMeasured(value: string, names: Names): string {
  const [holder = "", ...rest] = value.split(".");
  const now = measured.map((section) => names[section].get(holder)).find((found) => found !== undefined);
  return [now ?? holder, ...rest].join(".");
}
