import type { Language } from "../../diagnostics/index.ts";
import { englishGlossary, type OwnTerm, type OwnTermId } from "./english-glossary.ts";
import { englishLabels, type Labels } from "./english-labels.ts";
import { englishPages, type PageWords } from "./english-pages.ts";
import { englishPictures, type PictureWords } from "./english-pictures.ts";
import { englishSentences, type Sentences } from "./english-sentences.ts";
import { frenchGlossary } from "./french-glossary.ts";
import { frenchLabels } from "./french-labels.ts";
import { frenchPages } from "./french-pages.ts";
import { frenchPictures } from "./french-pictures.ts";
import { frenchSentences } from "./french-sentences.ts";

export type { OwnTermId } from "./english-glossary.ts";
export type { PageWords } from "./english-pages.ts";
export { capitalise } from "./join-names.ts";
export type { Noun } from "./noun.ts";

/** All the words of revpact's own in a document. */
export interface Words {
  readonly labels: Labels;
  readonly say: Sentences;
  readonly pages: PageWords;
  readonly pictures: PictureWords;
  readonly terms: Readonly<Record<OwnTermId, OwnTerm>>;
}

/** The words of each language; TypeScript checks that none lacks a message. */
export const wordsOf: Readonly<Record<Language, Words>> = {
  en: {
    labels: englishLabels,
    say: englishSentences,
    pages: englishPages,
    pictures: englishPictures,
    terms: englishGlossary,
  },
  fr: {
    labels: frenchLabels,
    say: frenchSentences,
    pages: frenchPages,
    pictures: frenchPictures,
    terms: frenchGlossary,
  },
};
