import { diffWordsWithSpace, structuredPatch } from "diff";
import type { ContractVersion } from "../files/load-version.ts";
import type { Paint } from "../terminal.ts";

/** Lines around a change that show where it stands. */
const context = 2;

/** The text of two versions, changed line beside changed line with the words that differ; files are paired by their names. */
export function renderYamlDiff(base: ContractVersion, head: ContractVersion, paint: Paint): string {
  const nameOf = (file: string) => file.split(/[/:]/).at(-1) ?? file;
  const names = [...new Set([...head.sources, ...base.sources].map(({ file }) => nameOf(file)))];
  return names
    .map((name) => {
      const textOf = ({ sources }: ContractVersion) => sources.find(({ file }) => nameOf(file) === name)?.text ?? "";
      return fileDiff(name, [textOf(base), textOf(head)], paint);
    })
    .join("");
}

function fileDiff(name: string, [before, after]: readonly [string, string], paint: Paint): string {
  const { hunks } = structuredPatch(name, name, before, after, "", "", { context });
  if (hunks.length === 0) return "";
  const blocks = hunks.flatMap(({ newStart, lines }) => [
    paint.dim(`@@ ${name}:${newStart}`),
    ...hunkLines(lines, paint),
  ]);
  return `${blocks.join("\n")}\n`;
}

/** Runs of removed and added lines belong together: the n-th of one is the n-th of the other. */
function hunkLines(lines: readonly string[], paint: Paint): readonly string[] {
  const shown: string[] = [];
  for (let index = 0; index < lines.length; ) {
    const removed = runFrom(lines, index, "-");
    const added = runFrom(lines, index + removed.length, "+");
    const length = removed.length + added.length;
    if (length === 0) shown.push(`  ${(lines[index] ?? "").slice(1)}`);
    else shown.push(...pairLines(removed, added, paint));
    index += Math.max(1, length);
  }
  return shown;
}

function runFrom(lines: readonly string[], start: number, sign: string): readonly string[] {
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith(sign));
  return lines.slice(start, end < 0 ? lines.length : end).map((line) => line.slice(1));
}

function pairLines(removed: readonly string[], added: readonly string[], paint: Paint): readonly string[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => index).flatMap((index) => {
    const [old, now] = [removed[index], added[index]];
    if (old === undefined) return [`${paint.green("+")} ${paint.green(now ?? "")}`];
    if (now === undefined) return [`${paint.red("-")} ${paint.red(old)}`];
    return [`${paint.yellow("~")} ${inWords(old, now, paint)}`];
  });
}

/** One line with the words that went in `[-…-]` and those that came in `{+…+}`, as git writes them. */
function inWords(old: string, now: string, paint: Paint): string {
  return diffWordsWithSpace(old, now)
    .map(({ value, added, removed }) => {
      if (removed) return paint.red(`[-${value}-]`);
      return added ? paint.green(`{+${value}+}`) : value;
    })
    .join("");
}
