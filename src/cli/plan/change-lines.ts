import { diffWordsWithSpace, structuredPatch } from "diff";
import type { AttributeChange } from "../../engine/index.ts";
import type { Json } from "../../targets/index.ts";
import type { Paint } from "../terminal.ts";

/** Texts up to this length stand on one line as before → after. */
const shortText = 60;
const patchLimit = 40;

/** The lines that show one changed attribute, before and after; long texts word by word, structures line by line. */
export function changeLines(change: AttributeChange, { paint, sides, isWhole }: ChangeView): readonly string[] {
  const name = change.path.join(".");
  const before = sides === "planned" ? change.now : change.want;
  const after = sides === "planned" ? change.want : change.now;
  if (isStructure(before) || isStructure(after))
    return [`${name}:`, ...patchLines(before, after, { paint, isWhole }).map((line) => `  ${line}`)];
  const [from, to] = [printValue(before), printValue(after)];
  if (from.length + to.length <= 2 * shortText) return [`${name}: ${paint.red(from)} → ${paint.green(to)}`];
  return [`${name}:`, `  - ${wordsOf(from, to, "removed", paint)}`, `  + ${wordsOf(from, to, "added", paint)}`];
}

/** `planned`: from what the CRM has to what the contract wants. `seen`: from what the contract says to what the CRM has. */
export interface ChangeView {
  readonly paint: Paint;
  readonly sides: "planned" | "seen";
  readonly isWhole: boolean;
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

function patchLines(
  before: Json | undefined,
  after: Json | undefined,
  { paint, isWhole }: Pick<ChangeView, "paint" | "isWhole">,
): readonly string[] {
  const text = (value: Json | undefined) => (value === undefined ? "" : `${JSON.stringify(value, null, 1)}\n`);
  const { hunks } = structuredPatch("", "", text(before), text(after), "", "", { context: 2 });
  const lines = hunks
    .flatMap((hunk, index) => [...(index > 0 ? ["⋯"] : []), ...hunk.lines])
    .filter((line) => !line.startsWith("\\"));
  const shown = isWhole ? lines : lines.slice(0, patchLimit);
  const rest = lines.length > shown.length ? [`… ${lines.length - shown.length}`] : [];
  return [...shown, ...rest].map((line) => paintLine(line, paint));
}

function paintLine(line: string, paint: Paint): string {
  if (line.startsWith("+")) return paint.green(line);
  return line.startsWith("-") ? paint.red(line) : paint.dim(line);
}
