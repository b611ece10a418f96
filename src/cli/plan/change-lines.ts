import { diffWordsWithSpace, structuredPatch } from "diff";
import type { Language } from "../../diagnostics/index.ts";
import type { AttributeChange } from "../../engine/index.ts";
import type { Json } from "../../targets/index.ts";
import type { Paint } from "../terminal.ts";
import { layOutJson } from "./lay-out-json.ts";
import { planWords } from "./words.ts";

/** Texts up to this length stand on one line as before → after. */
const shortText = 60;
/** A longer diff of a structure is only counted: nobody reads hundreds of lines on the way to a decision. */
const shortPatch = 8;

/** How a changed attribute is shown. */
export interface ChangeView {
  readonly paint: Paint;
  readonly language: Language;
  /** `planned`: from what the CRM has to what the contract wants. `seen`: from what the contract says to what the CRM has. */
  readonly sides: "planned" | "seen";
  /** Everything, however long. */
  readonly isWhole: boolean;
}

/** The lines that show one changed attribute, before and after; long texts word by word, structures line by line. */
export function changeLines(change: AttributeChange, view: ChangeView): readonly string[] {
  const { paint, sides } = view;
  const name = change.path.join(".");
  const before = sides === "planned" ? change.now : change.want;
  const after = sides === "planned" ? change.want : change.now;
  const label = before === undefined ? labelIn(after) : undefined;
  if (label !== undefined) return [`${name}: ${paint.green(planWords(view.language).isNew(label))}`];
  if (isStructure(before) || isStructure(after)) return structureLines(name, { before, after }, view);
  const [from, to] = [printValue(before), printValue(after)];
  if (from.length + to.length <= 2 * shortText) return [`${name}: ${paint.red(from)} → ${paint.green(to)}`];
  return [`${name}:`, `  - ${wordsOf(from, to, "removed", paint)}`, `  + ${wordsOf(from, to, "added", paint)}`];
}

/** One attribute three ways, for whoever has to choose: as it was planned from, as it is now, as it was to become. */
export function threeWayLines(
  { path, was, now, want }: AttributeChange,
  { paint, language }: Pick<ChangeView, "paint" | "language">,
): readonly string[] {
  const words = planWords(language).threeWays;
  const width = Math.max(...Object.values(words).map(({ length }) => length));
  const line = (word: string, value: Json | undefined): string =>
    `  ${word.padEnd(width)}  ${shorten(printValue(value))}`;
  return [`${path.join(".")}:`, line(words.was, was), paint.yellow(line(words.now, now)), line(words.want, want)];
}

const longest = 120;

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The label of an option or stage: its other attributes say nothing to people. */
function labelIn(value: Json | undefined): string | undefined {
  if (typeof value !== "object" || value === null || !("label" in value)) return undefined;
  return typeof value["label"] === "string" ? value["label"] : undefined;
}

function isStructure(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null && JSON.stringify(value).length > shortText;
}

function printValue(value: Json | undefined): string {
  if (value === undefined) return "∅";
  return typeof value === "string" ? `"${value}"` : JSON.stringify(value);
}

function wordsOf(from: string, to: string, side: "removed" | "added", paint: Paint): string {
  const mark = side === "removed" ? paint.red : paint.green;
  return diffWordsWithSpace(from, to)
    .filter((part) => part[side] || !(part.added || part.removed))
    .map((part) => (part[side] ? mark(part.value) : part.value))
    .join("");
}

interface Sides {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

function structureLines(name: string, { before, after }: Sides, view: ChangeView): readonly string[] {
  const text = (value: Json | undefined) => (value === undefined ? "" : `${layOutJson(value)}\n`);
  const { hunks } = structuredPatch("", "", text(before), text(after), "", "", { context: 1 });
  const lines = hunks
    .flatMap((hunk, index) => [...(index > 0 ? ["⋯"] : []), ...hunk.lines])
    .filter((line) => !line.startsWith("\\"));
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  const [removed, added] = [count("-"), count("+")];
  if (view.isWhole || removed + added <= shortPatch)
    return [`${name}:`, ...lines.map((line) => `  ${paintLine(line, view.paint)}`)];
  return [`${name}: ${view.paint.dim(planWords(view.language).lines(removed, added))}`];
}

function paintLine(line: string, paint: Paint): string {
  if (line.startsWith("+")) return paint.green(line);
  return line.startsWith("-") ? paint.red(line) : paint.dim(line);
}
