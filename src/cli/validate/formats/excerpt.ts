import { type Span, withoutUnprintable } from "../../../diagnostics/index.ts";
import type { Source } from "../../../language/index.ts";
import type { Paint } from "../../terminal.ts";

interface Mark {
  readonly span: Span;
  readonly note: string;
  readonly sign: "^" | "-";
}

/** The lines around a finding with the place underlined, and the related lines after it. */
export function renderExcerpt(sources: readonly Source[], marks: readonly Mark[], paint: Paint): readonly string[] {
  const [primary, ...related] = marks;
  if (primary === undefined) return [];
  const widest = Math.max(...marks.map(({ span }) => String(span.start.line).length)) + 1;
  const before = linesOf(sources, primary.span, 2).map(
    ({ line, text }) => `  ${paint.dim(`${pad(line, widest)} |`)} ${text}`,
  );
  return [
    ...before,
    ...renderMark(sources, primary, { widest, lead: ">", from: "", paint }),
    ...related.flatMap((mark) => {
      const from = mark.span.file === primary.span.file ? "" : `(${mark.span.file})`;
      return renderMark(sources, mark, { widest, lead: "…", from, paint });
    }),
  ];
}

/** `from` names the file of a place that is not in the file of the finding. */
interface MarkStyle {
  readonly widest: number;
  readonly lead: string;
  readonly from: string;
  readonly paint: Paint;
}

function renderMark(
  sources: readonly Source[],
  { span, note, sign }: Mark,
  { widest, lead, from, paint }: MarkStyle,
): readonly string[] {
  const text = lineText(sources, span.file, span.start.line);
  if (text === undefined) return [];
  const shown = shorten(text, span.start.column - 1);
  const length =
    span.end.line === span.start.line ? span.end.column - span.start.column : [...text].length - span.start.column + 1;
  const underline = sign.repeat(Math.max(1, Math.min(length, shown.length - shown.offset || 1)));
  const tail = [note, from]
    .filter((words) => words !== "")
    .map((words) => ` ${words}`)
    .join("");
  const colour = sign === "^" ? paint.red : paint.cyan;
  return [
    `${paint.dim(`${lead} ${pad(span.start.line, widest)} |`)} ${shown.text}`,
    `  ${paint.dim(`${" ".repeat(widest)} |`)} ${" ".repeat(shown.offset)}${colour(`${underline}${tail}`)}`,
  ];
}

const longestLine = 120;

/** A window of a long line around the place; offsets count code points. */
function shorten(
  text: string,
  offset: number,
): { readonly text: string; readonly offset: number; readonly length: number } {
  const points = [...withoutUnprintable(text.replaceAll("\t", " "))];
  if (points.length <= longestLine) return { text: points.join(""), offset, length: points.length };
  const start = Math.max(0, Math.min(offset - 40, points.length - longestLine));
  const window = points.slice(start, start + longestLine);
  const head = start > 0 ? "…" : "";
  const tail = start + longestLine < points.length ? "…" : "";
  return { text: `${head}${window.join("")}${tail}`, offset: offset - start + head.length, length: window.length };
}

function linesOf(
  sources: readonly Source[],
  span: Span,
  count: number,
): readonly { readonly line: number; readonly text: string }[] {
  const first = Math.max(1, span.start.line - count);
  const lines = Array.from({ length: span.start.line - first }, (_, index) => first + index);
  return lines.map((line) => ({ line, text: shorten(lineText(sources, span.file, line) ?? "", 0).text }));
}

function lineText(sources: readonly Source[], file: string, line: number): string | undefined {
  const source = sources.find((candidate) => candidate.file === file);
  const start = source?.lineStarts[line - 1];
  if (source === undefined || start === undefined) return undefined;
  const end = source.lineStarts[line] ?? source.text.length + 1;
  return maskToken(source.text.slice(start, end - 1).replace(/\r$/, ""));
}

/** A token written out instead of `env:NAME` is not repeated, sign by sign: what is printed gets into logs. */
function maskToken(line: string): string {
  return line.replace(
    /(\btoken\s*:\s*)(?!["']?env:)([^\s,}]+)/g,
    (_, key: string, token: string) => key + "*".repeat([...token].length),
  );
}

function pad(line: number, width: number): string {
  return String(line).padStart(width);
}
