import { describeDate } from "../../calendar/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import { changesOf, type Difference, levelsOf } from "../diff/difference.ts";
import { whoIsTouched } from "../diff/text-view.ts";
import { diffWords } from "../diff/words.ts";
import { escapeMarkdown } from "../formats/escape-markdown.ts";

/** What heads an entry of the changelog: the number it is written under, and when it takes effect. */
export interface EntryHead {
  readonly version: string;
  readonly effective: string;
}

const words = {
  en: { title: "Changelog", from: (day: string) => `in effect from ${day}` },
  fr: { title: "Journal des versions", from: (day: string) => `en vigueur à partir du ${day}` },
} as const;

/** The entry of a version: its changes by weight, each with whom it touches. */
export function changelogEntry(difference: Difference, { version, effective }: EntryHead, language: Language): string {
  const say = diffWords(language);
  const dated = {
    ...difference,
    shown: difference.shown.filter(({ clause }) => clause !== "version" && clause !== "effective"),
  };
  const sections = levelsOf(dated).map((level) => {
    const lines = changesOf(dated, level).map((change) => {
      const who = whoIsTouched(difference, change, { language });
      return `- ${escapeMarkdown(change.sentence[language])}${who === "" ? "" : ` (${escapeMarkdown(who)})`}`;
    });
    return `### ${say.levels[level]}\n\n${lines.join("\n")}`;
  });
  return [`## ${version}, ${words[language].from(describeDate(effective, language))}`, ...sections].join("\n\n");
}

/** A changelog with an entry as its newest; one of the same version is written anew, and everything else stays. */
export function withEntry(
  changelog: string | undefined,
  entry: string,
  { version, language }: { readonly version: string; readonly language: Language },
): string {
  if (changelog === undefined || changelog.trim() === "") return `# ${words[language].title}\n\n${entry}\n`;
  const ending = changelog.includes("\r\n") ? "\r\n" : "\n";
  const text = changelog.replaceAll("\r\n", "\n");
  const heads = [...text.matchAll(/^## .*$/gm)];
  const same = heads.findIndex(({ 0: line }) => line.slice(3).split(/[\s,]/)[0] === version);
  const start = same >= 0 ? (heads[same]?.index ?? text.length) : (heads[0]?.index ?? text.length);
  const end = same >= 0 ? (heads[same + 1]?.index ?? text.length) : start;
  const [above, below] = [text.slice(0, start).trimEnd(), text.slice(end).trim()];
  const parts = [above, entry, below].filter((part) => part !== "");
  return `${parts.join("\n\n")}\n`.replaceAll("\n", ending);
}
