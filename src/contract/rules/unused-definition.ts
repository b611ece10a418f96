import { type EntryKind, type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract } from "../contract.ts";
import type { Id } from "../entry.ts";
import type { Rule } from "./rule.ts";

/** REF203: a definition that no clause refers to. Naming it in an environment is no use of it. */
export const unusedDefinition: Rule = {
  codes: ["REF203"],
  judges: "contract",
  check: (contract, { used }) =>
    sectionsOf(contract).flatMap(({ kind, section, ids }) =>
      ids.filter((id) => !used.get(kind)?.has(id)).map((id) => describe(contract, { kind, section, id })),
    ),
};

function sectionsOf(
  contract: Contract,
): readonly { readonly kind: EntryKind; readonly section: string; readonly ids: readonly Id[] }[] {
  return [
    { kind: "party", section: "parties", ids: [...contract.parties.keys()] },
    { kind: "role", section: "roles", ids: [...contract.roles.keys()] },
    {
      kind: "calendar",
      section: "calendars",
      ids: [...contract.calendars.keys()].filter((id) => id !== contract.calendar),
    },
    { kind: "signal", section: "signals", ids: [...contract.signals.keys()] },
    { kind: "field", section: "fields", ids: [...contract.fields.keys()] },
    { kind: "criteria", section: "criteria", ids: [...contract.criteria.keys()] },
    { kind: "pipeline", section: "pipelines", ids: [...contract.pipelines.keys()] },
    { kind: "reason", section: "reasons", ids: [...contract.reasons.keys()] },
  ];
}

function describe(
  contract: Contract,
  entry: { readonly kind: EntryKind; readonly section: string; readonly id: Id },
): Finding {
  const place = contract.locate.spanOf([entry.section, entry.id], "key");
  return finding("REF203", place, { kind: entry.kind, name: entry.id }, { clause: `${entry.section}.${entry.id}` });
}
