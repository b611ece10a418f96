import { Lexer } from "yaml";
import { isCalendarDate } from "../calendar/index.ts";
import type { Span } from "../diagnostics/index.ts";
import { type Source, spanBetween } from "./source.ts";

/** A comment such as `# revpact-ignore SLA506 until=2027-03-01: night shift starts in March`. */
export interface Suppression {
  readonly span: Span;
  readonly codes: readonly string[];
  /** Empty where none is given. */
  readonly reason: string;
  /** An ISO date, the last day on which it holds; what is written where it is no date. */
  readonly until?: string;
  readonly isDated: boolean;
  /** Lines (from 1, both included) whose findings it covers. */
  readonly lines: { readonly first: number; readonly last: number };
}

const word = "revpact-ignore";
/** What the lexer of `yaml` puts between tokens to mark documents, scalars and blocks: not in the text. */
const marks: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);

/** The suppressions in the comments of a text. Most texts have none, and are not read a second time for them. */
export function readSuppressions(source: Source): readonly Suppression[] {
  if (!source.text.includes(word)) return [];
  return commentsOf(source.text)
    .filter(({ text }) => text.slice(1).trimStart().startsWith(word))
    .map((comment) => readOne(source, comment));
}

interface Comment {
  readonly offset: number;
  readonly text: string;
}

/** Comments as YAML sees them: a # inside quotes or a block of text is none. */
function commentsOf(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith("#")) comments.push({ offset, text: token });
    if (!marks.has(token)) offset += token.length;
  }
  return comments;
}

function readOne(source: Source, { offset, text }: Comment): Suppression {
  const said = text.slice(text.indexOf(word) + word.length);
  const colon = said.indexOf(":");
  const words = (colon < 0 ? said : said.slice(0, colon)).split(/[\s,]+/).filter((part) => part !== "");
  const until = words.find((part) => part.startsWith("until="))?.slice("until=".length);
  const span = spanBetween(source, offset, offset + text.trimEnd().length);
  return {
    span,
    codes: words.filter((part) => !part.startsWith("until=")),
    reason: colon < 0 ? "" : said.slice(colon + 1).trim(),
    isDated: until === undefined || isCalendarDate(until),
    ...(until === undefined ? {} : { until }),
    lines: linesCovered(source, span),
  };
}

/** Beside a value: its own line. On a line of its own: what begins on the next line with content, and all that is indented below. */
function linesCovered(source: Source, { start }: Span): Suppression["lines"] {
  const lines = source.text.split("\n");
  const isAlone = (lines[start.line - 1] ?? "").trimStart().startsWith("#");
  if (!isAlone) return { first: start.line, last: start.line };
  const hasContent = (line: string) => !/^\s*(#.*)?$/.test(line);
  const next = lines.findIndex((line, index) => index >= start.line && hasContent(line));
  if (next < 0) return { first: start.line, last: start.line };
  const indentOf = (line: string) => line.length - line.trimStart().length;
  const indent = indentOf(lines[next] ?? "");
  const end = lines.findIndex((line, index) => index > next && hasContent(line) && indentOf(line) <= indent);
  return { first: next + 1, last: end < 0 ? lines.length : end };
}
