import type { Path } from "../../criteria/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Slice } from "../contract.ts";
import type { Text } from "../entry.ts";
import { textIn } from "../text-in.ts";
import type { Rule } from "./rule.ts";

/** I18004: a word that the glossary says not to use, in a text of the contract in that language. */
export const glossaryViolation: Rule = {
  codes: ["I18004"],
  judges: "entry",
  check: (contract) => {
    const avoided = avoidedWords(contract);
    return avoided.length === 0 ? [] : textsOf(contract).flatMap((text) => violations(contract, text, avoided));
  },
};

interface Avoided {
  readonly language: string;
  readonly word: string;
  readonly pattern: RegExp;
  readonly term: string;
}

function avoidedWords(contract: Contract): readonly Avoided[] {
  return [...contract.glossary.values()].flatMap(({ id, avoid, label }) =>
    Object.entries(avoid).flatMap(([language, words]) =>
      words
        .filter((word) => word.trim() !== "")
        .map((word) => ({ language, word, pattern: wholeWord(word), term: textIn(contract, label, language) || id })),
    ),
  );
}

/** Whole words, whatever their case and accents. */
function wholeWord(word: string): RegExp {
  const escaped = bare(word).replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, "u");
}

function bare(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

interface PlacedText {
  readonly path: Path;
  readonly text: Text;
}

/** What people read: labels, definitions, titles and reasons; not the words that the glossary itself warns of. */
function textsOf(contract: Contract): readonly PlacedText[] {
  const placed = (path: Path, key: string, text: Text | undefined): readonly PlacedText[] =>
    text === undefined ? [] : [{ path: [...path, key], text }];
  const labelled = [
    contract.parties,
    contract.roles,
    contract.signals,
    contract.fields,
    contract.criteria,
    contract.priorities,
    contract.pipelines,
    contract.reasons,
    contract.handoffs,
  ];
  return [
    ...placed([], "title", contract.title),
    ...labelled.flatMap((section) => [...section.values()].flatMap(({ path, label }) => placed(path, "label", label))),
    ...[...contract.stages.values(), ...contract.glossary.values()].flatMap(({ path, label, definition }) => [
      ...placed(path, "label", label),
      ...placed(path, "definition", definition),
    ]),
    ...[...contract.commitments.values(), ...contract.contribution.values()].flatMap(({ path, definition }) =>
      placed(path, "definition", definition),
    ),
    ...contract.scope.exclude.flatMap(({ path, because }) => placed(path, "because", because)),
  ].filter(({ path }) => contract.locate.has(path));
}

function violations(contract: Contract, { path, text }: PlacedText, avoided: readonly Avoided[]): readonly Finding[] {
  return avoided
    .filter(({ language, pattern }) => text[language] !== undefined && pattern.test(bare(text[language])))
    .map(({ language, word, pattern, term }) => {
      const own = [...path, language];
      const place = contract.locate.has(own) ? own : path;
      const exact = contract.locate.within(place, (written) => sliceOf(written, pattern));
      const title = { en: `Write "${term}"`, fr: `Écrire «\u00a0${term}\u00a0»` };
      // Number, gender and what stands around the word are for a person to see to.
      const fixes = exact === undefined ? [] : [{ title, isSafe: false, edits: [{ span: exact, text: term }] }];
      const span = exact ?? contract.locate.spanOf(place, "value");
      return finding("I18004", span, { word, term }, { clause: path.join("."), fixes });
    });
}

/** Where the word stands as written; undefined where accents or escapes keep offsets from being the same. */
function sliceOf(written: string, pattern: RegExp): Slice | undefined {
  const plain = bare(written);
  const found = plain.length === written.length ? pattern.exec(plain) : null;
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}
