import { type Text, textIn } from "../../contract/index.ts";
import { type Bilingual, inBoth, type Language } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, leaver, newcomer, type Place, shift } from "../change.ts";
import type { Pair } from "./pair.ts";
import { aspect } from "./words.ts";

/** A text of a clause that is worded otherwise, new or gone. */
export function compareText(
  { before, after }: Pair,
  place: Place,
  texts: { readonly before: Text | undefined; readonly after: Text | undefined },
): readonly Change[] {
  const [old, now] = [texts.before, texts.after];
  if (isSame(old, now)) return [];
  if (old === undefined && now !== undefined)
    return [newcomer("text-added", place, { value: textOf(after, now, []), content: [now] })];
  if (old !== undefined && now === undefined)
    return [leaver("text-removed", place, { value: textOf(before, old, []), content: [old] })];
  const [was, is] = [old ?? {}, now ?? {}];
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (language) => was[language] !== is[language],
  );
  const staleLanguages = Object.keys(is).filter(
    (language) => was[language] !== undefined && was[language] === is[language],
  );
  const told = { before: textOf(before, was, changed), after: textOf(after, is, changed), content: [was, is] };
  return [{ ...shift("text-changed", place, told), ...(staleLanguages.length === 0 ? {} : { staleLanguages }) }];
}

/** In the reader's language where that is what changed, else in one that did. */
function textOf(contract: Pair["after"], text: Text, changed: readonly string[]): Bilingual {
  return inBoth((language: Language) => {
    const [first] = changed;
    const shown = changed.length === 0 || changed.includes(language) ? language : (first ?? language);
    return (shown === language ? "" : `[${shown}] `) + (text[shown] ?? textIn(contract, text, shown));
  });
}

/** The label of an entry. */
export function compareLabel(
  pair: Pair,
  place: Place,
  labels: { readonly before: Text; readonly after: Text },
): readonly Change[] {
  const named = {
    ...place,
    clause: `${place.clause}.label`,
    subject: aspect(place.subject, { en: "name", fr: "nom" }),
  };
  return compareText(pair, named, labels);
}
