import { textIn } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import { changeBlocks } from "../diff/markdown-view.ts";
import { escapeMarkdown } from "../formats/escape-markdown.ts";
import { type Check, checkNames, stateNames } from "./check.ts";
import type { Verdict } from "./verdict.ts";
import { ciWords } from "./words.ts";

/** By this line a pipeline finds its own comment again, so that there is one that changes rather than one per push. */
export function commentMark(contract: string): string {
  return `<!-- revpact ci ${contract} -->`;
}

/** GitHub takes 65,536 characters in a comment; what a host adds of its own must fit too. */
export const commentLimit = 65_000;

/** The comment of a pull request: business words first, then records, steps in the CRM, approvals, and what the CRM holds less well. */
export function renderComment(verdict: Verdict, language: Language, limit = commentLimit): string {
  const { contract, isPassed } = verdict;
  const say = ciWords(language);
  const title = escapeMarkdown(textIn(contract, contract.title, language));
  const state = isPassed ? say.passed : say.failed;
  const blocks = [
    `### ${title}${language === "fr" ? "\u00a0" : ""}: ${state}`,
    ...changes(verdict, language),
    ...records(verdict, language),
    table(verdict, language),
    ...problems(verdict, language),
    ...approvals(verdict, language),
    ...plan(verdict, language),
    ...lost(verdict, language),
  ];
  return keepWithin([commentMark(contract.name), ...blocks], { limit, language });
}

function changes({ difference, isNew }: Verdict, language: Language): readonly string[] {
  const say = ciWords(language);
  if (difference !== undefined) return changeBlocks(difference, { language });
  return [isNew ? say.isNew : say.noBase];
}

function records({ plan: { held }, difference }: Verdict, language: Language): readonly string[] {
  if (held.length === 0) return [];
  const say = ciWords(language);
  const lines = held.map(({ clause, count }) => {
    const change = difference?.comparison.changes.find((one) => one.clause === clause);
    const what = change?.form === "removed" ? `${change.subject[language]}, ${change.value[language]}` : clause;
    return `- **${escapeMarkdown(say.heldLine(count, what))}**`;
  });
  return [`#### ${say.held}\n\n${lines.join("\n")}`];
}

function table({ checks }: Verdict, language: Language): string {
  const say = ciWords(language);
  const rows = checks.map(({ id, state, summary }) => {
    const result = stateNames[state][language];
    return `| ${checkNames[id][language]} | ${state === "failed" ? `**${result}**` : result} | ${escapeMarkdown(summary[language])} |`;
  });
  return [`| ${say.columns.join(" | ")} |`, "|---|---|---|", ...rows].join("\n");
}

function problems({ checks }: Verdict, language: Language): readonly string[] {
  const failed = checks.filter(({ id, state, lines }) => state === "failed" && id !== "approvals" && lines.length > 0);
  if (failed.length === 0) return [];
  return [`#### ${ciWords(language).problems}\n\n${failed.flatMap(listed).join("\n")}`];
}

function approvals({ checks }: Verdict, language: Language): readonly string[] {
  const open = checks.find(({ id, state }) => id === "approvals" && state === "failed");
  if (open === undefined) return [];
  return [`#### ${ciWords(language).approvals}\n\n${listed(open).join("\n")}`];
}

/** Lines that are set in belong to the one above. */
function listed({ lines }: Check): readonly string[] {
  return lines.map((line) =>
    line.startsWith("  ") ? `  - ${escapeMarkdown(line.trim())}` : `- ${escapeMarkdown(line)}`,
  );
}

function plan({ plan: { markdown } }: Verdict, language: Language): readonly string[] {
  if (markdown === undefined) return [];
  return [`<details><summary>${ciWords(language).plan}</summary>\n\n${markdown.trim()}\n\n</details>`];
}

function lost({ lost: clauses }: Verdict, language: Language): readonly string[] {
  if (clauses.length === 0) return [];
  const say = ciWords(language);
  const lines = clauses.map(({ clause, before, after }) => `- ${escapeMarkdown(say.lostLine(clause, before, after))}`);
  return [`#### ${say.lost}\n\n${lines.join("\n")}`];
}

interface Fitting {
  readonly limit: number;
  readonly language: Language;
}

/** What a part may count on, however long those before it are. */
const reserved = 3000;
const separator = 2;

/** Blocks one after the other for as long as they fit; a list is cut between two lines, a folded part is left out whole. */
function keepWithin(blocks: readonly string[], { limit, language }: Fitting): string {
  const say = ciWords(language);
  let left = limit - 1;
  const kept: string[] = [];
  for (const [index, block] of blocks.entries()) {
    const later = blocks.slice(index + 1).reduce((sum, one) => sum + Math.min(one.length, reserved) + separator, 0);
    const room = left - later;
    const fitting = block.length + separator <= room ? block : shortened(block, room, say);
    if (fitting === "") continue;
    kept.push(fitting);
    left -= fitting.length + separator;
  }
  return `${kept.join("\n\n")}\n`;
}

function shortened(block: string, room: number, say: ReturnType<typeof ciWords>): string {
  if (block.startsWith("<details>")) return room > say.tooLong.length + 2 ? say.tooLong : "";
  const lines = block.split("\n");
  let length = 0;
  const count = lines.findIndex((line) => {
    length += line.length + 1;
    return length > room - say.cut(lines.length).length - 3;
  });
  if (count <= 1) return "";
  return [...lines.slice(0, count), "", say.cut(lines.length - count)].join("\n");
}
