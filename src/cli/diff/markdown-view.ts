import type { Language } from "../../diagnostics/index.ts";
import type { Change, Level } from "../../review/index.ts";
import { escapeMarkdown } from "../formats/escape-markdown.ts";
import { changesOf, type Difference, type DiffReader, levelsOf, neededVersion, untold } from "./difference.ts";
import { whoIsTouched } from "./text-view.ts";
import { diffWords } from "./words.ts";

/** A comparison for a pull request: what breaks first, and wording folded away. */
export function renderDiffMarkdown(difference: Difference, reader: DiffReader): string {
  const { base, head } = difference;
  const say = diffWords(reader.language);
  const versions = `${escapeMarkdown(base.place)} ${base.contract.version} → ${escapeMarkdown(head.place)} ${head.contract.version}`;
  const blocks = [
    `### ${say.title}\u2009: ${escapeMarkdown(head.contract.name)}`.replace(
      "\u2009",
      reader.language === "fr" ? "\u00a0" : "",
    ),
    versions,
    ...changeBlocks(difference, reader),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The verdict and the changes by level, as blocks of Markdown. */
export function changeBlocks(difference: Difference, reader: DiffReader): readonly string[] {
  const say = diffWords(reader.language);
  if (difference.shown.length === 0) return [`**${say.nothing}**`];
  return [
    countsLine(difference, reader),
    ...levelsOf(difference).map((level) => levelBlock(difference, level, reader)),
  ];
}

/** `**2 breaking, 1 minor**: needs a major version`. */
export function countsLine(difference: Difference, { language }: DiffReader): string {
  const say = diffWords(language);
  const counts = levelsOf(difference).map((level) => say.counted(changesOf(difference, level).length, level));
  const needed = neededVersion(difference);
  const colon = language === "fr" ? "\u00a0:" : ":";
  const verdict =
    needed === undefined
      ? ""
      : `${colon} ${say.needs(needed.bump, needed.version)} (${say.says(difference.head.contract.version)})`;
  return `**${counts.join(", ")}**${verdict}`;
}

function levelBlock(difference: Difference, level: Level, reader: DiffReader): string {
  const say = diffWords(reader.language);
  const changes = changesOf(difference, level);
  const list = changes.map((change) => changeItem(difference, change, reader)).join("\n");
  const heading = `${say.levels[level]} (${changes.length})`;
  if (level === "wording") return `<details><summary>${heading}</summary>\n\n${list}\n\n</details>`;
  return `#### ${heading}\n\n*${say.means[level]}*\n\n${list}`;
}

/** One change: its sentence, whom it touches, and what shows it. */
export function changeItem(difference: Difference, change: Change, { language }: DiffReader): string {
  const say = diffWords(language);
  const pair = untold(change);
  const who = whoIsTouched(difference, change, { language });
  const line = (label: string, text: string) => `  - ${label}${colonIn(language)} ${escapeMarkdown(text)}`;
  return [
    `- **${escapeMarkdown(change.sentence[language])}**`,
    ...(who === "" ? [] : [`  - ${escapeMarkdown(who)}`]),
    ...(change.witness === undefined ? [] : [line(say.shows, change.witness[language])]),
    ...(pair === undefined ? [] : [line(say.was, pair.before[language]), line(say.now, pair.after[language])]),
  ].join("\n");
}

function colonIn(language: Language): string {
  return language === "fr" ? "\u00a0:" : ":";
}
