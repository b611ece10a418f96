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
  digest: "digest",
  manual: (counts: readonly string[]) => `Clauses that the CRM does not ensure by itself: ${counts.join(", ")}`,
  levels: {
    manual: (count: number) => `${count} left to people`,
    detected: (count: number) => `${count} shown when broken`,
    approximated: (count: number) => `${count} approximated`,
  },
  marks: { manual: "left to people", detected: "shown when broken", approximated: "approximated" },
  also: (count: number) => `and ${count} more`,
  stillActs: "switch it off in the CRM: if it is on, it still acts",
  acceptance: (touched: number, managed: number) =>
    `${touched} of the ${managed} objects that are there would change: apply asks for the digest of this plan (--accept)`,
  isNew: (label: string) => `new, "${label}"`,
  threeWays: { was: "planned from", now: "now", want: "want" },
  editedSince: "changed in the CRM since it was planned: left as it is",
  savedSince: "saved again in the CRM since it was planned: left as it is",
  goneSince: "no longer in the CRM since it was planned",
  lines: (removed: number, added: number) => `${removed} lines out, ${added} in (--verbose shows them)`,
  columns: ["", "Object", "What it is for"],
  missing: (address: string) => `deleted in the CRM; to make it again: --recreate ${address} (or all)`,
  retyped: "lists and workflows ask it by its old type: put its type back in the CRM, or give the field another name",
  reverted: "edited by hand in the CRM: put back to what the contract says",
  revert: (address: string) => `to put the contract's value back: --revert ${address}`,
  restored: "archived in the CRM under this name: it comes back, with its old values",
  holders: (value: string, records: string) =>
    `${records} ${records === "1" ? "record holds" : "records hold"} ${value}`,
  notCounted: (value: string) => `nobody could say how many records hold ${value}`,
  anyValue: "a value",
  more: (count: number) => `… and ${count} more: --verbose shows them all`,
  cost: (reads: number, writes: number) =>
    `An apply makes at least ${writes} write ${writes === 1 ? "call" : "calls"} and ${reads} read calls.`,
  next: (command: string) => `Next: ${command}`,
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
  digest: "empreinte",
  manual: (counts) => `Clauses que le CRM n'assure pas seul\u00a0: ${counts.join(", ")}`,
  levels: {
    manual: (count) => `${count} ${count < 2 ? "laissée" : "laissées"} aux personnes`,
    detected: (count) => `${count} ${count < 2 ? "signalée" : "signalées"} après coup`,
    approximated: (count) => `${count} ${count < 2 ? "approchée" : "approchées"}`,
  },
  marks: { manual: "laissé aux personnes", detected: "signalé après coup", approximated: "approché" },
  also: (count) => `et ${count} de plus`,
  stillActs: "le désactiver dans le CRM\u00a0: s'il est actif, il agit encore",
  threeWays: { was: "prévu depuis", now: "maintenant", want: "voulu" },
  editedSince: "modifié dans le CRM depuis le plan\u00a0: laissé tel quel",
  savedSince: "enregistré à nouveau dans le CRM depuis le plan\u00a0: laissé tel quel",
  goneSince: "absent du CRM depuis le plan",
  acceptance: (touched, managed) =>
    `${touched} des ${managed} objets présents changeraient\u00a0: apply demande l'empreinte de ce plan (--accept)`,
  isNew: (label) => `nouveau, «\u00a0${label}\u00a0»`,
  lines: (removed, added) => `lignes\u00a0: ${removed} en moins, ${added} en plus (--verbose les montre)`,
  columns: ["", "Objet", "À quoi il sert"],
  missing: (address) => `supprimé dans le CRM\u202f; pour le refaire\u00a0: --recreate ${address} (ou all)`,
  retyped:
    "des listes et workflows l'interrogent par son ancien type\u00a0: rétablir son type dans le CRM, ou donner un autre nom au champ",
  reverted: "modifié à la main dans le CRM\u00a0: remis à ce que dit le contrat",
  revert: (address) => `pour remettre la valeur du contrat\u00a0: --revert ${address}`,
  restored: "archivée dans le CRM sous ce nom\u00a0: elle revient, avec ses anciennes valeurs",
  holders: (value, records) =>
    `${records} ${records === "0" || records === "1" ? "fiche porte" : "fiches portent"} ${value}`,
  notCounted: (value) => `le nombre de fiches qui portent ${value} n'a pas pu être lu`,
  anyValue: "une valeur",
  more: (count) => `… et ${count} de plus\u00a0: --verbose les montre tous`,
  cost: (reads, writes) =>
    `Appliquer demande au moins ${writes} ${writes < 2 ? "appel" : "appels"} d'écriture et ${reads} appels de lecture.`,
  next: (command) => `Ensuite\u00a0: ${command}`,
};

/** The words of a plan in one language. */
export function planWords(language: Language): PlanWords {
  return language === "fr" ? french : english;
}

const kinds: Readonly<Record<Language, Readonly<Record<ResourceKind, readonly [one: string, many: string]>>>> = {
  en: {
    "property-group": ["group", "groups"],
    property: ["property", "properties"],
    pipeline: ["pipeline", "pipelines"],
    list: ["list", "lists"],
    workflow: ["workflow", "workflows"],
  },
  fr: {
    "property-group": ["groupe", "groupes"],
    property: ["propriété", "propriétés"],
    pipeline: ["pipeline", "pipelines"],
    list: ["liste", "listes"],
    workflow: ["workflow", "workflows"],
  },
};

/** What a kind of object is called. */
export function kindWord(kind: ResourceKind, language: Language): string {
  return kinds[language][kind][0];
}

/** One or many: English says `0 groups`, French `0 groupe`. */
export function isMany(count: number, language: Language): boolean {
  return language === "fr" ? count >= 2 : count !== 1;
}

/** `2 groups, 80 properties, 1 pipeline`, in the order in which they are made. */
export function countKinds(items: readonly { readonly kind: ResourceKind }[], language: Language): string {
  const order: readonly ResourceKind[] = ["property-group", "property", "pipeline", "list", "workflow"];
  return order
    .map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kinds[language][kind][isMany(count, language) ? 1 : 0]}`)
    .join(", ");
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
    "not-as-used": "it has another type, or lacks an option, that the contract says",
    dependency: "something it needs can't be done",
    unresolved: "it names what the portal does not have, as said below: the rest is applied without it",
    capability: "the token or the subscription lacks what it takes, as said below",
  },
  fr: {
    "name-taken":
      "un autre objet porte déjà ce nom sans la marque de ce contrat\u00a0: le renommer dans le CRM, ou choisir un autre prefix dans l'environnement",
    several: "plusieurs objets portent ce nom\u00a0: n'en garder qu'un",
    "fixed-attribute": "le CRM ne permet pas de le changer après la création\u00a0: donner un autre nom au champ",
    "read-only": "le CRM ne permet pas de le modifier",
    missing: "le contrat s'en sert et le CRM ne l'a pas\u00a0: l'y créer, ou corriger crm.property",
    "not-as-used": "son type ou ses options ne sont pas ceux que dit le contrat",
    dependency: "quelque chose dont il dépend est impossible",
    unresolved: "il nomme ce que le portail n'a pas, comme dit plus bas\u00a0: le reste s'applique sans lui",
    capability: "il manque au jeton ou à l'abonnement ce qu'il faut, comme dit plus bas",
  },
};

/** Why an object is blocked and what to do. */
export function blockedReason(reason: BlockedReason, language: Language): string {
  return reasons[language][reason];
}

const shares: Readonly<Record<Language, readonly (readonly [keyof Plan["summary"], one: string, many: string])[]>> = {
  en: [
    ["create", "to create", "to create"],
    ["revive", "to restore", "to restore"],
    ["adopt", "to adopt", "to adopt"],
    ["update", "to update", "to update"],
    ["conflict", "in conflict", "in conflict"],
    ["drift", "drifted", "drifted"],
    ["blocked", "blocked", "blocked"],
    ["heldRemovals", "kept", "kept"],
    ["unmanaged", "no longer managed", "no longer managed"],
    ["unchanged", "unchanged", "unchanged"],
  ],
  fr: [
    ["create", "à créer", "à créer"],
    ["revive", "à restaurer", "à restaurer"],
    ["adopt", "à adopter", "à adopter"],
    ["update", "à modifier", "à modifier"],
    ["conflict", "en conflit", "en conflit"],
    ["drift", "en dérive", "en dérive"],
    ["blocked", "impossible", "impossibles"],
    ["heldRemovals", "conservé", "conservés"],
    ["unmanaged", "n'est plus géré", "ne sont plus gérés"],
    ["unchanged", "inchangé", "inchangés"],
  ],
};

/** How many objects share a fate, and of which kinds they are. */
export interface SummaryRow {
  readonly count: number;
  readonly fate: string;
  /** Empty for what does not change. */
  readonly kinds: string;
}

/** `120 to create: 2 groups, 84 properties, …`, `3 unchanged`: only what there is. */
export function summaryRows(plan: Plan, language: Language): readonly SummaryRow[] {
  const { conflicts: conflict, drift, blocked, heldRemovals, unmanaged } = plan;
  const held: Readonly<Record<string, readonly { readonly kind: ResourceKind }[]>> = {
    ...{ conflict, drift, blocked, heldRemovals, unmanaged },
  };
  return shares[language]
    .map(([key, one, many]) => {
      const count = plan.summary[key];
      const items = held[key] ?? plan.steps.filter(({ action }) => action === key);
      return { count, fate: isMany(count, language) ? many : one, kinds: countKinds(items, language) };
    })
    .filter(({ count }) => count > 0);
}
