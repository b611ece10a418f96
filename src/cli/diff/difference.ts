import { type Contract, textIn } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import {
  bumpNames,
  type Change,
  type Comparison,
  type Level,
  levels,
  parseVersion,
  ruleOf,
  versionAfter,
} from "../../review/index.ts";
import type { ContractVersion } from "../files/load-version.ts";

/** Two versions that were compared, as every view shows them. */
export interface Difference {
  readonly base: ContractVersion;
  readonly head: ContractVersion;
  readonly comparison: Comparison;
  /** The changes that are shown, which `--party` narrows. */
  readonly shown: readonly Change[];
  readonly party?: string;
}

/** Who reads it. */
export interface DiffReader {
  readonly language: Language;
}

/** The changes of one level. */
export function changesOf({ shown }: Pick<Difference, "shown">, level: Level): readonly Change[] {
  return shown.filter((change) => change.level === level);
}

/** The levels that have changes, weightiest first. */
export function levelsOf(difference: Pick<Difference, "shown">): readonly Level[] {
  return levels.filter((level) => changesOf(difference, level).length > 0);
}

/** True for a change that is one for a party: it is bound, relieved, or loses something. */
export function touches({ bound, relieved, breaksFor }: Change, party: string): boolean {
  return [...bound, ...relieved, ...breaksFor].includes(party);
}

/** What was and what is, where the sentence does not say it. */
export function untold(change: Change): Extract<Change, { readonly form: "replaced" }> | undefined {
  if (change.form !== "replaced" || change.before.en === "" || change.before.en === change.after.en) return undefined;
  return ruleOf(change.kind).phrase.en.includes("{before}") ? undefined : change;
}

/** A party, or a role without one, by its name. */
export function partyName({ base, head }: Difference, id: string, language: Language): string {
  const nameIn = (contract: Contract) => {
    const label = (contract.parties.get(id) ?? contract.roles.get(id))?.label;
    return label === undefined ? undefined : textIn(contract, label, language);
  };
  return nameIn(head.contract) ?? nameIn(base.contract) ?? id;
}

/** Several of them. */
export function partyNames(difference: Difference, ids: readonly string[], language: Language): string {
  return ids.map((id) => partyName(difference, id, language)).join(", ");
}

/** The version that the changes need; undefined where nothing changed, or where the older one has none to count from. */
export function neededVersion({
  base,
  comparison,
}: Difference): { readonly bump: string; readonly version: string } | undefined {
  const numbers = parseVersion(base.contract.version);
  const { level } = comparison;
  if (level === "none" || numbers === undefined) return undefined;
  return { bump: bumpNames[level], version: versionAfter(numbers, level) };
}
