import type { Language } from "../../diagnostics/index.ts";
import type { BlockedReason, Plan, Step } from "../../engine/index.ts";
import type { ResourceKind } from "../../targets/index.ts";

const english = {
  title: (environment: string, portal: string) => `Plan for ${environment} (portal ${portal})`,
  nothing: "No changes: the CRM is what the contract says.",
  nothingToDo: "Nothing to apply.",
  agreement: "What changes in the agreement",
  attention: "Needs your attention",
  crm: "What changes in the CRM",
  drift: "Changed by hand in the CRM, and left as it is (drift)",
  conflicts: "Changed both in the contract and by hand, and left as it is (conflict)",
  held: "No longer in the contract, but records may hold it: kept",
  unmanaged: "No longer in the contract: left in the CRM, no longer managed",
  blocked: "Can't be done",
  manual: "Not done by the CRM: left to people, or only shown",
  missing: "deleted in the CRM",
  more: (count: number) => `… and ${count} more: --verbose shows them all`,
  before: "was",
  contract: "contract",
  now: "CRM",
  cost: (reads: number, writes: number) => `An apply makes at least ${writes} write calls and ${reads} read calls.`,
  next: "Next",
  unnamed: "the contract",
};

/** Every word of a plan; French has the same keys, checked by the compiler. */
export type PlanWords = typeof english;

const french: PlanWords = {
  title: (environment, portal) => `Plan pour ${environment} (portail ${portal})`,
  nothing: "Aucun changement\u00a0: le CRM est conforme au contrat.",
  nothingToDo: "Rien à appliquer.",
  agreement: "Ce qui change dans l'accord",
  attention: "À regarder de près",
  crm: "Ce qui change dans le CRM",
  drift: "Modifié à la main dans le CRM, laissé tel quel (dérive)",
  conflicts: "Modifié dans le contrat et à la main, laissé tel quel (conflit)",
  held: "Absent du contrat, mais des fiches peuvent le porter\u00a0: conservé",
  unmanaged: "Absent du contrat\u00a0: laissé dans le CRM, plus géré",
  blocked: "Impossible",
  manual: "Non assuré par le CRM\u00a0: laissé aux personnes, ou seulement montré",
  missing: "supprimé dans le CRM",
  more: (count) => `… et ${count} de plus\u00a0: --verbose les montre tous`,
  before: "avant",
  contract: "contrat",
  now: "CRM",
  cost: (reads, writes) => `Une application fait au moins ${writes} appels d'écriture et ${reads} appels de lecture.`,
  next: "Ensuite",
  unnamed: "le contrat",
};

/** The words of a plan in one language. */
export function planWords(language: Language): PlanWords {
  return language === "fr" ? french : english;
}

const kinds: Readonly<Record<Language, Readonly<Record<ResourceKind, string>>>> = {
  en: { "property-group": "group", property: "property", pipeline: "pipeline", list: "list", workflow: "workflow" },
  fr: { "property-group": "groupe", property: "propriété", pipeline: "pipeline", list: "liste", workflow: "workflow" },
};

/** What a kind of object is called. */
export function kindWord(kind: ResourceKind, language: Language): string {
  return kinds[language][kind];
}

/** The sign of an action: colour only repeats what it says. */
export const actionSigns: Readonly<Record<Step["action"], string>> = {
  create: "+",
  revive: "+",
  adopt: "=",
  update: "~",
};

const reasons: Readonly<Record<Language, Readonly<Record<BlockedReason, string>>>> = {
  en: {
    "name-taken":
      "another object already has this name and does not carry this contract's mark: rename it in the CRM, or set another prefix in the environment",
    several: "several objects bear this name: keep one",
    "fixed-attribute": "the CRM can't change this after creation: give the field another name",
    "read-only": "the CRM does not let this be changed",
    missing: "the contract uses it, and the CRM does not have it: create it there, or correct crm.property",
    "not-as-used": "it is of another type than the contract says",
    dependency: "something it needs can't be done",
  },
  fr: {
    "name-taken":
      "un autre objet porte déjà ce nom sans la marque de ce contrat\u00a0: le renommer dans le CRM, ou choisir un autre prefix dans l'environnement",
    several: "plusieurs objets portent ce nom\u00a0: n'en garder qu'un",
    "fixed-attribute": "le CRM ne permet pas de le changer après la création\u00a0: donner un autre nom au champ",
    "read-only": "le CRM ne permet pas de le modifier",
    missing: "le contrat s'en sert et le CRM ne l'a pas\u00a0: l'y créer, ou corriger crm.property",
    "not-as-used": "il est d'un autre type que ne le dit le contrat",
    dependency: "quelque chose dont il dépend est impossible",
  },
};

/** Why an object is blocked and what to do. */
export function blockedReason(reason: BlockedReason, language: Language): string {
  return reasons[language][reason];
}

const counts: Readonly<Record<Language, readonly (readonly [keyof Plan["summary"], string])[]>> = {
  en: [
    ["create", "to create"],
    ["revive", "to restore"],
    ["adopt", "to adopt"],
    ["update", "to update"],
    ["conflict", "in conflict"],
    ["drift", "drifted"],
    ["blocked", "blocked"],
    ["heldRemovals", "kept"],
    ["unmanaged", "no longer managed"],
    ["unchanged", "unchanged"],
  ],
  fr: [
    ["create", "à créer"],
    ["revive", "à restaurer"],
    ["adopt", "à adopter"],
    ["update", "à modifier"],
    ["conflict", "en conflit"],
    ["drift", "en dérive"],
    ["blocked", "impossibles"],
    ["heldRemovals", "conservés"],
    ["unmanaged", "plus gérés"],
    ["unchanged", "inchangés"],
  ],
};

/** `96 to create, 2 to update, 14 unchanged`; create and update always, others where there are any. */
export function summaryLine(summary: Plan["summary"], language: Language): string {
  return counts[language]
    .filter(([key]) => key === "create" || key === "update" || summary[key] > 0)
    .map(([key, word]) => `${summary[key]} ${word}`)
    .join(", ");
}
