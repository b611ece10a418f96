import type { DocumentContext } from "../document-context.ts";
import type { SearchEntry } from "../page-model.ts";

/** Everything that has a name: stages, handoffs, functions, fields, reasons and terms. */
export function buildSearchEntries(context: DocumentContext): readonly SearchEntry[] {
  const { contract, pages, text, who } = context;
  const { kinds } = pages.search;
  const entry = (said: string, kind: keyof typeof kinds, anchor: string) =>
    said === "" ? [] : [{ text: said, kind: kinds[kind], anchor }];
  return [
    ...[...contract.stages.keys()].flatMap((id) => entry(context.stage(id), "stage", `stage-${id}`)),
    ...[...contract.handoffs.keys()].flatMap((id) => entry(context.handoff(id), "handoff", `handoff-${id}`)),
    ...[...contract.roles.keys()].flatMap((id) => entry(who(id), "role", "roles")),
    ...[...contract.fields.values()].flatMap(({ id, label }) => entry(text(label), "field", `field-${id}`)),
    ...[...contract.reasons.keys()].flatMap((id) => entry(context.reason(id), "reason", "reasons")),
    ...[...contract.glossary.values()].flatMap(({ label }) => entry(text(label), "term", "glossary")),
  ];
}
