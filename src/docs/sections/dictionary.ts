import type { Field } from "../../contract/index.ts";
import { formatNumber } from "../../diagnostics/index.ts";
import { cell, type DocumentContext } from "../document-context.ts";
import type { Cell, DictionarySection } from "../section-model.ts";
import { capitalise } from "../words/index.ts";

/** The shared data, with who fills it and who needs it; null without fields. */
export function buildDictionary(context: DocumentContext): DictionarySection | null {
  const { contract, labels, say, text } = context;
  if (contract.fields.size === 0) return null;
  const { columns } = labels;
  return {
    heading: { text: labels.headings.dictionary, anchor: "dictionary" },
    intro: say.dictionary.intro,
    columns: [columns.field, columns.type, columns.values, columns.filledBy, columns.requiredBy, columns.codes],
    fields: [...contract.fields.values()].map((field) => ({
      anchor: `field-${field.id}`,
      label: text(field.label),
      type: labels.fieldTypes[field.type],
      details: valuesOf(context, field) || labels.none,
      filledBy: capitalise(say.list(field.filledBy.map((filler) => fillerName(context, filler)))) || labels.none,
      requiredBy: requirersOf(context, field),
      codes: codesOf(context, field),
    })),
  };
}

function valuesOf({ say, text, language }: DocumentContext, { options, min, max }: Field): string {
  if (options.length > 0) return options.map(({ label }) => text(label)).join(", ");
  const low = min === undefined ? undefined : formatNumber(min, language);
  const high = max === undefined ? undefined : formatNumber(max, language);
  if (low !== undefined && high !== undefined) return say.dictionary.range(low, high);
  if (low !== undefined) return say.dictionary.atLeast(low);
  return high === undefined ? "" : say.dictionary.atMost(high);
}

function fillerName({ labels, who }: DocumentContext, filler: Field["filledBy"][number]): string {
  return filler.kind === "role" ? who(filler.role) : labels.fillers[filler.source];
}

/** The id in the contract and, where it adopts one, the property of the CRM; with its object where that is another one. */
function codesOf({ contract, say }: DocumentContext, { id, crm }: Field): DictionarySection["fields"][number]["codes"] {
  const object = crm?.object;
  const note = object === undefined || object === contract.scope.object ? null : say.objects[object].one;
  if (crm === undefined || crm.property === id) return [{ code: id, note }];
  return [
    { code: id, note: null },
    { code: crm.property, note },
  ];
}

function requirersOf(context: DocumentContext, { id }: Field): readonly Cell[] {
  const { contract, labels } = context;
  const handoffs = [...contract.handoffs.values()].filter(({ requires }) => requires.includes(id));
  const stages = [...contract.stages.values()].filter(({ requires }) => requires.includes(id));
  const cells = [
    ...handoffs.map((handoff) => cell(context.handoff(handoff.id), `handoff-${handoff.id}`)),
    ...stages.map((stage) => cell(context.stage(stage.id), `stage-${stage.id}`)),
  ];
  return cells.length === 0 ? [cell(labels.none)] : cells;
}
