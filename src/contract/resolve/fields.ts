import type {
  Choice,
  CrmObject,
  Exclusion,
  Field,
  FieldType,
  Filler,
  FillerSource,
  NamedCriteria,
  Priority,
  Scope,
  Signal,
} from "../contract.ts";
import { readCondition } from "./conditions.ts";
import { type Clause, defined, entriesOf, into, itemsOf, type ResolveContext, reportKey } from "./context.ts";
import { readReference, refer } from "./references.ts";
import { readFlag, readLabel, readNumber, readString, readStrings, readText, reportForm, sameInAll } from "./values.ts";

const sources: readonly FillerSource[] = ["form", "enrichment", "scoring", "product", "import", "crm"];

const crmObjects: readonly CrmObject[] = ["contact", "company", "lead", "deal", "ticket"];
const travellers: readonly Scope["object"][] = ["contact", "company", "lead"];
const fieldTypes: readonly FieldType[] = ["text", "number", "money", "boolean", "date", "datetime", "enum", "enums"];

/** An entry of `signals`. */
export function readSignal(context: ResolveContext, clause: Clause, id: string): Signal {
  return {
    id,
    path: clause.path,
    label: readLabel(context, clause, id),
    formerly: readStrings(into(clause, "formerly")),
    handRaise: readFlag(into(clause, "handRaise")),
  };
}

/** An entry of `fields`. */
export function readField(context: ResolveContext, clause: Clause, id: string): Field {
  const property = readString(into(into(clause, "crm"), "property"));
  const written = readString(into(into(clause, "crm"), "object"));
  const object = crmObjects.find((candidate) => candidate === written);
  // A type that the schema has refused falls back on the plainest one; rules keep silent about the field.
  const type = fieldTypes.find((candidate) => candidate === readString(into(clause, "type"))) ?? "text";
  const crm = property === undefined ? undefined : { property, ...defined({ object }) };
  return {
    id,
    path: clause.path,
    label: readLabel(context, clause, id),
    type,
    filledBy: itemsOf(into(clause, "filledBy"))
      .map((item) => readFiller(context, item))
      .filter((filler) => filler !== undefined),
    options: readChoices(context, into(clause, "options")),
    formerly: readStrings(into(clause, "formerly")),
    ...defined({ ...readRange(context, clause), crm }),
  };
}

/** The least and the most a number may be; a least above the most leaves no number. */
function readRange(context: ResolveContext, clause: Clause) {
  const [min, max] = [readNumber(into(clause, "min")), readNumber(into(clause, "max"))];
  if (min === undefined || max === undefined || min <= max) return { min, max };
  reportForm(context, into(clause, "max"), String(max), `min: ${max}, max: ${min}`);
  return { min: max, max: min };
}

function readFiller(context: ResolveContext, clause: Clause): Filler | undefined {
  const name = readString(clause);
  if (name === undefined) return undefined;
  const source = sources.find((candidate) => candidate === name);
  if (source !== undefined) return { kind: "source", source };
  return { kind: "role", role: refer(context, clause, name, { kinds: ["role"], words: sources }) };
}

/** Options of a field or statuses of a stage: `FR: France`, or a label per language. */
export function readChoices(context: ResolveContext, clause: Clause): readonly Choice[] {
  return entriesOf(clause).map((option) => ({
    id: option.id,
    label: readText(context, option, "plain") ?? sameInAll(context, option.id),
  }));
}

/** A contract without a scope concerns every contact. */
export function readScope(context: ResolveContext, clause: Clause): Scope {
  const include = readCondition(context, into(clause, "include"));
  return {
    object: travellers.find((candidate) => candidate === readString(into(clause, "object"))) ?? "contact",
    exclude: entriesOf(into(clause, "exclude"))
      .map((entry) => readExclusion(context, entry, entry.id))
      .filter((entry) => entry !== undefined),
    existingRecords: readString(into(clause, "existingRecords")) === "place" ? "place" : "ignore",
    ...defined({ include }),
  };
}

function readExclusion(context: ResolveContext, clause: Clause, id: string): Exclusion | undefined {
  const when = readCondition(context, into(clause, "when"));
  const to = readReference(context, into(clause, "to"), { kinds: ["role"], words: ["nobody"] }) ?? "nobody";
  const because = readText(context, into(clause, "because"), "translated");
  return when === undefined ? undefined : { id, path: clause.path, when, to, ...defined({ because }) };
}

/** An entry of `criteria`. */
export function readNamedCriteria(context: ResolveContext, clause: Clause, id: string): NamedCriteria | undefined {
  const condition = readCondition(context, clause);
  return condition === undefined
    ? undefined
    : { id, path: clause.path, label: readLabel(context, clause, id), condition };
}

/** An entry of `priorities`. */
export function readPriority(context: ResolveContext, clause: Clause, id: string): Priority {
  const when = readCondition(context, into(clause, "when"));
  if (when === undefined && !readFlag(into(clause, "otherwise")) && into(clause, "when").node === undefined) {
    reportKey(context, clause, "SCH102", { key: "when", place: "a priority" });
  }
  return { id, path: clause.path, label: readLabel(context, clause, id), ...defined({ when }) };
}
