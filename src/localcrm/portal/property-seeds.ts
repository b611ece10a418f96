import type { Option } from "../store/documents.ts";

/** A HubSpot-defined property in short: type, field type and label, and what differs from the usual. */
export interface Seed {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly options?: readonly Option[];
  readonly isReadOnly?: boolean;
  readonly hasEditableOptions?: boolean;
  readonly hasExternalOptions?: boolean;
  readonly isUnique?: boolean;
}

/** Options in this order. */
export function options(pairs: readonly (readonly [value: string, label: string])[]): readonly Option[] {
  return pairs.map(([value, label], displayOrder) => ({ label, value, displayOrder, hidden: false }));
}

const yesNo = options([
  ["true", "Yes"],
  ["false", "No"],
]);
/** A line of text. */
export const text = (name: string, label: string): Seed => ({ name, label, type: "string", fieldType: "text" });
/** Several lines of text. */
export const area = (name: string, label: string): Seed => ({ name, label, type: "string", fieldType: "textarea" });
/** A number. */
export const number = (name: string, label: string): Seed => ({ name, label, type: "number", fieldType: "number" });
/** A date with a time. */
export const moment = (name: string, label: string): Seed => ({ name, label, type: "datetime", fieldType: "date" });
/** Yes or no. */
export const flag = (name: string, label: string): Seed => ({
  name,
  label,
  type: "bool",
  fieldType: "booleancheckbox",
  options: yesNo,
});
/** One of some options. */
export const choice = (name: string, label: string, pairs: readonly (readonly [string, string])[]): Seed => ({
  name,
  label,
  type: "enumeration",
  fieldType: "select",
  options: options(pairs),
});
/** Options that stand elsewhere: owners, pipelines, stages. */
export const external = (name: string, label: string): Seed => ({
  ...choice(name, label, []),
  hasExternalOptions: true,
});
/** A property that only HubSpot writes. */
export const readOnly = (seed: Seed): Seed => ({ ...seed, isReadOnly: true });
