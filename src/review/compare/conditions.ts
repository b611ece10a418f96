import { type Contract, lexiconOf, valueDomainOf } from "../../contract/index.ts";
import {
  type Condition,
  createAlgebra,
  describeLead,
  type Lead,
  type LeadSearch,
  type ValueDomain,
} from "../../criteria/index.ts";
import { type Bilingual, inBoth } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, leaver, newcomer, type Place, shift } from "../change.ts";
import type { Pair } from "./pair.ts";
import { condition as inSentence } from "./words.ts";

/** What a condition of a clause says before and after. */
export interface Conditions {
  readonly before: Condition | undefined;
  readonly after: Condition | undefined;
  /** A lead that meets it is kept out or slowed down: stricter is wider and the other way round. */
  readonly isExclusion?: boolean;
  /** Judged among records in scope, which is the same in both. */
  readonly isWithinScope?: boolean;
}

/** A condition that is new, gone or another one; one whose named parts changed is another one too. */
export function compareCondition(pair: Pair, place: Place, { before, after, ...how }: Conditions): readonly Change[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined && after !== undefined)
    return [
      newcomer("criteria-added", place, { value: inSentence(pair.after, after), content: [opened(pair.after, after)] }),
    ];
  if (before !== undefined && after === undefined)
    return [
      leaver("criteria-removed", place, {
        value: inSentence(pair.before, before),
        content: [opened(pair.before, before)],
      }),
    ];
  if (before === undefined || after === undefined) return [];
  const [old, now] = [opened(pair.before, before), opened(pair.after, after)];
  if (isSame(old, now))
    return isSame(before, after) ? [] : [told("rewritten", { pair, place, before, after, content: [old, now] })];
  const { kind, witness } = judge(pair, { old, now, ...how });
  return [told(kind, { pair, place, before, after, witness, content: [old, now] })];
}

type Kind = "tightened" | "loosened" | "shifted" | "rewritten" | "undecided";

interface Telling {
  readonly pair: Pair;
  readonly place: Place;
  readonly before: Condition;
  readonly after: Condition;
  readonly witness?: Bilingual | undefined;
  readonly content: readonly unknown[];
}

function told(kind: Kind, { pair, place, before, after, witness, content }: Telling): Change {
  // Where the words are the same, a criteria that they name changed: then what it says now is shown.
  const isSameText = isSame(before, after);
  const [was, is] = isSameText ? [opened(pair.before, before), opened(pair.after, after)] : [before, after];
  return shift(`criteria-${kind}`, place, {
    before: inSentence(pair.before, was),
    after: inSentence(pair.after, is),
    witness,
    content,
  });
}

interface Question {
  readonly old: Condition;
  readonly now: Condition;
  readonly isExclusion?: boolean;
  readonly isWithinScope?: boolean;
}

/** Asks for a lead that only one of the two accepts, each way round. */
function judge(
  pair: Pair,
  { old, now, isExclusion = false, isWithinScope = false }: Question,
): { readonly kind: Kind; readonly witness?: Bilingual } {
  const { include, exclude } = pair.after.scope;
  const isScopeKept = isWithinScope && isSame(pair.before.scope, pair.after.scope);
  const universe = isScopeKept && include !== undefined ? [opened(pair.after, include)] : [];
  const excluded = isScopeKept ? exclude.map(({ when }) => opened(pair.after, when)) : [];
  const { findLead } = createAlgebra({
    conditions: [old, now, ...universe, ...excluded],
    resolveNamed: () => undefined,
    domainOf: (field) => widest(valueDomainOf(pair.before, field), valueDomainOf(pair.after, field)),
  });
  const lost = findLead({ holding: [old, ...universe], failing: [now, ...excluded] });
  const won = findLead({ holding: [now, ...universe], failing: [old, ...excluded] });
  if (lost.kind === "undecided" || won.kind === "undecided") return { kind: "undecided" };
  if (lost.kind === "none" && won.kind === "none") return { kind: "rewritten" };
  const isNarrower = lost.kind === "lead";
  const isWider = won.kind === "lead";
  const witness = describeLeads(pair, { lost, won, isExclusion });
  if (isNarrower && isWider) return { kind: "shifted", witness };
  return { kind: isNarrower === isExclusion ? "loosened" : "tightened", witness };
}

interface Leads {
  readonly lost: LeadSearch;
  readonly won: LeadSearch;
  readonly isExclusion: boolean;
}

function describeLeads(pair: Pair, { lost, won, isExclusion }: Leads): Bilingual {
  return inBoth((language) => {
    const lead = (found: Lead, contract: Contract) => describeLead(found, lexiconOf(contract, language), language);
    const space = language === "fr" ? "\u00a0" : "";
    const words = {
      en: isExclusion
        ? ["was concerned, no longer is", "was not concerned, now is"]
        : ["was accepted, is now refused", "was refused, is now accepted"],
      fr: isExclusion
        ? ["était concerné, ne l'est plus", "n'était pas concerné, l'est désormais"]
        : ["était accepté, est désormais refusé", "était refusé, est désormais accepté"],
    }[language];
    const sentences = [
      ...(lost.kind === "lead" ? [`${words[0]}${space}: ${lead(lost.lead, pair.before)}`] : []),
      ...(won.kind === "lead" ? [`${words[1]}${space}: ${lead(won.lead, pair.after)}`] : []),
    ];
    return sentences.join(language === "fr" ? "\u202f; " : "; ");
  });
}

/** Named criteria put in place of their names; one that names itself stays a name that nothing answers to. */
export function opened(contract: Contract, condition: Condition, visiting: readonly string[] = []): Condition {
  if ("of" in condition) return { ...condition, of: condition.of.map((part) => opened(contract, part, visiting)) };
  if (condition.kind !== "meets" || visiting.includes(condition.criteria)) return condition;
  const named = contract.criteria.get(condition.criteria)?.condition;
  return named === undefined ? condition : opened(contract, named, [...visiting, condition.criteria]);
}

/** What a field can hold in one of the two contracts; of two types neither says anything of the other. */
function widest(old: ValueDomain, now: ValueDomain): ValueDomain {
  if (old.kind === "number" && now.kind === "number") {
    const min = old.min === undefined || now.min === undefined ? {} : { min: Math.min(old.min, now.min) };
    const max = old.max === undefined || now.max === undefined ? {} : { max: Math.max(old.max, now.max) };
    return { kind: "number", decimals: Math.max(old.decimals, now.decimals), ...min, ...max };
  }
  if ("options" in old && "options" in now && old.kind === now.kind)
    return {
      kind: now.kind,
      options: [...new Set([...old.options, ...now.options])],
      isOpen: old.isOpen || now.isOpen,
    };
  return now;
}
