import { type Duration, describeDate, describeDuration, isCalendarDate } from "../../calendar/index.ts";
import { type Contract, type Id, lexiconOf, type Text, textIn } from "../../contract/index.ts";
import { type Condition, describeCondition } from "../../criteria/index.ts";
import { type Bilingual, inBoth, type Language, quote } from "../../diagnostics/index.ts";

/** Nothing to say: the phrase of the kind says it all. */
export const silent: Bilingual = { en: "", fr: "" };
/** Nothing at all, or nobody. */
export const none: Bilingual = { en: "none", fr: "rien" };
/** Nobody in particular. */
export const nobody: Bilingual = { en: "nobody", fr: "personne" };

/** The same in every language: a number, an id, a sign. */
export function same(text: string | number): Bilingual {
  return { en: String(text), fr: String(text) };
}

/** `Stage "Lead"`. */
export function entryNamed(noun: Bilingual, contract: Contract, label: Text | undefined, id: Id): Bilingual {
  return inBoth((language) => `${noun[language]} ${quote(textIn(contract, label, language) || id, language)}`);
}

/** `Stage "Lead", owner`. */
export function aspect(subject: Bilingual, part: Bilingual): Bilingual {
  return inBoth((language) => (subject[language] === "" ? part[language] : `${subject[language]}, ${part[language]}`));
}

/** A label in quotes. */
export function quoted(contract: Contract, label: Text | undefined, id: Id): Bilingual {
  return inBoth((language) => quote(textIn(contract, label, language) || id, language));
}

/** How the entries of a section are called in each of two versions: by their label, else by their id. */
export const namesIn =
  (pair: Versioned, section: "fields" | "reasons") =>
  (id: Id, side: keyof Versioned): Bilingual =>
    quoted(pair[side], pair[side][section].get(id)?.label, id);

interface Versioned {
  readonly before: Contract;
  readonly after: Contract;
}

/** A duration in words. */
export function inWords(duration: Duration | undefined): Bilingual {
  return duration === undefined ? none : inBoth((language) => describeDuration(duration, language));
}

/** A day in words; what is no date stands as it is. */
export function day(date: string | undefined): Bilingual {
  if (date === undefined || date === "") return none;
  return isCalendarDate(date) ? inBoth((language) => describeDate(date, language)) : same(date);
}

/** A condition in one sentence. */
export function condition(contract: Contract, written: Condition): Bilingual {
  return inBoth((language) => describeCondition(written, lexiconOf(contract, language), language));
}

/** A role, a party, or who holds the record. */
export function person(contract: Contract, name: Id | undefined): Bilingual {
  if (name === undefined || name === "nobody") return nobody;
  if (name === "owner") return { en: "the owner", fr: "le responsable du lead" };
  return inBoth(
    (language) => textIn(contract, (contract.roles.get(name) ?? contract.parties.get(name))?.label, language) || name,
  );
}

/** Several of them. */
export function people(contract: Contract, names: readonly Id[]): Bilingual {
  return listed(
    names.map((name) => person(contract, name)),
    nobody,
  );
}

/** A stage by its label; `new`, `any` and `sender` in words. */
export function stage(contract: Contract, id: Id | undefined): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = {
    new: { en: "new records", fr: "les nouveaux leads" },
    any: { en: "any stage", fr: "toute étape" },
    sender: { en: "back to the sender", fr: "retour à l'émetteur" },
  };
  return id === undefined ? none : (words[id] ?? quoted(contract, contract.stages.get(id)?.label, id));
}

/** Texts in a list. */
export function listed(items: readonly Bilingual[], otherwise: Bilingual = none): Bilingual {
  return items.length === 0 ? otherwise : inBoth((language) => items.map((item) => item[language]).join(", "));
}

/** Entries of a section by their labels. */
export function labels(
  contract: Contract,
  section: ReadonlyMap<Id, { readonly label: Text }>,
  ids: readonly Id[],
): Bilingual {
  return listed(ids.map((id) => quoted(contract, section.get(id)?.label, id)));
}

/** Yes or no. */
export function flag(value: boolean): Bilingual {
  return value ? { en: "yes", fr: "oui" } : { en: "no", fr: "non" };
}

/** `50%`, `50 %`. */
export function share(value: number, language: Language): string {
  return `${Math.round(value * 100)}${language === "fr" ? "\u202f" : ""}%`;
}

/** The nouns of the sections. */
export const nouns = {
  contract: { en: "Contract", fr: "Contrat" },
  parties: { en: "Party", fr: "Partie" },
  roles: { en: "Role", fr: "Rôle" },
  calendars: { en: "Calendar", fr: "Calendrier" },
  signals: { en: "Signal", fr: "Signal" },
  fields: { en: "Field", fr: "Champ" },
  scope: { en: "Scope", fr: "Périmètre" },
  criteria: { en: "Criteria", fr: "Critères" },
  priorities: { en: "Priority", fr: "Priorité" },
  pipelines: { en: "Pipeline", fr: "Pipeline" },
  stages: { en: "Stage", fr: "Étape" },
  reasons: { en: "Reason", fr: "Motif" },
  handoffs: { en: "Handoff", fr: "Transmission" },
  commitments: { en: "Commitment", fr: "Engagement" },
  contribution: { en: "Contribution", fr: "Contribution" },
  governance: { en: "Governance", fr: "Gouvernance" },
  glossary: { en: "Term", fr: "Terme" },
  environments: { en: "Environment", fr: "Environnement" },
} as const;
