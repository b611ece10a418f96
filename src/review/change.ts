import type { Id } from "../contract/index.ts";
import { type Bilingual, hashText, inBoth, withoutUnprintable } from "../diagnostics/index.ts";
import { canonical } from "./canonical.ts";
import { type Burden, type ChangeKind, type ChangeRule, type KindOf, type Level, ruleOf } from "./rules/index.ts";

/** Who owes a clause and who relies on it: parties, or roles that belong to none. `former` owed it before. */
export interface Sides {
  readonly obligated: readonly Id[];
  readonly relying: readonly Id[];
  readonly former?: readonly Id[];
}

/** Where a change stands: its clause in the newer contract (in the older one where it is gone), and what people call it. */
export interface Place {
  readonly clause: string;
  readonly subject: Bilingual;
  readonly sides: Sides;
}

interface ChangeBase {
  readonly clause: string;
  readonly subject: Bilingual;
  readonly level: Level;
  /** More is asked of these. */
  readonly bound: readonly Id[];
  /** Less is asked of these. */
  readonly relieved: readonly Id[];
  /** For these it is breaking: they owe more, or get less than they relied on. */
  readonly breaksFor: readonly Id[];
  /** One sentence without a final stop. */
  readonly sentence: Bilingual;
  /** A lead, or a start of a deadline, that shows it. */
  readonly witness?: Bilingual;
  readonly isCrmOnly: boolean;
  readonly isUndecided: boolean;
  /** Languages of a text that stayed as they were while another changed. */
  readonly staleLanguages?: readonly string[];
  /** Of kind, clause and content alone: it survives rebases, moved lines and rewritten comments. */
  readonly fingerprint: string;
}

/** One thing that is not as it was. */
export type Change =
  | (ChangeBase & { readonly form: "added"; readonly kind: KindOf<"added">; readonly value: Bilingual })
  | (ChangeBase & { readonly form: "removed"; readonly kind: KindOf<"removed">; readonly value: Bilingual })
  | (ChangeBase & {
      readonly form: "replaced";
      readonly kind: KindOf<"replaced">;
      readonly before: Bilingual;
      readonly after: Bilingual;
    });

/** What is told of a change beside its kind and place; `content` is what a signature covers. */
interface Told {
  readonly content: readonly unknown[];
  readonly witness?: Bilingual | undefined;
}

/** Something that was not there. */
export function newcomer(kind: KindOf<"added">, place: Place, told: Told & { readonly value: Bilingual }): Change {
  const { value } = told;
  return { ...baseOf(kind, place, { ...told, value }), form: "added", kind, value };
}

/** Something that is there no more. */
export function leaver(kind: KindOf<"removed">, place: Place, told: Told & { readonly value: Bilingual }): Change {
  const { value } = told;
  return { ...baseOf(kind, place, { ...told, value }), form: "removed", kind, value };
}

/** Something that is otherwise. */
export function shift(
  kind: KindOf<"replaced">,
  place: Place,
  told: Told & { readonly before: Bilingual; readonly after: Bilingual },
): Change {
  const [before, after] = [
    inBoth((language) => onOneLine(told.before[language])),
    inBoth((language) => onOneLine(told.after[language])),
  ];
  return { ...baseOf(kind, place, { ...told, before, after }), form: "replaced", kind, before, after };
}

type Filling = Readonly<Partial<Record<"before" | "after" | "value", Bilingual>>>;

function baseOf(
  kind: ChangeKind,
  { clause, subject, sides }: Place,
  { content, witness, ...filling }: Told & Filling,
): ChangeBase {
  const rule = ruleOf(kind);
  return {
    clause,
    subject,
    level: rule.level,
    ...shared(rule, sides),
    sentence: inBoth((language) => {
      const phrase = rule.phrase[language].replaceAll(
        /\{(before|after|value)\}/g,
        (_, name: keyof Filling) => filling[name]?.[language] ?? "",
      );
      return onOneLine(`${subject[language]}${language === "fr" ? "\u00a0" : ""}: ${phrase}`);
    }),
    ...(witness === undefined ? {} : { witness }),
    isCrmOnly: rule.isCrmOnly,
    isUndecided: rule.isUndecided,
    fingerprint: hashText(canonical([kind, clause, content])),
  };
}

/** Texts of a contract may hold line breaks, and signs that command a terminal. */
function onOneLine(text: string): string {
  return withoutUnprintable(text.replaceAll(/[\r\n\t]+/g, " "));
}

interface Shares {
  readonly bound: readonly Id[];
  readonly relieved: readonly Id[];
  readonly breaksFor: readonly Id[];
}

function shared(rule: ChangeRule, { obligated, relying, former = [] }: Sides): Shares {
  const all = union(former, obligated, relying);
  const shares: Readonly<Record<Burden, Shares>> = {
    more: { bound: obligated, relieved: [], breaksFor: obligated },
    less: { bound: [], relieved: obligated, breaksFor: relying },
    filter: { bound: obligated, relieved: relying, breaksFor: obligated },
    load: { bound: relying, relieved: obligated, breaksFor: relying },
    moves: { bound: obligated, relieved: former.filter((one) => !obligated.includes(one)), breaksFor: all },
    both: { bound: all, relieved: [], breaksFor: all },
    nobody: { bound: [], relieved: [], breaksFor: [] },
  };
  const share = shares[rule.burden];
  return rule.level === "breaking" ? share : { ...share, breaksFor: [] };
}

/** Names without repetitions, in the order they first come. */
export function union(...lists: readonly (readonly Id[])[]): readonly Id[] {
  return [...new Set(lists.flat())];
}
