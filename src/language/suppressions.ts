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
/** A contract with more exceptions than this has no rules; the others answer nothing. */
const mostSuppressions = 1000;
/** What the lexer of `yaml` puts between tokens to mark documents, scalars and blocks: not in the text. */
const marks: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);

/** The suppressions in the comments of a text. Most texts have none, and are not read a second time for them. */
export function readSuppressions(source: Source): readonly Suppression[] {
  if (!source.text.includes(word)) return [];
  const reach = reachOfLines(source.text.split("\n"));
  return commentsOf(source.text)
    .filter(({ text }) => text.slice(1).trimStart().startsWith(word))
    .slice(0, mostSuppressions)
    .map((comment) => readOne(source, comment, reach));
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

function readOne(source: Source, { offset, text }: Comment, reach: Reach): Suppression {
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
    lines: reach(span.start.line),
  };
}

/** The lines that a comment on a line (from 1) covers. */
type Reach = (line: number) => Suppression["lines"];

/**
 * Beside a value: its own line. On a line of its own: what begins on the next line with content, and all that is indented
 * below it. Worked out once for all lines, from the last to the first.
 */
function reachOfLines(lines: readonly string[]): Reach {
  const next: number[] = [];
  const end: number[] = [];
  const open: number[] = [];
  const indents = lines.map((line) => (isBlankOrComment(line) ? -1 : indentOf(line)));
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const indent = indents[index] ?? -1;
    next[index] = indent < 0 ? (next[index + 1] ?? lines.length) : index;
    if (indent < 0) continue;
    while ((indents[open.at(-1) ?? lines.length] ?? -1) > indent) open.pop();
    end[index] = open.at(-1) ?? lines.length;
    open.push(index);
  }
  return (line) => {
    if (!isBlankOrComment(lines[line - 1] ?? "")) return { first: line, last: line };
    const first = next[line] ?? lines.length;
    return { first: first + 1, last: end[first] ?? first };
  };
}

function isBlankOrComment(line: string): boolean {
  const content = line.trimStart();
  return content === "" || content.startsWith("#");
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
