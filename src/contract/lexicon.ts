import type { Lexicon } from "../criteria/index.ts";
import { type Bilingual, formatNumber, type Language } from "../diagnostics/index.ts";
import type { Contract } from "./contract.ts";
import type { Id, Text } from "./entry.ts";
import { textIn } from "./text-in.ts";

const objects: Readonly<Record<string, Bilingual>> = {
  contact: { en: "a contact", fr: "un contact" },
  company: { en: "a company", fr: "une entreprise" },
  lead: { en: "a lead", fr: "un lead" },
  deal: { en: "a deal", fr: "une affaire" },
  ticket: { en: "a ticket", fr: "un ticket" },
};

const yesAndNo = { en: { yes: "yes", no: "no" }, fr: { yes: "oui", no: "non" } } as const;

/** The reader's names for what a contract's conditions mention: its labels in one language. */
export function lexiconOf(contract: Contract, language: Language): Lexicon {
  const named = (entries: ReadonlyMap<Id, { readonly label: Text }>) => (id: Id) =>
    textIn(contract, entries.get(id)?.label, language) || id.replaceAll("-", " ");
  return {
    field: named(contract.fields),
    signal: named(contract.signals),
    criteria: named(contract.criteria),
    stage: named(contract.stages),
    object: (id) => objects[id]?.[language] ?? id,
    value: (id, value) => {
      const option = contract.fields.get(id)?.options.find((choice) => choice.id === String(value));
      if (option !== undefined) return textIn(contract, option.label, language);
      if (typeof value === "boolean") return yesAndNo[language][value ? "yes" : "no"];
      return typeof value === "number" ? formatNumber(value, language) : value;
    },
  };
}
